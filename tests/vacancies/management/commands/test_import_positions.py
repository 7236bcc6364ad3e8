import json

import pytest
from django.core.management import call_command

from tests.factories import NoticeFactory
from tests.office.sheets.builders import rows_of, stream, trap
from tests.vacancies.importing.tables import HEADER, row, table, three_hundred_with_five_bad
from vacancies.models import Position

pytestmark = [pytest.mark.integration, pytest.mark.django_db]


@pytest.fixture
def run(tmp_path, capsys):
    """Call the command on a workbook: (exit code, the object on stdout or its text)."""

    def call(source, *options, name="table.xlsx"):
        file = tmp_path / name
        file.write_bytes(source.getvalue() if hasattr(source, "getvalue") else source)
        with pytest.raises(SystemExit) as ended:
            call_command("import_positions", str(file), *options)
        out = capsys.readouterr().out
        return ended.value.code, json.loads(out) if "--json" in options else out

    return call


def test_import_positions_tells_exactly_the_agreed_object(run):
    code, told = run(table([row(1), row(2, 招聘人数="若干")]), "--json")
    assert code == 1
    assert list(told) == [
        "sheets",
        "rows",
        "headcount",
        "created",
        "updated",
        "unchanged",
        "problems",
        "gate",
    ]
    (sheet,) = told["sheets"]
    assert list(sheet) == ["name", "tables", "skipped"]
    (found,) = sheet["tables"]
    assert list(found) == ["header_rows", "rows", "headcount", "columns", "key"]
    assert (found["header_rows"], found["rows"], found["headcount"], found["key"]) == (
        [2],
        2,
        2,
        ["code"],
    )
    assert found["columns"]["headcount"] == "招聘人数"
    assert set(found["columns"].values()) == set(HEADER)
    assert told["problems"] == [
        {
            "sheet": "岗位表", "row": 4, "column": "G", "value": "若干", "reason": "招聘人数读不出来", "severity": "error",
        }
    ]  # fmt: skip
    assert (told["rows"], told["headcount"], told["created"], sheet["skipped"]) == (2, 2, 1, None)
    assert not Position.objects.exists()


def test_import_positions_writes_into_the_notice_and_never_twice(run):
    notice = NoticeFactory(hidden=True)
    first, second = (
        run(three_hundred_with_five_bad(), "--json", "--notice", str(notice.pk))[1]
        for _each in range(2)
    )
    assert [first[name] for name in ("created", "updated", "unchanged")] == [300, 0, 0]
    assert [second[name] for name in ("created", "updated", "unchanged")] == [0, 0, 300]
    assert notice.positions.count() == 300


def test_import_positions_tries_without_writing(run):
    notice = NoticeFactory(hidden=True)
    code, told = run(table([row(1)]), "--json", "--notice", str(notice.pk), "--dry-run")
    assert (code, told["created"], notice.positions.count()) == (0, 1, 0)


def test_import_positions_is_stopped_at_the_gate(run):
    book = trap()
    rows_of(HEADER, row(1))(book.create_sheet("岗位"))
    notice = NoticeFactory(hidden=True)
    out = stream(lambda _sheet: None)
    out.seek(0)
    book.save(out)
    code, told = run(out, "--json", "--notice", str(notice.pk))
    assert (code, told["created"], notice.positions.count()) == (2, 0, 0)
    assert [list(finding) for finding in told["gate"]] == [["kind", "sheet", "place", "found"]] * 5


@pytest.mark.parametrize(("source", "words"), [(b"%PDF-1.7", "不是 Excel"), (b"", "空的")])
def test_import_positions_refuses_a_file_it_cannot_read(run, source, words):
    code, told = run(source, "--json")
    assert code == 2
    assert words in told["problems"][0]["reason"]


def test_import_positions_refuses_an_unknown_notice(run):
    assert run(table([row(1)]), "--json", "--notice", "999999")[0] == 2


def test_import_positions_reports_to_a_reader_without_json(run):
    code, text = run(table([row(1), row(2, 招聘人数="若干")]))
    assert code == 1
    assert "共 2 行 2 人：新增 1" in text
    assert "岗位表!G4" in text


def test_import_positions_names_a_skipped_sheet(run):
    source = stream(
        rows_of(HEADER, row(1)),
        专业目录=rows_of(["专业代码", "专业名称", "学历", "学位", "门类"], [1, 2, 3, 4, 5]),
    )
    told = run(source, "--json")[1]
    assert [bool(sheet["skipped"]) for sheet in told["sheets"]] == [False, True]
