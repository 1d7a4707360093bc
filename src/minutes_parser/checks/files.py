"""The files to check: as named, out of folders, by patterns; what ``.gitignore`` leaves out stays out of folders."""

from __future__ import annotations

import glob
import os
from collections.abc import Iterator, Sequence
from pathlib import Path

from pathspec import GitIgnoreSpec

from minutes_parser.readers import suffixes
from minutes_parser.source import MinutesError

_NEVER = (".git", ".hg", ".svn", ".venv", "node_modules", "__pycache__")
"""Folders of tools, in which nobody keeps minutes."""


def find(paths: Sequence[str], exclude: Sequence[str], gitignore: bool) -> Iterator[Path]:
    """Yield each file once: those named in their order, those of a folder sorted.

    A named file is taken whatever it is called. Out of folders come the documents with a suffix that can be read.
    """
    seen: set[Path] = set()
    for path in paths:
        for file in _named(path, GitIgnoreSpec.from_lines(exclude), gitignore):
            if (real := file.resolve()) not in seen:
                seen.add(real)
                yield file


def _named(path: str, exclude: GitIgnoreSpec, gitignore: bool) -> Iterator[Path]:
    place = Path(path)
    if place.is_dir():
        above = [spec for folder in _up_to_repository(place) for spec in _own(folder)] if gitignore else []
        yield from _below(place, [(place, exclude), *above], gitignore)
    elif place.exists() or not glob.has_magic(path):
        yield place
    else:
        found = sorted(glob.glob(path, recursive=True))
        if not found:
            raise MinutesError(f"{path}: fits no file; check the pattern")
        yield from (Path(name) for name in found if not Path(name).is_dir())


def _below(folder: Path, specs: list[tuple[Path, GitIgnoreSpec]], gitignore: bool) -> Iterator[Path]:
    """Yield the documents in ``folder``; links to folders are not followed."""
    specs = [*specs, *_own(folder)] if gitignore else specs
    for entry in sorted(os.scandir(folder), key=lambda entry: entry.name):
        place = Path(entry.path)
        if entry.name in _NEVER or any(_fits(spec, base, place, entry.is_dir()) for base, spec in specs):
            continue
        if entry.is_dir(follow_symlinks=False):
            yield from _below(place, specs, gitignore)
        elif entry.is_file() and place.suffix.lower() in suffixes():
            yield place


def _up_to_repository(folder: Path) -> Iterator[Path]:
    """Yield the folders above ``folder`` up to the root of its repository; none where it is that root itself."""
    at = folder.resolve()
    while not (at / ".git").exists() and at != at.parent:
        at = at.parent
        yield at


def _own(folder: Path) -> Iterator[tuple[Path, GitIgnoreSpec]]:
    file = folder / ".gitignore"
    if file.is_file():
        yield folder, GitIgnoreSpec.from_lines(file.read_text("utf-8", errors="replace").splitlines())


def _fits(spec: GitIgnoreSpec, base: Path, place: Path, is_folder: bool) -> bool:
    relative = os.path.relpath(place.parent.resolve() / place.name, base.resolve()).replace(os.sep, "/")
    return not relative.startswith("..") and spec.match_file(relative + "/" * is_folder)
