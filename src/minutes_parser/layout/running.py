"""Titles that run into their text: behind a colon or a dash, in capitals or set apart."""

from __future__ import annotations

from collections.abc import Callable, Sequence

from minutes_parser import lazy
from minutes_parser.layout.blocks import Block
from minutes_parser.layout.headings import heads_business, heads_nothing, opens_business
from minutes_parser.layout.marks import LABELLED, Mark, indent
from minutes_parser.layout.names import ROLE
from minutes_parser.layout.telling import is_sentence
from minutes_parser.layout.topics import labels_people, topic
from minutes_parser.source import Source

FEWEST = 3
LONGEST = 60


def telling(
    source: Source,
    blocks: Sequence[Block],
    marks: Sequence[Mark],
    listed: int,
    title: Callable[[Source, Block, Mark], str],
) -> dict[int, str]:
    """Return the paragraphs that open with a title set apart and run on behind it, by index: 'HALL ROOF: The slates are ...'.

    There are several, and hardly one comes twice: those who speak in turn do. Before the attendance list stand the fields
    of the head.
    """
    found = {
        index: words
        for index, (block, m) in enumerate(zip(blocks, marks, strict=True))
        if (words := title(source, block, m)) and (index >= listed or opens_business(words))
    }
    running = [index for index in found if marks[index].look in ("", "capitals")]
    if len(running) < FEWEST:
        return {}
    head = " ".join([source.text[b.start : b.end] for i, b in enumerate(blocks[:listed]) if i not in found])
    people = set(WORD.findall(head.lower()))
    found = {
        index: words for index, words in found.items()
        if (index >= running[0] or marks[index].look == "capitals") and not (people and people.issuperset(WORD.findall(words.lower())))
    }  # fmt: skip
    titles = {words.casefold() for words in found.values()}
    return found if len(titles) >= FEWEST and len(titles) * 4 >= len(found) * 3 else {}


def opens_emphasised(source: Source, block: Block, m: Mark) -> str:
    """Return the words in bold or italics with which a paragraph opens, where a mark sets them off from what follows."""
    if not block.emphasis or m.look not in ("", "short") or m.number or block.kind != "paragraph" or block.depth:
        return ""
    return opening_title(source, block)


def opening_title(source: Source, block: Block) -> str:
    """Return the words in bold or italics with which a paragraph or an item opens if they are the title of what follows."""
    start, end = block.emphasis[0] if block.emphasis else (0, 0)
    if start != block.body or not start < end < block.end or end - start > LONGEST or not source.text[start].isupper():
        return ""
    words = source.fold(start, end)
    set_off = words[-1:] in ":.–—-" or source.text[end : end + 3].lstrip()[:1] in tuple(":–—-")
    words = words.rstrip(" :.–—-")
    return words if set_off and heads(source, block, words) else ""


def colon_behind(source: Source, block: Block) -> int:
    """Return where the colon stands behind the title with which an item opens, 0 where it opens with none."""
    if block.emphasis or block.checked is not None or not source.text[block.body].isupper():
        return 0
    colon = source.text.find(":", block.body, min(block.end, block.body + LONGEST))
    heading = colon > 0 and heads(source, block, source.text[block.body : colon])
    return colon if heading and not is_sentence(source.text, block.body, colon) else 0


_SHOUTED = lazy.compile(
    r"(?=[A-Z][A-Z.])[A-Z][A-Z0-9’'&/,().\- ]{1,58}[A-Z0-9)](?=\.?:|\.\s|[ ][–—-][ ]|\.?(?:[ ]{3,}|\t)[ \t]*[A-Z])"
)


def shouts(source: Source, block: Block, m: Mark) -> str:
    """Return the words in capitals with which a paragraph opens, where a mark sets them off from what follows."""
    text, start = source.text, block.start
    if block.kind != "paragraph" or block.depth or block.cells or m.number or not text[start + 1 : start + 3].isupper():
        return ""
    opening = _SHOUTED.match(text, start, block.end)
    if opening is None or opening.end() + 1 >= block.end or m.look not in ("", "short", "capitals"):
        return ""
    return opening[0] if heads(source, block, opening[0]) else ""


def heads(source: Source, block: Block, words: str) -> bool:
    """Whether the words with which a paragraph opens head business, and neither label it nor name people."""
    return (
        len(words) > 2
        and topic(words) in ("other", "actions", "notes")
        and not labels_people(f"{words}:")
        and not LABELLED.match(f"{words}: ")
        and (not ROLE.fullmatch(words) or words.lower() == "minutes")
        and not _TERMS.fullmatch(words)
        and words.rpartition(" ")[2] not in ("was", "were", "is", "are")
        and not _FIELDS.match(words)
        and not LABELLED.match(source.text, block.start, block.end)
        and not heads_nothing(words)
    )


_TERMS = lazy.compile(
    r"(?i)(?:notes|motion|moved|seconded|proposed|ayes?|nays?|noes|yeas|abstain(?:ed|ing)?|abstentions?|absent|vote|votes|carried|result|to|from|cc|re|subject|nb|note|update|response|(?:motion|moved|seconded|proposed)(?: and (?:seconded|carried))? by)"
)
"""What labels a motion, a message or a remark."""
_AMOUNT = lazy.compile(r"[ \t]*[-–(]?[£$€][ ]?\d[\d,.]*[)]?[ \t.]*")
"""Nothing but a sum stands behind the label."""
WORD = lazy.compile(r"\w+")


def runs_in(source: Source, block: Block, m: Mark) -> bool:
    """Whether a paragraph opens with a heading and a colon."""
    if m.look or m.number or block.kind != "paragraph" or block.cells or block.depth:
        return False
    text = source.text
    colon = text.find(":", block.start, block.start + LONGEST)
    if not block.start < colon < block.end or not text[block.start].isupper():
        return False
    return (
        (heads_business(text[block.start : min(colon + 2, block.end)]) or _approves(text, block, colon))
        and not LABELLED.match(text, block.start, block.end)
        and not heads_nothing(text[block.start : colon])
        and not _FIELDS.match(text, block.start, colon)
        and text.find(". ", block.start, colon) < 0
        and not _NAMES.match(text, colon + 1, block.end)
        and not _AMOUNT.fullmatch(text, colon + 1, block.end)
        and not is_sentence(text, block.start, colon)
    )


_NAMES = lazy.compile(
    r"[ \t]*(?:[A-Z][\w’'-]+[ ]){1,2}[A-Z][\w’'-]+(?:[ ]\([^()]{1,40}\))?(?:,[ ]|[ ]and[ ])(?:[A-Z][\w’'-]+[ ]){1,2}[A-Z][\w’'-]+(?=[ ]\(|,|[ ]and\b|\.?\s*\Z)"
)
"""People in a list: 'Committee: Ann Bell (Chair), Bob Day'."""


def _approves(text: str, block: Block, colon: int) -> bool:
    """Whether 'Minutes:' or 'Agenda:' stands before what became of those of the last meeting, or of that of this one."""
    return text[block.start : colon].lower() in ("minutes", "agenda") and (
        is_sentence(text, colon + 1, block.end) or _MOVED.search(text, colon, block.end) is not None
    )


_MOVED = lazy.compile(r"(?i)\b(?:motion|moved|approved|accepted|adopted|amended|agreed)\b")


def stopped(source: Source, blocks: Sequence[Block], marks: Sequence[Mark], listed: int) -> list[int]:
    """Return the paragraphs that open with a title and its stop, where there are several: 'Approval of minutes. Ann Bell moved ...'."""
    found = []
    for index in range(listed, len(blocks)):
        block, m = blocks[index], marks[index]
        if m.look or m.number or block.kind != "paragraph" or block.cells or block.depth:
            continue
        stop = _STOPPED.match(source.text, block.start, block.end)
        if stop and heads_business(f"{stop[0]}: ") and not is_sentence(source.text, block.start, stop.end()):
            found.append(index)
    return found if len(found) >= FEWEST else []


_STOPPED = lazy.compile(r"[A-Z][a-z’'-]+(?: (?![\w’'-]+ed\b)[\w’'&-]+){1,5}(?=\. [A-Z])")
"""A title with its stop, no word of which is a verb in the past: 'Approval of minutes. Ann Bell moved ...'."""
_FIELDS = lazy.compile(
    r"(?i)(?:adjourned|closed|ended|finished)\b|(?:time |date )?(?:of )?(?:the )?meeting (?:was )?(?:opened|started|commenced|began|closed|ended|finished|adjourned|concluded|called to order|conducted|chaired|led|run|held)"
    r"|meeting (?:of|date|time|place|location)\b|(?:minutes|notes) (?:were )?(?:recorded|taken|prepared|written|submitted|typed|kept)|(?:total )?number (?:of|in)\b"
)
"""Labels of the head and the foot, which head no business wherever they stand."""
_LABEL = lazy.compile(r"[A-Z][\w’'&/,\- ]{2,40}(?=:[ ]{1,3}[A-Z0-9])")


def alike_labels(
    source: Source, blocks: Sequence[Block], marks: Sequence[Mark], run_in: Sequence[int], listed: int
) -> list[int]:
    """Return the paragraphs that open like the headings among which they stand, with words of their own: 'Bills: ...'.

    A label that comes twice is that of somebody who speaks, or of a motion.
    """
    text, found = source.text, dict[str, list[int]]()
    for index in range(listed, len(blocks)):
        block, m = blocks[index], marks[index]
        if m.look or m.number or block.kind != "paragraph" or block.depth or block.cells:
            continue
        label = _LABEL.match(text, block.start, block.end)
        if label and indent(source, block) <= indent(source, blocks[run_in[0]]):
            found.setdefault(label[0], []).append(index)
    alike = [
        places[0] for words, places in found.items() if len(places) == 1 and heads(source, blocks[places[0]], words)
    ]
    head = set(WORD.findall(text[: blocks[listed - 1].end])) if listed else set()
    alike = [index for index in alike if not head.issuperset(WORD.findall(_LABEL.match(text, blocks[index].start)[0]))]  # type: ignore[index]
    return alike if len({*alike} - {*run_in}) <= 2 * len(run_in) else []


_DASHED = lazy.compile(r"[A-Z][\w’'&/, ]{2,40}?(?=[ ][–—-](?:[ ](?=[A-Za-z“\"$£€\d])|\s*\Z)|[–—-]\Z)")


def dashed(source: Source, blocks: Sequence[Block], marks: Sequence[Mark], listed: int) -> dict[int, str]:
    """Return the paragraphs that open with a title and a dash where several have words that titles have: 'Old Business – Bids are due.'"""
    text, found = source.text, dict[int, str]()
    for index in range(listed, len(blocks)):
        block, m = blocks[index], marks[index]
        if m.number or block.kind != "paragraph" or block.depth or block.cells or m.look not in ("", "short"):
            continue
        title = _DASHED.match(text, block.start, block.end)
        if title and heads(source, block, title[0]) and not is_sentence(text, block.start, title.end()):
            found[index] = title[0]
    if len(found) < FEWEST or len(set(found.values())) < len(found):
        return {}
    usual = sum(1 for i, words in found.items() if text[blocks[i].end - 1] in "–—-" or heads_business(f"{words}: "))
    others = sum(1 for i in range(min(found), len(blocks)) if blocks[i].kind == "paragraph" and not marks[i].number)
    most = len(found) * 3 >= 2 * others  # nearly all that follows opens so
    return found if usual >= (1 if most else FEWEST) and (most or usual * 2 >= len(found)) else {}
