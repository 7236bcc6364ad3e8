import datetime as dt

from django.db import models
from django.db.models import Q
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from vacancies.enums import ConditionKind, Hardness
from vacancies.models.notice import Notice


class PositionQuerySet(models.QuerySet["Position"]):
    def published(self) -> "PositionQuerySet":
        return self.filter(notice__is_public=True)

    def open(self, now: dt.datetime | None = None) -> "PositionQuerySet":
        now = now or timezone.now()
        return self.published().filter(
            Q(notice__opens_at__lte=now), Q(notice__closes_at__gt=now), is_cancelled=False
        )

    def with_applied(self) -> "PositionQuerySet":
        """Adds `applied`, the number of applications ever handed in."""
        handed_in = Q(applications__submitted_at__isnull=False)
        return self.annotate(applied=models.Count("applications", filter=handed_in))


class Position(models.Model):
    """One row of the position table (domain §7.1); `key` is its identity within the notice."""

    notice = models.ForeignKey(Notice, on_delete=models.CASCADE, related_name="positions")
    key = models.CharField(max_length=200)
    code = models.CharField(_("岗位编码"), max_length=60, blank=True)
    title = models.CharField(_("岗位名称"), max_length=120)
    unit = models.ForeignKey(
        "office.Unit", verbose_name=_("招聘单位"), null=True, blank=True,
        on_delete=models.PROTECT, related_name="positions",
    )  # fmt: skip
    unit_name = models.CharField(_("招聘单位（按表）"), max_length=200)
    department_name = models.CharField(_("主管部门"), max_length=120, blank=True)
    unit_nature = models.CharField(_("单位性质"), max_length=60, blank=True)
    section = models.CharField(_("用人部门"), max_length=120, blank=True)
    grade = models.CharField(_("岗位类别及等级"), max_length=120, blank=True)
    headcount = models.PositiveIntegerField(_("招聘人数"))
    opening_ratio = models.DecimalField(
        _("开考比例"), max_digits=6, decimal_places=2, null=True, blank=True
    )
    opening_ratio_text = models.CharField(_("开考比例（按表）"), max_length=60, blank=True)
    discipline = models.ForeignKey(
        "office.Discipline", verbose_name=_("领域"), null=True, blank=True,
        on_delete=models.PROTECT, related_name="positions",
    )  # fmt: skip
    township = models.ForeignKey(
        "office.Township", verbose_name=_("乡镇"), null=True, blank=True,
        on_delete=models.PROTECT, related_name="positions",
    )  # fmt: skip
    duties = models.TextField(_("职位简介"), blank=True)
    place = models.CharField(_("工作地点"), max_length=200, blank=True)
    pay = models.CharField(_("基本报酬"), max_length=200, blank=True)
    scope = models.TextField(_("招聘范围"), blank=True)
    education = models.TextField(_("学历要求"), blank=True)
    # Lowest education rank that satisfies (1 secondary … 5 doctor); 0 = not stated. For filters.
    education_rank = models.PositiveSmallIntegerField(_("最低学历级次"), default=0)
    degree = models.TextField(_("学位要求"), blank=True)
    major_graduate = models.TextField(_("专业（研究生）"), blank=True)
    major_bachelor = models.TextField(_("专业（本科）"), blank=True)
    major_college = models.TextField(_("专业（专科）"), blank=True)
    major = models.TextField(_("专业要求"), blank=True)
    age = models.TextField(_("年龄要求"), blank=True)
    birth_from = models.DateField(_("出生不早于"), null=True, blank=True)
    birth_to = models.DateField(_("出生不晚于"), null=True, blank=True)
    title_required = models.TextField(_("职称或执业资格"), blank=True)
    political = models.CharField(_("政治面貌"), max_length=200, blank=True)
    experience = models.TextField(_("工作经历"), blank=True)
    other = models.TextField(_("其他条件"), blank=True)
    exam_subjects = models.CharField(_("考试科目"), max_length=300, blank=True)
    written_weight = models.DecimalField(
        _("笔试占比（%）"), max_digits=5, decimal_places=2, null=True, blank=True
    )
    interview_weight = models.DecimalField(
        _("面试占比（%）"), max_digits=5, decimal_places=2, null=True, blank=True
    )
    interview_form = models.CharField(_("面试方式"), max_length=200, blank=True)
    interview_ratio = models.CharField(_("面试比例"), max_length=60, blank=True)
    service_years = models.CharField(_("最低服务年限"), max_length=60, blank=True)
    contact = models.CharField(_("联系人及电话"), max_length=300, blank=True)
    remark = models.TextField(_("备注"), blank=True)
    # Columns of the table that have no field of their own: header → text.
    extra = models.JSONField(default=dict, blank=True)
    is_cancelled = models.BooleanField(_("已取消"), default=False)
    order = models.PositiveIntegerField(default=0)
    updated_at = models.DateTimeField(auto_now=True)

    objects = PositionQuerySet.as_manager()

    class Meta:
        verbose_name = verbose_name_plural = _("岗位")
        ordering = ("notice", "order", "id")
        constraints = [
            models.UniqueConstraint(fields=("notice", "key"), name="position_key_unique")
        ]

    def __str__(self) -> str:
        return f"{self.unit_name} {self.title}"


class Condition(models.Model):
    """One sentence an applicant must satisfy; until a criterion is confirmed a person judges."""

    position = models.ForeignKey(Position, on_delete=models.CASCADE, related_name="conditions")
    order = models.PositiveSmallIntegerField(default=0)
    kind = models.CharField(_("类别"), max_length=20, choices=ConditionKind.choices)
    text = models.TextField(_("条件原文"))
    hardness = models.CharField(
        _("处理"), max_length=10, choices=Hardness.choices, default=Hardness.MANUAL
    )
    criterion = models.JSONField(null=True, blank=True)

    class Meta:
        verbose_name = verbose_name_plural = _("资格条件")
        ordering = ("position", "order", "id")

    def __str__(self) -> str:
        return self.text[:40]
