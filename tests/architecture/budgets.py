"""How long files and functions may be, and how every module has its test."""

import math
from collections.abc import Iterator

from tests.architecture.source import Module

FILE_HARD, FILE_P95 = 400, 300
FUNCTION_HARD, FUNCTION_P95 = 60, 30
NEEDS_TEST = 20
_LABELS = {"__str__", "__repr__"}
FORBIDDEN_NAMES = {"utils", "util", "helpers", "helper", "common", "core", "misc"}


def function_lengths(module: Module) -> Iterator[tuple[str, int]]:
    """(place, lines from `def` to the end) of every function and method."""
    for function in module.functions():
        end = function.end_lineno or function.lineno
        yield f"{module.path}:{function.lineno} {function.name}()", end - function.lineno + 1


def too_long(modules: list[Module]) -> Iterator[str]:
    """Whatever is above the hard limit."""
    for module in modules:
        if module.lines > FILE_HARD:
            yield f"{module.path} has {module.lines} lines (hard limit {FILE_HARD})"
        for place, length in function_lengths(module):
            if length > FUNCTION_HARD:
                yield f"{place} has {length} lines (hard limit {FUNCTION_HARD})"


def percentile_95(lengths: list[int]) -> int:
    """The length that 95 of 100 do not exceed; 0 of nothing."""
    return sorted(lengths)[math.ceil(len(lengths) * 0.95) - 1] if lengths else 0


def usually_too_long(modules: list[Module]) -> Iterator[str]:
    """Whether the rule, not the exception, is broken."""
    files = percentile_95([module.lines for module in modules])
    if files > FILE_P95:
        yield f"95 of 100 files stay within {files} lines (budget {FILE_P95})"
    lengths = [length for module in modules for _, length in function_lengths(module)]
    functions = percentile_95(lengths)
    if functions > FUNCTION_P95:
        yield f"95 of 100 functions stay within {functions} lines (budget {FUNCTION_P95})"


def nameless(modules: list[Module]) -> Iterator[str]:
    """Modules and folders named for nothing: if a thing has no name, it has no home yet."""
    for module in modules:
        if FORBIDDEN_NAMES & set(module.path.removesuffix(".py").split("/")):
            yield f"{module.path} is named for nothing"


def mirrored(module: Module) -> str:
    """`office/calendar.py` → `tests/office/test_calendar.py`."""
    folder, _, file = module.path.rpartition("/")
    return f"tests/{folder}/test_{file}"


def has_behaviour(module: Module) -> bool:
    """Whether anything can be called; tables of literals, lists of URLs and labels cannot."""
    return any(function.name not in _LABELS for function in module.functions())


def untested(modules: list[Module], tests: list[Module]) -> Iterator[str]:
    """Modules of some size that behave and have no test module at the mirrored path."""
    paths = {test.path for test in tests}
    for module in modules:
        needs = module.lines >= NEEDS_TEST and has_behaviour(module)
        if needs and mirrored(module) not in paths:
            yield f"{module.path} ({module.lines} lines) has no {mirrored(module)}"
