"""An entry as readers see it, a ``gongkai-reading/1``: the validator makes it, the template ``entry.html`` draws it."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from django.utils.translation import gettext as _

from .asked_item import named_item
from .judge import NoVerdict, judge
from .refusal import language

Reading = dict[str, Any]
# What machines read, and what two versions of a table have in common.
_NOT_COMPARED = {"type", "key", "date", "columns"}


def read(entry: Any) -> Reading:
    """The reading in the active language; without the validator the entry can still be read."""
    try:
        return judge().reading(named_item(entry), entry, language())
    except NoVerdict:
        return _under_keys(entry)


def plain(entry: Any) -> list[tuple[str, str]]:
    """Names and values as text, to compare two versions of an entry."""
    reading = read(entry)
    facts = reading["elements"] + reading["nil"] + reading["facts"]
    rows = [(fact["name"], _joined({**fact["value"], "name": None})) for fact in facts]
    return rows + [(_("Made public in"), _joined({**channel, "link": None})) for channel in reading["channels"]]


def _joined(part: Any) -> str:
    return " ".join(_texts(part))


def _texts(part: Any) -> Iterator[str]:
    if isinstance(part, dict):
        part = [value for key, value in part.items() if key not in _NOT_COMPARED]
    if isinstance(part, list):
        for value in part:
            yield from _texts(value)
    elif isinstance(part, str):
        yield part


def _under_keys(entry: Any) -> Reading:
    """All as text under its keys: without the validator nobody knows the names, nor what may be a link."""
    entry = entry if isinstance(entry, dict) else {}
    channels = entry.get("channels")
    return {
        "lang": language(),
        "elements": _rows(entry.get("elements")),
        "nil": _rows(entry.get("nil")),
        "facts": [],
        "channels": [{"name": told} for channel in channels if (told := _told(channel))] if isinstance(channels, list) else [],
    }


def _rows(values: Any) -> list[dict[str, Any]]:
    told = {key: _told(value) for key, value in values.items()} if isinstance(values, dict) else {}
    return [
        {"name": key, "value": {"type": "text", "lines": text.splitlines()}}
        for key, text in told.items()
        # Those are for programs.
        if text and not key.startswith("x-")
    ]


def _told(value: Any) -> str:
    if isinstance(value, dict):
        return "；".join(f"{key}：{told}" for key, part in value.items() if (told := _told(part)))
    if isinstance(value, list):
        return "、".join(told for part in value if (told := _told(part)))
    return "" if value is None else str(value).strip()
