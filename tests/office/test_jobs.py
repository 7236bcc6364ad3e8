import datetime as dt

import pytest
from django.utils import timezone

from office import jobs
from office.models import Job

pytestmark = [pytest.mark.integration, pytest.mark.django_db]


@jobs.job("test.double")
def double(row):
    jobs.progress(row, 1, 2, "half")
    return {"answer": row.args["n"] * 2}


@jobs.job("test.break")
def break_down(_row):
    raise ZeroDivisionError("broken")


def test_job_runs_after_commit_and_keeps_its_result(django_capture_on_commit_callbacks):
    with django_capture_on_commit_callbacks(execute=True):
        row = jobs.enqueue("test.double", n=21)
        assert row.status == "queued"
    row.refresh_from_db()
    assert (row.status, row.result, row.percent, row.step) == ("done", {"answer": 42}, 50, "half")


def test_failed_job_keeps_the_trace():
    row = jobs.enqueue("test.break")
    jobs.run_job.func(row.pk)
    row.refresh_from_db()
    assert row.status == "failed"
    assert "ZeroDivisionError" in row.error


def test_job_that_has_ended_or_is_held_is_left_alone():
    row = jobs.enqueue("test.double", n=1)
    Job.objects.update(status="running", heartbeat_at=timezone.now(), result="held")
    jobs.run_job.func(row.pk)
    row.refresh_from_db()
    assert (row.status, row.result, row.attempts) == ("running", "held", 0)


def test_revive_repeats_silent_and_lost_jobs_and_gives_up_in_the_end():
    long_ago = timezone.now() - dt.timedelta(hours=1)
    silent, lost, hopeless = (jobs.enqueue("test.double", n=1) for _ in range(3))
    Job.objects.filter(pk=silent.pk).update(status="running", heartbeat_at=long_ago)
    Job.objects.filter(pk=lost.pk).update(created_at=long_ago)
    Job.objects.filter(pk=hopeless.pk).update(
        status="running", heartbeat_at=long_ago, attempts=jobs.MAX_ATTEMPTS
    )
    assert jobs.revive() == 2
    assert jobs.revive() == 0
    states = dict(Job.objects.values_list("pk", "status"))
    assert states == {silent.pk: "done", lost.pk: "done", hopeless.pk: "failed"}
