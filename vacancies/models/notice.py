import datetime as dt

from django.db import models
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from vacancies.enums import NoticeKind, Phase


class NoticeQuerySet(models.QuerySet["Notice"]):
    def published(self) -> "NoticeQuerySet":
        """Notices anybody may read."""
        return self.filter(is_public=True)

    def open(self, now: dt.datetime | None = None) -> "NoticeQuerySet":
        """Registration runs: opens_at ≤ now < closes_at."""
        now = now or timezone.now()
        return self.published().filter(opens_at__lte=now, closes_at__gt=now)

    def with_totals(self) -> "NoticeQuerySet":
        """Adds `position_count` and `headcount` of the positions that still stand."""
        stands = models.Q(positions__is_cancelled=False)
        return self.annotate(
            position_count=models.Count("positions", filter=stands),
            headcount=models.Sum("positions__headcount", filter=stands, default=0),
        )


class Notice(models.Model):
    """What law and clock need of a vacancy notice; its text is the page beside it.

    `closes_at` is exclusive: a close at 24:00 is stored as 00:00 of the next day.
    `is_public` follows the page: live or not.
    """

    page = models.OneToOneField(
        "vacancies.NoticePage", null=True, blank=True,
        on_delete=models.SET_NULL, related_name="notice",
    )  # fmt: skip
    title = models.CharField(_("标题"), max_length=200)
    kind = models.CharField(_("类型"), max_length=20, choices=NoticeKind.choices)
    unit = models.ForeignKey(
        "office.Unit", verbose_name=_("发布单位"), on_delete=models.PROTECT, related_name="notices"
    )
    document_number = models.CharField(_("文号"), max_length=60, blank=True)
    is_public = models.BooleanField(_("已公开"), default=False, db_index=True)
    published_at = models.DateTimeField(_("发布时间"), null=True, blank=True)
    opens_at = models.DateTimeField(_("报名开始"), null=True, blank=True)
    closes_at = models.DateTimeField(_("报名截止"), null=True, blank=True)
    exam_on = models.DateField(_("笔试日期"), null=True, blank=True)
    graduation_deadline = models.DateField(_("毕业证书取得截止日"), null=True, blank=True)
    age_anchor = models.DateField(_("年龄计算日"), null=True, blank=True)
    one_per_person = models.BooleanField(_("每人限报一个岗位"), default=True)
    second_check = models.BooleanField(_("人社局复核"), default=True)
    review_days = models.PositiveSmallIntegerField(_("初审时限（日）"), default=2)
    mend_hours = models.PositiveSmallIntegerField(
        _("补正时限（小时，报名截止前不受限）"), default=24
    )
    contact = models.CharField(_("咨询电话"), max_length=100, blank=True)
    supervision_phone = models.CharField(_("监督电话"), max_length=60, blank=True)
    updated_at = models.DateTimeField(auto_now=True)

    objects = NoticeQuerySet.as_manager()

    class Meta:
        verbose_name = verbose_name_plural = _("招聘公告数据")
        ordering = ("-published_at", "-id")

    def __str__(self) -> str:
        return self.title

    def phase(self, now: dt.datetime | None = None) -> Phase:
        """upcoming, open or closed at `now`; without a window a notice is not open yet."""
        now = now or timezone.now()
        if self.opens_at is None or self.closes_at is None or now < self.opens_at:
            return Phase.UPCOMING
        return Phase.OPEN if now < self.closes_at else Phase.CLOSED


class NoticeChange(models.Model):
    """A correction or addition after publication, shown on the notice."""

    notice = models.ForeignKey(Notice, on_delete=models.CASCADE, related_name="changes")
    at = models.DateTimeField(_("时间"), default=timezone.now)
    kind = models.CharField(_("种类"), max_length=20, default="更正")
    text = models.TextField(_("内容"))

    class Meta:
        verbose_name = verbose_name_plural = _("公告变更")
        ordering = ("at", "id")

    def __str__(self) -> str:
        return self.text[:40]
