"""The arrows, the layers and the order of imports."""

import pytest

from tests.architecture import packages
from tests.architecture.source import write

pytestmark = pytest.mark.unit


def test_packages_import_only_to_their_right(house):
    assert list(packages.wrong_arrows(house)) == []


def test_modules_import_only_to_their_left(house):
    assert list(packages.wrong_layers(house)) == []


def test_no_modules_import_each_other_in_a_ring(house):
    assert list(packages.cycles(house)) == []


def test_first_party_imports_stand_at_the_top(house):
    assert list(packages.inline_imports(house)) == []


@pytest.mark.parametrize(
    "statement",
    ["import search.text", "from search.text import fold", "from vacancies import models"],
)
def test_arrow_back_is_found(tmp_path, statement):
    tree = write(tmp_path, {"office/units.py": statement, "search/text.py": "from office import x"})
    assert [found.split()[0] for found in packages.wrong_arrows(tree)] == ["office/units.py:1"]


def test_arrow_back_by_a_relative_import_is_found(tmp_path):
    tree = write(tmp_path, {"office/calendar/days.py": "from ...people.models import User"})
    assert len(list(packages.wrong_arrows(tree))) == 1


def test_layer_above_is_found(tmp_path):
    tree = write(
        tmp_path,
        {
            "office/models/unit.py": "from office import enums\nfrom office.views.list import x",
            "office/calendar.py": "from office.models import Day\nfrom office.actions import close",
            "office/views/list.py": "from office.actions import close\nfrom office import calendar",
            "office/enums.py": "",
            "office/actions/__init__.py": "from ..views import list",
        },
    )
    assert [found.split()[0] for found in packages.wrong_layers(tree)] == [
        "office/actions/__init__.py:1",
        "office/calendar.py:2",
        "office/models/unit.py:2",
    ]


def test_ring_across_packages_is_found_and_typing_is_not(tmp_path):
    tree = write(
        tmp_path,
        {
            "office/a.py": "import office.b",
            "office/b.py": "from people import c",
            "people/c.py": "from office.a import thing",
            "office/d.py": "from office import e",
            "office/e.py": "if TYPE_CHECKING:\n    from office import d",
        },
    )
    assert list(packages.cycles(tree)) == ["import cycle: office.a ↔ office.b ↔ people.c"]


def test_inline_import_is_found_but_in_ready(tmp_path):
    inline = "class C:\n    def ready(self):\n        from office import signals\n"
    tree = write(tmp_path, {"office/apps.py": inline, "office/units.py": inline})
    found = list(packages.inline_imports(tree))
    assert found == ["office/units.py:3 imports office inside ready()"]
