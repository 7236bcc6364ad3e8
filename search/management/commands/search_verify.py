import json
import sys
from argparse import ArgumentParser
from typing import Any

from django.core.management.base import BaseCommand

from search import backends
from search.engines.base import EngineUnavailable
from search.verify import repair, verify

NEEDS_A_PERSON = 1
REFUSED = 2


class Command(BaseCommand):
    help = "Compare the index with the database; with --repair, have what differs delivered again."

    def add_arguments(self, parser: ArgumentParser) -> None:
        parser.add_argument("--engine", default="", choices=("", "embedded", "elasticsearch"))
        parser.add_argument("--repair", action="store_true")
        parser.add_argument("--json", action="store_true")

    def handle(self, *args: Any, **options: Any) -> None:
        engine = backends.named(options["engine"]) if options["engine"] else backends.primary()
        try:
            drift = verify(engine)
            repaired = repair(drift) if options["repair"] else 0
        except EngineUnavailable as error:
            self.stderr.write(str(error))
            sys.exit(REFUSED)
        found = {
            "missing": drift.missing,
            "stale": drift.stale,
            "orphan": drift.orphan,
            "repaired": repaired,
        }
        self.stdout.write(json.dumps(found) if options["json"] else str(found))
        if drift.keys and not options["repair"]:
            sys.exit(NEEDS_A_PERSON)
