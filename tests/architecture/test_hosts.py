"""No file that builds or runs the portal names a host it does not serve itself."""

import re

import pytest

from tests.architecture.source import ROOT

pytestmark = pytest.mark.unit
URL = re.compile(r"\b[a-z][a-z+]*://(?:[^\s/@\"']*@)?([^\s/:\"'`)>]+)")
OPTION = re.compile(r"--(?:extra-)?index-url|--find.links|\bfile:")
BUILD = (
    "Makefile",
    "Dockerfile",
    "docker-compose.yml",
    ".ci/run",
    "pyproject.toml",
    "bin/*",
    "deploy/*",
)


def outside_hosts(text: str) -> list[str]:
    """Hosts with a dot in their name that are neither loopback nor reserved for examples."""
    hosts = (found[1] for found in URL.finditer(text))
    own = re.compile(r"127\.0\.0\.1|0\.0\.0\.0|.*\.example|[^.]*|\$.*|{.*")
    return [host for host in hosts if not own.fullmatch(host)]


def test_pins_name_no_place():
    for path in ROOT.glob("requirements*"):
        text = path.read_text()
        assert URL.findall(text) + OPTION.findall(text) == [], path.name


def test_build_files_name_no_host():
    for pattern in BUILD:
        for path in ROOT.glob(pattern):
            if path.is_file():
                assert outside_hosts(path.read_text()) == [], path.name


@pytest.mark.parametrize(
    "text", ["https://pkg.test.org/simple", "git+ssh://git@code.test.org/x", "http://10.0.0.1:80/"]
)
def test_outside_host_is_found(text):
    assert len(outside_hosts(text)) == 1
    assert URL.search(text)


@pytest.mark.parametrize(
    "text",
    ["http://127.0.0.1:8000", "redis://redis:6379/0", "https://talent.example", "http://$host/"],
)
def test_own_host_is_no_offence(text):
    assert outside_hosts(text) == []


def test_every_pin_has_a_hash():
    for name in ("requirements.txt", "requirements-dev.txt"):
        blocks = re.split(r"\n(?=\S)", (ROOT / name).read_text())
        pins = [block for block in blocks if "==" in block.partition("\n")[0]]
        assert pins
        assert [block.partition("\n")[0] for block in pins if "--hash=sha256:" not in block] == []
