import pytest
from django.urls import reverse

from search import backends
from search.rebuild import rebuild
from tests.factories.policies import policy
from tests.factories.vacancies import NoticeFactory, PositionFactory

pytestmark = pytest.mark.search

ODD = (
    '"',
    "*",
    "NOT",
    "'; drop table x",
    "a" * 10_000,
    "\x00",
    "😀",
    "(((",
    "title:x",
    "-",
    "“",
    "AND OR",
    "%_",
    "﷽" * 50,
)


@pytest.fixture
def shelf(db, index) -> None:
    PositionFactory(title="高中物理教师", duties="负责物理教学，指导实验", pay="8—11 万元/年")
    PositionFactory(title="护士", notice=NoticeFactory(closed=True))
    policy(
        "澄溪县人才公寓配租管理办法",
        document_number="澄溪委人才〔2025〕3号",
        body="<p>公开摇号</p>",
    )
    rebuild(backends.embedded())


def _get(client, **query):
    return client.get(reverse("search:search"), query)


@pytest.mark.parametrize("text", ODD)
def test_search_page_takes_odd_questions(shelf, client, text) -> None:
    assert _get(client, q=text).status_code == 200


def test_search_page_escapes_what_was_typed(shelf, client) -> None:
    html = _get(client, q='<script>alert(1)</script>"><b>物理').content.decode()
    assert "<script>alert(1)" not in html
    assert '"><b>物理' not in html


@pytest.mark.parametrize("query", [
    {"page": "0"}, {"page": "-1"}, {"page": "99999"}, {"page": "9" * 400}, {"page": "x"}, {"kind": "nothing"},
    {"sort": "evil"}, {"status": "unknown"}, {"unit": "不存在" * 100}, {"township": ["a"] * 500},
])  # fmt: skip
def test_search_page_takes_odd_addresses(shelf, client, query) -> None:
    assert _get(client, **query).status_code == 200


def test_search_page_shows_another_kind_when_positions_have_none(shelf, client) -> None:
    html = _get(client, q="[2025]3号").content.decode()
    assert "配租管理办法" in html


def test_search_page_says_so_when_nothing_holds_the_words(shelf, client) -> None:
    html = _get(client, q="宇航员").content.decode()
    assert "没有同时含这几个词的内容" in html
    assert "0000-519 0100" in html


def test_search_page_marks_words_found_only_in_the_body(shelf, client) -> None:
    html = _get(client, q="指导实验").content.decode()
    assert "命中正文" in html


def test_search_page_without_any_index_says_so(db, client, settings, tmp_path) -> None:
    settings.SEARCH = {**settings.SEARCH, "ENGINE": "embedded", "PATH": tmp_path / "none.sqlite3"}
    backends.forget()
    assert _get(client, q="教师").status_code == 503
    backends.forget()


def test_tabs_count_what_they_lead_to(shelf, client) -> None:
    page = _get(client, q="人才", education="college", status="open").context["found"]
    assert {tab.url.partition("kind=")[2]: tab.count for tab in page.tabs} == {
        "position": 0,
        "notice": 0,
        "policy": 1,
    }
