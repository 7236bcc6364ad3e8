"""How allauth meets our user: phones are encrypted, codes leave through office.messages."""

from allauth.account.adapter import DefaultAccountAdapter
from django.utils.translation import gettext as _

from office.encryption import blind_index
from office.enums import Channel
from office.messages import post
from people.forms.fields import PhoneField
from people.models import User
from people.phones import normalise


class AccountAdapter(DefaultAccountAdapter):
    """Phone storage and SMS codes; everything else is allauth's."""

    def get_phone(self, user):
        return (user.phone, user.phone_verified) if user.phone else None

    def set_phone(self, user, phone, verified):
        user.phone, user.phone_verified = phone, verified
        user.save(update_fields=["phone", "phone_index", "phone_verified"])

    def set_phone_verified(self, user, phone):
        self.set_phone(user, phone, True)  # noqa: FBT003 the base class's signature

    def get_user_by_phone(self, phone):
        return User.objects.filter(phone_index=blind_index(normalise(phone))).first()

    def clean_phone(self, phone):
        return super().clean_phone(normalise(phone))

    def phone_form_field(self, **kwargs):
        return PhoneField(**kwargs)

    def send_verification_code_sms(self, user, phone, code, **_kwargs):
        self._send(phone, _("【澄溪人才】验证码 %(code)s，5 分钟内有效。") % {"code": code})

    def send_unknown_account_sms(self, phone, **_kwargs):
        self._send(phone, _("【澄溪人才】这个手机号还没有注册。"))

    def send_account_already_exists_sms(self, phone, **_kwargs):
        self._send(phone, _("【澄溪人才】这个手机号已经注册，请直接登录。"))

    @staticmethod
    def _send(phone: str, text: str) -> None:
        post(Channel.SMS, phone, text, is_secret=True)
