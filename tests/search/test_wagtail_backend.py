import threading

import pytest
from django.db import connection, connections
from wagtail.images.models import Image
from wagtail.models import Page

from policies.models import PolicyPage
from tests.factories.policies import policy

pytestmark = pytest.mark.integration


@pytest.fixture
def pages(db) -> None:
    policy("高层次人才引进实施办法", summary="强县战略")
    policy("教师安家补贴")


@pytest.mark.parametrize(("asked", "titles"), [
    ("人才", ["高层次人才引进实施办法"]),
    ("引进实施", ["高层次人才引进实施办法"]),
    ("補貼", ["教师安家补贴"]),
    ("师", ["教师安家补贴"]),
    ("办法 人才", ["高层次人才引进实施办法"]),
    ("宇航", []),
    ('"', []),
    ("'; drop", []),
])  # fmt: skip
def test_pages_are_found_in_the_middle_of_a_title(pages, asked, titles) -> None:
    assert [page.title for page in Page.objects.live().search(asked)] == titles
    assert [page.title for page in PolicyPage.objects.autocomplete(asked)] == titles


def test_image_box_takes_chinese(db) -> None:
    assert list(Image.objects.search("人才")) == []


@pytest.mark.django_db(transaction=True)
def test_ninety_saves_from_six_threads_make_no_error() -> None:
    made = [policy(f"高层次人才引进办法{number}").pk for number in range(6)]
    errors: list[Exception] = []

    def save(pk: int) -> None:
        try:
            page = PolicyPage.objects.get(pk=pk)
            for turn in range(15):
                page.summary = f"第{turn}次"
                page.save_revision().publish()
        except Exception as error:  # noqa: BLE001 — carried to the assertion of the main thread
            errors.append(error)
        finally:
            connections.close_all()

    threads = [threading.Thread(target=save, args=(pk,)) for pk in made]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    assert errors == []
    assert Page.objects.search("引进办法").count() == 6
    assert connection.vendor in {"sqlite", "postgresql"}
