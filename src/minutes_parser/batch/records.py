"""The records of an archive: those of a converted archive as they are, those of documents by reading them."""

from __future__ import annotations

import hashlib
from collections.abc import Iterable
from dataclasses import dataclass
from pathlib import Path

from minutes_parser import parse_bytes
from minutes_parser.batch.archive import Entry, entries
from minutes_parser.batch.manifest import NAME, Manifest
from minutes_parser.batch.places import place
from minutes_parser.models import Minutes
from minutes_parser.source import MinutesError

_RECORD = ".json"


@dataclass(frozen=True)
class Stored:
    """A document or record of an archive, not read yet."""

    path: str
    """The document's path in the archive, also where its record is read."""
    entry: Entry

    def read(self) -> tuple[bytes, str]:
        """Return its bytes and their SHA-256; raise ``MinutesError`` where they are not to be had."""
        try:
            data = self.entry.read()
        except OSError as error:
            raise MinutesError(f"{self.path}: cannot be read ({error.strerror or error}); check it") from None
        return data, hashlib.sha256(data).hexdigest()

    def minutes(self, data: bytes) -> Minutes:
        """Return the record that ``data`` is, or the one of the document that it is."""
        if self.entry.name.lower().endswith(_RECORD):
            return Minutes.from_json(data, self.entry.name)
        return parse_bytes(data, Path(self.entry.name).name)


def stored(archive: str, listed: Iterable[str] = ()) -> list[Stored]:
    """Return what is in ``archive``; raise ``MinutesError`` where that is nothing.

    In a folder that ``minutes convert`` made these are its records, in a folder without documents the JSON files.
    """
    if archive != "-" and ("://" in archive or Path(archive).is_dir()):
        found = _converted(archive) or [Stored(entry.name, entry) for entry in entries(archive)]
        if not found:
            names = (name for name in place(archive).names() if name.lower().endswith(_RECORD))
            found = [Stored(name, Entry(archive, name)) for name in names]
    elif archive.lower().endswith(_RECORD) and Path(archive).is_file():
        found = [Stored(Path(archive).name, Entry(str(Path(archive).parent), Path(archive).name))]
    else:
        found = [Stored(entry.name, entry) for entry in entries(archive, listed)]
    if not found:
        raise MinutesError(f"{archive}: holds no minutes; name a folder of documents, or one that convert made")
    return found


def _converted(archive: str) -> list[Stored]:
    """Return the records that a manifest names; raise ``MinutesError`` where none of its outputs is one."""
    where = place(archive)
    if not where.exists(NAME):
        return []
    outcomes = list(Manifest(where))
    found = [
        Stored(outcome.path, Entry(archive, name))
        for outcome in outcomes
        for name in outcome.outputs
        if name.endswith(_RECORD)
    ]
    if outcomes and not found:
        raise MinutesError(f"{archive}: was converted without records; run minutes convert with --to json")
    return found
