"""Entries of several counties, good and bad, the same for the same number: one county has more than all others."""

from __future__ import annotations

import json
import random
from datetime import date, timedelta

TODAY = date(2026, 9, 1)
REGIONS = ["430102", "430103", "430104", "430105", "430702", "430703", "431302"]
SILENT = "431322"
CHANNELS = ["政府网站", "两微一端", "政府公报", "便民服务站", "公开查阅点"]
BAD = [
    b"{bad",
    b"[1]",
    b"null",
    b"{}",
    b'{"pack": "24-compulsory-education", "item": "none"}',
    b'{"pack": 1, "item": null}',
    b'{"pack": "24-compulsory-education", "item": "\\ud800"}',
    b'{"title": "\xff\xfe"}',
    b"[" * 50_000,
    "\ufeff{}".encode(),
]


def lines(forms: dict[str, dict], count: int, seed: int = 1) -> list[bytes]:
    """So many entries, and each bad line once among them; some lines are empty."""
    chance = random.Random(seed)
    names = sorted(forms)
    made = [_line(chance, forms[chance.choice(names)]) for _ in range(count)]
    for bad in [*BAD, b"", b"  \t"]:
        made.insert(chance.randrange(len(made)), bad)
    return made


def _line(chance: random.Random, form: dict) -> bytes:
    entry = _entry(chance, form)
    return json.dumps(entry, ensure_ascii=chance.random() < 0.1).encode()


def _entry(chance: random.Random, form: dict) -> dict:
    formed = TODAY - timedelta(days=chance.randrange(400))
    changed = formed + timedelta(days=chance.randrange(60)) if chance.random() < 0.2 else None
    entry = {
        "format": "gongkai-entry/1",
        "pack": form["pack"],
        "edition": form["edition"],
        "item": form["item"],
        "region": REGIONS[0] if chance.random() < 0.6 else chance.choice(REGIONS),
        "publisher": "示例县教育局",
        "title": f"条目{chance.randrange(10_000)}",
        "formed_on": formed.isoformat() if chance.random() < 0.95 else "近日",
        "changed_on": changed.isoformat() if changed else None,
        "attribute": "proactive",
        "channels": [_channel(chance, changed or formed) for _ in range(chance.randrange(4))],
        "author": "张三",
        "reviewed_by": "李四",
        "reviewed_on": formed.isoformat(),
    }
    if chance.random() < 0.05:
        entry["nil"] = {"kind": "no-update", "reason": "本期没有新内容", "approver": "王五"}
        return entry
    fields = [field for section in form["sections"] for field in section["fields"]]
    of_elements = [field for field in fields if field["path"].startswith("/elements/")]
    entry["elements"] = {field["path"][10:]: _value(chance, field["kind"]) for field in of_elements}
    if chance.random() < 0.3 and entry["elements"]:
        entry["elements"][chance.choice(list(entry["elements"]))] = chance.choice(["待定", 7, None, ["x"], "12"])
    if chance.random() < 0.02:
        entry["channels"], entry["region"] = "政府网站", 430102
    return entry


def _channel(chance: random.Random, begun: date) -> object:
    if chance.random() < 0.03:
        return chance.choice([None, 7, {"channel": " "}, {"channel": "政府网站", "published_on": "明天"}])
    published = (begun + timedelta(days=chance.randrange(60))).isoformat()
    return {"channel": chance.choice(CHANNELS), **({"published_on": published} if chance.random() < 0.8 else {})}


def _value(chance: random.Random, kind: dict) -> object:
    match kind["type"]:
        case "date":
            return (TODAY - timedelta(days=chance.randrange(400))).isoformat()
        case "period":
            return {"start": "2026-01-01", "end": "2026-12-31"}
        case "number":
            return chance.randrange(1000)
        case "money":
            return {"amount": f"{chance.randrange(100_000)}.50", "unit": kind.get("units", ["元"])[0]}
        case "boolean":
            return chance.random() < 0.5
        case "choice":
            return chance.choice(kind["choices"])
        case "choices":
            return [chance.choice(kind["choices"])]
        case "list":
            return ["甲", "乙"]
        case "phone":
            return f"0731-8{chance.randrange(10**6, 10**7)}"
        case "url":
            return "https://www.example.gov.cn/"
        case "document":
            return [{"title": "通知", "number": "示政发〔2026〕1号", "date": "2026-03-01", "link": "https://example.org/1"}]
        case "group":
            return {field["key"]: _value(chance, field["kind"]) for field in kind["fields"]}
        case "table":
            return [{column["key"]: _value(chance, column["kind"]) for column in kind["columns"]}]
        case _:
            return f"示例文字{chance.randrange(100)}"
