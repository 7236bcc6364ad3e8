import pytest

from search.templatetags.search_marks import marked
from search.text.lexicon import Lexicon
from search.text.plan import plan

pytestmark = pytest.mark.unit


def test_hits_are_marked_and_everything_is_escaped() -> None:
    assert marked("<i>教师</i>", plan("教师", Lexicon())) == "&lt;i&gt;<mark>教师</mark>&lt;/i&gt;"
    assert marked("<mark>", plan("<mark>", Lexicon())) == "&lt;<mark>mark</mark>&gt;"
