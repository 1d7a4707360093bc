"""What earlier runs found, kept so that a file that has not changed need not be read again.

A folder holds one JSON file for each document and each choice of rules. What is kept counts only while the document's
content, what it was checked together with, the rules asked for, the program and the libraries it reads with are the same.
A cache is an input like any other: what is not of the form written here, and a folder that somebody else owns, is a link
or holds other things, is as good as none. Nothing that goes wrong with a cache stops a run.
"""

from __future__ import annotations

import hashlib
import json
import os
import shutil
import sys
import tempfile
from collections.abc import Iterable, Iterator, Sequence
from contextlib import suppress
from dataclasses import astuple
from functools import cached_property
from pathlib import Path
from typing import get_args

import minutes_parser
from minutes_parser.checks.located import Located, Mendable, Severity
from minutes_parser.checks.selection import UNREADABLE
from minutes_parser.rules import names
from minutes_parser.source import MinutesError

FOLDER = ".minutes_cache"
LARGEST = 4_000_000
"""Bytes of a kept file; a larger one is not worth reading."""
_TAG = (
    "Signature: 8a477f597d28d172789f06886806bc55\n"
    "# This folder is a cache of minutes (https://bford.info/cachedir/); it can be deleted.\n"
)
_SIGNATURE = _TAG.partition("\n")[0]


class Cache:
    """The findings that are kept in a folder."""

    def __init__(self, folder: Path) -> None:
        """Take the folder, which need not exist."""
        self.folder = folder

    def get(self, path: str, asked: str, contents: str) -> list[Located] | None:
        """Return what was found in the file at ``path`` when ``asked`` the same of the same ``contents``; None if unknown."""
        if not self._ours:
            return None
        try:
            with self._place(path, asked).open("rb") as file:
                kept = json.loads(file.read(LARGEST))
            if kept["program"] != self._program or kept["contents"] != contents:
                return None
            return [_located(path, values) for values in kept["found"]]
        except (OSError, ValueError, KeyError, TypeError, RecursionError):
            return None

    def put(self, path: str, asked: str, contents: str, found: Sequence[Located]) -> None:
        """Keep what was found in a file; not that it could not be read, which may have reasons outside of it."""
        if any(located.code == UNREADABLE for located in found) or not self._made:
            return
        kept = {"program": self._program, "contents": contents, "found": [astuple(located)[1:] for located in found]}
        data = json.dumps(kept).encode()
        if len(data) > LARGEST:
            return
        with suppress(OSError, ValueError):
            place = self._place(path, asked)
            place.parent.mkdir(exist_ok=True)
            handle, beside = tempfile.mkstemp(prefix=".", dir=place.parent)
            try:
                with open(handle, "wb") as file:
                    file.write(data)
                os.replace(beside, place)
            except OSError:
                os.unlink(beside)
                raise

    def _place(self, path: str, asked: str) -> Path:
        """Return the file for a document, told by its place from the folder that holds the cache."""
        relative = os.path.relpath(os.path.abspath(path), os.path.abspath(self.folder.parent)).replace(os.sep, "/")
        name = digest([relative, Path(path).name, asked])
        return self.folder / name[:2] / f"{name[2:34]}.json"

    @cached_property
    def _ours(self) -> bool:
        return is_ours(self.folder)

    @cached_property
    def _made(self) -> bool:
        """Make the folder where it is not there; return whether it can be used."""
        with suppress(OSError):
            if not os.path.lexists(self.folder):
                self.folder.mkdir(parents=True)
            if not os.path.islink(self.folder) and not os.listdir(self.folder):
                (self.folder / "CACHEDIR.TAG").write_text(_TAG, "utf-8")
                (self.folder / ".gitignore").write_text("# Made by minutes.\n*\n", "utf-8")
            return is_ours(self.folder)
        return False

    @cached_property
    def _program(self) -> str:
        """What stands for the program and its libraries: its version, its files, and the folder of what is installed."""
        libraries = (
            os.stat(place)
            for place in sys.path
            if place.endswith(("site-packages", "dist-packages")) and os.path.isdir(place)
        )
        return digest([
            minutes_parser.__version__, sys.version, *_stamps(Path(minutes_parser.__file__).parent),
            *(str(library.st_mtime_ns) for library in libraries),
        ])  # fmt: skip


def is_ours(folder: Path) -> bool:
    """Return whether ``folder`` is a cache that was made here by the user who now runs: no link, and signed."""
    try:
        facts = os.lstat(folder)
        if not os.path.isdir(folder) or os.path.islink(folder):
            return False
        mine = not hasattr(os, "getuid") or facts.st_uid == os.getuid()
        return mine and (folder / "CACHEDIR.TAG").read_bytes()[:200].decode("utf-8", "replace").startswith(_SIGNATURE)
    except OSError:
        return False


def remove(folder: Path) -> bool:
    """Remove a cache; return whether there was one. Raise ``MinutesError`` for a folder that is none."""
    if not os.path.lexists(folder):
        return False
    if not is_ours(folder):
        raise MinutesError(f"{folder}: is no cache of minutes; remove it yourself if you mean it")
    try:
        shutil.rmtree(folder)
    except OSError as error:
        raise MinutesError(f"{folder}: cannot be removed ({error.strerror}); remove it yourself") from None
    return True


def digest(parts: Iterable[str | bytes]) -> str:
    """Return a digest of a sequence: of its parts and of where each ends."""
    whole = hashlib.sha256()
    for part in parts:
        data = part if isinstance(part, bytes) else part.encode("utf-8", "surrogatepass")
        whole.update(b"%d:" % len(data))
        whole.update(data)
    return whole.hexdigest()


def _stamps(folder: Path) -> Iterator[str]:
    """Yield name, time and size of each module of the program, which change where it is being worked on."""
    for entry in sorted(os.scandir(folder), key=lambda entry: entry.name):
        if entry.is_dir():
            if entry.name != "__pycache__":
                yield from _stamps(Path(entry.path))
        else:
            facts = entry.stat()
            yield f"{entry.name} {facts.st_mtime_ns} {facts.st_size}"


def _located(path: str, values: Sequence[object]) -> Located:
    """Return a finding that was kept; raise ``ValueError`` or ``TypeError`` for anything that was not written here."""
    code, name, severity, message, span, mendable, line, column, end_line, end_column, excerpt, quote = values
    places = (line, column, end_line, end_column)
    if not all(isinstance(text, str) for text in (code, name, message, excerpt, quote)):
        raise ValueError
    if names().get(str(code)) != name or severity not in get_args(Severity):
        raise ValueError
    if not all(_counts(number, 1) for number in places) or mendable not in (None, *get_args(Mendable)):
        raise ValueError
    if span is not None and not (isinstance(span, list) and len(span) == 2 and all(_counts(at, 0) for at in span)):
        raise ValueError
    bounds = (span[0], span[1]) if isinstance(span, list) else None
    return Located(path, code, name, severity, message, bounds, mendable, *places, excerpt, quote)  # type: ignore[arg-type]


def _counts(number: object, least: int) -> bool:
    return type(number) is int and number >= least
