from django.conf import settings
from django.core.management.base import BaseCommand, CommandError

from portal.demo.signins import APPLICANTS, DOORS, PASSWORD, STAFF


class Command(BaseCommand):
    help = "Print the doors and the sign-ins of the demo county."

    def add_arguments(self, parser):
        parser.add_argument("--base-url", default=settings.BASE_URL)

    def handle(self, *_args, base_url, **_options):
        if not settings.DEMO:
            message = "the demo's sign-ins exist only where DEMO is on"
            raise CommandError(message)
        self.stdout.write("\n澄溪县 (demo, everything invented)\n")
        for path, label in DOORS:
            self.stdout.write(f"  {base_url.rstrip('/')}{path:<12} {label}")
        self.stdout.write(f"\nSign in with any of these names, password {PASSWORD}:\n")
        for sign_in in STAFF:
            self.stdout.write(f"  {sign_in.username:<12} {sign_in.role.label} · {sign_in.unit}")
        for username, name in APPLICANTS:
            self.stdout.write(f"  {username:<12} 报名人 {name}")
