import dataclasses

import pytest

from search.registry import digest, kinds, split_key
from search.types import Doc

pytestmark = pytest.mark.unit


def test_kinds_stand_in_the_order_of_the_tabs() -> None:
    assert list(kinds())[:3] == ["position", "notice", "policy"]
    assert split_key(kinds()["position"].key(7)) == ("position", 7)


def test_digest_tells_contents_apart_and_leaves_out_the_version() -> None:
    doc = Doc("position:1", "position", {"title": "教师"})
    assert digest(doc) == digest(dataclasses.replace(doc, version=9))
    assert digest(doc) != digest(dataclasses.replace(doc, texts={"title": "护士"}))
    assert digest(doc) != digest(dataclasses.replace(doc, labels=frozenset({"unit:1"})))
