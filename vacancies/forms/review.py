"""Forms of the review: what is told to the applicant, and why a number is opened."""

from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _

from vacancies.forms.apply import ANSWER_FIELDS, ApplicationForm
from vacancies.models import Application
from vacancies.reasons import REASONS

PURPOSES = (
    _("与材料影像核对"), _("第二人复核"), _("办理体检或考察"), _("纪检查询"),
)  # fmt: skip


class ReturnForm(forms.Form):
    """What is to be mended, in one list, and the words the applicant reads."""

    fields_to_mend = forms.MultipleChoiceField(
        label=_("让本人改哪些内容（其余只读）"), widget=forms.CheckboxSelectMultiple
    )
    words = forms.CharField(
        label=_("告诉本人的话（原样发给本人）"),
        max_length=1000,
        widget=forms.Textarea(attrs={"rows": 3}),
    )

    def __init__(self, *args: Any, application: Application, **options: Any) -> None:
        super().__init__(*args, **options)
        slots = {
            a.slot: _("材料：%(title)s") % {"title": a.document.title}
            for a in application.attachments.all()
        }
        self.fields["fields_to_mend"].choices = [
            *((name, ApplicationForm.base_fields[name].label) for name in ANSWER_FIELDS), *slots.items(),
        ]  # fmt: skip


class RejectForm(forms.Form):
    """A reason of the catalogue, and the words the applicant reads."""

    reason = forms.ChoiceField(
        label=_("不通过的理由"),
        choices=lambda: [("", _("请选择")), *((c, f"{c} {w}") for c, w in REASONS.items())],
    )
    words = forms.CharField(
        label=_("补充说明（本人可见）"), max_length=1000, widget=forms.Textarea(attrs={"rows": 3})
    )


class WordsForm(forms.Form):
    """Words that go with a move."""

    words = forms.CharField(
        label=_("原因（本人可见）"), max_length=1000, widget=forms.Textarea(attrs={"rows": 3})
    )


class NoteForm(forms.Form):
    text = forms.CharField(
        label=_("内部记录（本人看不到）"), max_length=2000, widget=forms.Textarea(attrs={"rows": 2})
    )


class PurposeForm(forms.Form):
    """Why data of a person are opened or taken along; that person reads it."""

    purpose = forms.CharField(
        label=_("用途（本人看得到）"),
        max_length=200,
        widget=forms.TextInput(attrs={"list": "purposes"}),
    )
