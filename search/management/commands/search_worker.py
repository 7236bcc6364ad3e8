import json
import signal
import time
from argparse import ArgumentParser
from typing import Any

from django.core.management.base import BaseCommand

from search.worker import drain

IDLE_SECONDS = 1.0


class Command(BaseCommand):
    help = "Deliver changes to the indexes until stopped; with --once, until nothing is due."

    def add_arguments(self, parser: ArgumentParser) -> None:
        parser.add_argument("--once", action="store_true")
        parser.add_argument("--json", action="store_true")

    def handle(self, *args: Any, **options: Any) -> None:
        self._is_stopped = False
        signal.signal(signal.SIGTERM, self._stop)
        delivered = drain()
        while not options["once"] and not self._is_stopped:
            time.sleep(IDLE_SECONDS)
            delivered += drain()
        if options["json"]:
            self.stdout.write(json.dumps({"delivered": delivered}))

    def _stop(self, *_: object) -> None:
        self._is_stopped = True
