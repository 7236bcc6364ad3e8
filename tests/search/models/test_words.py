import pytest
from django.core.exceptions import ValidationError

from search.models import Synonym

pytestmark = pytest.mark.unit


def test_rule_is_checked_where_it_is_typed() -> None:
    Synonym(rule="教师=老师").clean()
    with pytest.raises(ValidationError) as refused:
        Synonym(rule="教师").clean()
    assert set(refused.value.message_dict) == {"rule"}
    assert Synonym(rule="老婆=>配偶").parsed().targets == ("配偶",)
