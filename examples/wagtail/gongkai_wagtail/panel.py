"""The panel of the editor for an entry."""

from __future__ import annotations

from typing import Any

from django.template.loader import render_to_string
from django.utils.html import format_html, format_html_join
from wagtail.admin import compare
from wagtail.admin.panels import FieldPanel

from . import reading


class EntryPanel(FieldPanel):
    """An entry: edited by the form, read as readers read it, compared by elements."""

    def format_value_for_display(self, value: Any) -> str:
        return render_to_string("gongkai_wagtail/entry.html", {"reading": reading.read(value)})

    def get_comparison_class(self):
        return EntryComparison

    class BoundPanel(FieldPanel.BoundPanel):
        """Nothing of its own; Wagtail looks for it here."""


class EntryComparison(compare.FieldComparison):
    """The elements in which two versions of a page differ."""

    def htmldiff(self):
        before, after = (reading.plain(value) for value in (self.val_a, self.val_b))
        gone = [("deletion", row) for row in before if row not in after]
        new = [("addition", row) for row in after if row not in before]
        rows = ((kind, name, text) for kind, (name, text) in gone + new)
        return format_html("<dl>{}</dl>", format_html_join("", '<div class="comparison__child-object {}"><dt>{}</dt><dd>{}</dd></div>', rows))
