"""Closed lists about people."""

from django.db import models
from django.utils.translation import gettext_lazy as _


class Role(models.TextChoices):
    """What a member of a unit may do; the matrix is in docs/states.md and domain §3.13."""

    EDITOR = "editor", _("政策与公告编辑")
    EDITOR_REVIEWER = "editor_reviewer", _("内容审核")
    LEADER = "leader", _("签发领导")
    UNIT_REVIEWER = "unit_reviewer", _("用人单位审核")
    DEPARTMENT = "department", _("主管部门")
    PERSONNEL = "personnel", _("人社局人事")
    TALENT_OFFICE = "talent_office", _("人才办")
    SERVICE_OFFICER = "service_officer", _("服务专员")
    PARTNER = "partner", _("协同单位")
    TOWNSHIP = "township", _("乡镇")
    SUPERVISOR = "supervisor", _("纪检监督")
    ADMIN = "admin", _("系统管理员")


class Sex(models.TextChoices):
    """GB/T 2261.1; derived from the ID number, never asked in an application."""

    UNKNOWN = "0", _("未知")
    MALE = "1", _("男")
    FEMALE = "2", _("女")


class DocumentKind(models.TextChoices):
    """Kinds of proof in the wallet."""

    ID_CARD = "id_card", _("身份证")
    DIPLOMA = "diploma", _("毕业证书")
    DEGREE = "degree", _("学位证书")
    TITLE = "title", _("职称证书")
    CERTIFICATE = "certificate", _("资格证书")
    WORK_PROOF = "work_proof", _("工作证明")
    OTHER = "other", _("其他材料")
