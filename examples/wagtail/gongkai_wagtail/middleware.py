"""Tells an editor why something was not published, where the page that was asked for would only fail."""

from __future__ import annotations

from django.contrib import messages
from django.http import HttpRequest, HttpResponse, HttpResponseRedirect
from django.urls import reverse
from django.utils.http import url_has_allowed_host_and_scheme

from .refusal import PublishingRefused


class RefusalMiddleware:
    """Bulk actions, approvals and copies of Wagtail's admin expect no refusal; their transaction is undone by then."""

    def __init__(self, get_response) -> None:
        self.get_response = get_response

    def __call__(self, request: HttpRequest) -> HttpResponse:
        return self.get_response(request)

    def process_exception(self, request: HttpRequest, exception: Exception) -> HttpResponse | None:
        """Back to where the editor came from, with the reasons; no answer to other exceptions and elsewhere."""
        home = reverse("wagtailadmin_home")
        if not isinstance(exception, PublishingRefused) or not request.path.startswith(home):
            return None
        for message in exception.messages:
            messages.error(request, message)
        origin = request.headers.get("Referer", "")
        is_ours = url_has_allowed_host_and_scheme(origin, {request.get_host()}, request.is_secure())
        return HttpResponseRedirect(origin if is_ours else home)
