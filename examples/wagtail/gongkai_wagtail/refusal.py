"""What may not become public, and why."""

from __future__ import annotations

from typing import Any

from django.core.exceptions import ValidationError
from django.utils.translation import get_language
from django.utils.translation import gettext as _

from .judge import NoVerdict, judge


class PublishingRefused(ValidationError):
    """The entry may not become public as it is. Whoever handles Django's ``ValidationError`` handles this one.

    ``report`` is the ``gongkai-report/1`` on it, or none when there is no verdict. ``brief`` says no reasons, for
    where the report itself is shown.
    """

    def __init__(self, entry: Any, report: dict[str, Any] | None) -> None:
        self.report = report
        self.brief = _("“%(title)s” cannot be published: correct what is listed below.") % {"title": title_of(entry)}
        super().__init__(_sentence(title_of(entry), report), code="gongkai-refused")

    def as_json_data(self) -> dict[str, Any]:
        """What the editor's script for blocks is told."""
        return {"messages": self.messages, "brief": self.brief, "report": self.report}


def require_publishable(item: str, entry: Any) -> None:
    """Raises ``PublishingRefused`` unless the entry of ``PACK/ITEM`` may become public today."""
    try:
        report = judge().report(item, {} if entry is None else entry)
    except NoVerdict as error:
        raise PublishingRefused(entry, None) from error
    if blocking(report):
        raise PublishingRefused(entry, report)


def blocking(report: dict[str, Any]) -> list[dict[str, Any]]:
    """The issues that hold publishing up, because editing can mend them."""
    return [issue for issue in report["issues"] if issue.get("blocks")]


def language() -> str:
    """The language of the sentences in a report that fits the active one."""
    return "zh-CN" if (get_language() or "zh").startswith("zh") else "en"


def title_of(entry: Any) -> str:
    """The title of an entry, or that it has none."""
    title = entry.get("title") if isinstance(entry, dict) else None
    return title.strip() if isinstance(title, str) and title.strip() else _("untitled entry")


def _sentence(title: str, report: dict[str, Any] | None) -> str:
    if report is None:
        return _("“%(title)s” could not be checked and is not published; the draft is kept.") % {"title": title}
    told = language()
    reasons = ("；" if told == "zh-CN" else "; ").join(issue["message"][told] for issue in blocking(report))
    return _("“%(title)s” cannot be published: %(reasons)s") % {"title": title, "reasons": reasons}
