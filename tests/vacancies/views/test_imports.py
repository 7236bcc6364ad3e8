import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.db import connection
from django.test.utils import CaptureQueriesContext
from django.urls import reverse

from office.sheets import read_workbook
from people.enums import Role
from tests.factories import MembershipFactory, NoticeFactory, UserFactory
from tests.office.sheets.builders import rows_of, saved, stream, trap
from tests.vacancies.importing.tables import HEADER, row, table, three_hundred_with_five_bad, upload
from vacancies.actions import imports as actions
from vacancies.enums import ImportStage
from vacancies.models import Position, PositionImport

pytestmark = [pytest.mark.integration, pytest.mark.django_db]


@pytest.fixture
def notice():
    return NoticeFactory(hidden=True)


@pytest.fixture
def editor(notice):
    return MembershipFactory(unit=notice.unit, role=Role.EDITOR).user


@pytest.fixture
def started(notice, editor):
    return actions.start(notice, editor, upload(table(row(serial) for serial in range(1, 4))))


def _start(notice):
    return f"{reverse('vacancies:import_start')}?notice={notice.pk}"


def _submit(client, item):
    page = client.get(reverse("vacancies:import_columns", args=[item.pk]))
    form = page.context["form"]
    data = {name: form[name].value() or "" for name in form.fields if name != "is_remembered"}
    return client.post(
        reverse("vacancies:import_columns", args=[item.pk]),
        data | {"is_remembered": "on"},
        follow=True,
    )


ADDRESSES = (
    "import_resume", "import_columns", "import_preview", "import_progress", "import_report", "import_report_file",
)  # fmt: skip


@pytest.mark.parametrize("name", ADDRESSES)
@pytest.mark.parametrize("role", [None, Role.UNIT_REVIEWER, Role.EDITOR, Role.PERSONNEL])
def test_imports_of_another_unit_or_role_are_not_found(client, started, name, role):
    user = UserFactory()
    if role == Role.UNIT_REVIEWER:
        MembershipFactory(user=user, unit=started.notice.unit, role=role)
    elif role:
        MembershipFactory(user=user, role=role)
    client.force_login(user)
    assert client.get(reverse(f"vacancies:{name}", args=[started.pk])).status_code == 404


@pytest.mark.parametrize("name", ["import_mend", "import_cancel", "import_undo"])
def test_acts_on_a_foreign_import_are_not_found(client, started, name):
    client.force_login(MembershipFactory(role=Role.EDITOR).user)
    assert client.post(reverse(f"vacancies:{name}", args=[started.pk])).status_code == 404


def test_start_annex_list_and_template_are_not_found_for_others(client, notice):
    client.force_login(UserFactory())
    assert client.get(_start(notice)).status_code == 404
    assert client.get(reverse("vacancies:positions_export", args=[notice.pk])).status_code == 404
    assert client.get(reverse("vacancies:imports")).status_code == 404
    assert client.get(reverse("vacancies:import_template")).status_code == 404


def test_start_asks_visitors_to_sign_in(client, notice):
    assert client.get(_start(notice)).status_code == 302


@pytest.mark.parametrize(
    ("name", "content", "words"),
    [
        ("a.txt", b"x", "只收"),
        ("a.xlsx", b"%PDF-1.7", "不是 Excel"),
        ("a.xls", b"<html><table>", "网页"),
    ],
)
def test_start_refuses_what_is_no_workbook_at_the_field(
    client, notice, editor, name, content, words
):
    client.force_login(editor)
    page = client.post(_start(notice), {"file": SimpleUploadedFile(name, content)})
    assert page.status_code == 422
    assert words in page.content.decode()
    assert not PositionImport.objects.exists()


def test_start_refuses_a_workbook_without_a_position_table(client, notice, editor):
    client.force_login(editor)
    page = client.post(
        _start(notice), {"file": upload(stream(rows_of(["填表说明"], ["请如实填写"])))}
    )
    assert "没有找到岗位表" in page.content.decode()


@pytest.mark.django_db(transaction=True)
def test_row_06_a_table_of_300_with_5_bad_rows(client, notice, editor):
    client.force_login(editor)
    page = client.post(_start(notice), {"file": upload(three_hundred_with_five_bad())}, follow=True)
    item = PositionImport.objects.get()
    assert page.redirect_chain[-1][0] == reverse("vacancies:import_columns", args=[item.pk])
    assert "不收此列" in page.content.decode()

    page = _submit(client, item)
    assert "不能导入 5 行" in page.content.decode()
    item.refresh_from_db()
    assert (item.stage, item.report["created"], item.report["refused"]) == (
        ImportStage.PREVIEWED,
        300,
        5,
    )
    bad = {(problem["row"], problem["column"]) for problem in item.report["errors"]}
    assert bad == {(17, "G"), (48, "D"), (102, "E"), (152, "M"), (202, "W")}

    page = client.post(reverse("vacancies:import_preview", args=[item.pk]), follow=True)
    assert page.redirect_chain[-1][0] == reverse("vacancies:import_report", args=[item.pk])
    assert "没有导入的 5 行" in page.content.decode()
    assert Position.objects.filter(notice=notice).count() == 300

    again = actions.start(notice, editor, upload(three_hundred_with_five_bad()))
    _submit(client, again)
    client.post(reverse("vacancies:import_preview", args=[again.pk]))
    again.refresh_from_db()
    assert (again.report["created"], again.report["updated"], again.report["unchanged"]) == (
        0,
        0,
        300,
    )
    assert Position.objects.filter(notice=notice).count() == 300


def test_columns_refuses_one_field_chosen_twice(client, started, editor):
    client.force_login(editor)
    page = client.get(reverse("vacancies:import_columns", args=[started.pk]))
    form = page.context["form"]
    data = {name: form[name].value() or "" for name in form.fields if name != "is_remembered"}
    name = next(each for each, column in form._named() if column["header"] == "备注")
    page = client.post(
        reverse("vacancies:import_columns", args=[started.pk]), data | {name: "education"}
    )
    assert "已经放到这一项了" in page.content.decode()
    started.refresh_from_db()
    assert started.stage == ImportStage.UPLOADED


def test_mend_changes_what_is_imported_and_not_the_file(client, notice, editor):
    client.force_login(editor)
    item = actions.start(notice, editor, upload(table([row(1, 招聘人数="若干"), row(2)])))
    _submit(client, item)
    place = f"{item.report['layout'][0]['sheet']}!G3"
    page = client.post(
        reverse("vacancies:import_mend", args=[item.pk]), {"place": place, "text": "3"}, follow=True
    )
    item.refresh_from_db()
    assert page.status_code == 200
    assert (item.report["created"], item.report["error_count"], item.report["headcount"]) == (
        2,
        0,
        5,
    )
    with item.file.open() as source:
        assert read_workbook(source).sheets[0].value(3, 7) == "若干"


def test_cancel_leaves_nothing_behind(client, started, editor):
    client.force_login(editor)
    client.post(reverse("vacancies:import_cancel", args=[started.pk]))
    started.refresh_from_db()
    assert started.stage == ImportStage.CANCELLED
    assert not Position.objects.exists()
    page = client.get(reverse("vacancies:import_resume", args=[started.pk]), follow=True)
    assert "已取消" in page.content.decode()


def test_progress_shows_the_job_and_leads_on_when_it_is_done(client, started, editor):
    client.force_login(editor)
    PositionImport.objects.filter(pk=started.pk).update(stage=ImportStage.APPLYING)
    address = reverse("vacancies:import_progress", args=[started.pk])
    assert "再试一次" in client.get(address).content.decode()  # no job holds it
    PositionImport.objects.filter(pk=started.pk).update(stage=ImportStage.APPLIED)
    answer = client.get(address, headers={"HX-Request": "true"})
    assert answer.headers["HX-Redirect"] == reverse("vacancies:import_report", args=[started.pk])


def test_privacy_trap_is_stopped_and_every_place_is_named(client, notice, editor):
    client.force_login(editor)
    book = trap()
    rows_of(HEADER, row(1))(book.create_sheet("岗位"))
    page = client.post(_start(notice), {"file": upload(saved(book))}, follow=True)
    text = page.content.decode()
    assert "没有导入" in text
    assert all(
        words in text
        for words in ("隐藏的工作表", "深度隐藏的工作表", "隐藏的列", "文件属性", "批注")
    )
    item = PositionImport.objects.get()
    assert item.stage == ImportStage.REFUSED
    client.post(reverse("vacancies:import_preview", args=[item.pk]))
    assert not Position.objects.exists()


@pytest.mark.parametrize("name", ["imports", "import_start"])
def test_lists_ask_the_same_number_of_queries_for_one_and_three(
    client, notice, editor, name, django_assert_num_queries
):
    client.force_login(editor)
    address = reverse(f"vacancies:{name}") + f"?notice={notice.pk}"
    source = table([row(1)])
    actions.start(notice, editor, upload(source))
    client.get(address)
    with CaptureQueriesContext(connection) as first:
        client.get(address)
    for _each in range(2):
        actions.start(notice, editor, upload(source))
    with django_assert_num_queries(len(first)):
        client.get(address)
