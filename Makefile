# Commands of the talent portal. `make help` lists them.
SHELL := /bin/bash
.DEFAULT_GOAL := help
PORT ?= 8000
PYTHON ?= $(shell for p in python3.13 python3.12 python3.11 python3; do \
	command -v $$p >/dev/null && $$p -c 'import sys; sys.exit(sys.version_info < (3, 11))' \
	&& { echo $$p; break; }; done)
BIN := .venv/bin
DEMO_ENV := DEMO=1 BASE_URL=http://127.0.0.1:$(PORT)
LOCK := uv pip compile --universal --python-version 3.11 --generate-hashes --no-header --no-emit-index-url -q

help: ## List the commands
	@grep -hE '^[a-z-]+:.*## ' $(MAKEFILE_LIST) | awk -F ':.*## ' '{printf "  make %-16s %s\n", $$1, $$2}'

.venv/runtime: requirements.txt
	@test -n "$(PYTHON)" || { echo "Python 3.11 or later is needed." >&2; exit 1; }
	@test -x $(BIN)/python || $(PYTHON) -m venv .venv
	@echo "Installing the pinned packages ..."
	@$(BIN)/pip install -q --disable-pip-version-check --require-hashes -r requirements.txt
	@touch $@

.venv/dev: requirements-dev.txt .venv/runtime
	@echo "Installing the pinned test packages ..."
	@$(BIN)/pip install -q --disable-pip-version-check --require-hashes -r requirements.txt -r requirements-dev.txt
	@touch $@

setup: .venv/runtime ## Install, migrate, seed the demo county, build the search index
	@echo "Preparing the database ..."
	@$(DEMO_ENV) $(BIN)/python manage.py migrate -v 0
	@$(DEMO_ENV) $(BIN)/python manage.py compile_catalogues
	@$(DEMO_ENV) $(BIN)/python manage.py collectstatic --noinput -v 0
	@echo "Seeding the demo county ..."
	@$(DEMO_ENV) $(BIN)/python manage.py seed_demo
	@echo "Building the search index ..."
	@$(DEMO_ENV) $(BIN)/python manage.py search_rebuild

demo: setup ## Serve the demo county on http://127.0.0.1:8000 (PORT= for another)
	@$(DEMO_ENV) $(BIN)/python manage.py demo_doors
	@$(DEMO_ENV) bin/serve $(PORT)

test: .venv/dev ## Run the whole suite on the embedded engines, then on the real servers
	@bin/test

lint: .venv/dev ## Check the style of code
	@$(BIN)/ruff check -q .

fmt: .venv/dev ## Format the code
	@$(BIN)/ruff check -q --fix . ; $(BIN)/ruff format -q .

lock: ## Pin the requirements anew (needs uv)
	@$(LOCK) requirements.in -o requirements.txt
	@$(LOCK) requirements-dev.in -o requirements-dev.txt

services-up: ## Start PostgreSQL, Redis and Elasticsearch on loopback
	@bin/services up
services-down: ## Stop what services-up started
	@bin/services down
services-env: ## Print the variables that point the portal at them
	@bin/services env

screens: .venv/dev ## Picture every page of the running demo into var/screens
	@$(BIN)/python bin/screens

clean: ## Remove the virtual environment and everything the portal wrote
	@rm -rf .venv var

.PHONY: help setup demo test lint fmt lock services-up services-down services-env screens clean
