"""Own templates and style sheets."""

import pytest

from tests.architecture import styles
from tests.architecture.source import PACKAGES, ROOT

pytestmark = pytest.mark.unit


@pytest.fixture(scope="module")
def pages():
    return styles.templates(ROOT, *PACKAGES)


@pytest.fixture(scope="module")
def css():
    return styles.sheets(ROOT)


def test_templates_hold_no_inline_style_or_script(pages):
    assert list(styles.inline(pages)) == []


def test_style_sheets_are_readable(css):
    assert list(styles.unreadable(css)) == []


def test_colours_and_lengths_come_from_the_tokens(css):
    assert list(styles.literals(css)) == []


def test_every_class_of_a_template_is_declared(pages, css):
    declared = styles.declared_classes(css)
    unknown = {
        name: path for name, path in styles.used_classes(pages).items() if name not in declared
    }
    # Marks without a rule of their own, left by the first landing: the list only shrinks.
    owed = set((ROOT / "tests/architecture/undeclared.txt").read_text().split())
    found = {name for name in unknown if not name.startswith(styles.HOOKS)}
    assert found - owed == set(), unknown
    assert owed - found == set(), "declared by now: take it off the list"


def test_both_dark_schemes_are_the_same(css):
    by_system, by_choice = styles.dark_blocks(css["static/css/tokens.css"])
    assert by_system == by_choice


@pytest.mark.parametrize(
    "text",
    [
        '<p style="color: red">',
        "<style>p {}</style>",
        "<script>go()</script>",
        '<script nonce="x">go()</script>',
        '<button onclick="go()">',
        '<p class="a"{% if x %} style="y"{% endif %}>',
    ],
)
def test_inline_style_and_script_are_found(text):
    assert len(list(styles.inline({"page.html": text}))) == 1


@pytest.mark.parametrize(
    "text",
    [
        '<script src="{% static "js/site.js" %}" defer></script>',
        '<script type="application/ld+json">{}</script>',
        "{# style= #}{% comment %}<style>{% endcomment %}",
        '<link rel="stylesheet" href="x.css">',
        '<p data-once="x">',
    ],
)
def test_what_the_policy_allows_is_no_offence(text):
    assert list(styles.inline({"page.html": text})) == []


def test_unreadable_rule_is_found():
    css = {"a.css": ".a { color: red }", "b.css": "@layer pages { .a { color red; } .b } "}
    assert {found.partition(":")[0] for found in styles.unreadable(css)} == {"b.css"}


@pytest.mark.parametrize(
    "declaration",
    [
        "color: #fff",
        "background: linear-gradient(#000, transparent)",
        "color: rgb(1 2 3)",
        "padding: 12px",
        "margin: calc(1rem - 8px)",
    ],
)
def test_literal_is_found_but_in_the_tokens(declaration):
    css = {"a.css": f"@media (width > 40px) {{ .a {{ {declaration} }} }}"}
    assert len(list(styles.literals(css))) == 1
    assert list(styles.literals({"tokens.css": css["a.css"]})) == []


def test_tokens_and_hairlines_are_no_literals():
    css = {"a.css": ".a { --own: #fff; color: var(--ink); border: 1px solid; margin: -2px }"}
    assert list(styles.literals(css)) == []


def test_classes_are_read_from_both_sides():
    css = {"a.css": "@layer x { .card > .card__head:not(.is-open) { a: b; &.wide { c: d } } }"}
    assert styles.declared_classes(css) == {"card", "card__head", "is-open", "wide"}
    page = '<p class="card{% if x == "y" %} is-open{% endif %} badge--{{ tone }} {{ more }} loose">'
    assert set(styles.used_classes({"page.html": page})) == {"card", "is-open", "loose"}


def test_dark_schemes_that_differ_are_told_apart():
    tokens = (
        "@media (prefers-color-scheme: dark) { :root { color-scheme: dark; --bg: #111 } }"
        ":root[data-theme=dark] { color-scheme: dark; --bg: #112 }"
    )
    by_system, by_choice = styles.dark_blocks(tokens)
    assert by_system != by_choice
