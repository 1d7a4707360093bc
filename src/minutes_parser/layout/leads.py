"""Lead lines: headings in plain text that stand directly over their text, with a blank line above them alone, and those
that run into it behind a colon ('Treasurer's report: The balance is ...').

One such line may be the first line of anything; a document without numbers that has several of them divides its
business by them.
"""

from __future__ import annotations

from collections.abc import Sequence

from minutes_parser.layout.blocks import Block
from minutes_parser.layout.headings import heads_business, heads_nothing, is_short_line, labels_people, opens_business, topic
from minutes_parser.layout.marks import LABELLED, Mark, apart
from minutes_parser.layout.titles import is_sentence
from minutes_parser.source import Source

_FEWEST = 3
_LONGEST = 60


def with_leads(source: Source, blocks: Sequence[Block], marks: list[Mark], listed: int) -> list[Mark]:
    """Return the marks with the lead lines marked as short headings, where there are several.

    ``listed`` is the index behind the attendance list; lines that run in are fields of the head before it.
    """
    leads = [index for index in range(len(blocks) - 1) if _leads(source, blocks, marks, index)]
    run_in = [index for index in range(listed, len(blocks)) if _runs_in(source, blocks[index], marks[index])]
    set_off = [index for index in range(listed, len(blocks) - 1) if _set_off(source, blocks, marks, index)]
    leads = sorted({*leads, *run_in, *set_off})
    emphasised = _emphasised(source, blocks, marks, listed)
    marked = list(marks)
    for index in leads if len(leads) >= _FEWEST else ():
        marked[index] = marks[index]._replace(look="short", topic=topic(marks[index].text))
    for index in emphasised:
        marked[index] = marks[index]._replace(look="bold", topic=topic(source.fold(*blocks[index].emphasis[0])))
    return marked


def _emphasised(source: Source, blocks: Sequence[Block], marks: Sequence[Mark], listed: int) -> list[int]:
    """Return the paragraphs that open with a heading in bold or italics: 'Hall roof: The slates are ...'.

    There are several, and hardly one comes twice: those who speak in turn do.
    """
    found = [
        index for index, block in enumerate(blocks)
        if block.emphasis and _opens_emphasised(source, block, marks[index])
        and (index >= listed or opens_business(source.fold(*block.emphasis[0]).rstrip(" :")))
    ]  # fmt: skip
    running = [index for index in found if not marks[index].look]
    if len(running) < _FEWEST:
        return []  # the fields of a head: 'Source: page 12'
    found = [index for index in found if index >= running[0]]
    titles = {source.fold(*blocks[index].emphasis[0]).casefold() for index in found}
    return found if len(titles) >= _FEWEST and len(titles) * 4 >= len(found) * 3 else []


def _opens_emphasised(source: Source, block: Block, m: Mark) -> bool:
    """Whether a paragraph opens with words in bold or italics that a colon sets off from what follows."""
    if m.look not in ("", "short") or m.number or block.kind != "paragraph" or block.depth:
        return False
    start, end = block.emphasis[0]
    words = source.fold(start, end)
    colon = words[-1:] == ":" or source.text[end : end + 2].lstrip()[:1] == ":"
    return (
        start == block.start and end < block.end and colon and 2 < len(words) <= _LONGEST and words[0].isupper()
        and topic(words.rstrip(" :")) in ("other", "actions")
        and not labels_people(f"{words.rstrip(' :')}:")
        and not LABELLED.match(source.text, start, block.end) and not heads_nothing(words.rstrip(" :"))
    )  # fmt: skip


def _runs_in(source: Source, block: Block, m: Mark) -> bool:
    """Whether a paragraph opens with a heading and a colon."""
    if m.look or m.number or block.kind != "paragraph" or block.cells or block.depth:
        return False
    text = source.text
    colon = text.find(":", block.start, block.start + _LONGEST)
    if not block.start < colon < block.end or not text[block.start].isupper():
        return False
    return (
        heads_business(text[block.start : min(colon + 2, block.end)])
        and not LABELLED.match(text, block.start, block.end)
        and not heads_nothing(text[block.start : colon])
        and not is_sentence(text, block.start, colon)
    )


def _set_off(source: Source, blocks: Sequence[Block], marks: Sequence[Mark], index: int) -> bool:
    """Whether a short line that ends with a colon stands between blank lines over a paragraph: 'Moorings and Welfare:'."""
    block, m = blocks[index], marks[index]
    words = m.text
    return (
        not m.look and not m.number and words[-1:] == ":" and len(words) <= _LONGEST and words[0].isupper()
        and block.kind == "paragraph" and not block.depth and not block.cells and len(block.lines) == 1
        and blocks[index + 1].kind == "paragraph" and blocks[index + 1].end - blocks[index + 1].start > _LONGEST
        and apart(source, blocks[index - 1] if index else None, block) and apart(source, block, blocks[index + 1])
        and topic(words) == "other" and not LABELLED.match(words) and not is_sentence(source.text, block.start, block.end)
        and "ollowing" not in words
    )  # fmt: skip


def _leads(source: Source, blocks: Sequence[Block], marks: Sequence[Mark], index: int) -> bool:
    block, after, words = blocks[index], blocks[index + 1], marks[index].text
    if marks[index].look or block.kind != "paragraph" or block.cells or block.depth or len(block.lines) != 1:
        return False
    if not words or len(words) > _LONGEST or marks[index].number or after.kind not in ("paragraph", "bullet"):
        return False
    if LABELLED.match(words) or heads_nothing(words) or is_sentence(source.text, block.start, block.end):
        return False
    if not apart(source, blocks[index - 1] if index else None, block) or apart(source, block, after):
        return False
    return topic(words) in ("attendance", "actions") or is_short_line(words, after, carries=after.kind == "bullet")
