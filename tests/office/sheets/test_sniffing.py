import zipfile
from io import BytesIO

import pytest

from office.sheets import UnreadableWorkbook, read_workbook
from office.sheets.sniffing import FileKind, sniff
from tests.office.sheets.builders import edited, old_book, old_stream, rows_of, stream

pytestmark = pytest.mark.unit


def test_sniff_trusts_the_content_not_the_name():
    assert sniff(stream(rows_of(["a"]))) is FileKind.XLSX
    assert sniff(old_stream(old_book(["a"])[0])) is FileKind.XLS


@pytest.mark.parametrize(
    ("content", "words"),
    [
        (b"", "空的"),
        (b"<html><table><tr><td>1</td></tr></table></html>", "网页"),
        (b"%PDF-1.7 ...", "不是 Excel"),
        (b"PK\x03\x04 torn", "损坏"),
        (b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + b"\0" * 600, "损坏"),
        (b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + "EncryptedPackage".encode("utf-16-le"), "密码"),
    ],
)
def test_read_workbook_refuses_in_plain_words(content, words):
    with pytest.raises(UnreadableWorkbook, match=words):
        read_workbook(BytesIO(content))


def _package(**members: bytes) -> BytesIO:
    out = BytesIO()
    with zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as package:
        for name, content in members.items():
            package.writestr(name.replace("__", "/").replace("_xml", ".xml"), content)
    out.seek(0)
    return out


def test_sniff_refuses_a_package_that_grows_beyond_reason():
    bomb = _package(xl__workbook_xml=b"<workbook/>", xl__sheet_xml=b"0" * (40 * 1024**2))
    with pytest.raises(UnreadableWorkbook, match="异常地大"):
        sniff(bomb)


def test_sniff_refuses_a_package_that_is_no_workbook():
    with pytest.raises(UnreadableWorkbook, match="不是 Excel"):
        sniff(_package(word__document_xml=b"<document/>"))


def test_read_workbook_refuses_a_document_type():
    bomb = b'<!DOCTYPE x [<!ENTITY a "b">]><workbook'
    with pytest.raises(UnreadableWorkbook, match="不该有"):
        read_workbook(edited(stream(rows_of(["a"])), "xl/workbook.xml", (b"<workbook", bomb)))
