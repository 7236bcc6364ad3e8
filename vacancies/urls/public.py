"""Addresses of the public pages beside the Wagtail tree."""

from django.urls import path

from vacancies.views import public

urlpatterns = [
    path("positions/<int:pk>/", public.position, name="position"),
    path("notices/feed/", public.NoticeFeed(), name="feed"),
    path("notices/<int:pk>/print/", public.notice_print, name="notice_print"),
]
