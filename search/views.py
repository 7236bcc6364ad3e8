from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.utils.cache import patch_vary_headers
from django.views.decorators.http import require_safe

from search.page import Query, build
from search.service import SearchUnavailable


@require_safe
def search_page(request: HttpRequest) -> HttpResponse:
    """The search page; its address says everything, so it can be passed on."""
    query = Query.read(request.GET)
    try:
        found = build(query)
    except SearchUnavailable:
        return render(request, "search/unavailable.html", {"query": query}, status=503)
    response = render(request, "search/search.html", {"found": found, "query": query})
    patch_vary_headers(response, ["HX-Request"])
    return response
