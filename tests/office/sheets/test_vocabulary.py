import pytest

from office.sheets.vocabulary import bare, heading
from tests.office.sheets.builders import POSTS

pytestmark = pytest.mark.unit


@pytest.mark.parametrize(
    ("text", "folded"),
    [
        ("学 历", "学历"),
        ("招聘\n人数", "招聘人数"),
        ("岗位（职位）：", "岗位(职位)"),
        ("＊单位", "单位"),
    ],
)
def test_heading_folds_width_blanks_and_breaks(text, folded):
    assert heading(text) == folded


def test_bare_drops_brackets_but_never_everything():
    assert bare("招录机关(单位)") == "招录机关"
    assert bare("(单位)") == "(单位)"


def test_match_prefers_the_group_to_the_bare_word():
    assert POSTS.match(("专业", "本科")).field.name == "majors_bachelor"
    assert POSTS.match(("本科",)) is None


def test_match_inside_a_heading_is_only_likely():
    match = POSTS.match(("用人单位全称",))
    assert (match.field.name, match.confidence) == ("unit", 0.7)


def test_knows_is_silent_on_long_text():
    assert POSTS.knows("岗位" * 30) is None


def test_remembering_puts_a_persons_decision_first():
    vocabulary = POSTS.remembering({"比例": "remark", "资格条件 › 学历": "degree", "备注": ""})
    assert vocabulary.match(("比例",)).field.name == "remark"
    assert vocabulary.match(("资格条件", "学历")).field.name == "degree"
    assert vocabulary.match(("备注",)) is None
    assert POSTS.match(("比例",)).field.name == "ratio"
