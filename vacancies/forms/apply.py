import datetime as dt

from django import forms
from django.core.exceptions import ValidationError
from django.utils import timezone
from django.utils.translation import gettext as _t
from django.utils.translation import gettext_lazy as _

from people import identity

EDUCATION = [
    ("", _("请选择")),
    ("11", _("博士研究生")),
    ("14", _("硕士研究生")),
    ("21", _("大学本科")),
    ("31", _("大学专科")),
    ("41", _("中等职业教育")),
]


class ApplicationForm(forms.Form):
    """The application sheet. Everything is text in the draft; here it is checked.

    While an application is returned only `open_fields` may change; the rest is read-only.
    """

    name = forms.CharField(label=_("姓名"), max_length=50)
    id_number = forms.CharField(
        label=_("身份证号"), max_length=20, help_text=_("只有审核人员能看，列表里打码显示。")
    )
    education = forms.ChoiceField(label=_("最高学历"), choices=EDUCATION)
    school = forms.CharField(label=_("毕业院校"), max_length=80)
    major = forms.CharField(label=_("专业"), max_length=80, help_text=_("按毕业证书填写。"))
    graduated_on = forms.DateField(label=_("毕业日期"), help_text=_("如 2024-06-30"))
    experience = forms.CharField(
        label=_("工作经历"), required=False, widget=forms.Textarea, max_length=2000
    )
    statement = forms.CharField(
        label=_("资格条件说明"), required=False, widget=forms.Textarea, max_length=2000,
        help_text=_("对照岗位条件写明证书、资格等情况。"),
    )  # fmt: skip
    is_true = forms.BooleanField(
        label=_("我承诺所填内容和材料真实，并同意审核单位为资格审查使用我的个人信息。"),
        error_messages={"required": _("提交前须勾选诚信承诺。")},
    )

    def __init__(self, *args, open_fields: list[str] | None = None, **options):
        super().__init__(*args, **options)
        if open_fields is not None:
            for name in set(self.fields) - set(open_fields) - {"is_true"}:
                self.fields[name].disabled = True

    def clean_id_number(self):
        number = identity.tidy(self.cleaned_data["id_number"])
        if not identity.is_valid(number):
            raise ValidationError(_t("身份证号不对：请核对 18 位号码和末位校验码。"))
        return number

    def clean_graduated_on(self):
        day = self.cleaned_data["graduated_on"]
        if day.year < 1960 or day > timezone.localdate() + dt.timedelta(days=400):
            raise ValidationError(_t("请核对毕业日期。"))
        return day

    def answers(self) -> dict:
        """The checked answers as the draft and the snapshot keep them: plain text."""
        return {
            name: value if isinstance(value, str) else str(value)
            for name, value in self.cleaned_data.items()
            if name != "is_true"
        }


ANSWER_FIELDS = tuple(name for name in ApplicationForm.base_fields if name != "is_true")
