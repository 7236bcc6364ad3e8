from django.apps import AppConfig
from django.utils.translation import gettext_lazy as _


class SearchConfig(AppConfig):
    name = "search"
    verbose_name = _("检索")

    def ready(self) -> None:
        from search import checks, kinds, outbox, tasks  # noqa: F401, PLC0415 — models must be loaded first

        outbox.connect()
