"""Whose words a sentence stands among: the label of its speaker, and those who were named before it."""

from __future__ import annotations

from bisect import bisect_left
from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from functools import cached_property

from minutes_parser import lazy
from minutes_parser.language import Act, Reading, Sentence
from minutes_parser.language.words import GROUP, OFFICE, OPINE, PERSONAL, QUERY, THINGS_DO, WOULD
from minutes_parser.layout.blocks import Block
from minutes_parser.layout.outline import Outline, Part
from minutes_parser.layout.stamps import behind_stamp
from minutes_parser.layout.turns import told_and_put, turns
from minutes_parser.roster import Roster

_Span = tuple[int, int]
_Label = tuple[_Span, int]
"""The name of one who speaks, and where the words behind it begin."""

_LABEL = lazy.compile(
    r"(?:<(?P<nick>[\w.|-]{1,24})>:?|\((?P<round>[A-Z]{2,3}|[A-Z][a-z]{1,14})\)(?=[ \t])|(?P<handle>@[\w-]{1,39}):?(?=[ \t])|\[(?P<bracket>[A-Za-z][\w .'’-]{1,24})\](?=[ \t])|(?P<small>[a-z][\w-]{1,15}):(?=[ \t])"
    r"|(?P<name>[A-Z][\w.'’-]{0,24}+(?:[ \t][A-Z][\w.'’-]{0,24}+){0,2}+)(?:[ \t]?[:>]|[ \t](?:--|[-–—])(?=[ \t])))[ \t]+"
)
DOTS = ".… "
"""With which a scribe goes on with the words of the same speaker in a new line."""
_GOES_ON = ("I", ".", "…", "Will ", "Going to ")
"""With which an item goes on in the words of the one whom that above it names."""
_OFTEN = 3
"""Lines that a name labels, if it is a speaker's whom no list has."""
_DIALOGUE = 6
"""Lines under labels that recur, where people talk."""
_SAID = r"(?:(?:ok|okay|yes|yep|sure|fine|right|well|and|so|then)\b[,.!]?\s+){0,2}"
_WILL = lazy.compile(
    rf"(?i){_SAID}(?:(?:I['’]ll|(?:I\s+)?will|(?:I['’]?a?m\s+)?(?:still\s+)?(?:going|planning|intending)\s+to|(?:I\s+)?(?:intend|plan)(?:s|ed|ned)?\s+to"
    r"|(?:I['’]?a?m\s+)?(?:happy|willing)\s+to|(?:(?:I\s+)?(?:will|can)\s+volunteer|volunteers|offers|agrees|undertakes|promises)\s+to"
    r"|I\s+can(?=\s+(?:do|take|write|look|help|ask|try|send|fix|add|open|make|draft|ping|reach|check|bring|enable|set up|get|put|share|follow|file|prepare|update"
    r"|review|run|test|work on|talk to|speak to|contact|email|arrange|organi[sz]e|chase|post|circulate)\b))\s+"
    r"(?!be\b(?!\s+(?!travel|leav|retir|resign|stepp)[a-z]{2,20}ing\b)|not\b|have\b(?! (?:a|another) (?:call|chat|look|meeting|session|think|word)\b)|need\b|say\b)[a-z]{2,})"
)
_WILL_BEHIND = lazy.compile(
    r"(?:[.;,]|\s[-–—])\s+will\s+(?!be\b(?!\s[a-z]{2,20}ing\b)|not\b|have\b|need\b|say\b|probably\b|likely\b)[a-z]{2,}"
)
"""Behind the one who speaks, and behind something else: 'Ann: a pity - will ask them.'"""
_REPORTS = ("report", "update", "announcement", "comment", "remark", "note")
_OF_ONE = lazy.compile(
    rf"(?i)(?:the\s)?(?P<who>[a-z][\w. -]{{1,40}}?)(?:['’]s?)?\s(?:{'|'.join(_REPORTS)})s?|(?:report|update)s?\s(?:from|by|of)\s(?:the\s)?(?P<of>[a-z][\w. -]{{1,40}})"
)
"""A heading under which one person's words stand: "Treasurer's report", "Update from Ann Bell"."""
_CAN_YOU = lazy.compile(
    r"(?:(?:Ok|OK|So|Yes)[,.]?\s+)?(?P<name>@?[A-Z][\w.’'-]{1,24}),?\s+(?:can|could|would|will)\s+you\s+(?:please\s+|also\s+)?(?P<deed>[a-z]+)\b"
)
"""What somebody is asked for by name, there and then."""
_TELLING = lazy.compile(
    rf"\b([A-Z][\w’'-]{{1,14}}) (?:{'|'.join(sorted(OPINE | QUERY | {'asked', 'volunteered', 'apologised', 'apologized', 'seconded'}))})\b"
)
_PRONOUN = frozenset("he she they".split())
_BY_ONE = lazy.compile(r"\bby (?P<who>[A-Z][\w’'-]{1,24}(?: [A-Z][\w’'-]{1,24}){0,2})\s*\.?\Z")
"""How a sentence ends that tells by whom something is done."""
_NOBODY_MEANT = _PRONOUN | {"nobody", "no one", "none", "noone", "anybody", "anyone"}
_OF_REPORTS = PERSONAL | {"meet", "continue", "finish"}
"""What somebody says in short below his name that he will do."""
_NAMES = 3
"""Words of a name that is a heading."""
_LONGEST_NAME = 40
_BACK = 3
"""Sentences before a pronoun among which the one is named who is meant."""


class Setting:
    """What stands around the sentences of one block."""

    def __init__(
        self, spans: Sequence[_Span], voices: Voices, part: Part, label: _Label | None, above: Sequence[Block]
    ) -> None:
        """Keep its sentences' places, who speaks in the document, the part, its label, and the blocks which it is nested below from the nearest on."""
        self._spans, self._voices, self._part = spans, voices, part
        self._speaker = label or (self._told_above(spans[0][0], above) if spans and above else None)

    def tells(self, name: str) -> bool:
        """Whether the minutes tell what the one of that name said."""
        return name in self._voices.telling

    def _told_above(self, start: int, above: Sequence[Block]) -> _Label | None:
        """Return whose words the block holds by the label of one that it is nested below, and where they begin."""
        text, voices = self._voices.text, self._voices
        goes_on, of = text.startswith(_GOES_ON, start), None
        for block in above:
            of = voices.alone(block.body, block.end) or (voices.label(block.body, block.end) if goes_on else None)
            if of:
                break
        while text[start] in DOTS:
            start += 1
        return (of[0], start) if of else None

    def spoken(self, sentence: Sentence) -> _Span | None:
        """Return who speaks if the sentence promises something in his own words: "MK: will ask", "MK, can you ask?"."""
        text, start = self._voices.text, sentence.start
        if (
            self._voices.address
            and (ask := _CAN_YOU.match(text, self._behind_label(start), sentence.end))
            and ask["deed"] in PERSONAL
            and self._voices.known(ask["name"])
        ):
            return ask.span("name")
        if not self._speaker:
            return self._reported(sentence)
        who, behind = self._speaker
        first = start < behind
        begin = behind if first else start
        promised = _WILL.match(text, begin, sentence.end)
        if not promised and (later := _WILL_BEHIND.search(text, begin, sentence.end)):
            promised = None if later[0].split()[-1] in THINGS_DO - PERSONAL else later
        named = promised and promised[0].split()[-1].istitle()  # 'Will Bell'
        return who if promised and not named and text[sentence.end - 1] != "?" else None

    def _behind_label(self, start: int) -> int:
        """Return where the speaker's words begin in the sentence at ``start``."""
        return self._speaker[1] if self._speaker and start < self._speaker[1] else start

    def _reported(self, sentence: Sentence) -> _Span | None:
        """Return who reports if he says in short what he will do: "Will ask them." below "Treasurer's report"."""
        text, who = self._voices.text, self._voices.reporter(self._part)
        if not who or text[sentence.end - 1] == "?":
            return None
        promised = _WILL.match(text, sentence.start, sentence.end)
        return who if promised and promised[0].split()[-1] in _OF_REPORTS else None

    def named(self, act: Act, sentence: Sentence) -> Act:
        """Return the act with whom "I", "he" or "they" means in it, if that was told before."""
        span = act.speaker if act.kind == "promises" else act.addressee
        word = self._voices.text[slice(*span)].casefold() if span else ""
        if word == "i" and self._voices.text[slice(*act.verb)].casefold() not in WOULD:
            who: _Span | None = self._speaker[0] if self._speaker else self._voices.reporter(self._part)
        elif word in _PRONOUN and span and span == sentence.subject:
            who = self._meant(sentence.start, several=word == "they") or self._teller(sentence, word)
        else:
            return act
        if who is None:
            return act
        return act._replace(speaker=who) if act.kind == "promises" else act._replace(addressee=who)

    def _teller(self, sentence: Sentence, word: str) -> _Span | None:
        """Return who speaks if his own words go on as told by the clerk: "Ann: probably Oslo. She will confirm"."""
        return self._speaker[0] if self._speaker and word != "they" and sentence.start > self._speaker[1] else None

    def _meant(self, before: int, *, several: bool) -> _Span | None:
        reading, text = self._voices.reading, self._voices.text
        reached = bisect_left(self._spans, (before, 0))
        for span in reversed(self._spans[max(0, reached - _BACK) : reached]):
            told = reading.sentence(*span)
            if not told.subject:
                done = None if several else _BY_ONE.search(text, *span)
                if done:
                    return done.span("who")
                continue
            name = text[slice(*told.subject)]
            if (told.person or self._voices.known(name)) and (name := name.casefold()) not in _NOBODY_MEANT:
                group = name.split()[-1] in GROUP or " and " in name
                if group == several:
                    return told.subject
                if several or " and " in name:
                    return None  # but 'The Committee looked at it. He will share it': one who was named before
        return None


class Voices:
    """Who speaks in a document."""

    def __init__(self, outline: Outline, roster: Roster, reading: Reading) -> None:
        """Keep what the labels are looked for in."""
        self._outline, self._roster, self.reading = outline, roster, reading
        self.text = outline.source.text
        self.address = "you" in outline.source.words
        """Whether somebody may be asked directly: "Ann, can you?"."""
        self._reporters: dict[_Span, _Span | None] = {}

    @cached_property
    def _often(self) -> Counter[str]:
        """How many blocks each name labels."""
        text, told = self.text, [block for block in self._outline.told if block.end > block.body]
        labels = (_LABEL.match(text, behind_stamp(text, block.body, block.end), block.end) for block in told)
        return Counter(label[label.lastgroup or 0] for label in labels if label)

    @cached_property
    def telling(self) -> frozenset[str]:
        """The words in capitals before what nobody but a person does: "Ann asked"."""
        return frozenset(told[1] for told in _TELLING.finditer(self.text))

    @cached_property
    def _enough(self) -> int:
        """How many lines a speaker's name labels, one less where names label many."""
        return _OFTEN - (sum(times for times in self._often.values() if times > 1) >= _DIALOGUE)

    def reporter(self, part: Part) -> _Span | None:
        """Return the one person whose report the part is by its heading: an attendee's name, "Treasurer's report"."""
        title = part.title
        if not title:
            return None
        if title not in self._reporters:
            self._reporters[title] = self._reports_under(title)
        return self._reporters[title]

    def _reports_under(self, title: _Span) -> _Span | None:
        low = self.text[slice(*title)].lower()
        found = _OF_ONE.fullmatch(self.text, *title) if any(map(low.__contains__, _REPORTS)) else None
        who = found.span(found.lastgroup) if found and found.lastgroup else title
        name = self.text[slice(*who)]
        named = len(name.split()) <= _NAMES and self._roster.resolve(name) is not None
        return who if named or (found and name.casefold().split()[-1] in OFFICE) else None

    def known(self, name: str) -> bool:
        """Whether the name is an attendee's, or that of one who speaks again and again."""
        return self._roster.resolve(name) is not None or self._often[name] >= self._enough

    def turns(self, start: int, end: int) -> Iterator[tuple[int, int, _Label | None]]:
        """Yield the stretches of a block, one for each of those who speak in it, with his label."""
        text, own = self.text, self.label(start, end)
        if own:
            stretches: Iterable[_Span] = turns(text, start, end, self.known)
        elif text.find("?", start, end) >= 0:
            stretches = told_and_put(text, start, end, self.known)
        else:
            stretches = ((start, end),)
        for begin, stop in stretches:
            yield begin, stop, own if begin == start else self.label(begin, end)

    def alone(self, start: int, end: int) -> _Label | None:
        """Return the name of which the stretch consists but for a sign behind it, and where it ends: 'Ann Bell –'."""
        name = self.text[start:end].rstrip(" :–—-")
        resolved = len(name) < _LONGEST_NAME and self._roster.resolve(name) is not None
        return ((start, start + len(name)), end) if resolved else None

    def label(self, start: int, end: int) -> _Label | None:
        """Return the speaker's label at ``start``."""
        found = _LABEL.match(self.text, behind_stamp(self.text, start, end), end)
        if not found:
            return None
        group = found.lastgroup or "name"
        named = group in ("handle", "nick") or self.known(found[group])
        return (found.span(group), found.end()) if named else None
