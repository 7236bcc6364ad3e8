"""How an import is written on its pages."""

from typing import Any

from django import template
from django.utils.translation import gettext_lazy as _

from vacancies.enums import ImportStage

register = template.Library()

STEPS = (
    ("start", _("上传")),
    ("columns", _("对应列")),
    ("preview", _("预览与问题")),
    ("progress", _("导入")),
    ("report", _("报告")),
)
#: state of a column → kind, icon and word of its badge
COLUMN_BADGES = {
    "sure": ("ok", "check-circle", _("确定")),
    "likely": ("ok", "check-circle", _("大致确定")),
    "unsure": ("warn", "person-check", _("请确认")),
    "kept": ("", "w-ring", _("原样保留")),
    "ignored": ("ok", "check-circle", _("确定")),
    "refused": ("bad", "w-ban", _("不收此列")),
}
#: state of a preview line → kind, icon and word
LINE_BADGES = {
    "created": ("info", "plus", _("新增")),
    "updated": ("warn", "edit", _("有改动")),
    "unchanged": ("", "minus", _("不变")),
}
STAGE_BADGES = {
    ImportStage.APPLIED: ("ok", "check-circle"),
    ImportStage.APPLYING: ("info", "w-half"),
    ImportStage.REFUSED: ("bad", "w-ban"),
    ImportStage.CANCELLED: ("", "minus"),
}
GATE_PLACES = {
    "hidden_sheet": _("隐藏的工作表"),
    "very_hidden_sheet": _("深度隐藏的工作表"),
    "hidden_column": _("隐藏的列"),
    "hidden_row": _("隐藏的行"),
    "comment": _("批注"),
    "property": _("文件属性"),
    "cell": _("单元格"),
}


LEFT_OUT_KINDS = {"total": _("合计"), "note": _("说明"), "section": _("小标题")}


@register.filter
def left_out_kind(kind: str) -> str:
    return str(LEFT_OUT_KINDS[kind])


@register.filter
def gate_place(kind: str) -> str:
    return str(GATE_PLACES[kind])


@register.filter
def import_steps(current: str) -> list[dict[str, Any]]:
    """The steps as done, now or to come, seen from the current one."""
    names = [name for name, _label in STEPS]
    here = names.index(current)
    states = ("done", "now", "later")
    return [
        {"label": label, "state": states[(number > here) - (number < here) + 1]}
        for number, (_name, label) in enumerate(STEPS)
    ]


@register.inclusion_tag("components/badge.html")
def column_badge(state: str) -> dict[str, Any]:
    return _badge(*COLUMN_BADGES[state])


@register.inclusion_tag("components/badge.html")
def line_badge(state: str) -> dict[str, Any]:
    return _badge(*LINE_BADGES[state])


@register.inclusion_tag("components/badge.html")
def stage_badge(stage: str) -> dict[str, Any]:
    kind, icon = STAGE_BADGES.get(ImportStage(stage), ("warn", "w-half"))
    return _badge(kind, icon, ImportStage(stage).label)


def _badge(kind: str, drawing: str, text: Any) -> dict[str, Any]:
    return {"kind": kind, "drawing": drawing, "text": text}
