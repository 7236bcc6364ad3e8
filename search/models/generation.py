from django.db import models
from django.utils.translation import gettext_lazy as _


class GenerationState(models.TextChoices):
    BUILDING = "building", _("重建中")
    ACTIVE = "active", _("使用中")
    RETIRED = "retired", _("已替换")
    FAILED = "failed", _("已放弃")


class Generation(models.Model):
    """One whole index of one engine, and how far its building has come."""

    engine = models.CharField(_("引擎"), max_length=20)
    name = models.CharField(max_length=80)
    state = models.CharField(
        max_length=10, choices=GenerationState.choices, default=GenerationState.BUILDING
    )
    kind = models.CharField(max_length=40, blank=True)
    last_pk = models.BigIntegerField(default=0)
    done = models.PositiveIntegerField(default=0)
    total = models.PositiveIntegerField(default=0)
    started_at = models.DateTimeField(auto_now_add=True)
    heartbeat_at = models.DateTimeField(auto_now=True)
    finished_at = models.DateTimeField(null=True, blank=True)

    class Meta:
        verbose_name = verbose_name_plural = _("索引版本")
        ordering = ("-id",)
        constraints = [
            models.UniqueConstraint(fields=("engine", "name"), name="search_generation_unique"),
            models.UniqueConstraint(
                fields=("engine",),
                condition=models.Q(state=GenerationState.BUILDING),
                name="search_one_building",
            ),
        ]

    def __str__(self) -> str:
        return f"{self.engine} {self.name}"

    @property
    def percent(self) -> int:
        return min(100, self.done * 100 // self.total) if self.total else 0


class Delivered(models.Model):
    """What was last delivered of a document: the database's side of a comparison with the index."""

    key = models.CharField(max_length=80, primary_key=True)
    version = models.BigIntegerField()
    digest = models.CharField(max_length=64)

    class Meta:
        verbose_name = verbose_name_plural = _("已投递文档")

    def __str__(self) -> str:
        return self.key


class VersionTick(models.Model):
    """The sequence versions are drawn from: a row is added for its id and removed again."""

    class Meta:
        verbose_name = verbose_name_plural = _("版本序列")

    def __str__(self) -> str:
        return str(self.pk)
