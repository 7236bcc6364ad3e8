"""What the documents name exists, and what exists is named."""

import ast
import re
from collections.abc import Iterator, Mapping
from pathlib import Path

from tests.architecture.source import Module

_CODE = re.compile(r"^(?:    |\t).*$|```.*?```|`[^`\n]+`", re.MULTILINE | re.DOTALL)
_MANAGE = re.compile(r"manage\.py (\w+)")
_MAKE = re.compile(r"\bmake ((?:[a-z][a-z-]*)(?: [a-z][a-z-]*)*)")
_TARGET = re.compile(r"^([a-z][a-z-]*):.*?## ", re.MULTILINE)
_VARIABLE = re.compile(r"`([A-Z][A-Z0-9_]+)`")
_READERS = {"text", "flag", "number", "words"}
# Where the process meets its environment: the reader itself, and what starts Django.
ENVIRONMENT_DOORS = {"portal/environment.py", "portal/wsgi.py"}


def read(root: Path) -> dict[str, str]:
    """Path → text of the documents."""
    paths = [*root.glob("*.md"), *(root / "docs").rglob("*.md")]
    return {path.relative_to(root).as_posix(): path.read_text("utf-8") for path in sorted(paths)}


def code(text: str) -> str:
    """What a document sets as code: blocks and spans."""
    return "\n".join(found.group() for found in _CODE.finditer(text))


def own_commands(modules: list[Module]) -> set[str]:
    """Names of the management commands of these packages."""
    return {
        module.name.rpartition(".")[2]
        for module in modules
        if ".management.commands." in module.name
        and not module.name.rpartition(".")[2].startswith("_")
    }


def named_commands(documents: Mapping[str, str]) -> dict[str, str]:
    """Command → document, of every `manage.py NAME` in code."""
    return {name: path for path, text in documents.items() for name in _MANAGE.findall(code(text))}


def targets(makefile: str) -> set[str]:
    """Targets that `make help` lists."""
    return set(_TARGET.findall(makefile))


def named_targets(documents: Mapping[str, str]) -> dict[str, str]:
    """Target → document, of every `make NAME` in code."""
    return {
        name: path
        for path, text in documents.items()
        for words in _MAKE.findall(code(text))
        for name in words.split()
    }


def variables_read(settings: str) -> set[str]:
    """Names of the variables that the settings read through `env`."""
    return {
        node.args[0].value
        for node in ast.walk(ast.parse(settings))
        if isinstance(node, ast.Call)
        and isinstance(node.func, ast.Attribute)
        and isinstance(node.func.value, ast.Name)
        and (node.func.value.id, node.func.attr in _READERS) == ("env", True)
        and isinstance(node.args[0], ast.Constant)
    }


def variables_listed(document: str) -> set[str]:
    """Variables in the first column of the document's tables."""
    rows = [line for line in document.splitlines() if line.startswith("| ")]
    return {name for row in rows for name in _VARIABLE.findall(row.split("|")[1])}


def side_doors(modules: list[Module]) -> Iterator[str]:
    """Reads of the environment past `portal.environment`."""
    for module in modules:
        for node in ast.walk(module.tree):
            is_door = isinstance(node, ast.Attribute) and node.attr in {"environ", "getenv"}
            if is_door and module.path not in ENVIRONMENT_DOORS:
                yield f"{module.path}:{node.lineno} reads the environment"
