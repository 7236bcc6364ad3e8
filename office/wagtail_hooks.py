"""Reference data and the outbox in the editors' admin."""

from django.conf import settings
from django.utils.translation import gettext_lazy as _
from wagtail import hooks
from wagtail.admin.ui.tables import Column
from wagtail.admin.viewsets.model import ModelViewSet, ModelViewSetGroup
from wagtail.permission_policies import ModelPermissionPolicy
from wagtail.permissions import register_permission_policy

from office.models import CalendarDay, CatalogueEntry, Delivery, Discipline, Township, Unit


class UnitViewSet(ModelViewSet):
    model = Unit
    icon = "group"
    list_display = ["name", "kind", "parent", "is_hiring", "is_active"]
    list_filter = ["kind", "is_hiring", "is_active"]
    search_fields = ["name", "short_name"]
    form_fields = [
        "name", "short_name", "kind", "parent", "credit_code", "township", "address", "phone",
        "intro", "is_hiring", "is_active", "order",
    ]  # fmt: skip


class TownshipViewSet(ModelViewSet):
    model = Township
    icon = "site"
    list_display = ["name", "code"]
    form_fields = ["code", "name", "order"]


class DisciplineViewSet(ModelViewSet):
    model = Discipline
    icon = "tag"
    list_display = ["name", "code"]
    form_fields = ["code", "name", "order"]


class CatalogueViewSet(ModelViewSet):
    model = CatalogueEntry
    icon = "list-ul"
    list_display = ["label", "code", "catalogue", "valid_from", "valid_to"]
    list_filter = ["catalogue"]
    search_fields = ["code", "label"]
    form_fields = ["catalogue", "code", "label", "rank", "valid_from", "valid_to", "order"]


class CalendarViewSet(ModelViewSet):
    model = CalendarDay
    icon = "date"
    list_display = ["day", "is_working", "name", "is_invented"]
    list_filter = ["is_working", "is_invented"]
    form_fields = ["day", "is_working", "name"]


class ReadOnlyPolicy(ModelPermissionPolicy):
    """Whoever may view may view; nobody adds, changes or deletes."""

    def user_has_permission(self, user, action):
        return action == "view" and super().user_has_permission(user, action)

    def user_has_any_permission(self, user, actions):
        return any(self.user_has_permission(user, action) for action in actions)


# Before the viewset is built, or it takes Wagtail's own.
register_permission_policy(Delivery, ReadOnlyPolicy(Delivery))


def visible_text(row: Delivery) -> str:
    """The message; one-time codes are shown in the demo alone."""
    return "••••••" if row.is_secret and not settings.DEMO else row.text


class DeliveryViewSet(ModelViewSet):
    """The outbox: what was sent, tried again, or failed."""

    model = Delivery
    icon = "mail"
    menu_label = _("发送记录")
    list_display = [
        "created_at", "channel", Column("text", label=_("内容"), accessor=visible_text),
        "status", "attempts", "last_error",
    ]  # fmt: skip
    list_filter = ["channel", "status"]
    # The forms of a list that nobody may edit: Wagtail wants the attribute, the policy refuses.
    form_fields = ["status"]


class OfficeViewSetGroup(ModelViewSetGroup):
    menu_label = _("基础数据")
    menu_icon = "folder-open-inverse"
    items = (
        UnitViewSet, TownshipViewSet, DisciplineViewSet, CatalogueViewSet, CalendarViewSet,
        DeliveryViewSet,
    )  # fmt: skip


@hooks.register("register_admin_viewset")
def office_viewsets():
    """One group in the menu."""
    return OfficeViewSetGroup()
