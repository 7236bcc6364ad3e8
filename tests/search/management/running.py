"""Run a command as another tool does: its JSON and its exit code."""

import json
from io import StringIO

from django.core.management import call_command


def run(*args: str) -> tuple[dict, int]:
    out, code = StringIO(), 0
    try:
        call_command(*args, "--json", stdout=out, stderr=StringIO())
    except SystemExit as left:
        code = left.code
    return json.loads(out.getvalue() or "{}"), code
