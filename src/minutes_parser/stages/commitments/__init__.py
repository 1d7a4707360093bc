"""Promises made in the discussion."""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Iterator, Sequence

from minutes_parser import dates, lazy
from minutes_parser.language import Reading, Sentence
from minutes_parser.layout.blocks import Block
from minutes_parser.layout.outline import Outline, Part
from minutes_parser.layout.stamps import behind_stamp
from minutes_parser.layout.task import unnumbered
from minutes_parser.models import Commitment, Span
from minutes_parser.roster import Roster
from minutes_parser.source import Source
from minutes_parser.stages.commitments.owners import owners
from minutes_parser.stages.commitments.setting import DOTS, Setting, Voices

_WITH_W = lazy.compile(r"w(?:ill(?=[ ,])|illing(?= to)|ould(?= )|(?<= w)(as|ere)(?= to ))")
"""The cues that begin with a letter as rare as W: one search finds them sooner than one for each."""
_CUES = (
    "shall ", "'ll ", "?ll ", "'d ", "?d ", " is to ", " are to ", " also to ", " then to ", " asked ", " asks ",
    "requested", "instructed", "instructs", "agreed to", "agrees to", "agreed in pr", "offered ", "offers ", "undertook", "undertakes", "undertaken", "volunteers",
    "volunteered", "volunteer ", "volunteer.", "advised to ", "told to ", "assigned to ", "delegated to ", "promised", "committed to", "pledged", "plan to", "plans to", "intends to", "intend to", "intended to", "going to",
    "planning to", "intending to", "happy to", "prepared to", "tasked", "directed", "mandated", "left to ", " i can ", "left with ", "n you ", "d you ",
)  # fmt: skip
"""Without one of these or those a sentence promises nothing; a curly apostrophe stands as '?' where they are looked for."""
_NEEDED = tuple((max(re.findall("[a-z]+", cue), key=len), cue) for cue in _CUES)
"""With the word that a text must have to hold the cue."""
_SURNAME = lazy.compile(r"[A-Z][\w’'-]{1,24}")
_LONG_WORD = lazy.compile(r"\b[a-z]{4,}")
_COMMON = frozenset(
    "will would that agreed said this with about from them they have been also then when into which".split()
)
"""Words that tell nothing of what is to be done."""
_FEW = 2
"""Words other than names from which on a sentence tells what is to be done."""
_LONGEST = 1000
"""Characters; what goes on longer without a full stop is no sentence."""


def read(
    outline: Outline, roster: Roster, reading: Reading, recorded: Sequence[tuple[int, int]], meeting_date: str | None
) -> list[Commitment]:
    """Read them in document order; ``recorded`` are the spans of the actions, which say the same more firmly."""
    source = outline.source
    known = [_deed(source.fold(start, end)) for start, end in recorded]
    found: list[Commitment] = []
    for sentence, setting in _sentences(outline, roster, reading):
        start, end = sentence.start, sentence.end
        if [a for a, b in recorded if a < end and b > start]:
            continue
        bound = owners(outline, roster, sentence, setting)
        if not bound or _recorded(source.fold(start, end), known):
            continue
        found.append(
            Commitment(
                id=f"C{len(found) + 1}", text=source.fold(start, end), span=Span(start=start, end=end),
                owners=bound, due=dates.due(source, start, end, meeting_date), section=outline.section_at(start),
            )
        )  # fmt: skip
    return found


def _sentences(outline: Outline, roster: Roster, reading: Reading) -> Iterator[tuple[Sentence, Setting]]:
    """Yield the sentences of the running text in which somebody may promise something, with what stands around them."""
    text, cues, voices = outline.source.text, _cues(outline.source), Voices(outline, roster, reading)
    cues.append(len(text))  # there always is a next one
    for part in outline.parts:
        if part.kind not in ("business", "front"):
            continue
        above: list[Block] = []
        for block, begin, end in _told(outline, part):
            dotted = text[begin : begin + 1] in DOTS  # an empty item at the very end, too
            if not dotted:
                while above and above[-1].depth >= block.depth:
                    above.pop()
                above.append(block)
            cue = bisect_left(cues, begin)
            if cues[cue] >= end:
                continue
            over = [one for one in reversed(above) if one.depth <= block.depth] if dotted else above[-2::-1]
            nested = block.kind == "bullet" or dotted
            start = unnumbered(text, begin, end) if begin == block.body else begin
            if start - begin == 3 and text[begin].isupper() and _initialled(text, begin, start, voices):
                start = begin  # 'J. Hill will attend' is no item J
            start = behind_stamp(text, start, end)
            for begin, stop, label in voices.turns(start, end):
                spans = reading.spans(begin, stop)
                setting = Setting(spans, voices, part, label, over if nested else ())
                for first, last in spans:
                    while cues[cue] < first:
                        cue += 1
                    if cues[cue] < last and last - first < _LONGEST:
                        yield reading.sentence(first, last), setting


def _initialled(text: str, begin: int, start: int, voices: Voices) -> bool:
    surname = _SURNAME.match(text, start)
    return surname is not None and voices.known(text[begin : surname.end()])


def _told(outline: Outline, part: Part) -> Iterator[tuple[Block, int, int]]:
    """Yield the running text of the part, cells of rows one by one; a heading that is a sentence is such text, too."""
    text = outline.source.text
    if part.heading and part.title and text[part.title[1] - 1] == ".":
        yield part.heading, *part.title
    for block in part.blocks:
        if block.cells:
            yield from ((block, start, end) for start, end in block.cells if end > start)
        elif block.kind in ("paragraph", "bullet", "row") and block.end > block.body:
            yield block, block.body, block.end


def _cues(source: Source) -> list[int]:
    """Return where something may be promised, in order."""
    low, words = source.low.replace("\n", " "), source.words
    places = [  # that of " was to " is its space
        match.start() - (match.lastindex or 0) for match in _WITH_W.finditer(low) if match[0] in words
    ]
    for word, cue in _NEEDED:
        at = low.find(cue) if word in words else -1
        while at >= 0:
            places.append(at + (cue[0] == " "))
            at = low.find(cue, at + 1)
    return sorted(places)


def _deed(text: str) -> frozenset[str]:
    """Return the words that tell what is to be done."""
    return frozenset(_LONG_WORD.findall(text.casefold())) - _COMMON


def _recorded(text: str, known: Sequence[frozenset[str]]) -> bool:
    """Whether an action records nearly the same words, and not just the same name: that is enough for "he will do so"."""
    low = text.casefold()
    alike = [other for other in known if len(other) > 2 and sum(map(low.__contains__, other)) > 1]
    if not alike:
        return False  # two words at least must be the same: that is found sooner than which words there are
    deed = _deed(text)
    plain = set(_LONG_WORD.findall(text)) - _COMMON  # no names
    return len(deed) > 1 and any(
        len(deed & other) * 5 >= min(len(deed), len(other)) * 3 and (len(plain) < _FEW or plain & other)
        for other in alike
    )
