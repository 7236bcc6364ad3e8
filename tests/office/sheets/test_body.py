import pytest

from office.sheets import Oddity
from tests.office.sheets.builders import HEADER, post, table_of

pytestmark = pytest.mark.unit


def _column(table, name):
    return [row.values[name] for row in table.rows]


def test_body_leaves_totals_and_notes_out_and_says_so():
    table = table_of(
        HEADER,
        post(1, headcount=2),
        [None, "县中学小计", None, None, 2],
        post(2, unit="县医院"),
        [],
        ["合　计", None, None, None, 3],
        ["说明：1.年龄计算截至2026年9月14日。"],
        ["填表人：张三", None, None, "审核人：李四"],
    )
    assert [row.number for row in table.rows] == [2, 4]
    assert [(entry.row, str(entry.kind), entry.tally) for entry in table.left_out] == [
        (3, "total", "2"),
        (6, "total", "3"),
        (7, "note", ""),
        (8, "note", ""),
    ]


def test_body_fills_down_only_inside_the_merge():
    table = table_of(
        HEADER, post(1, unit="县医院"), (2, None, "26090002", "护士", 1), (3, None, "26090003", "药师", 1),
        merges=["B2:B3"],
    )  # fmt: skip
    assert _column(table, "unit") == ["县医院", "县医院", ""]


def test_body_fills_to_the_right_inside_the_merge():
    table = table_of(
        ["岗位名称", "招聘人数", "学历", "学位"],
        ["医师", 1, "不限", None],
        ["护士", 1, "本科", "学士"],
        merges=["C2:D2"],
    )
    assert _column(table, "degree") == ["不限", "学士"]


@pytest.mark.parametrize("mark", ["同上", "〃", '"', "同 上"])
def test_body_reads_ditto_as_the_row_above(mark):
    table = table_of(
        HEADER,
        post(1),
        (2, mark, "26090002", "护士", 1, mark),
        (3, mark, "26090003", "药师", 1, mark),
    )
    assert _column(table, "unit") == ["县中学"] * 3
    assert table.rows[2].oddities["education"] is Oddity.DITTO


def test_body_counts_a_merged_headcount_once():
    table = table_of(
        HEADER, post(1, headcount=3), (2, "县医院", "26090002", "护士"), (3, "县医院", "26090003", "药师", 1),
        merges=["E2:E3"],
    )  # fmt: skip
    assert _column(table, "headcount") == ["3", "", "1"]
    assert table.rows[1].oddities["headcount"] is Oddity.SHARED
    assert table.rows[1].continues is None


def test_body_knows_one_post_spread_over_rows():
    table = table_of(
        HEADER, (1, "县医院", "26090001", "医师", 2, "研究生", "临床医学"), (None, None, None, None, None, "本科", "中医学"),
        post(2),
        merges=["A2:A3", "B2:B3", "C2:C3", "D2:D3", "E2:E3"],
    )  # fmt: skip
    assert [row.continues for row in table.rows] == [None, 2, None]
    assert _column(table, "headcount") == ["2", "", "1"]


def test_body_ignores_rows_numbered_ahead():
    table = table_of(HEADER, post(1), [2], [3])
    assert len(table.rows) == 1
    assert table.left_out == []


def test_body_keeps_the_section_a_row_stands_under():
    table = table_of(
        HEADER, ["一、县医院"], post(1), ["二、县中学"], post(2), merges=["A2:H2", "A4:H4"]
    )
    assert [row.section for row in table.rows] == ["一、县医院", "二、县中学"]


def test_body_counts_what_stands_beside_the_table():
    table = table_of(HEADER, (*post(1), None, "草稿"), post(2))
    assert table.stray == {10: 1}
    assert len(table.columns) == 8


def test_body_takes_one_code_over_several_units_for_one_post():
    table = table_of(
        HEADER, (1, "一校", "26090001", "教师", 2), (2, "二校", None, "教师", 1), (3, "三校", "26090003", "教师", 1),
        merges=["C2:C3"],
    )  # fmt: skip
    assert [row.continues for row in table.rows] == [None, 2, None]
    assert _column(table, "headcount") == ["2", "1", "1"]


def test_body_takes_one_name_over_several_units_for_several_posts():
    header = ("招聘单位", "岗位名称", "招聘人数", "学历")
    table = table_of(
        header, ("一校", "教师", 2, "本科"), ("二校", None, 1, "本科"), merges=["B2:B3"]
    )
    assert [row.continues for row in table.rows] == [None, None]


def test_body_leaves_a_row_of_signatures_out():
    signed = [None, "单位负责人：王某", None, None, "填表人：李某", "2026年9月1日"]
    assert [str(entry.kind) for entry in table_of(HEADER, post(1), signed).left_out] == ["note"]
