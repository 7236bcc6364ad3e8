from django.conf import settings
from django.db import models
from django.utils.translation import gettext_lazy as _

from office.encryption import EncryptedTextField
from office.enums import Channel, DeliveryStatus


class MessageQuerySet(models.QuerySet["Message"]):
    def visible_to(self, user) -> "MessageQuerySet":
        """A message belongs to its recipient alone."""
        return self.filter(recipient=user) if user.is_authenticated else self.none()

    def unread(self) -> "MessageQuerySet":
        return self.filter(read_at=None)


class Message(models.Model):
    """The record in the site's inbox; SMS and mail only point to it.

    `key` makes a message unique per recipient and occasion, so that a timer that runs
    twice tells nobody twice.
    """

    recipient = models.ForeignKey(
        settings.AUTH_USER_MODEL, null=True, blank=True,
        on_delete=models.CASCADE, related_name="messages",
    )  # fmt: skip
    kind = models.CharField(_("事项"), max_length=60)
    key = models.CharField(max_length=120, null=True, blank=True, unique=True)
    subject = models.CharField(_("标题"), max_length=120)
    body = models.TextField(_("内容"))
    link = models.CharField(_("链接"), max_length=200, blank=True)
    created_at = models.DateTimeField(auto_now_add=True)
    read_at = models.DateTimeField(null=True, blank=True)

    objects = MessageQuerySet.as_manager()

    class Meta:
        verbose_name = verbose_name_plural = _("消息")
        ordering = ("-created_at", "-id")

    def __str__(self) -> str:
        return self.subject


class Delivery(models.Model):
    """One way a message travels, with its tries; `message` is empty for bare codes."""

    message = models.ForeignKey(
        Message, null=True, blank=True, on_delete=models.CASCADE, related_name="deliveries"
    )
    channel = models.CharField(_("方式"), max_length=10, choices=Channel.choices)
    address = EncryptedTextField(_("地址"))
    text = EncryptedTextField(_("内容"))
    # A one-time code: shown to nobody outside the demo.
    is_secret = models.BooleanField(default=False)
    status = models.CharField(
        _("状态"), max_length=10, choices=DeliveryStatus.choices, default=DeliveryStatus.WAITING
    )
    attempts = models.PositiveSmallIntegerField(_("次数"), default=0)
    next_try_at = models.DateTimeField(null=True, blank=True, db_index=True)
    last_error = models.CharField(_("错误"), max_length=300, blank=True)
    created_at = models.DateTimeField(auto_now_add=True)
    sent_at = models.DateTimeField(null=True, blank=True)

    class Meta:
        verbose_name = verbose_name_plural = _("发送记录")
        ordering = ("-created_at", "-id")

    def __str__(self) -> str:
        return f"{self.get_channel_display()} {self.get_status_display()}"
