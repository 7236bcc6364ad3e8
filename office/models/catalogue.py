import datetime as dt

from django.db import models
from django.db.models import Q
from django.utils.translation import gettext_lazy as _

from office.enums import Catalogue, MajorLevel


class CatalogueQuerySet(models.QuerySet):
    def valid_on(self, day: dt.date) -> "CatalogueQuerySet":
        """Entries in force on that day; both ends count, an open end has no limit."""
        return self.filter(
            Q(valid_from=None) | Q(valid_from__lte=day), Q(valid_to=None) | Q(valid_to__gte=day)
        )


class CatalogueEntry(models.Model):
    """One code of a national or local list; the code is stored everywhere, the label read here."""

    catalogue = models.CharField(_("目录"), max_length=20, choices=Catalogue.choices)
    code = models.CharField(_("代码"), max_length=20)
    label = models.CharField(_("名称"), max_length=100)
    rank = models.PositiveSmallIntegerField(_("级次"), default=0)
    valid_from = models.DateField(_("启用日期"), null=True, blank=True)
    valid_to = models.DateField(_("停用日期"), null=True, blank=True)
    order = models.PositiveIntegerField(_("排序"), default=0)

    objects = CatalogueQuerySet.as_manager()

    class Meta:
        verbose_name = verbose_name_plural = _("代码表")
        ordering = ("catalogue", "order", "code")
        constraints = [
            models.UniqueConstraint(fields=("catalogue", "code"), name="catalogue_code_unique")
        ]

    def __str__(self) -> str:
        return self.label


class Major(models.Model):
    """A major, class (4 digits) or category (2 digits) of one level in one catalogue version."""

    level = models.CharField(_("层次"), max_length=20, choices=MajorLevel.choices)
    version = models.CharField(_("目录版本"), max_length=30)
    code = models.CharField(_("代码"), max_length=12)
    name = models.CharField(_("名称"), max_length=100)
    old_names = models.TextField(_("旧名称"), blank=True)
    valid_from = models.DateField(_("启用日期"), null=True, blank=True)
    valid_to = models.DateField(_("停用日期"), null=True, blank=True)

    objects = CatalogueQuerySet.as_manager()

    class Meta:
        verbose_name = verbose_name_plural = _("专业目录")
        ordering = ("level", "version", "code")
        constraints = [
            models.UniqueConstraint(fields=("level", "version", "code"), name="major_code_unique")
        ]

    def __str__(self) -> str:
        return f"{self.code} {self.name}"
