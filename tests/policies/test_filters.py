import datetime as dt

import pytest
from django.http import QueryDict

from policies.enums import PolicyStatus
from policies.filters import PolicyFilter, Validity, with_validity
from policies.models import PolicyPage
from tests.factories.office import UnitFactory
from tests.factories.pages import policy_page

pytestmark = [pytest.mark.integration, pytest.mark.django_db]


@pytest.fixture
def policies(frozen):
    policy_page(title="长期")
    policy_page(title="今天还有效", expires_on=dt.date(2026, 9, 21))
    policy_page(title="第九十天", expires_on=dt.date(2026, 12, 20))
    policy_page(title="第九十一天", expires_on=dt.date(2026, 12, 21))
    policy_page(title="昨天到期", expires_on=dt.date(2026, 9, 20))
    policy_page(title="废止", status=PolicyStatus.REPEALED)


def titles(validity: str) -> set[str]:
    return {page.title for page in with_validity(PolicyPage.objects.all(), validity)}


def test_validity_follows_status_and_dates(policies):
    assert titles(Validity.IN_FORCE) == {"长期", "今天还有效", "第九十天", "第九十一天"}
    assert titles(Validity.ENDING) == {"今天还有效", "第九十天"}
    assert titles(Validity.ENDED) == {"昨天到期", "废止"}


def test_units_and_several_validities_narrow_the_list(policies):
    unit = UnitFactory(name="县住建局")
    policy_page(title="公寓办法", units=[unit])
    query = QueryDict(f"unit={unit.pk}&validity=in_force&validity=ended")
    assert [page.title for page in PolicyFilter(query, queryset=PolicyPage.objects.all()).qs] == [
        "公寓办法"
    ]
