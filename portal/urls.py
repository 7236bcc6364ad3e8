"""The four doors: `/` public site, `/my/` my space, `/work/` workbench, `/cms/` editors."""

from django.conf.urls.i18n import i18n_patterns
from django.urls import include, path
from wagtail import urls as wagtail_urls
from wagtail.admin import urls as cms_urls
from wagtail.documents import urls as document_urls

from portal.views.health import health
from portal.views.landing import cms_door, landing, my_home, work_home
from portal.views.styleguide import styleguide

app_urls = (
    [
        path("landing/", landing, name="landing"),
        path("my/", my_home, name="my"),
        path("work/", work_home, name="work"),
    ],
    "portal",
)

urlpatterns = [
    path("health/", health, name="health"),
    path("cms-door/", cms_door, name="cms_door"),
    path("cms/", include(cms_urls)),
    path("documents/", include(document_urls)),
]
urlpatterns += i18n_patterns(
    path("accounts/", include("allauth.urls")),
    path("", include(app_urls)),
    path("styleguide/", styleguide, name="styleguide"),
    path("", include("search.urls")),
    path("", include("people.urls")),
    path("", include("vacancies.urls")),
    path("", include(wagtail_urls)),
    prefix_default_language=False,
)
