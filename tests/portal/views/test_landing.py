import pytest
from django.urls import reverse

from tests.factories import MembershipFactory, UserFactory

pytestmark = [pytest.mark.integration, pytest.mark.django_db]


def test_cms_visitor_is_led_to_sign_in_and_back(client):
    page = client.get("/cms/", follow=True)
    assert page.redirect_chain[-1][0] == f"{reverse('account_login')}?next=/cms/"


@pytest.mark.parametrize("make", [UserFactory, lambda: MembershipFactory().user])
def test_cms_signed_in_without_the_right_finds_nothing(client, make):
    client.force_login(make())
    page = client.get("/cms/", follow=True)
    assert page.status_code == 404


def test_landing_leads_each_to_the_own_door(client):
    client.force_login(UserFactory())
    assert client.get(reverse("portal:landing")).url == reverse("portal:my")
    client.force_login(MembershipFactory().user)
    assert client.get(reverse("portal:landing")).url == reverse("portal:work")
