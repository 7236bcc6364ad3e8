from django import forms
from django.core.exceptions import ValidationError
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from people.phones import is_mobile, normalise


class PhoneField(forms.CharField):
    """A mainland mobile number; blanks, hyphens and +86 are forgiven."""

    widget = forms.TextInput(
        attrs={"type": "tel", "inputmode": "tel", "autocomplete": "tel", "class": "input input--20"}
    )

    def __init__(self, **options):
        options.setdefault("label", gettext_lazy("手机号"))
        super().__init__(**options)

    def clean(self, value):
        value = normalise(super().clean(value) or "")
        if value and not is_mobile(value):
            raise ValidationError(
                _("手机号应为 11 位数字，现在是 %(n)s 位。") % {"n": len(value)}
                if len(value) != 11  # noqa: PLR2004
                else _("请填写中国大陆手机号。")
            )
        return value
