"""Acceptance row 11: search by field. Facet counts and combined filters equal a brute-force query."""

import random

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext
from django.urls import reverse

from search import backends
from search.rebuild import rebuild
from search.service import search
from search.types import SearchRequest
from tests.factories.office import DisciplineFactory, TownshipFactory, UnitFactory
from tests.factories.vacancies import NoticeFactory
from vacancies.models import Position

pytestmark = pytest.mark.search

FACETS = ("status", "discipline", "education", "unit", "township")
RANKS = {"college": 2, "bachelor": 3, "master": 4, "doctor": 5}


@pytest.fixture
def thousand(db, index) -> None:
    random.seed(11)
    notices = [
        NoticeFactory(),
        NoticeFactory(upcoming=True),
        NoticeFactory(closed=True),
        NoticeFactory(hidden=True),
    ]
    units = UnitFactory.create_batch(12)
    towns = TownshipFactory.create_batch(6)
    fields = [
        DisciplineFactory(code=code, name=name)
        for code, name in (("edu", "教育"), ("med", "卫生"), ("agr", "农业"))
    ]
    titles = ("语文教师", "物理教师", "临床医师", "护士", "农技员", "会计")
    Position.objects.bulk_create(
        _position(number, random.choice(notices), random.choice(units), towns, fields, titles)
        for number in range(1000)
    )
    rebuild(backends.embedded())


def _position(number, notice, unit, towns, fields, titles) -> Position:
    return Position(
        notice=notice, key=str(number), code=f"2609{number:04}", title=random.choice(titles), unit=unit,
        unit_name=unit.name, township=random.choice([*towns, None]), discipline=random.choice([*fields, None]),
        education_rank=random.randrange(6), headcount=random.randrange(1, 4), is_cancelled=number % 97 == 0,
    )  # fmt: skip


def _passes(position: Position, chosen: dict, without: str = "") -> bool:
    tests = {
        "status": lambda values: position.notice.phase().value in values,
        "discipline": lambda values: (
            bool(position.discipline) and position.discipline.name in values
        ),
        "education": lambda values: any(
            position.education_rank <= RANKS[value] for value in values
        ),
        "unit": lambda values: position.unit.name in values,
        "township": lambda values: bool(position.township) and position.township.name in values,
    }
    return all(tests[name](values) for name, values in chosen.items() if name != without)


@pytest.mark.parametrize(
    "chosen",
    [
        {},
        {"status": ("open",)},
        {"discipline": ("教育", "卫生"), "education": ("bachelor",)},
        {
            "status": ("open", "upcoming"),
            "discipline": ("农业",),
            "education": ("master", "college"),
        },
    ],
)
@pytest.mark.parametrize("text", ["", "教师"])
def test_row_11_facet_counts_and_totals_equal_brute_force(thousand, chosen, text) -> None:
    positions = Position.objects.published().filter(is_cancelled=False, title__contains=text)
    positions = list(positions.select_related("notice", "unit", "township", "discipline"))
    result = search(
        SearchRequest(
            text=text,
            kinds=("position",),
            filters=chosen,
            facets=FACETS,
            size=100,
            sum_of="headcount",
        )
    )
    passing = [position for position in positions if _passes(position, chosen)]
    assert result.total == len(passing)
    assert result.sum == sum(position.headcount for position in passing)
    assert {hit.object for hit in result.hits} <= set(passing)
    for facet in result.facets:
        for value in facet.values:
            rest = {
                **{name: v for name, v in chosen.items() if name != facet.name},
                facet.name: (value.value,),
            }
            assert value.count == sum(_passes(position, rest) for position in positions), (
                facet.name,
                value,
            )


def test_row_11_page_shows_counts_and_keeps_conditions_in_its_address(thousand, client) -> None:
    page = client.get(
        reverse("search:search"), {"q": "教师", "status": "open", "education": "bachelor"}
    )
    assert page.status_code == 200
    html = page.content.decode()
    assert "报名中" in html
    assert "本科可报" in html
    assert "<mark>教师</mark>" in html
    assert "status=open" in html


def test_search_page_asks_the_database_a_constant_number_of_times(thousand, client) -> None:
    def count(text: str) -> int:
        client.get(reverse("search:search"), {"q": text})
        with CaptureQueriesContext(
            connection,
        ) as queries:
            client.get(reverse("search:search"), {"q": text})
        return len(queries)

    first = Position.objects.published().filter(is_cancelled=False).first()
    assert count(first.code) == count("教师")
