"""The documents of an archive: of a folder, a pattern, a list of files, or a zip file."""

from __future__ import annotations

import glob
import os
import zipfile
from collections.abc import Iterable, Iterator, Sequence
from pathlib import Path, PurePosixPath
from typing import NamedTuple

from minutes_parser.batch.places import place
from minutes_parser.readers import suffixes
from minutes_parser.source import MinutesError

LARGEST = 200_000_000
"""Bytes of a document in a zip file: more is taken for an attempt to fill the memory."""


class Entry(NamedTuple):
    """A document of an archive."""

    root: str
    """The folder, URL or zip file that holds it."""
    name: str
    """Its path in there, with slashes."""

    def read(self) -> bytes:
        """Return what it holds; raise ``MinutesError`` or ``OSError`` where that is not to be had."""
        if self.root.lower().endswith(".zip") and "://" not in self.root:
            return _from_zip(self.root, self.name)
        return place(self.root).read(self.name)


def entries(archive: str, listed: Iterable[str] = ()) -> Iterator[Entry]:
    """Yield the documents of ``archive`` in order: a folder, URL, zip file or pattern; ``-`` is those ``listed``."""
    if archive == "-":
        yield from _named([line.rstrip("\n") for line in listed])
    elif "://" in archive or Path(archive).is_dir():
        yield from (Entry(archive, name) for name in place(archive).names() if _readable(name))
    elif archive.lower().endswith(".zip") and Path(archive).is_file():
        yield from (Entry(archive, name) for name in _zip_names(archive))
    elif Path(archive).is_file():
        yield from _named([archive])
    else:
        found = sorted(glob.glob(archive, recursive=True)) if glob.has_magic(archive) else []
        if not found:
            raise MinutesError(f"{archive}: no such archive; name a folder, a zip file or a pattern of files")
        yield from _named([name for name in found if Path(name).is_file()])


def _named(paths: Sequence[str]) -> Iterator[Entry]:
    """Yield files as entries of the folder that they share."""
    paths = [path for path in paths if path.strip()]
    if not paths:
        return
    shared = os.path.commonpath([os.path.dirname(os.path.abspath(path)) for path in paths])
    for path in paths:
        yield Entry(shared, os.path.relpath(os.path.abspath(path), shared).replace(os.sep, "/"))


def _readable(name: str) -> bool:
    path = PurePosixPath(name)
    return path.suffix.lower() in suffixes() and not path.name.startswith(".")


def _zip_names(archive: str) -> Iterator[str]:
    """Yield the documents in a zip file; a name that leads out of it is refused."""
    try:
        with zipfile.ZipFile(archive) as opened:
            names = sorted(info.filename for info in opened.infolist() if not info.is_dir())
    except (zipfile.BadZipFile, OSError) as error:
        raise MinutesError(f"{Path(archive).name}: is no zip file ({error}); pack it anew") from None
    for name in names:
        if name.startswith("/") or "\\" in name or ":" in name or ".." in PurePosixPath(name).parts:
            raise MinutesError(f"{Path(archive).name}: holds '{name}', which leads out of it; pack it anew")
        if _readable(name) and not name.startswith("__MACOSX/"):
            yield name


def _from_zip(archive: str, name: str) -> bytes:
    try:
        with zipfile.ZipFile(archive) as opened, opened.open(name) as file:
            data = file.read(LARGEST + 1)
    except (zipfile.BadZipFile, KeyError, RuntimeError, NotImplementedError, EOFError) as error:
        raise MinutesError(f"{name}: cannot be unpacked ({error}); pack it anew") from None
    if len(data) > LARGEST:
        raise MinutesError(f"{name}: holds more than {LARGEST // 1_000_000} MB; unpack and look at it")
    return data
