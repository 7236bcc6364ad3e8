"""Publishing keeps the `Notice` beside its page in step."""

from typing import Any

from wagtail.signals import page_published, page_unpublished

from vacancies.models import NoticePage


def connect() -> None:
    """Listen to Wagtail; called once when the app starts."""
    page_published.connect(_keep, sender=NoticePage, dispatch_uid="notice-published")
    page_unpublished.connect(_keep, sender=NoticePage, dispatch_uid="notice-unpublished")


def _keep(instance: NoticePage, **_: Any) -> None:
    # What was published is in the row; the instance may still carry the draft.
    NoticePage.objects.get(pk=instance.pk).keep_notice()
