import pytest
from django.urls import reverse

from office.models import Delivery
from tests.factories import MembershipFactory, UserFactory

pytestmark = [pytest.mark.integration, pytest.mark.django_db]
PASSWORD = "澄溪-demo-2026"


@pytest.mark.parametrize("name", ["account_login", "account_signup", "account_request_login_code"])
def test_account_pages_stand_in_the_portals_frame(client, name):
    page = client.get(reverse(name))
    assert page.status_code == 200
    assert 'id="main"' in page.text


def test_sign_in_by_user_name_leads_to_ones_own_door(client):
    user = UserFactory()
    page = client.post(
        reverse("account_login"), {"login": user.username, "password": PASSWORD}, follow=True
    )
    assert page.redirect_chain[-1][0] == reverse("portal:my")


def test_sign_in_as_staff_leads_to_the_workbench(client):
    user = MembershipFactory().user
    page = client.post(
        reverse("account_login"), {"login": user.username, "password": PASSWORD}, follow=True
    )
    assert page.redirect_chain[-1][0] == reverse("portal:work")


def test_sign_up_by_phone_code(client):
    form = {"phone": "199 0000 9876", "username": "xiaoman", "password1": PASSWORD}
    client.post(reverse("account_signup"), form)
    with_code = Delivery.objects.get(is_secret=True)
    assert with_code.address == "19900009876"


def test_wrong_password_is_refused_without_telling_which(client):
    user = UserFactory()
    page = client.post(reverse("account_login"), {"login": user.username, "password": "x"})
    assert page.status_code == 200
    assert "_auth_user_id" not in client.session


def test_staff_without_second_factor_are_led_to_it(client, settings):
    settings.STAFF_SECOND_FACTOR = True
    client.force_login(MembershipFactory().user)
    assert client.get(reverse("portal:work")).url == reverse("mfa_activate_totp")


def test_workbench_of_an_applicant_is_not_found(client):
    client.force_login(UserFactory())
    assert client.get(reverse("portal:work")).status_code == 404
