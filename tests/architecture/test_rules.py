"""What stands inside modules: excepts, relations, migrations."""

import pytest
from django.apps import apps
from django.db.migrations.autodetector import MigrationAutodetector
from django.db.migrations.loader import MigrationLoader
from django.db.migrations.state import ProjectState
from django.utils import translation

from tests.architecture import rules
from tests.architecture.source import PACKAGES, write

pytestmark = pytest.mark.unit


def test_nothing_catches_everything(house):
    assert list(rules.broad_excepts(house)) == []


def test_models_do_not_know_that_they_are_searched(house):
    assert list(rules.models_that_search(house)) == []


def test_relations_do_not_point_up(house):
    assert list(rules.upward_keys(house)) == []


def test_every_change_of_a_model_has_its_migration():
    loader = MigrationLoader(None)
    with translation.override(None):
        detector = MigrationAutodetector(loader.project_state(), ProjectState.from_apps(apps))
        changes = detector.changes(graph=loader.graph, trim_to_apps=set(PACKAGES))
    assert {
        app: [
            operation.describe() for migration in migrations for operation in migration.operations
        ]
        for app, migrations in changes.items()
    } == {}


@pytest.mark.parametrize("clause", ["except:", "except Exception:", "except (OSError, Exception):"])
def test_catching_everything_is_found(tmp_path, clause):
    tree = write(tmp_path, {"office/a.py": f"try:\n    x\n{clause}\n    pass\n"})
    assert list(rules.broad_excepts(tree)) == ["office/a.py:3 catches everything"]
    assert list(rules.broad_excepts(tree, {"office/a.py"})) == []


def test_catching_everything_to_clean_up_is_fine(tmp_path):
    text = "try:\n    x\nexcept BaseException:\n    y\n    raise\n"
    assert list(rules.broad_excepts(write(tmp_path, {"office/a.py": text}))) == []


def test_catching_one_error_is_fine(tmp_path):
    tree = write(tmp_path, {"office/a.py": "try:\n    x\nexcept (OSError, KeyError):\n    pass\n"})
    assert list(rules.broad_excepts(tree)) == []


def test_model_that_searches_is_found(tmp_path):
    files = dict.fromkeys(("people/models/a.py", "search/models/a.py"), "from search import text")
    assert len(list(rules.models_that_search(write(tmp_path, files)))) == 1


def test_relation_that_points_up_is_found(tmp_path):
    text = (
        'a = models.ForeignKey("vacancies.Notice", CASCADE)\n'
        'b = OneToOneField(to="people.Person")\n'
        'c = models.ForeignKey("office.Unit", CASCADE)\n'
        'd = models.ForeignKey("self", CASCADE)\n'
        "e = models.ForeignKey(settings.AUTH_USER_MODEL, CASCADE)\n"
    )
    found = list(rules.upward_keys(write(tmp_path, {"office/models/x.py": text})))
    assert [place.split()[0] for place in found] == ["office/models/x.py:1", "office/models/x.py:2"]
