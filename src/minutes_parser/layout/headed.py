"""Where the title of a heading begins and ends, and what of its block and of the next one belongs to the text below."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Container, Mapping, Sequence

from minutes_parser import lazy
from minutes_parser.layout.blocks import Block, tail
from minutes_parser.layout.headings import CAPITAL_RUN, heads_business
from minutes_parser.layout.marks import LABELLED, TOPIC, Mark, heads_list
from minutes_parser.layout.numbering import Number, number_at
from minutes_parser.layout.outline import Part
from minutes_parser.layout.telling import is_sentence
from minutes_parser.layout.titles import title_end
from minutes_parser.source import Source

_ANCHOR = lazy.compile(r"[ ]\{#[\w.:-]{1,80}\}\Z")
_AGENDA_NUMBER = lazy.compile(r"\d{1,2}[.)][ \t]+(?=\D)")
"""Behind a minute's own number the agenda's number may stand: '48/23  1.  Apologies'."""
_ASKS = lazy.compile(r"(?:Who|What|When|Where|Which|Why|How)\b(?: [\w’'&/,-]+){2,11}\?")
"""An item that is a question: 'What shall we do with the field?'"""
_JOINS = frozenset("a an the of and or for from to in on at by with".split())
"""Words with which a line ends that goes on."""
_MORE = lazy.compile(
    r"[ ](?!no\b|none\b|nil\b|nothing\b|as\b|see\b|to\b|noted\b|agreed\b|approved\b|received\b|deferred\b)[a-z][a-z’'&/()\- ]{4,50}\Z"
)
"""A few words in small letters, without a stop, that tell no outcome."""
_SHOUTED = 100
"""Characters of the longest line in capitals that is a title as a whole."""
_TITLE = 60
"""Characters of the longest title below its number that ends with a stop and is not set apart."""

_FEWEST_BOLD = 3
_BOLD = 200
"""Characters of the longest title in bold below its number."""


def headed(source: Source, block: Block, m: Mark, number: Number | None, rest: tuple[Block, ...]) -> Part:
    """Return the part under the heading ``block``; text that runs on behind the title becomes a block of the part."""
    start = number.end if number and number.end > block.start else block.body
    said = (
        TOPIC.match(source.text, start, block.end)
        if source.text[start : start + 1] in ("T", "t", "S", "s", "A")
        else None
    )
    if said:
        return Part("business", rest, heading=block, title=(said.end(), block.end))
    if (
        number
        and number.style in ("reference", "slash")
        and (agenda := _AGENDA_NUMBER.match(source.text, start, block.end))
    ):
        start = agenda.end()
    if number and block.kind == "heading":
        start = max(start, block.body)
    if number and start >= block.end and rest and titles_below(source, rest[0]):
        return Part("business", rest[1:], heading=block.until(rest[0].end), number=number.text,
                    title=source.trim(rest[0].body, rest[0].end))  # fmt: skip
    if rest and goes_on(source, block, rest[0]):
        block, rest = block.until(rest[0].end), rest[1:]
    end = _title_end(source, block, m, start)
    if end <= start and number:
        end = _behind_version(source, block, number, start)
    if end <= start and number and source.text[block.end - 1] == "?" and _ASKS.fullmatch(source.text, start, block.end):
        end = block.end
    if rest and number and source.text[end - 1] == ":" and _names_more(source.text, start, end, block.end):
        end = block.end
    after, _ = source.trim(end, block.end)
    if end < block.end and after < block.end:
        rest = (tail(block, after), *rest)
    labelled = LABELLED.match(source.text, start, block.end) and block.kind != "heading" and m.topic != "actions"
    labelled = labelled and not heads_list(source.text[start:end])
    title = source.trim(start, start if labelled else end)
    if source.text[max(title[1] - 1, title[0]) : title[1]] in ("–", "—", "-"):
        title = source.trim(title[0], title[1] - 1)  # 'Mowing contract –' alone in its line
    if title[0] == title[1] and end > start:
        end, rest = start, (tail(block, start), *(rest if end == block.end else rest[1:]))
    if block.end != (stop := max(end, start)):
        block = block.until(stop)
    return Part("business", rest, heading=block, number=number.text if number else None,
                title=title if title[0] < title[1] else None)  # fmt: skip


def _names_more(text: str, start: int, colon: int, end: int) -> bool:
    """Whether what stands behind the colon of a title over text is still its title: 'Special resolution: change of name'."""
    more = _MORE.match(text, colon, end)
    return more is not None and not heads_business(text[start:colon]) and not is_sentence(text, colon, end)


def goes_on(source: Source, block: Block, below: Block) -> bool:
    """Whether a title in bold ends with a word that ends none, so that it goes on in the next line in bold."""
    if not (block.bold and below.bold) or block.kind != below.kind or source.text[below.start].isdigit():
        return False
    last = source.text[max(block.start, block.end - 8) : block.end].rpartition(" ")[2]
    return last.lower() in _JOINS and below.end - below.start <= _SHOUTED


def titles_number(
    source: Source, blocks: Sequence[Block], marks: Sequence[Mark], chain: Mapping[int, Number], index: int
) -> bool:
    """Whether the block belongs to the title above it, or is that of the number that stands alone there."""
    if index and goes_on(source, blocks[index - 1], blocks[index]):
        return True
    above = marks[index - 1].number if index else None
    number = chain.get(index - 1) or (above if above and above.style == "dotted" else None)
    return number is not None and number.end >= blocks[index - 1].end and titles_below(source, blocks[index])


def titles_below(source: Source, block: Block) -> bool:
    """Whether the line below a number that stands alone is the item's title."""
    text = source.text
    ended = text[block.end - 1] in ".:" and (block.end - block.body > _TITLE or " " not in text[block.body : block.end])
    return (
        block.kind == "paragraph" and not block.depth and block.end - block.body <= (_BOLD if block.bold else 120)
        and (len(block.lines) == 1 or block.bold) and text[block.body].isupper()
        and text[block.end - 1] not in ";," and (block.bold or not ended)
        and (block.bold or title_end(text, block.body, block.end) == block.end)
        and not text.startswith(("On motion", "On the motion", "On a motion"), block.body)
    )  # fmt: skip


def _first_line(source: Source, block: Block, start: int) -> int:
    """Return the end of the first line of an item if it is its title, the text standing below it, else 0."""
    text, (_, end) = source.text, block.lines[0]
    after = block.lines[1][0]
    alone = start + 2 < end <= start + _TITLE and text[end - 1] not in ".,;:-–&/(" and text[after].isupper()
    joined = text[start:end].rpartition(" ")[2].lower() in _JOINS
    return end if alone and not joined and not is_sentence(text, start, end) else 0


def _behind_version(source: Source, block: Block, number: Number, start: int) -> int:
    """Return the end of a title that begins with a number that is no sub-item's: '4. 6.1 release'; else ``start``."""
    inner = number_at(source.text, start, block.end)
    if inner is None or inner.style != "dotted" or inner.value[0] == number.value[0]:
        return start
    end = title_end(source.text, inner.end, block.end)
    return end if end > inner.end else start


def _title_end(source: Source, block: Block, m: Mark, start: int) -> int:
    if block.kind == "heading" or block.bold:
        anchor = _ANCHOR.search(source.text, max(start, block.end - 90), block.end)
        return anchor.start() if anchor else block.end
    if block.emphasis and block.emphasis[0][0] <= start < block.emphasis[0][1] < block.end:
        return block.emphasis[0][1]
    if block.depth and len(block.lines) > 1 and (stop := _first_line(source, block, start)):
        return stop
    if m.look == "capitals" and ":" not in m.text and block.end - start <= len(m.text) <= _SHOUTED and m.text.isupper():
        return block.end
    if m.look == "short" and source.text.startswith((" – ", " — ", " - "), start + len(m.text)) and not m.number:
        return start + len(m.text)  # 'Old Business – Bids are due.'
    if m.look == "capitals" and m.text.isupper() and source.text.startswith(m.text, start):
        end = start + len(m.text)
        return end + (source.text[end : end + 1] == ":")  # 'ORDINANCE 24-06: Ann Bell moved ...'
    if m.look == "capitals" and (run := CAPITAL_RUN.match(source.text, start, block.end)):
        return block.end if source.text[run.end() : block.end] in (":", ".") else run.end()
    end = title_end(source.text, start, block.end)
    if end < block.end and source.text[start : start + 2].isupper():
        run = CAPITAL_RUN.match(source.text, start, block.end)
        return max(end, run.end()) if run else end  # '4 ROOF REPAIRS Everyone had come'
    return end


def under_headings(marks: list[Mark], headings: list[int], bold: list[int], aside: Container[str]) -> set[int]:
    """Return the lines in bold that part what stands under one heading of the reader: several, most with words of titles."""
    found: dict[int, list[int]] = {}
    for index in bold:
        place = bisect_right(headings, index)
        if (
            marks[index].topic == "other"
            and place
            and marks[headings[place - 1]].topic not in aside
            and marks[index].text[-1] != "."
        ):
            found.setdefault(place, []).append(index)
    groups = [
        group for group in found.values()
        if len(group) >= _FEWEST_BOLD and 2 * sum(1 for i in group if heads_business(f"{marks[i].text.rstrip(' :')}: ")) > len(group)
    ]  # fmt: skip
    return {index for group in groups for index in group}


def within_items(marks: Sequence[Mark], chain: Mapping[int, Number], first: int) -> int:
    """Return the first numbered item where all headings of the reader stand within items, over text of their own; else 0."""
    begin = min(chain, default=0)
    heads = [i for i, m in enumerate(marks) if m.look == "heading" and i >= first]
    inside = heads and begin < heads[0] and not any(i in chain or i + 1 in chain for i in heads)
    return begin if inside else 0
