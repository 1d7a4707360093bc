"""Labelled tasks: what stands behind 'Action: ...', or is claimed by a lone 'Action: Clerk'."""

from __future__ import annotations

from dataclasses import replace

from minutes_parser import lazy
from minutes_parser.layout import dated, motions, owners
from minutes_parser.layout.blocks import Block
from minutes_parser.layout.labels import Label, status_label
from minutes_parser.layout.mentions import Known, is_bid, is_certain, is_mention
from minutes_parser.layout.mentions import Span as Place
from minutes_parser.layout.standing import bids
from minutes_parser.layout.task import Task, read_task, unnumbered, working
from minutes_parser.sentences import split
from minutes_parser.source import Source

_OWN_TASK = lazy.compile(r"\b(?:will|agreed\s+to|agreed\s+that|has\s+agreed\s+to|would)\b")
_ITEM = lazy.compile(r"[\s;,](?=\(?\d{1,2}\)\s\S)|(?<=[.;]\s)(?=\d{1,2}[.]\s[A-Z@])")
_DOES = lazy.compile(r"(?P<who>[A-Z][\w’'-]*(?:\s[A-Z][\w’'-]*){0,2})\s[a-z]{2,}s\s")
_SEMICOLON = lazy.compile(r";\s+(?:and\s+)?")
_WORKS = lazy.compile(r"\b(?:to|will|would|shall|must|should|needs?)\b")


_LONGEST_FURTHER = 300
_SHORTEST_DUE = 4
_CLOSING = {"(": ")", "[": "]"}


def label_closes(text: str, label: Label, end: int) -> int:
    """Return what stands behind the bracket in which the label stands; 0 where it stands in none."""
    close = _CLOSING.get(text[label.start - 1])
    return text.find(close, label.start, end) + 1 if close else 0


class Labelled:
    """Reads blocks with labels; adds their tasks to those found before them, of which a label may name the owner."""

    def __init__(self, source: Source, known: Known, found: list[Task]) -> None:
        """Take the list to which the tasks are added."""
        self.source, self.text, self.known, self.found = source, source.text, known, found

    def read(self, block: Block, labels: list[Label], told: Place | None) -> None:
        """Read what stands behind each of the ``labels``; ``told`` is the text to which a label with a mere owner belongs."""
        text = self.text
        for label, after in zip(labels, [*labels[1:], None], strict=True):
            end = status_label(text, label.end, after.start if after else block.end)
            given, due = self._in_label(label)
            start, end = self._unbracketed(label, end)
            if not given and (set_off := self._set_off(block, start, end)):
                given, start = set_off
            if motions.of_meeting(text, start, end):
                told = None
                continue
            if label.weak and not owners.only(text, *(label.owner or (start, end)), self.known):
                continue
            count = len(self.found)
            if told and label.numbered and self._ends_sentence(block, label, after.start if after else block.end):
                self._add(self._told_before(told))
                told = (label.end, after.start) if after else None
                continue
            if not given and told and (speaker := owners.only(text, *told, self.known)):
                given, told = speaker, None
            if (sole := owners.only(text, start, end, self.known)) and (task := self._enclosed(label, block, sole)):
                self._add(task)
            elif sole := sole or (given if start >= end else ()):
                self._claim(sole, told, self._due_behind(max(start, sole[-1][1]), end))
            elif mere := dated.only_dated(text, start, end, self.known):
                self._claim(mere[0], told, mere[1])
            elif start >= end and told and label.start > block.body:  # 'The Clerk will write. (ACTION)'
                heads = text[label.start - 3 : label.start].isspace()  # a column: 'Present: Ann, Tom      ACTION'
                task = None if heads else read_task(text, *working(text, *told), self.known)
                self._add(task if task and task.owners else None)
            elif (
                (label.plural or self._told_apart(start, end))
                and len(items := split(text, start, end, one_paragraph=True)) > 1
                and self._each_works(items)
            ):
                for a, b in items:
                    self._add(read_task(text, a, b, self.known, given=given, listed=True))
            else:
                for a, b in self._lines(block, start, end):
                    task = read_task(text, a, b, self.known, given=given, listed=True, due=due, worded=(start, end))
                    self._add(self._done_by(task))
            closed = label_closes(text, label, after.start) if sole and after else 0
            told = (closed, after.start) if closed and after else None  # what the next label in brackets belongs to
            if label.done:
                self.found[count:] = [replace(task, done=True) for task in self.found[count:]]

    def _in_label(self, label: Label) -> tuple[tuple[Place, ...], Place | None]:
        """Return the owners that the label names, and the time by when: 'Action AB: ...', 'Action (AB, 5 May): ...'."""
        if not label.owner:
            return (), None
        given = owners.named(self.text, *label.owner, self.known)
        mere = None if given else dated.only_dated(self.text, *label.owner, self.known)
        return mere or (given, None)

    def _enclosed(self, label: Label, block: Block, who: tuple[Place, ...]) -> Task | None:
        """Return the task behind a label in brackets that opens the block and holds but its owners: '[ACTION: AB] Mend the gate.'"""
        close = label_closes(self.text, label, block.end) if block.body == label.start - 1 else 0
        start = self.source.trim(close, block.end)[0] if close else 0
        works = (
            close and start < block.end and (bids(self.text, start, block.end) or self.text.startswith("to ", start))
        )
        return read_task(self.text, start, block.end, self.known, given=who) if works else None

    def _set_off(self, block: Block, start: int, end: int) -> tuple[tuple[Place, ...], int] | None:
        """Return those whom bold letters name at once behind the label, and where their task begins: '*Action:* **Ann** Please write'."""
        last = next((b for a, b in block.emphasis if a <= start < b < end), start)
        begins = self.source.trim(last, end)[0]
        if last == start or not self.text[begins].isupper():
            return None
        who = owners.all_of(self.text, start, last, self.known, self._named)
        return (who, begins) if who else None

    def _named(self, phrase: str, known: Known) -> bool:
        """Whether the words are somebody's name, even if no list has it: 'Ann', but not 'Contact', nor 'Website' of which the text tells, too."""
        lone = phrase.isalpha() and phrase.istitle() and not is_bid(phrase) and phrase.lower() not in self.source.common
        return is_certain(phrase, known) or (lone and is_mention(phrase, known))

    def goes_on(self, block: Block) -> bool:
        """Read a paragraph without a label below a labelled one that states one more task: 'The Clerk will ...'."""
        text = self.text
        if block.kind != "paragraph" or block.end - block.body > _LONGEST_FURTHER:
            return False
        first = split(text, block.body, block.end, one_paragraph=True)
        who = owners.subject(text, block.body, block.end, self.known) if len(first) == 1 else ()
        if not who or not owners.opens(text, block.body, who, self.known):
            return False
        self._add(read_task(text, block.body, block.end, self.known, given=who))
        return True

    def _ends_sentence(self, block: Block, label: Label, end: int) -> bool:
        """Whether a label in brackets numbers what stands before it: '... will write to the owner (Action 3).'"""
        said = self.text[label.start : label.end].rstrip()
        if label.start - 1 <= block.body or self.text[label.start - 1] not in "([":
            return False
        return said.endswith((").", "].")) or (said.endswith((")", "]")) and label.end >= end)

    def _told_before(self, told: Place) -> Task | None:
        """Return the task that a number behind it marks, whoever may have to do it; None where no work is told of."""
        for a, b in reversed(split(self.text, *told, one_paragraph=True)):
            who = owners.subject(self.text, a, b, self.known)
            if who and owners.opens(self.text, a, who, self.known):
                return read_task(self.text, a, told[1], self.known, given=who)
        place = working(self.text, *told)
        return read_task(self.text, *place, self.known) if _WORKS.search(self.text, *place) else None

    def _done_by(self, task: Task | None) -> Task | None:
        """Return the task with whoever is told to do it: 'Ann buys the paint'."""
        who = _DOES.match(self.text, task.start, task.end) if task and not task.owners else None
        return replace(task, owners=(who.span("who"),)) if task and who and self.known(who["who"]) else task

    def _unbracketed(self, label: Label, end: int) -> Place:
        """Return the labelled text; a label in brackets ends where they close."""
        text = self.text
        before = text[max(0, label.start - 2) : label.start].rstrip()[-1:]
        sign = {"[": "]", "(": ")"}.get(before, "\n")
        closed = sign in text[label.start : label.end]  # '(Action) AB to write'
        closing = -1 if closed or sign == "\n" else text.find(sign, label.end, end)
        start, end = self.source.trim(label.end, closing if closing >= 0 else end)
        enclosed = text[start : start + 1] == "(" and text.find(")", start, end) == end - 1
        return (start + 1, end - 1) if enclosed else (start, end)  # 'Action: (Clerk)'

    def _lines(self, block: Block, start: int, end: int) -> list[Place]:
        """Return the lines of a labelled block one by one where each is a task of its own, else the whole."""
        cuts = [a for a, _ in block.lines if start < a < end]
        if not cuts or not all(
            owners.subject(self.text, a, end, self.known) and self.text[max(start, a - 9) : a].rstrip()[-1:] in ".;"
            for a in cuts
        ):
            cuts = self._listed(start, end)
        return list(zip([start, *cuts], [*cuts, end], strict=True))

    def _listed(self, start: int, end: int) -> list[int]:
        """Return where further tasks of a list within the line begin: '1) AB to write 2) CD to call', 'AB to write; CD to call'."""
        text = self.text
        if unnumbered(text, start, end) > start:
            return [gap.end() for gap in _ITEM.finditer(text, start, end)]
        cuts = [gap.end() for gap in _SEMICOLON.finditer(text, start, end)] if text.find(";", start, end) >= 0 else []
        return cuts if cuts and all(self._owned(a, b) for a, b in zip(cuts, [*cuts[1:], end], strict=True)) else []

    def _owned(self, start: int, end: int) -> bool:
        """Whether a task of a list within the line names who is to do it: 'AB to write', or 'write the letter (AB)'."""
        who = owners.subject(self.text, start, end, self.known)
        if who:
            return owners.opens(self.text, start, who, self.known)
        last = start + len(self.text[start:end].rstrip(" ;"))
        return owners.behind(self.text, start, last, self.known) is not None

    def _told_apart(self, start: int, end: int) -> bool:
        """Whether a later sentence is a task of its own: 'The Clerk will ...', 'The Clerk agreed to ...'."""
        said = self.text[start:end]
        return ("will" in said or "would" in said or "agreed" in said) and any(
            _OWN_TASK.search(self.text, a, min(b, a + 80)) and owners.subject(self.text, a, b, self.known)
            for a, b in split(self.text, start, end, one_paragraph=True)[1:]
        )

    def _each_works(self, items: list[Place]) -> bool:
        return all(_WORKS.search(self.text, a, b) for a, b in items) or all(
            owners.ahead(self.text, a, b, self.known) for a, b in items
        )

    def _due_behind(self, start: int, end: int) -> Place | None:
        """Return the time by when that stands behind a mere owner: 'Clerk by end of June'."""
        while start < end and not self.text[start].isalnum():
            start += 1
        end -= self.text[end - 1] == ")"  # 'Clerk (March 2024)'
        start, end = self.source.trim(start, end)
        return (start, end) if end - start >= _SHORTEST_DUE else None

    def _claim(self, sole: tuple[Place, ...], told: Place | None, due: Place | None = None) -> None:
        """Give the owners of a lone 'Action: Clerk' to the task just told, or make one of the text it stands under."""
        if told is None:
            return
        last = self.found[-1] if self.found else None
        if last and last.start >= told[0] and last.end <= told[1]:
            self.found[-1] = replace(last, owners=last.owners or sole, due=last.due or due)
        else:
            self._add(read_task(self.text, *working(self.text, *told), self.known, given=sole, due=due))

    def _add(self, task: Task | None) -> None:
        if task:
            self.found.append(task)
