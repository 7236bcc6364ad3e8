import pytest
from django.db import IntegrityError, transaction

from search.models import Generation

pytestmark = [pytest.mark.integration, pytest.mark.django_db]


def test_only_one_generation_of_an_engine_is_built_at_a_time() -> None:
    Generation.objects.create(engine="embedded", name="1")
    Generation.objects.create(engine="elasticsearch", name="1")
    with pytest.raises(IntegrityError), transaction.atomic():
        Generation.objects.create(engine="embedded", name="2")


def test_percent_is_bounded() -> None:
    assert Generation(done=5, total=0).percent == 0
    assert Generation(done=7, total=5).percent == 100
