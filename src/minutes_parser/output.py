"""Where results go: standard output, or a file that is replaced only when the new one is whole."""

from __future__ import annotations

import contextlib
import os
import stat
import sys
import tempfile
from collections.abc import Callable, Iterator, Sequence
from pathlib import Path
from typing import BinaryIO

from minutes_parser import lazy
from minutes_parser.source import MinutesError

HALF = ".minutes-"
"""How the name of a file begins that is not whole yet."""
Write = Callable[[bytes], None]

READER_GONE = 141
"""Exit code where the reader of a pipe has closed it: what a shell reports of any command that SIGPIPE ends."""

# Control characters of C0 and C1, and those that turn the direction of writing: a terminal would act on them.
_CONTROL = lazy.compile("[\x00-\x1f\x7f-\x9f\u061c\u200e\u200f\u202a-\u202e\u2066-\u2069]")


def visible(text: str) -> str:
    """Return ``text`` safe for a terminal, white space folded to blanks and each control character made a picture."""
    return _CONTROL.sub(lambda match: _picture(match[0]), text)


def _picture(character: str) -> str:
    if character in "\t\n\r":
        return " "
    return chr(0x2400 + ord(character)) if character < " " else "\ufffd"


def escaped(record: bytes) -> bytes:
    r"""Return the same JSON, with the control characters that JSON lets stand as they are written as ``\uXXXX``."""
    lines = record.decode().split("\n")
    return "\n".join(_CONTROL.sub(lambda match: f"\\u{ord(match[0]):04x}", line) for line in lines).encode()


def complain(message: object) -> None:
    """Print one sentence on standard error."""
    with contextlib.suppress(OSError, ValueError):
        sys.stderr.write(f"minutes: {visible(str(message))}\n")
        sys.stderr.flush()


def to_stdout(data: bytes) -> None:
    """Write ``data`` to standard output at once; leave quietly where its reader has gone."""
    try:
        sys.stdout.buffer.write(data)
        sys.stdout.buffer.flush()
    except OSError as error:
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())  # what is left in the buffer must not raise
        if isinstance(error, BrokenPipeError):
            raise SystemExit(READER_GONE) from None
        raise MinutesError(f"standard output: cannot be written ({error.strerror}); make room for it") from error


@contextlib.contextmanager
def opened(path: Path | None, inputs: Sequence[str] = ()) -> Iterator[Write]:
    """Yield what writes bytes to the file at ``path``, or to standard output where there is none.

    A file is written beside its place and moved there at the end: where anything fails before, or nothing was
    written, what stood there stays as it was. A device or a pipe is written to directly. None of the ``inputs`` may be
    overwritten.
    """
    if path is None:
        yield to_stdout
        return
    target = Path(os.path.realpath(path))
    name = path.name or str(path)
    if target.is_dir():
        raise MinutesError(f"{name}: is a directory; name a file to write")
    if any(os.path.realpath(file) == str(target) for file in inputs):
        raise MinutesError(f"{name}: is one of the minutes to read; choose another place")
    with contextlib.ExitStack() as stack:
        try:
            if target.exists() and not target.is_file():
                file: BinaryIO = stack.enter_context(target.open("wb"))
            else:
                file = stack.enter_context(replacing(target))
            yield lambda data: _write(file, data)
        except OSError as error:
            reason = error.strerror or str(error)
            raise MinutesError(f"{name}: cannot be written ({reason}); choose another place") from error


def _write(file: BinaryIO, data: bytes) -> None:
    file.write(data)


@contextlib.contextmanager
def replacing(target: Path) -> Iterator[BinaryIO]:
    """Yield a file beside ``target`` that takes its place at the end, where anything was written to it.

    Raise ``OSError`` where that is not to be had.
    """
    if target.exists() and not os.access(target, os.W_OK):
        raise PermissionError(None, "it is write-protected")
    handle, beside = tempfile.mkstemp(prefix=HALF, dir=target.parent)
    try:
        with open(handle, "wb") as file:
            yield file
            file.flush()
            os.fsync(file.fileno())
            written = file.tell()
        if written:
            os.chmod(beside, _mode(target))
            os.replace(beside, target)
    finally:
        Path(beside).unlink(missing_ok=True)


def _mode(target: Path) -> int:
    """Return the permissions of the file at ``target``, or those that a new file would get."""
    if target.exists():
        return stat.S_IMODE(target.stat().st_mode)
    mask = os.umask(0)
    os.umask(mask)
    return 0o666 & ~mask
