"""The same answers, worked out one entry after the other with nothing but lists and dictionaries."""

from __future__ import annotations

import json
import statistics
from collections import Counter, defaultdict
from datetime import date

from gongkai import Validator, ValidatorError


def answers(validator: Validator, lines: list[bytes], today: str, catalogue: list[tuple], regions: list[str] | None):
    """Reports, number of failures, and the four tables as lists of rows."""
    reports, failures, entries = [], 0, []
    for line in lines:
        if line.strip() == b"":
            continue
        try:
            entry = json.loads(line.decode())
            name = entry["pack"] + "/" + entry["item"]
            report = validator.check_text(name, line, today=today, told=True)
        except (ValueError, TypeError, KeyError, RecursionError, ValidatorError):
            failures += 1
            continue
        reports.append(report)
        entries.append((entry, json.loads(report)))
    seen = sorted({place(entry) for entry, _ in entries}) if regions is None else sorted(regions)
    items = covered_items(entries, catalogue, seen)
    return reports, failures, {
        "coverage-items": items,
        "coverage": covered_domains(items),
        "timeliness": timeliness(entries),
        "channels": channels(entries),
    }


def place(entry):
    region = entry.get("region")
    return region if type(region) is str else ""


def covered_items(entries, catalogue, regions):
    found = defaultdict(list)
    for entry, report in entries:
        found[place(entry), entry["pack"], entry["item"]].append((entry, report))
    rows = []
    for region in regions:
        for domain, domain_name, item, item_name in catalogue:
            here = found[region, domain, item]
            blocked = sum(report["verdict"] == "blocked" for _, report in here)
            nil = sum("nil" in entry for entry, _ in here)
            rows.append((region, domain, item, domain_name, item_name, len(here), blocked, nil))
    return sorted(rows)


def covered_domains(items):
    groups = defaultdict(list)
    for region, domain, _, domain_name, _, *counts in items:
        groups[region, domain, domain_name].append(counts)
    rows = []
    for key, counts in sorted(groups.items()):
        covered = sum(entries > 0 for entries, _, _ in counts)
        publishable = sum(entries > blocked for entries, blocked, _ in counts)
        rows.append((*key, len(counts), covered, publishable, *(sum(column) for column in zip(*counts))))
    return rows


def timeliness(entries):
    groups = defaultdict(list)
    for entry, report in entries:
        late = [issue["params"]["days_late"] for issue in report["issues"] if issue["code"] == "time-limit-exceeded"]
        days = [day for channel, day in used(entry) if day]
        begun = day_of(entry.get("changed_on") or entry.get("formed_on"))
        first = day_of(min(days)) if days else None
        passed = (first - begun).days if first and begun else None
        groups[place(entry), entry["pack"]].append((late, passed))
    rows = []
    for key, found in sorted(groups.items()):
        late = [max(days) for days, _ in found if days]
        passed = [days for _, days in found if days is not None]
        median = float(statistics.median(passed)) if passed else None
        rows.append((*key, len(found), len(late), max(late, default=None), len(passed), median, max(passed, default=None)))
    return rows


def channels(entries):
    through, dated = Counter(), Counter()
    for entry, _ in entries:
        key = (place(entry), entry["pack"])
        through.update({(*key, channel) for channel, _ in used(entry)})
        dated.update({(*key, channel) for channel, day in used(entry) if day})
    return [(*key, through[key], dated[key]) for key in sorted(through)]


def used(entry):
    listed = entry.get("channels")
    for channel in listed if isinstance(listed, list) else []:
        if isinstance(channel, dict) and str(channel.get("channel") or "").strip():
            yield channel["channel"], channel.get("published_on")


def day_of(text):
    try:
        return date.fromisoformat(text)
    except (TypeError, ValueError):
        return None
