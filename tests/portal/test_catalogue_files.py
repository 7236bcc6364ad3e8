import gettext

import pytest

from portal.catalogue_files import compile_below

pytestmark = pytest.mark.unit


def test_compile_below_writes_a_catalogue_that_gettext_reads(tmp_path):
    folder = tmp_path / "en" / "LC_MESSAGES"
    folder.mkdir(parents=True)
    (folder / "django.po").write_text(
        'msgid ""\nmsgstr "Content-Type: text/plain; charset=UTF-8\\n"\n\nmsgid "首页"\nmsgstr "Home"\n'
    )
    assert compile_below([tmp_path]) == [folder / "django.mo"]
    with (folder / "django.mo").open("rb") as file:
        assert gettext.GNUTranslations(file).gettext("首页") == "Home"
