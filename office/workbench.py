"""The workbench's menu: each app registers its entries when it starts."""

from collections.abc import Callable
from dataclasses import dataclass
from typing import Any


@dataclass(frozen=True)
class MenuItem:
    """An entry of the left rail: `count(user)` is the number of open items, None for none."""

    group: str
    label: str
    url_name: str
    icon: str
    may_see: Callable[[Any], bool]
    count: Callable[[Any], int] | None = None


_items: list[MenuItem] = []


def register(item: MenuItem) -> None:
    """Add an entry; called from AppConfig.ready."""
    if item not in _items:
        _items.append(item)


def menu_for(user: Any) -> list[tuple[MenuItem, int | None]]:
    """Entries that `user` may see, with their counts, in order of registration."""
    return [
        (item, item.count(user) if item.count else None) for item in _items if item.may_see(user)
    ]
