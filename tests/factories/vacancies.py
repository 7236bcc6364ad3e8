import datetime as dt

import factory
from django.utils import timezone
from factory.django import DjangoModelFactory

from tests.factories.office import UnitFactory
from tests.factories.people import PersonFactory
from vacancies.enums import ApplicationStatus, ConditionKind, NoticeKind
from vacancies.models import Application, Condition, Notice, Position


class NoticeFactory(DjangoModelFactory):
    """A public notice whose registration runs; traits `upcoming`, `closed`, `hidden`."""

    class Meta:
        model = Notice

    title = factory.Sequence(lambda n: f"澄溪县第{n}次公开招聘公告")
    kind = NoticeKind.OPEN_EXAM
    unit = factory.SubFactory(UnitFactory)
    is_public = True
    published_at = factory.LazyFunction(lambda: timezone.now() - dt.timedelta(days=5))
    opens_at = factory.LazyFunction(lambda: timezone.now() - dt.timedelta(days=1))
    closes_at = factory.LazyFunction(lambda: timezone.now() + dt.timedelta(days=3))

    class Params:
        hidden = factory.Trait(is_public=False)
        upcoming = factory.Trait(
            opens_at=factory.LazyFunction(lambda: timezone.now() + dt.timedelta(days=2))
        )
        closed = factory.Trait(
            closes_at=factory.LazyFunction(lambda: timezone.now() - dt.timedelta(hours=1))
        )


class PositionFactory(DjangoModelFactory):
    class Meta:
        model = Position

    notice = factory.SubFactory(NoticeFactory)
    key = factory.Sequence(lambda n: f"2609{n:04d}")
    code = factory.SelfAttribute("key")
    title = "小学语文教师"
    unit = factory.SubFactory(UnitFactory)
    unit_name = factory.SelfAttribute("unit.name")
    headcount = 2


class ConditionFactory(DjangoModelFactory):
    class Meta:
        model = Condition

    position = factory.SubFactory(PositionFactory)
    kind = ConditionKind.EDUCATION
    text = "本科及以上"


class ApplicationFactory(DjangoModelFactory):
    """A draft; trait `submitted` has a frozen snapshot and a place in the queue."""

    class Meta:
        model = Application

    number = factory.Sequence(lambda n: f"CX26{n:08d}")
    verify_code = factory.Sequence(lambda n: f"V{n:09d}")
    person = factory.SubFactory(PersonFactory)
    position = factory.SubFactory(PositionFactory)
    notice = factory.SelfAttribute("position.notice")
    applicant_name = factory.SelfAttribute("person.name")

    class Params:
        submitted = factory.Trait(
            status=ApplicationStatus.SUBMITTED,
            submitted_at=factory.LazyFunction(timezone.now),
            snapshot=factory.LazyAttribute(lambda o: {"version": 1, "name": o.person.name}),
        )
