"""Turn minutes of meetings into structured, validated records.

    >>> from minutes_parser import parse
    >>> record = parse("Minutes of the Ferry Committee, 3 May 2023")
    >>> record.to_json()  # doctest: +SKIP

Importing this package costs next to nothing: pydantic is loaded by the first parse, spaCy by the first sentence.
"""

from __future__ import annotations

import os
from pathlib import Path
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from minutes_parser.models import Minutes
    from minutes_parser.source import MinutesError, Source

__version__ = "0.1.0"
__all__ = ["Minutes", "MinutesError", "parse", "parse_all", "parse_bytes", "parse_file"]

LARGEST_FILE = 500_000_000
"""Bytes of the largest file that is looked at: those of the format that takes most."""
_HOMES = {"Minutes": "minutes_parser.models", "MinutesError": "minutes_parser.source"}


def parse(
    text: str, *, name: str = "-", sentences: bool = True, with_text: bool = False, model: str | None = None
) -> Minutes:
    """Read the minutes in ``text`` as plain text.

    ``name`` is what the record calls the document. Without ``sentences`` the exchanges and commitments stay empty and
    spaCy is not loaded; ``with_text`` keeps the text, to which all spans refer, in the record. A lone surrogate, which
    no file can hold, is read as U+FFFD.
    """
    import hashlib
    import re
    from dataclasses import replace

    from minutes_parser.pipeline import read_minutes
    from minutes_parser.readers.text import from_text

    try:
        data = text.encode("utf-8")
    except UnicodeEncodeError:  # only surrogates have no place in UTF-8
        text = re.sub("[\ud800-\udfff]", "\ufffd", text)
        data = text.encode("utf-8")
    digest = hashlib.sha256(data).hexdigest()
    source = replace(from_text(text, name), sha256=digest)
    return read_minutes(source, sentences=sentences, with_text=with_text, model=model)


def parse_file(
    path: str | Path,
    *,
    format: str | None = None,
    sentences: bool = True,
    with_text: bool = False,
    model: str | None = None,
) -> Minutes:
    """Read the minutes in the file at ``path``; raise ``MinutesError`` where it cannot be read.

    ``format`` names the reader ('text', 'markdown', 'wiki', 'org', 'rst', 'asciidoc', 'html', 'docx', 'pdf', 'odt', 'rtf', 'doc',
    'mail'); without it the file's content decides.
    """
    data, name = file_bytes(path)
    return parse_bytes(data, name, format=format, sentences=sentences, with_text=with_text, model=model)


def parse_bytes(
    data: bytes,
    name: str = "-",
    *,
    format: str | None = None,
    sentences: bool = True,
    with_text: bool = False,
    model: str | None = None,
) -> Minutes:
    """Read the minutes in ``data``, the bytes of a file called ``name``; otherwise like ``parse_file``.

    Of a document that holds several meetings the first is read, and a diagnostic (MIN006) says so.
    """
    from minutes_parser.pipeline import read_minutes

    return read_minutes(_source(data, name, format), sentences=sentences, with_text=with_text, model=model)


def parse_all(
    data: bytes,
    name: str = "-",
    *,
    format: str | None = None,
    sentences: bool = True,
    with_text: bool = False,
    model: str | None = None,
) -> list[Minutes]:
    """Read the minutes of each meeting in ``data``, in the order of the text; otherwise like ``parse_bytes``."""
    from minutes_parser.pipeline import read_each

    return list(read_each(_source(data, name, format), sentences=sentences, with_text=with_text, model=model))


def _source(data: bytes, name: str, format: str | None) -> Source:
    import hashlib
    from dataclasses import replace

    from minutes_parser.readers import read_bytes

    return replace(read_bytes(data, name, format), sha256=hashlib.sha256(data).hexdigest())


def file_bytes(path: str | Path) -> tuple[bytes, str]:
    """Return what the file at ``path`` holds and its name; raise ``MinutesError`` where it cannot be read."""
    from minutes_parser.source import MinutesError

    name = os.fsencode(Path(path).name).decode("utf-8", errors="replace")
    try:
        if os.path.getsize(path) > LARGEST_FILE:
            raise MinutesError(
                f"{name}: is larger than {LARGEST_FILE // 1_000_000} MB; split it, or save it without its pictures"
            )
        return Path(path).read_bytes(), name
    except (OSError, ValueError) as error:
        raise MinutesError(f"{name}: {_unreadable(error)}") from error


def _unreadable(error: OSError | ValueError) -> str:
    """Return what is wrong with a file that cannot be opened, and what to do."""
    if isinstance(error, FileNotFoundError):
        return "no such file; check the name"
    if isinstance(error, IsADirectoryError):
        return "is a directory; name the files in it"
    if isinstance(error, PermissionError):
        return "not allowed to read it; check its permissions"
    reason = error.strerror if isinstance(error, OSError) and error.strerror else str(error)
    return f"cannot be read ({reason}); check the name"


def __getattr__(name: str) -> object:
    """Load what is public but costs an import when it is first asked for."""
    from importlib import import_module

    if name in _HOMES:
        return getattr(import_module(_HOMES[name]), name)
    raise AttributeError(f"module {__name__!r} has no attribute {name!r}")
