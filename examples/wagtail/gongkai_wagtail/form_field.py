"""The form field that edits an entry, and what it says when the entry may not be published."""

from __future__ import annotations

import json
from typing import Any

from django import forms
from django.core.exceptions import ValidationError
from django.forms.fields import InvalidJSONInput
from django.utils.translation import gettext_lazy as _

from .asked_item import item_of, named_item
from .refusal import require_publishable
from .widget import EntryWidget


class EntryBoundField(forms.BoundField):
    """The field in a form: the report that refused the entry stands in the form that comes back."""

    @property
    def errors(self):
        """The reasons are listed once, by the control with the report."""
        errors = super().errors
        told = [error.brief if _report(error) else message for error, message in zip(errors.as_data(), errors)]
        return errors.__class__(told, renderer=errors.renderer)

    def as_widget(self, widget=None, attrs=None, only_initial=False):
        attrs = dict(attrs or {})
        if self.field.item:
            attrs["data-item"] = self.field.item
        for error in super().errors.as_data():
            if report := _report(error):
                attrs["data-report"] = json.dumps(report, ensure_ascii=False)
                attrs["data-reasons"] = " ".join(error.messages)
        return super().as_widget(widget, attrs, only_initial)


class EntryFormField(forms.JSONField):
    """An entry as JSON, judged at stage publish unless a draft is being saved."""

    widget = EntryWidget
    default_error_messages = {"invalid": _("This is no entry; the text is kept as you typed it.")}

    def __init__(self, *args: Any, item: str = "", **kwargs: Any) -> None:
        self.item = item
        super().__init__(*args, **kwargs)

    def get_bound_field(self, form, field_name):
        """Forms ask for it before they clean: here it is known which object the form is about."""
        if isinstance(form, forms.BaseModelForm):
            self.item = item_of(self.item, form.instance, getattr(form, "parent_page", None))
        return EntryBoundField(form, self, field_name)

    def to_python(self, value: Any) -> Any:
        if value in self.empty_values:
            return None
        try:
            return _read(value)
        except (ValueError, RecursionError) as error:
            raise ValidationError(self.error_messages["invalid"], code="invalid") from error

    def validate(self, value: Any) -> None:
        # Wagtail sets it on the fields of a form whose draft is saved.
        if getattr(self, "is_deferred_validation", False):
            return
        super().validate(value)
        if value is not None:
            require_publishable(self.item or named_item(value), value)

    def bound_data(self, data: Any, initial: Any) -> Any:
        """What was posted, to be shown again; no entry comes back as it was typed."""
        if data is None or self.disabled:
            return super().bound_data(data, initial)
        try:
            return _read(data)
        except (ValueError, RecursionError):
            return InvalidJSONInput(data)

    def prepare_value(self, value: Any) -> Any:
        if isinstance(value, str) or value is None:
            return value or ""
        return json.dumps(value, ensure_ascii=False)

    def has_changed(self, initial: Any, data: Any) -> bool:
        try:
            return initial != self.to_python(data)
        except ValidationError:
            return True


def _report(error: ValidationError) -> dict[str, Any] | None:
    return getattr(error, "report", None)


def _read(text: Any) -> dict[str, Any]:
    entry = json.loads(text, parse_constant=_refuse_constant) if isinstance(text, str) else text
    if not isinstance(entry, dict):
        raise ValueError("an entry is an object")
    # Half of a character that takes two could be stored, but no page with it could be sent.
    json.dumps(entry, ensure_ascii=False).encode()
    return entry


def _refuse_constant(name: str) -> None:
    raise ValueError(f"{name} is no JSON")
