"""Header words as data: what columns may be called, and what they then mean.

A vocabulary is given by the caller, so that one reader serves every kind of table.
"""

import re
import unicodedata
from collections.abc import Mapping
from dataclasses import dataclass, field, replace
from functools import cached_property, lru_cache
from typing import NamedTuple

_BLANKS = re.compile(r"[\s\u200b-\u200d\u2060\ufeff_*]+")
_BRACKETS = re.compile(r"\([^()]*\)|\[[^\[\]]*\]")
_ENDS = "::;,.、。-—"
LONGEST_HEADING = 40

#: between the group and the leaf of a header of two rows: 资格条件 › 学历
PATH_MARK = " › "
SURE, LIKELY, UNSURE = 1.0, 0.7, 0.5


@lru_cache(maxsize=65_536)
def heading(text: str) -> str:
    """A header cell folded for comparison: width, blanks and line breaks do not count."""
    return _BLANKS.sub("", unicodedata.normalize("NFKC", text)).strip(_ENDS).lower()


def bare(folded: str) -> str:
    """A folded heading without what stands in brackets: ``招录机关(单位)`` → ``招录机关``."""
    return _BRACKETS.sub("", folded).strip(_ENDS) or folded


@dataclass(frozen=True)
class Field:
    """One meaning a column may have.

    ``words`` match a whole heading; ``group>leaf`` matches a leaf under a group whose text holds
    the first part. ``parts`` match inside a heading. ``unsure`` words match too, but a person must
    confirm, for the reason given.
    """

    name: str
    label: str
    words: tuple[str, ...] = ()
    parts: tuple[str, ...] = ()
    unsure: tuple[tuple[str, str], ...] = ()
    #: recognised but not kept, like the serial number
    is_ignored: bool = False
    #: recognised and refused, like a column for sex
    is_refused: bool = False


class Match(NamedTuple):
    field: Field
    confidence: float
    reason: str


@dataclass(frozen=True)
class Vocabulary:
    """The fields of one kind of table.

    ``required``: the table is of this kind when every group has at least one of its fields.
    ``keys``: what may tell rows apart, best first. ``identity``: fields that name the thing itself.
    ``tally``: the amount that is counted once when merged over rows.
    """

    fields: tuple[Field, ...]
    required: tuple[tuple[str, ...], ...]
    keys: tuple[tuple[str, ...], ...] = ()
    identity: tuple[str, ...] = ()
    tally: str = ""
    #: fewest different known headings that make a row a header
    least: int = 3
    #: folded header → field name, as people decided earlier; ``""`` keeps the column as it is
    remembered: Mapping[str, str] = field(default_factory=dict)
    _seen: dict[tuple[str, ...], Match | None] = field(
        default_factory=dict, compare=False, repr=False
    )

    @cached_property
    def by_name(self) -> dict[str, Field]:
        return {entry.name: entry for entry in self.fields}

    @cached_property
    def _words(self) -> dict[str, Field]:
        return {
            heading(word): entry for entry in self.fields for word in entry.words if ">" not in word
        }

    @cached_property
    def _grouped(self) -> list[tuple[str, str, Field]]:
        return [
            (heading(group), heading(leaf), entry)
            for entry in self.fields
            for group, found, leaf in (word.partition(">") for word in entry.words)
            if found
        ]

    @cached_property
    def _unsure(self) -> dict[str, tuple[Field, str]]:
        return {
            heading(word): (entry, reason) for entry in self.fields for word, reason in entry.unsure
        }

    @cached_property
    def _parts(self) -> list[tuple[str, Field]]:
        found = [(heading(part), entry) for entry in self.fields for part in entry.parts]
        return sorted(found, key=lambda pair: -len(pair[0]))

    def remembering(self, decisions: Mapping[str, str]) -> "Vocabulary":
        """The same vocabulary with a person's decisions: header (``资格条件 › 学历``) → field name."""
        remembered = {heading(header): name for header, name in decisions.items()}
        return replace(self, remembered=remembered, _seen={})

    def knows(self, text: str) -> Field | None:
        """The field a cell names beyond doubt; quick enough to ask of every cell of a sheet."""
        if len(text) > LONGEST_HEADING or text.isdecimal():
            return None
        folded = heading(text)
        found = self.by_name.get(self.remembered.get(folded, ""))
        found = found or self._words.get(folded) or self._words.get(bare(folded))
        if found is None and folded in self._unsure:
            found = self._unsure[folded][0]
        return found

    def match(self, path: tuple[str, ...]) -> Match | None:
        """What a column headed by ``path`` (group first, leaf last) means; None when unknown."""
        if path not in self._seen:
            self._seen[path] = self._match(tuple(heading(text) for text in path))
        return self._seen[path]

    def _match(self, path: tuple[str, ...]) -> Match | None:
        leaf = path[-1] if path else ""
        if not leaf:
            return None
        above = "".join(path[:-1])
        decision = self.remembered.get(heading(PATH_MARK.join(path)))
        if decision is not None:
            known = self.by_name.get(decision)
            return Match(known, SURE, "") if known else None
        for group, wanted, entry in self._grouped:
            if group in above and wanted in (leaf, bare(leaf)):
                return Match(entry, SURE, "")
        for text in (above + leaf, leaf, bare(leaf)):
            if text in self._words:
                return Match(self._words[text], SURE, "")
        for text in (above + leaf, leaf, bare(leaf)):
            if text in self._unsure:
                entry, reason = self._unsure[text]
                return Match(entry, UNSURE, reason)
        for part, entry in self._parts:
            if part in leaf:
                return Match(entry, LIKELY, "")
        return None
