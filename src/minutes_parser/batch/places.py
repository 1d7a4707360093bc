"""Where documents come from and outputs go: folders of this machine, or any file system that fsspec knows."""

from __future__ import annotations

import os
from collections.abc import Iterator
from pathlib import Path, PurePosixPath
from typing import Any, Protocol

from minutes_parser.output import HALF, replacing
from minutes_parser.source import MinutesError


class Place(Protocol):
    """A folder, its files named by paths relative to it, with slashes."""

    def names(self) -> Iterator[str]:
        """Yield the files in it and below, in order; links to folders are not followed."""

    def read(self, name: str) -> bytes:
        """Return what a file holds."""

    def write(self, name: str, data: bytes) -> None:
        """Write a file, which appears only once it is whole."""

    def exists(self, name: str) -> bool:
        """Return whether there is such a file."""

    def tidy(self) -> None:
        """Remove what a killed run left half-written."""


class Folder:
    """A folder of this machine."""

    def __init__(self, root: str) -> None:
        """Take the folder ``root``, which need not exist before something is written."""
        self.root = Path(root)

    def names(self) -> Iterator[str]:
        """Yield the files in it and below, in order."""
        for folder, folders, files in os.walk(self.root):
            folders[:] = sorted(name for name in folders if name not in (".git", ".venv", "node_modules"))
            for file in sorted(files):
                yield Path(folder, file).relative_to(self.root).as_posix()

    def read(self, name: str) -> bytes:
        """Return what a file holds."""
        return (self.root / name).read_bytes()

    def write(self, name: str, data: bytes) -> None:
        """Write a file, which appears only once it is whole."""
        target = self.root / name
        target.parent.mkdir(parents=True, exist_ok=True)
        with replacing(target) as file:
            file.write(data)

    def exists(self, name: str) -> bool:
        """Return whether there is such a file."""
        return (self.root / name).is_file()

    def tidy(self) -> None:
        """Remove what a killed run left half-written."""
        for left in self.root.rglob(f"{HALF}*"):
            left.unlink(missing_ok=True)


class Remote:
    """A folder of any file system that fsspec knows: ``s3://bucket/minutes``, ``memory://minutes``."""

    def __init__(self, root: str) -> None:
        """Connect to ``root``; raise ``MinutesError`` where that takes an extra that is not installed."""
        try:
            import fsspec

            self._files: Any
            self._files, self._root = fsspec.core.url_to_fs(root)
        except (ImportError, ValueError) as error:
            hint = "pip install 'minutes-parser[remote]', and what fsspec needs for it"
            raise MinutesError(f"{root}: cannot be reached ({error}); {hint}") from None

    def names(self) -> Iterator[str]:
        """Yield the files in it and below, in order."""
        prefix = self._root.rstrip("/") + "/"
        yield from sorted(name[len(prefix) :] for name in self._files.find(self._root) if name.startswith(prefix))

    def read(self, name: str) -> bytes:
        """Return what a file holds."""
        data: bytes = self._files.cat_file(self._path(name))
        return data

    def write(self, name: str, data: bytes) -> None:
        """Write a file: such stores show it only once it is whole."""
        self._files.makedirs(str(PurePosixPath(self._path(name)).parent), exist_ok=True)
        self._files.pipe_file(self._path(name), data)

    def exists(self, name: str) -> bool:
        """Return whether there is such a file."""
        found: bool = self._files.isfile(self._path(name))
        return found

    def tidy(self) -> None:
        """Do nothing: such stores keep no half-written file."""

    def _path(self, name: str) -> str:
        return f"{self._root.rstrip('/')}/{name}"


def place(root: str) -> Place:
    """Return the place that ``root`` names: a folder, or a URL of fsspec."""
    return Remote(root) if "://" in root else Folder(root)
