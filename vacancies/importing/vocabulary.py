"""The vocabulary of position tables: known headings, refused ones, and what makes a row a position."""

from django.utils.translation import gettext_lazy as _

from office.sheets.vocabulary import Vocabulary
from vacancies.importing.headings import HEADINGS, known

REFUSED = "refused_"

#: Columns a recruitment may not have (domain.md §8, L2–L4); recognised so that they can be refused.
REFUSED_HEADINGS = (
    known(
        REFUSED + "sex",
        _("性别"),
        "性别 性别要求 男女 性别限制 男/女 男女要求",
        "性别",
        is_refused=True,
    ),
    known(
        REFUSED + "marriage",
        _("婚育"),
        "婚姻状况 婚育 婚否 婚育状况 生育状况 婚育情况 婚姻 婚育要求 婚姻要求",
        "婚姻 婚育 生育",
        is_refused=True,
    ),
    known(
        REFUSED + "ethnicity",
        _("民族"),
        "民族 民族要求 族别",
        "民族要求",
        is_refused=True,
    ),
    known(
        REFUSED + "height",
        _("身高"),
        "身高 身高要求 身高体重 体重",
        "身高",
        is_refused=True,
    ),
    known(
        REFUSED + "religion",
        _("宗教信仰"),
        "宗教信仰 宗教",
        "宗教",
        is_refused=True,
    ),
    known(
        REFUSED + "looks",
        _("形象"),
        "形象 相貌 形象要求 外貌",
        "形象 相貌",
        is_refused=True,
    ),
    known(
        REFUSED + "hepatitis",
        _("乙肝"),
        "乙肝 肝功能 血型 星座",
        "乙肝 肝功能 血型",
        is_refused=True,
    ),
)

POSITIONS = Vocabulary(
    HEADINGS + REFUSED_HEADINGS,
    required=(
        ("name", "code", "majors", "majors_graduate", "majors_bachelor"),
        ("headcount", "education", "degree", "other"),
        ("unit", "name", "code", "department"),
    ),
    keys=(
        ("code",),
        ("unit_code", "code"),
        ("unit", "code"),
        ("unit", "name"),
        ("unit", "department", "name"),
        ("supervisor", "unit", "name"),
    ),
    identity=("code", "name"),
    tally="headcount",
)
