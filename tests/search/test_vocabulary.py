import pytest

from search.models import Synonym, UserWord
from search.vocabulary import lexicon

pytestmark = [pytest.mark.integration, pytest.mark.django_db]


def test_edited_words_act_at_once_and_unchanged_ones_are_not_built_again() -> None:
    assert lexicon().segmenter is lexicon().segmenter
    assert lexicon().segmenter.cut("三支一扶") != ["三支一扶"]
    UserWord.objects.create(word="三支一扶")
    Synonym.objects.create(rule="教师=老师")
    Synonym.objects.create(rule="甲=乙", is_active=False)
    words = lexicon()
    assert words.segmenter.cut("三支一扶") == ["三支一扶"]
    assert words.synonyms.match("教师", 0) == (2, ("老师",))
    assert words.synonyms.match("甲", 0) == (0, ())
    assert lexicon().pinyin.read("jiaoshi") == ()
