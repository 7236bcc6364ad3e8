from django.apps import AppConfig
from django.utils.translation import gettext_lazy as _


class VacanciesConfig(AppConfig):
    name = "vacancies"
    verbose_name = _("招聘")

    def ready(self) -> None:
        from vacancies import tasks  # noqa: F401, PLC0415 — registers the jobs once models are loaded
