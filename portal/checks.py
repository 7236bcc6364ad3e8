"""A production that lacks something essential does not start.

Run by the container's entry point: `manage.py check --deploy --database default`.
"""

from django.conf import settings
from django.core.checks import Error, Tags, register

from people.models import User


def _needs() -> list[tuple[str, bool, str]]:
    locmem = "locmem" in settings.CACHES["default"]["BACKEND"]
    return [
        ("portal.E001", settings.SECRET_KEY != settings.INSECURE_SECRET, "SECRET_KEY is not set"),
        (
            "portal.E002",
            bool(settings.FIELD_KEYS),
            "FIELD_KEYS is not set: personal data cannot be encrypted",
        ),
        (
            "portal.E003",
            bool(settings.INDEX_KEY),
            "INDEX_KEY is not set: no look-up of encrypted data",
        ),
        (
            "portal.E004",
            not locmem,
            "REDIS_URL is not set: rate limits need a cache all processes share",
        ),
        ("portal.E005", bool(settings.EMAIL_HOST), "EMAIL_HOST is not set: no mail leaves"),
        ("portal.E006", bool(settings.SEARCH_URLS), "SEARCH_URLS is not set"),
        ("portal.E007", bool(settings.ALLOWED_HOSTS), "ALLOWED_HOSTS is not set"),
    ]


@register(Tags.security, deploy=True)
def production_is_complete(**_options) -> list[Error]:
    """Secrets, shared cache, mail, search: each missing one is an error of its own."""
    if settings.DEBUG or settings.DEMO:
        return []
    return [Error(message, id=code) for code, present, message in _needs() if not present]


@register(Tags.database, deploy=True)
def no_demo_people(databases=None, **_options) -> list[Error]:
    """The invented people have known passwords; production refuses to start with one of them."""
    if settings.DEBUG or settings.DEMO or not databases:
        return []
    if User.objects.filter(is_demo=True).exists():
        return [Error("A demo user exists in this database", id="portal.E008")]
    return []
