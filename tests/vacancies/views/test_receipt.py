import pytest
from django.urls import reverse

from tests.factories import ApplicationFactory, UserFactory

pytestmark = [pytest.mark.integration, pytest.mark.django_db]
DOORS = ("receipt", "receipt_pdf")


def _url(name, application):
    return reverse(f"vacancies:{name}", args=[application.number])


@pytest.mark.parametrize("name", DOORS)
def test_receipt_visitor_is_led_to_sign_in(client, name):
    response = client.get(_url(name, ApplicationFactory(submitted=True)))
    assert response.status_code == 302
    assert reverse("account_login") in response.url


@pytest.mark.parametrize("name", DOORS)
def test_receipt_of_somebody_else_is_not_found(client, name):
    client.force_login(UserFactory())
    assert client.get(_url(name, ApplicationFactory(submitted=True))).status_code == 404


@pytest.mark.parametrize("name", DOORS)
def test_receipt_of_a_draft_is_not_found(client, name):
    application = ApplicationFactory()
    client.force_login(application.person.user)
    assert client.get(_url(name, application)).status_code == 404


def test_row_27_receipt_page_has_number_code_and_masked_id(client):
    application = ApplicationFactory(
        submitted=True, snapshot={"version": 1, "id_number": "519901199906150289"}
    )
    client.force_login(application.person.user)
    page = client.get(_url("receipt", application))
    assert application.number in page.text
    assert "<svg" in page.text
    assert "519901********0289" in page.text
    assert "519901199906150289" not in page.text


def test_row_27_receipt_file_is_one_pdf_page(client):
    application = ApplicationFactory(submitted=True)
    client.force_login(application.person.user)
    response = client.get(_url("receipt_pdf", application))
    assert response.headers["Content-Type"] == "application/pdf"
    assert application.number in response.headers["Content-Disposition"]
    assert response.content.startswith(b"%PDF")
    assert response.content.count(b"/Type /Page\n") == 1
