"""Closed lists of policies."""

from django.db import models
from django.utils.translation import gettext_lazy as _


class PolicyStatus(models.TextChoices):
    """What is known by hand; expiry follows from the dates."""

    IN_FORCE = "in_force", _("现行有效")
    TRIAL = "trial", _("试行")
    AMENDED = "amended", _("已修改")
    REPEALED = "repealed", _("废止")
    EXPIRED = "expired", _("失效")
