"""Budgets of length, names, and one test module per source module."""

import pytest

from tests.architecture import budgets
from tests.architecture.source import ROOT, Module, write

pytestmark = pytest.mark.unit


def function(name: str, lines: int) -> str:
    return f"def {name}():\n" + "    x = 1\n" * (lines - 1)


def test_nothing_is_above_the_hard_limits(house, suite):
    assert list(budgets.too_long(house + suite)) == []


def test_the_rule_is_short_files_and_functions(house):
    assert list(budgets.usually_too_long(house)) == []


def test_the_rule_holds_for_tests_too(suite):
    assert list(budgets.usually_too_long(suite)) == []


def test_every_module_is_named_for_something(house, suite):
    assert list(budgets.nameless(house + suite)) == []


def test_every_module_has_its_test(house, suite):
    """Modules of the first landing still without a test of their own: the list only shrinks."""
    owed = set((ROOT / "tests/architecture/untested.txt").read_text().split())
    untested = {line.split(" ")[0] for line in budgets.untested(house, suite)}
    assert untested - owed == set()
    assert owed - untested == set(), "tested by now: take it off the list"


def test_long_file_and_function_are_found():
    long = Module("office/long.py", "x = 1\n" * 401)
    fine = Module("office/fine.py", "x = 1\n" * 400 + "")
    deep = Module("office/deep.py", "class C:\n    def f(self):\n" + "        x = 1\n" * 60)
    assert [found.split(" has ")[0] for found in budgets.too_long([long, fine, deep])] == [
        "office/long.py",
        "office/deep.py:2 f()",
    ]


def test_budget_of_the_rule_is_found():
    short = [Module(f"office/m{n}.py", function("f", 30)) for n in range(94)]
    files = [Module(f"office/f{n}.py", "x = 1\n" * 301) for n in range(6)]
    assert len(list(budgets.usually_too_long(short + files))) == 1
    assert list(budgets.usually_too_long(short + files[:4])) == []
    wide = [Module(f"office/w{n}.py", function("f", 31)) for n in range(6)]
    assert len(list(budgets.usually_too_long(short + wide))) == 1


def test_nameless_modules_are_found(tmp_path):
    tree = write(tmp_path, {"office/utils.py": "", "office/core/a.py": "", "office/score.py": ""})
    assert len(list(budgets.nameless(tree))) == 2


def test_untested_module_is_found(tmp_path):
    tree = write(
        tmp_path,
        {
            "office/calendar.py": function("a", 20),
            "office/sheets/body.py": function("a", 20),
            "office/small.py": function("a", 19),
            "office/enums.py": "X = 1\n" * 20,
            "office/models/unit.py": "class Unit:\n"
            + "    x = 1\n" * 20
            + "    def __str__(self): ...",
        },
    )
    tests = write(
        tmp_path, {"tests/office/sheets/test_body.py": "", "tests/office/test_body.py": ""}
    )
    tests = [module for module in tests if module.package == "tests"]
    found = list(budgets.untested(tree, tests))
    assert found == ["office/calendar.py (20 lines) has no tests/office/test_calendar.py"]
