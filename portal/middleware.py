"""Two policies that depend on which door a request came in by."""

from collections.abc import Callable

from csp.constants import SELF, UNSAFE_INLINE
from django.conf import settings
from django.http import HttpRequest, HttpResponse
from django.utils.cache import patch_cache_control, patch_vary_headers

Handler = Callable[[HttpRequest], HttpResponse]
PRIVATE_DOORS = ("/my/", "/work/", "/cms/", "/accounts/", "/en/my/", "/en/work/", "/en/accounts/")


class CmsContentPolicyMiddleware:
    """Wagtail's admin needs inline script and style; only `/cms/` gets them."""

    def __init__(self, get_response: Handler) -> None:
        self.get_response = get_response

    def __call__(self, request: HttpRequest) -> HttpResponse:
        response = self.get_response(request)
        if request.path.startswith("/cms/"):
            response._csp_replace = {  # noqa: SLF001 the documented hook of django-csp's decorators
                "script-src": [SELF, UNSAFE_INLINE],
                "style-src": [SELF, UNSAFE_INLINE],
            }
        return response


class PublicCacheMiddleware:
    """Anonymous public pages may be kept for a minute by browsers and by nginx."""

    def __init__(self, get_response: Handler) -> None:
        self.get_response = get_response

    def __call__(self, request: HttpRequest) -> HttpResponse:
        response = self.get_response(request)
        if self.is_public(request, response):
            patch_cache_control(response, public=True, max_age=60)
        elif request.path.startswith(PRIVATE_DOORS):
            patch_cache_control(response, private=True, no_store=True)
        patch_vary_headers(response, ["Cookie"])
        return response

    @staticmethod
    def is_public(request: HttpRequest, response: HttpResponse) -> bool:
        """No cookie came, none is set, and the door is open to all."""
        return (
            request.method == "GET"
            and response.status_code == 200  # noqa: PLR2004
            and settings.SESSION_COOKIE_NAME not in request.COOKIES
            and not response.cookies
            and not response.has_header("Cache-Control")
            and not request.path.startswith(PRIVATE_DOORS)
        )
