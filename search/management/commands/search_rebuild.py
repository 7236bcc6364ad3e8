import json
import sys
from argparse import ArgumentParser
from typing import Any

from django.core.management.base import BaseCommand

from search import backends
from search.engines.base import Engine, EngineUnavailable
from search.models import Generation
from search.rebuild import RebuildRunning, rebuild

NEEDS_A_PERSON = 1
REFUSED = 2


class Command(BaseCommand):
    help = "Build every index anew beside the one in use and swap; goes on where an interrupted one stopped."

    def add_arguments(self, parser: ArgumentParser) -> None:
        parser.add_argument("--engine", default="", choices=("", "embedded", "elasticsearch"))
        parser.add_argument("--json", action="store_true")

    def handle(self, *args: Any, **options: Any) -> None:
        engines = [backends.named(options["engine"])] if options["engine"] else backends.engines()
        built, status = [], 0
        for engine in engines:
            try:
                generation = rebuild(engine, self._say)
            except RebuildRunning:
                self.stderr.write(f"{engine.name}: another process is rebuilding")
                status = max(status, REFUSED)
            except EngineUnavailable as error:
                self.stderr.write(f"{engine.name}: {error}; run again to go on")
                status = max(status, NEEDS_A_PERSON)
            else:
                built.append(self._described(engine, generation))
        if options["json"]:
            self.stdout.write(json.dumps({"built": built}))
        if status:
            sys.exit(status)

    def _say(self, generation: Generation) -> None:
        self.stderr.write(f"{generation.engine}: {generation.done}/{generation.total}")

    @staticmethod
    def _described(engine: Engine, generation: Generation) -> dict[str, Any]:
        return {
            "engine": engine.name,
            "generation": generation.name,
            "documents": engine.counts(generation.name),
        }
