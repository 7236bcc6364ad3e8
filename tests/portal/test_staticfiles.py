import re

import pytest
from django.conf import settings
from django.contrib.staticfiles.storage import StaticFilesStorage

from portal.staticfiles import BUNDLES, IMPORT, BundledStaticFilesStorage

pytestmark = pytest.mark.unit
STATIC = settings.BASE_DIR / "static"


@pytest.fixture
def built(tmp_path):
    """All own static files collected into a folder of the test."""
    source = StaticFilesStorage(location=str(STATIC))
    target = BundledStaticFilesStorage(location=str(tmp_path), base_url="/static/")
    paths = {}
    for file in sorted(STATIC.rglob("*.*")):
        name = file.relative_to(STATIC).as_posix()
        target._save(name, source.open(name))
        paths[name] = (source, name)
    for _name, _hashed, outcome in target.post_process(paths):
        assert not isinstance(outcome, Exception)
    return target


def test_a_bundle_is_one_file_with_all_its_parts(built):
    for name in BUNDLES:
        text = built.open(built.stored_name(name)).read().decode()
        assert not IMPORT.search(text)
        for part in IMPORT.findall((STATIC / name).read_text()):
            assert (STATIC / "css" / part).read_text().strip() in text


def test_every_sheet_of_a_page_is_in_a_bundle_or_waits_for_its_issue():
    imported = {part for name in BUNDLES for part in IMPORT.findall((STATIC / name).read_text())}
    sheets = {
        file.relative_to(STATIC / "css").as_posix() for file in (STATIC / "css").rglob("*.css")
    }
    waiting = sheets - imported - {"site.css", "work.css", "cms.css"}
    assert not [name for name in waiting if "/" not in name]
    assert all((STATIC / "css" / name).exists() for name in imported)


def test_no_style_sheet_fetches_from_elsewhere():
    for file in (STATIC / "css").rglob("*.css"):
        assert not re.search(r"url\(\s*['\"]?(?:https?:)?//", file.read_text()), file
