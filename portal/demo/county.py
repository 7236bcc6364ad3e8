"""Units and townships."""

from office.enums import UnitKind
from office.models import Township, Unit

TOWNSHIPS = (
    "城关镇", "青岗乡", "石桥镇", "柳溪镇", "白水镇", "双河镇", "凤鸣镇", "白鹤镇", "高桥镇",
    "云岭乡", "茶坪乡", "松林乡", "清泉镇", "长滩镇", "竹坝乡", "花石乡", "南垭乡", "北关镇",
)  # fmt: skip

P, G, T, I, E = (
    UnitKind.PARTY, UnitKind.GOVERNMENT, UnitKind.TOWNSHIP, UnitKind.INSTITUTION, UnitKind.ENTERPRISE,
)  # fmt: skip
# name, short name, kind, parent, township, hires
UNITS = (
    ("中共澄溪县委人才工作领导小组办公室", "县委人才办", P, "", "城关镇", False),
    ("中共澄溪县纪律检查委员会", "县纪委监委", P, "", "城关镇", False),
    ("中共澄溪县委社会工作部", "县委社会工作部", P, "", "城关镇", False),
    ("澄溪县人力资源和社会保障局", "县人社局", G, "", "城关镇", False),
    ("澄溪县教育和体育局", "县教体局", G, "", "城关镇", False),
    ("澄溪县卫生健康局", "县卫健局", G, "", "城关镇", False),
    ("澄溪县农业农村局", "县农业农村局", G, "", "城关镇", False),
    ("澄溪县经济科技和信息化局", "县经科局", G, "", "城关镇", False),
    ("澄溪县文化广播电视和旅游局", "县文广旅局", G, "", "城关镇", False),
    ("澄溪县住房和城乡建设局", "县住建局", G, "", "城关镇", False),
    ("青岗乡人民政府", "青岗乡", T, "", "青岗乡", False),
    ("石桥镇人民政府", "石桥镇", T, "", "石桥镇", False),
    ("澄溪县高级中学", "县高中", I, "澄溪县教育和体育局", "城关镇", True),
    ("澄溪县职业技术学校", "县职校", I, "澄溪县教育和体育局", "城关镇", True),
    ("石桥镇初级中学", "石桥初中", I, "澄溪县教育和体育局", "石桥镇", True),
    ("青岗乡中心小学", "青岗小学", I, "澄溪县教育和体育局", "青岗乡", True),
    ("柳溪镇中心小学", "柳溪小学", I, "澄溪县教育和体育局", "柳溪镇", True),
    ("澄溪县人民医院", "县医院", I, "澄溪县卫生健康局", "城关镇", True),
    ("澄溪县中医医院", "县中医院", I, "澄溪县卫生健康局", "城关镇", True),
    ("石桥镇卫生院", "石桥卫生院", I, "澄溪县卫生健康局", "石桥镇", True),
    ("白水镇卫生院", "白水卫生院", I, "澄溪县卫生健康局", "白水镇", True),
    ("澄溪县农业技术推广中心", "县农技中心", I, "澄溪县农业农村局", "城关镇", True),
    ("澄溪县畜牧站", "县畜牧站", I, "澄溪县农业农村局", "双河镇", True),
    ("澄溪县社会工作服务中心", "县社工中心", I, "中共澄溪县委社会工作部", "城关镇", True),
    ("澄溪产业园服务中心", "产业园中心", I, "澄溪县经济科技和信息化局", "北关镇", True),
    ("澄溪县文化馆", "县文化馆", I, "澄溪县文化广播电视和旅游局", "城关镇", True),
    ("澄溪县建设工程质量服务中心", "县质安中心", I, "澄溪县住房和城乡建设局", "城关镇", True),
)
CREDIT_CODES = {
    "澄溪县人力资源和社会保障局": "11519901008990010D",
    "澄溪县人民医院": "12519901452100010J",
    "澄溪县高级中学": "12519901452100192N",
}


def seed() -> None:
    """Create the townships and units that are not there yet."""
    townships = {}
    for order, name in enumerate(TOWNSHIPS, 1):
        townships[name], _created = Township.objects.get_or_create(
            code=f"519901{order:03d}", defaults={"name": name, "order": order}
        )
    units: dict[str, Unit] = {}
    for order, (name, short, kind, parent, township, hires) in enumerate(UNITS, 1):
        units[name], _created = Unit.objects.get_or_create(
            name=name,
            defaults={
                "short_name": short, "kind": kind, "parent": units.get(parent), "order": order,
                "township": townships[township], "is_hiring": hires,
                "credit_code": CREDIT_CODES.get(name, ""),
                "address": f"澄溪县{township}人民路{order}号", "phone": f"0990-000{order:04d}",
                "intro": f"{name}，位于澄溪县{township}。",
            },
        )  # fmt: skip
