from django.core.management.base import BaseCommand

from office.holidays import load


class Command(BaseCommand):
    help = "Add the announced holidays and make-up days; days edited by hand stay."

    def add_arguments(self, parser):
        parser.add_argument("--from-year", type=int, default=2024)

    def handle(self, *_args, from_year, **_options):
        self.stdout.write(f"{load(from_year)} announced days")
