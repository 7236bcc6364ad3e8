"""Long work in the background.

A function is registered under a name and gets the `Job` row to report progress to.
`enqueue` writes the row inside the caller's transaction and puts its id into the queue
after commit. A worker that dies leaves a silent row behind; `revive` (run by `run_due`)
puts it back, so the work must be safe to repeat.
"""

import datetime as dt
import traceback
from collections.abc import Callable
from functools import partial
from typing import Any

from django.db import transaction
from django.db.models import F, Q
from django.utils import timezone
from django_tasks import task

from office.enums import JobStatus
from office.models import Job

Work = Callable[[Job], Any]
SILENCE = dt.timedelta(seconds=90)
MAX_ATTEMPTS = 5
_registry: dict[str, Work] = {}


def job(name: str) -> Callable[[Work], Work]:
    """Register `work(job) -> JSON result` under `name`."""

    def register(work: Work) -> Work:
        _registry[name] = work
        return work

    return register


def enqueue(name: str, *, owner: Any = None, label: str = "", link: str = "", **args: Any) -> Job:
    """Create the row now; the queue learns of it once the transaction has committed."""
    row = Job.objects.create(name=name, owner=owner, label=label, link=link, args=args)
    transaction.on_commit(partial(run_job.enqueue, row.pk))
    return row


@task()
def run_job(pk: int) -> None:
    """Run one job to its end; a job that another worker holds or that has ended is left alone."""
    if not _claim(pk):
        return
    row = Job.objects.get(pk=pk)
    try:
        row.result = _registry[row.name](row)
        row.status = JobStatus.DONE
    except Exception:  # noqa: BLE001 the named boundary: a failed job is recorded, never lost
        row.status, row.error = JobStatus.FAILED, traceback.format_exc()[-4000:]
    row.finished_at = timezone.now()
    row.save(update_fields=["result", "status", "error", "finished_at"])


def _claim(pk: int) -> bool:
    now = timezone.now()
    free = Q(status=JobStatus.QUEUED) | Q(status=JobStatus.RUNNING, heartbeat_at__lt=now - SILENCE)
    return bool(
        Job.objects.filter(free, pk=pk).update(
            status=JobStatus.RUNNING, started_at=now, heartbeat_at=now, attempts=F("attempts") + 1
        )
    )


def progress(row: Job, done: int, total: int | None = None, step: str = "") -> None:
    """Report progress; call it outside the work's own transaction or it is seen late."""
    row.done, row.total = done, row.total if total is None else total
    row.step = step or row.step
    Job.objects.filter(pk=row.pk).update(
        done=row.done, total=row.total, step=row.step, heartbeat_at=timezone.now()
    )


def revive(now: dt.datetime | None = None) -> int:
    """Put jobs whose worker fell silent, or that never reached the queue, back into it."""
    limit = (now or timezone.now()) - SILENCE
    lost = Job.objects.filter(
        Q(status=JobStatus.RUNNING, heartbeat_at__lt=limit)
        | Q(status=JobStatus.QUEUED, created_at__lt=limit)
    )
    lost.filter(attempts__gte=MAX_ATTEMPTS).update(
        status=JobStatus.FAILED, error="gave up", finished_at=timezone.now()
    )
    pks = list(lost.values_list("pk", flat=True))
    for pk in pks:
        run_job.enqueue(pk)
    return len(pks)
