import pytest

from search.text.lexicon import Lexicon

pytestmark = pytest.mark.unit


def test_plain_lexicon_knows_stop_words_and_no_pinyin() -> None:
    plain = Lexicon()
    assert {"的", "怎么", "the"} <= plain.stop_words
    assert plain.pinyin.read("jiaoshi") == ()
