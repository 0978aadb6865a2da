"""Tags for public pages: an entry, and the menu of domains and items."""

from __future__ import annotations

from typing import Any

from django import template
from django.urls import reverse

from .. import catalogue, configuration, reading
from ..refusal import language

register = template.Library()


@register.inclusion_tag("gongkai_wagtail/entry.html")
def gongkai_entry(entry: Any) -> dict[str, Any]:
    """The entry to be read, in an element of class ``gongkai-entry``; it needs no script."""
    return {"reading": reading.read(entry)}


@register.inclusion_tag("gongkai_wagtail/nav.html")
def gongkai_nav(href: str = "", current: str = "") -> dict[str, Any]:
    """The menu; ``href`` is the address of an item with ``{domain}`` and ``{item}``, else that of this app's page.

    Inside stand plain links to all items, for browsers that cannot draw it.
    """
    href = href or reverse("gongkai_wagtail:menu") + "{domain}/{item}/"
    domains = [
        {
            "name": domain["name"],
            "items": [
                {"name": item["name"], "href": href.format(domain=domain["id"], item=item["id"])}
                for category in domain["categories"]
                for item in category["items"]
            ],
        }
        for domain in catalogue.domains()
    ]
    return {
        "domains": domains,
        "href": href,
        "current": current,
        "source": configuration.address() + "navigation.json",
        "script": configuration.address() + "gongkai.js",
        "lang": language(),
    }
