import pytest

from vacancies.wording import Weight, find

pytestmark = pytest.mark.unit


@pytest.mark.parametrize(
    "text",
    [
        "限男性",
        "男性优先",
        "女性优先",
        "仅限男",
        "适合男性",
        "男性;中共党员",
        "计划招录男性180人",
        "已婚已育",
        "未婚",
        "无生育计划",
        "无乙肝",
        "汉族",
        "无宗教信仰",
    ],
)
def test_find_blocks_discriminating_words(text):
    assert [finding.weight for finding in find(text)] == [Weight.BLOCK]


@pytest.mark.parametrize(
    "text",
    [
        "形象好",
        "身高1.70米以上",
        "限本县户籍",
        "985高校",
        "第一学历本科",
        "全日制",
        "35岁以下优先",
        "保过",
    ],
)
def test_find_warns_where_a_basis_is_needed(text):
    assert [finding.weight for finding in find(text)] == [Weight.WARN]


@pytest.mark.parametrize(
    "text",
    [
        "中共党员",
        "男女不限",
        "具有教师资格证",
        "女子监狱工作",
        "1985年9月以后出生",
        "计算机科学与技术（A0985）",
        "能适应夜班",
    ],
)
def test_find_leaves_plain_conditions_alone(text):
    assert find(text) == []


def test_find_names_the_words():
    assert find("要求：限女性；党员")[0].words == "限女性"
