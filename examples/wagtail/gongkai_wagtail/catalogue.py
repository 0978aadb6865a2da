"""Domains and items by name, as the menu has them."""

from __future__ import annotations

import json
from functools import cache
from typing import Any

from . import configuration


@cache
def domains() -> list[dict[str, Any]]:
    """The domains of ``navigation.json`` in their order, with categories and items."""
    text = (configuration.folder() / "navigation.json").read_text(encoding="utf-8")
    return json.loads(text)["domains"]


def item_choices() -> list[tuple[str, list[tuple[str, str]]]]:
    """All items as the groups of a choice; values are ``PACK/ITEM``."""
    return [
        (domain["name"], [(f"{domain['id']}/{item['id']}", item["name"]) for item in _items(domain)])
        for domain in domains()
    ]


@cache
def item_names() -> dict[str, tuple[str, str]]:
    """Names of domain and item by ``PACK/ITEM``."""
    return {
        f"{domain['id']}/{item['id']}": (domain["name"], item["name"])
        for domain in domains()
        for item in _items(domain)
    }


def _items(domain: dict[str, Any]) -> list[dict[str, Any]]:
    return [item for category in domain["categories"] for item in category["items"]]
