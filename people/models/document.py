import uuid

from django.conf import settings
from django.core.files.storage import storages
from django.db import models
from django.utils.translation import gettext_lazy as _

from people.enums import DocumentKind
from people.models.person import Person


def private_storage():
    """The store outside the web root."""
    return storages["private"]


def random_name(_instance: models.Model, filename: str) -> str:
    """A name nobody can guess; only the extension of the original is kept."""
    return f"{uuid.uuid4().hex[:2]}/{uuid.uuid4().hex}.{filename.rsplit('.', 1)[-1].lower()}"


class DocumentQuerySet(models.QuerySet["Document"]):
    def visible_to(self, user) -> "DocumentQuerySet":
        """One's own papers; staff see them through the case they are attached to."""
        return self.filter(person__user=user) if user.is_authenticated else self.none()


class Document(models.Model):
    """A proof in the person's wallet: uploaded once, attached to many cases, stored once."""

    person = models.ForeignKey(Person, on_delete=models.CASCADE, related_name="documents")
    kind = models.CharField(_("种类"), max_length=20, choices=DocumentKind.choices)
    title = models.CharField(_("名称"), max_length=80)
    file = models.FileField(_("文件"), storage=private_storage, upload_to=random_name)
    content_type = models.CharField(max_length=80)
    size = models.PositiveIntegerField()
    digest = models.CharField(max_length=64, db_index=True)
    valid_to = models.DateField(_("有效期至"), null=True, blank=True)
    uploaded_at = models.DateTimeField(auto_now_add=True)
    # Removed from the wallet but still attached to a case that was submitted with it.
    is_removed = models.BooleanField(default=False)

    objects = DocumentQuerySet.as_manager()

    class Meta:
        verbose_name = verbose_name_plural = _("证件材料")
        ordering = ("-uploaded_at", "-id")

    def __str__(self) -> str:
        return self.title


class ReadLog(models.Model):
    """Who opened another person's unmasked data, which and why; the person can see it."""

    person = models.ForeignKey(Person, on_delete=models.CASCADE, related_name="read_logs")
    reader = models.ForeignKey(
        settings.AUTH_USER_MODEL, on_delete=models.PROTECT, related_name="reads"
    )
    unit = models.ForeignKey("office.Unit", null=True, on_delete=models.PROTECT, related_name="+")
    what = models.CharField(_("内容"), max_length=80)
    purpose = models.CharField(_("用途"), max_length=200)
    case = models.CharField(_("事项编号"), max_length=60, blank=True)
    at = models.DateTimeField(auto_now_add=True)

    class Meta:
        verbose_name = verbose_name_plural = _("查看记录")
        ordering = ("-at", "-id")

    def __str__(self) -> str:
        return f"{self.what} {self.at:%Y-%m-%d}"


class Consent(models.Model):
    """A declaration or privacy notice that the person accepted, with its version."""

    person = models.ForeignKey(Person, on_delete=models.CASCADE, related_name="consents")
    kind = models.CharField(max_length=40)
    version = models.CharField(max_length=20)
    given_at = models.DateTimeField(auto_now_add=True)
    withdrawn_at = models.DateTimeField(null=True, blank=True)

    class Meta:
        verbose_name = verbose_name_plural = _("同意记录")

    def __str__(self) -> str:
        return f"{self.kind} {self.version}"
