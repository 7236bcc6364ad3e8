"""Closed lists of the office."""

from django.db import models
from django.utils.translation import gettext_lazy as _


class UnitKind(models.TextChoices):
    """Kinds of units, after the register of unified social credit codes (GB 32100)."""

    PARTY = "party", _("党委部门")
    GOVERNMENT = "government", _("政府部门")
    TOWNSHIP = "township", _("乡镇")
    VILLAGE = "village", _("村")
    INSTITUTION = "institution", _("事业单位")
    ENTERPRISE = "enterprise", _("企业")
    COOPERATIVE = "cooperative", _("合作社")
    OTHER = "other", _("其他")


class Catalogue(models.TextChoices):
    """Code lists kept as rows; see domain notes for their standards."""

    EDUCATION = "education", _("学历（GB/T 4658）")
    DEGREE = "degree", _("学位（GB/T 6864）")
    POLITICAL = "political", _("政治面貌（GB/T 4762）")
    TITLE_SERIES = "title_series", _("职称系列")
    TITLE_LEVEL = "title_level", _("职称级别")
    STUDY_MODE = "study_mode", _("学习形式")
    ID_TYPE = "id_type", _("证件类型")


class MajorLevel(models.TextChoices):
    """A major's code is unique only together with its level and catalogue version."""

    GRADUATE = "graduate", _("研究生")
    BACHELOR = "bachelor", _("本科")
    VOCATIONAL_BACHELOR = "vocational_bachelor", _("职业本科")
    COLLEGE = "college", _("专科")
    SECONDARY = "secondary", _("中职")


class CountFrom(models.TextChoices):
    """Whether day 1 of a term is the day itself or the next; notices differ."""

    SAME_DAY = "same_day", _("当日起算")
    NEXT_DAY = "next_day", _("次日起算")


class Channel(models.TextChoices):
    """Ways a message travels beside the record in the site's inbox."""

    SMS = "sms", _("短信")
    MAIL = "mail", _("邮件")


class DeliveryStatus(models.TextChoices):
    WAITING = "waiting", _("待发送")
    SENT = "sent", _("已发送")
    FAILED = "failed", _("发送失败")


class JobStatus(models.TextChoices):
    QUEUED = "queued", _("排队中")
    RUNNING = "running", _("进行中")
    DONE = "done", _("已完成")
    FAILED = "failed", _("失败")
    CANCELLED = "cancelled", _("已取消")
