import pytest

from search.text.synonyms import SynonymSet, parse_rule

pytestmark = pytest.mark.unit


def test_group_finds_each_other_and_arrow_one_way() -> None:
    words = SynonymSet([parse_rule("教师=老師=教员"), parse_rule("老婆=>配偶")])
    assert words.match("招老师", 1) == (2, ("教师", "教员"))
    assert words.match("老婆", 0) == (2, ("配偶",))
    assert words.match("配偶", 0) == (0, ())


def test_longest_word_wins_and_latin_words_are_whole() -> None:
    words = SynonymSet(
        [parse_rule("人才=才俊"), parse_rule("人才公寓=周转房"), parse_rule("it=计算机")]
    )
    assert words.match("人才公寓", 0) == (4, ("周转房",))
    assert words.match("item", 0) == (0, ())
    assert words.match("it岗", 0) == (2, ("计算机",))


@pytest.mark.parametrize("line", ["", "教师", "=", "=>", "教师=>", "=>教师"])
def test_what_is_no_rule_is_refused(line: str) -> None:
    with pytest.raises(ValueError, match="not a synonym rule"):
        parse_rule(line)
