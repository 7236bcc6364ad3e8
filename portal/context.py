"""What every template may ask for."""

from django.conf import settings
from django.http import HttpRequest
from django.utils.functional import SimpleLazyObject

from office.workbench import menu_for
from people.roles import memberships_of, roles_of


def site(request: HttpRequest) -> dict:
    """`site_name`, `demo`, and lazily `work_menu` and `is_staff_member` for the signed-in."""
    user = getattr(request, "user", None)
    return {
        "site_name": settings.WAGTAIL_SITE_NAME,
        "demo": settings.DEMO,
        "work_menu": SimpleLazyObject(lambda: menu_for(user) if user else []),
        "work_memberships": SimpleLazyObject(lambda: memberships_of(user) if user else []),
        "is_staff_member": SimpleLazyObject(lambda: bool(user and roles_of(user))),
    }
