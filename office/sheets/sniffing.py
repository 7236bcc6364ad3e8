"""What a file really is, before anything is read from it.

The name says nothing: tables called .xls are often web pages, tables called .xlsx may be
encrypted. Limits keep a small upload from growing into a machine's whole memory.
"""

import zipfile
from enum import StrEnum
from typing import BinaryIO

from django.utils.translation import gettext_lazy as _

from office.sheets.errors import UnreadableWorkbook

MOST_MEMBERS = 5_000
MOST_BYTES_OF_ALL = 400 * 1024**2
MOST_BYTES_OF_ONE = 250 * 1024**2
# An honest sheet of repeated text packs about 30 : 1; a bomb packs 1000 : 1.
MOST_GROWTH = 250
GROWTH_IGNORED_BELOW = 8 * 1024**2

_OLE = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"
_ENCRYPTED_PACKAGE = "EncryptedPackage".encode("utf-16-le")
_NOT_A_WORKBOOK = _("这不是 Excel 文件。请用 Excel 或 WPS 打开后另存为 .xlsx 再上传。")


class FileKind(StrEnum):
    XLSX = "xlsx"
    XLS = "xls"


def sniff(stream: BinaryIO) -> FileKind:
    """The real format of an open file; raises UnreadableWorkbook with what to do."""
    stream.seek(0)
    head = stream.read(2048)
    stream.seek(0)
    if not head:
        raise UnreadableWorkbook(_("文件是空的，请检查后重新上传。"))
    if head.startswith(b"PK\x03\x04"):
        _check_package(stream)
        return FileKind.XLSX
    if head.startswith(_OLE):
        _refuse_encrypted(stream)
        return FileKind.XLS
    if b"<html" in head.lower() or b"<table" in head.lower() or b"urn:schemas-microsoft" in head:
        raise UnreadableWorkbook(
            _("这是存成 .xls 名字的网页，不是真正的表格。请用 Excel 打开后另存为 .xlsx 再上传。")
        )
    raise UnreadableWorkbook(_NOT_A_WORKBOOK)


def _refuse_encrypted(stream: BinaryIO) -> None:
    content = stream.read()
    stream.seek(0)
    if _ENCRYPTED_PACKAGE in content:
        raise UnreadableWorkbook(_("文件加了打开密码，读不出来。请去掉密码后重新上传。"))


def _check_package(stream: BinaryIO) -> None:
    try:
        with zipfile.ZipFile(stream) as package:
            members = package.infolist()
    except (zipfile.BadZipFile, NotImplementedError) as damaged:
        raise UnreadableWorkbook(_("文件已损坏，打不开。请重新导出后再上传。")) from damaged
    stream.seek(0)
    names = {member.filename.lower() for member in members}
    if "xl/workbook.bin" in names:
        raise UnreadableWorkbook(_("这是 .xlsb 二进制格式。请另存为 .xlsx 再上传。"))
    if not any(name.endswith("workbook.xml") for name in names):
        raise UnreadableWorkbook(_NOT_A_WORKBOOK)
    if (
        len(members) > MOST_MEMBERS
        or sum(member.file_size for member in members) > MOST_BYTES_OF_ALL
    ):
        raise UnreadableWorkbook(_("文件展开后太大，请分成几个文件上传。"))
    for member in members:
        grown = member.file_size > GROWTH_IGNORED_BELOW and (
            member.file_size > MOST_GROWTH * max(member.compress_size, 1)
        )
        if member.file_size > MOST_BYTES_OF_ONE or grown:
            raise UnreadableWorkbook(
                _("文件展开后异常地大，为安全起见没有读取。请另存为新文件再试。")
            )
        if member.flag_bits & 0x1:
            raise UnreadableWorkbook(_("文件加了密码，读不出来。请去掉密码后重新上传。"))
