"""Chromium for the browser tests: one for the session, a fresh context for each test."""

import os
from collections.abc import Callable
from pathlib import Path

import pytest
from axe_playwright_python.sync_playwright import Axe
from playwright.sync_api import Browser, Page, sync_playwright

CHROMIUM = Path("/usr/bin/chromium")
PHONE = {"width": 360, "height": 800}
DESKTOP = {"width": 1280, "height": 900}
# Playwright's synchronous driver runs an event loop in this thread; the ORM is used beside it.
os.environ.setdefault("DJANGO_ALLOW_ASYNC_UNSAFE", "true")


@pytest.fixture(scope="session")
def chromium():
    """Debian's Chromium; skipped where there is none, a failure in CI."""
    if not CHROMIUM.exists():
        if os.environ.get("CI") == "true":
            pytest.fail("Chromium is missing; the browser tests must run in CI.")
        pytest.skip("no Chromium on this machine")
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=str(CHROMIUM), args=["--no-sandbox"])
        yield browser
        browser.close()


@pytest.fixture
def open_page(chromium: Browser, live_server) -> Callable[..., Page]:
    """Opens a path in a fresh context; what the console complains of is in `page.complaints`."""
    contexts = []

    def opened(path: str, viewport: dict[str, int] = DESKTOP, *, mode: str = "light") -> Page:
        scheme = "dark" if mode == "dark" else "light"
        context = chromium.new_context(viewport=viewport, color_scheme=scheme, locale="zh-CN")
        contexts.append(context)
        if mode == "elder":
            context.add_init_script("localStorage.setItem('elder', '1')")
        page = context.new_page()
        page.complaints = []
        page.on(
            "console", lambda m: m.type in {"error", "warning"} and page.complaints.append(m.text)
        )
        page.on("pageerror", lambda error: page.complaints.append(str(error)))
        page.goto(f"{live_server.url}{path}")
        return page

    yield opened
    for context in contexts:
        context.close()


def axe_findings(page: Page) -> list[str]:
    """Rules of axe-core the page breaks; preloading is off, it would fetch against the policy."""
    found = Axe().run(page, options={"preload": False}).response["violations"]
    return [f"{rule['id']} ({rule['impact']}): {rule['nodes'][0]['html'][:160]}" for rule in found]


def sideways(page: Page) -> int:
    """Pixels the page is wider than its window."""
    return page.evaluate("document.documentElement.scrollWidth - window.innerWidth")
