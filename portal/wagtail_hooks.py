"""The look of the editors' admin."""

from django.templatetags.static import static
from django.utils.html import format_html
from wagtail import hooks


@hooks.register("insert_global_admin_css")
def style():
    """The county's colours, after the tokens they are made of."""
    return format_html(
        '<link rel="stylesheet" href="{}"><link rel="stylesheet" href="{}">',
        static("css/tokens.css"), static("css/cms.css"),
    )  # fmt: skip
