"""Templates and style sheets: no inline style or script, values from the tokens, known classes."""

import re
from collections.abc import Iterator, Mapping
from pathlib import Path
from typing import Any

import tinycss2

# Data blocks are no scripts: a content policy lets them pass.
_SCRIPT = re.compile(r"<script\b(?![^>]*(?:\bsrc=|application/(?:ld\+)?json))[^>]*>", re.IGNORECASE)
_STYLE = re.compile(r"<style\b[^>]*>|\sstyle\s*=", re.IGNORECASE)
_HANDLER = re.compile(r"<[^>{%]*\s(on[a-z]+)\s*=", re.IGNORECASE)
_COMMENT = re.compile(r"{#.*?#}|{% comment %}.*?{% endcomment %}", re.DOTALL)
_TAG = re.compile(r"{%.*?%}|{{.*?}}", re.DOTALL)
_CLASS = re.compile(r"""\bclass=(["'])(.*?)\1""", re.DOTALL)
_COLOURS = {"rgb", "rgba", "hsl", "hsla", "hwb", "lab", "lch", "oklab", "oklch"}
_NESTING = {"media", "supports", "layer", "container", "scope", "starting-style"}
HOOKS = ("js-",)
"""Beginnings of classes that scripts and tests look for and no sheet need know."""
HAIRLINE = 6.0
"""Pixels a rule may name itself: the width of a line, the nudge that centres one."""


def templates(root: Path, *folders: str) -> dict[str, str]:
    """Path → text of the templates below these folders."""
    return {
        path.relative_to(root).as_posix(): path.read_text(encoding="utf-8")
        for folder in folders
        for path in sorted((root / folder).rglob("*.html"))
    }


def sheets(root: Path) -> dict[str, str]:
    return {
        path.relative_to(root).as_posix(): path.read_text(encoding="utf-8")
        for path in sorted((root / "static/css").rglob("*.css"))
    }


def inline(pages: Mapping[str, str]) -> Iterator[str]:
    """What the content policy of the portal would block."""
    for path, text in pages.items():
        plain = _TAG.sub("", _COMMENT.sub("", text))
        for pattern in (_SCRIPT, _STYLE, _HANDLER):
            for found in pattern.finditer(plain):
                yield f"{path} has {found.group().strip()[:60]!r}"


def rules(text: str) -> Iterator[tuple[Any, list[Any]]]:
    """(at-rule or qualified rule, its declarations) of a style sheet, however deep."""
    yield from _rules(tinycss2.parse_stylesheet(text, skip_comments=True, skip_whitespace=True))


def _rules(nodes: list[Any]) -> Iterator[tuple[Any, list[Any]]]:
    for node in nodes:
        if (
            node.type == "at-rule"
            and node.content is not None
            and node.lower_at_keyword in _NESTING
        ):
            inside = tinycss2.parse_blocks_contents(node.content, True, True)
            yield from _rules(inside)
        elif node.type in {"qualified-rule", "at-rule"} and node.content is not None:
            inside = tinycss2.parse_blocks_contents(node.content, True, True)
            yield node, [part for part in inside if part.type == "declaration"]
            yield from _rules([part for part in inside if part.type != "declaration"])
        elif node.type == "error":
            yield node, []


def unreadable(css: Mapping[str, str]) -> Iterator[str]:
    """Places a browser would skip."""
    for path, text in css.items():
        for node, _ in rules(text):
            if node.type == "error":
                yield f"{path}:{node.source_line} {node.message}"


def literals(css: Mapping[str, str], allowed: tuple[str, ...] = ("tokens.css",)) -> Iterator[str]:
    """Colours and lengths written out where a token should stand; naming one is no offence."""
    for path, text in css.items():
        if path.endswith(allowed):
            continue
        for _, declarations in rules(text):
            for declaration in declarations:
                if declaration.name.startswith("--"):
                    continue
                for token in _flat(declaration.value):
                    if found := _literal(token):
                        yield f"{path}:{token.source_line} {declaration.name}: {found}"


def _flat(tokens: list[Any]) -> Iterator[Any]:
    for token in tokens:
        yield token
        yield from _flat(getattr(token, "arguments", None) or getattr(token, "content", None) or [])


def _literal(token: Any) -> str:
    if token.type == "hash":
        return f"#{token.value}"
    if token.type == "function" and token.lower_name in _COLOURS:
        return f"{token.lower_name}()"
    if token.type == "dimension" and token.lower_unit == "px" and abs(token.value) > HAIRLINE:
        return f"{token.representation}px"
    return ""


def declared_classes(css: Mapping[str, str]) -> set[str]:
    """Every class a selector names."""
    found: set[str] = set()
    for text in css.values():
        for node, _ in rules(text):
            if node.type == "qualified-rule":
                tokens = list(_flat(node.prelude))
                pairs = zip(tokens, tokens[1:], strict=False)
                found |= {b.value for a, b in pairs if a == "." and b.type == "ident"}
    return found


def used_classes(pages: Mapping[str, str]) -> dict[str, str]:
    """Class → first template that writes it; names whose end is computed are left out."""
    found: dict[str, str] = {}
    for path, text in pages.items():
        for attribute in _CLASS.finditer(_TAG.sub("\0", _COMMENT.sub("", text))):
            for word in attribute[2].split():
                written = word.partition("\0")[0] if "\0" in word else word
                if written and not written.endswith("-"):
                    found.setdefault(written, path)
    return found


def dark_blocks(tokens: str) -> list[dict[str, str]]:
    """The custom properties of each dark scheme in `tokens.css`: asked for, and by the system."""
    return [
        {part.name: tinycss2.serialize(part.value).strip() for part in declarations}
        for node, declarations in rules(tokens)
        if node.type == "qualified-rule" and "dark" in _scheme(declarations)
    ]


def _scheme(declarations: list[Any]) -> str:
    values = [d.value for d in declarations if d.name == "color-scheme"]
    return tinycss2.serialize(values[-1]).strip() if values else ""
