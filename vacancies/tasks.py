"""Envelopes of recruitment's background work: fetch, call the verb."""

from typing import Any

from office.jobs import job, progress
from office.models import Job
from vacancies.actions import imports


@job(imports.JOB)
def import_positions(row: Job) -> dict[str, Any]:
    """Write a checked position table; safe to repeat after a worker was killed."""

    def tell_progress(done: int, total: int, step: str = "") -> None:
        progress(row, done, total, step)

    return imports.run(row.args["item"], tell_progress)
