from django.conf import settings
from django.core.management.base import BaseCommand

from portal.catalogue_files import compile_below


class Command(BaseCommand):
    help = "Compile the translations (.po → .mo); needs no gettext binary."
    requires_system_checks: list[str] = []

    def handle(self, *_args, **_options):
        for path in compile_below(settings.LOCALE_PATHS):
            self.stdout.write(str(path))
