"""The model field that holds an entry."""

from __future__ import annotations

from typing import Any

from django.core.exceptions import ValidationError
from django.db import models
from django.utils.translation import gettext_lazy as _


class EntryField(models.JSONField):
    """An entry, ``gongkai-entry/1``, as plain JSON in the database.

    ``item`` is ``PACK/ITEM`` where all objects of the model hold entries of one item. Where they do not, the model has
    a method ``gongkai_item(parent)`` that says it for one object; without that, entries name their item themselves.

    Drafts may hold any object; what becomes public is judged: see ``rule.py``.
    """

    description = _("An entry of the disclosure catalogue")

    def __init__(self, *args: Any, item: str = "", **kwargs: Any) -> None:
        self.item = item
        super().__init__(*args, **kwargs)

    def set_attributes_from_name(self, name: str) -> None:
        """Under its usual name it is called an entry in the language of whoever reads; migrations do not say so."""
        if self.verbose_name is None and name == "entry":
            self.verbose_name = _("entry")
        super().set_attributes_from_name(name)

    def deconstruct(self):
        """Migrations name Django's own field, so that they outlive this app."""
        name, _path, args, kwargs = super().deconstruct()
        return name, "django.db.models.JSONField", args, kwargs

    def validate(self, value: Any, model_instance: models.Model | None) -> None:
        super().validate(value, model_instance)
        if value is not None and not isinstance(value, dict):
            raise ValidationError(_("This is no entry."), code="no-entry")

    def formfield(self, **kwargs: Any):
        from .form_field import EntryFormField

        return super().formfield(**{"form_class": EntryFormField, "item": self.item, **kwargs})
