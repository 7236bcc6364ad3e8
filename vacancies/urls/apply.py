from django.urls import path

from vacancies.views import apply

urlpatterns = [
    path("my/apply/<int:pk>/", apply.start, name="apply"),
    path("my/applications/<str:number>/", apply.application_page, name="my_application"),
    path("my/applications/<str:number>/withdraw/", apply.withdraw, name="withdraw"),
    path("verify/<str:code>/", apply.verify, name="receipt_verify"),
]
