"""Marks in a text the words that were looked for."""

from django import template
from django.utils.html import format_html, format_html_join
from django.utils.safestring import SafeString

from search.text.highlight import Piece, pieces
from search.text.plan import QueryPlan

register = template.Library()


@register.simple_tag
def marked(text: str, plan: QueryPlan, field: str = "") -> SafeString:
    """Return the text with its hits in `<mark>`; everything is escaped."""
    return joined(pieces(str(text), plan, field))


@register.filter
def joined(found: tuple[Piece, ...]) -> SafeString:
    """Return pieces as HTML."""
    return format_html_join(
        "",
        "{}",
        ((format_html("<mark>{}</mark>", one.text) if one.is_hit else one.text,) for one in found),
    )
