"""Bytes to ``Source``: one module an input format.

A reader is a module with ``SUFFIXES``, ``MEDIA_TYPE`` and ``read(data, name)``; the folder is the registry.
"""

from __future__ import annotations

import importlib
import pkgutil
import re
from functools import cache
from pathlib import PurePath
from types import ModuleType

from minutes_parser.source import MinutesError, Source

_PAGE = re.compile(rb"\s*(?:<!--.{0,500}?-->\s*)*<(?:!doctype html|html|head|body)\b", re.IGNORECASE | re.DOTALL)


def read_bytes(data: bytes, name: str, format: str | None = None) -> Source:
    """Read a document; ``format`` names the reader, without it the content and then the suffix of ``name`` decide."""
    if not data:
        raise MinutesError(f"{name}: is empty; give minutes with text in them")
    if format is not None and format not in formats():
        raise MinutesError(f"unknown format '{format}'; choose one of {', '.join(formats())}")
    reader: ModuleType = _reader(format or _format(data, name))
    source: Source = reader.read(data, name)
    return source


@cache
def formats() -> tuple[str, ...]:
    """Return the names of the formats that can be read."""
    names = (module.name for module in pkgutil.iter_modules(__path__))
    return tuple(sorted(name for name in names if hasattr(_reader(name), "SUFFIXES")))


def _reader(name: str) -> ModuleType:
    return importlib.import_module(f"{__name__}.{name}")


def _format(data: bytes, name: str) -> str:
    """Return the format of a document by its first bytes, then by its suffix."""
    if _PAGE.match(data, 0, 4000):
        return "html"
    if data[:1024].lstrip().startswith(b"%PDF-"):
        return "pdf"
    suffix = PurePath(name).suffix.lower()
    for format in formats():
        if suffix in _reader(format).SUFFIXES:
            return format
    return "text"
