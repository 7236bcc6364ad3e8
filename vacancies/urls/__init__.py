"""Addresses of recruitment: public pages, my applications, the workbench."""

from vacancies.urls.apply import urlpatterns as apply_urls
from vacancies.urls.imports import urlpatterns as import_urls
from vacancies.urls.public import urlpatterns as public_urls
from vacancies.urls.review import urlpatterns as review_urls

app_name = "vacancies"
urlpatterns = [*public_urls, *apply_urls, *review_urls, *import_urls]
