import threading
import time

from django.core.management import call_command
from django.core.management.base import BaseCommand
from django.db import close_old_connections

from office.timers import run_due


class Command(BaseCommand):
    help = "The worker of a small house: background jobs, and the timers every 30 seconds."

    def add_arguments(self, parser):
        parser.add_argument("--every", type=int, default=30)

    def handle(self, *_args, every, **_options):
        threading.Thread(target=self.tick, args=(every,), daemon=True).start()
        call_command("db_worker", interval=1.0)

    @staticmethod
    def tick(every: int) -> None:
        """Timers run beside the jobs so that a long import delays no deadline."""
        while True:
            run_due()
            close_old_connections()
            time.sleep(every)
