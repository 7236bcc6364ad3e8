from django.conf import settings
from django.db import models
from django.utils.translation import gettext_lazy as _

from office.encryption import BlindIndexField, EncryptedTextField
from people.enums import Sex


class PersonQuerySet(models.QuerySet["Person"]):
    def visible_to(self, user) -> "PersonQuerySet":
        """The file belongs to its person; others reach it only through a case they work on."""
        return self.filter(user=user) if user.is_authenticated else self.none()


class Person(models.Model):
    """The person's one file, filled in once and used by every application and request.

    `birth_date` and `sex` follow from a resident ID number. 籍贯, 户籍 and 生源地 are three
    different things (domain §2.3).
    """

    user = models.OneToOneField(
        settings.AUTH_USER_MODEL, null=True, blank=True,
        on_delete=models.SET_NULL, related_name="person",
    )  # fmt: skip
    name = models.CharField(_("姓名"), max_length=50, blank=True)
    id_type = models.CharField(_("证件类型"), max_length=20, default="resident")
    id_number = EncryptedTextField(_("证件号码"), blank=True, default="")
    id_number_index = BlindIndexField(source="id_number", unique=True)
    birth_date = models.DateField(_("出生日期"), null=True, blank=True)
    sex = models.CharField(_("性别"), max_length=1, choices=Sex.choices, default=Sex.UNKNOWN)
    political_status = models.CharField(_("政治面貌"), max_length=2, blank=True)
    native_place = models.CharField(_("籍贯"), max_length=60, blank=True)
    household_place = models.CharField(_("户籍所在地"), max_length=60, blank=True)
    household_since = models.DateField(_("落户日期"), null=True, blank=True)
    student_origin = models.CharField(_("生源地"), max_length=60, blank=True)
    address = EncryptedTextField(_("通讯地址"), blank=True, default="")
    email = models.EmailField(_("邮箱"), blank=True)
    updated_at = models.DateTimeField(auto_now=True)

    objects = PersonQuerySet.as_manager()

    class Meta:
        verbose_name = verbose_name_plural = _("个人档案")

    def __str__(self) -> str:
        return self.name or f"#{self.pk}"
