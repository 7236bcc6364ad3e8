from django.conf import settings
from django.core.management.base import BaseCommand
from polib import pofile


class Command(BaseCommand):
    help = "Compile translations (.po → .mo) without the gettext programs."

    def handle(self, *_args, **_options):
        for root in settings.LOCALE_PATHS:
            for path in sorted(root.rglob("*.po")):
                pofile(str(path)).save_as_mofile(str(path.with_suffix(".mo")))
                self.stderr.write(f"{path.parent.parent.name}: {path.name}")
