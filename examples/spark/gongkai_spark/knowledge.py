"""What every worker has to know to judge: the module, the packs, the calendar, the county's own rules."""

from __future__ import annotations

import json
import zipfile
from dataclasses import dataclass, field
from pathlib import Path

import gongkai
from gongkai import Validator
from pyspark import SparkContext

CATALOGUE = "domain string, domain_name string, item string, item_name string"


@dataclass(frozen=True)
class Knowledge:
    """Bytes, so that it can be sent to workers: some two megabytes."""

    module: bytes
    packs: tuple[bytes, ...]
    calendar: bytes
    local: bytes | None = None
    catalogue: tuple[tuple[str, str, str, str], ...] = field(default=(), repr=False)

    @classmethod
    def read(cls, dist: Path, local: Path | None = None) -> Knowledge:
        """Out of the folder that ``cargo xtask build`` fills."""
        packs = tuple(file.read_bytes() for file in sorted((dist / "packs").glob("*.json")))
        if not packs:
            raise FileNotFoundError(f"{dist / 'packs'} holds no packs")
        return cls(
            module=(dist / "gongkai_validator.wasm").read_bytes(),
            packs=packs,
            calendar=(dist / "calendar.json").read_bytes(),
            local=local.read_bytes() if local else None,
            catalogue=tuple(row for pack in packs for row in _items(json.loads(pack))),
        )

    def validator(self) -> Validator:
        """A validator with all of it; takes some tenths of a second."""
        validator = Validator(self.module)
        for pack in self.packs:
            validator.load_pack(pack)
        validator.load_calendar(self.calendar)
        if self.local:
            validator.load_local(self.local)
        return validator


def ship(context: SparkContext, folder: Path) -> None:
    """Sends this package and the wrapper of the validator to the workers; wasmtime has to be installed there."""
    archive = folder / "gongkai_spark.zip"
    with zipfile.ZipFile(archive, "w") as out:
        for package in (Path(__file__).parent, Path(gongkai.__file__).parent):
            for file in sorted(package.glob("*.py")):
                out.write(file, f"{package.name}/{file.name}")
    context.addPyFile(str(archive))


def _items(pack: dict) -> list[tuple[str, str, str, str]]:
    return [(pack["id"], pack["name"], item["id"], item["name"]) for item in pack["items"]]
