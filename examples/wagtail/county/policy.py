"""The content security policy: nothing from elsewhere, no script and no style inside pages, WebAssembly allowed."""

from django.conf import settings
from django.urls import reverse

_PUBLIC = (
    "default-src 'self'; script-src 'self' 'wasm-unsafe-eval'; style-src 'self'; object-src 'none'; "
    "base-uri 'none'; form-action 'self'; frame-ancestors 'self'"
)
# Wagtail's editor sets styles of elements, runs a few lines inside its pages and draws pictures from data.
_ADMIN = (
    "default-src 'self'; script-src 'self' 'unsafe-inline' 'wasm-unsafe-eval'; style-src 'self' 'unsafe-inline'; "
    "img-src 'self' data: blob:; connect-src 'self'; object-src 'none'; base-uri 'none'; form-action 'self'; "
    "frame-ancestors 'self'"
)


class PolicyMiddleware:
    """Every answer carries the policy."""

    def __init__(self, get_response):
        self.get_response = get_response

    def __call__(self, request):
        response = self.get_response(request)
        is_admin = request.path.startswith(reverse("wagtailadmin_home"))
        # The page that Django shows of a failure while one works on the site has styles of its own.
        if not (settings.DEBUG and response.status_code == 500):
            response.headers.setdefault("Content-Security-Policy", _ADMIN if is_admin else _PUBLIC)
        return response
