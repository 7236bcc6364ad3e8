"""Settings of the suite: the portal's own, with files of its own and jobs run at once."""

import os
import tempfile
from pathlib import Path

os.environ.setdefault("DEMO", "1")
os.environ.setdefault("STAFF_SECOND_FACTOR", "0")

from portal.settings import *  # noqa: E402, F403
from portal.settings import DATABASES, SEARCH, STORAGES  # noqa: E402

_ROOM = os.environ.get("TEST_NAME", "suite")
_FILES = Path(tempfile.gettempdir()) / f"talent-test-{_ROOM}"
_FILES.mkdir(exist_ok=True)

DATA_DIR = _FILES
MEDIA_ROOT = _FILES / "media"
STORAGES = STORAGES | {
    "staticfiles": {"BACKEND": "django.contrib.staticfiles.storage.StaticFilesStorage"},
    "private": {
        "BACKEND": "django.core.files.storage.FileSystemStorage",
        "OPTIONS": {"location": _FILES / "private", "base_url": None},
    },
}
# A file, not memory: tests with threads share it.
if DATABASES["default"]["ENGINE"].endswith("sqlite3"):
    DATABASES["default"]["TEST"] = {"NAME": str(_FILES / "test.sqlite3")}
else:
    DATABASES["default"]["TEST"] = {"NAME": f"test_{_ROOM}"}
SEARCH = SEARCH | {"PATH": _FILES / "search.sqlite3", "PREFIX": f"test-{_ROOM}"}
TASKS = {"default": {"BACKEND": "django_tasks.backends.immediate.ImmediateBackend", "QUEUES": []}}
PASSWORD_HASHERS = ["django.contrib.auth.hashers.MD5PasswordHasher"]
EMAIL_BACKEND = "django.core.mail.backends.locmem.EmailBackend"
