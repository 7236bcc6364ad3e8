import pytest
from hypothesis import given
from hypothesis import strategies as st

from search.text.fold import fold, fold_map

pytestmark = pytest.mark.unit


@pytest.mark.parametrize(("text", "folded"), [
    ("規劃建設技術人員", "规划建设技术人员"),
    ("Ｊａｖａ　ＩＴ", "java it"),
    ("二〇二五年", "2025年"),
    ("〔二O二五〕3号", "〔2025〕3号"),
    ("一二三四", "一二三四"),
    ("㎡…", "m2..."),
    ("a\u200bb", "ab"),
])  # fmt: skip
def test_fold(text: str, folded: str) -> None:
    assert fold(text) == folded


@given(st.text(max_size=60))
def test_fold_map_gives_the_same_text_and_an_origin_for_each_character(text: str) -> None:
    folded, origins = fold_map(text)
    assert folded == fold(text)
    assert len(origins) == len(folded)
    assert origins == sorted(origins)
    assert all(0 <= origin < len(text) for origin in origins)
