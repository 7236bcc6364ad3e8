"""Addresses of the position table's way into a notice, on the workbench."""

from django.urls import path

from vacancies.views import imports

urlpatterns = [
    path("work/imports/", imports.listing, name="imports"),
    path("work/imports/new/", imports.start, name="import_start"),
    path("work/imports/template.xlsx", imports.template, name="import_template"),
    path("work/imports/<int:pk>/", imports.resume, name="import_resume"),
    path("work/imports/<int:pk>/columns/", imports.columns, name="import_columns"),
    path("work/imports/<int:pk>/preview/", imports.preview, name="import_preview"),
    path("work/imports/<int:pk>/mend/", imports.mend, name="import_mend"),
    path("work/imports/<int:pk>/progress/", imports.progress, name="import_progress"),
    path("work/imports/<int:pk>/cancel/", imports.cancel, name="import_cancel"),
    path("work/imports/<int:pk>/undo/", imports.undo, name="import_undo"),
    path("work/imports/<int:pk>/report/", imports.report, name="import_report"),
    path("work/imports/<int:pk>/report.xlsx", imports.report_file, name="import_report_file"),
    path("work/notices/<int:pk>/positions.xlsx", imports.annex, name="positions_export"),
]
