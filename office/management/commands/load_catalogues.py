from django.core.management.base import BaseCommand

from office.catalogues import load


class Command(BaseCommand):
    help = (
        "Load the closed code lists: education, degree, political status, titles, fields of work."
    )

    def handle(self, *_args, **_options):
        self.stdout.write(f"{load()} entries")
