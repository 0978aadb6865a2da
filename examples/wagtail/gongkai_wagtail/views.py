"""Pages for citizens: the menu, and what is public of an item."""

from __future__ import annotations

from typing import Any

from django.http import Http404
from django.template.loader import select_template
from django.views.generic import ListView, TemplateView
from django.views.generic.base import ContextMixin
from wagtail.models import Site
from wagtail.query import PageQuerySet

from . import catalogue
from .judge import NoVerdict, judge
from .public import entries_on, pages_with
from .refusal import title_of


class InSite(ContextMixin):
    """The page stands in the site's ``base.html``, in a plain one where the site has none."""

    def get_context_data(self, **kwargs: Any) -> dict[str, Any]:
        base = select_template(["base.html", "gongkai_wagtail/base.html"])
        return super().get_context_data(base=base, **kwargs)


class MenuView(InSite, TemplateView):
    """The menu of domains and items."""

    template_name = "gongkai_wagtail/menu.html"


class ItemView(InSite, ListView):
    """The public entries of an item, and what the guideline asks for."""

    template_name = "gongkai_wagtail/item.html"
    paginate_by = 20

    def get_queryset(self) -> PageQuerySet:
        self.item = f"{self.kwargs['domain']}/{self.kwargs['item']}"
        site = Site.find_for_request(self.request)
        if site is None or self.item not in catalogue.item_names():
            raise Http404
        return pages_with(self.item, site.root_page)

    def get_context_data(self, **kwargs: Any) -> dict[str, Any]:
        context = super().get_context_data(**kwargs)
        domain, item = catalogue.item_names()[self.item]
        entries = [{"page": page, "title": title_of(held.entry)} for page in context["page_obj"] for held in entries_on(page, self.item)]
        return {**context, "domain_name": domain, "item_name": item, "entries": entries, **_asked(self.item)}


def _asked(item: str) -> dict[str, Any]:
    """What the guideline asks for; nothing while the validator cannot be asked."""
    try:
        model = judge().form(item)
    except NoVerdict:
        return {}
    return {"guidance": model["guidance"], "channels": model["channels"]}
