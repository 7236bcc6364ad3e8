"""Seeds the demo county in one transaction, in the order in which things depend on each other."""

from pathlib import Path

from django.conf import settings
from django.core.exceptions import ImproperlyConfigured
from django.db import transaction
from django.utils import timezone

from office import catalogues, holidays, majors
from office.models import Unit
from people.models import User
from policies.models import PolicyPage
from portal.demo import applications, county, notices, pages, people, policies
from vacancies.models import Application, Notice, Position


def seed() -> dict[str, int]:
    """Create what is missing; {kind: rows now}. Refuses outside the demo."""
    if not settings.DEMO:
        message = "the demo county exists only where DEMO is on"
        raise ImproperlyConfigured(message)
    today = timezone.localdate()
    with transaction.atomic():
        catalogues.load()
        majors.load(Path(__file__).with_name("majors.csv"), "演示")
        holidays.load(today.year - 1)
        for year in (today.year, today.year + 1):
            holidays.invent(year)
        county.seed()
        notice_index, policy_index = pages.seed()
        crowd = people.seed(today)
        by_slug = notices.seed(notice_index, today)
        policies.seed(policy_index, today)
        applications.seed(by_slug, crowd)
    kinds = (Unit, User, Notice, Position, Application, PolicyPage)
    return {kind.__name__: kind.objects.count() for kind in kinds}
