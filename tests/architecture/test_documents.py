"""The documents are true: commands, make targets, settings, states."""

import pytest
from django.core.management import get_commands

from tests.architecture import documents
from tests.architecture.source import ROOT, write

pytestmark = pytest.mark.unit


@pytest.fixture(scope="module")
def texts():
    return documents.read(ROOT)


def test_every_command_named_exists(texts):
    named = documents.named_commands(texts)
    assert {name: path for name, path in named.items() if name not in get_commands()} == {}


def test_every_own_command_is_described(texts, house):
    described = documents.code(texts["docs/commands.md"])
    assert {name for name in documents.own_commands(house) if name not in described} == set()


def test_every_make_target_named_exists(texts):
    existing = documents.targets((ROOT / "Makefile").read_text())
    named = documents.named_targets(texts)
    assert {name: path for name, path in named.items() if name not in existing} == {}


def test_every_make_target_is_described(texts):
    named = documents.named_targets({"docs/operations.md": texts["docs/operations.md"]})
    assert documents.targets((ROOT / "Makefile").read_text()) - set(named) == set()


def test_every_setting_is_listed_and_every_one_listed_is_read(texts):
    read = documents.variables_read((ROOT / "portal/settings.py").read_text())
    assert documents.variables_listed(texts["docs/operations.md"]) == read


def test_the_environment_is_read_in_one_place(house):
    assert list(documents.side_doors(house)) == []


def test_code_of_a_document_is_told_from_its_prose():
    text = "Please make tea with `make demo PORT=1`.\n\n    manage.py work\n\n```\nmake test lint\n```\n"
    assert set(documents.named_targets({"x.md": text})) == {"demo", "test", "lint"}
    assert documents.named_commands({"x.md": text}) == {"work": "x.md"}


def test_targets_are_those_that_help_lists():
    assert documents.targets(".venv/dev: x\n\ttouch\nservices-up: a b ## Start\nhidden:\n") == {
        "services-up"
    }


def test_commands_are_the_modules_of_their_folder(tmp_path):
    tree = write(
        tmp_path,
        {"office/management/commands/run_due.py": "", "office/management/commands/_json.py": ""},
    )
    assert documents.own_commands(tree) == {"run_due"}


def test_variables_are_read_from_calls_and_tables():
    assert documents.variables_read('A = env.text("ONE", x)\nB = other.text("TWO")') == {"ONE"}
    table = "| setting | for |\n|---|---|\n| `ONE`, `TWO_2` | as `THREE` |\n"
    assert documents.variables_listed(table) == {"ONE", "TWO_2"}


def test_side_door_to_the_environment_is_found(tmp_path):
    files = dict.fromkeys(("office/a.py", "portal/environment.py"), "import os\nos.environ['X']")
    assert list(documents.side_doors(write(tmp_path, files))) == [
        "office/a.py:2 reads the environment"
    ]
