import gettext

import pytest
from django.core.management import call_command
from django.test import override_settings

pytestmark = pytest.mark.unit
PO = """msgid ""
msgstr "Content-Type: text/plain; charset=UTF-8\\n"

msgid "报名"
msgstr "Apply"
"""


def test_catalogue_is_compiled_beside_its_source(tmp_path):
    folder = tmp_path / "en" / "LC_MESSAGES"
    folder.mkdir(parents=True)
    (folder / "django.po").write_text(PO)
    with override_settings(LOCALE_PATHS=[tmp_path]):
        call_command("compile_catalogues")
    with (folder / "django.mo").open("rb") as compiled:
        assert gettext.GNUTranslations(compiled).gettext("报名") == "Apply"
