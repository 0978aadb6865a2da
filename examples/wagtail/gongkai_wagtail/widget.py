"""The control for an entry: ``<gongkai-form>`` in place of a text area, which stays where it cannot be drawn."""

from __future__ import annotations

import json
from typing import Any

from django import forms
from django.templatetags.static import static
from django.utils.html import format_html
from wagtail.admin.staticfiles import versioned_static
from wagtail.admin.telepath import register
from wagtail.admin.telepath.widgets import WidgetAdapter

from . import catalogue, configuration
from .asked_item import named_item
from .refusal import language


class Module:
    """A script that is a module, as an asset of a form."""

    def __init__(self, address: str) -> None:
        self.address = address

    def __html__(self) -> str:
        return format_html('<script type="module" src="{}"></script>', self.address)

    __str__ = __html__

    def __eq__(self, other: object) -> bool:
        return isinstance(other, Module) and other.address == self.address

    def __hash__(self) -> int:
        return hash(self.address)


class EntryWidget(forms.Textarea):
    """A text area with the entry as JSON, and the form that takes its place.

    ``data-item`` among the attributes names the item; without it the entry's own item counts. ``data-report`` is the
    report of the server that comes back with a refused entry, ``data-reasons`` the same in a sentence.
    """

    template_name = "gongkai_wagtail/widget.html"
    show_add_comment_button = False
    # The text area is hidden while the form is drawn, and a browser cannot point at what is hidden.
    use_required_attribute = staticmethod(lambda initial: False)

    def __init__(self, attrs: dict[str, Any] | None = None) -> None:
        super().__init__({"rows": "12", "spellcheck": "false", **(attrs or {})})

    def get_context(self, name: str, value: Any, attrs: dict[str, Any] | None) -> dict[str, Any]:
        context = super().get_context(name, value, attrs)
        given = context["widget"]["attrs"]
        item = given.pop("data-item", "") or _item_in(value)
        context["form"] = {
            "pack": pack_address(item),
            "item": item.partition("/")[2],
            "report": given.pop("data-report", ""),
            "reasons": given.pop("data-reasons", ""),
            "publisher": configuration.publisher(),
            "region": configuration.region(),
            "lang": language(),
        }
        return context

    @property
    def media(self) -> forms.Media:
        """Wagtail's script for controls comes before ours, which adds one to it."""
        module = Module(configuration.address() + "gongkai.js")
        scripts = [module, versioned_static("wagtailadmin/js/telepath/widgets.js"), static("gongkai_wagtail/widget.js")]
        return forms.Media(js=scripts, css={"all": [static("gongkai_wagtail/editor.css")]})


class EntryWidgetAdapter(WidgetAdapter):
    """The control in blocks of streams: the form is drawn when the text area has its value."""

    js_constructor = "gongkai.EntryWidget"


register(EntryWidgetAdapter(), EntryWidget)


class ItemSelect(forms.Select):
    """A choice of all items, grouped by domain."""

    def optgroups(self, name: str, value: Any, attrs: dict[str, Any] | None = None):
        self.choices = [("", "—"), *catalogue.item_choices()]
        return super().optgroups(name, value, attrs)


def pack_address(item: str) -> str:
    """Where browsers find the pack of ``PACK/ITEM``."""
    pack, slash, _item = item.partition("/")
    return f"{configuration.address()}packs/{pack}.json" if pack and slash else ""


def _item_in(value: Any) -> str:
    try:
        entry = json.loads(value) if isinstance(value, str) else {}
    except (ValueError, RecursionError):
        return ""
    return named_item(entry)
