from django.db import models
from django.utils.translation import gettext_lazy as _

from office.enums import UnitKind


class UnitQuerySet(models.QuerySet["Unit"]):
    def hiring(self) -> "UnitQuerySet":
        """Units that post vacancies."""
        return self.filter(is_active=True, is_hiring=True)

    def within(self, unit: "Unit") -> "UnitQuerySet":
        """The unit and everything below it."""
        return self.filter(path__startswith=unit.path)


class Unit(models.Model):
    """An organisation of the county; a tree, e.g. 县教体局 › 县高级中学.

    `path` is the chain of ids from the root ("/3/17/"), kept by `save`, so that "this unit
    and all below" is one indexed prefix comparison.
    """

    name = models.CharField(_("名称"), max_length=100, unique=True)
    short_name = models.CharField(_("简称"), max_length=50, blank=True)
    kind = models.CharField(_("类型"), max_length=20, choices=UnitKind.choices)
    parent = models.ForeignKey(
        "self", verbose_name=_("上级单位"), null=True, blank=True,
        on_delete=models.PROTECT, related_name="children",
    )  # fmt: skip
    path = models.CharField(max_length=200, db_index=True, editable=False, default="")
    credit_code = models.CharField(_("统一社会信用代码"), max_length=18, blank=True)
    township = models.ForeignKey(
        "office.Township", verbose_name=_("所在乡镇"), null=True, blank=True,
        on_delete=models.PROTECT, related_name="units",
    )  # fmt: skip
    address = models.CharField(_("地址"), max_length=200, blank=True)
    phone = models.CharField(_("公开电话"), max_length=40, blank=True)
    intro = models.TextField(_("单位简介"), blank=True)
    is_hiring = models.BooleanField(_("招聘单位"), default=False)
    is_active = models.BooleanField(_("有效"), default=True)
    order = models.PositiveIntegerField(_("排序"), default=0)

    objects = UnitQuerySet.as_manager()

    class Meta:
        verbose_name = verbose_name_plural = _("单位")
        ordering = ("order", "id")

    def __str__(self) -> str:
        return self.name

    def save(self, *args, **options) -> None:
        super().save(*args, **options)
        path = f"{self.parent.path if self.parent else '/'}{self.pk}/"
        if path != self.path:
            old, self.path = self.path, path
            type(self).objects.filter(pk=self.pk).update(path=path)
            if old:
                for child in self.children.all():
                    child.save()


class Township(models.Model):
    """A township; code is the nine-digit statistical division code."""

    code = models.CharField(_("区划代码"), max_length=9, unique=True)
    name = models.CharField(_("名称"), max_length=50)
    order = models.PositiveIntegerField(_("排序"), default=0)

    class Meta:
        verbose_name = verbose_name_plural = _("乡镇")
        ordering = ("order", "code")

    def __str__(self) -> str:
        return self.name


class Discipline(models.Model):
    """A field of work: 教育 卫生 农业 工业 文旅 数字 工程 管理 社会工作 其他."""

    code = models.SlugField(_("代码"), max_length=20, unique=True)
    name = models.CharField(_("名称"), max_length=20)
    order = models.PositiveIntegerField(_("排序"), default=0)

    class Meta:
        verbose_name = verbose_name_plural = _("领域")
        ordering = ("order", "code")

    def __str__(self) -> str:
        return self.name
