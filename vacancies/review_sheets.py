"""The review queue as a workbook: no number of a person, moments in Shanghai time, all cells text."""

from collections.abc import Iterable
from io import BytesIO

from django.utils import timezone
from django.utils.translation import gettext as _
from openpyxl import Workbook
from openpyxl.cell import WriteOnlyCell

from vacancies.models import Application


def queue_workbook(applications: Iterable[Application]) -> bytes:
    """One row for each application, in the order given."""
    book = Workbook(write_only=True)
    book.properties.creator = ""
    sheet = book.create_sheet(_("报名"))
    heads = (
        _("报名号"),
        _("姓名"),
        _("岗位编码"),
        _("岗位"),
        _("招聘单位"),
        _("公告"),
        _("提交时间"),
        _("审核时限"),
        _("状态"),
    )
    for row in (heads, *map(_row, applications)):
        cells = []
        for text in row:
            cell = WriteOnlyCell(sheet, value=text)
            # A name that begins with "=" is a name, not a formula.
            cell.data_type, cell.number_format = "s", "@"
            cells.append(cell)
        sheet.append(cells)
    out = BytesIO()
    book.save(out)
    return out.getvalue()


def _row(application: Application) -> tuple[str, ...]:
    position = application.position
    return (
        application.number, application.applicant_name, position.code, position.title, position.unit_name,
        application.notice.title, _moment(application.submitted_at), _moment(application.review_due_at),
        str(application.get_status_display()),
    )  # fmt: skip


def _moment(value) -> str:
    return f"{timezone.localtime(value):%Y-%m-%d %H:%M}" if value else ""
