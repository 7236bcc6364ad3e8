# Commands of the talent portal; `make help` lists them. A fresh machine needs Python and make.
SHELL := /bin/bash
.DEFAULT_GOAL := help
PORT ?= 8000
PYTHON ?= $(shell for p in python3.13 python3.12 python3.11 python3; do \
	$$p -c 'import ensurepip, sys; sys.exit(sys.version_info < (3, 11))' 2>/dev/null && { echo $$p; break; }; done)
BIN := .venv/bin
PIP := $(BIN)/pip install -q --disable-pip-version-check --require-hashes
# The demo runs as production runs, on the embedded engines whatever the shell names.
DEMO := env -u DEBUG -u DATABASE_URL -u REDIS_URL -u SEARCH_URLS DEMO=1 BASE_URL=http://127.0.0.1:$(PORT)
MANAGE := $(DEMO) $(BIN)/python manage.py
LOCK := $(BIN)/uv pip compile --universal --python-version 3.11 --generate-hashes --no-header --no-emit-index-url -q

help: ## List the commands
	@awk 'BEGIN {FS = ":.*## "} /^## /{printf "\n%s\n", substr($$0, 4)} \
		/^[a-z-]+:.*## /{printf "  make %-15s %s\n", $$1, $$2}' $(MAKEFILE_LIST)

## Try it
demo: setup ## Serve the demo county on http://127.0.0.1:8000 (PORT= for another)
	@$(DEMO) bin/serve $(PORT)

setup: .venv/runtime ## Install, migrate, seed the demo county, build the search index
	@echo "Preparing the database …"
	@$(MANAGE) migrate -v 0
	@$(MANAGE) compile_catalogues >/dev/null
	@$(MANAGE) collectstatic --noinput -v 0
	@echo "Seeding the demo county …"
	@$(MANAGE) seed_demo
	@echo "Building the search index …"
	@$(MANAGE) search_rebuild

screens: .venv/dev ## Picture every page of the running demo into var/screens
	@$(BIN)/python bin/screens http://127.0.0.1:$(PORT)

## Check it
test: .venv/dev ## Run the whole suite on the embedded engines, then on real servers
	@$(MANAGE) compile_catalogues >/dev/null
	@bin/test

lint: .venv/dev ## Check style, types, templates, style sheets and the rules of the house
	@echo "Style …" && $(BIN)/ruff check -q . && $(BIN)/ruff format -q --check .
	@echo "Types …" && $(BIN)/mypy --no-error-summary
	@echo "Templates …" && $(BIN)/djlint --lint --quiet $$(git ls-files '*.html')
	@echo "House …" && $(BIN)/pytest -q tests/architecture

fmt: .venv/dev ## Format the code
	@$(BIN)/ruff check -q --fix-only . ; $(BIN)/ruff format -q .

## Servers for tests
services-up: ## Start PostgreSQL, Redis and Elasticsearch on loopback
	@bin/services up

services-env: ## Print the variables that point the portal at them
	@bin/services env

services-down: ## Stop exactly what services-up started
	@bin/services down

## Keep it
lock: .venv/dev ## Pin the requirements anew
	@$(LOCK) requirements.in -o requirements.txt
	@$(LOCK) requirements-dev.in -o requirements-dev.txt

clean: ## Stop the servers; remove the virtual environment and all that was written
	@bin/services down
	@rm -rf .venv var

.venv/runtime: requirements.txt
	@test -n "$(PYTHON)" || { echo "Python 3.11 or later (with venv) is needed." >&2; exit 1; }
	@test -x $(BIN)/python || { echo "Creating .venv with $(PYTHON) …"; $(PYTHON) -m venv --clear .venv; }
	@echo "Installing the pinned packages …"
	@$(PIP) -r requirements.txt
	@touch $@

.venv/dev: requirements-dev.txt .venv/runtime
	@echo "Installing the pinned test packages …"
	@$(PIP) -r requirements.txt -r requirements-dev.txt
	@touch $@

.PHONY: help demo setup screens test lint fmt services-up services-env services-down lock clean
