"""The files to check: as named, out of folders, by patterns; what ``.gitignore`` leaves out stays out of folders."""

from __future__ import annotations

import glob
import os
from collections.abc import Callable, Iterable, Iterator, Sequence
from pathlib import Path

from minutes_parser.checks.cache import FOLDER
from minutes_parser.readers import suffixes
from minutes_parser.source import MinutesError

_NEVER = (".git", ".hg", ".svn", ".venv", "node_modules", "__pycache__", FOLDER)
"""Folders of tools, in which nobody keeps minutes."""

Fits = Callable[[str], bool]
"""Whether patterns fit a path with slashes, relative to where they stand; that of a folder ends with one."""


def matcher(patterns: Iterable[str]) -> Fits:
    """Return what tells whether patterns of ``.gitignore`` fit; without patterns the library for them is not loaded."""
    lines = [line for line in patterns if line.strip()]
    if not lines:
        return lambda path: False
    from pathspec import GitIgnoreSpec

    return GitIgnoreSpec.from_lines(lines).match_file


def find(paths: Sequence[str], exclude: Sequence[str], gitignore: bool) -> Iterator[Path]:
    """Yield each file once: those named in their order, those of a folder sorted.

    A named file is taken whatever it is called. Out of folders come the documents with a suffix that can be read.
    """
    seen: set[Path] = set()
    for path in paths:
        for file in _named(path, matcher(exclude), gitignore):
            if (real := file.resolve()) not in seen:
                seen.add(real)
                yield file


def _named(path: str, exclude: Fits, gitignore: bool) -> Iterator[Path]:
    place = Path(path)
    if place.is_dir():
        above = [found for folder in _up_to_repository(place) for found in _own(folder)] if gitignore else []
        yield from _below(place, [(place, exclude), *above], gitignore)
    elif place.exists() or not glob.has_magic(path):
        yield place
    else:
        found = sorted(glob.glob(path, recursive=True))
        if not found:
            raise MinutesError(f"{path}: fits no file; check the pattern")
        yield from (Path(name) for name in found if not Path(name).is_dir())


def _below(folder: Path, ignored: list[tuple[Path, Fits]], gitignore: bool) -> Iterator[Path]:
    """Yield the documents in ``folder``; links to folders are not followed."""
    ignored = [*ignored, *_own(folder)] if gitignore else ignored
    for entry in sorted(os.scandir(folder), key=lambda entry: entry.name):
        place = Path(entry.path)
        if entry.name in _NEVER or any(_fits(fits, base, place, entry.is_dir()) for base, fits in ignored):
            continue
        if entry.is_dir(follow_symlinks=False):
            yield from _below(place, ignored, gitignore)
        elif entry.is_file() and place.suffix.lower() in suffixes():
            yield place


def _up_to_repository(folder: Path) -> Iterator[Path]:
    """Yield the folders above ``folder`` up to the root of its repository; none where it is that root itself."""
    at = folder.resolve()
    while not (at / ".git").exists() and at != at.parent:
        at = at.parent
        yield at


def _own(folder: Path) -> Iterator[tuple[Path, Fits]]:
    file = folder / ".gitignore"
    if file.is_file():
        yield folder, matcher(file.read_text("utf-8", errors="replace").splitlines())


def _fits(fits: Fits, base: Path, place: Path, is_folder: bool) -> bool:
    relative = os.path.relpath(place.parent.resolve() / place.name, base.resolve()).replace(os.sep, "/")
    return not relative.startswith("..") and fits(relative + "/" * is_folder)
