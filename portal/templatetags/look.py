"""How things are written on a page: icons, moments, distances, amounts, controls.

A builtin library (settings), so that templates of every app use it without importing `portal`.
"""

import datetime as dt
import json
import re
from collections.abc import Iterable
from dataclasses import dataclass
from decimal import Decimal

from django import template
from django.core.paginator import Page
from django.core.serializers.json import DjangoJSONEncoder
from django.forms import BaseForm, BoundField, widgets
from django.templatetags.static import static
from django.urls import translate_url
from django.utils import timezone
from django.utils.html import format_html, format_html_join
from django.utils.safestring import SafeString, mark_safe
from django.utils.translation import get_language, gettext, ngettext
from django.utils.translation import gettext_lazy as _

register = template.Library()

Moment = dt.datetime | dt.date
WEEKDAYS = (_("周一"), _("周二"), _("周三"), _("周四"), _("周五"), _("周六"), _("周日"))
MONTHS = ("Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec")
ONE_DAY = dt.timedelta(days=1)
SOON = 3 * ONE_DAY


@register.simple_tag
def icon(name: str, cls: str = "icon") -> SafeString:
    """One drawing of the sprite; names that start with `w-` are the workbench's own.

    `{% icon "clock" %}`, `{% icon "clock" "icon icon--sm" %}`, `{% icon "w-seal" "wk-i" %}`.
    Always decoration: the word stands beside it or in the control's name.
    """
    sprite = "icons/icons-work.svg" if name.startswith("w-") else "icons/icons.svg"
    return format_html(
        '<svg class="{}" aria-hidden="true"><use href="{}#{}"></use></svg>',
        cls,
        static(sprite),
        name,
    )


def _local(value: Moment) -> Moment:
    return timezone.localtime(value) if isinstance(value, dt.datetime) else value


def _is_english() -> bool:
    return (get_language() or "").startswith("en")


@register.filter
def day(value: Moment | None) -> str:
    """9月18日（周五）; with the year when it is not this year; English 18 Sep 2026 (Fri)."""
    if value is None:
        return ""
    local = _local(value)
    weekday = WEEKDAYS[local.weekday()]
    if _is_english():
        return f"{local.day} {MONTHS[local.month - 1]} {local.year} ({weekday})"
    year = "" if local.year == timezone.localdate().year else f"{local.year}年"
    return f"{year}{local.month}月{local.day}日（{weekday}）"


@register.filter
def weekday(value: Moment | None) -> str:
    """周五, beside a date that stands alone."""
    return "" if value is None else str(WEEKDAYS[_local(value).weekday()])


@register.filter
def month_day(value: Moment | None) -> str:
    """9月18日 without its weekday, for a figure; English 18 Sep."""
    if value is None:
        return ""
    local = _local(value)
    return (
        f"{local.day} {MONTHS[local.month - 1]}"
        if _is_english()
        else f"{local.month}月{local.day}日"
    )


@register.filter
def moment(value: Moment | None, edge: str = "close") -> str:
    """9月18日（周五）24:00: the day and the clock in Shanghai.

    Closings are stored as the first instant that is too late, so midnight reads as 24:00 of
    the day before; `|moment:"start"` keeps 0:00 for a beginning. A bare date has no clock.
    """
    if not isinstance(value, dt.datetime):
        return day(value)
    local = timezone.localtime(value)
    if edge == "close" and local.time() == dt.time.min:
        shown, clock = local.date() - ONE_DAY, "24:00"
    else:
        shown, clock = local.date(), f"{local.hour}:{local.minute:02}"
    return f"{day(shown)}, {clock}" if _is_english() else f"{day(shown)}{clock}"


@register.filter
def machine(value: Moment | None) -> str:
    """The same for `<time datetime>`: 2026-09-19T00:00 in Shanghai, or 2026-09-18."""
    if value is None:
        return ""
    local = _local(value)
    return f"{local:%Y-%m-%dT%H:%M}" if isinstance(local, dt.datetime) else local.isoformat()


@register.filter
def left(value: dt.datetime | None) -> str:
    """2 天, in the last day 13 小时, in the last hour 20 分钟; empty when over."""
    if value is None or value <= timezone.now():
        return ""
    rest = value - timezone.now()
    if rest >= ONE_DAY:
        return ngettext("%(n)d 天", "%(n)d 天", rest.days) % {"n": rest.days}
    hours, seconds = divmod(rest.seconds, 3600)
    if hours:
        return ngettext("%(n)d 小时", "%(n)d 小时", hours) % {"n": hours}
    minutes = max(1, seconds // 60)
    return ngettext("%(n)d 分钟", "%(n)d 分钟", minutes) % {"n": minutes}


@register.filter
def left_kind(value: dt.datetime | None) -> str:
    """How near a deadline is: far, soon (≤ 3 days), hot (≤ 24 hours), over."""
    if value is None:
        return "far"
    rest = value - timezone.now()
    if rest <= dt.timedelta(0):
        return "over"
    return "hot" if rest <= ONE_DAY else "soon" if rest <= SOON else "far"


# Where a title may break: before these words, after these, and before a bracket.
JOINTS = re.compile(
    r"(?=公开|考核招聘|引进急需|工作人员公告|管理办法|暂行办法|实施|（)|(?<=半年)|(?<=\d年)(?!上半|下半|度|第)"
)


@register.filter
def breakable(title: str) -> SafeString:
    """A title with `<wbr>` at its joints; the look lets long titles break nowhere else."""
    return format_html_join(
        mark_safe("<wbr>"), "{}", ((part,) for part in JOINTS.split(title) if part)
    )


@register.filter
def money(value: Decimal | int | None) -> str:
    """24,000.00 for tables whose head names the unit; – when there is nothing."""
    return "–" if value is None else f"{value:,.2f}"


@register.filter
def wan(value: Decimal | int | None) -> str:
    """Yuan in a sentence: 6 万元, 13.56 万元, and 1,500 元 below ten thousand."""
    if value is None:
        return "–"
    amount = Decimal(value)
    if _is_english() or amount < 10_000:  # noqa: PLR2004
        return gettext("%(amount)s 元") % {"amount": f"{amount:,.2f}".removesuffix(".00")}
    return gettext("%(amount)s 万元") % {"amount": f"{(amount / 10_000).normalize():,f}"}


@register.filter
def thousands(value: int | None) -> str:
    """1,286 for counts in running text and facts; – when there is nothing."""
    return "–" if value is None else f"{value:,}"


@register.filter
def dash(value: object) -> object:
    """– for what is empty in a table, never a blank cell and never 0 for unknown."""
    return value if value not in (None, "") else "–"


CONTROL_CLASSES = (
    (widgets.Textarea, "textarea"),
    (
        (
            widgets.RadioSelect,
            widgets.CheckboxSelectMultiple,
            widgets.CheckboxInput,
            widgets.FileInput,
        ),
        "",
    ),
    (widgets.Select, "select"),
    (widgets.Input, "input"),
)


@register.simple_tag
def control(field: BoundField) -> SafeString:
    """The bare control of a field with the look's class; the widget's own classes are kept."""
    widget = field.field.widget
    base = next((name for kinds, name in CONTROL_CLASSES if isinstance(widget, kinds)), "")
    classes = " ".join(filter(None, (base, widget.attrs.get("class", ""))))
    return field.as_widget(attrs={"class": classes} if classes else {})


@register.filter
def shape(field: BoundField) -> str:
    """Which markup a field needs: checkbox, choices (radio or several boxes), or line."""
    widget = field.field.widget
    if isinstance(widget, widgets.CheckboxInput):
        return "checkbox"
    return (
        "choices"
        if isinstance(widget, widgets.RadioSelect | widgets.CheckboxSelectMultiple)
        else "line"
    )


@register.simple_tag(takes_context=True)
def in_language(context: template.Context, language: str) -> str:
    """The address of this page in another language of the interface."""
    request = context.get("request")
    return translate_url(request.get_full_path(), language) if request else "/"


@dataclass(frozen=True)
class Door:
    """One entry of the main menu."""

    label: str
    url: str
    icon: str
    is_current: bool


# Label, address, icon, other addresses behind the same door. Only rooms that exist: an issue
# that builds a room adds its door here.
DOORS = (
    (_("首页"), "/", "home", ()),
    (_("找岗位"), "/search/", "briefcase", ("/positions/",)),
    (_("政策与待遇"), "/policies/", "policy", ()),
    (_("公告公示"), "/notices/", "doc", ()),
)


@register.simple_tag(takes_context=True)
def doors(context: template.Context) -> list[Door]:
    """The main menu with the door this page is behind, in the page's language."""
    return [
        Door(label, localized(url), drawing, any(is_at(context, at) for at in (url, *rooms)))
        for label, url, drawing, rooms in DOORS
    ]


@register.simple_tag
def localized(url: str) -> str:
    """An address of the site in the page's language: `/policies/` or `/en/policies/`."""
    return f"/en{url}" if _is_english() else url


@register.simple_tag(takes_context=True)
def is_at(context: template.Context, prefix: str) -> bool:
    """Whether this page stands under the address `prefix`, for `aria-current` in menus."""
    request = context.get("request")
    if request is None or not prefix:
        return False
    path = request.path.removeprefix("/en") or "/"
    prefix = prefix.removeprefix("/en") or "/"
    return path == prefix if prefix == "/" else path.startswith(prefix)


@register.filter
def first_word(text: str) -> str:
    """The number of a distance: 2 of “2 天”."""
    return text.partition(" ")[0]


@register.filter
def rest_words(text: str) -> str:
    """The unit of a distance: 天 of “2 天”."""
    return text.partition(" ")[2]


@register.simple_tag(takes_context=True)
def page_query(context: template.Context, name: str, number: int, anchor: str = "") -> str:
    """This page's query string with another page number; the first page carries none."""
    query = context["request"].GET.copy()
    query.pop(name, None)
    if number > 1:
        query[name] = str(number)
    return f"?{query.urlencode()}{anchor}"


@register.simple_tag
def page_numbers(page: Page) -> list[int | None]:
    """Numbers to show in a pager; None stands for a gap."""
    shown = page.paginator.get_elided_page_range(page.number, on_each_side=2, on_ends=1)
    return [number if isinstance(number, int) else None for number in shown]


# What could end a script element early, as JSON escapes (the same that json_script uses).
ESCAPES = {ord(">"): "\\u003E", ord("<"): "\\u003C", ord("&"): "\\u0026"}


@register.simple_tag
def jsonld(value: dict) -> SafeString:
    """Structured data for search engines; a data block, which the content policy allows."""
    text = json.dumps(value, cls=DjangoJSONEncoder, ensure_ascii=False).translate(ESCAPES)
    return format_html('<script type="application/ld+json">{}</script>', SafeString(text))


@dataclass(frozen=True)
class ErrorLine:
    """One line of an error summary; `target` is the id to jump to, empty for the whole form."""

    label: str
    text: str
    target: str = ""


@register.simple_tag
def error_lines(form: BaseForm | None, forms: Iterable[BaseForm] | None = None) -> list[ErrorLine]:
    """Every error of the form or forms, in the order of the fields."""
    lines = []
    for one in [form] if form else forms or []:
        lines += [ErrorLine("", text) for text in one.non_field_errors()]
        for field in one.visible_fields():
            target = field.id_for_label or field.auto_id
            lines += [ErrorLine(str(field.label), text, target) for text in field.errors]
    return lines
