"""The receipt of an application as a printable sheet: one A4 page with a code to check it by."""

import io

import segno
from django.utils import timezone
from django.utils.translation import gettext as _
from reportlab.lib.pagesizes import A4
from reportlab.lib.units import mm
from reportlab.lib.utils import simpleSplit
from reportlab.pdfbase import pdfmetrics
from reportlab.pdfbase.cidfonts import UnicodeCIDFont
from reportlab.pdfgen.canvas import Canvas

from people.identity import mask
from vacancies.models import Application

# A face every PDF reader has for Chinese: no font file is shipped.
FONT = "STSong-Light"
LEFT, RIGHT, TOP = 25 * mm, A4[0] - 25 * mm, A4[1] - 30 * mm
LABEL_WIDTH, LEADING = 28 * mm, 7 * mm
QR_SIDE = 32 * mm


def lines(application: Application) -> list[tuple[str, str]]:
    """(label, text) of what the receipt says; the ID number masked. Read from the snapshot."""
    snapshot = application.snapshot or {}
    submitted = timezone.localtime(application.submitted_at)
    return [
        (_("回执号"), application.number),
        (_("姓名"), application.applicant_name),
        (_("证件号码"), mask(snapshot.get("id_number", ""))),
        (_("提交时间"), f"{submitted:%Y-%m-%d %H:%M:%S}"),
        (_("公告"), f"{application.notice} {application.notice.document_number}".strip()),
        (_("岗位"), str(application.position)),
    ]


def disclaimer() -> str:
    """What the receipt proves and what it does not."""
    return _(
        "本回执证明系统已收到以上报名信息，不代表通过资格审查。"
        "报名内容已固定，之后修改个人资料不影响本次报名。"
    )


def qr_svg(verify_url: str) -> str:
    """The code as an inline drawing."""
    return segno.make(verify_url, error="m").svg_inline(scale=3, border=2)


def pdf(application: Application, verify_url: str) -> bytes:
    """The same sheet as a PDF file; `verify_url` is absolute."""
    pdfmetrics.registerFont(UnicodeCIDFont(FONT))
    buffer = io.BytesIO()
    canvas = Canvas(buffer, pagesize=A4, invariant=1)
    canvas.setTitle(f"{_('报名回执')} {application.number}")
    canvas.setFont(FONT, 20)
    canvas.drawString(LEFT, TOP, _("报名回执"))
    canvas.line(LEFT, TOP - 5 * mm, RIGHT, TOP - 5 * mm)
    y = TOP - 16 * mm
    for label, text in lines(application):
        y = _entry(canvas, y, label, text)
    y -= 4 * mm
    _draw_qr(canvas, verify_url, LEFT, y - QR_SIDE)
    canvas.setFont(FONT, 9)
    for number, row in enumerate(simpleSplit(disclaimer(), FONT, 9, RIGHT - LEFT)):
        canvas.drawString(LEFT, y - QR_SIDE - 10 * mm - number * 5 * mm, row)
    canvas.showPage()
    canvas.save()
    return buffer.getvalue()


def _entry(canvas: Canvas, y: float, label: str, text: str) -> float:
    """One labelled line, wrapped; returns where the next one goes."""
    canvas.setFont(FONT, 11)
    canvas.drawString(LEFT, y, label)
    for row in simpleSplit(text, FONT, 11, RIGHT - LEFT - LABEL_WIDTH) or [""]:
        canvas.drawString(LEFT + LABEL_WIDTH, y, row)
        y -= LEADING
    return y


def _draw_qr(canvas: Canvas, text: str, left: float, bottom: float) -> None:
    rows = [list(row) for row in segno.make(text, error="m").matrix]
    side = QR_SIDE / len(rows)
    for i, row in enumerate(rows):
        for j, is_dark in enumerate(row):
            if is_dark:
                y = bottom + QR_SIDE - (i + 1) * side
                canvas.rect(left + j * side, y, side, side, stroke=0, fill=1)
