import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext
from django.urls import reverse

from people.enums import Role
from people.models import ReadLog
from tests.factories.people import MembershipFactory
from tests.factories.vacancies import ApplicationFactory, ConditionFactory
from vacancies.enums import ApplicationStatus as S
from vacancies.models import Judgement

pytestmark = [pytest.mark.integration, pytest.mark.django_db]

ID = "519901199906150010"
VERBS = (
    "claim",
    "release",
    "judge",
    "pass",
    "confirm",
    "note",
    "reject",
    "return",
    "overturn",
    "recheck-return",
)


@pytest.fixture
def application():
    row = ApplicationFactory(submitted=True)
    row.snapshot = {"version": 1, "name": "周小满", "id_number": ID}
    row.save()
    return row


@pytest.fixture
def reviewer(client, application):
    user = MembershipFactory(unit=application.position.unit).user
    client.force_login(user)
    return user


def at(name, *args):
    return reverse(f"vacancies:{name}", args=args)


def act(client, application, verb, **data):
    return client.post(at("work_act", application.number, verb), data)


@pytest.mark.parametrize(
    "role", [None, Role.EDITOR, Role.UNIT_REVIEWER, Role.PERSONNEL, Role.SUPERVISOR]
)
def test_every_address_of_anothers_application_is_404(client, application, role):
    user = MembershipFactory(role=role).user if role else application.person.user
    client.force_login(user)
    number = application.number
    assert client.get(at("work_application", number)).status_code == 404
    assert client.get(at("work_document", number, 1)).status_code == 404
    assert client.post(at("work_reveal", number), {"purpose": "x"}).status_code == 404
    for verb in VERBS:
        assert act(client, application, verb).status_code == 404
    assert not ReadLog.objects.exists()


@pytest.mark.parametrize("name", ["work_applications", "work_export"])
def test_applicant_finds_no_queue(client, application, name):
    client.force_login(application.person.user)
    assert client.get(at(name)).status_code == 404
    client.logout()
    assert client.get(at(name)).status_code == 302


@pytest.mark.parametrize("name", ["work_claim_next", "work_bulk_pass"])
def test_applicant_finds_no_act_on_the_queue(client, application, name):
    client.force_login(application.person.user)
    assert client.post(at(name), {"number": application.number}).status_code == 404


@pytest.mark.parametrize("role", [Role.UNIT_REVIEWER, Role.SUPERVISOR])
@pytest.mark.parametrize("name", ["work_claim_next", "work_bulk_pass"])
def test_acts_on_the_queue_leave_anothers_application_alone(client, application, name, role):
    client.force_login(MembershipFactory(role=role).user)
    client.post(at(name), {"number": application.number})
    application.refresh_from_db()
    assert (application.status, application.claimed_by) == (S.SUBMITTED, None)


@pytest.mark.usefixtures("reviewer")
def test_draft_is_404_for_reviewer(client, application):
    draft = ApplicationFactory(position=application.position)
    assert client.get(at("work_application", draft.number)).status_code == 404


@pytest.mark.usefixtures("reviewer")
def test_number_is_masked_until_purpose_is_given(client, application):
    assert ID not in client.get(at("work_application", application.number)).content.decode()
    assert (
        ID
        not in client.post(at("work_reveal", application.number), {"purpose": " "}).content.decode()
    )
    assert not ReadLog.objects.exists()
    assert (
        ID
        in client.post(at("work_reveal", application.number), {"purpose": "核对"}).content.decode()
    )
    assert ReadLog.objects.get().person == application.person


def test_row_28_claim_judge_pass(client, application, reviewer):
    condition = ConditionFactory(position=application.position)
    act(client, application, "claim")
    assert "还有 1 条" in act(client, application, "pass").content.decode()
    act(client, application, "judge", **{f"verdict-{condition.pk}": "met"})
    assert Judgement.objects.get().by == reviewer
    assert act(client, application, "pass").status_code == 302
    application.refresh_from_db()
    assert application.status == S.UNIT_PASSED
    stale = act(
        client, application, "reject", **{"reject-reason": "Z01", "reject-words": "学历不符"}
    )
    assert stale.status_code == 409
    assert "已有同事先处理了" in stale.content.decode()


@pytest.mark.usefixtures("reviewer")
def test_words_are_kept_when_reason_is_missing(client, application):
    act(client, application, "claim")
    page = act(
        client, application, "reject", **{"reject-reason": "", "reject-words": "学历不符合要求"}
    )
    assert "学历不符合要求" in page.content.decode()


@pytest.mark.usefixtures("reviewer")
def test_queue_asks_as_often_for_three_rows(client, application, django_assert_max_num_queries):
    url = at("work_applications")
    client.get(url)
    with CaptureQueriesContext(connection) as one:
        client.get(url)
    ApplicationFactory.create_batch(2, submitted=True, position=application.position)
    with django_assert_max_num_queries(len(one)):
        assert client.get(url).content.decode().count("CX26") >= 3


@pytest.mark.usefixtures("reviewer")
def test_export_needs_purpose_and_holds_no_number(client, application):
    assert (
        client.post(at("work_export"), {"purpose": ""})
        .headers["Content-Type"]
        .startswith("text/html")
    )
    book = client.post(at("work_export"), {"purpose": "报送名单"})
    assert book.content[:2] == b"PK"
    assert ReadLog.objects.get().case == application.number
