import datetime as dt
import os
import signal
import subprocess
import sys
import threading
from pathlib import Path

import pytest
from django.core.exceptions import PermissionDenied, ValidationError
from django.db import connection, transaction
from django.utils import timezone

from office.enums import JobStatus
from office.jobs import revive, run_job
from office.models import Job, Message
from office.transitions import StaleState
from people.enums import Role
from tests.factories import ApplicationFactory, MembershipFactory, NoticeFactory
from tests.vacancies.importing.tables import row, table, upload
from vacancies.actions import imports
from vacancies.enums import ImportStage
from vacancies.models import ColumnMapping, Condition, Position, PositionImport

pytestmark = [pytest.mark.integration, pytest.mark.django_db]

ROWS = 1_200
# Runs the job as a worker does, but says so and stops in the middle of the writing transaction.
CHILD = """
import sys, time, django
django.setup()
from django.db import connections
connections["default"].settings_dict["NAME"] = {name!r}
from office.bulk import bulk_written
def stop(**_):
    print("written, not committed", flush=True)
    time.sleep(120)
bulk_written.connect(stop, weak=False)
from office.jobs import run_job
run_job.call({job})
"""


@pytest.fixture
def notice():
    return NoticeFactory(hidden=True)


@pytest.fixture
def editor(notice):
    return MembershipFactory(unit=notice.unit, role=Role.EDITOR).user


def _previewed(notice, actor, rows):
    item = imports.start(notice, actor, upload(table(rows)))
    imports.check(item, actor, {})
    return item


def _imported(notice, actor, rows, run):
    item = _previewed(notice, actor, rows)
    with run(execute=True):
        imports.apply(item, actor)
    item.refresh_from_db()
    return item


def test_start_is_refused_to_another_role(notice):
    reviewer = MembershipFactory(unit=notice.unit, role=Role.UNIT_REVIEWER).user
    with pytest.raises(PermissionDenied):
        imports.start(notice, reviewer, upload(table([row(1)])))


def test_start_refuses_a_file_too_large(notice, editor, monkeypatch):
    monkeypatch.setattr(imports, "MOST_BYTES", 10)
    with pytest.raises(ValidationError, match="10 MB"):
        imports.start(notice, editor, upload(table([row(1)])))


def test_check_writes_no_position_and_remembers_the_columns(notice, editor):
    item = imports.start(notice, editor, upload(table([row(1)])))
    imports.check(item, editor, {"备注": "duty"})
    assert item.stage == ImportStage.PREVIEWED
    assert not Position.objects.exists()
    assert ColumnMapping.objects.get(unit=notice.unit, header="备注").field == "duty"
    again = imports.start(notice, editor, upload(table([row(1, 备注="能熬夜")])))
    columns = {column["header"]: column["field"] for column in again.report["layout"][0]["columns"]}
    assert columns["备注"] == "duty"


def test_apply_writes_in_the_background_and_tells_the_owner(
    notice, editor, django_capture_on_commit_callbacks
):
    item = _imported(
        notice, editor, [row(1), row(2, 招聘人数="若干")], django_capture_on_commit_callbacks
    )
    assert item.stage == ImportStage.APPLIED
    assert item.job.status == JobStatus.DONE
    assert list(Position.objects.values_list("code", "headcount")) == [("26090001", 2)]
    assert Condition.objects.filter(position__code="26090001").count() == 7
    assert "没有导入 1 行" in Message.objects.get(recipient=editor, kind="import").body


def test_apply_twice_says_a_colleague_was_faster(notice, editor):
    item = _previewed(notice, editor, [row(1)])
    imports.apply(item, editor)
    with pytest.raises(StaleState):
        imports.apply(PositionImport.objects.get(pk=item.pk), editor)


def test_apply_refuses_a_table_without_a_good_row(notice, editor):
    item = _previewed(notice, editor, [row(1, 招聘人数="若干")])
    with pytest.raises(ValidationError):
        imports.apply(item, editor)


def test_apply_again_updates_and_says_what_changed(
    notice, editor, django_capture_on_commit_callbacks
):
    _imported(notice, editor, [row(1), row(2)], django_capture_on_commit_callbacks)
    confirmed = Condition.objects.get(position__code="26090001", kind="degree")
    Condition.objects.filter(pk=confirmed.pk).update(criterion={"degree": 4})
    changed = row(1, 招聘人数="3", 其他条件="1.中共党员；2.能值夜班")
    item = _imported(notice, editor, [changed, row(2), row(3)], django_capture_on_commit_callbacks)
    counts = [item.report[name] for name in ("created", "updated", "unchanged", "absent")]
    assert counts == [1, 1, 1, 0]
    (line,) = [each for each in item.report["preview"] if each["state"] == "updated"]
    assert {(change["label"], change["new"]) for change in line["changes"]} >= {("招聘人数", "3")}
    position = Position.objects.get(code="26090001")
    assert [c.text for c in position.conditions.filter(kind="other")] == ["中共党员", "能值夜班"]
    assert Condition.objects.get(pk=confirmed.pk).criterion == {"degree": 4}


def test_conditions_of_a_position_with_applications_cannot_change(
    notice, editor, django_capture_on_commit_callbacks
):
    _imported(notice, editor, [row(1), row(2)], django_capture_on_commit_callbacks)
    ApplicationFactory(position=Position.objects.get(code="26090001"), submitted=True)
    changed = [row(1, 学历="硕士研究生及以上"), row(2, 学历="硕士研究生及以上")]
    item = _imported(notice, editor, changed, django_capture_on_commit_callbacks)
    assert (item.report["updated"], item.report["refused"]) == (1, 1)
    (problem,) = item.report["errors"]
    assert (problem["row"], problem["reason"]) == (3, "岗位 26090001 已有 1 人报名，资格条件不能改")
    assert Position.objects.get(code="26090001").education == "本科及以上"
    assert Position.objects.get(code="26090002").education == "硕士研究生及以上"


def test_headcount_of_a_position_with_applications_may_change(
    notice, editor, django_capture_on_commit_callbacks
):
    _imported(notice, editor, [row(1)], django_capture_on_commit_callbacks)
    ApplicationFactory(position=Position.objects.get(code="26090001"), submitted=True)
    item = _imported(notice, editor, [row(1, 招聘人数="5")], django_capture_on_commit_callbacks)
    assert (item.report["updated"], Position.objects.get().headcount) == (1, 5)


def test_cancel_before_the_worker_starts_takes_everything_back(notice, editor):
    item = _previewed(notice, editor, [row(1)])
    imports.apply(item, editor)
    imports.cancel(item, editor)
    imports.run(item.pk, lambda *_: None)
    item.refresh_from_db()
    assert (item.stage, Position.objects.count()) == (ImportStage.CANCELLED, 0)


def test_cancel_while_the_worker_reads_leaves_nothing(notice, editor):
    item = _previewed(notice, editor, [row(1)])
    imports.apply(item, editor)

    def progress(_done, _total, step=""):
        if step == "写入岗位":
            PositionImport.objects.filter(pk=item.pk).update(stage=ImportStage.CANCELLED)

    assert imports.run(item.pk, progress)["stage"] == ImportStage.CANCELLED
    assert not Position.objects.exists()


def test_undo_takes_new_positions_away_and_restores_changed_ones(
    notice, editor, django_capture_on_commit_callbacks
):
    _imported(notice, editor, [row(1)], django_capture_on_commit_callbacks)
    before = Position.objects.values().get()
    conditions = list(Condition.objects.values_list("kind", "text"))
    changed = [row(1, 年龄="1995年1月1日以后出生", 开考比例="2:1", 其他条件="无"), row(2)]
    item = _imported(notice, editor, changed, django_capture_on_commit_callbacks)
    imports.undo(item, editor)
    after = Position.objects.values().get()
    assert before | {"updated_at": None} == after | {"updated_at": None}
    assert list(Condition.objects.values_list("kind", "text")) == conditions
    assert item.stage == ImportStage.CANCELLED


def test_undo_is_refused_once_somebody_has_applied(
    notice, editor, django_capture_on_commit_callbacks
):
    item = _imported(notice, editor, [row(1)], django_capture_on_commit_callbacks)
    ApplicationFactory(position=Position.objects.get(), submitted=True)
    with pytest.raises(ValidationError, match="已有人报名"):
        imports.undo(item, editor)
    assert Position.objects.count() == 1


@pytest.mark.django_db(transaction=True)
def test_killed_worker_in_the_middle_of_writing_loses_and_doubles_nothing(notice, editor):
    item = _previewed(notice, editor, [row(serial) for serial in range(1, ROWS + 1)])
    PositionImport.objects.filter(pk=item.pk).update(stage=ImportStage.APPLYING)
    job = Job.objects.create(name=imports.JOB, owner=editor, args={"item": item.pk})
    script = CHILD.format(name=str(connection.settings_dict["NAME"]), job=job.pk)
    environment = {**os.environ, "DJANGO_SETTINGS_MODULE": "tests.settings"}
    with subprocess.Popen(
        [sys.executable, "-c", script], cwd=Path(__file__).resolve().parents[3], env=environment,
        stdout=subprocess.PIPE, text=True,
    ) as worker:  # fmt: skip
        watchdog = threading.Timer(120, worker.kill)
        watchdog.start()
        said = worker.stdout.readline()
        worker.send_signal(signal.SIGKILL)
        worker.wait()
        watchdog.cancel()
    assert said == "written, not committed\n"
    assert not Position.objects.exists()
    item.refresh_from_db()
    assert item.stage == ImportStage.APPLYING

    Job.objects.filter(pk=job.pk).update(heartbeat_at=timezone.now() - dt.timedelta(minutes=5))
    revive()
    job.refresh_from_db()
    item.refresh_from_db()
    assert (job.status, job.attempts, item.stage) == (JobStatus.DONE, 2, ImportStage.APPLIED)
    assert Position.objects.filter(notice=notice).count() == ROWS

    # Killed after the commit but before the job was marked: the work is asked for once more.
    Job.objects.filter(pk=job.pk).update(status=JobStatus.QUEUED)
    run_job.call(job.pk)
    assert Position.objects.filter(notice=notice).count() == ROWS


@pytest.mark.django_db(transaction=True)
def test_two_imports_into_one_notice_at_once_double_nothing(notice, editor):
    items = [
        _previewed(notice, editor, [row(serial) for serial in range(1, 30)]) for _each in range(2)
    ]
    PositionImport.objects.update(stage=ImportStage.APPLYING)
    failures = []

    def work(pk):
        try:
            imports.run(pk, lambda *_: None)
        except Exception as failure:  # noqa: BLE001  a thread's failure must reach the test
            failures.append(failure)
        finally:
            connection.close()

    threads = [threading.Thread(target=work, args=(item.pk,)) for item in items]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    assert failures == []
    assert Position.objects.filter(notice=notice).count() == 29
    with transaction.atomic():
        created = sorted(
            item["created"] for item in PositionImport.objects.values_list("report", flat=True)
        )
    assert created == [0, 29]
