"""What a site sets, with the names in Django's settings and what they default to."""

from __future__ import annotations

from pathlib import Path

from django.conf import settings


def folder() -> Path:
    """``GONGKAI_DIST``: the folder with the validator, the packs and the elements. There is no default."""
    return Path(settings.GONGKAI_DIST)


def address() -> str:
    """``GONGKAI_URL``: where browsers find that folder. Defaults to ``gongkai/`` below ``STATIC_URL``."""
    return getattr(settings, "GONGKAI_URL", None) or settings.STATIC_URL + "gongkai/"


def local() -> Path | None:
    """``GONGKAI_LOCAL``: a file with what the county lays down for itself, a ``gongkai-local/1``. Defaults to none."""
    file = getattr(settings, "GONGKAI_LOCAL", None)
    return Path(file) if file else None


def publisher() -> str:
    """``GONGKAI_PUBLISHER``: the publisher of new entries. Defaults to none."""
    return getattr(settings, "GONGKAI_PUBLISHER", "")


def region() -> str:
    """``GONGKAI_REGION``: the region code of new entries, six digits. Defaults to none."""
    return getattr(settings, "GONGKAI_REGION", "")
