"""What holds for the markup of every template, whoever wrote it."""

import re
from pathlib import Path

import pytest
from django.conf import settings

pytestmark = pytest.mark.unit
APPS = ("portal", "search", "vacancies", "talents", "policies", "people", "office")
TEMPLATES = [
    file for app in APPS for file in sorted((settings.BASE_DIR / app).rglob("templates/**/*.html"))
]


def code(file: Path) -> str:
    """The template without its comments."""
    return re.sub(
        r"{% comment %}.*?{% endcomment %}|{#.*?#}", "", file.read_text(), flags=re.DOTALL
    )


@pytest.mark.parametrize(
    "pattern",
    [r"\sstyle=", r"<style", r"\son[a-z]+=[\"']", r"<script(?![^>]*\bsrc=)", r"javascript:"],
)
def test_nothing_inline_that_the_content_policy_forbids(pattern):
    assert [str(file) for file in TEMPLATES if re.search(pattern, code(file))] == []


def test_htmx_attributes_are_valid_html():
    """`data-hx-get`, not `hx-get`: htmx reads both, the HTML validator only the first."""
    assert [str(file) for file in TEMPLATES if re.search(r"[\s\"']hx-[a-z]", code(file))] == []


def test_no_address_leaves_the_site_for_code_or_pictures():
    pattern = r"(?:src|href)=\"(?:https?:)?//(?!\{)"
    assert [str(file) for file in TEMPLATES if re.search(pattern, code(file))] == []
