import datetime as dt
from collections.abc import Iterable

from django.db import connection, models, transaction
from django.db.models import F, Q
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

LEASE = dt.timedelta(seconds=30)
"""How long a claimed row belongs to its worker; a killed worker's rows come free after it."""
MAX_ATTEMPTS = 12


class OutboxQuerySet(models.QuerySet["Outbox"]):
    def waiting(self) -> "OutboxQuerySet":
        return self.filter(is_dead=False)

    def dead(self) -> "OutboxQuerySet":
        return self.filter(is_dead=True)

    def due(self, now: dt.datetime) -> "OutboxQuerySet":
        """Rows nobody holds."""
        return self.waiting().filter(Q(claimed_until=None) | Q(claimed_until__lte=now))

    def add(self, keys: Iterable[str]) -> None:
        """Say that these documents changed; to be called in the transaction of the change."""
        self.bulk_create([Outbox(key=key) for key in dict.fromkeys(keys)])

    def claim(self, size: int) -> list["Outbox"]:
        """Take the oldest due rows for `LEASE`; two workers never take the same row."""
        now = timezone.now()
        with transaction.atomic():
            due = self.due(now).order_by("id")
            if connection.features.has_select_for_update_skip_locked:
                due = due.select_for_update(skip_locked=True)
            rows = list(due[:size])
            self.filter(pk__in=[row.pk for row in rows]).update(
                claimed_until=now + LEASE, attempts=F("attempts") + 1
            )
        return rows


class Outbox(models.Model):
    """A document that changed and must be delivered to the indexes; says nothing about what changed."""

    key = models.CharField(_("文档"), max_length=80)
    created_at = models.DateTimeField(_("变更时间"), auto_now_add=True)
    claimed_until = models.DateTimeField(null=True, blank=True)
    attempts = models.PositiveSmallIntegerField(_("尝试次数"), default=0)
    error = models.TextField(_("错误"), blank=True)
    is_dead = models.BooleanField(_("无法投递"), default=False)

    objects = OutboxQuerySet.as_manager()

    class Meta:
        verbose_name = verbose_name_plural = _("索引待投递")
        ordering = ("id",)
        indexes = [
            models.Index(fields=("is_dead", "claimed_until", "id"), name="search_outbox_due")
        ]

    def __str__(self) -> str:
        return self.key
