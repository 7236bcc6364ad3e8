from io import BytesIO

import openpyxl
import pytest

from office.privacy import find_in_workbook
from office.sheets import read_workbook
from tests.factories import NoticeFactory
from tests.vacancies.importing.tables import row, table
from vacancies import exports
from vacancies.importing.planning import plan
from vacancies.importing.reading import read_positions
from vacancies.importing.writing import write
from vacancies.models import Position, PositionImport

pytestmark = [pytest.mark.integration, pytest.mark.django_db]


@pytest.fixture
def notice():
    notice = NoticeFactory(hidden=True)
    write(notice, plan(notice, read_positions(table([row(1), row(2)])).drafts))
    notice.positions.filter(code="26090002").update(remark="=1+1")
    return notice


def test_row_07_the_annex_holds_every_field_of_a_position(notice):
    sheet = openpyxl.load_workbook(BytesIO(exports.annex(notice, notice.positions.all()))).active
    heads = [cell.value for cell in sheet[2]]
    assert {
        "招聘单位", "岗位编码", "岗位名称", "招聘人数", "学历要求", "学位要求", "专业（本科）", "年龄要求", "招聘范围",
        "职称或执业资格", "其他条件", "开考比例", "笔试占比（%）", "面试占比（%）", "联系人及电话", "备注", "基本报酬",
    } <= set(heads)  # fmt: skip
    first = dict(zip(heads, (cell.value for cell in sheet[3]), strict=True))
    assert (first["岗位编码"], first["招聘人数"], first["联系人及电话"]) == (
        "26090001",
        "2",
        "0838-7100001",
    )
    assert sheet.max_row == 5
    assert sheet["A5"].value == "合计"


def test_annex_covers_every_field_the_importer_fills(notice):
    filled = {
        name for name, value in Position.objects.values().first().items() if value not in ("", None)
    }
    not_columns = {
        "id", "notice_id", "key", "order", "updated_at", "is_cancelled", "extra", "unit_id", "discipline_id", "township_id",
        "opening_ratio", "education_rank", "birth_from", "birth_to",
    }  # fmt: skip
    assert filled - not_columns <= {name for name, _width in exports.COLUMNS}


def test_annex_read_back_changes_nothing(notice):
    again = plan(
        notice, read_positions(BytesIO(exports.annex(notice, notice.positions.all()))).drafts
    )
    assert [change.values for change in again.updated] == []
    assert (len(again.created), len(again.updated), len(again.unchanged), again.absent) == (
        0,
        0,
        2,
        0,
    )


def test_annex_never_carries_a_formula_or_an_author(notice):
    content = exports.annex(notice, notice.positions.all())
    sheet = openpyxl.load_workbook(BytesIO(content)).active
    assert all(cell.data_type != "f" for line in sheet for cell in line)
    assert find_in_workbook(read_workbook(BytesIO(content))) == []


def test_template_is_read_as_a_position_table():
    (sheet,) = read_positions(BytesIO(exports.template())).sheets
    assert all(column.field for column in sheet.tables[0].columns)


def test_report_names_problems_and_changes(notice):
    told = {
        "rows": 2,
        "errors": [
            {
                "sheet": "表",
                "row": 3,
                "column": "G",
                "value": "若干",
                "reason": "读不出来",
                "fix": "写成整数",
            }
        ],
        "preview": [
            {
                "code": "1",
                "title": "教师",
                "unit": "县中学",
                "changes": [{"label": "人数", "old": "1", "new": "2"}],
            }
        ],
    }
    book = openpyxl.load_workbook(
        BytesIO(exports.report(PositionImport(notice=notice, file_name="a.xlsx", report=told)))
    )
    assert [cell.value for cell in book["问题"][2]] == [
        "不能导入",
        "表",
        "3",
        "G",
        "若干",
        "读不出来",
        "写成整数",
    ]
    assert [cell.value for cell in book["改动"][2]] == ["1", "教师", "县中学", "人数", "1", "2"]
