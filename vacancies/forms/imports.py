"""Forms of the position-table import."""

from collections.abc import Iterator
from typing import Any

from django import forms
from django.core.exceptions import ValidationError
from django.utils.functional import cached_property
from django.utils.translation import gettext_lazy as _
from openpyxl.utils import get_column_letter

from vacancies.importing.headings import HEADINGS

KEEP, SKIP = "", "serial"


class UploadForm(forms.Form):
    file = forms.FileField(
        label=_("岗位表文件"),
        help_text=_(
            "10 MB 以内的 .xlsx 或 .xls；有合并单元格、多个工作表、两行表头都可以。宏和外部链接不会带进来。"
        ),
        widget=forms.ClearableFileInput(attrs={"accept": ".xlsx,.xls,.xlsm"}),
    )


class ColumnsForm(forms.Form):
    """One choice per heading of the file; equal headings of several sheets are decided once."""

    is_remembered = forms.BooleanField(
        label=_("记住这份对应关系，本单位下次照用"), required=False, initial=True
    )

    def __init__(self, *args: Any, layout: list[dict[str, Any]], **options: Any) -> None:
        super().__init__(*args, **options)
        self.layout = layout
        self.headers: dict[str, dict[str, Any]] = {}
        for table in layout:
            for column in table["columns"]:
                self.headers.setdefault(column["header"], column)
        for name, column in self._named():
            if column["state"] != "refused":
                self.fields[name] = forms.ChoiceField(
                    label=column["header"],
                    choices=_choices,
                    required=False,
                    initial=column["field"],
                )

    def _named(self) -> Iterator[tuple[str, dict[str, Any]]]:
        return ((f"column{number}", column) for number, column in enumerate(self.headers.values()))

    @cached_property
    def rows(self) -> list[dict[str, Any]]:
        """The columns with their bound fields, those to be confirmed first."""
        rows = [
            column
            | {"control": self[name] if name in self.fields else None, "letter": _letter(column)}
            for name, column in self._named()
        ]
        return sorted(rows, key=lambda row: row["state"] != "unsure")

    def decisions(self) -> dict[str, str]:
        """header → field name; ``""`` keeps the column as it is."""
        return {
            column["header"]: self.cleaned_data[name]
            for name, column in self._named()
            if name in self.fields
        }

    def clean(self) -> dict[str, Any]:
        cleaned = super().clean()
        chosen = {column["header"]: name for name, column in self._named() if name in self.fields}
        for table in self.layout:
            taken: dict[str, str] = {}
            for column in table["columns"]:
                name = chosen.get(column["header"])
                value = cleaned.get(name, KEEP) if name else KEEP
                if value in (KEEP, SKIP):
                    continue
                if value in taken:
                    self.add_error(
                        name, _("“%(other)s”已经放到这一项了。") % {"other": taken[value]}
                    )
                taken.setdefault(value, column["header"])
            if not {"name", "code"} & taken.keys() or "headcount" not in taken:
                where = {"sheet": table["sheet"]}
                self.add_error(
                    None,
                    ValidationError(_("“%(sheet)s”要有岗位名称（或编码）和招聘人数两列。") % where),
                )
        return cleaned


def _letter(column: dict[str, Any]) -> str:
    return get_column_letter(column["number"])


def _choices() -> list[tuple[str, Any]]:
    fields = [(entry.name, entry.label) for entry in HEADINGS if not entry.is_ignored]
    return [(KEEP, _("原样保留（其他信息）")), (SKIP, _("不导入")), *fields]


class MendForm(forms.Form):
    """Another text for one cell of what is imported."""

    place = forms.RegexField(r"^.{1,80}![A-Z]{1,3}[1-9]\d{0,6}$", widget=forms.HiddenInput)
    text = forms.CharField(label=_("改为"), required=False, max_length=2000)
