import re

import pytest
from django.urls import reverse

from portal.views.styleguide import SECTIONS, icon_names

pytestmark = pytest.mark.integration


def test_all_sections_stand_on_one_page(client, db, settings):
    settings.DEMO = True
    page = client.get(reverse("styleguide")).content.decode()
    assert all(f'id="{name}"' in page for name, _label in SECTIONS)


def test_nobody_sees_it_outside_demo_and_debug(client, db, settings):
    settings.DEMO = settings.DEBUG = False
    assert client.get(reverse("styleguide")).status_code == 404


def test_icons_used_in_templates_exist(settings):
    names = set(icon_names())
    for app in ("portal", "search", "vacancies", "policies", "people", "office"):
        for file in (settings.BASE_DIR / app / "templates").rglob("*.html"):
            for name in re.findall(r'\{% icon "([\w-]+)"', file.read_text()):
                assert name in names, f"{file}: {name}"
            for name in re.findall(r'drawing="([\w-]+)"', file.read_text()):
                assert name in names, f"{file}: {name}"
