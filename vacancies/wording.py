"""Words a recruitment may not use, or only with a legal basis (domain.md §8, L2–L5).

``find`` reads any text of a notice or position. A finding of ``BLOCK`` stops publication until
it is removed or its basis is recorded; ``WARN`` asks for a second look.
"""

import re
from dataclasses import dataclass
from enum import StrEnum

from django.utils.translation import gettext_lazy as _


class Weight(StrEnum):
    BLOCK = "block"
    WARN = "warn"


@dataclass(frozen=True)
class Rule:
    pattern: re.Pattern[str]
    reason: str
    weight: Weight


@dataclass(frozen=True)
class Finding:
    """``words`` as they stand in the text."""

    words: str
    reason: str
    weight: Weight


_SEX = _("条件不得含性别；确有法定依据的，发布前写明依据")
_ROWS = (
    (
        r"(?:仅限|只限|限|限招|招|适合|面向)\s*[男女](?:性|生|士)?(?![女男\d])|(?<![不论])[男女](?:性|生|士)?优先"
        r"|[男女](?:性)?\d+人|^[男女]性?$|(?<=[;；，,。\n])[男女]性(?=[;；，,。\n]|$)|^[男女]性(?=[;；，,])",
        _SEX,
        Weight.BLOCK,
    ),
    (
        r"(?:已婚|未婚|已育|未育|婚育|生育计划|两年内不(?:得)?(?:生育|怀孕|结婚)|孕检|妊娠)",
        _("不得询问或限制婚育"),
        Weight.BLOCK,
    ),
    (r"乙肝|肝功能|HBV", _("不得检查或询问乙肝；特殊岗位另有规定"), Weight.BLOCK),
    (r"(?:仅限|只限|限)?汉族|无宗教信仰|不信教", _("条件不得含民族或宗教"), Weight.BLOCK),
    (
        r"形象好|形象气质|五官端正|相貌|身高\D{0,6}\d|身高要求",
        _("容貌、身高要求须有法定依据"),
        Weight.WARN,
    ),
    (
        r"(?:仅限|只限|限)\s*(?:本地|本县|本市|本区|本镇)\s*(?:户籍|户口|生源)",
        _("限本地户籍须有依据"),
        Weight.WARN,
    ),
    (
        r"(?<!\d)(?:985|211)(?!\d)|(?:第一|初始)学历|全日制",
        _("名校、第一学历、全日制的限定须有依据"),
        Weight.WARN,
    ),
    (
        r"\d{2}\s*(?:周)?岁(?:及)?(?:以下|以内)?\s*(?:者)?优先",
        _("年龄优先不是条件，又有歧视之嫌"),
        Weight.WARN,
    ),
    (r"有关系|内部子弟|内部推荐|职工子女", _("条件不得指向特定的人"), Weight.BLOCK),
    (r"保过|高薪诚聘|包过", _("不得作虚假承诺"), Weight.WARN),
)
RULES = tuple(Rule(re.compile(pattern), reason, weight) for pattern, reason, weight in _ROWS)


def find(text: str) -> list[Finding]:
    """Every rule a text breaks, once each."""
    found = []
    for rule in RULES:
        if match := rule.pattern.search(text):
            found.append(Finding(match[0].strip(), str(rule.reason), rule.weight))
    return found
