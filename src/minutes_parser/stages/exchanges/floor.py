"""Who has the floor: names, pronouns and the recorded business at which answers end."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Sequence
from functools import cached_property
from itertools import accumulate

from minutes_parser import lazy
from minutes_parser.language import Sentence
from minutes_parser.language.words import ASK, GROUP, OPINE, QUERY, REPLY
from minutes_parser.layout.cues import Cues, places
from minutes_parser.roster import Roster
from minutes_parser.source import Source
from minutes_parser.stages.exchanges.passages import Passage
from minutes_parser.stages.exchanges.speakers import Span

_ARTICLE = lazy.compile(r"(?i)the\s+")
_BRACKETS = lazy.compile(r"\s*\([^()]{1,40}\)\s*\Z")
_LONGEST_PRONOUN = len("they")
_SINGULAR = frozenset(["he", "she", "him", "her"])
_OBJECT = frozenset(["him", "her", "them"])
_PRONOUN = _SINGULAR | _OBJECT | {"they"}
_PEOPLE_DO = REPLY | OPINE | ASK | QUERY
"""Verbs of which a lone name is somebody's."""
_SEVERAL = frozenset("several some many two three four five both all most other members residents".split())
"""With which those open who are more than one: "several members"."""
_LIST = 8
"""Items of a list behind which "he" may be who was named before it."""
_TO_SOMEBODY = ("In reply to ", "In response to ", "In answer to ", "Replying to ", "Responding to ", "Answering ")
_MOST_STOPS = 3
"""An action may hold decisions, so that the last one to begin before a place need not be the one that stands there."""
_THERE = GROUP | {
    "staff",
    "applicant",
    "management",
    "administration",
    "city",
    "town",
    "village",
    "county",
    "district",
    "company",
}
"""Those at the meeting of whom no list tells."""


class Floor:
    """What the stages of an exchange ask about people and places in the text."""

    def __init__(
        self, flow: Sequence[Passage], roster: Roster, source: Source, stops: Sequence[Span], marks: Cues
    ) -> None:
        """Keep the flow of passages, the roster, the spans of recorded business and the marks in the text."""
        self.flow, self.roster, self.source, self.marks = flow, roster, source, marks
        self.text = source.text
        self._ids = {attendee.id for attendee in roster.attendees}
        self._stops = sorted(stops)
        self._starts = [start for start, _ in self._stops]
        self._reach = list(accumulate((end for _, end in self._stops), max))
        self.askers: frozenset[str] = frozenset()
        """Those who ask again and again: whoever asked where the text does not say."""
        self.answering: frozenset[str] = frozenset()
        """The verbs with which this clerk lets people answer, again and again, in paragraphs of their own."""
        self._keys: dict[str, str] = {}
        self._trimmed: dict[str, Span] = {}
        self._meant: dict[str, tuple[str, str | None]] = {}

    @cached_property
    def _positions(self) -> dict[int, int]:
        return {id(passage): index for index, passage in enumerate(self.flow)}

    @cached_property
    def replies(self) -> Cues:
        """Where a sentence may begin that answers somebody by name."""
        return Cues(sorted(place for opening in _TO_SOMEBODY for place in places(self.text, opening)))

    def stop(self, start: int, end: int) -> Span | None:
        """Return the recorded action or decision that shares text with ``start`` to ``end``."""
        last = bisect_right(self._starts, end - 1)
        if not last or self._reach[last - 1] <= start:
            return None
        for index in range(last - 1, max(last - _MOST_STOPS, 0) - 1, -1):
            if self._stops[index][1] > start:
                return self._stops[index]
        return None

    def clear_from(self, start: int) -> int:
        """Return up to where, from the offset on, no action or decision is recorded."""
        following = bisect_right(self._starts, start)
        if following and self._reach[following - 1] > start:
            return start
        return self._starts[following] if following < len(self._starts) else len(self.text)

    def recorded(self, passage: Passage) -> bool:
        """Whether the passage is the text of a recorded action or decision."""
        found = self.stop(passage.start, passage.end)
        return bool(found) and (found[1] - found[0]) * 10 >= (passage.end - passage.start) * 8  # type: ignore[index]

    def name(self, span: Span | None) -> Span | None:
        """Return the mention without its article and the short form in brackets behind it."""
        if span is None:
            return None
        start, end = span
        mention = self.text[start:end]
        within = self._trimmed.get(mention)
        if within is None:
            within = self._trimmed[mention] = _without_article_and_brackets(mention)
        return start + within[0], start + within[1]

    def key(self, span: Span | None) -> str:
        """Return what two mentions of one person have in common: the attendee's id, else the words."""
        if span is None:
            return ""
        mention = self.text[span[0] : span[1]]
        key = self._keys.get(mention)
        if key is None:
            text, attendee = self.means(*(self.name(span) or span))
            key = self._keys[mention] = attendee or text.casefold()
        return key

    def means(self, start: int, end: int) -> tuple[str, str | None]:
        """Return the mention, white space folded, and the id of the attendee whom it means."""
        mention = self.text[start:end]
        found = self._meant.get(mention)
        if found is None:
            text = self.source.fold(start, end)
            found = self._meant[mention] = text, self.roster.resolve(text)
        return found

    def known(self, span: Span) -> bool:
        """Whether the mention resolves to an attendee."""
        return self.key(span) in self._ids

    def attends(self, key: str) -> bool:
        """Whether the key is an attendee's."""
        return key in self._ids

    def at_meeting(self, span: Span | None) -> Span | None:
        """Return the mention if it is an attendee or the meeting as a body, to whom a question can be put."""
        if span is None:
            return None
        start, end = self.name(span) or span
        text, attendee = self.means(start, end)
        return (start, end) if attendee or text.casefold() in _THERE else None

    def person(self, span: Span, passage: Passage, sentence: Sentence) -> Span:
        """Return the mention, or for "he" the nearest subject before it that may be meant."""
        start, end = self.name(span) or span
        if end - start > _LONGEST_PRONOUN or (word := self.text[start:end].casefold()) not in _PRONOUN:
            return start, end
        pronoun = sentence.start if word in _OBJECT else start  # nobody asks himself
        return self._antecedent(passage, sentence, pronoun, word in _SINGULAR) or (start, end)

    def _antecedent(self, passage: Passage, sentence: Sentence, pronoun: int, singular: bool) -> Span | None:
        index = self._positions[id(passage)]
        first = index - 2
        while first > max(0, index - _LIST) and self._is_item(self.flow[first + 1]) and not passage.nested:
            first -= 1  # a list stands between
        for one in (passage, *reversed(self.flow[max(0, first) : index])):
            if one.part != passage.part:
                return None
            for before in reversed(one.sentences):
                if not before.subject or (one is passage and before.start > sentence.start):
                    continue
                if not before.person and before.predicate not in _PEOPLE_DO and not self.known(before.subject):
                    continue
                if before.subject[0] >= pronoun:
                    continue  # who comes after "he" in the same sentence
                found = self.name(before.subject)
                known = found and self.text[slice(*found)].casefold() not in _PRONOUN
                if found and known and singular != self.several(found):
                    return found
        return None

    def _is_item(self, passage: Passage) -> bool:
        return passage.nested or self.text[passage.block.body].isdigit()

    def several(self, span: Span) -> bool:
        """Whether the mention means more than one person."""
        text = self.source.fold(*span).casefold()
        return text in GROUP or " and " in text or text.partition(" ")[0] in _SEVERAL

    def several_of(self, span: Span | None) -> bool:
        """Whether a mention means a body, of whom nobody can be "he"."""
        return span is not None and self.several(self.name(span) or span)

    def mark(self, end: int) -> str:
        """Return the last mark before ``end``; a colon also where a dash stands behind it."""
        return self.text[end - 2 if end > 2 else 0 : end].rstrip("-–—")[-1:]

    @staticmethod
    def depth(passage: Passage) -> int:
        """Return how deep the passage is nested; 0 for a paragraph."""
        return max(passage.block.depth, 1) if passage.nested else 0


def _without_article_and_brackets(mention: str) -> Span:
    """Return where the name stands in the mention."""
    start, end = 0, len(mention)
    if mention[:1] in "tT" and (article := _ARTICLE.match(mention)):
        start = article.end()
    closed = mention[-1:] == ")" or mention[-1:].isspace()
    if closed and (brackets := _BRACKETS.search(mention, max(start, end - 44))):
        end = brackets.start() if brackets.start() > start else end
    return start, end
