import pytest

from office import workbench

pytestmark = pytest.mark.unit


def item(label, *, seen, count=None):
    return workbench.MenuItem("group", label, "portal:work", "icon", lambda _user: seen, count)


def test_menu_shows_what_the_user_may_see_with_counts(monkeypatch):
    monkeypatch.setattr(workbench, "_items", [])
    shown, hidden = item("a", seen=True, count=lambda _user: 4), item("b", seen=False)
    for entry in (shown, hidden, shown):
        workbench.register(entry)
    assert workbench.menu_for(object()) == [(shown, 4)]
