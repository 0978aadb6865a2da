"""What ``manage.py check`` and every start say of the set-up."""

from __future__ import annotations

from typing import Any

from django.conf import settings
from django.core import checks

from . import configuration

# Names of the two clocks of the mainland in the time zone database, the earlier ones too.
_CHINESE = {"Asia/Shanghai", "Asia/Urumqi", "Asia/Chongqing", "Asia/Chungking", "Asia/Harbin", "Asia/Kashgar", "PRC"}


def data_is_there(**_kwargs: Any) -> list[checks.CheckMessage]:
    """Without the validator nothing can be published, which is better heard at the start."""
    try:
        folder = configuration.folder()
    except AttributeError:
        return [checks.Error("GONGKAI_DIST is not set", hint="It names the folder of the widgets.", id="gongkai.E001")]
    missing = [name for name in ("gongkai_validator.wasm", "calendar.json", "navigation.json", "packs") if not (folder / name).exists()]
    if missing:
        return [checks.Error(f"{folder} lacks {', '.join(missing)}", hint="Build it: cargo xtask build.", id="gongkai.E002")]
    return []


def days_are_chinese(**_kwargs: Any) -> list[checks.CheckMessage]:
    """With another clock a deadline is missed or met on the wrong day."""
    if settings.TIME_ZONE in _CHINESE:
        return []
    said = f"TIME_ZONE is {settings.TIME_ZONE}: deadlines and days of publication are judged by the day there, not in China"
    return [checks.Warning(said, hint='TIME_ZONE = "Asia/Shanghai"', id="gongkai_wagtail.W001")]
