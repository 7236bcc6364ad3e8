"""What time does to pages: Wagtail's scheduled publishing and expiry."""

import datetime as dt

from django.core.management import call_command
from wagtail.models import Page, Revision

from office.timers import timer


@timer("publish")
def publish_scheduled(now: dt.datetime) -> int:
    """Publish and unpublish what is due; Wagtail's own command does the work."""
    due = (
        Revision.objects.filter(approved_go_live_at__lte=now).count()
        + Page.objects.filter(live=True, expire_at__lte=now).count()
    )
    if due:
        call_command("publish_scheduled", verbosity=0)
    return due
