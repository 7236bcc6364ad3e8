from django.core.exceptions import ImproperlyConfigured
from django.core.management.base import BaseCommand, CommandError

from portal.demo.seeding import seed


class Command(BaseCommand):
    help = "Create the invented demo county; running it again only adds what is missing."

    def handle(self, *_args, **_options):
        try:
            counts = seed()
        except ImproperlyConfigured as error:
            raise CommandError(str(error)) from error
        self.stdout.write(", ".join(f"{name} {count}" for name, count in counts.items()))
