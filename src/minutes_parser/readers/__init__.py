"""Bytes to ``Source``: one module an input format.

A reader is a module or package of this folder with ``SUFFIXES``, ``MEDIA_TYPE``, ``LARGEST`` (how many bytes it takes at
most, so that no file takes minutes) and ``read(data, name)``; the folder is the registry. Where the content itself shows the format, whatever the file is called, ``recognises(data)`` says so. A
reader that needs an outside library is a package, whose part is imported by the first document.
"""

from __future__ import annotations

import importlib
import pkgutil
from functools import cache
from pathlib import PurePath
from types import ModuleType

from minutes_parser.source import MinutesError, Source


def read_bytes(data: bytes, name: str, format: str | None = None) -> Source:
    """Read a document; ``format`` names the reader, without it the content and then the suffix of ``name`` decide."""
    if not data:
        raise MinutesError(f"{name}: is empty; give minutes with text in them")
    if format is not None and format not in formats():
        raise MinutesError(f"unknown format '{format}'; choose one of {', '.join(formats())}")
    reader: ModuleType = _reader(format or _format(data, name))
    if len(data) > reader.LARGEST:
        advice = "split it into smaller files" if _is_text(reader) else "save it without its pictures"
        raise MinutesError(f"{name}: is larger than {reader.LARGEST // 1_000_000} MB; {advice}")
    source: Source = reader.read(data, name)
    return source


def _is_text(reader: ModuleType) -> bool:
    return str(reader.MEDIA_TYPE).startswith("text/")


@cache
def formats() -> tuple[str, ...]:
    """Return the names of the formats that can be read."""
    names = (module.name for module in pkgutil.iter_modules(__path__))
    return tuple(sorted(name for name in names if hasattr(_reader(name), "SUFFIXES")))


@cache
def suffixes() -> frozenset[str]:
    """Return the suffixes of the files that can be read, in lower case, each with its dot."""
    return frozenset(suffix for format in formats() for suffix in _reader(format).SUFFIXES)


_ZIP = b"PK\x03\x04"
_UNREAD = (
    (_ZIP, "a zip archive that is no document"),
    (b"\xd0\xcf\x11\xe0", "an office file that is no Word document"),
)
"""How formats begin that are not read, and what they are called."""


def _refuse(data: bytes, name: str) -> None:
    """Raise ``MinutesError`` for a format that is known and not read."""
    for first, what in _UNREAD:
        if data.startswith(first):
            raise MinutesError(f"{name}: is {what}, which cannot be read; save it as .docx, .odt, .pdf or text")


def _reader(name: str) -> ModuleType:
    return importlib.import_module(f"{__name__}.{name}")


def _format(data: bytes, name: str) -> str:
    """Return the format of a document: the one its content shows, else the one of its suffix, else text.

    A suffix of a binary format is believed of binary data only: many a "minutes.doc" is a text.
    """
    readers = {format: _reader(format) for format in formats()}
    suffix = PurePath(name).suffix.lower()
    shown = [format for format, reader in readers.items() if hasattr(reader, "recognises") and reader.recognises(data)]
    light = {format for format, reader in readers.items() if hasattr(reader, "recognises") and _is_text(reader)} - {
        "html"
    }
    if shown and light.issuperset(shown):  # they share marks, so that the suffix says more; Markdown's stand in most
        named = [format for format in light if suffix in readers[format].SUFFIXES]
        return named[0] if named else min(shown, key=lambda format: format == "markdown")
    if shown:
        return "mail" if "mail" in shown and "html" not in shown else shown[0]  # whatever the message holds
    if data.startswith(_ZIP):  # one that is cut short shows no longer what it held
        for format in ("docx", "odt"):
            if suffix in readers[format].SUFFIXES:
                return format
    _refuse(data, name)
    for format, reader in readers.items():
        if suffix in reader.SUFFIXES and (_is_text(reader) or b"\0" in data):
            return format
    return "text"
