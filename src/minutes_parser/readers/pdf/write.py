"""Write paragraphs and rows as a ``Source``."""

from __future__ import annotations

from collections.abc import Sequence

from minutes_parser.source import Line, LineKind, Source


class Writer:
    """Collects text and lines."""

    def __init__(self) -> None:
        """Begin with an empty text."""
        self._pieces: list[str] = []
        self._length = 0
        self._lines: list[Line] = []
        self._block = 0

    def text(
        self, words: str, page: int, kind: LineKind = "text", *, bold: bool = False, level: int = 0,
        emphasis: Sequence[tuple[int, int]] = (), apart: bool = False, item: tuple[int, int] = (0, 0),
    ) -> None:  # fmt: skip
        """Add a line that is a block of its own, behind a blank one if ``apart``; ``emphasis`` counts from its start.

        ``item`` is the depth of a list's item and the length of its bullet.
        """
        if not words:
            return
        self._block += 1
        start = self._put(words, "\n\n" if apart else "\n")
        spans = () if bold else tuple((start + a, start + b) for a, b in emphasis)
        depth, bullet = item
        if depth:
            kind = "item"
        self._lines.append(
            Line(
                start, self._length, page, kind, self._block, level, depth, start + bullet if depth else -1,
                bold=bold, emphasis=spans,
            )
        )  # fmt: skip

    def row(self, texts: Sequence[str], page: int, table: int, *, header: bool) -> None:
        """Add a row of a table."""
        self._block += 1
        start = self._put("\t".join(texts))
        spans, at = [], start
        for text in texts:
            spans.append((at, at + len(text)))
            at += len(text) + 1
        self._lines.append(
            Line(start, self._length, page, "row", self._block, cells=tuple(spans), table=table, header=header)
        )

    def _put(self, words: str, gap: str = "\n") -> int:
        """Add a line of text and return where it starts."""
        if self._pieces:
            self._pieces.append(gap)
            self._length += len(gap)
        start = self._length
        self._pieces.append(words)
        self._length += len(words)
        return start

    def source(self, name: str, media_type: str, notes: tuple[str, ...]) -> Source:
        """Return what was written."""
        return Source(name, "".join(self._pieces), tuple(self._lines), media_type, None, notes=notes)
