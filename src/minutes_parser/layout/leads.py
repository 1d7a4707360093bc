"""Lead lines: headings in plain text that stand directly over their text, with a blank line above them alone, and those
that run into it behind a colon ('Treasurer's report: The balance is ...').

One such line may be the first line of anything; a document without numbers that has several of them divides its
business by them.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from dataclasses import replace
from itertools import pairwise

from minutes_parser import lazy
from minutes_parser.layout.among import among_others
from minutes_parser.layout.blocks import Block
from minutes_parser.layout.headings import heads_nothing, is_short_line, opens_business
from minutes_parser.layout.marks import LABELLED, Mark, apart
from minutes_parser.layout.numbering import number_at
from minutes_parser.layout.running import (
    FEWEST,
    LONGEST,
    WORD,
    alike_labels,
    dashed,
    heads,
    opens_emphasised,
    runs_in,
    shouts,
    stopped,
    telling,
)
from minutes_parser.layout.scribed import with_topics
from minutes_parser.layout.telling import is_sentence
from minutes_parser.layout.topics import topic
from minutes_parser.source import Source


def with_leads(source: Source, blocks: Sequence[Block], marks: list[Mark], listed: int) -> list[Mark]:
    """Return the marks with the lead lines marked as short headings, where there are several.

    ``listed`` is the index behind the attendance list; lines that run in are fields of the head before it.
    """
    leads = [index for index in range(len(blocks) - 1) if _leads(source, blocks, marks, index, listed)]
    run_in = [
        i for i, block in enumerate(blocks)
        if runs_in(source, block, marks[i]) and (i >= listed or opens_business(marks[i].text.partition(":")[0]))
    ]  # fmt: skip
    stand = [i for i, m in enumerate(marks) if m.look == "short" and m.topic == "other" and i >= listed]
    alike = alike_labels(source, blocks, marks, run_in, listed) if len(run_in) > 1 and len(stand) < FEWEST else []
    if len(run_in) >= FEWEST or len({*run_in, *alike}) >= FEWEST:
        run_in = _not_below_others(source, blocks, run_in, alike)
    run_in = sorted({*run_in, *stopped(source, blocks, marks, listed)})
    set_off = [index for index in range(listed, len(blocks) - 1) if _set_off(source, blocks, marks, index)]
    bulleted = _bulleted(source, blocks, marks, listed)
    leads = sorted({*leads, *run_in, *set_off, *bulleted, *_below_rules(source, blocks, marks, listed)})
    if len(leads) + len(stand) >= FEWEST:
        leads = sorted({*leads, *_led_alike(source, blocks, marks, [*leads, *stand], listed)})
    else:
        leads = sorted({*leads, *_stanzas(source, blocks, marks, listed)})
    marked = list(marks)
    short = [m for m in marks[listed:] if m.look == "short" and m.topic == "other"]
    if len(leads) + 1 < FEWEST or len(leads) + len(short) < FEWEST:
        acts = [i for i in leads if topic(marks[i].text) == "actions"] if any(m.look for m in marks) else []
        colons = [m for m in short if m.text[-1] == ":"]
        usual = [i for i in leads if _ALWAYS.fullmatch(marks[i].text)]
        leads = [*(set_off if len(set_off) + len(colons) >= FEWEST else []), *acts, *usual]
    if len(short) + 1 >= FEWEST:
        leads = _told_once(marks, sorted({*leads, *among_others(source, blocks, marks, listed, leads, len(short))}))
    for index in leads:
        marked[index] = replace(marks[index], look="short", topic=topic(marks[index].text))
    marked = with_topics(source, blocks, marked)
    for index, words in dashed(source, blocks, marks, listed).items():
        marked[index] = replace(marks[index], look="short", text=words, topic=topic(words))
    shouted = telling(source, blocks, marks, listed, shouts)
    for index, words in shouted.items():
        marked[index] = replace(marks[index], look="capitals", text=words, topic=topic(words))
    for index, words in telling(source, blocks, marks, listed, opens_emphasised).items():
        marked[index] = replace(marks[index], look="bold", text=words, topic=topic(words))
    return marked


_ALWAYS = lazy.compile(r"(?i)(?:old|new|unfinished|(?:any )?other) business:")
"""Lines that head the business even where no other line does."""


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
    if len(set_as) < FEWEST:
        return []
    sign = ":" if all(marks[i].text[-1] == ":" for i in set_as) else ""
    found = [
        i
        for i in range(listed or set_as[0], len(blocks) - 1)
        if i not in leads and _is_set_so(source, blocks, marks, i, ")" + sign)
    ]
    head = set(WORD.findall(source.text[: blocks[listed - 1].end])) if listed else set()
    found = [i for i in found if not head.issuperset(WORD.findall(marks[i].text))]
    return found if len(found) <= 2 * len(set_as) else []


def _stanzas(source: Source, blocks: Sequence[Block], marks: Sequence[Mark], listed: int) -> list[int]:
    """Return the short lines that stand directly over what was said of them where blank lines part nearly all matters so."""
    firsts = [
        i
        for i in range(max(listed, 1), len(blocks) - 1)
        if apart(source, blocks[i - 1], blocks[i]) and not apart(source, blocks[i], blocks[i + 1])
    ]
    found = [i for i in firsts if _is_set_so(source, blocks, marks, i, ")")]
    words = {marks[i].text for i in found}
    return found if len(words) >= FEWEST and len(words) == len(found) and len(found) * 4 >= len(firsts) * 3 else []


def _is_set_so(source: Source, blocks: Sequence[Block], marks: Sequence[Mark], index: int, signs: str) -> bool:
    """Whether a line of a few words, ending with a letter or one of the ``signs``, stands directly over text, with a blank line above it."""
    block, after, m = blocks[index], blocks[index + 1], marks[index]
    words = m.text
    return (
        not m.look and not m.number and 2 < len(words) <= _LONGEST_ALIKE and words[0].isupper() and (words[-1].isalnum() or words[-1] in signs)
        and block.kind == "paragraph" and not block.depth and not block.cells and len(block.lines) == 1
        and apart(source, blocks[index - 1], block) and not apart(source, block, after)
        and (after.kind == "bullet" or (after.kind == "paragraph" and source.text[after.end - 1] in ".!?"))
        and len(words.split()) <= _WORDS_ALIKE and heads(source, block, words)
        and not is_sentence(source.text, block.start, block.end) and not words.isdecimal()
    )  # fmt: skip


def _set_off(source: Source, blocks: Sequence[Block], marks: Sequence[Mark], index: int) -> bool:
    """Whether a short line that ends with a colon stands between blank lines over a paragraph: 'Moorings and Welfare:'."""
    block, m = blocks[index], marks[index]
    words = m.text
    return (
        not m.look and not m.number and words[-1:] == ":" and len(words) <= LONGEST and words[0].isupper()
        and block.kind == "paragraph" and not block.depth and not block.cells and len(block.lines) == 1
        and blocks[index + 1].kind == "paragraph" and blocks[index + 1].end - blocks[index + 1].start > LONGEST
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
            words and len(words) <= LONGEST and words[0].isupper() and words[-1] not in ".,;!" and heads(source, block, words.rstrip(" :"))
            and blocks[index + 1].kind in ("paragraph", "bullet") and not is_sentence(source.text, block.start, block.end)
            and _FURNITURE.fullmatch(source.text, above.start, above.end)
        ):  # fmt: skip
            found.append(index)
    return found


def _not_below_others(
    source: Source, blocks: Sequence[Block], run_in: Sequence[int], alike: Sequence[int]
) -> list[int]:
    """Return the lines that run in with those like them but for such below a title alone: 'Roof: ...' under 'Old business:'."""
    found, below, usual = list[int](), -1, set(run_in)
    for index in sorted({*run_in, *alike}):
        alone = source.text[blocks[index].end - 1] == ":"
        if alone or index in usual:
            below = index if alone else -1
        elif below >= 0 and not any(apart(source, a, b) for a, b in pairwise(blocks[below : index + 1])):
            below = index
            continue
        else:
            below = -1
        found.append(index)
    return found


def _told_once(marks: Sequence[Mark], leads: list[int]) -> list[int]:
    """Return the lines without those with a colon that come again: they say who speaks."""
    counts = Counter([marks[i].text for i in leads])
    return [i for i in leads if counts[marks[i].text] == 1 or not marks[i].text.endswith(":")]


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
            or not (below.end - below.body > LONGEST or source.text[below.end - 1] in ".!?")
        ):
            return []  # a list like others
        words = source.text[block.body : block.end]
        if len(words) > LONGEST or not words[0].isupper() or words[-1] in ".,;" or not heads(source, block, words):
            return []
        if number_at(source.text, block.body, block.end) or is_sentence(source.text, block.body, block.end):
            return []
        found.append(index)
    return found if len(found) >= FEWEST else []


def _leads(source: Source, blocks: Sequence[Block], marks: Sequence[Mark], index: int, listed: int) -> bool:
    block, after, words = blocks[index], blocks[index + 1], marks[index].text
    if marks[index].look or block.kind != "paragraph" or block.cells or block.depth or len(block.lines) != 1:
        return False
    if not words or len(words) > LONGEST or marks[index].number or after.kind not in ("paragraph", "bullet"):
        return False
    if LABELLED.match(words) or heads_nothing(words) or is_sentence(source.text, block.start, block.end):
        return False
    before = blocks[index - 1] if index else None
    between = after.kind == "bullet" and before is not None and (before.kind == "bullet" or index == listed)
    if not (between or apart(source, before, block)) or apart(source, block, after):
        return False
    return topic(words) in ("attendance", "actions") or is_short_line(words, after, carries=after.kind == "bullet")
