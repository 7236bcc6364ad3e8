"""The public page tree, as `seed_demo` lays it: home, notices, policies."""

import datetime as dt

from wagtail.models import Locale, Page, Site

from policies.models import PolicyIndexPage, PolicyPage
from portal.models import HomePage
from tests.factories.office import UnitFactory
from tests.factories.vacancies import NoticeFactory
from vacancies.models import Notice, NoticeIndexPage, NoticePage


def root() -> Page:
    """The tree's root; made anew after a browser test has emptied the tables."""
    locale, _created = Locale.objects.get_or_create(language_code="zh-hans")
    return Page.get_first_root_node() or Page.add_root(title="Root", slug="root", locale=locale)


def home() -> HomePage:
    """The home page with both lists below it, served on every host."""
    if page := HomePage.objects.first():
        return page
    page = root().add_child(instance=HomePage(title="首页", slug="front"))
    Site.objects.all().delete()
    Site.objects.create(hostname="localhost", root_page=page, is_default_site=True)
    page.add_child(instance=NoticeIndexPage(title="公告公示", slug="notices"))
    page.add_child(instance=PolicyIndexPage(title="政策与待遇", slug="policies"))
    return page


def notice_page(**notice) -> Notice:
    """A live notice page with the `Notice` beside it; values go to the notice."""
    home()
    index = NoticeIndexPage.objects.get()
    count = NoticePage.objects.count()
    page = NoticePage(
        title=notice.pop("title", f"2026年第{count}次公开招聘公告"),
        slug=f"n{count}",
        unit=UnitFactory(name=f"第{count}人社局"),
        intro="面向全国公开招聘。",
        body="<p>报名条件见岗位表。</p>",
    )
    index.add_child(instance=page)
    made = Notice.objects.filter(page=page).first()
    if made is None:
        return NoticeFactory(page=page, title=page.title, unit=page.unit, **notice)
    fresh = NoticeFactory.build(unit=page.unit, **notice)
    for name in ("is_public", "published_at", "opens_at", "closes_at", *notice):
        setattr(made, name, getattr(fresh, name))
    made.save()
    return made


def policy_page(**values) -> PolicyPage:
    """A live policy page below the list of policies."""
    home()
    count = PolicyPage.objects.count()
    units = values.pop("units", None)
    page = PolicyPage(
        **{
            "title": f"澄溪县第{count}号人才办法",
            "slug": f"p{count}",
            "document_number": f"澄溪委人才〔2025〕{count + 1}号",
            "published_on": dt.date(2025, 2, 21),
            "body": "<h3>第一条　总则</h3><p>为吸引人才。</p><h3>第二条　安家补贴</h3><p>每人六万元。</p>",
        }
        | values
    )
    PolicyIndexPage.objects.get().add_child(instance=page)
    page.units.set(units if units is not None else [UnitFactory(name=f"第{count}人才办")])
    page.save()
    return page
