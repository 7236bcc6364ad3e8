"""Values of position tables as people write them: amounts, ratios, shares, dates, levels.

Every function takes the cell's text and gives (value, remark or None); a value that cannot be
read is None and the remark says why.
"""

import datetime as dt
import re
import unicodedata
from decimal import Decimal, InvalidOperation
from functools import lru_cache

from django.utils.translation import gettext as _

from vacancies.importing.problems import Remark, error, warning

MOST_PEOPLE = 9_999
MOST_RATIO = 999
_CHINESE = {digit: value for value, digit in enumerate("零一二三四五六七八九")} | {
    "〇": 0,
    "两": 2,
    "俩": 2,
}
_NUMBER = r"\d+(?:\.\d+)?|[一二两三四五六七八九十]+"
_COLONS = str.maketrans("：∶﹕︰˸比/", ":::::::")
_NOTHING = {"", ":", "-", "—", "――", "/", "无", "\\", "--", "——"}
_NO_RATIO = re.compile(r"不设|不限|不作|无限制|不做|直接|无比例|不要求|取消|^无")
_SEE_NOTICE = re.compile(r"详见|见公告|见备注|按公告|另行|见附件|待定")
_NO_EXAM = re.compile(r"直接|免|不笔试|不面试|无")
_SHARE = re.compile(r"(\d+(?:\.\d+)?)\s*(%?)")
_DAY = re.compile(r"(\d{4})\s*[-年./]\s*(\d{1,2})\s*[-月./]\s*(\d{1,2})\s*日?")
_ONLY_PREFERRED = re.compile(r"[^,,;;。]{0,12}优先")


@lru_cache(maxsize=65_536)
def plain(text: str) -> str:
    """Text folded to half width, without blanks."""
    return re.sub(r"\s+", "", unicodedata.normalize("NFKC", text))


def is_nothing(text: str) -> bool:
    return plain(text) in _NOTHING


def _chinese_number(text: str) -> int | None:
    """一 … 九十九"""
    tens, ten, ones = text.partition("十")
    if not ten:
        return _CHINESE.get(text) if len(text) == 1 else None
    high = _CHINESE.get(tens, 1 if not tens else None)
    low = _CHINESE.get(ones, 0 if not ones else None)
    return None if high is None or low is None else high * 10 + low


def _number(text: str) -> Decimal | None:
    try:
        return Decimal(text)
    except InvalidOperation:
        value = _chinese_number(text)
        return None if value is None else Decimal(value)


def headcount(text: str) -> tuple[int | None, Remark | None]:
    """``2``, ``2人``, ``２``, ``两名``, ``2.0`` → 2; ``若干``, ``1+1`` and blanks are errors."""
    folded = plain(text)
    if not folded:
        return None, error(_("招聘人数没有填"), _("补填人数"))
    match = re.fullmatch(rf"(?:共|约|计)?({_NUMBER})(?:人|名|个|位)?(\(.*\))?", folded)
    number = _number(match[1]) if match else None
    if number is None or number != number.to_integral_value() or number > MOST_PEOPLE:
        return None, error(_("招聘人数读不出来"), _("写成一个整数"))
    if number == 0:
        return 0, warning(_("招聘人数是 0"), _("确认是否取消此岗位"))
    if match[2]:
        return int(number), warning(_("招聘人数后面还有话，只取了数字"), _("把说明移到备注"))
    return int(number), None


def ratio(text: str) -> tuple[Decimal | None, Remark | None]:
    """Applicants per post: ``3:1``, ``1：3``, ``1∶3``, ``3比1`` → 3; ``不设开考比例`` → None."""
    folded = plain(text.translate(_COLONS))
    if folded in _NOTHING or _NO_RATIO.search(folded) or _SEE_NOTICE.search(folded):
        return None, None
    match = re.search(rf"({_NUMBER}):({_NUMBER})", folded)
    left, right = (_number(match[1]), _number(match[2])) if match else (None, None)
    if not left or not right:
        return None, warning(_("比例读不出来，只留原文"), _("写成 3:1 这样的形式"))
    value = max(left, right) / min(left, right)
    if value > MOST_RATIO:
        return None, warning(_("比例大得不合常理，只留原文"), _("写成 3:1 这样的形式"))
    return value.quantize(Decimal("0.01")), None


def leans_left(text: str) -> bool | None:
    """Is a ratio written posts first (1:3)? None when it is not a ratio or both sides are equal."""
    match = re.search(rf"({_NUMBER}):({_NUMBER})", plain(text.translate(_COLONS)))
    left, right = (_number(match[1]), _number(match[2])) if match else (None, None)
    return None if left is None or right is None or left == right else left < right


def from_clock(text: str) -> str:
    """``3:01``, a ratio the spreadsheet took for a time of day, as it was typed: ``3:1``."""
    hours, _colon, minutes = text.partition(":")
    return f"{int(hours)}:{int(minutes)}" if hours.isdecimal() and minutes.isdecimal() else text


def share(text: str) -> tuple[Decimal | None, Remark | None]:
    """A share of the total in percent: ``40%``, ``40``, ``0.4`` → 40."""
    folded = plain(text)
    if folded in _NOTHING or _SEE_NOTICE.search(folded):
        return None, None
    found = _SHARE.findall(folded)
    if not found and _NO_EXAM.search(folded):
        return None, None
    if len(found) != 1:
        return None, warning(_("占比读不出来"), _("写成百分数，如 40%"))
    value = Decimal(found[0][0])
    if not found[0][1] and value <= 1:
        value *= 100
    if value > 100:
        return None, warning(_("占比超过 100%"), _("写成百分数，如 40%"))
    return value.quantize(Decimal("0.01")), None


def shares(text: str) -> tuple[tuple[Decimal, Decimal] | None, Remark | None]:
    """Written and interview together: ``4:6``, ``40:60``, ``笔试40%、面试60%`` → (40, 60)."""
    folded = plain(text.translate(_COLONS))
    if folded in _NOTHING or _SEE_NOTICE.search(folded) or _NO_EXAM.search(folded):
        return None, None
    numbers = [Decimal(number) for number, _percent in _SHARE.findall(folded)]
    if len(numbers) != 2 or not sum(numbers):
        return None, warning(_("笔试、面试占比读不出来，只留在其他列里"), _("写成 40:60"))
    if re.search("面试.*笔试", folded):
        numbers.reverse()
    total = sum(numbers)
    written = (numbers[0] * 100 / total).quantize(Decimal("0.01"))
    return (written, 100 - written), None


_LEVELS = (
    (1, re.compile("中专|高中|中职|职高|中等职业|技校|技工")),
    (2, re.compile("大专|专科|高职")),
    (3, re.compile("本科|学士")),
    (4, re.compile("硕士|研究生")),
    (5, re.compile("博士")),
)


def education_rank(text: str) -> int:
    """The lowest level a requirement admits: 1 secondary … 5 doctor, 0 not stated or no limit."""
    folded = plain(text).replace("博士研究生", "博士")
    folded = re.sub("(?:非|不含|除)(?:本科|专科)", "", folded)
    return next((rank for rank, pattern in _LEVELS if pattern.search(folded)), 0)


def birth_window(text: str) -> tuple[tuple[dt.date | None, dt.date | None], Remark | None]:
    """(born not before, born not after), only where the text gives whole dates."""
    folded = plain(text)
    if re.fullmatch(_ONLY_PREFERRED, folded):
        return (None, None), error(
            _("“优先”不是条件，算不出出生日期"), _("写成出生起止日期，或删去")
        )
    days = []
    for match in _DAY.finditer(folded):
        try:
            days.append(
                (dt.date(*map(int, match.groups())), folded[match.end() : match.end() + 12])
            )
        except ValueError:
            return (None, None), warning(
                _("年龄里的日期不存在：%(date)s") % {"date": match[0]}, _("改正日期")
            )
    # A post with exceptions for some people has several windows: a person must read them.
    if len(days) == 2 and days[0][0] < days[1][0]:
        return (days[0][0], days[1][0]), None
    if len(days) == 1:
        day, after = days[0]
        if re.match(r"(?:\(含\)|\(含.{0,6}\)|含)?(?:以后|之后|及以后|后|起)", after):
            return (day, None), None
        if re.match(r"(?:\(含\)|\(含.{0,6}\)|含)?(?:以前|之前|及以前|前)", after):
            return (None, day), None
    return (None, None), None


_LEVEL_HEADS = re.compile(
    r"(?:^|(?<=[;；。\n\s，,]))[（(]?\d?[.、]?"
    r"(博士研究生|硕士研究生|研究生|博士|硕士|大学本科|本科|大学专科|大专|专科|高职专科|高职)"
    r"(?:学历|专业|层次|阶段|\(学科\)|及以上){0,2}[)）]?\s*[:：]"
)
_MAJOR_FIELDS = (
    ("研究生", "graduate"),
    ("博士", "graduate"),
    ("硕士", "graduate"),
    ("本科", "bachelor"),
)


def split_majors(text: str) -> dict[str, str]:
    """``本科：法学；研究生：0301`` → {"bachelor": "法学", "graduate": "0301"}; {} when not split by level."""
    heads = list(_LEVEL_HEADS.finditer(text))
    parts: dict[str, str] = {}
    for head, following in zip(heads, [*heads[1:], None], strict=False):
        words = text[head.end() : following.start() if following else len(text)].strip(
            " \n;；，,。"
        )
        field = next((name for word, name in _MAJOR_FIELDS if word in head[1]), "college")
        if words:
            parts[field] = f"{parts[field]}；{words}" if field in parts else words
    return parts if heads and not text[: heads[0].start()].strip() else {}


def sentences(text: str) -> list[str]:
    """The single demands of a cell: by line, semicolon and number."""
    pieces = re.split(r"[\n;；]+|(?<=[。])|(?=(?<!\d)\d{1,2}[.、．](?!\d))|(?=[①-⑩])", text)
    stripped = (
        re.sub(r"^(?:\d{1,2}[.、．)）]|[①-⑩]|[(（]\d{1,2}[)）])\s*", "", piece.strip())
        for piece in pieces
    )
    return [piece.strip(" 。;；") for piece in stripped if piece.strip(" 。;；")]
