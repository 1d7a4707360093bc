"""Items that run on within a paragraph: '1) Roof: it leaks. 2) Gutter: mended.'"""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from minutes_parser import lazy
from minutes_parser.layout.blocks import Block, tail
from minutes_parser.layout.cues import places
from minutes_parser.layout.numbering import Number
from minutes_parser.layout.titles import title_end
from minutes_parser.source import Source

_INLINE = lazy.compile(r"(?<![\w(/.])\(?([a-z]|\d{1,2})\)[ \t]+(?=[\w“\"‘'])")
LABEL = lazy.compile(
    r"(?:Action|ACTION|TODO|AI|AP|Task|Decision|DECISION|Resolved|RESOLVED|Update|Agreed|AGREED)\b(?:[^:.]{0,12}:|[ ]?[-–—]{1,2}[ ])"
)
"""What opens an item that has no title."""
_SHORTEST_RUN = 160
"""Characters of the shortest paragraph in which items run on."""


def may_run_on(source: Source) -> bool:
    """Whether '1)' or 'a)' stands anywhere, so that items may run on within a paragraph."""
    return not {"1", "a"}.isdisjoint([source.text[at - 1] for at in places(source.text, ")")])


def with_inline(
    source: Source, blocks: Sequence[Block], known: Mapping[int, Number | None]
) -> tuple[tuple[Block, ...], Mapping[int, Number | None]]:
    """Return the blocks with paragraphs cut in which items run on, and the ``known`` numbers of those that are whole."""
    pieces: list[Block] = []
    whole: dict[int, Number | None] = {}
    for block in blocks:
        own = _inline(source, block)
        pieces += own
        if own[0] is block and block.start in known:
            whole[block.start] = known[block.start]
    return tuple(pieces), whole


def _inline(source: Source, block: Block) -> list[Block]:
    """Cut a long paragraph in which items 1) 2) 3) or a) b) run on in one line, each with a title or a label."""
    if block.kind not in ("paragraph", "bullet") or block.end - block.start < _SHORTEST_RUN:
        return [block]
    for first in ("1", "a"):
        if source.text.find(f"{first})", block.start, block.end) < 0:
            continue
        cuts: list[tuple[int, int]] = []
        for match in _INLINE.finditer(source.text, block.start, block.end):
            expected = str(len(cuts) + 1) if first == "1" else chr(ord("a") + min(len(cuts), 25))
            if match[1] == expected and _may_begin(source.text, match.start(), block.start):
                cuts.append((match.start(), match.end()))
        if len(cuts) > 1 and _titled(source.text, cuts, block.end):
            starts = [start for start, _ in cuts]
            ends = [*starts[1:], block.end]
            head = [block.until(source.trim(block.start, starts[0])[1])] if starts[0] > block.body else []
            return head + [tail(block, a).until(source.trim(a, b)[1]) for a, b in zip(starts, ends, strict=True)]
    return [block]


def _may_begin(text: str, start: int, block_start: int) -> bool:
    """Whether an item may begin here: at the block's start or behind the end of a sentence."""
    before = text[max(block_start, start - 3) : start].rstrip()
    return not before or before[-1] in ".:;?!)" or start == block_start


def _titled(text: str, cuts: list[tuple[int, int]], end: int) -> bool:
    stops = [start for start, _ in cuts[1:]] + [end]
    titled = sum(
        1 for (_, start), stop in zip(cuts, stops, strict=True)
        if LABEL.match(text, start, stop) or start < title_end(text, start, stop) < stop
    )  # fmt: skip
    return titled * 2 > len(cuts)
