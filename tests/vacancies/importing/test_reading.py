import json
from pathlib import Path

import openpyxl
import pytest
from django.conf import settings

from tests.office.sheets.builders import rows_of, saved
from tests.vacancies.importing.tables import (
    HEADER,
    row,
    table,
    three_hundred_with_five_bad,
    workbook,
)
from vacancies.importing.problems import Severity
from vacancies.importing.reading import read_positions

pytestmark = [pytest.mark.integration, pytest.mark.django_db]


def _errors(reading):
    return [(p.row, p.column, p.reason) for p in reading.problems if p.severity is Severity.ERROR]


def test_read_positions_names_each_of_five_bad_rows():
    reading = read_positions(three_hundred_with_five_bad())
    assert sum(draft.is_good for draft in reading.drafts) == 300
    assert _errors(reading) == [
        (17, "G", "招聘人数读不出来"),
        (48, "D", "岗位编码与第 33 行重复"),
        (102, "E", "岗位名称没有填"),
        (152, "M", "“优先”不是条件，算不出出生日期"),
        (202, "W", "条件不得含性别要求，此列不收"),
    ]


def test_read_positions_fills_the_values_of_a_position():
    (draft,) = read_positions(table([row(1)])).drafts
    values = draft.values
    assert (draft.key, values["code"], values["title"], values["unit_name"]) == (
        "26090001", "26090001", "小学语文教师", "第1中心小学",
    )  # fmt: skip
    assert (
        str(values["opening_ratio"]),
        str(values["written_weight"]),
        values["education_rank"],
    ) == ("3.00", "40.00", 3)
    assert (values["major_bachelor"], values["major_graduate"]) == ("0401教育学类", "0451")
    assert str(values["birth_from"]) == "1990-09-14"
    assert [text for kind, text in draft.conditions if kind == "other"] == [
        "中共党员",
        "能长期在乡镇工作",
    ]
    assert not any(text == "不限" for _kind, text in draft.conditions)


def test_read_positions_makes_a_key_where_there_is_none():
    rows = [
        ["县医院", "医师", 1, "本科"],
        ["县医院", "医师", 2, "硕士"],
        ["县中学", "教师", 1, "本科"],
    ]
    reading = read_positions(workbook(rows_of(["招聘单位", "岗位名称", "招聘人数", "学历"], *rows)))
    assert [draft.key for draft in reading.drafts] == [
        "县医院||医师#1",
        "县医院||医师#2",
        "县中学||教师#1",
    ]
    assert all(draft.is_good for draft in reading.drafts)


def test_read_positions_joins_codes_that_every_table_counts_afresh():
    header = ["招聘单位", "岗位编码", "岗位名称", "招聘人数"]
    reading = read_positions(
        workbook(
            rows_of(header, ["县医院", "01", "医师", 1], ["县医院", "02", "护士", 1]),
            教育=rows_of(header, ["县中学", "01", "教师", 1], ["县中学", "02", "校医", 1]),
        )
    )
    assert [draft.key for draft in reading.drafts] == [
        "县医院|01",
        "县医院|02",
        "县中学|01",
        "县中学|02",
    ]
    assert _errors(reading) == []


def test_read_positions_takes_the_unit_from_the_heading_above():
    reading = read_positions(
        workbook(
            rows_of(
                ["一、县人民医院（2人）"],
                ["岗位名称", "招聘人数", "学历"],
                ["医师", 1, "本科"],
                ["护士", 1, "专科"],
            )
        ),
        default_unit="县人社局",
    )
    assert {draft.values["unit_name"] for draft in reading.drafts} == {"县人民医院"}


def test_read_positions_gathers_a_post_spread_over_rows():
    reading = read_positions(
        workbook(
            rows_of(
                ["岗位编码", "岗位名称", "招聘人数", "专业"],
                ["260901", "医师", 2, "研究生：临床医学"], [None, None, None, "本科：中医学"], ["260902", "护士", 1, "护理学"],
                merges=["A2:A3", "B2:B3", "C2:C3"],
            )
        )
    )  # fmt: skip
    assert (reading.rows, reading.headcount, len(reading.drafts)) == (3, 3, 2)
    assert reading.drafts[0].values["major_bachelor"] == "中医学"


def test_read_positions_makes_one_post_of_one_code_in_several_units():
    header = ["招聘单位", "岗位编码", "岗位名称", "招聘人数"]
    rows = [["一校", "260901", "教师", 2], ["二校", None, "教师", 1], ["三校", "260902", "教师", 1]]
    first, second = read_positions(workbook(rows_of(header, *rows, merges=["B2:B3"]))).drafts
    assert (first.values["unit_name"], first.values["headcount"]) == ("一校、二校", 3)
    assert second.values["headcount"] == 1


def test_read_positions_counts_a_shared_headcount_once_and_says_so():
    reading = read_positions(
        workbook(
            rows_of(
                ["岗位编码", "岗位名称", "招聘人数"],
                ["260901", "医师", 3],
                ["260902", "护士", None],
                merges=["C2:C3"],
            )
        )
    )
    assert [draft.values["headcount"] for draft in reading.drafts] == [3, 0]
    assert any("只在第一个岗位计一次" in problem.reason for problem in reading.problems)


def test_read_positions_holds_the_sum_against_the_total_row():
    rows = [row(1), row(2), ["合计", None, None, None, None, None, 5]]
    reading = read_positions(table(rows))
    assert reading.stated_headcount == 5
    assert any("合计写的是 5 人，各行相加是 4 人" in problem.reason for problem in reading.problems)


def test_read_positions_warns_of_ratios_written_both_ways():
    reading = read_positions(table([row(1, 开考比例="3:1"), row(2, 开考比例="1：2")]))
    assert [(p.row, p.reason) for p in reading.problems] == [(4, "写法反了，读作 2:1")]


def test_read_positions_restores_a_ratio_taken_for_a_time():
    def build(sheet):
        rows_of(HEADER, row(1))(sheet)
        cell = sheet.cell(2, HEADER.index("开考比例") + 1)
        cell.value, cell.number_format = 0.04375, "h:mm"

    (draft,) = read_positions(workbook(build)).drafts
    assert (str(draft.values["opening_ratio"]), draft.values["opening_ratio_text"]) == (
        "3.00",
        "1:3",
    )


def test_read_positions_refuses_a_table_without_headcounts():
    reading = read_positions(
        workbook(rows_of(["岗位编码", "岗位名称", "学历"], ["1", "医师", "本科"]))
    )
    assert not any(draft.is_good for draft in reading.drafts)
    assert any("没有“招聘人数”列" in problem.reason for problem in reading.problems)


def test_read_positions_follows_decisions_and_fixes():
    source = workbook(
        rows_of(["岗位编码", "岗位名称", "招聘人数", "怪列"], ["1", "医师", "若干", "本科"])
    )
    reading = read_positions(source, decisions={"怪列": "education"}, fixes={"岗位表!C2": "2"})
    (draft,) = reading.drafts
    assert (draft.values["education"], draft.values["headcount"], draft.is_good) == (
        "本科",
        2,
        True,
    )


def test_read_positions_reports_what_is_hidden_and_never_takes_it():
    book = openpyxl.Workbook()
    rows_of(HEADER, row(1), row(2), row(3))(book.active)
    book.active.row_dimensions[3].hidden = True
    book.active.column_dimensions["V"].hidden = True
    rows_of(HEADER, row(9))(book.create_sheet("汇总"))
    book["汇总"].sheet_state = "hidden"
    reading = read_positions(saved(book))
    assert [draft.row for draft in reading.drafts] == [2, 4]
    assert {finding.kind.value for finding in reading.gate} >= {"hidden_row", "hidden_sheet"}


@pytest.mark.parametrize(
    ("name", "rows", "headcount"),
    [
        ("henan_2026_civil.xlsx", 7509, 10429),
        ("guangdong_2025_civil.xls", 12377, 17419),
        ("fangshan_education_2026.xlsx", 158, 199),
        ("sasac_institutions_2026.xls", 17, 17),
        ("beijing_2026_supplement.xls", 187, 723),
        ("beijing_zgc_2026.xlsx", 4, 4),
        ("beijing_tech_vocational_2026.xlsx", 13, 16),
    ],
)
def test_read_positions_takes_every_row_of_the_real_tables(name, rows, headcount):
    file = Path(settings.TALENT_SAMPLE_DATA) / "positions" / name
    if not file.is_file():
        pytest.skip("the sample tables are not on this machine (TALENT_SAMPLE_DATA)")
    reading = read_positions(file)
    assert (reading.rows, reading.headcount, reading.is_stopped) == (rows, headcount, False)
    assert [draft.problems for draft in reading.drafts if not draft.is_good] == []


def test_read_positions_stops_the_privacy_trap_and_names_four_places():
    file = Path(settings.TALENT_SAMPLE_DATA) / "positions" / "privacy_trap_synthetic.xlsx"
    if not file.is_file():
        pytest.skip("the sample tables are not on this machine (TALENT_SAMPLE_DATA)")
    reading = read_positions(file)
    assert reading.is_stopped
    kinds = {(finding.kind.value, finding.sheet) for finding in reading.gate}
    assert kinds == {
        ("property", ""), ("hidden_column", "岗位表"), ("hidden_sheet", "内部汇总"), ("very_hidden_sheet", "深度隐藏"),
    }  # fmt: skip
    assert "999999199001010016" not in json.dumps([finding.found for finding in reading.gate])
