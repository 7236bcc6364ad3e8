from django.contrib.auth.models import AbstractUser
from django.db import models
from django.utils.translation import gettext_lazy as _

from office.encryption import BlindIndexField, EncryptedTextField
from people.enums import Role


class User(AbstractUser):
    """Who signs in: by mobile number or user name. Staff and applicants alike."""

    phone = EncryptedTextField(_("手机号"), blank=True, default="")
    phone_index = BlindIndexField(source="phone", unique=True)
    phone_verified = models.BooleanField(_("手机号已验证"), default=False)
    # Invented people of the demo county; production refuses to start while one exists.
    is_demo = models.BooleanField(_("演示用户"), default=False)

    def __str__(self) -> str:
        return self.get_full_name() or self.username


class MembershipQuerySet(models.QuerySet["Membership"]):
    def active(self) -> "MembershipQuerySet":
        return self.filter(is_active=True, user__is_active=True)


class Membership(models.Model):
    """A person's role in a unit; one person may hold several."""

    user = models.ForeignKey(User, on_delete=models.CASCADE, related_name="memberships")
    unit = models.ForeignKey("office.Unit", on_delete=models.PROTECT, related_name="memberships")
    role = models.CharField(_("角色"), max_length=20, choices=Role.choices)
    is_active = models.BooleanField(_("有效"), default=True)

    objects = MembershipQuerySet.as_manager()

    class Meta:
        verbose_name = verbose_name_plural = _("任职角色")
        constraints = [
            models.UniqueConstraint(fields=("user", "unit", "role"), name="membership_unique")
        ]

    def __str__(self) -> str:
        return f"{self.user} {self.unit} {self.get_role_display()}"
