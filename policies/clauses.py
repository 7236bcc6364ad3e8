"""The clauses of a policy, found in its text, so that each has an address of its own."""

import re
from dataclasses import dataclass

NUMERAL = "一二三四五六七八九十百零〇"
# A block that begins with 第N条, whatever element it is.
START = re.compile(
    rf"<(p|h[2-6])(?:\s[^>]*)?>\s*(?:<(?:b|strong)>)?\s*第([{NUMERAL}]+)条(?:</(?:b|strong)>)?[\s　]*"
)
FEWEST = 2
LABEL = 9


@dataclass(frozen=True)
class Clause:
    """One clause: number 三, heading 安家补贴 (may be empty), its HTML without the number."""

    number: str
    heading: str
    html: str

    @property
    def label(self) -> str:
        """What a table of contents shows: the heading, or how the text begins."""
        return self.heading or re.sub(r"<[^>]+>", "", self.html)[:LABEL]

    @property
    def anchor(self) -> str:
        return f"c{self.number}"


def clauses(html: str) -> tuple[str, list[Clause]]:
    """The HTML before the first clause, and the clauses; none when fewer than two are found."""
    found = list(START.finditer(html))
    if len(found) < FEWEST:
        return html, []
    ends = [match.start() for match in found[1:]] + [len(html)]
    return html[: found[0].start()], [
        _clause(match, html[match.end() : end]) for match, end in zip(found, ends, strict=True)
    ]


def _clause(start: re.Match[str], rest: str) -> Clause:
    """A heading element holds the clause's name; a paragraph is already its text."""
    tag, number = start[1], start[2]
    first, _closing, following = rest.partition(f"</{tag}>")
    if tag == "p":
        return Clause(number, "", f"<p>{first}</p>{following}")
    return Clause(number, re.sub(r"<[^>]+>", "", first).strip(), following)
