"""The parts of an .xlsx package beside its sheets: list of sheets, texts, formats, comments, author.

Elements are known by their local names, so both dialects of the standard (transitional and
strict) are read alike.
"""

import posixpath
import re
import zipfile
from collections.abc import Iterator
from datetime import datetime
from functools import lru_cache
from xml.etree import ElementTree as ET

from django.utils.translation import gettext_lazy as _
from openpyxl.styles.numbers import BUILTIN_FORMATS
from openpyxl.utils import coordinate_to_tuple
from openpyxl.utils.datetime import CALENDAR_MAC_1904, CALENDAR_WINDOWS_1900

from office.sheets.cell_text import clean
from office.sheets.errors import UnreadableWorkbook
from office.sheets.model import Comment, Visibility

_ESCAPE = re.compile(r"_x([0-9A-Fa-f]{4})_")


@lru_cache(maxsize=1_024)
def local(tag: str) -> str:
    """A tag without its namespace."""
    return tag.rpartition("}")[2]


def unescape(text: str) -> str:
    """``_x000D_`` and the like are how the format writes characters that XML does not allow."""
    return _ESCAPE.sub(lambda found: chr(int(found[1], 16)), text) if "_x" in text else text


def string_of(element: ET.Element) -> str:
    """All runs of a rich text, without the reading aids printed above characters."""
    if len(element) == 1 and element[0].text is not None:
        return unescape(element[0].text)
    texts = []
    for child in element:
        if local(child.tag) == "t":
            texts.append(child.text or "")
        elif local(child.tag) == "r":
            texts.extend(run.text or "" for run in child if local(run.tag) == "t")
    return unescape("".join(texts))


class Package:
    """An open .xlsx file."""

    def __init__(self, archive: zipfile.ZipFile) -> None:
        self.archive = archive
        self._names = {name.lower(): name for name in archive.namelist()}
        self.main = next(
            name for name in archive.namelist() if name.lower().endswith("workbook.xml")
        )

    def tree(self, name: str) -> ET.Element | None:
        """The part as a tree, None when the package does not have it."""
        real = self._names.get(name.lower())
        if real is None:
            return None
        with self.archive.open(real) as source:
            self.refuse_doctype(source.peek(1024))
            return ET.parse(source).getroot()  # noqa: S314  expat ≥ 2.4.1 bounds entities, DTDs refused

    @staticmethod
    def refuse_doctype(head: bytes) -> None:
        if b"<!DOCTYPE" in head[:4096]:
            raise UnreadableWorkbook(_("文件里有不该有的内容，为安全起见没有读取。"))

    def real_name(self, name: str) -> str | None:
        return self._names.get(name.lower())

    def relations(self, part: str) -> Iterator[tuple[str, str, str]]:
        """(id, last word of the type, target part) of each relation of a part."""
        folder, name = posixpath.split(part)
        root = self.tree(posixpath.join(folder, "_rels", f"{name}.rels"))
        for relation in root if root is not None else ():
            if relation.get("TargetMode") == "External":
                continue
            target = relation.get("Target", "")
            absolute = target[1:] if target.startswith("/") else posixpath.join(folder, target)
            kind = relation.get("Type", "").rpartition("/")[2]
            yield relation.get("Id", ""), kind, posixpath.normpath(absolute)

    def sheets(self) -> Iterator[tuple[str, Visibility, str]]:
        """(name, visibility, part) of each worksheet in order; charts and macro sheets are left out."""
        targets = {key: (kind, part) for key, kind, part in self.relations(self.main)}
        root = self.tree(self.main)
        for element in root.iter() if root is not None else ():
            if local(element.tag) != "sheet":
                continue
            key = next((value for name, value in element.items() if local(name) == "id"), "")
            kind, part = targets.get(key, ("", ""))
            if kind == "worksheet" and self.real_name(part):
                state = element.get("state", "visible")
                yield element.get("name", ""), Visibility(state), self._names[part.lower()]

    def epoch(self) -> datetime:
        root = self.tree(self.main)
        for element in root if root is not None else ():
            if local(element.tag) == "workbookPr" and element.get("date1904") in ("1", "true"):
                return CALENDAR_MAC_1904
        return CALENDAR_WINDOWS_1900

    def strings(self) -> list[str]:
        part = self._part_of_kind("sharedStrings")
        if part is None:
            return []
        found: list[str] = []
        with self.archive.open(part) as source:
            self.refuse_doctype(source.peek(1024))
            for _event, element in ET.iterparse(source):  # noqa: S314
                if local(element.tag) == "si":
                    found.append(clean(string_of(element)))
                    element.clear()
        return found

    def formats(self) -> list[str]:
        """Format code of each cell style, by the style's number."""
        part = self._part_of_kind("styles")
        root = self.tree(part) if part else None
        own: dict[int, str] = {}
        codes: list[str] = []
        for element in root if root is not None else ():
            if local(element.tag) == "numFmts":
                own = {int(fmt.get("numFmtId", 0)): fmt.get("formatCode", "") for fmt in element}
            elif local(element.tag) == "cellXfs":
                numbers = [int(style.get("numFmtId", 0)) for style in element]
                codes = [
                    own.get(number) or BUILTIN_FORMATS.get(number, "General") for number in numbers
                ]
        return codes

    def comments(self, sheet_part: str) -> list[Comment]:
        return [
            comment
            for _key, kind, part in self.relations(sheet_part)
            if kind == "comments"
            for comment in self._comments_of(part)
        ]

    def _comments_of(self, part: str) -> Iterator[Comment]:
        root = self.tree(part)
        authors: list[str] = []
        for element in root.iter() if root is not None else ():
            if local(element.tag) == "author":
                authors.append(element.text or "")
            elif local(element.tag) == "comment":
                row, column = coordinate_to_tuple(element.get("ref", "A1"))
                text = "".join(string_of(child) for child in element if local(child.tag) == "text")
                number = int(element.get("authorId", 0))
                yield Comment(
                    row, column, clean(text), authors[number] if number < len(authors) else ""
                )

    def properties(self) -> dict[str, str]:
        names = {"creator": "author", "lastModifiedBy": "last_modified_by"}
        root = self.tree("docProps/core.xml")
        return {
            names[local(element.tag)]: clean(element.text)
            for element in (root if root is not None else ())
            if local(element.tag) in names and clean(element.text or "")
        }

    def _part_of_kind(self, wanted: str) -> str | None:
        for _key, kind, part in self.relations(self.main):
            if kind == wanted:
                return self.real_name(part)
        return None
