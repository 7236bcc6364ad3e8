"""The house keeps its own rules; each rule is first shown to fail on a small bad house."""

import re
from pathlib import Path

import pytest
from django.core.management import call_command

from tests.architecture.house import (
    PACKAGES,
    against_the_arrows,
    against_the_layers,
    broad_excepts,
    cycles,
    modules,
)

pytestmark = pytest.mark.unit
ROOT = Path(__file__).resolve().parents[2]
HARD_FILE, HARD_FUNCTION, P95_FILE, P95_FUNCTION = 400, 60, 300, 30
JUNK = {"utils", "helpers", "common", "core", "misc"}


@pytest.fixture(scope="module")
def house():
    return modules(ROOT)


@pytest.fixture
def bad_house(tmp_path):
    files = {
        "office/models.py": "from people.models import User\n",
        "office/enums.py": "from office.views import page\n",
        "office/views.py": "from office.enums import Kind\n"
        "def page():\n    try:\n        import office.models\n    except Exception:\n        pass\n",
        "people/models.py": "x = 1\n",
    }
    for name, text in files.items():
        path = tmp_path / name
        path.parent.mkdir(exist_ok=True)
        path.write_text(text)
    return modules(tmp_path)


def test_arrows_bad_house_is_caught(bad_house):
    assert any("office.models imports people.models" in line for line in against_the_arrows(bad_house))


def test_layers_bad_house_is_caught(bad_house):
    assert any("office.enums imports office.views" in line for line in against_the_layers(bad_house))


def test_cycles_bad_house_is_caught(bad_house):
    assert cycles(bad_house) == ["office.enums → office.views → office.enums"]


def test_excepts_bad_house_is_caught(bad_house):
    assert broad_excepts(bad_house) == ["office.views:5"]


def test_arrows(house):
    assert against_the_arrows(house) == []


def test_layers(house):
    assert against_the_layers(house) == []


def test_no_cycles(house):
    assert cycles(house) == []


def test_everything_is_caught_in_one_named_place_only(house):
    assert [place.partition(":")[0] for place in broad_excepts(house)] == ["office.jobs"]


def test_no_first_party_import_inside_functions(house):
    wrong = {m.name: m.imports(inline=True) for m in house if m.room != "apps"}
    assert {name: found for name, found in wrong.items() if found} == {}


def test_files_and_functions_stay_small(house):
    everything = house + modules(ROOT, ("tests",))
    assert [f"{m.name} {m.lines}" for m in everything if m.lines > HARD_FILE] == []
    functions = [(f"{m.name}.{name}", n) for m in everything for name, n in m.functions()]
    assert [f for f in functions if f[1] > HARD_FUNCTION] == []
    assert p95([m.lines for m in everything]) <= P95_FILE
    assert p95([n for _name, n in functions]) <= P95_FUNCTION


def p95(numbers: list[int]) -> int:
    return sorted(numbers)[int(len(numbers) * 0.95)]


def test_nothing_lives_in_a_junk_drawer(house):
    assert [m.name for m in house if JUNK & set(m.name.split("."))] == []


def test_models_do_not_know_that_they_are_searched(house):
    models = [m for m in house if m.room == "models" and m.package != "search"]
    assert [m.name for m in models if any(n.startswith("search") for n in m.imports())] == []


def test_requirements_name_no_host():
    for path in ROOT.glob("requirements*"):
        assert not re.search(r"://|index-url|find-links", path.read_text()), path.name


@pytest.mark.django_db
def test_no_migration_is_missing():
    call_command("makemigrations", check=True, dry_run=True, verbosity=0)


def test_templates_hold_no_inline_style_or_script():
    wrong = []
    for package in PACKAGES:
        for path in (ROOT / package).rglob("templates/**/*.html"):
            text = path.read_text()
            inline = re.search(r"<script(?![^>]*(\bsrc=|application/ld\+json))[^>]*>|\sstyle=|<style", text)
            if inline:
                wrong.append(f"{path.relative_to(ROOT)}: {inline.group()}")
    assert wrong == []
