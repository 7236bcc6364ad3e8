import json
import sys
from argparse import ArgumentParser
from typing import Any

from django.core.management.base import BaseCommand

from search.status import status

NEEDS_A_PERSON = 1


class Command(BaseCommand):
    help = "Say what is indexed and what waits."

    def add_arguments(self, parser: ArgumentParser) -> None:
        parser.add_argument("--json", action="store_true")

    def handle(self, *args: Any, **options: Any) -> None:
        found = status()
        if options["json"]:
            self.stdout.write(json.dumps(found))
        else:
            for name, value in found.items():
                self.stdout.write(f"{name}: {value}")
        if found["generation"] is None or found["dead"]:
            sys.exit(NEEDS_A_PERSON)
