import datetime as dt

from django.conf import settings
from django.db import models
from django.db.models import Q
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from office.encryption import EncryptedJSONField
from office.models import Event
from people.models import Document, Person
from people.models.document import private_storage, random_name
from vacancies.enums import ApplicationStatus, Verdict
from vacancies.models.notice import Notice
from vacancies.models.position import Condition, Position

ENDED = (ApplicationStatus.REJECTED, ApplicationStatus.WITHDRAWN, ApplicationStatus.EXPIRED)


class ApplicationQuerySet(models.QuerySet["Application"]):
    def submitted(self) -> "ApplicationQuerySet":
        """All that were ever handed in; drafts are nobody's business but their owner's."""
        return self.exclude(submitted_at=None)

    def of(self, user) -> "ApplicationQuerySet":
        """One's own."""
        return self.filter(person__user=user) if user.is_authenticated else self.none()

    def locked(self, now: dt.datetime | None = None) -> "ApplicationQuerySet":
        return self.filter(claimed_until__gt=now or timezone.now())


class Application(models.Model):
    """A person's bid for a position, from the draft to the answer.

    `answers` is what is being typed; `snapshot` is the file frozen at submission. The
    unique constraint holds one live application per person and notice where the notice
    says so (`is_exclusive` is copied from it).
    """

    number = models.CharField(_("回执号"), max_length=20, unique=True)
    person = models.ForeignKey(Person, on_delete=models.PROTECT, related_name="applications")
    notice = models.ForeignKey(Notice, on_delete=models.PROTECT, related_name="applications")
    position = models.ForeignKey(Position, on_delete=models.PROTECT, related_name="applications")
    status = models.CharField(
        _("状态"), max_length=20, choices=ApplicationStatus.choices,
        default=ApplicationStatus.DRAFT, db_index=True,
    )  # fmt: skip
    is_exclusive = models.BooleanField(default=True)
    answers = EncryptedJSONField(null=True, blank=True)
    snapshot = EncryptedJSONField(null=True, blank=True)
    # What lists show without decrypting a snapshot: name as submitted, masked by templates.
    applicant_name = models.CharField(max_length=50, blank=True)
    photo = models.ImageField(_("照片"), storage=private_storage, upload_to=random_name, blank=True)
    verify_code = models.CharField(max_length=16, unique=True)
    # While returned: names of the fields and documents the applicant may mend.
    open_fields = models.JSONField(default=list, blank=True)
    mend_until = models.DateTimeField(null=True, blank=True)
    review_due_at = models.DateTimeField(null=True, blank=True, db_index=True)
    claimed_by = models.ForeignKey(
        settings.AUTH_USER_MODEL, null=True, blank=True, on_delete=models.SET_NULL, related_name="+"
    )
    claimed_until = models.DateTimeField(null=True, blank=True)
    unit_decider = models.ForeignKey(
        settings.AUTH_USER_MODEL, null=True, blank=True, on_delete=models.SET_NULL, related_name="+"
    )
    created_at = models.DateTimeField(auto_now_add=True)
    saved_at = models.DateTimeField(_("最近保存"), null=True, blank=True)
    submitted_at = models.DateTimeField(_("提交时间"), null=True, blank=True, db_index=True)

    objects = ApplicationQuerySet.as_manager()

    class Meta:
        verbose_name = verbose_name_plural = _("报名")
        ordering = ("-submitted_at", "-id")
        constraints = [
            models.UniqueConstraint(
                fields=("person", "notice"),
                condition=Q(is_exclusive=True) & ~Q(status__in=[s.value for s in ENDED]),
                name="application_one_per_notice",
            ),
            models.UniqueConstraint(
                fields=("person", "position"),
                condition=~Q(status__in=[s.value for s in ENDED]),
                name="application_one_per_position",
            ),
        ]

    def __str__(self) -> str:
        return self.number


class ApplicationEvent(Event):
    """One step of an application."""

    subject = models.ForeignKey(Application, on_delete=models.CASCADE, related_name="events")

    class Meta(Event.Meta):
        verbose_name = verbose_name_plural = _("报名记录")


class Attachment(models.Model):
    """A wallet document used by an application for a purpose."""

    application = models.ForeignKey(
        Application, on_delete=models.CASCADE, related_name="attachments"
    )
    document = models.ForeignKey(Document, on_delete=models.PROTECT, related_name="uses")
    slot = models.CharField(_("用途"), max_length=20)
    attached_at = models.DateTimeField(auto_now_add=True)

    class Meta:
        verbose_name = verbose_name_plural = _("报名材料")
        constraints = [
            models.UniqueConstraint(
                fields=("application", "slot", "document"), name="attachment_unique"
            )
        ]

    def __str__(self) -> str:
        return self.slot


class Judgement(models.Model):
    """A reviewer's verdict on one condition of one application."""

    application = models.ForeignKey(
        Application, on_delete=models.CASCADE, related_name="judgements"
    )
    condition = models.ForeignKey(Condition, on_delete=models.CASCADE, related_name="+")
    verdict = models.CharField(max_length=10, choices=Verdict.choices)
    note = models.TextField(_("说明"), blank=True)
    by = models.ForeignKey(settings.AUTH_USER_MODEL, on_delete=models.PROTECT, related_name="+")
    at = models.DateTimeField(auto_now=True)

    class Meta:
        verbose_name = verbose_name_plural = _("逐条判定")
        constraints = [
            models.UniqueConstraint(fields=("application", "condition"), name="judgement_unique")
        ]

    def __str__(self) -> str:
        return self.get_verdict_display()


class ReviewNote(models.Model):
    """An internal note, e.g. of the second reader; never shown to the applicant."""

    application = models.ForeignKey(Application, on_delete=models.CASCADE, related_name="notes")
    by = models.ForeignKey(settings.AUTH_USER_MODEL, on_delete=models.PROTECT, related_name="+")
    text = models.TextField(_("内部记录"))
    at = models.DateTimeField(auto_now_add=True)

    class Meta:
        verbose_name = verbose_name_plural = _("内部记录")
        ordering = ("at", "id")

    def __str__(self) -> str:
        return self.text[:40]
