"""One row of a position table as the values a position will have."""

import re
from collections.abc import Callable, Iterable
from dataclasses import dataclass, field
from functools import lru_cache
from typing import Any

from django.utils.translation import gettext as _

from office.sheets import Oddity, Table, TableRow
from vacancies import wording
from vacancies.enums import ConditionKind
from vacancies.importing import values as read
from vacancies.importing.problems import Problem, Remark, Severity, error, warning
from vacancies.models import Position

#: field of the table → attribute of the position, for texts taken as they are
TEXTS = {
    "code": "code",
    "name": "title",
    "unit": "unit_name",
    "supervisor": "department_name",
    "unit_kind": "unit_nature",
    "department": "section",
    "duty": "duties",
    "scope": "scope",
    "education": "education",
    "degree": "degree",
    "majors": "major",
    "majors_graduate": "major_graduate",
    "majors_bachelor": "major_bachelor",
    "majors_college": "major_college",
    "age": "age",
    "political": "political",
    "title": "title_required",
    "experience": "experience",
    "other": "other",
    "interview_method": "interview_form",
    "interview_ratio": "interview_ratio",
    "service_years": "service_years",
    "workplace": "place",
    "pay": "pay",
    "remark": "remark",
}
#: attributes fed by several columns, in order
JOINED = {
    "grade": ("category", "grade"),
    "exam_subjects": ("exam_public", "exam_special"),
    "contact": ("contact", "contact_person", "phone", "email", "website"),
}
_CONDITIONS = (
    ("scope", ConditionKind.SCOPE),
    ("fresh_graduate", ConditionKind.SCOPE),
    ("education", ConditionKind.EDUCATION),
    ("degree", ConditionKind.DEGREE),
    ("majors", ConditionKind.MAJOR),
    ("majors_graduate", ConditionKind.MAJOR),
    ("majors_bachelor", ConditionKind.MAJOR),
    ("majors_college", ConditionKind.MAJOR),
    ("age", ConditionKind.AGE),
    ("title", ConditionKind.TITLE),
    ("political", ConditionKind.POLITICAL),
    ("experience", ConditionKind.EXPERIENCE),
    ("other", ConditionKind.OTHER),
)
#: attributes that other columns feed as well
_FED = {
    "headcount": ("headcount",),
    "ratio": ("opening_ratio", "opening_ratio_text"),
    "weights": ("written_weight", "interview_weight"),
    "written_weight": ("written_weight",),
    "interview_weight": ("interview_weight",),
    "education": ("education_rank",),
    "age": ("birth_from", "birth_to"),
    "majors": ("major_graduate", "major_bachelor", "major_college"),
    "fresh_graduate": ("scope",),
}
#: attributes that say who may apply; frozen as soon as somebody has
CONDITION_ATTRIBUTES = (
    "scope", "education", "degree", "major", "major_graduate", "major_bachelor", "major_college", "age",
    "birth_from", "birth_to", "title_required", "political", "experience", "other",
)  # fmt: skip
_NO_DEMAND = {
    "不限",
    "无",
    "无要求",
    "不限制",
    "没有要求",
    "无限制",
    "否",
    "不作要求",
    "不要求",
    "无限定",
    "均可",
    "专业不限",
    "不限专业",
    "学历不限",
    "年龄不限",
    "不限户籍",
    "户籍不限",
}
_UNRESTRICTED = _NO_DEMAND | {"男女不限", "不限男女", "男女均可", "男、女", "男/女", "男女"}
_ODD = {
    Oddity.ERROR: lambda: error(_("单元格是错误值，公式坏了"), _("改成文字或数字")),
    Oddity.NOT_CALCULATED: lambda: error(_("公式没有结果"), _("用 Excel 打开另存一次，或改成数字")),
    Oddity.DIGITS_LOST: lambda: warning(
        _("数字超过 15 位，Excel 已把后面的改成 0"), _("把该列设为文本后重填")
    ),
    Oddity.DITTO: lambda: warning(_("“同上”按上一行补全"), _("照此导入")),
    Oddity.SHARED: lambda: warning(
        _("人数与上面的岗位合并，只在第一个岗位计一次"), _("各岗位分别填人数")
    ),
}


@dataclass
class Draft:
    """A position to be: ``values`` by attribute, ``conditions`` in order, ``problems`` of its row."""

    sheet: str
    row: int
    key: str
    values: dict[str, Any]
    conditions: list[tuple[str, str]]
    #: attributes the table has a column for; the others are left alone on a second import
    provided: frozenset[str] = frozenset()
    problems: list[Problem] = field(default_factory=list)

    @property
    def is_good(self) -> bool:
        return all(problem.severity is not Severity.ERROR for problem in self.problems)


class Draftsman:
    """Turns the rows of one table into drafts."""

    def __init__(self, table: Table, *, default_unit: str) -> None:
        self.table = table
        self.numbers = {column.name: column.number for column in table.columns}
        self.unknown = [column.name for column in table.columns if column.field is None]
        self.refused = [c.name for c in table.columns if c.field and c.field.is_refused]
        self.default_unit = default_unit
        self.labels = {column.name: column.path[-1] for column in table.columns}
        self.provided = self._provided()
        leanings = {read.leans_left(row.values.get("ratio", "")) for row in table.rows}
        self.ratios_are_mixed = {True, False} <= leanings

    def draft(self, row: TableRow, continued: Iterable[TableRow] = ()) -> Draft:
        """One post; ``continued`` are the further rows over which it is spread."""
        cells = _joined(row, continued)
        draft = Draft(self.table.sheet, row.number, "", {}, [], self.provided)
        texts = {
            name: self._answer(name, text)
            for name, text in cells.items()
            if name not in self.refused
        }
        self._report_oddities(draft, row)
        for name, attribute in TEXTS.items():
            draft.values[attribute] = texts.get(name, "")
        for attribute, names in JOINED.items():
            draft.values[attribute] = " ".join(texts[name] for name in names if texts.get(name))
        draft.values["extra"] = {
            self._label(name): texts[name] for name in self._extra() if texts.get(name)
        }
        if fresh := texts.get("fresh_graduate", ""):
            draft.values["scope"] = "；".join(
                dict.fromkeys(filter(None, (draft.values["scope"], fresh)))
            )
        self._name_unit(draft, row)
        self._read_numbers(draft, row, texts)
        self._read_conditions(draft, texts)
        self._check_words(draft, cells)
        self._fit(draft)
        return draft

    def _provided(self) -> frozenset[str]:
        found = {attribute for name, attribute in TEXTS.items() if name in self.numbers}
        found |= {
            attribute for attribute, names in JOINED.items() if self.numbers.keys() & set(names)
        }
        found |= {
            attribute for name, fed in _FED.items() if name in self.numbers for attribute in fed
        }
        # A post's unit and name are always known, be it from a heading or the notice.
        return frozenset(found | {"unit_name", "title", "extra"})

    def _answer(self, name: str, text: str) -> str:
        """``是`` under 是否要求…经历 says 要求…经历; ``否`` says nothing."""
        question = self._label(name)
        if not question.startswith("是否") or read.plain(text) not in ("是", "否"):
            return text
        return question.removeprefix("是否") if read.plain(text) == "是" else ""

    def _extra(self) -> list[str]:
        kept = ("exam_method", "unit_code")
        return [*(name for name in kept if name in self.numbers), *self.unknown]

    def _say(self, draft: Draft, name: str, text: str, remark: Remark | None) -> None:
        if remark:
            draft.problems.append(remark.at(draft.sheet, draft.row, self.numbers.get(name), text))

    def _report_oddities(self, draft: Draft, row: TableRow) -> None:
        for name, oddity in row.oddities.items():
            text = row.values.get(name, "")
            if name in self.refused or oddity not in _ODD:
                continue
            remark = _ODD[oddity]()
            is_needed = name in ("headcount", "code", "name", "unit")
            if remark.severity is Severity.ERROR and not is_needed:
                remark = warning(remark.reason, remark.fix)
            self._say(draft, name, text, remark)

    def _name_unit(self, draft: Draft, row: TableRow) -> None:
        if not draft.values["unit_name"]:
            if "unit" in self.numbers:
                remark = warning(_("招聘单位没有填，按公告的发布单位"), _("补填招聘单位"))
                self._say(draft, "unit", "", remark)
            draft.values["unit_name"] = unit_in(row.section) or self.title_unit or self.default_unit
        if not draft.values["title"]:
            if "name" in self.numbers:
                self._say(draft, "name", "", error(_("岗位名称没有填"), _("补填岗位名称")))
            draft.values["title"] = draft.values["code"] or draft.values["section"]

    @property
    def title_unit(self) -> str:
        return next((name for title in reversed(self.table.titles) if (name := unit_in(title))), "")

    def _read_numbers(self, draft: Draft, row: TableRow, texts: dict[str, str]) -> None:
        number, remark = read.headcount(texts.get("headcount", ""))
        if row.oddities.get("headcount") is Oddity.SHARED:
            number, remark = 0, None
        draft.values["headcount"] = number
        if (
            "headcount" in self.numbers
            and row.oddities.get("headcount") is not Oddity.NOT_CALCULATED
        ):
            self._say(draft, "headcount", texts.get("headcount", ""), remark)
        self._read_ratio(draft, row, texts.get("ratio", ""))
        self._read_shares(draft, texts)

    def _read_ratio(self, draft: Draft, row: TableRow, text: str) -> None:
        if row.oddities.get("ratio") is Oddity.TIME:
            text = read.from_clock(text)
            self._say(
                draft, "ratio", text, warning(_("Excel 把比例当成了时间，已还原"), _("请看一眼"))
            )
        value, remark = _cached(read.ratio, text)
        draft.values |= {"opening_ratio": value, "opening_ratio_text": text}
        self._say(draft, "ratio", text, remark)
        if self.ratios_are_mixed and read.leans_left(text):
            reason = _("写法反了，读作 %(ratio)s:1") % {
                "ratio": f"{value.normalize():f}" if value else "?"
            }
            self._say(draft, "ratio", text, warning(reason, _("照此导入")))

    def _read_shares(self, draft: Draft, texts: dict[str, str]) -> None:
        both, remark = _cached(read.shares, texts.get("weights", ""))
        self._say(draft, "weights", texts.get("weights", ""), remark)
        for name, position in (("written_weight", 0), ("interview_weight", 1)):
            value, remark = _cached(read.share, texts.get(name, ""))
            self._say(draft, name, texts.get(name, ""), remark)
            draft.values[name] = value if value is not None else both[position] if both else None

    def _read_conditions(self, draft: Draft, texts: dict[str, str]) -> None:
        draft.values["education_rank"] = _cached(read.education_rank, texts.get("education", ""))
        (first, last), remark = _cached(read.birth_window, texts.get("age", ""))
        draft.values |= {"birth_from": first, "birth_to": last}
        self._say(draft, "age", texts.get("age", ""), remark)
        for level, words in _cached(read.split_majors, texts.get("majors", "")).items():
            draft.values[f"major_{level}"] = draft.values[f"major_{level}"] or words
        draft.conditions = [
            (str(kind), sentence)
            for name, kind in _CONDITIONS
            # Majors told both together and by level are one demand.
            if not (name.startswith("majors_") and texts.get(name, "") in texts.get("majors", ""))
            for sentence in self._demands(name, texts.get(name, ""))
        ]

    def _demands(self, name: str, text: str) -> list[str]:
        if read.is_nothing(text) or read.plain(text) in _NO_DEMAND:
            return []
        label = self._label(name)
        if name == "other":
            return _cached(read.sentences, text)
        if name.startswith("majors_"):
            return [f"{label}：{text}"]
        return [text]

    def _label(self, name: str) -> str:
        return self.labels.get(name, name)

    def _check_words(self, draft: Draft, cells: dict[str, str]) -> None:
        for name in self.refused:
            text = cells.get(name, "")
            if not read.is_nothing(text) and read.plain(text) not in _UNRESTRICTED:
                reason = _("条件不得含%(what)s，此列不收") % {"what": self._label(name)}
                self._say(draft, name, text, error(reason, _("删去该要求后此行可导入")))
        for name in (
            "name",
            "scope",
            "fresh_graduate",
            "age",
            "title",
            "other",
            "remark",
            "education",
            "headcount",
        ):
            for finding in _cached(wording.find, cells.get(name, "")):
                fix = _("发布前删去或写明依据")
                self._say(draft, name, finding.words, warning(finding.reason, fix))

    def _fit(self, draft: Draft) -> None:
        """Texts longer than their column are cut with a remark; the whole text stays among the extras."""
        for attribute, most in _LIMITS.items():
            text = draft.values.get(attribute) or ""
            if len(text) > most:
                label = str(Position._meta.get_field(attribute).verbose_name)  # noqa: SLF001 public API in all but name
                draft.values["extra"][label] = text
                draft.values[attribute] = text[: most - 1] + "…"
                reason = _("“%(label)s”超过 %(most)d 字，只显示前面一段") % {
                    "label": label,
                    "most": most,
                }
                draft.problems.append(warning(reason).at(draft.sheet, draft.row, None, text))


_LIMITS = {
    column.name: column.max_length
    for column in Position._meta.get_fields()  # noqa: SLF001
    if getattr(column, "max_length", None) and column.name != "key"
}


_NUMBERING = re.compile(r"^[（(]?[一二三四五六七八九十\d]+[)）]?[、.．]?\s*")
_AFTER_UNIT = re.compile(r"(?:[（(:：]|\d{4}年|公开|招聘|引进|岗位|职位|需求).*$")
_UNIT = re.compile(
    r"(?:[一二三四五六七八九十\d][中小幼]|院|校|学|所|中心|局|站|馆|园|委|办|处|公司|队|镇|乡|街道|部|社|集团|协会)\Z"
)
_LONGEST_UNIT = 40


def unit_in(title: str) -> str:
    """The unit a heading names; "" when it names something else.

    ``一、县人民医院（3人）`` and ``县人民医院2026年招聘岗位`` → 县人民医院.
    """
    text = _AFTER_UNIT.sub("", _NUMBERING.sub("", title.strip()))
    return text if _UNIT.search(text) and len(text) <= _LONGEST_UNIT else ""


def _joined(row: TableRow, continued: Iterable[TableRow]) -> dict[str, str]:
    """The cells of a post with those of its further rows; units are listed, amounts added."""
    continued = list(continued)
    cells = dict(row.values)
    if not continued:
        return cells
    amounts = [each.values.get("headcount", "") for each in (row, *continued)]
    numbers = [read.headcount(amount)[0] for amount in amounts if amount]
    for further in continued:
        for name, text in further.values.items():
            if text and text not in cells.get(name, "").split("\n"):
                cells[name] = f"{cells[name]}\n{text}" if cells.get(name) else text
    if None not in numbers:
        cells["headcount"] = str(sum(numbers))
    cells["unit"] = cells.get("unit", "").replace("\n", "、")
    return cells


@lru_cache(maxsize=50_000)
def _cached(reader: Callable[[str], Any], text: str) -> Any:
    """The same words stand in thousands of rows."""
    return reader(text)
