"""Lead lines: headings in plain text that stand directly over their text, with a blank line above them alone, and those
that run into it behind a colon ('Treasurer's report: The balance is ...').

One such line may be the first line of anything; a document without numbers that has several of them divides its
business by them.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence

from minutes_parser import lazy
from minutes_parser.layout.blocks import Block
from minutes_parser.layout.headings import heads_business, heads_nothing, is_short_line, opens_business
from minutes_parser.layout.marks import LABELLED, TOPIC, Mark, apart, indent
from minutes_parser.layout.names import ROLE
from minutes_parser.layout.numbering import number_at
from minutes_parser.layout.telling import is_sentence
from minutes_parser.layout.topics import labels_people, topic
from minutes_parser.source import Source

_FEWEST = 3
_LONGEST = 60


def with_leads(source: Source, blocks: Sequence[Block], marks: list[Mark], listed: int) -> list[Mark]:
    """Return the marks with the lead lines marked as short headings, where there are several.

    ``listed`` is the index behind the attendance list; lines that run in are fields of the head before it.
    """
    leads = [index for index in range(len(blocks) - 1) if _leads(source, blocks, marks, index, listed)]
    run_in = [index for index in range(listed, len(blocks)) if _runs_in(source, blocks[index], marks[index])]
    stand = [i for i, m in enumerate(marks) if m.look == "short" and m.topic == "other" and i >= listed]
    alike = _alike(source, blocks, marks, run_in, listed) if len(run_in) > 1 and len(stand) < _FEWEST else []
    if len(run_in) >= _FEWEST or len({*run_in, *alike}) >= _FEWEST:
        run_in = sorted({*run_in, *alike})
    set_off = [index for index in range(listed, len(blocks) - 1) if _set_off(source, blocks, marks, index)]
    bulleted = _bulleted(source, blocks, marks, listed)
    leads = sorted({*leads, *run_in, *set_off, *bulleted, *_below_rules(source, blocks, marks, listed)})
    if len(leads) + len(stand) >= _FEWEST:
        leads = sorted({*leads, *_led_alike(source, blocks, marks, [*leads, *stand], listed)})
    marked = list(marks)
    short = [m for m in marks[listed:] if m.look == "short" and m.topic == "other"]
    if len(leads) + 1 < _FEWEST or len(leads) + len(short) < _FEWEST:
        colons = [m for m in short if m.text[-1] == ":"]
        leads = set_off if len(set_off) + len(colons) >= _FEWEST else []
    if len(short) >= _FEWEST:
        leads += [index for index in range(listed, len(blocks) - 1) if _among_others(source, blocks, marks, index)]
    for index in leads:
        marked[index] = marks[index]._replace(look="short", topic=topic(marks[index].text))
    if TOPIC_WORDS & source.words:
        marked = _with_topics(source, blocks, marked)
    for index, words in _dashed(source, blocks, marks, listed).items():
        marked[index] = marks[index]._replace(look="short", text=words, topic=topic(words))
    shouted = _telling(source, blocks, marks, listed, _shouts)
    for index, words in shouted.items():
        marked[index] = marks[index]._replace(look="capitals", text=words, topic=topic(words))
    for index, words in _telling(source, blocks, marks, listed, _opens_emphasised).items():
        marked[index] = marks[index]._replace(look="bold", text=words, topic=topic(words))
    return marked


TOPIC_WORDS = frozenset(("topic", "subtopic"))


def _with_topics(source: Source, blocks: Sequence[Block], marks: list[Mark]) -> list[Mark]:
    """Mark the lines that say what is spoken of next; short lines between them are what somebody says."""
    said = {m.text for m in marks if m.look == "heading"}
    topics = {i for i, m in enumerate(marks) if m.text not in said and _names_topic(source, blocks[i], m)}
    if not topics:
        return marks
    return [
        m._replace(look="capitals", topic="other") if i in topics
        else m._replace(look="", topic="other") if m.look == "short" and m.topic == "other" else m
        for i, m in enumerate(marks)
    ]  # fmt: skip


def _names_topic(source: Source, block: Block, m: Mark) -> bool:
    """Whether a line says what is spoken of next, as scribes of calls note it: 'Topic: Release plan'."""
    return (
        m.look in ("", "short") and block.kind == "paragraph" and not block.depth and len(block.lines) == 1
        and TOPIC.match(source.text, block.start, block.end) is not None
    )  # fmt: skip


def _telling(
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
    running = [index for index in found if not marks[index].look]
    if len(running) < _FEWEST:
        return {}
    head = " ".join([source.text[b.start : b.end] for i, b in enumerate(blocks[:listed]) if i not in found])
    people = set(_WORD.findall(head.lower()))
    found = {
        index: words for index, words in found.items()
        if (index >= running[0] or marks[index].look == "capitals") and not (people and people.issuperset(_WORD.findall(words.lower())))
    }  # fmt: skip
    titles = {words.casefold() for words in found.values()}
    return found if len(titles) >= _FEWEST and len(titles) * 4 >= len(found) * 3 else {}


def _opens_emphasised(source: Source, block: Block, m: Mark) -> str:
    """Return the words in bold or italics with which a paragraph opens, where a mark sets them off from what follows."""
    if not block.emphasis or m.look not in ("", "short") or m.number or block.kind != "paragraph" or block.depth:
        return ""
    return opening_title(source, block)


def opening_title(source: Source, block: Block) -> str:
    """Return the words in bold or italics with which a paragraph or an item opens if they are the title of what follows."""
    start, end = block.emphasis[0] if block.emphasis else (0, 0)
    if start != block.body or not start < end < block.end or end - start > _LONGEST or not source.text[start].isupper():
        return ""
    words = source.fold(start, end)
    set_off = words[-1:] in ":.–—-" or source.text[end : end + 3].lstrip()[:1] in tuple(":–—-")
    words = words.rstrip(" :.–—-")
    return words if set_off and _heads(source, block, words) else ""


_SHOUTED = lazy.compile(
    r"(?=[A-Z][A-Z.])[A-Z][A-Z0-9’'&/,().\- ]{1,58}[A-Z0-9)](?=\.?:|\.\s|[ ][–—-][ ]|\.?(?:[ ]{3,}|\t)[ \t]*[A-Z])"
)


def _shouts(source: Source, block: Block, m: Mark) -> str:
    """Return the words in capitals with which a paragraph opens, where a mark sets them off from what follows."""
    text, start = source.text, block.start
    if block.kind != "paragraph" or block.depth or block.cells or m.number or not text[start + 1 : start + 3].isupper():
        return ""
    opening = _SHOUTED.match(text, start, block.end)
    if opening is None or opening.end() + 1 >= block.end or m.look not in ("", "short", "capitals"):
        return ""
    return opening[0] if _heads(source, block, opening[0]) else ""


def _heads(source: Source, block: Block, words: str) -> bool:
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
_WORD = lazy.compile(r"\w+")


def _runs_in(source: Source, block: Block, m: Mark) -> bool:
    """Whether a paragraph opens with a heading and a colon."""
    if m.look or m.number or block.kind != "paragraph" or block.cells or block.depth:
        return False
    text = source.text
    colon = text.find(":", block.start, block.start + _LONGEST)
    if not block.start < colon < block.end or not text[block.start].isupper():
        return False
    return (
        (heads_business(text[block.start : min(colon + 2, block.end)]) or _approves(text, block, colon))
        and not LABELLED.match(text, block.start, block.end)
        and not heads_nothing(text[block.start : colon])
        and not _FIELDS.match(text, block.start, colon)
        and text.find(". ", block.start, colon) < 0
        and not is_sentence(text, block.start, colon)
    )


def _approves(text: str, block: Block, colon: int) -> bool:
    """Whether 'Minutes:' stands before what became of those of the last meeting."""
    return text[block.start : colon].lower() == "minutes" and is_sentence(text, colon + 1, block.end)


_FIELDS = lazy.compile(
    r"(?i)(?:time |date )?(?:of )?(?:the )?meeting (?:was )?(?:opened|started|commenced|began|closed|ended|finished|adjourned|concluded|called to order|conducted|chaired|led|run|held)"
    r"|meeting (?:of|date|time|place|location)\b|(?:minutes|notes) (?:were )?(?:recorded|taken|prepared|written|submitted|typed|kept)|(?:total )?number (?:of|in)\b"
)
"""Labels of the head and the foot, which head no business wherever they stand."""
_LABEL = lazy.compile(r"[A-Z][\w’'&/,\- ]{2,40}(?=:[ ]{1,3}[A-Z0-9])")


def _alike(
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
        places[0] for words, places in found.items() if len(places) == 1 and _heads(source, blocks[places[0]], words)
    ]
    head = set(_WORD.findall(text[: blocks[listed - 1].end])) if listed else set()
    alike = [index for index in alike if not head.issuperset(_WORD.findall(_LABEL.match(text, blocks[index].start)[0]))]  # type: ignore[index]
    return alike if len({*alike} - {*run_in}) <= 2 * len(run_in) else []


_LONGEST_ALIKE, _WORDS_ALIKE = 40, 6


def _led_alike(
    source: Source, blocks: Sequence[Block], marks: Sequence[Mark], leads: Sequence[int], listed: int
) -> list[int]:
    """Return the short lines set as the lead lines are, between which they stand, with words of their own: 'Spring fair'."""
    set_as = [
        i
        for i in leads
        if i + 1 < len(blocks) and len(blocks[i].lines) == 1 and not apart(source, blocks[i], blocks[i + 1])
    ]
    if len(set_as) < _FEWEST:
        return []
    found = [
        i
        for i in range(listed or set_as[0], len(blocks) - 1)
        if i not in leads and _is_set_so(source, blocks, marks, i)
    ]
    head = set(_WORD.findall(source.text[: blocks[listed - 1].end])) if listed else set()
    found = [i for i in found if not head.issuperset(_WORD.findall(marks[i].text))]
    return found if len(found) <= 2 * len(set_as) else []


def _is_set_so(source: Source, blocks: Sequence[Block], marks: Sequence[Mark], index: int) -> bool:
    """Whether a line of a few words stands directly over text, with a blank line above it."""
    block, after, m = blocks[index], blocks[index + 1], marks[index]
    words = m.text
    return (
        not m.look and not m.number and 2 < len(words) <= _LONGEST_ALIKE and words[0].isupper() and words[-1].isalnum()
        and block.kind == "paragraph" and not block.depth and not block.cells and len(block.lines) == 1
        and apart(source, blocks[index - 1], block) and not apart(source, block, after)
        and (after.kind == "bullet" or (after.kind == "paragraph" and source.text[after.end - 1] in ".!?"))
        and len(words.split()) <= _WORDS_ALIKE and _heads(source, block, words)
        and not is_sentence(source.text, block.start, block.end) and not words.isdecimal()
    )  # fmt: skip


_DASHED = lazy.compile(r"[A-Z][\w’'&/, ]{2,40}?(?=[ ][–—-][ ](?=[A-Za-z“\"$£€\d]))")


def _dashed(source: Source, blocks: Sequence[Block], marks: Sequence[Mark], listed: int) -> dict[int, str]:
    """Return the paragraphs that open with a title and a dash where several have words that titles have: 'Old Business – Bids are due.'"""
    text, found = source.text, dict[int, str]()
    for index in range(listed, len(blocks)):
        block, m = blocks[index], marks[index]
        if m.number or block.kind != "paragraph" or block.depth or block.cells or m.look not in ("", "short"):
            continue
        title = _DASHED.match(text, block.start, block.end)
        if title and _heads(source, block, title[0]) and not is_sentence(text, block.start, title.end()):
            found[index] = title[0]
    usual = sum(1 for words in found.values() if heads_business(f"{words}: "))
    most = len(found) * 3 >= 2 * (len(blocks) - min(found, default=0))  # nearly all that follows opens so
    if usual < (_FEWEST - most) or usual * (2 + most) < len(found) or len(set(found.values())) < len(found):
        return {}
    return found if len(found) >= _FEWEST else {}


def _set_off(source: Source, blocks: Sequence[Block], marks: Sequence[Mark], index: int) -> bool:
    """Whether a short line that ends with a colon stands between blank lines over a paragraph: 'Moorings and Welfare:'."""
    block, m = blocks[index], marks[index]
    words = m.text
    return (
        not m.look and not m.number and words[-1:] == ":" and len(words) <= _LONGEST and words[0].isupper()
        and block.kind == "paragraph" and not block.depth and not block.cells and len(block.lines) == 1
        and blocks[index + 1].kind == "paragraph" and blocks[index + 1].end - blocks[index + 1].start > _LONGEST
        and apart(source, blocks[index - 1] if index else None, block)
        and (apart(source, block, blocks[index + 1]) or words.title() != words)
        and topic(words) == "other" and not LABELLED.match(words) and not is_sentence(source.text, block.start, block.end)
        and "ollowing" not in words
    )  # fmt: skip


_FURNITURE = lazy.compile(r"[ \t]*([=\-~_*^#+])\1{2,}[ \t]*")


def _below_rules(source: Source, blocks: Sequence[Block], marks: Sequence[Mark], listed: int) -> list[int]:
    """Return the short lines that stand below rules, each over text of its own, where rules part the matters."""
    found = []
    for index in range(max(listed, 1), len(blocks) - 1):
        above, block, m = blocks[index - 1], blocks[index], marks[index]
        if above.kind != "furniture" or block.kind != "paragraph" or len(block.lines) != 1 or m.number:
            continue
        words = m.text
        if (
            words and len(words) <= _LONGEST and words[0].isupper() and words[-1] not in ".,;!" and _heads(source, block, words.rstrip(" :"))
            and blocks[index + 1].kind in ("paragraph", "bullet") and not is_sentence(source.text, block.start, block.end)
            and _FURNITURE.fullmatch(source.text, above.start, above.end)
        ):  # fmt: skip
            found.append(index)
    return found


def _among_others(source: Source, blocks: Sequence[Block], marks: Sequence[Mark], index: int) -> bool:
    """Whether a short line stands alone over a paragraph that is but a sentence, as others stand over longer ones."""
    block, after, words = blocks[index], blocks[index + 1], marks[index].text
    return (
        not marks[index].look and 0 < len(words) <= _LONGEST and not marks[index].number
        and block.kind == "paragraph" and not block.depth and not block.cells and len(block.lines) == 1 and words[-1].isalnum()
        and after.kind == "paragraph" and not after.depth and source.text[after.end - 1] in ".!?" and after.end - after.body > len(words)
        and apart(source, blocks[index - 1] if index else None, block) and apart(source, block, after)
        and topic(words) == "other" and not LABELLED.match(words) and not heads_nothing(words)
        and is_short_line(words, after, carries=True)
        and not is_sentence(source.text, block.start, block.end)
        and (is_sentence(source.text, after.body, after.end) or source.text.count(" ", after.body, after.end) > _FEWEST)
    )  # fmt: skip


def _bulleted(source: Source, blocks: Sequence[Block], marks: Sequence[Mark], listed: int) -> list[int]:
    """Return the items that stand one by one over paragraphs, as titles behind a sign: '* Roof' over what was said of it."""
    found = []
    for index in range(listed, len(blocks) - 1):
        block, below = blocks[index], blocks[index + 1]
        if block.kind != "bullet" or block.depth > 1 or block.checked is not None:
            continue
        if (
            below.kind != "paragraph"
            or below.depth
            or not (below.end - below.body > _LONGEST or source.text[below.end - 1] in ".!?")
        ):
            return []  # a list like others
        words = source.text[block.body : block.end]
        if len(words) > _LONGEST or not words[0].isupper() or words[-1] in ".,;" or not _heads(source, block, words):
            return []
        if number_at(source.text, block.body, block.end) or is_sentence(source.text, block.body, block.end):
            return []
        found.append(index)
    return found if len(found) >= _FEWEST else []


def _leads(source: Source, blocks: Sequence[Block], marks: Sequence[Mark], index: int, listed: int) -> bool:
    block, after, words = blocks[index], blocks[index + 1], marks[index].text
    if marks[index].look or block.kind != "paragraph" or block.cells or block.depth or len(block.lines) != 1:
        return False
    if not words or len(words) > _LONGEST or marks[index].number or after.kind not in ("paragraph", "bullet"):
        return False
    if LABELLED.match(words) or heads_nothing(words) or is_sentence(source.text, block.start, block.end):
        return False
    before = blocks[index - 1] if index else None
    between = after.kind == "bullet" and before is not None and (before.kind == "bullet" or index == listed)
    if not (between or apart(source, before, block)) or apart(source, block, after):
        return False
    return topic(words) in ("attendance", "actions") or is_short_line(words, after, carries=after.kind == "bullet")
