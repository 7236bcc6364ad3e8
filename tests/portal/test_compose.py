"""The production file is valid and names exactly the variables the settings read."""

import os
import re
import shutil
import subprocess
from pathlib import Path

import pytest

pytestmark = pytest.mark.unit
ROOT = Path(__file__).resolve().parents[2]
# Set by the image, or never in production.
NOT_IN_COMPOSE = {
    "DEBUG", "DEMO", "DATA_DIR", "TALENT_SAMPLE_DATA", "SEARCH_PATH", "SECURE_SSL_REDIRECT",
    "STAFF_SECOND_FACTOR",
}  # fmt: skip


def read_by_settings() -> set[str]:
    text = (ROOT / "portal" / "settings.py").read_text()
    return set(re.findall(r"env\.\w+\(\s*\"([A-Z0-9_]+)\"", text))


def given_by_compose() -> set[str]:
    text = (ROOT / "docker-compose.yml").read_text()
    block = text.split("environment: &environment")[1].split("volumes:")[0]
    return set(re.findall(r"^    ([A-Z0-9_]+):", block, re.MULTILINE))


def test_compose_gives_what_the_settings_read():
    assert given_by_compose() == read_by_settings() - NOT_IN_COMPOSE


def test_operations_lists_every_setting():
    text = (ROOT / "docs" / "operations.md").read_text()
    assert [name for name in sorted(read_by_settings()) if f"`{name}`" not in text] == []


def test_compose_file_is_valid():
    tool = shutil.which("docker-compose")
    if tool is None:
        assert os.environ.get("CI") != "true", "docker-compose is missing in CI"
        pytest.skip("docker-compose is not installed here")
    names = ("SECRET_KEY", "FIELD_KEYS", "INDEX_KEY", "POSTGRES_PASSWORD", "ALLOWED_HOSTS",
             "BASE_URL", "EMAIL_HOST")  # fmt: skip
    environment = os.environ | dict.fromkeys(names, "x")
    done = subprocess.run(
        [tool, "config", "-q"], cwd=ROOT, env=environment, capture_output=True, text=True
    )
    assert done.returncode == 0, done.stderr
