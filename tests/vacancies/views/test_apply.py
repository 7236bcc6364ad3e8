import pytest
from django.urls import reverse

from tests.factories import ApplicationFactory, PositionFactory, UserFactory
from vacancies.models import Application

pytestmark = [pytest.mark.integration, pytest.mark.django_db]
SHEET = {
    "name": "周小满", "id_number": "519901199906150289", "education": "21",
    "school": "澄溪师范学院", "major": "小学教育", "graduated_on": "2021-06-30", "is_true": "on",
}  # fmt: skip


def test_apply_visitor_is_led_to_sign_in(client):
    response = client.get(reverse("vacancies:apply", args=[PositionFactory().pk]))
    assert response.status_code == 302
    assert reverse("account_login") in response.url


def test_apply_hidden_position_is_not_found(client):
    client.force_login(UserFactory())
    position = PositionFactory(notice__is_public=False)
    assert client.get(reverse("vacancies:apply", args=[position.pk])).status_code == 404


@pytest.mark.parametrize("name", ["my_application", "withdraw"])
def test_my_application_of_somebody_else_is_not_found(client, name):
    application = ApplicationFactory()
    client.force_login(UserFactory())
    url = reverse(f"vacancies:{name}", args=[application.number])
    assert client.post(url).status_code == 404


def test_apply_whole_way(client):
    client.force_login(UserFactory())
    page = client.get(reverse("vacancies:apply", args=[PositionFactory().pk]), follow=True)
    assert "尚未提交" in page.text
    url = page.redirect_chain[-1][0]
    page = client.post(url, SHEET, follow=True)
    assert "已提交，等待初审" in page.text


def test_row_21_wrong_input_is_named_and_nothing_is_lost(client):
    client.force_login(UserFactory())
    page = client.get(reverse("vacancies:apply", args=[PositionFactory().pk]), follow=True)
    url = page.redirect_chain[-1][0]
    page = client.post(url, SHEET | {"id_number": "519901199906150280"})
    assert "身份证号不对" in page.text
    assert "澄溪师范学院" in client.get(url).text
    assert Application.objects.get().status == "draft"


def test_row_27_receipt_shows_masked_name_only(client):
    application = ApplicationFactory(submitted=True)
    page = client.get(reverse("vacancies:receipt_verify", args=[application.verify_code]))
    assert "周*满" in page.text
    assert "周小满" not in page.text


def test_receipt_of_a_withdrawn_application_says_so(client):
    application = ApplicationFactory(submitted=True, status="withdrawn")
    page = client.get(reverse("vacancies:receipt_verify", args=[application.verify_code]))
    assert "已由本人撤回" in page.text
    assert "回执有效" not in page.text


def test_receipt_of_a_draft_is_not_found(client):
    application = ApplicationFactory()
    url = reverse("vacancies:receipt_verify", args=[application.verify_code])
    assert client.get(url).status_code == 404


def test_my_home_lists_my_applications(client):
    application = ApplicationFactory(submitted=True)
    client.force_login(application.person.user)
    page = client.get(reverse("portal:my"))
    assert application.number in page.text
