"""Compiles the translation catalogues without the gettext binary."""

from collections.abc import Iterable
from pathlib import Path

import polib


def compile_below(folders: Iterable[Path]) -> list[Path]:
    """Write the .mo beside every .po below `folders`; the files written, in order."""
    written = []
    for folder in folders:
        for source in sorted(Path(folder).glob("*/LC_MESSAGES/*.po")):
            target = source.with_suffix(".mo")
            polib.pofile(str(source)).save_as_mofile(str(target))
            written.append(target)
    return written
