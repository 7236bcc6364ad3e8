import pytest

from search.text.fold import fold
from search.text.segment import Segmenter, runs
from search.text.tokens import GAP, Phrase, index_tokens, phrase

pytestmark = pytest.mark.unit


def _ask(text: str) -> Phrase:
    return phrase(list(runs(fold(text))))


def test_index_tokens_keep_words_then_inner_words_and_pairs_with_last_character() -> None:
    tokens = index_tokens("住房补贴 IT", Segmenter())
    assert tokens.words == f"住房补贴 it {GAP} 住房 补贴"
    assert tokens.grams == "住房 房补 补贴 贴 it"


@pytest.mark.parametrize(("text", "asked"), [
    ("人才公寓", Phrase(("人才", "才公", "公寓"))),
    ("州", Phrase(("州",), is_open=True)),
    ("3号", Phrase(("3", "号"), is_open=True)),
    ("公寓3", Phrase(("公寓", "寓", "3"))),
    ("0901", Phrase(("0901",), is_open=True)),
    ("java", Phrase(("java",))),
])  # fmt: skip
def test_phrase(text: str, asked: Phrase) -> None:
    assert _ask(text) == asked


@pytest.mark.parametrize(
    "part", ["号文件", "澄溪委", "〔2025〕3号", "人才公寓", "公", "3号文", "2025"]
)
def test_every_part_of_a_text_is_a_phrase_of_its_pairs(part: str) -> None:
    grams = index_tokens("澄溪委人才公寓〔2025〕3号文件", Segmenter()).grams.split()
    asked = _ask(part)
    *whole, last = asked.grams
    size = len(asked.grams)
    assert any(
        grams[at : at + size - 1] == whole
        and (
            grams[at + size - 1].startswith(last) if asked.is_open else grams[at + size - 1] == last
        )
        for at in range(len(grams) - size + 1)
    )
