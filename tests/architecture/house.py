"""Reads the house from its source: modules, their imports, their functions. Pure."""

import ast
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cached_property
from pathlib import Path

PACKAGES = ("portal", "search", "vacancies", "talents", "policies", "people", "office")
# Inside an app a module imports only those to its left; names outside the list are domain modules.
LAYERS = (
    ("enums",),
    ("querysets",),
    ("models",),
    ("permissions",),
    ("transitions",),
    ("notifications",),
    ("actions",),
    ("tasks", "timers"),
    ("forms", "filters", "tables", "queues"),
    ("adapter", "middleware", "views", "feeds"),
    ("urls", "wagtail_hooks", "templatetags", "management", "apps"),
)
RANK = {name: rank for rank, names in enumerate(LAYERS) for name in names}
MODELS = RANK["models"]


@dataclass(frozen=True)
class Module:
    """One source file: `name` is dotted, e.g. office.models.unit."""

    name: str
    path: Path

    @cached_property
    def tree(self) -> ast.Module:
        return ast.parse(self.path.read_text())

    @cached_property
    def lines(self) -> int:
        return len(self.path.read_text().splitlines())

    @property
    def package(self) -> str:
        return self.name.partition(".")[0]

    @property
    def room(self) -> str:
        """The part of its app the module belongs to: office.models.unit → models."""
        parts = self.name.split(".")
        return parts[1] if len(parts) > 1 else ""

    def functions(self) -> Iterator[tuple[str, int]]:
        """(name, lines) of every function."""
        for node in ast.walk(self.tree):
            if isinstance(node, ast.FunctionDef | ast.AsyncFunctionDef):
                yield node.name, node.end_lineno - node.lineno + 1

    def imports(self, *, inline: bool | None = None) -> set[str]:
        """Dotted names of first-party imports; inline=True only those inside functions."""
        found = set()
        top = set(map(id, ast.iter_child_nodes(self.tree)))
        for node in ast.walk(self.tree):
            if inline is not None and inline == (id(node) in top):
                continue
            if isinstance(node, ast.ImportFrom) and node.module and not node.level:
                found.add(node.module)
                found |= {f"{node.module}.{alias.name}" for alias in node.names}
            elif isinstance(node, ast.Import):
                found |= {alias.name for alias in node.names}
        return {name for name in found if name.partition(".")[0] in PACKAGES}


def modules(root: Path, packages: tuple[str, ...] = PACKAGES) -> list[Module]:
    """Every source module below `root`, migrations left out."""
    return [
        Module(".".join(path.relative_to(root).with_suffix("").parts).removesuffix(".__init__"), path)
        for package in packages
        for path in sorted((root / package).rglob("*.py"))
        if "migrations" not in path.parts
    ]


def against_the_arrows(house: list[Module]) -> list[str]:
    """Imports from a package further left."""
    return [
        f"{module.name} imports {name}"
        for module in house
        for name in sorted(module.imports())
        if PACKAGES.index(name.partition(".")[0]) < PACKAGES.index(module.package)
    ]


def against_the_layers(house: list[Module]) -> list[str]:
    """Imports, inside one app, from a layer further right; domain modules stay below permissions."""
    wrong = []
    for module in house:
        own = RANK.get(module.room, MODELS)
        for name in sorted(module.imports()):
            parts = name.split(".")
            if parts[0] != module.package or len(parts) < 2 or parts[1] == module.room:
                continue
            if RANK.get(parts[1], 0) > own:
                wrong.append(f"{module.name} imports {name}")
    return wrong


def cycles(house: list[Module]) -> list[str]:
    """Modules that reach themselves by imports."""
    names = {module.name for module in house}
    graph = {m.name: {n for n in m.imports(inline=False) if n in names} - {m.name} for m in house}
    for package_init in [n for n in names if any(o.startswith(f"{n}.") for o in names)]:
        for name in graph:
            if name.startswith(f"{package_init}."):
                graph[name].discard(package_init)
    done: set[str] = set()
    found: list[str] = []

    def visit(name: str, trail: tuple[str, ...]) -> None:
        if name in trail:
            found.append(" → ".join((*trail[trail.index(name):], name)))
        elif name not in done:
            for target in sorted(graph[name]):
                visit(target, (*trail, name))
            done.add(name)

    for name in sorted(graph):
        visit(name, ())
    return found


def broad_excepts(house: list[Module]) -> list[str]:
    """Places that catch everything and do not raise it again."""
    return [
        f"{module.name}:{node.lineno}"
        for module in house
        for node in ast.walk(module.tree)
        if isinstance(node, ast.ExceptHandler)
        and (node.type is None or getattr(node.type, "id", "") in {"Exception", "BaseException"})
        and not isinstance(node.body[-1], ast.Raise)
    ]
