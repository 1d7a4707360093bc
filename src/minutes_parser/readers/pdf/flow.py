"""Flow: words put together into lines, lines into paragraphs, by where they stand."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, field
from itertools import pairwise
from operator import attrgetter
from statistics import median

from minutes_parser.readers.pdf.words import Word

WIDE = 2.0
"""A gap of so many font sizes parts what stands in one line."""

BULLET = re.compile(r"[•●○▪■◦‣⁃∙·\uf0b7\uf0a7\uf0d8♦➢✓o*–—-]\Z")
_NUMBER = re.compile(
    r"\(?(?:[A-Z]{1,4}[/.-]?\d{1,4}(?:[./-]\d{1,4}){0,4}|\d{1,4}(?:[./]\d{1,4}){0,4}|[A-Za-z]|[ivxIVX]{1,5})[.)]{0,2}\Z"
)
_OPENING = re.compile(
    r"\(?(?:\d{1,3}(?:\.\d{1,3}){0,4}|[a-z]|[ivx]{1,5})[.)]\Z|\([A-Z]\)\Z|[•●○▪■◦‣⁃∙·\uf0b7\uf0a7\uf0d8♦➢✓]\Z"
)
_APART = re.compile(r"[A-Z][.)]\Z|(?:[A-Z]{1,4}[/.-]?)?\d{1,4}(?:[./-]\d{1,4}){0,4}[.)]?\Z|[-–—o*]\Z")
"""A number or sign that a paragraph may hold as well: it opens one only if a gap follows it."""
_LABEL = re.compile(r"[A-Z][\w.’'&/ \-]{0,40}:(?:\s|\Z)")
_ENDS = ".:;!?"
_FEW = 5
"""A line of so few words may be an entry of a list, whose next entry begins in lower case."""
_SOFT_HYPHEN = "\u00ad"


@dataclass(slots=True)
class TextLine:
    """Words that stand on one baseline, from left to right."""

    words: list[Word] = field(default_factory=list)

    @property
    def x0(self) -> float:
        """Left edge."""
        return self.words[0].x0

    @property
    def x1(self) -> float:
        """Right edge."""
        return self.words[-1].x1

    @property
    def y(self) -> float:
        """Baseline."""
        return self.words[0].y

    @property
    def size(self) -> float:
        """Size of the font, of the word in the middle."""
        return self.words[len(self.words) // 2].size

    @property
    def bold(self) -> bool:
        """Whether all of it is bold."""
        return all(word.bold for word in self.words)

    @property
    def colour(self) -> int:
        """The colour of all of it; 0 for black, a grey, or several colours."""
        first = self.words[0].colour
        return first if first and all(word.colour == first for word in self.words) else 0

    @property
    def dotted(self) -> bool:
        """Whether a bullet is drawn in front of it."""
        return self.words[0].dotted

    @property
    def text(self) -> str:
        """The words; a tab stands for a wide gap."""
        return "\t".join([" ".join([word.text for word in part.words]) for part in self.segments()])

    @property
    def emphasised(self) -> bool:
        """Whether any of it is bold."""
        return any(word.bold for word in self.words)

    def spaced(self) -> Iterator[tuple[str, str, bool]]:
        """Yield each word, with what stands before it: nothing, a space, or a tab for a wide gap; and whether it is bold."""
        gap = ""
        for part in self.segments():
            for word in part.words:
                yield gap, word.text, word.bold
                gap = " "
            gap = "\t"

    def segments(self) -> list[TextLine]:
        """Return the parts between wide gaps."""
        words, parts, start = self.words, [], 0
        before = words[0]
        for at, word in enumerate(words):
            if word.x0 - before.x1 > WIDE * word.size and not _leads(before.text, at == 1):
                parts.append(TextLine(words[start:at]))
                start = at
            before = word
        return [*parts, TextLine(words[start:])]


@dataclass(slots=True)
class Paragraph:
    """Lines that make up one paragraph, and what stands beside it in a column for owners."""

    lines: list[TextLine]
    page: int
    asides: list[str] = field(default_factory=list)
    stray: bool = False
    """It stands in a column for owners, beside no paragraph."""

    @property
    def text(self) -> str:
        """The text of its lines, words broken at a line's end put together."""
        return self.composed()[0]

    def composed(self) -> tuple[str, list[tuple[int, int]]]:
        """Return the text, and the offsets in it of the parts that are set bold."""
        pieces: list[str] = []
        spans: list[tuple[int, int]] = []
        length = 0
        for line in self.lines:
            parts = line.spaced() if line.emphasised else [("", line.text, False)]
            for gap, text, bold in parts:
                if pieces and not gap:
                    whole = pieces[-1].rstrip(_SOFT_HYPHEN)
                    gap = _between(pieces[-1], text)
                    length -= len(pieces[-1]) - len(whole)
                    pieces[-1] = whole
                pieces += gap, text
                start = length + len(gap)
                length = start + len(text)
                if bold:
                    first = spans.pop()[0] if spans and spans[-1][1] >= start - 1 else start
                    spans.append((first, length))
        return "".join(pieces), spans

    @property
    def bold(self) -> bool:
        """Whether all of it is bold; what strays from a column is no heading, however it is set."""
        return not self.stray and all(line.bold for line in self.lines)

    @property
    def top(self) -> float:
        """Upper edge."""
        return self.lines[0].y + self.lines[0].size

    @property
    def bottom(self) -> float:
        """Lowest baseline."""
        return self.lines[-1].y


def join(text: str, more: str) -> str:
    """Join two lines of one paragraph; a soft hyphen at the end goes, a hard one that broke a word stays."""
    return text.rstrip(_SOFT_HYPHEN) + _between(text, more) + more


def _between(text: str, more: str) -> str:
    """Return what stands between a line's end and the next line: nothing if a word is broken there."""
    broken = text[-1:] == "-" and text[-2:-1].isalpha() and more[:1].islower()
    return "" if broken or text[-1:] == _SOFT_HYPHEN else " "


def _leads(word: str, first: bool) -> bool:
    """Whether the first word of a line is a bullet or number, set off from the text by a gap."""
    return first and bool(BULLET.match(word) or _NUMBER.match(word))


_left = attrgetter("x0")
_base = attrgetter("y")


def text_lines(words: Iterable[Word]) -> list[TextLine]:
    """Return the lines that the words make, from the top down."""
    lines: list[list[Word]] = []
    base = 0.0
    for word in sorted(words, key=_base, reverse=True):
        if lines and base - word.y < 0.35 * word.size:
            lines[-1].append(word)
        else:
            lines.append([word])
            base = word.y
    for line in lines:
        line.sort(key=_left)
    return [TextLine(line) for line in lines]


def pitch(regions: Iterable[Sequence[TextLine]]) -> float:
    """Return the usual distance of two baselines, in font sizes."""
    gaps = [
        (a.y - b.y) / b.size for lines in regions for a, b in pairwise(lines)
        if 0.9 < (a.y - b.y) / b.size < 2.2
    ]  # fmt: skip
    return median(gaps) if gaps else 1.2


def paragraphs(lines: Sequence[TextLine], page: int, right: float, spacing: float) -> list[Paragraph]:
    """Put the lines of one region together; ``right`` is where its full lines end, ``spacing`` their usual pitch."""
    found: list[Paragraph] = []
    for line in lines:
        if found and continues(found[-1].lines, line, right, spacing):
            found[-1].lines.append(line)
        else:
            found.append(Paragraph([line], page))
    return found


def continues(lines: list[TextLine], line: TextLine, right: float, spacing: float) -> bool:
    """Whether ``line`` goes on with the paragraph of ``lines``."""
    return is_near(lines[-1].y, line, spacing) and follows(lines, line, right)


def is_near(above: float, line: TextLine, spacing: float) -> bool:
    """Whether no more than the usual room stands between a baseline ``above`` and ``line``."""
    return above - line.y <= (spacing * 1.2 + 0.15) * line.size


def follows(lines: list[TextLine], line: TextLine, right: float) -> bool:
    """Whether ``line`` may go on with the paragraph of ``lines``, wherever it stands on its page."""
    first, last = lines[0], lines[-1]
    return (
        abs(last.size - line.size) < 0.2 * line.size
        and wraps(last, line, right)
        and not _indented(first, last, line, single=len(lines) == 1)
    )


def wraps(last: TextLine, line: TextLine, right: float) -> bool:
    """Whether the first word of ``line`` had no room in the line before or is within a sentence, and begins nothing of its own."""
    word = line.words[0]
    if last.x1 + (word.x1 - word.x0) + 1.2 * word.size < right and not _flows_on(last, word):
        return False
    if ((last.bold or line.bold) and last.words[-1].bold != word.bold) or opens(line):
        return False
    return not any(b.x0 - a.x1 > 4 * b.size for a, b in pairwise(line.words[1:]))


def _flows_on(last: TextLine, word: Word) -> bool:
    """Whether a sentence or a list goes on with the word behind a line that was ended early."""
    end = last.words[-1].text[-1]
    return len(last.words) > _FEW and (end == "," or (word.text[0].islower() and end not in _ENDS))


def opens(line: TextLine) -> bool:
    """Whether the line begins a paragraph by a bullet, a number or a label."""
    first, after = line.words[0], line.words[1] if len(line.words) > 1 else None
    if line.dotted:
        return True
    if after and (_OPENING.match(first.text) or (_APART.match(first.text) and after.x0 - first.x1 > 0.7 * line.size)):
        return True
    return bool(_LABEL.match(" ".join(word.text for word in line.words[:5])))


def _indented(first: TextLine, last: TextLine, line: TextLine, *, single: bool) -> bool:
    """Whether the line's left edge tells that it begins a paragraph."""
    shift = line.x0 - last.x0
    if abs(shift) < 0.9 * line.size:
        return False
    if shift > 0:  # the text behind a bullet or number hangs
        return not (single and _hangs(first, line))
    return not (single and not opens(first) and line.words[0].text[:1].islower())


def _hangs(first: TextLine, line: TextLine) -> bool:
    """Whether the line stands under the text behind the first line's bullet or number."""
    return any(abs(word.x0 - line.x0) < 0.6 * line.size for word in first.words[1:4])
