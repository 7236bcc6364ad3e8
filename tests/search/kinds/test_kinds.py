"""Every kind's rule is the same as predicate and as queryset, and nothing personal is indexed."""

import pytest
from wagtail.models import PageViewRestriction

from policies.models import PolicyPage
from search.registry import kinds
from search.schema import SCHEMA
from tests.factories.policies import policy
from tests.factories.vacancies import NoticeFactory, PositionFactory
from vacancies.models import Notice, Position

pytestmark = pytest.mark.search


@pytest.fixture
def everything(db) -> None:
    for notice in (NoticeFactory(), NoticeFactory(hidden=True), NoticeFactory(closed=True)):
        PositionFactory(notice=notice)
        PositionFactory(notice=notice, is_cancelled=True)
    policy("公开")
    policy("草稿", live=False)
    private = policy("内部")
    PageViewRestriction.objects.create(page=private, restriction_type=PageViewRestriction.LOGIN)


@pytest.mark.parametrize(
    ("name", "model"), [("position", Position), ("notice", Notice), ("policy", PolicyPage)]
)
def test_rule_is_the_same_as_predicate_and_queryset(everything, name, model) -> None:
    kind = kinds()[name]
    assert kind.model is model
    assert set(kind.visible()) == {obj for obj in model.objects.all() if kind.is_visible(obj)}


@pytest.mark.parametrize("name", ["position", "policy"])
def test_documents_fit_the_schema_and_hold_no_contact(everything, name) -> None:
    kind = kinds()[name]
    kind.model.objects.update(contact="王老师 199-0000-1234")
    for obj in kind.related(kind.visible()):
        made = kind.build(obj)
        assert set(made.texts) <= set(SCHEMA.texts)
        assert set(made.facets) <= set(SCHEMA.facets)
        assert set(made.numbers) <= set(SCHEMA.numbers)
        assert "199-0000" not in str(made.texts)
