"""Short lines of plain text that head business because others about them do, though each alone might be anything: 'Village Hall'."""

from __future__ import annotations

from collections.abc import Container, Sequence

from minutes_parser import lazy
from minutes_parser.layout.blocks import Block
from minutes_parser.layout.given import is_given
from minutes_parser.layout.headings import heads_nothing, is_short_line
from minutes_parser.layout.marks import LABELLED, Mark, apart
from minutes_parser.layout.running import FEWEST, LONGEST, WORD, heads
from minutes_parser.layout.telling import is_sentence
from minutes_parser.layout.topics import labels_people, topic
from minutes_parser.source import Source


def among_others(
    source: Source, blocks: Sequence[Block], marks: Sequence[Mark], listed: int, leads: Sequence[int], short: int
) -> list[int]:
    """Return the lines that stand over text as ``short`` others do; ``listed`` is the index behind the attendance list."""
    found = [index for index in range(listed, len(blocks) - 1) if _stands_so(source, blocks, marks, index)]
    if short >= FEWEST:
        found += _named(source, blocks, marks, listed, {*found, *leads})
    return found if short + len(found) >= FEWEST else []


def _stands_so(source: Source, blocks: Sequence[Block], marks: Sequence[Mark], index: int) -> bool:
    """Whether a short line stands alone over a paragraph that is but a sentence, as others stand over longer ones."""
    block, after, words = blocks[index], blocks[index + 1], marks[index].text
    if after.kind == "bullet":
        return _stands_free(source, blocks, marks, index) and _told_of(source, block, after, words)
    return (
        _stands_free(source, blocks, marks, index)
        and after.kind == "paragraph" and not after.depth and source.text[after.end - 1] in ".!?:" and after.end - after.body > len(words)
        and topic(words) == "other" and not LABELLED.match(words) and not heads_nothing(words)
        and (
            (is_short_line(words, after, carries=True) and not labels_people(words))
            or _told_of(source, block, after, words)
        )
        and not is_sentence(source.text, block.start, block.end)
        and (
            is_sentence(source.text, after.body, after.end)
            or (source.text[after.end - 1] != ":" and source.text.count(" ", after.body, after.end) > FEWEST)
        )
    )  # fmt: skip


def _named(
    source: Source, blocks: Sequence[Block], marks: Sequence[Mark], listed: int, found: Container[int]
) -> list[int]:
    """Return the lines beside those ``found`` that might be a name and are none of those who came: 'Village Hall', 'Mill Lane (TB)'."""
    head = set(WORD.findall(source.text[: blocks[listed - 1].end])) if listed else set()
    return [
        index for index in range(listed, len(blocks) - 1)
        if index not in found and _stands_free(source, blocks, marks, index)
        and (title := _TITLE_OPENS.match(marks[index].text)) and not is_given(title[1])
        and not head.issuperset(WORD.findall(title[0])) and heads(source, blocks[index], marks[index].text)
        and not is_sentence(source.text, blocks[index].start, blocks[index].end)
        and _carries_talk(source, blocks[index + 1])
    ]  # fmt: skip


_TITLE_OPENS = lazy.compile(r"(?:The )?([A-Z][a-z’'-]{2,})(?: [A-Z&][\w’'-]*){0,2}(?= ?\(|:?$)")
"""Words of which each begins with a capital, as those of a name do."""


def _carries_talk(source: Source, block: Block) -> bool:
    """Whether a block under a line is an item of a list, or a sentence with its stop."""
    if block.kind == "bullet":
        return True
    return (
        block.kind == "paragraph"
        and not block.depth
        and source.text[block.end - 1] in ".!?"
        and is_sentence(source.text, block.body, block.end)
    )


def _stands_free(source: Source, blocks: Sequence[Block], marks: Sequence[Mark], index: int) -> bool:
    """Whether a short line without a stop stands between blank lines."""
    block, words = blocks[index], marks[index].text
    return (
        not marks[index].look and 0 < len(words) <= LONGEST and not marks[index].number
        and block.kind == "paragraph" and not block.depth and not block.cells and len(block.lines) == 1 and (words[-1].isalnum() or words[-1] in ":)")
        and apart(source, blocks[index - 1] if index else None, block) and apart(source, block, blocks[index + 1])
    )  # fmt: skip


def _told_of(source: Source, block: Block, below: Block, words: str) -> bool:
    """Whether a line that might be a name is the title of what stands below it, where its words come again in small letters."""
    titles = _TITLE_WORD.findall(words)
    if (
        not titles
        or not words[0].isupper()
        or words[-1] == ":"
        or is_given(titles[0])
        or not heads(source, block, words)
    ):
        return False
    told = frozenset(WORD.findall(source.text[below.body : below.end]))
    return any(word.lower() in told or word.lower().rstrip("s") in told for word in titles)


_TITLE_WORD = lazy.compile(r"\b[A-Z][a-z]{3,}\b")
