import pytest

from office.sheets.headers import Grid, find_headers
from tests.office.sheets.builders import HEADER, POSTS, post, sheet_of, table_of, tables_of

pytestmark = pytest.mark.unit


def test_find_headers_skips_titles_and_notes_above():
    table = table_of(
        ["附件1"],
        ["澄溪县2026年岗位表（共199人）"],
        ["填报单位：县人社局", None, None, "填报时间：2026年9月"],
        HEADER,
        post(1),
        merges=["A2:H2"],
    )
    assert table.header_rows == [4]
    assert table.titles[:2] == ["附件1", "澄溪县2026年岗位表（共199人）"]


def test_find_headers_reads_two_rows_grouped_by_merges():
    table = table_of(
        ["标题"],
        ["序号", "招聘单位", "岗位", None, "招聘人数", "资格条件", None, "专业", None],
        [None, None, "编码", "名称", None, "学历", "学位", "研究生", "本科"],
        [1, "县医院", "2609001", "医师", 2, "本科", "学士", "1051", "100201K"],
        merges=["A1:I1", "A2:A3", "B2:B3", "C2:D2", "E2:E3", "F2:G2", "H2:I2"],
    )
    assert table.header_rows == [2, 3]
    assert [column.header for column in table.columns][2:6] == [
        "岗位 › 编码",
        "岗位 › 名称",
        "招聘人数",
        "资格条件 › 学历",
    ]
    assert [column.name for column in table.columns] == [
        "serial", "unit", "code", "name", "headcount", "education", "degree", "majors_graduate", "majors_bachelor",
    ]  # fmt: skip
    assert len(table.rows) == 1


def test_find_headers_reads_two_rows_without_merges():
    table = table_of(
        ["序号", "招聘单位", "岗位编码", "岗位名称", "招聘人数", "资格条件", None, None, "备注"],
        [None, None, None, None, None, "学历", "学位", "专业", None],
        [1, "县医院", "2609001", "医师", 2, "本科", "学士", "不限", None],
    )
    assert table.header_rows == [1, 2]
    assert table.columns[6].header == "资格条件 › 学位"
    assert [row.values["headcount"] for row in table.rows] == ["2"]


def test_find_headers_reads_a_group_row_of_unknown_words():
    table = table_of(
        ["基本情况", None, "需求情况", None, "要求", None],
        ["招聘单位", "岗位编码", "岗位名称", "招聘人数", "学历", "专业"],
        ["县医院", "2609001", "医师", 2, "本科", "不限"],
        merges=["A1:B1", "C1:D1", "E1:F1"],
    )
    assert table.header_rows == [1, 2]


def test_find_headers_takes_a_second_row_in_english_along():
    table = table_of(
        ["招聘单位", "岗位编码", "岗位名称", "招聘人数"],
        ["Unit", "Code", "Post", "Number"],
        ["县医院", "2609001", "医师", 2],
    )
    assert table.header_rows == [1, 2]
    assert [column.header for column in table.columns] == [
        "招聘单位",
        "岗位编码",
        "岗位名称",
        "招聘人数",
    ]
    assert len(table.rows) == 1


def test_find_headers_takes_the_row_that_numbers_the_columns_along():
    numbered = table_of(
        ["招聘单位", "岗位编码", "岗位名称", "招聘人数"],
        [1, 2, 3, 4],
        ["县医院", "2609001", "医师", 2],
    )
    assert len(numbered.rows) == 1
    assert numbered.header_rows == [1, 2]


def test_find_headers_knows_circled_column_numbers():
    table = table_of(
        ["招聘单位", "岗位编码", "岗位名称", "招聘人数"],
        ["①", "②", "③", "④"],
        ["县医院", "1", "医师", 2],
    )
    assert (table.header_rows, len(table.rows)) == ([1, 2], 1)


def test_a_header_under_a_continuation_title_continues_the_table():
    table = table_of(["表名"], HEADER, post(1), ["表名（续表）"], HEADER, post(2))
    assert len(table.rows) == 2


def test_find_headers_ignores_blanks_and_line_breaks_in_headings():
    table = table_of(
        ["单\n位 名称", "岗 位\u3000代码", "* 岗位名称", "招聘\n人数（人）"],
        ["县医院", "1", "医师", 2],
    )
    assert [column.name for column in table.columns] == ["unit", "code", "name", "headcount"]


def test_find_headers_does_not_take_a_data_row_for_a_second_header_row():
    table = table_of(
        ["招聘单位", "岗位名称", "招聘人数"], ["县医院", "岗位", "2"], ["县中学", "教师", "1"]
    )
    assert table.header_rows == [1]
    assert len(table.rows) == 2


def test_find_headers_leaves_hidden_columns_out():
    sheet = sheet_of(HEADER, post(1))
    sheet.hidden_columns = {6}
    (header,) = find_headers(Grid(sheet), POSTS)
    assert 6 not in header.paths


def test_tables_stacked_in_a_sheet_each_have_their_header():
    first, second = tables_of(
        ["一、教育系统"],
        ["序号", "招聘单位", "岗位名称", "招聘人数"],
        [1, "县中学", "教师", 2],
        [2, "县小学", "教师", 3],
        [],
        ["二、卫生系统"],
        ["序号", "岗位编码", "岗位", "人数", "学历要求"],
        [1, "2609", "医师", 1, "本科"],
        ["合计", None, None, 1],
    )
    assert (first.header_rows, len(first.rows), first.titles) == ([2], 2, ["一、教育系统"])
    assert (second.header_rows, len(second.rows), second.titles) == ([7], 1, ["二、卫生系统"])
    assert [entry.kind for entry in second.left_out] == ["total"]


def test_a_header_printed_again_continues_the_table():
    table = table_of(["表名"], HEADER, post(1), ["表名"], HEADER, post(2), HEADER, post(3))
    assert [row.number for row in table.rows] == [3, 6, 8]


def test_a_repeated_header_under_another_title_opens_another_table():
    assert [
        len(table.rows)
        for table in tables_of(["县医院"], HEADER, post(1), ["县中学"], HEADER, post(2))
    ] == [1, 1]
