from django.db import models
from django.utils.translation import gettext_lazy as _


class CalendarDay(models.Model):
    """A day that departs from the ordinary week: a holiday, or a make-up working day.

    A year counts as announced once it has any row. `is_invented` marks the demo's
    placeholder days of a year the State Council has not announced yet.
    """

    day = models.DateField(_("日期"), unique=True)
    is_working = models.BooleanField(_("上班"))
    name = models.CharField(_("名称"), max_length=50, blank=True)
    is_invented = models.BooleanField(_("演示数据"), default=False)

    class Meta:
        verbose_name = verbose_name_plural = _("工作日历")
        ordering = ("day",)

    def __str__(self) -> str:
        return f"{self.day:%Y-%m-%d} {self.name}"
