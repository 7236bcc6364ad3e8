"""Telling people: one record in the inbox, then SMS or mail through adapters.

`tell` writes the record inside the caller's transaction; what fails to leave is tried
again by `deliver_due` and stays visible to staff in the delivery log.
"""

import datetime as dt
import logging
from collections.abc import Callable
from typing import Any, Protocol

from django.conf import settings
from django.core.mail import send_mail
from django.db import transaction
from django.utils import timezone
from django.utils.module_loading import import_string

from office.enums import Channel, DeliveryStatus
from office.models import Delivery, Message

log = logging.getLogger(__name__)
RETRY_AFTER = (dt.timedelta(minutes=1), dt.timedelta(minutes=10), dt.timedelta(hours=1))
AddressBook = Callable[[Any], dict[str, str]]


class DeliveryError(Exception):
    """The gateway refused or did not answer; the text goes to the delivery log."""


class Adapter(Protocol):
    """A way out: raises DeliveryError when the message did not leave."""

    def send(self, address: str, subject: str, text: str) -> None: ...


class OutboxAdapter:
    """Keeps the message in the delivery log only, for staff to read."""

    def send(self, address: str, subject: str, text: str) -> None:
        """Nothing leaves the house; the delivery row is the outbox."""


class MailAdapter:
    """SMTP by Django's mail settings."""

    def send(self, address: str, subject: str, text: str) -> None:
        try:
            send_mail(subject, text, settings.DEFAULT_FROM_EMAIL, [address])
        except OSError as error:
            raise DeliveryError(str(error)) from error


_address_book: AddressBook = lambda _user: {}  # noqa: E731 replaced by people when it starts


def use_address_book(book: AddressBook) -> None:
    """`people` tells how to find a user's addresses: {channel: address}."""
    global _address_book  # noqa: PLW0603 one registration at start
    _address_book = book


def tell(
    recipient: Any, *, kind: str, subject: str, body: str, link: str = "", key: str = "",
    sms: str = "",
) -> Message | None:  # fmt: skip
    """Record a message for `recipient`; with `sms`, that text also goes to the phone.

    `key` names the occasion: a second call with the same key does nothing and returns None.
    SMS text never holds an ID number, a score or a reason.
    """
    if key and Message.objects.filter(key=key).exists():
        return None
    message = Message.objects.create(
        recipient=recipient, kind=kind, subject=subject, body=body, link=link, key=key or None
    )
    address = _address_book(recipient).get(Channel.SMS, "") if sms else ""
    if address:
        post(Channel.SMS, address, sms, message=message)
    return message


def post(
    channel: str,
    address: str,
    text: str,
    *,
    message: Message | None = None,
    is_secret: bool = False,
) -> Delivery:
    """Queue one delivery and try it right after commit."""
    row = Delivery.objects.create(
        channel=channel, address=address, text=text, message=message, is_secret=is_secret,
        next_try_at=timezone.now(),
    )  # fmt: skip
    transaction.on_commit(lambda: deliver(row))
    return row


def deliver(row: Delivery) -> None:
    """One try. After the last of three retries the row stays failed for staff to see."""
    adapter: Adapter = import_string(settings.MESSAGE_ADAPTERS[row.channel])()
    row.attempts += 1
    try:
        adapter.send(row.address, row.message.subject if row.message else "", row.text)
    except DeliveryError as error:
        row.last_error = str(error)[:300]
        again = row.attempts <= len(RETRY_AFTER)
        row.status = DeliveryStatus.WAITING if again else DeliveryStatus.FAILED
        row.next_try_at = timezone.now() + RETRY_AFTER[row.attempts - 1] if again else None
        log.warning("delivery %s failed (try %s): %s", row.pk, row.attempts, error)
    else:
        row.status, row.sent_at, row.next_try_at = DeliveryStatus.SENT, timezone.now(), None
    row.save()


def deliver_due(now: dt.datetime | None = None) -> int:
    """Try what is waiting; run by the timer."""
    due = Delivery.objects.filter(
        status=DeliveryStatus.WAITING, next_try_at__lte=now or timezone.now()
    )
    for row in due:
        deliver(row)
    return len(due)
