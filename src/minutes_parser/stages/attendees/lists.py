"""Entries in running lists: one a line, or several in a line, under the label or heading that groups them."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, field, replace

from minutes_parser.layout.blocks import Block
from minutes_parser.layout.headings import SIDE, asks_names
from minutes_parser.layout.telling import is_sentence, tells
from minutes_parser.layout.topics import topic
from minutes_parser.source import Source
from minutes_parser.stages.attendees import abreast
from minutes_parser.stages.attendees.abreast import Column, cells, heads, under
from minutes_parser.stages.attendees.behind import labelled_on, sentence_end
from minutes_parser.stages.attendees.entry import Entry, entry_at
from minutes_parser.stages.attendees.groups import Group, label_at, label_of_body, status_of_label
from minutes_parser.stages.attendees.inline import names_in, parted
from minutes_parser.stages.attendees.items import are_one_each
from minutes_parser.stages.attendees.joined import lines_of
from minutes_parser.stages.attendees.kinds import (
    ALONE,
    CLERK,
    FIELD,
    SECRETARY,
    are_nicknames,
    are_two,
    behind_count,
    behind_directive,
    holds_people,
    is_body,
    is_duty,
    is_phrase,
    is_record,
    lists_nobody,
    lists_words,
    opens_post,
    rambles,
)
from minutes_parser.stages.attendees.lines import (
    before_titled,
    behind_organisation,
    bold_label,
    by_bodies,
    dashed,
    fields_of,
    has_post_first,
    heads_columns,
    held_at,
    lead_officers,
    marked,
    nominees_at,
    of_organisation,
    officer_at,
    opened_by_sentence,
)

_FEWEST = 3
"""Names that go on behind a full stop."""
_LONGEST = 200
_BODY = 50
"""Characters of the name of a body before its people."""


def listed(source: Source, blocks: Sequence[Block], group: Group | None) -> Iterator[tuple[Entry, Group]]:
    """Yield the entries of ``blocks`` with the group they stand in; ``group`` is that of a heading above them."""
    whole, turned = lines_of(source.text, blocks, headed=group is not None)
    lists = _Lists(
        source,
        group._replace(turned=turned) if group else None,
        turned=turned,
        goes_on=group is not None,
        alone=group is not None and len(blocks) == 1,
        nicknames=group is not None and are_nicknames(source.text, whole),
        one_each=are_one_each(source.text, whole),
    )
    sent = by_bodies(source.text, whole) if group is not None and whole else []
    if (
        group is not None and sent and not label_at(source.text, whole[0].body, whole[0].end)
    ):  # 'ABSENT: BELL' is no body
        yield from ((entry, group) for entry in sent)
        return
    for index, block in enumerate(whole):
        yield from lists.read(block, whole[index + 1 : index + 1 + _FEWEST])


@dataclass(slots=True)
class _Lists:
    """Lists of people as they are read line by line: what the lines before tell of the next one."""

    source: Source
    group: Group | None
    """Whom the label or heading above names; None where no list is open."""
    goes_on: bool
    """A heading, or a comma at its end, stood in the line before."""
    alone: bool
    """There is but one line below a heading."""
    nicknames: bool
    """People go by one word each."""
    turned: bool
    """Surnames stand first."""
    one_each: bool
    """Each item of the list is one person."""
    waiting: bool = False
    """The line before was a label and had nobody in it."""
    told: int = 0
    """Where a label's own line ended that lists somebody."""
    many: bool = False
    """It listed several."""
    posted: bool = False
    """The line before gave an office and its holder: 'President: Ann Bell'."""
    depth: int = 0
    """That of a list item that is a label; its like end what stands below it."""
    of_bodies: int = 0
    """Where the line before ended if it gave a body and its people."""
    columns: list[Column] = field(default_factory=list)
    grid: list[Column] = field(default_factory=list)
    """Columns of marks."""
    holder: tuple[int, str] | None = None
    """The depth and name of a body whose people stand below it."""

    def read(self, block: Block, below: Sequence[Block], *, whole: bool = True) -> Iterable[tuple[Entry, Group]]:
        """Return the entries of a ``whole`` line or one of its fields, and take note of what it says of those ``below`` it."""
        text, end = self.source.text, block.end
        start = behind_count(text, block.body, end)
        if text.startswith(":", start) and end - start < _LONGEST:
            start += 1  # a field: ':Present: Ann Bell'
        if text.startswith(".. ", start) and (start := behind_directive(text, start, end)) == end:
            self.group = None
            return ()
        if asks_names(text[start : min(end, start + _LONGEST)]):
            return ()
        wide = text.find("   ", start, end) >= 0 or text.find("\t", start, end) >= 0
        if wide and (beside := self._abreast(block)) is not None:
            return beside
        if wide and whole and len(fields := fields_of(text, start, end)) > 1:
            parts = [replace(block, start=a, body=a, end=b) for a, b in fields]
            return [pair for part in parts for pair in self.read(part, below, whole=False)]
        if text.startswith(("N", "A", "I", "R", "P"), start) and wide and heads_columns(text, start, end):
            self.group = Group("present", None, end)
            return ()
        label = label_at(text, start, end) or bold_label(text, block) or self._label_of_body(block, start, below)
        label = label._replace(turned=True) if label and self.turned else label
        if self.columns and not label and len(block.lines) == 1 and not is_sentence(text, start, end):
            places = [(place, under(self.columns, block, place[0])) for place in cells(text, block)]
            return [pair for place, group in places for pair in names_in(self.source, *place, group)]
        self.columns = []
        if label:
            found = self._labelled(block, start, label)
            self.nicknames = not found and are_nicknames(text, below)
            return found
        if block.emphasis and (nominees := nominees_at(text, block, self.group)):
            self.group = nominees
            return parted(self.source, nominees.end, end, nominees)
        if self._opens(block, start) or self._ends(block, start):
            return ()
        return self._unlabelled(block, start, below[0] if below else None)

    def _label_of_body(self, block: Block, start: int, below: Sequence[Block]) -> Group | None:
        """Return the group of a label that is a body; among others of a list it tells whom its people come from."""
        label = label_of_body(self.source.text, start, block.end)
        among = (
            label
            and not self.source.text[start : label.end].rstrip().endswith(" Side:")
            and self.group is not None
            and self._among_bodies(block, below[0] if below else None)
        )
        return None if among else label

    def _abreast(self, block: Block) -> list[tuple[Entry, Group]] | None:
        """Return those of a line of lists that stand side by side, which it may head; None for any other line."""
        text = self.source.text
        if head := heads(text, block):
            self.columns, self.grid, self.group = head, [], None
            return []
        if head := abreast.marked(text, block):
            self.grid, self.columns, self.group = head, [], None
            return []
        if self.grid and (line := abreast.mark(self.grid, text, block)):
            return list(names_in(self.source, *line[0], line[1], True))
        if places := abreast.labelled(text, block):
            self.columns, self.grid, self.group = abreast.below(places, block), [], None
            return [pair for place, group in places for pair in names_in(self.source, *place, group, True)]
        return None

    def _labelled(self, block: Block, start: int, label: Group) -> list[tuple[Entry, Group]]:
        """Open the list that a label heads, and return those in the label's own line."""
        text, end = self.source.text, block.end
        beside = self.waiting and self.group is not None and self.group.status == label.status
        self.group = label._replace(role=None) if beside else label
        self.depth = block.depth if label.end >= end else 0
        within = label_at(text, label.end, end) if label.end < end else None
        if within and label.status in ("present", within.status):
            self.group = label = within._replace(role=within.role or label.role)  # 'Roll call: Present - Ann Bell'
        stop = sentence_end(text, label.end, end)
        found = list(parted(self.source, label.end, stop, self.group, True))
        if lead_officers(text, start, [entry for entry, _ in found]):
            self.group = label._replace(status="present")  # those of a club are its members
            found = [(entry, self.group) for entry, _ in found]
        found += labelled_on(self.source, stop, end, label)
        self.waiting = not found
        self.told = end if found else 0
        self.many = len(found) >= _FEWEST and text.find(",", label.end, end) > 0
        return found

    def _opens(self, block: Block, start: int) -> bool:
        """Whether a line without a label heads those below it, and open or divide the list so."""
        text, end, last = self.source.text, block.end, self.source.text[block.end - 1]
        if opened := opened_by_sentence(text, start, end):
            self.group = opened
            return True
        if self.group is not None and self.depth and block.kind == "bullet" and block.depth <= self.depth:
            self.group, self.depth = None, 0
        if self.group is None or last != ":":
            return False
        if topic(text[start:end]) == "people":
            self.group = self.group._replace(status=status_of_label(text[start:end], self.group.status), role=None)
        elif not SIDE.fullmatch(text, start, end):
            return False
        self.waiting = True
        return True

    def _ends(self, block: Block, start: int) -> bool:
        """Whether a line has nobody of the list, which it may end: a record of attendance, a duty, a label of one person."""
        text, end = self.source.text, block.end
        if is_record(text, start, end):
            self.group = None
        if is_duty(text, start, end):
            return True
        if ALONE.fullmatch(text, start, end):
            self.group = None
            return True
        return False

    def _unlabelled(self, block: Block, start: int, after: Block | None) -> Iterable[tuple[Entry, Group]]:
        """Return those of a line that has no label: a field with an officer, a body with its people, or names."""
        text, end = self.source.text, block.end
        labelled = FIELD.match(text, start, end)
        if labelled and labelled[0][:6].lower() == "agenda":
            self.group = None
        if self.group is None:
            return ()
        clerk = CLERK.match(text, start, end) is not None
        if labelled and not clerk:
            return self._officer(block, start)
        if self.posted and (officer := held_at(text, start, end)):
            return [(officer, self.group)]
        if self.holder and block.depth <= self.holder[0]:
            self.holder = None
        if after and holds_people(text, block, after):
            self.holder = (block.depth, " ".join(text[start:end].split()))
            return ()
        sure = (bool(block.emphasis) and block.emphasis[0][0] == start) or self._among_bodies(block, after)
        if people := of_organisation(text, start, end, sure=sure) or behind_organisation(text, block):
            self.waiting, self.of_bodies = False, end
            return [(entry, self.group) for entry in people]
        over = self.told and text.count("\n", self.told, block.start) > 1
        first = block.lines[0][1] if block.lines else end
        over = over and (text.find(",", start, end) < 0 if self.many else text[start:first].isalpha())
        if over or lists_nobody(text, start, end):
            self.group = None  # a list within a line is over with its paragraph
            return ()
        if not clerk and self.told and self.group.status in ("apologies", "absent"):
            clerk = opens_post(text, start, end)  # 'Library Director: Ann Bell' below 'Apologies: ...'
        return self._named(
            block, start, self.group._replace(status="in_attendance", role=None) if clerk else self.group
        )

    def _among_bodies(self, block: Block, after: Block | None) -> bool:
        """Whether the line before or the next one gives a body and its people as this one may: 'Quay: Ann Bell', 'Vale: Bob Day'."""
        text = self.source.text
        if text.find(":", block.body, min(block.end, block.body + _BODY)) < 0 and not dashed(text, block):
            return False
        if self.of_bodies and (self.waiting or text.count("\n", self.of_bodies, block.start) < 2):
            return True
        beside = after is not None and text.count("\n", block.end, after.start) < 2
        return after is not None and beside and bool(of_organisation(text, after.body, after.end, sure=True))

    def _officer(self, block: Block, start: int) -> list[tuple[Entry, Group]]:
        """Return the officer of a field among the list: 'Secretary: Ann Bell' below the chair or another with an office."""
        chairs = block.kind == "bullet" and self.source.text.startswith(("Chair", "CHAIR"), start)
        opened = self.goes_on or (self.waiting and not (self.group and self.group.apart))  # not by an empty 'Guests:'
        chairs = chairs or (opened and self.source.text.startswith(("Chair", "CHAIR"), start))
        attends = self.told and not self.posted and SECRETARY.match(self.source.text, start, block.end) is not None
        officer = officer_at(self.source.text, start, block.end) if self.posted or chairs or attends else None
        if officer is None or self.group is None:
            return []
        if attends:
            return [(officer, self.group._replace(status="in_attendance"))]
        self.posted = True
        return [(officer, self.group)]

    def _named(self, block: Block, start: int, group: Group) -> list[tuple[Entry, Group]]:
        """Return those whom a line of an open list names."""
        text, end = self.source.text, block.end
        by_initials = self.nicknames or lists_words(text, block, behind=self.waiting or self.goes_on)
        self.goes_on = text[end - 1] == ","
        if block.bold and is_body(text, start, end):
            return []  # whom those below it come from
        by_initials = by_initials or (
            (self.alone or self.waiting) and block.kind != "bullet" and are_two(text, start, end)
        )
        by_initials = by_initials or (self.waiting and text.count("(", start, end) > 1)
        office = before_titled(text, start, end)
        start = office.end() if office else start
        alone = entry_at(text, start, end) if self.one_each and block.kind == "bullet" else None
        people = [(alone, group)] if alone else parted(self.source, start, end, group, by_initials)
        found = [marked(text, block, pair) for pair in people]
        for entry, _ in found:
            if entry.role and (tells(entry.role) or rambles(entry.role) or is_phrase(text, entry)):
                self.group = None  # a sentence about one of them
                return []
        if office and len(found) == 1 and found[0][0].role in (None, "Councillor") and office["role"][-1] != "s":
            found[0][0].role = office["role"]
        self.waiting = self.waiting and not found
        if self.holder:
            for entry, _ in found:
                entry.organisation = entry.organisation or self.holder[1]
        self.posted = bool(found) and all(has_post_first(text, entry, start) for entry, _ in found)
        if not found and end - block.start > _LONGEST:
            self.group = None
        return found
