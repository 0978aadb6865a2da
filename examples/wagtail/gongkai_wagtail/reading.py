"""An entry as readers see it: names and values in the order of the form, each value in the shape of its kind."""

from __future__ import annotations

from datetime import date
from decimal import Decimal, InvalidOperation
from typing import Any

from django.utils.formats import date_format, number_format
from django.utils.translation import gettext as _

from .asked_item import named_item
from .judge import NoVerdict, judge
from .refusal import language

_FACTS = ("/publisher", "/formed_on", "/changed_on", "/attribute", "/index_number", "/summary")
Row = dict[str, Any]


def shown(entry: Any) -> dict[str, Any]:
    """What the template ``entry.html`` shows. What does not fit its kind is shown as text, never left out."""
    entry = entry if isinstance(entry, dict) else {}
    try:
        model = judge().form(named_item(entry))
    except NoVerdict:
        # The item is gone, or the validator; the entry is still there to be read.
        model = {"sections": [], "nil": []}
    fields = [field for section in model["sections"] for field in section["fields"]]
    of_elements = [field for field in fields if field["path"].startswith("/elements/")]
    return {
        "lang": language(),
        "elements": _rows(of_elements, entry) + _unnamed(of_elements, entry.get("elements")),
        "nil": _rows(model["nil"], entry) if entry.get("nil") else [],
        "facts": _rows([field for field in fields if field["path"] in _FACTS], entry),
        "channels": [_channel(channel) for channel in _list(entry.get("channels")) if _text(channel, "channel")],
    }


def plain(entry: Any) -> list[tuple[str, str]]:
    """Names and values as text, to compare two versions of an entry."""
    parts = shown(entry)
    rows = [(row["name"], _flat(row["value"])) for row in parts["elements"] + parts["nil"] + parts["facts"]]
    return rows + [(_("Made public in"), f"{channel['name']} {channel['day']}") for channel in parts["channels"]]


def _rows(fields: list[Row], entry: dict[str, Any]) -> list[Row]:
    rows = []
    for field in fields:
        value: Any = entry
        for key in field["path"].split("/")[1:]:
            value = value.get(key) if isinstance(value, dict) else None
        if not is_blank(value):
            rows.append({"name": _name(field), "value": _value(field, value)})
    return rows


def _unnamed(fields: list[Row], elements: Any) -> list[Row]:
    """Elements that the guideline has no field for: of another edition, or of the site."""
    known = {field["path"].rsplit("/", 1)[1] for field in fields}
    others = elements.items() if isinstance(elements, dict) else ()
    return [{"name": key, "value": _as_text(value)} for key, value in others if key not in known and not is_blank(value)]


def is_blank(value: Any) -> bool:
    """White space and containers of such count as no value."""
    if isinstance(value, str):
        return not value.strip()
    if isinstance(value, (list, dict)):
        return all(is_blank(part) for part in (value.values() if isinstance(value, dict) else value))
    return value is None


def _name(field: Row) -> str:
    return field["label"][language()]


def _value(field: Row, value: Any) -> Row:
    return _of_kind(field, value) or _as_text(value)


def _of_kind(field: Row, value: Any) -> Row | None:
    """The value in the shape of its kind; none when it does not fit."""
    kind = field["kind"]["type"]
    is_text = isinstance(value, str)
    if kind == "date" and is_text and (told := _day(value)):
        return {"kind": "day", "day": value, "told": told}
    if kind == "period" and isinstance(value, dict):
        days = [_day(value.get(key)) or _told(value.get(key)) for key in ("start", "end")]
        return _lines(_("%(start)s to %(end)s") % dict(zip(("start", "end"), days)))
    if kind == "money" and isinstance(value, dict):
        return _lines(f"{_amount(value.get('amount'))} {_told(value.get('unit'))}")
    if kind == "number" and isinstance(value, (int, float)) and not isinstance(value, bool):
        return _lines(f"{value} {field['kind'].get('unit', '')}".rstrip())
    if kind == "boolean" and isinstance(value, bool):
        return _lines(_("yes") if value else _("no"))
    if kind == "phone" and is_text:
        return {"kind": "phones", "numbers": value.split("、")}
    if kind == "url" and is_text and is_web_address(value):
        return {"kind": "link", "address": value}
    if kind == "choice" and is_text and field["path"] in ("/attribute", "/nil/kind"):
        return _lines(_code_told(value))
    if kind == "choices" and isinstance(value, list):
        return _lines("、".join(_told(chosen) for chosen in value))
    if kind == "list" and isinstance(value, list):
        return {"kind": "list", "lines": [_told(line) for line in value if not is_blank(line)]}
    if kind == "document" and isinstance(value, list):
        return {"kind": "documents", "documents": [_document(part) for part in value if not is_blank(part)]}
    if kind == "group" and isinstance(value, dict):
        return _table(field, field["kind"]["fields"], [value])
    if kind == "table" and isinstance(value, list):
        return _table(field, field["kind"]["columns"], value)
    return None


def _table(field: Row, columns: list[Row], rows: list[Any]) -> Row:
    def cell(column: Row, row: Any) -> Row | None:
        value = row.get(column["key"]) if isinstance(row, dict) else None
        return None if is_blank(value) else _value({**column, "path": ""}, value)

    return {
        "kind": "table",
        "name": _name(field),
        "columns": [column["name"] for column in columns],
        "rows": [[cell(column, row) for column in columns] for row in rows if not is_blank(row)],
    }


def _document(value: Any) -> Row:
    link = _text(value, "link")
    details = [_text(value, "number"), _day(_text(value, "date")) or _text(value, "date")]
    return {
        "title": _text(value, "title") or link or _told(value),
        "link": link if is_web_address(link) else "",
        "details": [detail for detail in details if detail],
    }


def _channel(value: Any) -> Row:
    day, proof = _text(value, "published_on"), _text(value, "proof")
    told = _day(day)
    return {
        "name": _text(value, "channel"),
        "day": day if told else "",
        "day_told": told,
        "proof": proof,
        "is_link": is_web_address(proof),
    }


def is_web_address(text: str) -> bool:
    """Whether a link to it is safe: no ``javascript:`` and the like."""
    return text.lower().startswith(("https://", "http://"))


def _day(text: Any) -> str:
    try:
        return date_format(date.fromisoformat(text), "DATE_FORMAT") if len(text) == 10 else ""
    except (TypeError, ValueError):
        return ""


def _amount(text: Any) -> str:
    try:
        return number_format(Decimal(text), use_l10n=True, force_grouping=True)
    except (InvalidOperation, TypeError, ValueError):
        return _told(text)


def _code_told(code: str) -> str:
    told = {
        "proactive": _("made public proactively"),
        "on-request": _("made public on request"),
        "withheld": _("not made public"),
        "none-at-this-level": _("nothing of the kind at this level"),
        "no-update": _("nothing new in this period"),
    }
    return told.get(code, code)


def _text(value: Any, key: str) -> str:
    text = value.get(key) if isinstance(value, dict) else None
    return text.strip() if isinstance(text, str) else ""


def _list(value: Any) -> list[Any]:
    return value if isinstance(value, list) else []


def _told(value: Any) -> str:
    if isinstance(value, dict):
        return "；".join(f"{key}：{_told(part)}" for key, part in value.items() if not is_blank(part))
    if isinstance(value, list):
        return "、".join(_told(part) for part in value if not is_blank(part))
    return "" if value is None else str(value)


def _as_text(value: Any) -> Row:
    return _lines(_told(value))


def _lines(text: str) -> Row:
    return {"kind": "text", "lines": [line for line in text.splitlines() if line.strip()]}


def _flat(value: Any) -> str:
    if isinstance(value, dict):
        return " ".join(_flat(part) for key, part in value.items() if key not in ("kind", "name", "day") and part)
    if isinstance(value, list):
        return " ".join(_flat(part) for part in value if part)
    return str(value)
