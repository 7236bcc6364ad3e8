"""The project's own source as trees, for the rules in this folder.

Every rule is a pure function over `Module`s and returns plain sentences, so that a test can
feed it a small bad tree as easily as the real one.
"""

import ast
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cached_property
from pathlib import Path

ROOT = Path(__file__).resolve().parents[2]
# Each package may import those that follow it, never those before it.
PACKAGES = ("portal", "search", "vacancies", "talents", "policies", "people", "office")


@dataclass(frozen=True)
class Import:
    """One imported name; `target` is the module it comes from, as far as we own it."""

    line: int
    target: str
    function: str
    """Name of the function the import stands in, "" at the top of the module."""
    is_for_typing: bool

    @property
    def package(self) -> str:
        return self.target.partition(".")[0]


@dataclass(frozen=True)
class Module:
    path: str
    text: str

    @property
    def name(self) -> str:
        """Dotted name; a package's `__init__` carries the package's name."""
        parts = self.path.removesuffix(".py").split("/")
        return ".".join(parts[:-1] if parts[-1] == "__init__" else parts)

    @property
    def package(self) -> str:
        return self.path.partition("/")[0]

    @property
    def lines(self) -> int:
        return len(self.text.splitlines())

    @cached_property
    def tree(self) -> ast.Module:
        return ast.parse(self.text)

    def functions(self) -> Iterator[ast.FunctionDef | ast.AsyncFunctionDef]:
        for node in ast.walk(self.tree):
            if isinstance(node, ast.FunctionDef | ast.AsyncFunctionDef):
                yield node

    def imports(self, known: set[str]) -> Iterator[Import]:
        """First-party imports; `known` are the names of all modules."""
        yield from _imports(self, self.tree, known, "", is_for_typing=False)


def _imports(
    module: Module, node: ast.AST, known: set[str], function: str, *, is_for_typing: bool
) -> Iterator[Import]:
    for child in ast.iter_child_nodes(node):
        for target in _targets(module, child, known):
            if target.partition(".")[0] in PACKAGES:
                yield Import(child.lineno, target, function, is_for_typing)
        inside = child.name if isinstance(child, ast.FunctionDef) else function
        typing = is_for_typing or (
            isinstance(child, ast.If) and "TYPE_CHECKING" in ast.unparse(child.test)
        )
        yield from _imports(module, child, known, inside, is_for_typing=typing)


def _targets(module: Module, node: ast.AST, known: set[str]) -> list[str]:
    """The modules a statement imports: of `from a import b` that is `a.b` where b is a module."""
    if isinstance(node, ast.Import):
        return [alias.name for alias in node.names]
    if not isinstance(node, ast.ImportFrom):
        return []
    base = node.module or ""
    if node.level:
        parts = module.path.removesuffix(".py").split("/")
        base = ".".join([*parts[: len(parts) - node.level], *filter(None, [node.module])])
    found = (f"{base}.{alias.name}" for alias in node.names)
    return sorted({name if name in known else base for name in found})


def read(root: Path, *folders: str) -> list[Module]:
    """Every module below these folders but migrations, in order of path."""
    return [
        Module(path.relative_to(root).as_posix(), path.read_text(encoding="utf-8"))
        for folder in folders
        for path in sorted((root / folder).rglob("*.py"))
        if "migrations" not in path.parts
    ]


def names(modules: list[Module]) -> set[str]:
    return {module.name for module in modules}


def write(root: Path, files: dict[str, str]) -> list[Module]:
    """Write a small tree for a rule's own test and read it back."""
    for path, text in files.items():
        (root / path).parent.mkdir(parents=True, exist_ok=True)
        (root / path).write_text(text, encoding="utf-8")
    return read(root, *sorted({path.partition("/")[0] for path in files}))
