import datetime as dt

from wagtail.models import Locale, Page

from policies.models import PolicyIndexPage, PolicyPage


def policy(title: str, **fields: object) -> PolicyPage:
    """A live policy page under an index page."""
    Locale.objects.get_or_create(language_code="zh-hans")
    root = Page.objects.filter(depth=1).first() or Page.add_root(title="Root", slug="root")
    index = PolicyIndexPage.objects.first() or root.add_child(
        instance=PolicyIndexPage(title="政策", slug="policies-test")
    )
    units = fields.pop("units", [])
    values = {"published_on": dt.date(2026, 3, 1), "body": "<p>正文</p>", **fields}
    page = index.add_child(
        instance=PolicyPage(title=title, slug=f"p{PolicyPage.objects.count()}", **values)
    )
    if units:
        page.units.set(units)
        page.save()
    return page
