"""Turn minutes of meetings into structured, validated records."""

from __future__ import annotations

import hashlib
from dataclasses import replace
from pathlib import Path
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from minutes_parser.models import Minutes

__version__ = "0.1.0"
__all__ = ["parse", "parse_file"]


def parse(text: str, *, name: str = "-") -> Minutes:
    """Read the minutes in ``text``."""
    from minutes_parser.pipeline import read_minutes
    from minutes_parser.source import Source, plain_lines

    data = text.encode("utf-8", errors="surrogatepass")
    return read_minutes(Source(name, text, plain_lines(text), sha256=hashlib.sha256(data).hexdigest()))


def parse_file(path: str | Path) -> Minutes:
    """Read the minutes in the file at ``path``."""
    from minutes_parser.pipeline import read_minutes
    from minutes_parser.readers import text

    data = Path(path).read_bytes()
    source = text.read(data, Path(path).name)
    return read_minutes(replace(source, sha256=hashlib.sha256(data).hexdigest()))
