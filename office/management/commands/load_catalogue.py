from pathlib import Path

from django.core.management.base import BaseCommand, CommandError

from office.enums import MajorLevel
from office.majors import MajorsError, load


class Command(BaseCommand):
    help = "Load one edition of the majors from a csv file; running it again renames."

    def add_arguments(self, parser):
        parser.add_argument("file", type=Path)
        parser.add_argument("--edition", required=True, help="as notices name it, e.g. 2025")
        parser.add_argument("--level", default="", choices=["", *MajorLevel.values])

    def handle(self, *_args, file, edition, level, **_options):
        try:
            count = load(file, edition, level)
        except (OSError, MajorsError) as error:
            raise CommandError(f"{file}: {error}") from error
        self.stdout.write(f"{count} majors and classes of edition {edition}")
