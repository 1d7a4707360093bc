"""Which blocks head something: headings as they are set, and the numbers that form the sequence of the business."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from itertools import pairwise
from typing import Literal, NamedTuple

from minutes_parser import lazy
from minutes_parser.layout.blocks import Block
from minutes_parser.layout.headings import (
    CAPITAL_RUN,
    Topic,
    heads_agenda,
    heads_nothing,
    is_capitals,
    is_short_line,
    labels_people,
    may_be_short_line,
    names_meeting,
    topic,
)
from minutes_parser.layout.names import ROLE, name_at
from minutes_parser.layout.numbering import Number, Style, best_chain, number_at
from minutes_parser.layout.titles import title_end
from minutes_parser.layout.years import by_letters, by_year, dotted_by_year
from minutes_parser.source import Source

Look = Literal["heading", "bold", "capitals", "short", ""]

_HEAD = 250
_SHORT = 100
"""Characters of the longest line that is a heading without being set as one or opening in capitals."""
_LONGEST_SMALL = 70
"""Characters of the longest line that is a heading without a capital at its beginning."""
_FEWEST_AROUND = 3
"""Numbers of a sequence within which a longer one stands as sub-items."""
_FEWEST_FIELDS = 3
"""Different lines, each with text below, that come twice in a form for several cases."""
_FEWEST_BARE = 4
"""Items numbered without points that make a sequence and no quantities."""
_TITLE_LINE = 60
"""Characters of the longest line of a title set in several."""
_MAIN_STYLES: tuple[Style, ...] = ("item", "reference", "slash", "decimal", "ROMAN", "capital", "roman", "letter")
_LETTER = lazy.compile(r"[^\W_]")
_LONGEST_POST = 45
"""Characters of the longest post or name that stands alone in a line."""
_SIGNS = lazy.compile(r"(?i:signed\b)[^.!?]{0,40}\Z|[_.…]{6,45}\s*\Z")
"""A line to sign on, or what stands above one."""
LABELLED = lazy.compile(
    r"(?i:ayes?|yeas|nays|noes|in[ ]favou?r|approved|opposed)[: ]{1,2}\d|(?:ACTION|DECISION|RESOLVED|AGREED|TODO)[ ](?=[\w@])|(?:Q|A|Action|ACTION|Due|Decision|DECISION|Resolved|RESOLVED|Resolution|RESOLUTION|Motion|MOTION|Vote|VOTE|Question|Answer|Note|N\.?B\.?)\b[^:]{0,12}:"
)

TOPIC = lazy.compile(r"(?:[Ss]ub-?)?[Tt](?:opic|OPIC)(?:[ ]\d{1,2})?:[ \t]+(?=\S)")
"""What a scribe writes before the title of the next matter."""
ANNOUNCES = lazy.compile(r"(?:including|includes?|following|follows)\b(?P<behind>[^.:]{0,40}):\Z")
"""What announces a list: '... including:', '... has the following doubts about the plan:'."""

SIGNS = "•●○▪-*+–o[☐☑"
"""Signs of list items, behind which their number stands."""

_HIGH = lazy.compile(r"\d+[ \t]+[A-Z]{3}")

_SPEAKS = lazy.compile(r"[A-Z]\w{1,15}:[ ]\S")
"""A speaker's words."""
_LIST_HEAD = lazy.compile(r"(?i)action (?:items|points|list|log|summary|register|table):")
"""What looks like a label and opens a list at the end of the minutes."""


class Mark(NamedTuple):
    """How a block is set, and the number with which it begins."""

    look: Look
    number: Number | None
    text: str
    """The block's text, as much of it as a heading can have."""
    topic: Topic = "other"
    """What it heads, of a block that is set apart."""


_UNMARKED = Mark("", None, "")


def mark(source: Source, blocks: Sequence[Block]) -> list[Mark]:
    """Return a mark for each block, also for people who are numbered in a list."""
    text = source.text
    marks = []
    for index, block in enumerate(blocks):
        if block.kind not in ("paragraph", "bullet", "heading"):
            marks.append(_UNMARKED)
            continue
        start, end = block.start, block.end
        opening = text[start : start + 2]
        number = number_at(text, block.body if opening[:1] in SIGNS else start, end)
        if end - start > _HEAD and not (opening[1:].isupper() or block.bold or block.kind == "heading"):
            marks.append(Mark("", number, "") if number else _UNMARKED)
            continue
        head = _head(source, block)
        look: Look = _look(source, blocks, index, head) if head and block.kind != "bullet" else ""
        marks.append(Mark(look, number, head, topic(head) if look else "other"))
    return _without_labels(marks)


def _head(source: Source, block: Block) -> str:
    """Return as much of a block's text as a heading can have."""
    end = block.start + _HEAD
    head = source.fold(block.start, block.end if block.end < end else end)
    if block.kind == "heading" and head[-1:] == "}":
        return head.rpartition(" {#")[0] or head
    return head


def _look(source: Source, blocks: Sequence[Block], index: int, head: str) -> Look:
    block = blocks[index]
    if block.kind == "heading":
        return "" if _labels_people(head) or not _LETTER.search(head) else "heading"
    if block.cells:
        return ""
    if (
        not block.bold
        and len(head) > _LONGEST_SMALL
        and not (head[0].isupper() and (len(head) <= _SHORT or head[1].isupper()))
    ):
        return ""
    look: Look = ""
    if block.bold:
        look = "" if len(head) > 160 or head.endswith((",", ";")) else "bold"
    elif (is_capitals(head) and len(head) > 3) or _capital_run(head):
        look = "capitals"
    elif _stands_short(source, blocks, index, head):
        look = "short"
    if look and (
        (LABELLED.match(head) and not _LIST_HEAD.fullmatch(head))
        or heads_nothing(head)
        or _labels_people(head)
        or _names(source, blocks, index, head)
    ):
        return ""
    return look


def _stands_short(source: Source, blocks: Sequence[Block], index: int, head: str) -> bool:
    """Whether the block is a short line that stands alone, or over a block that is inset, as headings in plain text do."""
    block = blocks[index]
    if not may_be_short_line(head) or len(block.lines) != 1 or index + 1 == len(blocks):
        return False
    if _in_columns(source, block, head):
        return False
    after = blocks[index + 1]
    inset = not after.depth and indent(source, after) > indent(source, block)
    if not inset:
        before = blocks[index - 1] if index else None
        if not (after.kind == "bullet" or apart(source, block, after)) or not apart(source, before, block):
            return False
    carries = (
        inset
        or after.kind in ("bullet", "row")
        or (head[-1] != "?" and _SPEAKS.match(source.text, after.body, after.end) is not None)
        or heads_agenda(head)
    )
    return is_short_line(head, after, carries)


def _labels_people(head: str) -> bool:
    """Whether names stand behind a label in the line: 'Absent: Ann Bell'."""
    _, _, names = head.partition(":")
    return bool(names.strip()) and labels_people(head)


def _names(source: Source, blocks: Sequence[Block], index: int, head: str) -> bool:
    """Whether a line says who signs, or is a post with nothing but a name below it: 'Chair' over 'Cllr Ann Bell'."""
    if len(head) > _LONGEST_POST:
        return False
    text = source.text
    around = (*blocks[max(index - 2, 0) : index], *blocks[index + 1 : index + 2])
    if any([_SIGNS.match(text, block.body, block.end) for block in around]):  # noqa: C419 - a generator takes twice the time
        return True
    after = blocks[index + 1] if index + 1 < len(blocks) else None
    if after is None or after.end - after.body > _LONGEST_POST or not ROLE.fullmatch(head.rstrip(" :")):
        return False
    name = name_at(text, after.body, after.end)
    return name is not None and not text[name.end : after.end].strip(" .")


def _in_columns(source: Source, block: Block, head: str) -> bool:
    """Whether the line is a row of columns set with spaces or tabs and not a number with its title."""
    line = source.text[block.start : block.end]
    return ("   " in line or "\t" in line) and not head[0].isdigit()


def indent(source: Source, block: Block) -> int:
    """Return the columns before the block in its line; readers of structured formats leave none."""
    start = block.lines[0][0] if block.lines else block.start
    return len(source.text[start : block.start].expandtabs(4)) if start < block.start else 0


def _capital_run(head: str) -> bool:
    """Whether the paragraph opens with a title in capitals, with text running on behind it."""
    run = CAPITAL_RUN.match(head) if head[1:2].isupper() else None
    if run and run[0].endswith((",", " OF", " BY", " TO", " THAT", " THE")):
        return False  # 'ON THE MOTION OF Cllr Bell': no title ends so
    return run is not None and 8 <= run.end() <= 80 and len(head) > run.end() + 20


def apart(source: Source, first: Block | None, second: Block | None) -> bool:
    """Whether a blank line stands between the two blocks."""
    if first is None or second is None:
        return True
    return source.text.count("\n", first.end, second.start) + source.text.count("\r", first.end, second.start) > 1


def _without_labels(marks: list[Mark]) -> list[Mark]:
    """Take from bold and capital lines those that repeat under every item ('Resolved'): they are labels."""
    apart = [(index, m.text.casefold()) for index, m in enumerate(marks) if m.look and m.look != "heading"]
    counts = Counter([words for _, words in apart])
    fields = {words for words, count in counts.items() if count > 2 or (count == 2 and not words[0].isdigit())}
    if (
        min([counts[words] for words in fields], default=3) == 2
    ):  # twice: an agenda's lines above the text, or a form's fields
        bare = {words for index, words in apart if index + 1 == len(marks) or marks[index + 1].look}
        twice = {words for words in fields - bare if counts[words] == 2}
        fields = {words for words in fields if counts[words] > 2} | (twice if len(twice) >= _FEWEST_FIELDS else set())
    return [
        Mark("", m.number, m.text)
        if m.look and m.look != "heading" and (m.topic == "label" or m.text.casefold() in fields)
        else m
        for m in marks
    ]


def main_sequence(blocks: Sequence[Block], marks: Sequence[Mark]) -> dict[int, Number]:
    """Return the numbers of the top items by the index of their block: the sequence that carries the most text."""
    looks = [(i, m) for i, m in enumerate(marks) if m.look and _may_head(m)]
    set_apart = [i for i, m in looks if m.look in ("heading", "bold")]
    capitals = [i for i, m in looks if m.look == "capitals" and not m.number and m.text == m.text.upper()]
    if len(capitals) >= 4:
        set_apart = sorted({*set_apart, *capitals})
    chains: list[tuple[float, list[tuple[int, Number]]]] = []
    agenda = _under_agenda(marks)
    bare_agenda = all(blocks[i].end - blocks[i].start < _SHORT for i in agenda)
    by_style: dict[Style, list[tuple[int, Number]]] = {}
    for index, m in enumerate(marks):
        if m.number and not _counts(m):
            by_style.setdefault(m.number.style, []).append((index, m.number))
    for style in _MAIN_STYLES:
        for candidates in _groups(style, by_style):
            group = [(i, n) for i, n in candidates if i not in agenda] or ([] if bare_agenda else candidates)
            outer = [(i, n) for i, n in group if blocks[i].depth < 2]
            group = outer if len(outer) > 1 else group  # the items of a list within a list head nothing beside its own
            chain = _chain(group, blocks, marks, set_apart)
            if chain:
                chains.append((_score(chain, blocks, marks), chain))
    best: list[tuple[int, Number]] = max(chains, key=lambda scored: scored[0])[1] if chains else []
    outer = [chain for _, chain in chains if len(chain) >= _FEWEST_AROUND and _stands_within(best, chain)]
    return dict(outer[0] if outer else best)


def _stands_within(inner: list[tuple[int, Number]], outer: list[tuple[int, Number]]) -> bool:
    """Whether a sequence stands between two numbers of another one that follow each other."""
    first, last = inner[0][0], inner[-1][0]
    return any(a < first and last < b and n.value[0] == m.value[0] + 1 for (a, m), (b, n) in pairwise(outer))


def _under_agenda(marks: Sequence[Mark]) -> set[int]:
    """Return the blocks between a heading 'Agenda' and the next heading."""
    inside, under = False, set[int]()
    if "agenda" not in {m.topic for m in marks}:
        return under
    for index, m in enumerate(marks):
        if m.look:
            inside = m.topic == "agenda"
        elif inside:
            under.add(index)
    return under


def _may_head(m: Mark) -> bool:
    return m.topic in ("other", "actions", "notes")


def _groups(style: Style, by_style: Mapping[Style, list[tuple[int, Number]]]) -> Iterable[list[tuple[int, Number]]]:
    """Return the candidates of one style; references and years apart by what they share."""
    numbers = by_style.get(style, [])
    if style == "reference":
        letters: dict[str, list[tuple[int, Number]]] = {}
        for index, number in numbers:
            letters.setdefault(number.prefix, []).append((index, number))
        return [sequence for group in letters.values() for sequence in by_letters(group)]
    if style == "slash":
        return [by_year(group) for group in (numbers, dotted_by_year(by_style.get("dotted", []))) if group]
    return [numbers] if numbers else []


def _counts(m: Mark) -> bool:
    """Whether a high number without a point more likely counts something: '334 residents', not '334 PLANNING'."""
    return m.number is not None and m.number.bare and m.number.value[0] > 99 and not (m.look or _HIGH.match(m.text))


def _chain(
    group: list[tuple[int, Number]], blocks: Sequence[Block], marks: Sequence[Mark], set_apart: list[int]
) -> list[tuple[int, Number]]:
    """Return the best sequence of a group, or nothing where it is a list and no sequence of headings."""
    begin = group[0][0] if group else 0  # what stands before the first number is the document's title
    headed = sum(1 for i in set_apart if marks[i].look == "heading" and i > begin)
    across = headed >= 2 and not any(marks[i].look for i, _ in group)
    chain = _counted(group, blocks, marks)
    alike = []
    if headed >= 2 and not across:
        alike = [(i, n) for i, n in group if marks[i].look == "heading"]
    elif sum(1 for i, _ in group if marks[i].look == "bold") >= 2:
        alike = [(i, n) for i, n in group if marks[i].look == "bold"]
    if (headed >= 2 and not across) or (alike and not set(alike) <= set(chain)):
        chain = _counted(alike, blocks, marks)
    if across and _crossed(chain, set_apart) < 2:
        return []
    return [] if _is_list(chain, blocks, marks, set_apart) else chain


def _counted(
    group: list[tuple[int, Number]], blocks: Sequence[Block], marks: Sequence[Mark]
) -> list[tuple[int, Number]]:
    """Return the rising numbers of a group that carry the most text; a single one only where it is set as a heading is."""
    if len(group) < 2:
        return group if group and _over_title(blocks, marks, *group[0]) else []
    indexes = best_chain(
        [n.value[0] for _, n in group],
        _weights(group, blocks, marks),
        from_one=group[0][1].style in ("decimal", "item", "ROMAN", "capital", "roman", "letter"),
    )
    return [group[i] for i in indexes]


def _over_title(blocks: Sequence[Block], marks: Sequence[Mark], index: int, number: Number) -> bool:
    """Whether the number '1.' stands alone in bold over a title in bold: the only item of the business."""
    after = marks[index + 1] if index + 1 < len(marks) else _UNMARKED
    return (
        number.value == (1,) and not number.bare and number.end >= blocks[index].end
        and marks[index].look in ("bold", "heading") and after.look in ("bold", "heading") and not after.number
    )  # fmt: skip


def _crossed(chain: list[tuple[int, Number]], heads: Sequence[int]) -> int:
    """Return how many of the headings the numbering goes on across, by steps of one."""
    return sum(
        1 for (a, first), (b, second) in pairwise(chain)
        if second.value[0] == first.value[0] + 1 and any(a < i < b for i in heads)
    )  # fmt: skip


def numbered_through(
    source: Source, blocks: Sequence[Block], marks: Sequence[Mark], chain: Mapping[int, Number]
) -> bool:
    """Whether the sequence numbers the paragraphs of the document, straight on under its headings."""
    heads = [i for i, m in enumerate(marks) if m.look and i not in chain and _may_head(m)]
    if len(chain) < 3 or _crossed(list(chain.items()), heads) < 2:
        return False
    sentences = sum(
        1 for i, n in chain.items() if not marks[i].look and title_end(source.text, n.end, blocks[i].end) <= n.end
    )
    return sentences * 2 > len(chain)


def _weights(group: list[tuple[int, Number]], blocks: Sequence[Block], marks: Sequence[Mark]) -> list[float]:
    """Weigh each candidate by the text under it, up to the next one, and by how it is set."""
    ends = [i for i, _ in group[1:]] + [len(blocks)]
    weights = []
    for (index, _), end in zip(group, ends, strict=True):
        characters = blocks[end - 1].end - blocks[index].start
        weights.append(
            min(characters / 400, 1.0) + (0.5 if marks[index].look else 0.0) + (0.3 if end - index > 1 else 0.0)
        )
    return weights


def _is_list(
    chain: list[tuple[int, Number]], blocks: Sequence[Block], marks: Sequence[Mark], set_apart: list[int]
) -> bool:
    """Whether the sequence is a numbered list inside the text."""
    if len(chain) < 2:
        return not (chain and _over_title(blocks, marks, *chain[0]))
    first, last = chain[0][0], chain[-1][0]
    looks = sum(1 for i, _ in chain if marks[i].look in ("heading", "bold", "capitals"))
    if looks * 2 >= len(chain):
        return False
    if first and chain[1][0] == first + 1 and ANNOUNCES.search(marks[first - 1].text):
        return True
    if chain[0][1].style in ("capital", "ROMAN") and [n.value[0] for _, n in chain[:2]] != [1, 2]:
        return True  # initials: 'B. Murphy stated', 'C. Bell asked'
    if chain[0][1].style == "letter" and not _letters_all(chain, blocks):
        return True
    bare = sum(1 for _, n in chain if n.bare)
    if bare * 2 > len(chain):
        return not _counts_up(chain, blocks)
    own = {i for i, _ in chain}
    inside = [i for i in set_apart if i not in own and marks[i].topic != "notes"]
    while inside and inside[0] < first and _heads_nothing(blocks, inside[0], min([*inside[1:2], first])):
        inside = inside[1:]  # a line of the document's title
    if inside and inside[0] < first and names_meeting(marks[inside[0]].text):
        inside = inside[1:]  # the document's title
    if inside and any(i < first for i in inside) and not any(first < i < last for i in inside):
        return len(inside) > 1 or marks[inside[0]].look == "heading"
    if chain[0][1].style in ("slash", "reference", "item"):
        return False
    covered = (blocks[-1].end - blocks[first].start) / max(blocks[-1].end, 1)
    if first and marks[first - 1].look == "short" and (marks[first - 1].topic == "actions" or covered < 0.3):
        return True
    together = sum(1 for (a, _), (b, _) in pairwise(chain) if b == a + 1)
    return (
        together == len(chain) - 1
        and last < len(blocks) - 1
        and len(blocks) - last > len(chain)
        and blocks[first].kind == "bullet"
    )


def _counts_up(chain: list[tuple[int, Number]], blocks: Sequence[Block]) -> bool:
    """Whether numbers without a point go from 1 up by one, one to a paragraph, through most of the document."""
    values = [n.value[0] for _, n in chain]
    if any(n.end >= blocks[i].end and not _over_line(blocks, i) for i, n in chain):
        return False  # the numbers of pages
    covered = (blocks[-1].end - blocks[chain[0][0]].start) / max(blocks[-1].end, 1)
    return (
        len(chain) >= _FEWEST_BARE
        and values == list(range(1, len(values) + 1))
        and covered > 0.5
        and all(blocks[i].kind == "paragraph" for i, _ in chain)
    )


def _letters_all(chain: list[tuple[int, Number]], blocks: Sequence[Block]) -> bool:
    """Whether letters from 'a' on head the document: lines of their own with text below, through most of it."""
    covered = (blocks[-1].end - blocks[chain[0][0]].start) / max(blocks[-1].end, 1)
    lines = sum(1 for (a, _), (b, _) in pairwise(chain) if b > a + 1 and blocks[a].end - blocks[a].start < _TITLE_LINE)
    return (
        [n.value[0] for _, n in chain] == list(range(1, len(chain) + 1))
        and len(chain) >= _FEWEST_AROUND and covered > 0.5 and lines + 1 == len(chain)
    )  # fmt: skip


def _over_line(blocks: Sequence[Block], index: int) -> bool:
    """Whether a short line stands below a number that stands alone: its title."""
    after = blocks[index + 1] if index + 1 < len(blocks) else None
    return after is not None and after.kind == "paragraph" and len(after.lines) == 1 and after.end - after.body < _SHORT


def _heads_nothing(blocks: Sequence[Block], index: int, end: int) -> bool:
    """Whether no more than short lines stand between a line set apart and the next."""
    return all(block.end - block.start < _TITLE_LINE for block in blocks[index + 1 : end])


def _score(chain: list[tuple[int, Number]], blocks: Sequence[Block], marks: Sequence[Mark]) -> float:
    """Score a sequence by its length and by the text that it covers."""
    if not chain:
        return 0.0
    span = blocks[-1].end - blocks[chain[0][0]].start
    return len(chain) + sum(0.5 for i, _ in chain if marks[i].look) + 3 * span / max(blocks[-1].end, 1)
