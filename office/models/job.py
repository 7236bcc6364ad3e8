from django.conf import settings
from django.db import models
from django.utils.translation import gettext_lazy as _

from office.enums import JobStatus


class JobQuerySet(models.QuerySet["Job"]):
    def visible_to(self, user) -> "JobQuerySet":
        """A job is seen by whoever started it."""
        return self.filter(owner=user) if user.is_authenticated else self.none()

    def live(self) -> "JobQuerySet":
        return self.filter(status__in=(JobStatus.QUEUED, JobStatus.RUNNING))


class Job(models.Model):
    """Long work with progress: an import, an export, a rebuild.

    The queue only carries the row's id. `heartbeat_at` tells a dead worker from a slow one:
    `run_due` puts a silent job back into the queue, so the work itself must be safe to repeat.
    """

    name = models.CharField(_("任务"), max_length=80)
    label = models.CharField(_("说明"), max_length=200, blank=True)
    args = models.JSONField(default=dict, blank=True)
    status = models.CharField(max_length=10, choices=JobStatus.choices, default=JobStatus.QUEUED)
    owner = models.ForeignKey(
        settings.AUTH_USER_MODEL, null=True, blank=True, on_delete=models.SET_NULL, related_name="+"
    )
    link = models.CharField(max_length=200, blank=True)
    step = models.CharField(_("步骤"), max_length=100, blank=True)
    done = models.PositiveIntegerField(default=0)
    total = models.PositiveIntegerField(default=0)
    attempts = models.PositiveSmallIntegerField(default=0)
    result = models.JSONField(null=True, blank=True)
    error = models.TextField(blank=True)
    created_at = models.DateTimeField(auto_now_add=True)
    started_at = models.DateTimeField(null=True, blank=True)
    heartbeat_at = models.DateTimeField(null=True, blank=True)
    finished_at = models.DateTimeField(null=True, blank=True)

    objects = JobQuerySet.as_manager()

    class Meta:
        verbose_name = verbose_name_plural = _("后台任务")
        ordering = ("-created_at", "-id")

    def __str__(self) -> str:
        return self.label or self.name

    @property
    def percent(self) -> int:
        """0…100; 0 while the amount of work is unknown."""
        return min(100, self.done * 100 // self.total) if self.total else 0
