"""The tokens keep what the look promises: contrast, one dark scheme, no literals elsewhere."""

import re

import pytest
from django.conf import settings

pytestmark = pytest.mark.unit
CSS = settings.BASE_DIR / "static" / "css"
TOKENS = (CSS / "tokens.css").read_text()
AA = 4.5
PAIRS = [
    ("ink", "bg"), ("ink-2", "bg"), ("ink-3", "bg"), ("ink-3", "sunken"), ("ink", "surface"),
    ("on-accent", "accent"), ("accent-text", "bg"), ("accent-text", "accent-soft"), ("visited", "bg"),
    ("ok-text", "ok-soft"), ("warn-text", "warn-soft"), ("bad-text", "bad-soft"),
    ("info-text", "info-soft"), ("on-mark", "mark"),
]  # fmt: skip


def block(start: str) -> str:
    opened = TOKENS.index("{", TOKENS.index(start))
    return TOKENS[opened + 1 : TOKENS.index("}", opened)]


def values(text: str) -> dict[str, str]:
    text = re.sub(r"/\*.*?\*/", "", text, flags=re.DOTALL)
    return {name: value.strip() for name, value in re.findall(r"--([\w-]+):\s*([^;]+);", text)}


DARK_BY_SYSTEM = values(block(':root:not([data-theme="light"])'))
DARK_BY_CHOICE = values(block(':root[data-theme="dark"]'))
LIGHT = values(block(":root {"))


def luminance(colour: str) -> float:
    parts = [int(colour[i : i + 2], 16) / 255 for i in (1, 3, 5)]
    linear = [p / 12.92 if p <= 0.03928 else ((p + 0.055) / 1.055) ** 2.4 for p in parts]
    return 0.2126 * linear[0] + 0.7152 * linear[1] + 0.0722 * linear[2]


def colour(scheme: dict[str, str], name: str) -> str:
    value = scheme.get(name, LIGHT[name])
    while found := re.fullmatch(r"var\(--([\w-]+)\)", value):
        value = scheme.get(found[1], LIGHT[found[1]])
    return value


def contrast(scheme: dict[str, str], text: str, ground: str) -> float:
    light, dark = sorted((luminance(colour(scheme, n)) for n in (text, ground)), reverse=True)
    return (light + 0.05) / (dark + 0.05)


def test_the_two_dark_blocks_are_one():
    assert DARK_BY_SYSTEM == DARK_BY_CHOICE
    assert len(DARK_BY_SYSTEM) > 30


@pytest.mark.parametrize(("text", "ground"), PAIRS)
@pytest.mark.parametrize("scheme", [LIGHT, LIGHT | DARK_BY_CHOICE], ids=["light", "dark"])
def test_text_stands_out_from_its_ground(scheme, text, ground):
    assert contrast(scheme, text, ground) >= AA


def test_every_token_used_is_declared():
    sheets = "".join(file.read_text() for file in CSS.rglob("*.css"))
    declared = set(re.findall(r"(--[\w-]+)\s*:", sheets))
    used = set(re.findall(r"var\((--[\w-]+)\)", sheets))
    assert used - declared == set()


def test_layers_are_declared_once_and_every_rule_is_in_one():
    assert TOKENS.count("@layer tokens, base, layout, components, pages;") == 1
    for file in CSS.rglob("*.css"):
        text = re.sub(
            r"/\*.*?\*/|@import[^;]+;|@layer [\w, ]+;", "", file.read_text(), flags=re.DOTALL
        ).strip()
        assert all(
            part.lstrip().startswith(("@layer", "@media print"))
            for part in re.split(r"(?<=\n})\n", text)
            if part.strip()
        ), file
