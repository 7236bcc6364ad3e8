"""Where a position belongs in the county: the unit on file, the township, the field of work."""

import re
from typing import Any

from office.models import Discipline, Township, Unit

#: name of the discipline → words that tell it, looked for in unit and supervisor first
_CUES = {
    "教育": r"教育|教体|学校|中学|小学|幼儿园|大学|学院|教师",
    "卫生": r"卫生|卫健|医院|医疗|疾控|妇幼|医师|护士|护理|药师|药剂|检验师",
    "农业": r"农业|农技|农村|畜牧|兽医|林业|水产|种子|植保|粮",
    "文旅": r"文旅|文化|旅游|图书馆|博物馆|文物|体育|融媒",
    "社会工作": r"社会工作|社工|民政|残联|养老|儿童福利",
    "数字": r"信息|数据|软件|网络|计算机|数字",
    "工程": r"工程|建设|住建|规划|交通|公路|水务|水利|测绘|质检|应急",
    "工业": r"工业|经科|经信|产业园|园区|企业服务",
    "管理": r"管理|综合|文秘|财务|会计|办公|法务|人事|行政",
}
_PATTERNS = {name: re.compile(pattern) for name, pattern in _CUES.items()}


class Places:
    """Looks units, townships and disciplines up by name; reads each list once."""

    def __init__(self) -> None:
        units = list(Unit.objects.select_related("township"))
        self.units = {unit.short_name: unit for unit in units if unit.short_name}
        self.units |= {unit.name: unit for unit in units}
        self.townships = list(Township.objects.all())
        self.disciplines = {discipline.name: discipline for discipline in Discipline.objects.all()}

    def of(self, values: dict[str, Any]) -> dict[str, Any]:
        """The keys ``unit``, ``township`` and ``discipline`` of a position with these values."""
        unit = self.units.get(values["unit_name"])
        return {
            "unit": unit,
            "township": self._township(unit, f"{values['place']} {values['unit_name']}"),
            "discipline": self._discipline(values),
        }

    def _township(self, unit: Unit | None, text: str) -> Township | None:
        if unit and unit.township:
            return unit.township
        return next((township for township in self.townships if township.name in text), None)

    def _discipline(self, values: dict[str, Any]) -> Discipline | None:
        where = f"{values['department_name']} {values['unit_name']}"
        for text in (where, values["title"]):
            for name, pattern in _PATTERNS.items():
                if name in self.disciplines and pattern.search(text):
                    return self.disciplines[name]
        return None
