"""The file as handed in, as labelled lines; what identifies a person is masked."""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

from django.utils.translation import gettext_lazy as _

from vacancies.models import Application

LABELS = {
    "name": _("姓名"),
    "id_number": _("证件号码"),
    "phone": _("手机"),
    "sex": _("性别"),
    "birth_date": _("出生日期"),
    "political_status": _("政治面貌"),
    "native_place": _("籍贯"),
    "household_place": _("户籍所在地"),
    "student_origin": _("生源地"),
    "address": _("通讯地址"),
    "email": _("邮箱"),
    "education": _("学历学位"),
    "educations": _("学历学位"),
    "school": _("毕业院校"),
    "major": _("专业"),
    "graduated_on": _("毕业日期"),
    "experience": _("工作经历"),
    "statement": _("资格条件说明"),
    "works": _("工作经历"),
    "certificates": _("职称与证书"),
}
SECRET = {"id_number": (6, 4), "phone": (3, 4), "address": (0, 0)}
HIDDEN = ("version", "position", "is_true")


@dataclass(frozen=True)
class Line:
    """One entry of the form; `is_secret` entries are shown masked until a purpose is given."""

    name: str
    label: str
    text: str
    is_secret: bool = False


def lines(
    application: Application,
    *,
    unmasked: bool = False,
    words: Mapping[str, Mapping[str, str]] | None = None,
) -> list[Line]:
    """The snapshot line by line, in the order in which it was frozen.

    `words` holds for coded fields what their codes mean: {field: {code: word}}.
    """
    found = []
    for name, value in (application.snapshot or {}).items():
        if name in HIDDEN or value in (None, "", [], {}):
            continue
        text = str((words or {}).get(name, {}).get(value, "")) if isinstance(value, str) else ""
        text = text or _text(value)
        secret = name in SECRET
        shown = mask(name, text) if secret and not unmasked else text
        found.append(Line(name, LABELS.get(name, name), shown, secret))
    return found


def mask(name: str, text: str) -> str:
    """`519901********0010`; what is kept depends on the field."""
    head, tail = SECRET[name]
    hidden = len(text) - head - tail
    if hidden <= 0:
        return "*" * len(text)
    return text[:head] + "*" * hidden + text[len(text) - tail :]


def _text(value: Any) -> str:
    if isinstance(value, dict):
        return " ".join(_text(v) for v in value.values() if v not in (None, ""))
    if isinstance(value, list):
        return "；".join(_text(v) for v in value)
    if isinstance(value, bool):
        return str(_("是") if value else _("否"))
    return str(value)
