"""The block of a stream that holds an entry."""

from __future__ import annotations

from typing import Any

from django import forms
from django.templatetags.static import static
from wagtail.admin.telepath import register
from wagtail.blocks import FieldBlock
from wagtail.blocks.field_block import FieldBlockAdapter

from .form_field import EntryFormField
from .widget import EntryWidget


class EntryBlock(FieldBlock):
    """An entry of one item, ``PACK/ITEM``; the stream stores it as plain JSON."""

    def __init__(self, item: str, required: bool = True, help_text: str | None = None, **kwargs: Any) -> None:
        self.item = item
        self.field = EntryFormField(
            item=item, required=required, help_text=help_text, widget=EntryWidget(attrs={"data-item": item})
        )
        super().__init__(**kwargs)

    def defer_required_validation(self) -> None:
        super().defer_required_validation()
        self.field.is_deferred_validation = True

    def restore_deferred_validation(self) -> None:
        self.field.is_deferred_validation = False
        super().restore_deferred_validation()

    def value_from_form(self, value: Any) -> Any:
        """Text that is no entry stays text until it is refused, so that it can be shown again."""
        if isinstance(value, str):
            return self.field.bound_data(value, None) if value else None
        return value

    def value_for_form(self, value: Any) -> Any:
        return self.field.prepare_value(value)

    def get_searchable_content(self, value: Any) -> list[str]:
        return [value["title"]] if isinstance(value, dict) and isinstance(value.get("title"), str) else []

    class Meta:
        icon = "form"
        template = "gongkai_wagtail/block.html"


class EntryBlockAdapter(FieldBlockAdapter):
    """The same in the editor, with a script that hands the report to the form."""

    js_constructor = "gongkai.EntryBlock"

    @property
    def media(self) -> forms.Media:
        return super().media + forms.Media(js=[static("gongkai_wagtail/block.js")])


register(EntryBlockAdapter(), EntryBlock)
