import pytest
from hypothesis import given
from hypothesis import strategies as st

from search.text.lexicon import Lexicon
from search.text.plan import Ranking, Role, combine, plan
from search.text.segment import Segmenter
from search.text.synonyms import SynonymSet, parse_rule

pytestmark = pytest.mark.unit

LEXICON = Lexicon(Segmenter(), SynonymSet([parse_rule("教师=老师")]))


def _musts(text: str) -> list[str]:
    return [clause.typed for clause in plan(text, LEXICON).musts]


@pytest.mark.parametrize(("text", "musts"), [
    ("教师招聘", ["教师", "招聘"]),
    ("人社局", ["人社局"]),
    ("[2025]3号", ["2025", "3号"]),
    ("石桥镇 教师", ["石桥镇", "教师"]),
    ("的", ["的"]),
    ("", []),
    ("😀", []),
])  # fmt: skip
def test_words_of_a_question(text: str, musts: list[str]) -> None:
    assert _musts(text) == musts


def test_minus_and_quotes() -> None:
    made = plan('-会计 "财务 管理" 岗-位', LEXICON)
    assert [clause.typed for clause in made.having(Role.NOT)] == ["会计"]
    assert "财务 管理" in [clause.typed for clause in made.musts]


def test_synonyms_count_less_and_say_so() -> None:
    [clause] = plan("老师", LEXICON).musts
    assert [(term.text, term.percent, term.via) for term in clause.terms] == [
        ("老师", 100, ""), ("教师", 60, "synonym"),
    ]  # fmt: skip


def test_empty_question_asks_everything_and_unreadable_one_nothing() -> None:
    assert not plan("", LEXICON).is_impossible
    assert plan("😀", LEXICON).is_impossible


def test_loosened_plans_end_and_keep_boxes_and_exclusions() -> None:
    asked = combine(plan("物理教师宿舍 -护士", LEXICON), (plan("石桥镇", LEXICON, "place"),))
    for looser in asked.loosened():
        assert [clause.field for clause in looser.clauses if clause.field] == ["place"]
        assert [clause.typed for clause in looser.having(Role.NOT)] == ["护士"]
    assert looser.ranking is Ranking.BM25
    assert looser.is_relaxed


def test_long_question_is_ranked_by_bm25_without_its_small_words() -> None:
    made = plan("我学护理的大专毕业，想回石桥镇卫生院，有没有能报的", LEXICON)
    assert made.ranking is Ranking.BM25
    assert "的" in made.dropped
    assert {"护理", "大专"} <= set(made.words)


@given(st.text(max_size=400))
def test_any_text_makes_a_plan_of_clean_tokens(text: str) -> None:
    for clause in plan(text, LEXICON).clauses:
        for term in clause.terms:
            assert term.phrase.grams
            assert not any(char in '"* ():{}^' for gram in term.phrase.grams for char in gram)
