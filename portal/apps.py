from django.apps import AppConfig
from django.utils.translation import gettext_lazy as _


class PortalConfig(AppConfig):
    name = "portal"
    verbose_name = _("人才门户")

    def ready(self) -> None:
        from portal import checks, timers  # noqa: F401, PLC0415 registers system checks and timers
