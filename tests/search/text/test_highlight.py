import pytest

from search.text.highlight import excerpt, pieces
from search.text.lexicon import Lexicon
from search.text.plan import plan
from search.text.synonyms import SynonymSet, parse_rule

pytestmark = pytest.mark.unit

LEXICON = Lexicon(synonyms=SynonymSet([parse_rule("教师=老师")]))


def _shown(text: str, asked: str) -> str:
    return "".join(
        f"[{p.text}]" if p.is_hit else p.text for p in pieces(text, plan(asked, LEXICON))
    )


@pytest.mark.parametrize(("text", "asked", "shown"), [
    ("縣高級中學教師", "县 教师", "[縣]高級中學[教師]"),
    ("Ｊａｖａ 工程师", "java", "[Ｊａｖａ] 工程师"),
    ("语文老师", "教师", "语文[老师]"),
    ("Housing Subsidies", "subsidy", "Housing [Subsidies]"),
    ("动物医学090101", "0901", "动物医学[090101]"),
    ("javascript", "java", "javascript"),
    ("<b>教师</b>", "教师", "<b>[教师]</b>"),
    ("护士", "教师", "护士"),
])  # fmt: skip
def test_hits_stand_on_the_text_as_written(text: str, asked: str, shown: str) -> None:
    assert _shown(text, asked) == shown


def test_excluded_words_are_not_marked() -> None:
    assert _shown("教师 护士", "教师 -护士") == "[教师] 护士"


def test_excerpt_is_cut_around_the_first_hit() -> None:
    text = "甲" * 200 + "教师" + "乙" * 200
    cut = excerpt(text, plan("教师", LEXICON), width=40)
    assert (cut[0].text, cut[-1].text) == ("…", "…")
    assert [piece.text for piece in cut if piece.is_hit] == ["教师"]
    assert sum(len(piece.text) for piece in cut) <= 42
    assert excerpt(text, plan("护士", LEXICON)) == ()
