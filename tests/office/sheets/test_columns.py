import pytest

from office.sheets.columns import unsure_columns
from tests.office.sheets.builders import table_of

pytestmark = pytest.mark.unit


def test_read_columns_gives_a_doubled_heading_to_the_first():
    table = table_of(["岗位名称", "招聘人数", "备注", "备注"], ["医师", 1, "甲", "乙"])
    assert [column.name for column in table.columns] == ["name", "headcount", "remark", "备注"]
    assert table.rows[0].values["备注"] == "乙"


def test_read_columns_keeps_unknown_columns_apart_by_name():
    table = table_of(
        ["岗位名称", "招聘人数", "学历", "其他事项", "其他事项"], ["医师", 1, "本科", "甲", "乙"]
    )
    assert [table.rows[0].values[column.name] for column in table.columns[3:]] == ["甲", "乙"]


def test_unsure_columns_names_what_a_person_must_confirm():
    table = table_of(
        ["岗位名称", "招聘人数", "学历", "比例", "怪列", "性别"],
        ["医师", 1, "本科", "3:1", "x", "男"],
    )
    assert [(column.name, column.reason) for column in unsure_columns(table.columns)] == [
        ("ratio", "只写比例")
    ]
    assert not table.column("sex").is_kept
