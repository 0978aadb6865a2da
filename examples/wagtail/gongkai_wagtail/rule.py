"""The rule that all ways of publishing pass: what becomes public holds no entry with an error that blocks.

Django tells of every save beforehand, whoever saves: the editor, a bulk action, a workflow, the schedule, the API, a
program. It tells nothing of ``QuerySet.update``, ``bulk_create``, ``bulk_update`` and SQL, and fixtures and backups
have to load whatever they hold; ``manage.py gongkai_check`` finds what became public by these.
"""

from __future__ import annotations

from typing import Any

from django.db import models
from wagtail.models import DraftStateMixin, Page, Revision

from .entries import entries_of, fields_of
from .refusal import require_publishable


def require_all_publishable(instance: models.Model) -> None:
    """Raises ``PublishingRefused`` for the first entry of the object that may not become public."""
    for held in entries_of(instance):
        require_publishable(held.item, held.entry)


def guard(sender: type[models.Model], instance: Any, raw: bool, update_fields: Any, using: str, **_: Any) -> None:
    """Stands before every save; connected in ``apps.py``."""
    if raw:
        return
    if sender is Revision:
        _guard_schedule(instance, update_fields)
    elif sender is Page:
        _guard_shared_row(instance, update_fields, using)
    elif (fields := fields_of(sender)) and _is_public(instance):
        names = {"live", *(field.name for field in fields)}
        if _touches(update_fields, names) and not _is_public_already(instance, using):
            require_all_publishable(instance)


def _guard_schedule(revision: Revision, update_fields: Any) -> None:
    """What is to become public later is judged when that is planned: nobody is there when its time comes."""
    is_planned = revision.approved_go_live_at is not None
    model = revision.content_type.model_class()
    if is_planned and model and fields_of(model) and _touches(update_fields, {"approved_go_live_at", "content"}):
        require_all_publishable(revision.as_object())


def _guard_shared_row(page: Page, update_fields: Any, using: str) -> None:
    """The row that all kinds of pages share says whether a page is public; its entries stand in another one."""
    if page.pk is None or not page.live or not _touches(update_fields, {"live"}):
        return
    if Page.objects.using(using).filter(pk=page.pk, live=False).exists():
        require_all_publishable(page.specific)


def _is_public(instance: models.Model) -> bool:
    """What knows no drafts is public as soon as it is saved."""
    return instance.live if isinstance(instance, DraftStateMixin) else True


def _touches(update_fields: Any, names: set[str]) -> bool:
    return update_fields is None or not names.isdisjoint(update_fields)


def _is_public_already(instance: models.Model, using: str) -> bool:
    """Whether readers see just these entries now.

    A rule that has become stricter since does not keep a page from being moved, locked or renamed.
    """
    stored = type(instance)._base_manager.using(using).filter(pk=instance.pk).first()
    return stored is not None and _is_public(stored) and entries_of(stored) == entries_of(instance)
