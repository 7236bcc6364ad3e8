import json
import sys
from argparse import ArgumentParser
from pathlib import Path
from typing import Any

from django.core.management.base import BaseCommand

from search import backends
from search.evaluate import evaluate, load
from search.vocabulary import lexicon

REFUSED = 2


class Command(BaseCommand):
    help = "Measure retrieval on a folder of judged questions, in a scratch index."

    def add_arguments(self, parser: ArgumentParser) -> None:
        parser.add_argument("folder", type=Path)
        parser.add_argument("--engine", default="", choices=("", "embedded", "elasticsearch"))
        parser.add_argument("--size", type=int, default=0, help="use only the first N questions")
        parser.add_argument("--json", action="store_true")

    def handle(self, *args: Any, **options: Any) -> None:
        try:
            engine = backends.named(options["engine"]) if options["engine"] else backends.primary()
            judged = load(options["folder"], options["size"] or None)
        except (OSError, ValueError) as error:
            self.stderr.write(str(error))
            sys.exit(REFUSED)
        found = evaluate(engine, judged, lexicon())
        self.stdout.write(json.dumps(found) if options["json"] else str(found))
