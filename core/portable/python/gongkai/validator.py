"""The check of gongkai-core in a WebAssembly module; the interface is described in core/portable/README.md."""

from __future__ import annotations

import json
import threading
from datetime import date
from pathlib import Path
from typing import Any, Union

import wasmtime

Document = Union[str, bytes, dict, list]
"""A JSON document: as text, as bytes, or as a value."""

_INTERFACE = 1
_PACK, _CALENDAR, _LOCAL = 0, 1, 2
_MODULE = Path(__file__).with_name("gongkai_validator.wasm")
_LOW_HALF = 0xFFFF_FFFF
_ROOM = 65_536


class ValidatorError(Exception):
    """Why the validator has no answer; ``code`` is stable, such as ``item-unknown``."""

    def __init__(self, code: str, message: str) -> None:
        super().__init__(f"{code}: {message}")
        self.code = code


class Validator:
    """The check. Threads may share one, they take turns; several work side by side when each thread has its own.

    Compiling the module takes a moment; ``Validator(other)`` shares what ``other`` has compiled.
    """

    def __init__(self, module: Union[str, Path, bytes, "Validator", None] = None) -> None:
        if isinstance(module, Validator):
            self._engine, self._module = module._engine, module._module
        else:
            source = module if isinstance(module, bytes) else Path(module or _MODULE).read_bytes()
            self._engine = wasmtime.Engine()
            self._module = wasmtime.Module(self._engine, source)
        self._store = wasmtime.Store(self._engine)
        self._exports = wasmtime.Instance(self._store, self._module, []).exports(self._store)
        self._memory = self._exports["memory"]
        self._room = self._exports["gongkai_alloc"](self._store, _ROOM) & _LOW_HALF
        self._lock = threading.Lock()
        self._trapped = False
        version = self._exports["gongkai_interface"](self._store)
        if version != _INTERFACE:
            raise ValidatorError("interface-unknown", f"the module has interface {version}, this package {_INTERFACE}")

    def load_pack(self, document: Document) -> dict[str, Any]:
        """Loads a pack; one of the same id is replaced."""
        return json.loads(self._call("gongkai_load", [_PACK], [document]))

    def load_calendar(self, document: Document) -> None:
        """Loads the working days."""
        self._call("gongkai_load", [_CALENDAR], [document])

    def load_local(self, document: Document) -> None:
        """Loads what a county lays down for itself, a ``gongkai-local/1``."""
        self._call("gongkai_load", [_LOCAL], [document])

    def check(
        self,
        item: str,
        entry: Document,
        *,
        today: Union[date, str, None] = None,
        stage: str = "publish",
        told: bool = False,
    ) -> dict[str, Any]:
        """The report on an entry of ``PACK/ITEM``, a ``gongkai-report/1``.

        ``today`` is the day on which it is judged, by default the one of this machine; ``stage`` is ``"publish"`` or
        ``"draft"``; with ``told`` each issue carries its sentences in both languages.
        """
        return json.loads(self.check_text(item, entry, today=today, stage=stage, told=told))

    def check_text(
        self,
        item: str,
        entry: Document,
        *,
        today: Union[date, str, None] = None,
        stage: str = "publish",
        told: bool = False,
    ) -> str:
        """The report as the module writes it."""
        options = {"today": str(today or date.today()), "stage": stage, "told": told}
        return self._call("gongkai_check", [], [item, entry, options])

    def reading(self, item: str, entry: Document, *, lang: str = "zh-CN") -> dict[str, Any]:
        """An entry of ``PACK/ITEM`` as citizens read it, a ``gongkai-reading/1``; ``lang`` is ``"zh-CN"`` or ``"en"``."""
        return json.loads(self._call("gongkai_reading", [], [item, entry, {"lang": lang}]))

    def reading_html(self, item: str, entry: Document, *, lang: str = "zh-CN") -> str:
        """The same as a fragment of HTML; every text in it is escaped."""
        return json.loads(self._call("gongkai_reading", [], [item, entry, {"lang": lang, "html": True}]))

    def form(self, item: str) -> dict[str, Any]:
        """The form model of ``PACK/ITEM``, a ``gongkai-form/1``."""
        return json.loads(self._call("gongkai_form", [], [item]))

    def version(self) -> dict[str, Any]:
        """Version of the validator and of its interface."""
        return json.loads(self._call("gongkai_version", [], []))

    def _call(self, name: str, numbers: list[int], texts: list[Document]) -> str:
        with self._lock:
            if self._trapped:
                raise ValidatorError("validator-trapped", "this validator has failed before; make another one")
            try:
                return self._call_alone(name, numbers, texts)
            except wasmtime.Trap as trap:
                # What is in its memory now cannot be relied on.
                self._trapped = True
                raise ValidatorError("validator-trapped", str(trap)) from trap

    def _call_alone(self, name: str, numbers: list[int], texts: list[Document]) -> str:
        store, exports, memory = self._store, self._exports, self._memory
        lent = [_as_bytes(text) for text in texts]
        count = sum(map(len, lent))
        # Calling into the module takes longer than most checks, so that ordinary arguments share room that is kept.
        is_kept = count <= _ROOM
        start = self._room if is_kept else exports["gongkai_alloc"](store, count) & _LOW_HALF
        memory.write(store, b"".join(lent), start)
        places, address = [], start
        for text in lent:
            places += [address, len(text)]
            address += len(text)
        answer = exports[name](store, *numbers, *places)
        address, length = (answer >> 32) & _LOW_HALF, answer & _LOW_HALF
        data = bytes(memory.read(store, address, address + length))
        exports["gongkai_free"](store, address, length)
        if not is_kept:
            exports["gongkai_free"](store, start, count)
        text = data[1:].decode("utf-8")
        if data[0] != 0:
            failure = json.loads(text)
            raise ValidatorError(failure["code"], failure["message"])
        return text


def _as_bytes(document: Document) -> bytes:
    if isinstance(document, bytes):
        return document
    text = document if isinstance(document, str) else json.dumps(document, ensure_ascii=False)
    return text.encode("utf-8")
