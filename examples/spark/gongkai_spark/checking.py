"""The check of entries in the workers: Arrow in, Arrow out, a row for every entry whatever it is."""

from __future__ import annotations

import json
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from typing import Any

import pyarrow as pa
from gongkai import Validator, ValidatorError
from pyspark import Broadcast
from pyspark.sql import DataFrame
from pyspark.sql.pandas.types import from_arrow_schema

from .knowledge import Knowledge

_CHANNEL = pa.struct([("channel", pa.string()), ("published_on", pa.string())])
CHECKED = pa.schema(
    [
        ("source", pa.string()),
        ("failure", pa.string()),
        ("reason", pa.string()),
        ("unread", pa.binary()),
        ("domain", pa.string()),
        ("item", pa.string()),
        ("region", pa.string()),
        ("verdict", pa.string()),
        ("is_nil", pa.bool_()),
        ("late", pa.bool_()),
        ("days_late", pa.int64()),
        ("begun_on", pa.string()),
        ("published_on", pa.string()),
        ("channels", pa.list_(_CHANNEL)),
        ("report", pa.string()),
    ]
)
Batches = Iterator[pa.RecordBatch]
_LATE = "time-limit-exceeded"


@dataclass(frozen=True)
class Terms:
    """How entries are judged. ``today`` is fixed for a job, so that a part done again gives the same."""

    today: str
    stage: str = "publish"


def check(entries: DataFrame, knowledge: Broadcast[Knowledge], terms: Terms) -> DataFrame:
    """Judges all entries. What cannot be read or judged has ``failure`` and ``reason`` in place of a report."""
    return entries.mapInArrow(_judging(knowledge, terms), from_arrow_schema(CHECKED))


def _judging(knowledge: Broadcast[Knowledge], terms: Terms) -> Callable[[Batches], Batches]:
    def judging(batches: Batches) -> Batches:
        judge = Judge(knowledge.value, terms)
        for batch in batches:
            sources, entries = (batch.column(name).to_pylist() for name in ("source", "entry"))
            rows = [
                {"source": source, **judge.row(entry)}
                for source, entry in zip(sources, entries)
                # A line without anything in it is no entry; a column without a value is one that cannot be read.
                if entry is None or entry.strip()
            ]
            yield pa.RecordBatch.from_pylist(rows, schema=CHECKED)

    return judging


class Judge:
    """Judges one entry after the other."""

    # Workers live longer than the part of the data that they are started for.
    _kept: tuple[Knowledge, Validator] | None = None

    def __init__(self, knowledge: Knowledge, terms: Terms) -> None:
        self._knowledge, self._terms = knowledge, terms
        kept = Judge._kept
        self._validator = kept[1] if kept and kept[0] == knowledge else self._made()

    def row(self, entry: bytes | None) -> dict[str, Any]:
        """What there is to say of an entry; never raises for what is in it."""
        try:
            document = json.loads(entry) if entry is not None else None
        except UnicodeDecodeError as error:
            return _failure("no-utf-8", error, entry)
        except (ValueError, RecursionError) as error:
            return _failure("entry-unreadable", error, entry)
        if not isinstance(document, dict):
            return _failure("entry-unreadable", "an entry is an object", entry)
        domain, item = document.get("pack"), document.get("item")
        if not isinstance(domain, str) or not isinstance(item, str):
            return _failure("item-unknown", "the entry does not name pack and item", entry)
        try:
            report = self._validator.check_text(
                f"{domain}/{item}", entry, today=self._terms.today, stage=self._terms.stage, told=True
            )
        except ValidatorError as error:
            if error.code == "validator-trapped":
                self._validator = self._made()
            return _failure(error.code, error, entry)
        except UnicodeEncodeError as error:
            return _failure("item-unknown", error, entry)
        return {"domain": domain, "item": item, "report": report, **_facts(document), **_verdict(report)}

    def _made(self) -> Validator:
        validator = self._knowledge.validator()
        Judge._kept = (self._knowledge, validator)
        return validator


def _failure(code: str, reason: object, entry: bytes | None) -> dict[str, Any]:
    return {"failure": code, "reason": str(reason), "unread": entry}


def _verdict(report: str) -> dict[str, Any]:
    document = json.loads(report)
    late = [issue["params"]["days_late"] for issue in document["issues"] if issue["code"] == _LATE]
    return {"verdict": document["verdict"], "late": bool(late), "days_late": max(late, default=None)}


def _facts(entry: dict[str, Any]) -> dict[str, Any]:
    channels = entry.get("channels")
    used = [
        {"channel": text(channel, "channel"), "published_on": text(channel, "published_on")}
        for channel in (channels if isinstance(channels, list) else [])
        if text(channel, "channel")
    ]
    days = [channel["published_on"] for channel in used if channel["published_on"]]
    return {
        "region": text(entry, "region") or "",
        "is_nil": isinstance(entry.get("nil"), dict),
        "begun_on": text(entry, "changed_on") or text(entry, "formed_on"),
        "published_on": min(days, default=None),
        "channels": used,
    }


def text(value: Any, key: str) -> str | None:
    """A text that an object holds and that other programs can hold too; none when it is blank or something else."""
    found = value.get(key) if isinstance(value, dict) else None
    if not isinstance(found, str) or not found.strip():
        return None
    return found.strip().encode(errors="replace").decode()
