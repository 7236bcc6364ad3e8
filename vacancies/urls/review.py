from django.urls import path

from vacancies.views import review

urlpatterns = [
    path("work/applications/", review.queue, name="work_applications"),
    path("work/applications/claim-next/", review.claim_next, name="work_claim_next"),
    path("work/applications/bulk-pass/", review.bulk_pass, name="work_bulk_pass"),
    path("work/applications/export/", review.export, name="work_export"),
    path("work/applications/<str:number>/", review.application_page, name="work_application"),
    path("work/applications/<str:number>/reveal/", review.reveal, name="work_reveal"),
    path(
        "work/applications/<str:number>/documents/<int:pk>/", review.document, name="work_document"
    ),
    path("work/applications/<str:number>/<slug:verb>/", review.act, name="work_act"),
]
