"""The closed code lists of domain §2.1, and the county's fields of work."""

from office.enums import Catalogue
from office.models import CatalogueEntry, Discipline

DISCIPLINES = (
    ("education", "教育"), ("health", "卫生"), ("farming", "农业"), ("industry", "工业"),
    ("culture", "文旅"), ("digital", "数字"), ("engineering", "工程"), ("management", "管理"),
    ("social_work", "社会工作"), ("other", "其他"),
)  # fmt: skip

# catalogue → (code, label, rank). Education ranks: 1 secondary … 5 doctor, as
# `Position.education_rank`; only completed courses (毕业) carry one.
ENTRIES: dict[str, tuple[tuple[str, str, int], ...]] = {
    Catalogue.EDUCATION: (
        ("11", "博士研究生毕业", 5), ("12", "博士研究生结业", 0), ("13", "博士研究生肄业", 0),
        ("14", "硕士研究生毕业", 4), ("15", "硕士研究生结业", 0), ("16", "硕士研究生肄业", 0),
        ("17", "研究生班毕业", 3), ("18", "研究生班结业", 0), ("19", "研究生班肄业", 0),
        ("21", "大学本科毕业", 3), ("22", "大学本科结业", 0), ("23", "大学本科肄业", 0),
        ("28", "大学普通班毕业", 2), ("31", "大学专科毕业", 2), ("32", "大学专科结业", 0),
        ("33", "大学专科肄业", 0), ("41", "中等专科毕业", 1), ("42", "中等专科结业", 0),
        ("43", "中等专科肄业", 0), ("44", "职业高中毕业", 1), ("45", "职业高中结业", 0),
        ("46", "职业高中肄业", 0), ("47", "技工学校毕业", 1), ("48", "技工学校结业", 0),
        ("49", "技工学校肄业", 0), ("61", "普通高中毕业", 1), ("62", "普通高中结业", 0),
        ("63", "普通高中肄业", 0), ("71", "初中毕业", 0), ("73", "初中肄业", 0),
        ("81", "小学毕业", 0), ("83", "小学肄业", 0), ("90", "其他", 0),
    ),
    Catalogue.DEGREE: (
        ("2", "博士", 3), ("201", "哲学博士", 3), ("202", "经济学博士", 3), ("203", "法学博士", 3),
        ("204", "教育学博士", 3), ("205", "文学博士", 3), ("206", "历史学博士", 3),
        ("207", "理学博士", 3), ("208", "工学博士", 3), ("209", "农学博士", 3),
        ("210", "医学博士", 3), ("211", "军事学博士", 3), ("212", "管理学博士", 3),
        ("245", "临床医学博士专业学位", 3), ("248", "兽医博士专业学位", 3),
        ("250", "口腔医学博士专业学位", 3),
        ("3", "硕士", 2), ("301", "哲学硕士", 2), ("302", "经济学硕士", 2), ("303", "法学硕士", 2),
        ("304", "教育学硕士", 2), ("305", "文学硕士", 2), ("306", "历史学硕士", 2),
        ("307", "理学硕士", 2), ("308", "工学硕士", 2), ("309", "农学硕士", 2),
        ("310", "医学硕士", 2), ("311", "军事学硕士", 2), ("312", "管理学硕士", 2),
        ("341", "法律硕士专业学位", 2), ("342", "教育硕士专业学位", 2),
        ("343", "工程硕士专业学位", 2), ("344", "建筑学硕士专业学位", 2),
        ("345", "临床医学硕士专业学位", 2), ("346", "工商管理硕士专业学位", 2),
        ("347", "农业推广硕士专业学位", 2), ("348", "兽医硕士专业学位", 2),
        ("349", "公共管理硕士专业学位", 2), ("350", "口腔医学硕士专业学位", 2),
        ("351", "公共卫生硕士专业学位", 2), ("352", "军事硕士专业学位", 2),
        ("4", "学士", 1), ("401", "哲学学士", 1), ("402", "经济学学士", 1), ("403", "法学学士", 1),
        ("404", "教育学学士", 1), ("405", "文学学士", 1), ("406", "历史学学士", 1),
        ("407", "理学学士", 1), ("408", "工学学士", 1), ("409", "农学学士", 1),
        ("410", "医学学士", 1), ("411", "军事学学士", 1), ("412", "管理学学士", 1),
    ),
    Catalogue.POLITICAL: tuple(
        (f"{n:02d}", label, 0)
        for n, label in enumerate(
            ("中共党员", "中共预备党员", "共青团员", "民革党员", "民盟盟员", "民建会员", "民进会员",
             "农工党党员", "致公党党员", "九三学社社员", "台盟盟员", "无党派人士", "群众"), 1
        )
    ),
    Catalogue.TITLE_SERIES: (
        ("teacher", "教师", 0), ("health", "卫生", 0), ("farming", "农业", 0),
        ("engineering", "工程", 0), ("accounting", "会计", 0), ("economics", "经济", 0),
        ("library", "图书资料", 0), ("culture", "群众文化", 0), ("archive", "档案", 0),
        ("news", "新闻", 0), ("statistics", "统计", 0), ("social_work", "社会工作", 0),
    ),
    Catalogue.TITLE_LEVEL: (
        ("senior", "正高级", 5), ("associate", "副高级", 4), ("middle", "中级", 3),
        ("assistant", "助理级", 2), ("member", "员级", 1),
    ),
    Catalogue.STUDY_MODE: (
        ("full_time", "全日制", 0), ("part_time", "非全日制", 0), ("self_study", "自学考试", 0),
        ("adult", "成人高等教育", 0), ("online", "网络教育", 0), ("open", "开放教育", 0),
    ),
    Catalogue.ID_TYPE: (
        ("resident", "居民身份证", 0), ("hk_mo_resident", "港澳居民居住证", 0),
        ("tw_resident", "台湾居民居住证", 0), ("foreign_resident", "外国人永久居留身份证", 0),
    ),
}  # fmt: skip


def load() -> int:
    """Create or rename every entry and field of work; the number of rows that are held."""
    for order, (code, name) in enumerate(DISCIPLINES, 1):
        Discipline.objects.update_or_create(code=code, defaults={"name": name, "order": order})
    rows = [
        CatalogueEntry(catalogue=catalogue, code=code, label=label, rank=rank, order=order)
        for catalogue, entries in ENTRIES.items()
        for order, (code, label, rank) in enumerate(entries, 1)
    ]
    CatalogueEntry.objects.bulk_create(
        rows,
        update_conflicts=True,
        unique_fields=["catalogue", "code"],
        update_fields=["label", "rank", "order"],
    )
    return len(rows) + len(DISCIPLINES)
