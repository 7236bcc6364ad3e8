"""Rules on what stands inside a module."""

import ast
from collections.abc import Iterator

from tests.architecture.source import PACKAGES, Module

# The one place where anything may go wrong and must be written down instead: a job's body
# is whatever a verb does, and a failed job has to be seen by its owner.
BOUNDARIES: set[str] = {"office/jobs.py"}
RELATIONS = {
    "ForeignKey",
    "OneToOneField",
    "ManyToManyField",
    "ParentalKey",
    "ParentalManyToManyField",
}
_BROAD = {"Exception", "BaseException"}


def broad_excepts(modules: list[Module], boundaries: set[str] = BOUNDARIES) -> Iterator[str]:
    """Handlers that catch everything and do not raise it again, wherever no boundary is named."""
    for module in modules:
        if module.path in boundaries:
            continue
        for node in ast.walk(module.tree):
            if isinstance(node, ast.ExceptHandler) and _is_broad(node.type) and not _raises(node):
                yield f"{module.path}:{node.lineno} catches everything"


def _is_broad(node: ast.expr | None) -> bool:
    parts = node.elts if isinstance(node, ast.Tuple) else [node]
    return any(part is None or (isinstance(part, ast.Name) and part.id in _BROAD) for part in parts)


def _raises(handler: ast.ExceptHandler) -> bool:
    last = handler.body[-1]
    return isinstance(last, ast.Raise) and last.exc is None


def models_that_search(modules: list[Module]) -> Iterator[str]:
    """Apps do not know that they are searched; `search` keeps its own bookkeeping."""
    for module in modules:
        is_model = ".models" in module.name and module.package != "search"
        for found in module.imports(set()) if is_model else ():
            if found.package == "search":
                yield f"{module.path}:{found.line} a model imports {found.target}"


def upward_keys(modules: list[Module]) -> Iterator[str]:
    """Relations named by string that point against the arrows."""
    for module in modules:
        allowed = PACKAGES[PACKAGES.index(module.package) :]
        for node in ast.walk(module.tree):
            target = _relation(node)
            label = target.partition(".")[0]
            if "." in target and label in PACKAGES and label not in allowed:
                yield f"{module.path}:{node.lineno} points up to {target}"


def _relation(node: ast.AST) -> str:
    """The target of a relation's declaration where it is a string, else ""."""
    if not isinstance(node, ast.Call):
        return ""
    name = node.func.attr if isinstance(node.func, ast.Attribute) else ast.unparse(node.func)
    if name not in RELATIONS:
        return ""
    named = [keyword.value for keyword in node.keywords if keyword.arg == "to"]
    for value in [*node.args[:1], *named]:
        if isinstance(value, ast.Constant) and isinstance(value.value, str):
            return value.value
    return ""
