"""Loads a catalogue of majors from a csv file.

Two shapes are read: the ministry's (`code, name, category, class_code, class_name, …`, one
level) and the provinces' (`level, category, class_code, class_name, code, name, old_name`).
"""

import csv
from collections.abc import Iterable, Iterator
from pathlib import Path

from office.enums import MajorLevel
from office.models import Major

LEVELS = {
    "研究生": MajorLevel.GRADUATE, "本科": MajorLevel.BACHELOR,
    "职业本科": MajorLevel.VOCATIONAL_BACHELOR, "高职本科": MajorLevel.VOCATIONAL_BACHELOR,
    "专科": MajorLevel.COLLEGE, "高职专科": MajorLevel.COLLEGE, "大专": MajorLevel.COLLEGE,
    "中职": MajorLevel.SECONDARY, "中专": MajorLevel.SECONDARY,
}  # fmt: skip


class MajorsError(ValueError):
    """The file is not a catalogue of majors; the text names the line."""


def load(path: Path, version: str, level: str = "") -> int:
    """Create or rename the majors and classes of `path`; how many. Raises MajorsError."""
    with path.open(encoding="utf-8-sig", newline="") as file:
        rows = {(row.level, row.code): row for row in read(csv.DictReader(file), version, level)}
    Major.objects.bulk_create(
        rows.values(), batch_size=500, update_conflicts=True,
        unique_fields=["level", "version", "code"], update_fields=["name", "old_names"],
    )  # fmt: skip
    return len(rows)


def read(lines: Iterable[dict[str, str]], version: str, level: str = "") -> Iterator[Major]:
    """Each line's class and major."""
    for number, line in enumerate(lines, 2):
        code, name = (line.get("code") or "").strip(), (line.get("name") or "").strip()
        of = LEVELS.get((line.get("level") or "").strip(), level)
        if not code or not name or of not in MajorLevel.values:
            message = f"line {number}: needs code, name and a known level"
            raise MajorsError(message)
        if line.get("class_code"):
            yield Major(level=of, version=version, code=line["class_code"], name=line["class_name"])
        old_names = (line.get("old_name") or "").strip()
        yield Major(level=of, version=version, code=code, name=name, old_names=old_names)
