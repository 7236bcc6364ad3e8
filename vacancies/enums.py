"""Closed lists of recruitment."""

from django.db import models
from django.utils.translation import gettext_lazy as _


class NoticeKind(models.TextChoices):
    OPEN_EXAM = "open_exam", _("公开考试招聘")
    ASSESSMENT = "assessment", _("考核招聘")
    SHORTAGE = "shortage", _("引进急需紧缺人才")
    SELECTION = "selection", _("选调")
    CONTRACT = "contract", _("编外招聘")


class Phase(models.TextChoices):
    """Where a published notice stands; computed from its dates, never stored."""

    UPCOMING = "upcoming", _("即将报名")
    OPEN = "open", _("报名中")
    CLOSED = "closed", _("报名已截止")


class ApplicationStatus(models.TextChoices):
    """States A0–A5 of domain §3.2, with the personnel office's second check between."""

    DRAFT = "draft", _("草稿")
    SUBMITTED = "submitted", _("待初审")
    IN_REVIEW = "in_review", _("初审中")
    RETURNED = "returned", _("退回补正")
    UNIT_PASSED = "unit_passed", _("单位通过，待复核")
    UNIT_REJECTED = "unit_rejected", _("单位不通过，待复核")
    PASSED = "passed", _("初审通过")
    REJECTED = "rejected", _("初审不通过")
    WITHDRAWN = "withdrawn", _("已撤回")
    EXPIRED = "expired", _("逾期未提交")


class ConditionKind(models.TextChoices):
    """What a condition of a position is about; the columns of the position table."""

    SCOPE = "scope", _("招聘范围")
    EDUCATION = "education", _("学历")
    DEGREE = "degree", _("学位")
    MAJOR = "major", _("专业")
    AGE = "age", _("年龄")
    TITLE = "title", _("职称或执业资格")
    POLITICAL = "political", _("政治面貌")
    EXPERIENCE = "experience", _("工作经历")
    OTHER = "other", _("其他条件")


class Hardness(models.TextChoices):
    BLOCK = "block", _("不符合不能提交")
    WARN = "warn", _("不符合提醒审核人")
    MANUAL = "manual", _("由审核人员判定")


class Verdict(models.TextChoices):
    MET = "met", _("符合")
    NOT_MET = "not_met", _("不符合")
    ASK = "ask", _("待人工核")


class ImportStage(models.TextChoices):
    UPLOADED = "uploaded", _("已上传")
    MAPPED = "mapped", _("已对列")
    PREVIEWED = "previewed", _("已预览")
    APPLYING = "applying", _("导入中")
    APPLIED = "applied", _("已导入")
    REFUSED = "refused", _("已拒绝")
    CANCELLED = "cancelled", _("已取消")
