from django.apps import AppConfig
from django.utils.translation import gettext_lazy as _


class PeopleConfig(AppConfig):
    name = "people"
    verbose_name = _("人员")

    def ready(self) -> None:
        from office.messages import use_address_book
        from people.phones import addresses_of

        use_address_book(addresses_of)
