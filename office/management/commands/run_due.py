import json
import time

from django.core.management.base import BaseCommand

from office.timers import run_due


class Command(BaseCommand):
    help = "Do what time has made due: publish, close, unlock, expire, remind, deliver."

    def add_arguments(self, parser):
        parser.add_argument("--loop", action="store_true", help="again every --every seconds")
        parser.add_argument("--every", type=int, default=30)
        parser.add_argument("--json", action="store_true")

    def handle(self, *_args, loop, every, **options):
        while True:
            moved = run_due()
            if options["json"]:
                self.stdout.write(json.dumps(moved))
            elif any(moved.values()):
                self.stderr.write(", ".join(f"{name} {n}" for name, n in moved.items() if n))
            if not loop:
                return
            time.sleep(every)
