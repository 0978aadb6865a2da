"""The entries that an object of the site holds, in fields of their own and in the blocks of its streams."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any

from django.db import models
from wagtail.blocks import ListBlock, StreamBlock, StructBlock
from wagtail.fields import StreamField

from .asked_item import item_of, named_item
from .block import EntryBlock
from .field import EntryField


@dataclass(frozen=True)
class Held:
    """One entry, the field it is in and the item it has to be of."""

    field: str
    item: str
    entry: Any


def fields_of(model: type[models.Model]) -> list[models.Field]:
    """The fields of a model in which entries can stand."""
    return [field for field in model._meta.concrete_fields if isinstance(field, (EntryField, StreamField))]


def entries_of(instance: models.Model) -> list[Held]:
    """All entries in an object. An empty field that may be empty holds none."""
    found = []
    for field in fields_of(type(instance)):
        value = getattr(instance, field.attname)
        if isinstance(field, StreamField):
            entries = _in_block(field.stream_block, value)
            found += [Held(field.name, block.item or named_item(entry), entry) for block, entry in entries]
        elif value is not None or not field.blank:
            found.append(Held(field.name, item_of(field.item, instance) or named_item(value), value))
    return found


def items_in(block: Any) -> set[str]:
    """The items, ``PACK/ITEM``, of which a block can hold entries, in the blocks inside of it too."""
    if isinstance(block, EntryBlock):
        return {block.item}
    inside = [block.child_block] if isinstance(block, ListBlock) else getattr(block, "child_blocks", {}).values()
    return set().union(*map(items_in, inside))


def _in_block(block: Any, value: Any) -> Iterator[tuple[EntryBlock, Any]]:
    if isinstance(block, EntryBlock):
        if value is not None:
            yield block, value
    elif isinstance(block, StreamBlock):
        for child in value or ():
            yield from _in_block(child.block, child.value)
    elif isinstance(block, ListBlock):
        for child in value or ():
            yield from _in_block(block.child_block, child)
    elif isinstance(block, StructBlock):
        for name, child in block.child_blocks.items():
            yield from _in_block(child, (value or {}).get(name))
