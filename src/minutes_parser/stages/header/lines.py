"""The lines in which a document speaks of its meeting: those around the business, and those with a label before them."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from typing import Literal, NamedTuple, cast

from minutes_parser import lazy
from minutes_parser.dates import WrittenDate, find_dates
from minutes_parser.layout.blocks import Block
from minutes_parser.layout.outline import Outline, Part

Field = Literal["next", "date", "start", "end", "venue", "chair", "minutes", "secretary", "body", "title", "published"]
Place = tuple[int, int]
"""Offsets into the text, the end excluded."""

FIRST_BLOCKS, LAST_BLOCKS = 400, 100
LONGEST_LINE = 400
"""Characters of a line that are looked at for labels."""


class HeadLine(NamedTuple):
    """One line (or table cell) of the document's head or foot."""

    start: int
    end: int
    metadata: bool = False
    heading: bool = False
    cells: tuple[Place, ...] = ()
    block: Block | None = None
    counts: bool = True
    """Whether a digit stands in it, as far as labels are looked for: without one it has no date."""


@dataclass(frozen=True, slots=True)
class Labelled:
    """What stands behind a label such as 'Venue:'."""

    field: Field
    start: int
    end: int
    metadata: bool = False
    label: Place = (0, 0)


_MEETING = r"(?:(?:the|this|of|meeting)\s+)*"
_LABELS: dict[Field, str] = {
    "next": r"(?:(?:date|time|venue|details?)(?:\s*(?:,|/|&|and)\s*(?:time|place|venue|location))*\s+(?:of|for)\s+(?:the\s+)?)?"
            r"next\s+(?:\w+\s+){0,2}(?:meeting|plenum|session|call)(?:\s+(?:date|will\s+be|is))?(?:\s+(?:and|&|/)\s+time)?|(?:dates?\s+(?:of|for)\s+)?(?:the\s+)?(?:future|forthcoming|upcoming)\s+meetings?(?:\s+dates)?|next",
    "published": r"(?:published|created|revised|updated|last\s+updated|posted|uploaded|lastmod|modified|approved(?:\s+on)?)(?:\s+(?:date|on))?",
    "date": r"(?:meeting[\s_-]+)?(?:date|day)(?:\s*(?:/|&|and|,)\s*(?:start\s+)?(?:time|place|venue|location))*(?:\s+of\s+(?:the\s+)?meeting|\s+held)?"
            r"|held(?:\s+on)?|when|meeting[\s_-]+(?:date|held)",
    "end": rf"{_MEETING}(?:end(?:ed|s)?|finish(?:ed)?|clos(?:e[ds]?|ing)|adjourn(?:s)?(?:ed|ment)|conclu(?:ded|sion))(?:\s+time|\s+of\s+meeting)?(?:\s+at)?"
           r"|time\s+(?:(?:the\s+)?meeting\s+)?(?:end(?:ed|s)?|closed|finish(?:ed)?|adjourned)|end[\s_-]?(?:date|datetime|time)",
    "start": rf"{_MEETING}(?:start(?:ed|s)?|open(?:ed|ing|s)?|commence[ds]|beg(?:an|ins)|call(?:ed)?\s+to\s+order)(?:\s+time)?(?:\s+at)?"
             r"|(?:meeting[\s_-]+)?times?(?:\s+(?:(?:the\s+)?meeting\s+)?(?:start(?:ed|s)?|began|commenced|opened|of\s+(?:the\s+)?meeting))?",
    "venue": r"(?:meeting\s+)?(?:venue|location|place|platform)(?:\s*(?:/|&|and)\s*\w+)?(?:\s+of\s+(?:the\s+)?meeting)?|where|(?:meeting\s+)?held\s+(?:at|in)",
    "chair": r"chair(?:man|woman|person)?\s*(?:/|&|and)\s*(?:(?:minutes?|notes?)(?:[\s-]*taker)?|scribe|clerk|secretary)|(?:meeting\s+|session\s+|acting\s+|(?:present\s+)?in\s+(?:the\s+)?)?chair(?:s|man|woman|person|ed\s+by|ing)?(?:\s+(?:of|for)\s+(?:the|this)\s+(?:meeting|session))?|presid(?:ing|ed\s+over\s+by|ed(?:\s+by)?)(?:\s+officer)?"
             r"|meeting\s+(?:lead|leader|host)|host|(?:meeting\s+)?(?:called\s+to\s+order|opened|convened|conducted|led|run)\s+by|(?:meeting\s+)?(?:facilitat(?:or|ed\s+by)|moderat(?:or|ed\s+by)|convenor|convener)",
    "minutes": r"(?:meeting\s+)?(?:scribe(?:s|\(s\))?|(?:minute|note)[\s-]?s?[\s-]?taker(?:s|\(s\))?|minuter|(?:minutes?|recording|rotating|acting|meeting|session)\s+(?:secretary|clerk)|recorder)"
               r"|(?:minutes|notes)(?:\s+(?:taken|recorded|prepared|written|produced|compiled|drafted|kept))?\s+by|(?:minuted|scribed|clerked|recorded|compiled)\s+by"
               r"|minutes|notes|taking\s+(?:notes|minutes)|keeper\s+of\s+the\s+minutes|clerk\s+to\s+the\s+meeting|in\s+attendance\s+to\s+take\s+minutes",
    "secretary": r"(?:hon(?:orary|\.)?\s+)?secretary|secretariat",
    "body": r"committee|board|name\s+of\s+(?:committee|board|body|group)|working\s+group|body|(?:meeting\s+)?held\s+by|committee\s+name",
    "title": r"(?:meeting\s+)?title|subject",
}  # fmt: skip
_OPENINGS = frozenset(
    "act adj app beg boa bod cal cha cle clo com con cre dat day det end fac fin for fut hel hon hos kee las led loc mee min mod nam nex not"
    " ope pla pos pre pub rec rev rot run scr sec ses sta sub tak the thi tim tit upc upd upl ven whe wor".split()
)
"""The first three letters of the labels."""
_SPOKEN: dict[str, Field] = {"date": "date", "time": "start", "venue": "venue"}
_OFFICES = ("chair", "minutes")
_ALTERNATIVES = "|".join(f"(?P<{name}>{pattern})" for name, pattern in _LABELS.items())
_SEPARATOR = r"(?:\s?\*{0,2}[:=：]+(?=[\s\"'*_]|$|\D)\s*|\s+[-–—]\s+|[ ]{3,}|\t+\s*|[ \t]*$)"
_BY = r"(?<=\sby)\s+(?=[A-Z@])"
_LABEL = lazy.compile(rf"(?i)(?:{_ALTERNATIVES})(?:{_SEPARATOR}|(?-i:{_BY}))")
_FURTHER = lazy.compile(
    rf"(?i)(?:(?<![\w-])(?:{_ALTERNATIVES})(?:\s?:\s*|(?-i:{_BY}))|(?<=[ \t]{{2}})(?P<apart>date|time|venue)[ \t]{{2,}})"
)
_TOO = lazy.compile(r"(?i)chair.*(?:minute|note|scribe|clerk|secretary)")
"""A label for two offices: 'Chair and minute-taker'."""
_COLUMN = lazy.compile(r"(?<=[\w).,])[ ]{4,60}(?=[A-Z][A-Za-z ]{2,30}:[ ])")
_LEAD = lazy.compile(r"[\W_]*")
_DIGIT = lazy.compile(r"\d")
_WORD = lazy.compile(r"\w+")
_ENDING = " \t\r\n,;|*_\"'"


def head_lines(outline: Outline) -> list[HeadLine]:
    """Return the lines that stand outside the business, agendas left out, in order: the first ones and the last ones."""
    blocks = [
        block
        for part in outline.parts
        if part.kind not in ("business", "agenda")
        for block in _blocks(part)
        if block.kind != "furniture"
    ]
    if len(blocks) > FIRST_BLOCKS + LAST_BLOCKS:
        blocks = blocks[:FIRST_BLOCKS] + blocks[-LAST_BLOCKS:]
    return [line for block in blocks for line in _lines(outline.source.text, block)]


def names_day(text: str, line: HeadLine, day: WrittenDate) -> bool:
    """Whether the line holds this very date, or the same day written once more."""
    if line.start <= day.start < line.end:
        return True
    return line.counts and any(
        (found.day, found.month) == (day.day, day.month) and found.year in (None, day.year)
        for found in find_dates(text, line.start, min(line.end, line.start + 200))
    )


def business_lines(outline: Outline, parts: Iterable[Part]) -> Iterator[HeadLine]:
    """Yield the lines of some parts of the business."""
    for part in parts:
        for block in _blocks(part):
            yield from _lines(outline.source.text, block)


def _blocks(part: Part) -> Iterator[Block]:
    if part.heading:
        yield part.heading
    yield from part.blocks


def _lines(text: str, block: Block) -> Iterator[HeadLine]:
    """Cut a block into lines, a table row into one line with its cells."""
    if block.kind == "furniture":
        return
    if block.cells:
        yield HeadLine(block.start, block.end, cells=block.cells, block=block)
        return
    for start, end in block.lines or ((block.start, block.end),):
        begin = block.body if start <= block.body < end else start
        counts = _DIGIT.search(text, begin, min(end, begin + LONGEST_LINE)) is not None
        yield HeadLine(begin, end, block.kind == "metadata", block.kind == "heading" or block.bold, (), block, counts)


def labelled(text: str, lines: list[HeadLine]) -> list[Labelled]:
    """Return the labelled values among the lines, in order.

    A value stands behind its label, up to the next label of the line; where nothing does, in the next cell or line.
    """
    found: list[Labelled] = []
    for index, line in enumerate(lines):
        if line.cells:
            found += _in_cells(text, line)
        elif first := _label_at(text, line.start, line.end) or _behind_gap(text, line):
            following = lines[index + 1] if index + 1 < len(lines) else None
            found += _in_line(text, line, first, following)
    return found


def of_page(text: str, value: Labelled) -> bool:
    """Whether a value stands among those of a page of a web site ('Slug: ...', 'Modified: ...'), which tell when that was made."""
    around = text[max(0, value.label[0] - _AROUND) : value.end + _AROUND]
    return value.start < _FIRST and _PAGE_KEY.search(around) is not None


_PAGE_KEY = lazy.compile(r"(?mi)^(?:modified|slug|save_as|tags|category|categories|layout|permalink)[ ]?:")
_AROUND, _FIRST = 120, 400


def _label_at(text: str, start: int, end: int) -> re.Match[str] | None:
    lead = _LEAD.match(text, start, min(end, start + 8))
    begin = lead.end() if lead else start
    return _LABEL.match(text, begin, min(end, start + LONGEST_LINE)) if may_label(text[begin : begin + 3]) else None


def _behind_gap(text: str, line: HeadLine) -> re.Match[str] | None:
    """Return the label that stands as a column has it, behind what has none: 'Police: PC Bell           Minutes: Mary Day'."""
    if line.metadata or text.find("    ", line.start, line.end) < 0:
        return None
    gap = _COLUMN.search(text, line.start, min(line.end, line.start + LONGEST_LINE))
    return _label_at(text, gap.end(), line.end) if gap else None


def may_label(opening: str) -> bool:
    """Whether a label may begin with these three characters; of letters beyond ASCII a pattern may take some for others."""
    low = opening.lower()
    return low in _OPENINGS or low[:2] in ("in", "of") or not opening.isascii()


def is_labelled(text: str, line: HeadLine) -> bool:
    """Whether a label with a colon opens the line."""
    label = _label_at(text, line.start, line.end)
    return bool(label and (":" in label[0] or label[0].rstrip().lower().endswith(" by")))


def _in_line(text: str, line: HeadLine, first: re.Match[str], following: HeadLine | None) -> Iterator[Labelled]:
    """Yield the values of one line; its last one may stand in the following line."""
    end = min(line.end, line.start + LONGEST_LINE)
    labels = [first]
    further = (text, first.end(), end)
    if not line.metadata and _may_hold_label(*further) and _opens_label(*further):
        labels += _FURTHER.finditer(*further)  # but 'title: "Meeting minutes: 1 May"' is one value
    for label, after in zip(labels, [*labels[1:], None], strict=True):
        place = _strip(text, label.end(), after.start() if after else line.end)
        if (
            place[0] >= place[1]
            and following
            and not following.cells
            and not (line.heading and following.heading)
            and not _label_at(text, following.start, following.end)
        ):
            place = _strip(text, following.start, following.end)
        if place[0] < place[1]:
            yield Labelled(_field(label), *place, line.metadata, label.span())
            if _TOO.search(label[0]):
                yield Labelled("minutes", *place, line.metadata, label.span())


def _may_hold_label(text: str, start: int, end: int) -> bool:
    """Whether a slice holds what ends a label behind another: a colon, 'by', or a gap as wide as columns have."""
    behind = text[start:end]
    return ":" in behind or "by" in behind or "  " in behind or "\t" in behind


def _opens_label(text: str, start: int, end: int) -> bool:
    """Whether one of the words in a slice may begin a label."""
    return any(may_label(word[:3]) for word in _WORD.findall(text, start, end))


def _in_cells(text: str, line: HeadLine) -> Iterator[Labelled]:
    """Yield the values of a table row: in the label's own cell or the next one that holds text."""
    for index, (start, end) in enumerate(line.cells):
        label = _label_at(text, start, end)
        if text.find("\n", start, end) > 0 or (label and _may_hold_label(text, label.end(), end)):
            yield from _in_lines(text, start, end, index > 0)
            continue
        if not label or (index and _field(label) in _OFFICES):
            continue  # in a later column stands somebody's role
        near = [_strip(text, label.end(), end), *(_strip(text, *cell) for cell in line.cells[index + 1 : index + 2])]
        for place in near:
            if place[0] < place[1]:
                yield Labelled(_field(label), *place, False, label.span())
                break


def _in_lines(text: str, start: int, end: int, later: bool) -> Iterator[Labelled]:
    """Yield the values of a cell that holds several labels, in lines or behind each other."""
    lines = list[HeadLine]()
    while start < end:
        stop = text.find("\n", start, end)
        stop = stop if stop >= 0 else end
        lines.append(HeadLine(start, stop))
        start = stop + 1
    yield from (value for value in labelled(text, lines) if not (later and value.field in _OFFICES))


def _field(label: re.Match[str]) -> Field:
    name = label.lastgroup or ""  # the groups do not nest: the last one that matched is the only one
    return cast(Field, _SPOKEN[label[name].casefold()] if name == "apart" else name)


def _strip(text: str, start: int, end: int) -> Place:
    while start < end and text[start] in _ENDING:
        start += 1
    while end > start and text[end - 1] in _ENDING:
        end -= 1
    return start, end


__all__ = [
    "Field",
    "HeadLine",
    "Labelled",
    "Place",
    "business_lines",
    "head_lines",
    "is_labelled",
    "labelled",
    "names_day",
    "of_page",
]
