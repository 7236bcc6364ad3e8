from django.apps import AppConfig
from django.utils.translation import gettext_lazy as _


class VacanciesConfig(AppConfig):
    name = "vacancies"
    verbose_name = _("招聘")

    def ready(self) -> None:
        from office.workbench import MenuItem, register  # noqa: PLC0415
        from vacancies import publishing, tasks, timers  # noqa: F401, PLC0415 — registered once models are loaded
        from vacancies.permissions import may_enter, may_import  # noqa: PLC0415
        from vacancies.queues import open_items  # noqa: PLC0415

        register(
            MenuItem(
                _("招聘"),
                _("报名审核"),
                "vacancies:work_applications",
                "w-review",
                may_enter,
                open_items,
            )
        )
        register(MenuItem(_("招聘"), _("岗位表导入"), "vacancies:imports", "w-import", may_import))
        publishing.connect()
