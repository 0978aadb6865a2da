"""The verdict on an entry, given in this process by the portable validator."""

from __future__ import annotations

import json
import threading
from functools import cache
from typing import Any

from django.utils import timezone
from gongkai import Validator, ValidatorError

from . import configuration


class NoVerdict(Exception):
    """There is no verdict, and what has none may not become public."""


class Unreadable(NoVerdict):
    """It is no JSON that the validator reads: too deep, or with characters that are none."""


class Judge:
    """The validator with all packs. Threads may share it; they take turns."""

    def __init__(self) -> None:
        self._lock = threading.Lock()
        self._validator: Validator | None = None

    def report(self, item: str, entry: Any) -> dict[str, Any]:
        """The report at stage publish on an entry of ``PACK/ITEM``, judged today, with its sentences.

        Raises ``NoVerdict``.
        """
        text = _written(entry)
        return self._ask(lambda validator: validator.check(item, text, today=timezone.localdate(), told=True))

    def reading(self, item: str, entry: Any, lang: str) -> dict[str, Any]:
        """An entry of ``PACK/ITEM`` as citizens read it, a ``gongkai-reading/1``. Raises ``NoVerdict``."""
        text = _written(entry)
        return self._ask(lambda validator: validator.reading(item, text, lang=lang))

    def form(self, item: str) -> dict[str, Any]:
        """The form model of ``PACK/ITEM``: names and kinds of all that an entry may hold. Raises ``NoVerdict``."""
        return self._ask(lambda validator: validator.form(item))

    def _ask(self, question):
        try:
            with self._lock:
                validator = self._validator = self._validator or _loaded()
            return question(validator)
        except ValidatorError as error:
            if error.code == "validator-trapped":
                # What is in its memory now cannot be relied on; the next question gets another one.
                with self._lock:
                    self._validator = None
            kind = Unreadable if error.code == "entry-unreadable" else NoVerdict
            raise kind(str(error)) from error
        except OSError as error:
            raise NoVerdict(f"the validator or its data cannot be read: {error}") from error


def _written(entry: Any) -> str:
    """As JSON in ASCII, so that half a character reaches the validator as what it is instead of failing on the way."""
    try:
        return json.dumps(entry)
    except (ValueError, RecursionError) as error:
        raise Unreadable(str(error)) from error


def _loaded() -> Validator:
    folder = configuration.folder()
    validator = Validator(folder / "gongkai_validator.wasm")
    packs = sorted((folder / "packs").glob("*.json"))
    if not packs:
        raise NoVerdict(f"{folder / 'packs'} holds no packs")
    for pack in packs:
        validator.load_pack(pack.read_bytes())
    validator.load_calendar((folder / "calendar.json").read_bytes())
    if local := configuration.local():
        validator.load_local(local.read_bytes())
    return validator


@cache
def judge() -> Judge:
    """The one of this process; it loads the validator with the first question."""
    return Judge()
