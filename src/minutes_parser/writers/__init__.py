"""``Minutes`` to bytes: one module an output format.

A writer is a module or package of this folder with ``SUFFIXES`` and ``write(minutes, ...)``, which returns the bytes of
a file, and ``write_all(records, ...)`` where a file can hold several; the folder is the registry, the module's name is what ``--to`` takes. Its options are the keyword-only
parameters of ``write``. Importing a writer is cheap: what needs an outside library is imported by the first record.
"""

from __future__ import annotations

import importlib
import inspect
import pkgutil
from collections.abc import Sequence
from functools import cache
from pathlib import PurePath
from types import ModuleType

from minutes_parser.models import Minutes
from minutes_parser.source import MinutesError


def render(minutes: Minutes, format: str, **options: object) -> bytes:
    """Return the record in ``format``.

    An option that is ``None`` is not given; one that the format does not take raises ``MinutesError``, as does an
    unknown format.
    """
    return render_all([minutes], format, **options)


def render_all(records: Sequence[Minutes], format: str, **options: object) -> bytes:
    """Return several records in one file, as ``render`` does; raise ``MinutesError`` where the format holds but one."""
    given = {name: value for name, value in options.items() if value is not None}
    writer = _named(format)
    for name in given:
        if name not in _options(writer):
            raise MinutesError(f"--{name} does not apply to {format}; leave it out{_where(name)}")
    written: bytes
    if len(records) == 1:
        written = writer.write(records[0], **given)
    elif hasattr(writer, "write_all"):
        written = writer.write_all(records, **given)
    else:
        able = " or ".join(name for name in formats() if hasattr(_named(name), "write_all"))
        raise MinutesError(
            f"{format} holds one record, and here are {len(records)}; keep the line of one in a file of its own, or write {able}"
        )
    return written


@cache
def formats() -> tuple[str, ...]:
    """Return the names of the formats that can be written."""
    return tuple(sorted(module.name for module in pkgutil.iter_modules(__path__) if module.name[0] != "_"))


def format_of(path: PurePath) -> str:
    """Return the format that the suffix of ``path`` stands for: JSON where it has none."""
    suffix = path.suffix.lower()
    if not suffix:
        return "json"
    for name in formats():
        if suffix in _named(name).SUFFIXES:
            return name
    raise MinutesError(f"{path.name}: no format is written to '{suffix}' files; name one with --to: {_choices()}")


def suffix(format: str) -> str:
    """Return the suffix of files in the format, with its dot."""
    first: str = _named(format).SUFFIXES[0]
    return first


def wants_text(format: str) -> bool:
    """Return whether the format shows the text that was read, beside what was found in it."""
    return bool(getattr(_named(format), "WANTS_TEXT", False))


def _named(format: str) -> ModuleType:
    if format not in formats():
        raise MinutesError(f"unknown format '{format}'; choose one of {_choices()}")
    return importlib.import_module(f"{__name__}.{format}")


def _options(writer: ModuleType) -> set[str]:
    parameters = inspect.signature(writer.write).parameters.values()
    return {parameter.name for parameter in parameters if parameter.kind is parameter.KEYWORD_ONLY}


def _choices() -> str:
    return ", ".join(formats())


def _where(option: str) -> str:
    """Return which formats take the option, as the end of a sentence."""
    able = [name for name in formats() if option in _options(_named(name))]
    return f" or write {' or '.join(able)}" if able else ""
