import pytest
from django.urls import reverse

pytestmark = pytest.mark.search


def test_search_page_is_read_only_and_sets_no_cookie(db, index, client) -> None:
    address = reverse("search:search")
    assert address == "/search/"
    assert client.post(address).status_code == 405
    page = client.get(address, {"q": "教师"})
    assert page.status_code == 200
    assert not page.cookies
