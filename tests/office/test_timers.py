import json

import pytest
from django.core.management import call_command

from office import messages, timers
from office.models import Delivery

pytestmark = [pytest.mark.integration, pytest.mark.django_db]


def test_run_due_twice_moves_nothing_twice():
    messages.post("sms", "19900000001", "text")
    assert timers.run_due()["deliver"] == 1
    assert timers.run_due()["deliver"] == 0
    assert Delivery.objects.get().attempts == 1


def test_timer_is_registered_under_its_name(monkeypatch):
    monkeypatch.setattr(timers, "_timers", {})
    timers.timer("three")(lambda _now: 3)
    assert timers.run_due() == {"three": 3}


def test_run_due_command_answers_json(capsys):
    call_command("run_due", "--json")
    assert {"deliver", "revive"} <= set(json.loads(capsys.readouterr().out))
