"""Which module may import which: the arrows between packages, the layers inside them."""

from collections.abc import Iterator

from tests.architecture.source import PACKAGES, Module, names

_ORDER = (
    ("enums",),
    ("querysets",),
    ("models",),
    ("permissions",),
    ("transitions",),
    ("notifications",),
    ("actions",),
    ("tasks", "timers"),
    ("forms", "filters", "tables", "queues"),
    ("views",),
    ("urls", "wagtail_hooks", "management"),
)
LAYERS = {name: rank for rank, layer in enumerate(_ORDER) for name in layer}
# What the framework calls from outside: they stand where views stand, or where urls stand.
LAYERS |= dict.fromkeys(
    ("templatetags", "middleware", "context", "adapter", "feeds"), LAYERS["views"]
)
LAYERS |= dict.fromkeys(("apps", "checks", "settings", "wsgi"), LAYERS["urls"])
_MODELS = LAYERS["models"]


def wrong_arrows(modules: list[Module]) -> Iterator[str]:
    """portal → search → vacancies → talents → policies → people → office, never back."""
    known = names(modules)
    for module in modules:
        allowed = PACKAGES[PACKAGES.index(module.package) :]
        for found in module.imports(known):
            if found.package not in allowed:
                yield f"{module.path}:{found.line} {module.package} must not import {found.target}"


def layer_of(module_name: str) -> int | None:
    """Rank of the layer; None for a domain module, which has a name of its own."""
    parts = module_name.split(".")
    return LAYERS.get(parts[1]) if len(parts) > 1 else None


def wrong_layers(modules: list[Module]) -> Iterator[str]:
    """Inside an app a module imports only to its left; domain modules only models and below."""
    known = names(modules)
    for module in modules:
        own = layer_of(module.name)
        for found in module.imports(known):
            if found.package != module.package:
                continue
            there = layer_of(found.target)
            if there is not None and there > (_MODELS if own is None else own):
                yield f"{module.path}:{found.line} its layer must not import {found.target}"


def cycles(modules: list[Module]) -> Iterator[str]:
    """Groups of modules that need each other to be imported (imports for typing do not count)."""
    known = names(modules)
    graph = {
        module.name: {
            found.target
            for found in module.imports(known)
            if not found.is_for_typing and found.target in known and found.target != module.name
        }
        for module in modules
    }
    reach = {name: _reachable(graph, name) for name in graph}
    seen: set[str] = set()
    for name in graph:
        ring = {other for other in reach[name] if name in reach[other]}
        if len(ring) > 1 and not ring & seen:
            seen |= ring
            yield "import cycle: " + " ↔ ".join(sorted(ring))


def _reachable(graph: dict[str, set[str]], start: str) -> set[str]:
    found: set[str] = set()
    waiting = [start]
    while waiting:
        for name in graph.get(waiting.pop(), ()):
            if name not in found:
                found.add(name)
                waiting.append(name)
    return found


def inline_imports(modules: list[Module]) -> Iterator[str]:
    """First-party imports stand at the top; only `AppConfig.ready` waits for the models."""
    known = names(modules)
    for module in modules:
        for found in module.imports(known):
            is_ready = module.path.endswith("/apps.py") and found.function == "ready"
            if found.function and not is_ready:
                yield f"{module.path}:{found.line} imports {found.target} inside {found.function}()"
