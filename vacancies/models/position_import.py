from django.conf import settings
from django.db import models
from django.utils.translation import gettext_lazy as _

from office.models import Job, Unit
from people.models.document import private_storage, random_name
from people.roles import below, units_with
from vacancies.enums import ImportStage
from vacancies.models.notice import Notice


class PositionImportQuerySet(models.QuerySet["PositionImport"]):
    def visible_to(self, user) -> "PositionImportQuerySet":
        """Editors and personnel officers see the imports of their unit's notices."""
        return self.filter(below(units_with(user, "editor", "personnel"), "notice__unit"))


class PositionImport(models.Model):
    """One uploaded position table on its way into a notice."""

    notice = models.ForeignKey(Notice, on_delete=models.CASCADE, related_name="imports")
    file = models.FileField(storage=private_storage, upload_to=random_name)
    file_name = models.CharField(_("文件名"), max_length=200)
    stage = models.CharField(
        max_length=20, choices=ImportStage.choices, default=ImportStage.UPLOADED
    )
    mapping = models.JSONField(default=dict, blank=True)
    report = models.JSONField(default=dict, blank=True)
    job = models.ForeignKey(Job, null=True, blank=True, on_delete=models.SET_NULL)
    owner = models.ForeignKey(settings.AUTH_USER_MODEL, on_delete=models.PROTECT, related_name="+")
    created_at = models.DateTimeField(auto_now_add=True)
    applied_at = models.DateTimeField(null=True, blank=True)

    objects = PositionImportQuerySet.as_manager()

    class Meta:
        verbose_name = verbose_name_plural = _("岗位表导入")
        ordering = ("-created_at", "-id")

    def __str__(self) -> str:
        return self.file_name


class ColumnMapping(models.Model):
    """What an issuing unit's header words mean, remembered from its last import."""

    unit = models.ForeignKey(Unit, on_delete=models.CASCADE, related_name="+")
    header = models.CharField(max_length=200)
    field = models.CharField(max_length=40, blank=True)

    class Meta:
        verbose_name = verbose_name_plural = _("列对应")
        constraints = [
            models.UniqueConstraint(fields=("unit", "header"), name="column_mapping_unique")
        ]

    def __str__(self) -> str:
        return f"{self.header} → {self.field}"
