"""The public pages that hold an entry of an item."""

from __future__ import annotations

from collections.abc import Iterable

from django.db import models
from django.db.models import F, Q
from django.db.models.functions import Cast
from wagtail.models import Page, get_page_models
from wagtail.query import PageQuerySet

from .asked_item import named_item
from .entries import Held, entries_of, fields_of, items_in
from .field import EntryField


def pages_with(item: str, root: Page) -> PageQuerySet:
    """The pages from ``root`` down with an entry of ``PACK/ITEM`` that everybody may read, the newest first."""
    holds = Q(pk__in=[])
    for model in get_page_models():
        for field in fields_of(model):
            holds |= Q(pk__in=_holders(model, field, item))
    pages = Page.objects.live().public().descendant_of(root, inclusive=True).filter(holds)
    return pages.order_by(F("first_published_at").desc(nulls_last=True), "-pk").specific()


def entries_on(page: Page, item: str) -> list[Held]:
    """The entries of ``PACK/ITEM`` on a page."""
    return [held for held in entries_of(page) if named_item(held.entry) == item]


def _holders(model: type[Page], field: models.Field, item: str) -> Iterable:
    pack, _slash, name = item.partition("/")
    if isinstance(field, EntryField):
        return model.objects.filter(**{f"{field.name}__pack": pack, f"{field.name}__item": name}).values("pk")
    if item not in items_in(field.stream_block):
        return []
    # Databases do not look into blocks inside of blocks: they name those that can be meant.
    written = model.objects.live().annotate(gongkai_written=Cast(field.name, models.TextField()))
    return [page.pk for page in written.filter(gongkai_written__contains=f'"{name}"') if entries_on(page, item)]
