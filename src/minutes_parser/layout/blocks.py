"""Blocks: lines put together into paragraphs, list items, table rows and headings.

A text file breaks a paragraph over several lines; the reader of a structured format knows better. Here both become
the same thing, a sequence of blocks in the order of the text.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from typing import Literal

from minutes_parser import lazy
from minutes_parser.layout.commands import told_to_bots
from minutes_parser.layout.gapped import with_gapped
from minutes_parser.layout.spacing import closed_up, spaced_out
from minutes_parser.layout.teleconference import of_calls
from minutes_parser.readers.wrapping import wrap_width
from minutes_parser.source import Line, LineKind, Source

BlockKind = Literal["heading", "paragraph", "bullet", "row", "preformatted", "metadata", "furniture"]

_BULLET = lazy.compile(r"[ \t]*(?:[•●○▪■◦‣⁃∙·\uf0b7\uf0a7♦➢➤►▶▸»›→❖◆✓]|:(?=[ ]{3})|[*+\-–—o](?=[ \t]))[ \t]*(?=\S)")
_BOX = lazy.compile(r"(?:[-*+][ \t]+)?\[([ xX✓✔])\][ \t]+|([☐☑☒✓✔])[ \t]*")
_NUMBERED = lazy.compile(
    r"[ \t]*(?:\(?(?:\d{1,4}(?:[.\-/]\d{1,4})*|[A-Za-z]|[ivxIVX]{1,5})[.)]|\d{1,4}(?:[./]\d{1,4})+)[ \t]+(?=\S)"
    r"|[ \t]*\d{1,2}(?:\.\d{1,2})*[.)](?=[A-Z][a-z])|[ \t]*\d{1,2}\.\d{1,2}(?=[A-Z][a-z])"
)
_LABEL = lazy.compile(r"[ \t]*[A-Z@<][\w.’'&/@ \-]{0,40}(?:\([^)\n]{1,30}\))?[>]?:(?:[ \t]|$)")


_LONE_NUMBER = lazy.compile(r"[ \t]*\d{1,3}(?:\.\d{1,2}){0,3}[.)]?[ \t]*\Z")


@dataclass(slots=True)
class Block:
    """A paragraph, list item, table row or heading, with its place in the source.

    It never changes, as a named tuple would not; but its fields, asked thousands of times a document, are read in a fifth
    of the time. To freeze it would take as long as to make six.
    """

    start: int
    end: int
    body: int
    """Where its text begins, behind bullet and task-list box; a number or letter is not skipped."""
    kind: BlockKind
    number: int
    """Line of the file in which it begins (see ``Line.number``)."""
    level: int = 0
    depth: int = 0
    bold: bool = False
    italic: bool = False
    struck: bool = False
    checked: bool | None = None
    cells: tuple[tuple[int, int], ...] = ()
    table: int = 0
    header: bool = False
    emphasis: tuple[tuple[int, int], ...] = ()
    lines: tuple[tuple[int, int], ...] = ()
    """The lines that make it up."""
    head: tuple[tuple[int, int], ...] = ()
    """Of a row of minutes set as a table: the cells of the table's head, which stands in another part."""

    def until(self, end: int) -> Block:
        """Return the block with another ``end``."""
        return replace(self, end=end)


def look(source: Source) -> tuple[Block, ...]:
    """Put the lines of ``source`` together into blocks, in the order of the text."""
    source = with_gapped(told_to_bots(of_calls(source)))
    if spaced_out(source.text, source.lines):
        source = replace(source, lines=tuple(closed_up(source.text, source.lines)))
    if source.one_a_line:
        return tuple([_block(source, [line]) for line in source.lines])
    width = wrap_width(source.text, source.lines)
    return tuple([_block(source, group) for group in _groups(source, width)])


def _groups(source: Source, width: int) -> Iterator[list[Line]]:
    """Yield the lines of each block."""
    group: list[Line] = []
    shared = 0  # the number of the reader's block that the group stands in, 0 for none
    for line in source.lines:
        if shared and line.block == shared and _continues(source.text, group, line, width):
            group.append(line)
            continue
        if group:
            yield group
        group, shared = [line], line.block
    if group:
        yield group


def _continues(text: str, group: Sequence[Line], line: Line, width: int) -> bool:
    """Whether ``line``, of the same block to the reader, goes on with the paragraph or item of the lines before."""
    before = group[-1]
    if line.kind not in ("text", "item") or before.kind not in ("text", "item") or line.content >= 0:
        return False
    if _opens(text, line) or _stands_alone(text, before, line):
        return False
    if line.depth and line.depth == before.depth:
        return True  # one paragraph of an item, as the reader knows
    if before.bold != line.bold or _in_columns(text, before, line):
        return False
    if _hangs(text, before, line) or _lists_on(text, before, line) or _is_cut(text, before, line):
        return True
    if (text[line.start].islower() or text[line.start] == "`") and _flows_on(text, group):
        return True
    first_word = len(text[line.start : line.end].split(None, 1)[0])
    return bool(width) and before.end - before.start + 1 + first_word > width * 0.85


_CUT = frozenset("a an the of and or for from to in on at by with".split())
"""Words with which no line ends that has an end."""
_LONGEST_CUT = 8
"""Characters among which the last word of a line stands that may be one of them."""
_YEAR = lazy.compile(r"[ \t]*(?:19|20)\d\d\b")
_SHORTEST_CUT = 12
"""Characters of a line that is broken because it is full."""


def _is_cut(text: str, before: Line, line: Line) -> bool:
    """Whether the line before ends within a phrase, as long titles do: 'Minutes of' and 'the', 'of May 4th,' and '2019'."""
    start = before.end - _LONGEST_CUT
    if start - before.start < _SHORTEST_CUT - _LONGEST_CUT or text[line.start] in ".…":
        return False  # too short, or dots with which a scribe goes on
    if text[before.end - 1] == ",":
        return _YEAR.match(text, line.start, line.end) is not None
    return text[start : before.end].rpartition(" ")[2].lower() in _CUT


_HALF = 30
"""Characters of a line that is no item of a list of words."""


def _flows_on(text: str, group: Sequence[Line]) -> bool:
    """Whether the lines have no end yet, so that a sentence may go on behind them in lower case."""
    last = text[group[-1].end - 1]
    return (last.isalpha() or last == ",") and max(line.end - line.start for line in group[-2:]) >= _HALF


_COLUMN = lazy.compile(r"\S {3,}(?=\S)")


def _in_columns(text: str, before: Line, line: Line) -> bool:
    """Whether both lines have a second column that begins at the same place: rows of a list set with spaces."""
    second = _COLUMN.search(text, line.start, line.end) if text.find("   ", line.start, line.end) >= 0 else None
    if second is None:
        return False
    columns = [match.end() - before.start for match in _COLUMN.finditer(text, before.start, before.end)]
    return second.end() - line.start in columns


_LISTS_ON = lazy.compile(r"(?:[^,\n]{1,60},){3,40}(?:[ ]+[A-Z][\w’'-]{1,20})?[ ]*\Z")
"""Four names or more, the last of them cut after its first word or followed by a comma."""


_POST_END = lazy.compile(
    r"[ ]*(?:[A-Z][a-z]+[ ]){0,2}(?:Officer|Assistant|Manager|Director|Secretary|Clerk|Treasurer|Agent|Co-?ordinator|Administrator)\.?[ ]*\Z"
)
"""The rest of a post whose first word ends the line before."""


def _lists_on(text: str, before: Line, line: Line) -> bool:
    """Whether a list of names goes on in the line: '... Bob Day, Cy' and 'Dale, Di Frost'."""
    if text[before.end - 1] in ".:;!?)" or line.end - line.start > 400 or before.end - before.start > 400:
        return False
    goes_on = text.find(",", line.start, line.end) > 0 or (
        text[before.end - 1] != "," and _POST_END.match(text, line.start, line.end) is not None
    )
    return (
        goes_on
        and text.find(":", line.start, line.end) < 0
        and _LISTS_ON.match(text, before.start, before.end) is not None
    )


def _hangs(text: str, before: Line, line: Line) -> bool:
    """Whether the line is indented below the one before, as the rest of a label's or a bullet's text is."""
    first, second = _indent(text, before), _indent(text, line)
    if second < 2 or text[before.end - 1] == ":":
        return False
    if second > first:
        lower = text[line.start : line.end].lstrip()[:1].islower()
        return lower or (_opens(text, before) and not _NUMBERED.match(text, before.start, before.end))
    return second == first and text[before.start : before.end].lstrip()[:1].islower()


def _opens(text: str, line: Line) -> bool:
    """Whether the line begins a block of its own: a bullet, a number, a box or a label."""
    start, end = line.start, line.end
    opens = _BULLET.match(text, start, end) or _NUMBERED.match(text, start, end) or _BOX.match(text, start, end)
    return (opens or _LABEL.match(text, start, end)) is not None


def _stands_alone(text: str, before: Line, line: Line) -> bool:
    """Whether the line is a number that heads what follows: the sentence before it has ended."""
    return text[before.end - 1] in ".!?:;" and _LONE_NUMBER.match(text, line.start, line.end) is not None


_KINDS: dict[LineKind, BlockKind] = {
    "text": "paragraph", "item": "bullet", "heading": "heading", "row": "row", "preformatted": "preformatted",
    "metadata": "metadata", "furniture": "furniture",
}  # fmt: skip


def _block(source: Source, lines: list[Line]) -> Block:
    first, text = lines[0], source.text
    start, end, kind = first.start, lines[-1].end, _KINDS[first.kind]
    if start < end and (text[start].isspace() or text[end - 1].isspace()):
        start, end = source.trim(start, end)
    body = first.content if first.content >= 0 else start
    depth, checked = first.depth, first.checked
    marked = start < end and (text[start] == "o" or not text[start].isalnum())
    if marked and kind == "paragraph" and (bullet := _BULLET.match(text, first.start, end)):
        kind, body = "bullet", bullet.end()
        depth = depth or 1 + _indent(text, first) // 2
    if (marked or body > start) and checked is None and (box := _BOX.match(text, body, end)) and box.end() < end:
        kind, body = "bullet", box.end()
        checked = (box[1] or box[2]) not in " ☐"
    if len(lines) == 1:
        return Block(
            start, end, body if body < end else end, kind, first.number, first.level, depth, first.bold, first.italic, first.struck,
            checked, first.cells, first.table, first.header, first.emphasis, ((first.start, first.end),),
        )  # fmt: skip
    return Block(
        start, end, min(body, end), kind, first.number, first.level, depth,
        all(line.bold for line in lines), all(line.italic for line in lines), all(line.struck for line in lines),
        checked, first.cells, first.table, first.header, tuple(span for line in lines for span in line.emphasis or _whole(line)),
        tuple((line.start, line.end) for line in lines),
    )  # fmt: skip


def _whole(line: Line) -> tuple[tuple[int, int], ...]:
    """Return the text of a line that is set apart as a whole, as other lines of its block need not be."""
    return ((max(line.content, line.start), line.end),) if line.bold or line.italic else ()


def _indent(text: str, line: Line) -> int:
    """Return the columns of white space before the line's text, a tab counting as four."""
    columns = 0
    for character in text[line.start : line.end]:
        if character not in " \t":
            break
        columns += 4 if character == "\t" else 1
    return columns


def tail(block: Block, start: int) -> Block:
    """Return what stands in ``block`` from ``start`` on, as a paragraph."""
    return replace(
        block,
        start=start,
        body=start,
        kind="paragraph",
        level=0,
        bold=False,
        lines=tuple((max(a, start), b) for a, b in block.lines if b > start),
    )
