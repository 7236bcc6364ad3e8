import datetime as dt

import pytest
from django.http import QueryDict
from django.utils import timezone

from tests.factories.office import DisciplineFactory, TownshipFactory
from tests.factories.vacancies import NoticeFactory, PositionFactory
from vacancies.enums import Phase
from vacancies.filters import NoticeFilter, PositionFilter, in_phase
from vacancies.models import Notice, Position

pytestmark = [pytest.mark.integration, pytest.mark.django_db]


def titles(query: str) -> set[str]:
    found = PositionFilter(QueryDict(query), queryset=Position.objects.all())
    return {position.title for position in found.qs}


@pytest.fixture
def positions():
    notice = NoticeFactory()
    PositionFactory(
        notice=notice,
        title="医师",
        education_rank=3,
        major="临床医学（1002）",
        birth_from=dt.date(1990, 1, 1),
    )
    PositionFactory(
        notice=notice,
        title="教师",
        education_rank=4,
        major_graduate="物理学（0702）",
        birth_to=dt.date(2000, 1, 1),
    )
    PositionFactory(notice=notice, title="文员", education_rank=0, major="不限")


def test_education_keeps_what_the_visitor_may_apply_for(positions):
    assert titles("education=3") == {"医师", "文员"}
    assert titles("education=5") == {"医师", "教师", "文员"}


def test_major_is_found_by_name_or_code_and_any_major_always_fits(positions):
    assert titles("major=物理") == {"教师", "文员"}
    assert titles("major=1002") == {"医师", "文员"}


def test_both_birth_dates_count(positions):
    assert titles("born=1990-01-01") == {"医师", "教师", "文员"}
    assert titles("born=1989-12-31") == {"教师", "文员"}
    assert titles("born=2000-01-02") == {"医师", "文员"}


def test_conditions_add_up(positions):
    assert titles("education=3&major=临床") == {"医师", "文员"}


def test_unit_township_and_discipline_offer_only_what_the_table_holds(positions):
    TownshipFactory(name="别处")
    farm = DisciplineFactory(code="farm", name="农业")
    PositionFactory(
        title="农技", discipline=farm, township=TownshipFactory(name="青岗乡"), unit_name="农技中心"
    )
    form = PositionFilter(QueryDict(), queryset=Position.objects.all()).form
    assert [str(t) for t in form.fields["township"].queryset] == ["青岗乡"]
    assert titles(f"discipline={farm.pk}") == {"农技"}
    assert titles("unit=农技中心") == {"农技"}


@pytest.mark.parametrize("query", ["born=1990-13-01", "education=9", "township=0", "unit=没有的"])
def test_a_bad_value_is_told_at_its_field(positions, query):
    narrowed = PositionFilter(QueryDict(query), queryset=Position.objects.all())
    assert not narrowed.form.is_valid()
    assert query.partition("=")[0] in narrowed.form.errors


@pytest.mark.parametrize("offset", [-2, 0, 2])
def test_phase_of_a_notice_and_of_the_query_agree(offset):
    now = timezone.now() + dt.timedelta(days=offset)
    NoticeFactory(title="无窗口", opens_at=None, closes_at=None)
    NoticeFactory()
    NoticeFactory(upcoming=True, closes_at=timezone.now() + dt.timedelta(days=9))
    NoticeFactory(closed=True)
    for notice in Notice.objects.all():
        in_phases = [
            p for p in Phase if Notice.objects.filter(in_phase(p, now), pk=notice.pk).exists()
        ]
        assert in_phases == [notice.phase(now)]


def test_several_phases_are_joined():
    opened, closed = NoticeFactory(), NoticeFactory(closed=True)
    NoticeFactory(upcoming=True, closes_at=timezone.now() + dt.timedelta(days=9))
    found = NoticeFilter(QueryDict("phase=open&phase=closed"), queryset=Notice.objects.all()).qs
    assert set(found) == {opened, closed}
