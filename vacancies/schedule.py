"""The dates of a notice as a line of steps, the way an applicant reads them."""

import datetime as dt
from dataclasses import dataclass

from django.utils import timezone
from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from vacancies.models import Notice


@dataclass(frozen=True)
class Step:
    """One date of a notice; `state` is done, now or empty, `term` stands for a date not fixed."""

    title: str
    at: dt.datetime | dt.date | None = None
    until: dt.datetime | None = None
    term: str = ""
    note: str = ""
    state: str = ""


def steps(notice: Notice, now: dt.datetime | None = None) -> list[Step]:
    """Publication, registration, review, written exam: those whose date is known."""
    now = now or timezone.now()
    return [step for step in (_publication(notice), _registration(notice, now), _review(notice, now),
                              _exam(notice, now)) if step]  # fmt: skip


def _publication(notice: Notice) -> Step | None:
    if notice.published_at is None:
        return None
    day = timezone.localdate(notice.published_at)
    return Step(_("公告发布"), day, note=notice.document_number, state="done")


def _registration(notice: Notice, now: dt.datetime) -> Step | None:
    if notice.opens_at is None or notice.closes_at is None:
        return None
    state = "" if now < notice.opens_at else "now" if now < notice.closes_at else "done"
    note = _("每人限报 1 个岗位，截止前可以改报。") if notice.one_per_person else ""
    return Step(_("网上报名"), notice.opens_at, notice.closes_at, note=note, state=state)


def _review(notice: Notice, now: dt.datetime) -> Step | None:
    if notice.closes_at is None:
        return None
    term = ngettext("提交后 %(n)d 日内", "提交后 %(n)d 日内", notice.review_days) % {
        "n": notice.review_days
    }
    over = notice.closes_at + dt.timedelta(days=notice.review_days) <= now
    note = _("退回补正的，一次告知全部问题。")
    return Step(_("资格初审结果"), term=term, note=note, state="done" if over else "")


def _exam(notice: Notice, now: dt.datetime) -> Step | None:
    if notice.exam_on is None:
        return None
    today = timezone.localdate(now)
    state = "done" if notice.exam_on < today else "now" if notice.exam_on == today else ""
    return Step(_("笔试"), notice.exam_on, state=state)
