"""Position tables of an invented county, built cell by cell."""

from collections.abc import Callable, Iterable, Sequence
from io import BytesIO

from django.core.files.uploadedfile import SimpleUploadedFile
from openpyxl.worksheet.worksheet import Worksheet

from tests.office.sheets.builders import rows_of, stream

HEADER = (
    "序号", "主管部门", "招聘单位", "岗位编码", "岗位名称", "岗位等级", "招聘人数", "开考比例", "招聘范围", "学历", "学位",
    "专业", "年龄", "职称/执业资格", "其他条件", "笔试占比", "面试占比", "最低服务年限", "工作地点", "基本报酬", "联系电话", "备注",
)  # fmt: skip
NUMBERS = {name: number for number, name in enumerate(HEADER)}


def row(serial: int, **changes: object) -> list[object]:
    """A good row; ``changes`` are given by heading."""
    values = [
        serial, "县教体局", f"第{serial % 7}中心小学", f"2609{serial:04d}", "小学语文教师", "专技十二级", 2, "3:1", "不限",
        "本科及以上", "学士", "本科：0401教育学类；研究生：0451", "1990年9月14日以后出生", "小学教师资格", "1.中共党员；2.能长期在乡镇工作",
        "40%", "60%", "5年", "石桥镇", "6-8万元/年", "0838-7100001", "",
    ]  # fmt: skip
    for name, value in changes.items():
        values[NUMBERS[name]] = value
    return values


def table(rows: Iterable[Sequence[object]], header: Sequence[str] = HEADER) -> BytesIO:
    return workbook(rows_of(["澄溪县岗位表"], header, *rows))


def workbook(
    build: Callable[[Worksheet], object], **more: Callable[[Worksheet], object]
) -> BytesIO:
    return stream(build, **more)


def upload(source: BytesIO, name: str = "岗位表.xlsx") -> SimpleUploadedFile:
    source.seek(0)
    return SimpleUploadedFile(name, source.read())


def three_hundred_with_five_bad() -> BytesIO:
    """Acceptance row 6: 305 rows of which five cannot be imported, each for a reason of its own."""
    rows = [row(serial) for serial in range(1, 306)]
    rows[14][NUMBERS["招聘人数"]] = "若干"
    rows[45][NUMBERS["岗位编码"]] = "26090031"
    rows[99][NUMBERS["岗位名称"]] = ""
    rows[149][NUMBERS["年龄"]] = "35岁以下优先"
    sexed = [[*each, "不限"] for each in rows]
    sexed[199][-1] = "男性优先"
    return table(sexed, header=(*HEADER, "性别要求"))
