import pytest
from django.test import override_settings

from portal.checks import no_demo_people, production_is_complete
from tests.factories import UserFactory

pytestmark = pytest.mark.integration
COMPLETE = {
    "DEBUG": False,
    "DEMO": False,
    "SECRET_KEY": "a-real-one",
    "FIELD_KEYS": ["k"],
    "INDEX_KEY": "k",
    "CACHES": {"default": {"BACKEND": "django.core.cache.backends.redis.RedisCache"}},
    "EMAIL_HOST": "mail.example",
    "SEARCH_URLS": ["http://search.example"],
    "ALLOWED_HOSTS": ["talent.example"],
}
LACKING = [
    ("portal.E001", {"SECRET_KEY": "insecure-demo-secret"}),
    ("portal.E002", {"FIELD_KEYS": []}),
    ("portal.E003", {"INDEX_KEY": ""}),
    (
        "portal.E004",
        {"CACHES": {"default": {"BACKEND": "django.core.cache.backends.locmem.LocMemCache"}}},
    ),
    ("portal.E005", {"EMAIL_HOST": ""}),
    ("portal.E006", {"SEARCH_URLS": []}),
    ("portal.E007", {"ALLOWED_HOSTS": []}),
]


def test_production_complete_passes():
    with override_settings(**COMPLETE):
        assert production_is_complete() == []


@pytest.mark.parametrize(("code", "lack"), LACKING)
def test_production_lacking_one_thing_names_it(code, lack):
    with override_settings(**COMPLETE | lack):
        assert [error.id for error in production_is_complete()] == [code]


@pytest.mark.django_db
def test_production_with_a_demo_user_refuses():
    UserFactory(is_demo=True)
    with override_settings(**COMPLETE):
        assert [error.id for error in no_demo_people(databases=["default"])] == ["portal.E008"]


@pytest.mark.django_db
def test_demo_with_a_demo_user_starts():
    UserFactory(is_demo=True)
    with override_settings(DEMO=True):
        assert no_demo_people(databases=["default"]) == []
