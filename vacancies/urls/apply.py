from django.urls import path

from vacancies.views import apply, receipt

urlpatterns = [
    path("my/apply/<int:pk>/", apply.start, name="apply"),
    path("my/applications/<str:number>/", apply.application_page, name="my_application"),
    path("my/applications/<str:number>/withdraw/", apply.withdraw, name="withdraw"),
    path("my/applications/<str:number>/receipt/", receipt.page, name="receipt"),
    path("my/applications/<str:number>/receipt.pdf", receipt.file, name="receipt_pdf"),
    path("verify/<str:code>/", apply.verify, name="receipt_verify"),
]
