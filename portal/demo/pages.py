"""The Wagtail tree: home, the list of notices, the list of policies; and the site."""

from urllib.parse import urlsplit

from django.conf import settings
from wagtail.models import Page, Site

from policies.models import PolicyIndexPage
from portal.models import HomePage
from vacancies.models import NoticeIndexPage


def seed() -> tuple[NoticeIndexPage, PolicyIndexPage]:
    """Put the home page in the place of Wagtail's welcome page, and the lists below it."""
    home = HomePage.objects.first() or _make_home()
    notices = NoticeIndexPage.objects.first() or home.add_child(
        instance=NoticeIndexPage(title="招聘公告", slug="notices", show_in_menus=True)
    )
    policies = PolicyIndexPage.objects.first() or home.add_child(
        instance=PolicyIndexPage(title="人才政策", slug="policies", show_in_menus=True)
    )
    return notices, policies


def _make_home() -> HomePage:
    root = Page.get_first_root_node()
    welcome = root.get_children().first()
    if welcome:
        # Two children may not share the slug, and the site must not fall with its root page.
        welcome.slug = "welcome"
        welcome.save()
        root.refresh_from_db()
    home = root.add_child(instance=HomePage(title="澄溪人才", slug="home"))
    port = urlsplit(settings.BASE_URL).port or 80
    values = {"hostname": "localhost", "port": port, "site_name": settings.WAGTAIL_SITE_NAME}
    Site.objects.update_or_create(is_default_site=True, defaults=values | {"root_page": home})
    if welcome:
        Page.objects.get(pk=welcome.pk).delete()
    return home
