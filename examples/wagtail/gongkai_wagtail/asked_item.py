"""Which item an entry has to be of."""

from __future__ import annotations

from typing import Any

from django.core.exceptions import ObjectDoesNotExist


def item_of(fixed: str, instance: Any, parent: Any = None) -> str:
    """``PACK/ITEM`` as the field fixes it, else as the object's ``gongkai_item(parent)`` says; empty when neither does.

    ``parent`` is the page below which the object is being made, while it has no place of its own yet.
    """
    asked = getattr(instance, "gongkai_item", None)
    if fixed or asked is None:
        return fixed
    try:
        return asked(parent)
    except ObjectDoesNotExist:
        return ""


def named_item(entry: Any) -> str:
    """``PACK/ITEM`` as the entry names it itself."""
    if not isinstance(entry, dict):
        return ""
    return f"{entry.get('pack', '')}/{entry.get('item', '')}"
