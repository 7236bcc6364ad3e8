"""A walk through the seeded county: every link leads somewhere, every page is valid HTML."""

import re
from collections import Counter, deque
from html import unescape
from urllib.parse import urldefrag, urljoin, urlsplit

import pytest
from django.core.management import call_command
from django.db import transaction
from django.test import Client
from django.urls import Resolver404, resolve

from people.models import User
from portal.demo.seeding import seed

pytestmark = [pytest.mark.integration, pytest.mark.django_db]
STAFF = ("reviewer", "department", "personnel", "supervisor", "admin")
WALKERS = [(name, "") for name in ("", "newcomer", "applicant", *STAFF)] + [("", "/en")]
DOORS = ("/", "/search/", "/notices/", "/policies/", "/accounts/login/", "/my/", "/work/")
HREF = re.compile(r"""<a\b[^>]*?\bhref=["']([^"']+)["']""")
# Wagtail's own screens, and what ends the session.
NOT_WALKED = ("/cms/", "/documents/", "/media/", "/static/", "/accounts/logout/")
OTHER_LANGUAGE = {"": "/en/", "/en": "/zh-hans/"}
AT_THE_DOOR = "the door"  # which may be closed to this walker
OF_ONE_VIEW = 3
"""Pages looked at of one view; with and without a query count apart."""


@pytest.fixture(scope="module")
def county(django_db_setup, django_db_blocker):
    """The demo county for all walkers of this module, undone at its end."""
    with django_db_blocker.unblock(), transaction.atomic():
        seed()
        call_command("search_rebuild", verbosity=0)
        yield
        transaction.set_rollback(True)


def view_of(url: str) -> tuple[str, bool]:
    """The view behind an address, and whether the address asks it something."""
    parts = urlsplit(url)
    try:
        match = resolve(parts.path)
    except Resolver404:
        return "", False
    kind = "" if match.view_name != "wagtail_serve" else parts.path.strip("/").partition("/")[0]
    return f"{match.view_name} {kind}", bool(parts.query)


def links(url: str, html: str) -> list[str]:
    """Addresses on this site that a page links to, in order."""
    found = (urldefrag(urljoin(url, unescape(href)))[0] for href in HREF.findall(html))
    return [link for link in found if link.startswith("/") and not link.startswith(NOT_WALKED)]


def walk(client: Client, language: str):
    """(address, where the link stood, answer) of a few pages of every view that links lead to."""
    waiting = deque((language + door, AT_THE_DOOR) for door in DOORS)
    seen, looked_at = {url for url, _ in waiting}, Counter()
    while waiting:
        url, origin = waiting.popleft()
        view = view_of(url)
        looked_at[view] += 1
        if looked_at[view] > OF_ONE_VIEW:
            continue
        answer = client.get(url)
        yield url, origin, answer
        onward = [answer["Location"]] if answer.status_code in {301, 302} else []
        if answer.status_code == 200 and answer["Content-Type"].startswith("text/html"):
            onward += links(url, answer.content.decode())
        for link in onward:
            if link not in seen and not link.startswith(OTHER_LANGUAGE[language]):
                seen.add(link)
                waiting.append((link, url))


@pytest.mark.parametrize(("name", "language"), WALKERS)
def test_every_link_leads_to_a_valid_page(county, validate, name, language):
    client = Client()
    if name:
        client.force_login(User.objects.get(username=name))
    wrong, pages = [], 0
    for url, origin, answer in walk(client, language):
        if answer.status_code >= 400 and origin != AT_THE_DOOR:
            wrong.append(f"{url} on {origin} answers {answer.status_code}")
        elif answer.status_code == 200 and answer["Content-Type"].startswith("text/html"):
            pages += 1
            wrong += [f"{url}: {sentence}" for sentence in validate(answer.content.decode())]
    assert not wrong, "\n".join(wrong)
    assert pages >= len(DOORS)
