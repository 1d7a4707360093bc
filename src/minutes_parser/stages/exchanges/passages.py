"""Passages: the running text of the business, block by block, with the labels that tell whose words it holds."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field, replace

from minutes_parser import lazy
from minutes_parser.language import Reading, Sentence
from minutes_parser.layout.blocks import Block
from minutes_parser.layout.cues import Cues
from minutes_parser.layout.outline import Outline, Part
from minutes_parser.layout.stamps import behind_stamp
from minutes_parser.roster import Roster
from minutes_parser.stages.exchanges.speakers import (
    LONGEST_LABEL,
    NO_SPEAKER,
    ONE_OF_THEM,
    SPEAKER,
    UNMARKED,
    Span,
    Speakers,
)
from minutes_parser.stages.exchanges.tables import Cell, cells

_FROM = r"(?:\((?:via|by|in|on|online|e-?mail|written|received|submitted)[ \t]?[^()\n]{0,40}\)|\((?P<a>[^()\n]{1,40})\)|(?:from|by)[ \t](?P<b>[^:\n]{1,60}?)(?:[ \t](?:about|on|re|regarding)[ \t][^:?\n]{1,60}?)?|(?:about|on|re|regarding)[ \t][^:?\n]{1,60}?)?[ \t]?(?::|(?<!Mr)(?<!Ms)(?<!Mrs)(?<!Dr)(?<!Rev)(?<!Cllr)\.(?=[ \t])|[-–—](?=[ \t]))[ \t]{0,4}"
_ITEM = r"(?:\d{1,3}[.)][ \t]{1,3})?"
_QUESTION_LABEL = lazy.compile(
    rf"{_ITEM}(?:(?P<c>(?:Governor|Member|Councillor|Trustee|Parent|Resident|Director|Panel|Public|Board|Committee)s?)['’]?s?[ \t])?"
    r"(?:(?:Supplementary|Further|Follow-up|Written)[ \t])?"
    rf"(?:Q|Qu|[Qq]uestion|QUESTION|Query|[Cc]hallenge)[ \t]?(?:No\.?[ \t]?)?\d{{0,3}}[ \t]?{_FROM}"
    r"|Question[ \t](?!Time|Period|Session|Box|Topic|Number|One|Two|Three|Four|Five|Tag|and\b)(?P<d>[A-Z][\w’'-]{1,20}(?:[ \t][A-Z][\w’'-]{1,20})?):[ \t]{1,4}"
)
_OPENS_QUESTION = frozenset("Go Me Co Tr Pa Re Di Pu Bo Su Fu Fo Wr Ch ch qu".split())
"""With which such a label begins, if not with a number or Q."""
_BRACKETED_LABEL = lazy.compile(
    rf"{_ITEM}Q\d{{0,2}}(?:[ \t]?\((?P<a>[A-Z][^()\n\d]{{0,30}})\))?[ \t]{{1,4}}(?=[A-Z][^?\n]{{1,400}}\?)"
)
ANSWER_LABEL = lazy.compile(
    rf"{_ITEM}(?:(?:A|Ans|Answer|ANSWER|Response|Reply)[ \t]?\d{{0,3}}[ \t]?{_FROM}|A[ \t]{{1,3}}(?=(?:It|They|We|Yes|No|The|This|There|That|He|She|You|I|Not)\b))"
)
_NEXT_QUESTION = lazy.compile(r"(?<=[.?!)”\"])[ \t\n]{1,4}(?=Q\d{0,2}(?::|\.[ \t])|Question(?: \d{1,2})?:[ \t])")
REPORTED = lazy.compile(
    r"(?i)(?:in (?:response|reply|answer),? |in return,? )?(?:it was (?:\w+ly )?(?:confirmed|explained|clarified|advised|stated|answered"
    r"|reported|said|indicated|pointed out|suggested)|(?:the )?(?:answer|response|reply)(?: (?:given|received|provided))? (?:was|is)\b)"
)
"""With which an answer opens whose speaker is not named."""
_NO_PROSE = frozenset(["heading", "furniture", "metadata", "preformatted"])
"""Kinds of blocks that are no running text."""
_IN_ORDER = lazy.compile(
    r"(?i)(?:\[[^\]\n]{1,30}\]\s|[^,?]{1,40},\s)?(?:who|what|when|where|why|how|which|is|are|was|were|do|does|did|can|could|should|shall|will|would|has|have)(?:['’](?:s|re))?\s(?!to\b)"
)
"""Words that ask, of a heading: not 'How to go on?'."""
_CELL = 24
"""Characters from which on a cell may hold a sentence that matters here."""
_DOTS = lazy.compile(r"(?:\.{2,4}|…)[ \t]?:?[ \t]{0,4}(?=\S)")
"""With which a scribe goes on with the words of the same speaker in a new line."""
_LIST_DASH = lazy.compile(r"[-–—]{1,3}[ \t]?(?=[A-Za-z])")
"""A dash at the beginning that no space, or no list, makes a bullet: "--MK asks whether"."""
_LIST_NUMBER = lazy.compile(r"(?:\(?(?:\d{1,3}|[a-z]|[ivx]{1,5})[.)]{1,2}|\d{1,3}(?:\.\d{1,2}){1,3}\.?)[ \t]+(?=[A-Z])")


@dataclass(slots=True)
class Passage:
    """One block of running text."""

    text: str
    reading: Reading
    block: Block
    nested: bool
    """It is a list item."""
    part: int
    """Position of its part in the outline."""
    start: int
    """Where its words begin, behind bullet and label."""
    end: int
    label: str = ""
    """'question', 'answer', 'speaker' or nothing."""
    speaker: Span | None = None
    goes_on: bool = False
    """The speaker of the line before goes on."""
    answerer: Span | None = None
    """Who answers here, by the line above: "The Warden answered several questions:"."""
    _sentences: list[Sentence] | None = field(default=None, init=False)

    @property
    def sentences(self) -> list[Sentence]:
        """Its sentences."""
        if self._sentences is None:
            self._sentences = self.reading.sentences(self.start, self.end)
        return self._sentences


def passages(outline: Outline, roster: Roster, reading: Reading, marks: Cues) -> list[Passage]:
    """Return the passages of the business, and of what stands before it: minutes may begin without a heading.

    At one of the ``marks`` a speaker's label ends.
    """
    table, topics, text, words = cells(outline), _agendas(outline), outline.source.text, outline.source.words
    labelled = "question" in words and "Question" in text and not words.isdisjoint(("answer", "response", "reply"))
    found = [
        (index, block, start, end)
        for index, part in enumerate(outline.parts)
        if part.kind in {"business", "front", "details"}
        for block, start, end in _told(outline, part, table, topics, labelled=labelled)
    ]
    labels = [
        SPEAKER.match(text, start, end)
        if marks.within(start, start + LONGEST_LABEL) or text[start] in UNMARKED
        else None
        for _, _, start, end in found
    ]
    speakers = Speakers(text, roster, filter(None, labels))
    flow: list[Passage] = []
    asks = "?" in text
    for (index, block, start, end), label in zip(found, labels, strict=True):
        parted = label or (asks and text.find("?", start, end) >= 0)
        for first, last, speaker in speakers.stretches(start, end, label) if parted else ((start, end, None),):
            one = _passage(text, reading, index, block, first, last, speaker, speakers)
            if table and (cell := table.get(first)):
                one = replace(one, start=first, label=cell.label, speaker=cell.who)
            flow.append(_going_on(text, one, flow[-1]) if text[first] in ".…" and flow else one)
    return flow


def _going_on(text: str, one: Passage, before: Passage) -> Passage:
    """Return the passage as the words of the speaker before, if dots say that these go on: '...: and the gate'."""
    dots = _DOTS.match(text, one.start, one.end)
    if not dots or before.label != "speaker" or before.part != one.part:
        return one
    return replace(one, start=dots.end(), label="speaker", speaker=before.speaker, goes_on=True)


def _told(
    outline: Outline, part: Part, table: Mapping[int, Cell], topics: set[tuple[str | None, int]], *, labelled: bool
) -> Iterator[tuple[Block, int, int]]:
    """Yield the running text of the part block by block: a heading that is a sentence, then what stands under it.

    A heading with a question mark is a topic and nobody's question, unless its words are in the order of one, and it
    is no number of an agenda. Where questions are ``labelled`` so, several may stand in a block.
    """
    text = outline.source.text
    if part.heading and part.title:
        mark = text[part.title[1] - 1]
        topic = part.number is not None and (part.parent, part.level) in topics
        if mark == "." or (mark == "?" and not topic and _IN_ORDER.match(text, *part.title)):
            yield part.heading, *part.title
    for block in part.blocks:
        if block.kind in _NO_PROSE or block.struck:
            continue
        if block.kind == "row":
            yield from (
                (block, start, end) for start, end in block.cells if end - start > (0 if start in table else _CELL)
            )
        elif block.end > block.body:
            start = _behind_number(text, block)
            if text[start] == "Q" or (labelled and text.find("Question", start, block.end) >= 0):
                for match in _NEXT_QUESTION.finditer(text, start, block.end):
                    yield block, start, match.start()
                    start = match.end()
            yield block, start, block.end


def _agendas(outline: Outline) -> set[tuple[str | None, int]]:
    """Return below which parts, and on which level, numbered headings stand that are no questions: topics, all of them."""
    text = outline.source.text
    return {
        (part.parent, part.level)
        for part in outline.parts
        if part.number and part.title and text[part.title[1] - 1] != "?"
    }


def _behind_number(text: str, block: Block) -> int:
    """Return where the words of a block begin behind the number of a list: '(1). Information was requested'."""
    if text[block.body].isupper():
        return block.body  # neither number nor dash nor time
    number = _LIST_NUMBER.match(text, block.body, block.end) or _LIST_DASH.match(text, block.body, block.end)
    return behind_stamp(text, number.end() if number else block.body, block.end)


def _passage(
    text: str,
    reading: Reading,
    index: int,
    block: Block,
    start: int,
    end: int,
    speaker: tuple[Span, int] | None,
    speakers: Speakers,
) -> Passage:
    opens, nested = text[start], block.kind == "bullet"
    if opens in "QAR" or opens.isdigit() or text[start : start + 2] in _OPENS_QUESTION:
        label, who, behind = _question_or_answer(text, start, end, speakers)
        if label:
            return Passage(text, reading, block, nested, index, behind, end, label, who)
    if speaker:
        return Passage(text, reading, block, nested, index, speaker[1], end, "speaker", speaker[0])
    return Passage(text, reading, block, nested, index, start, end)


def _question_or_answer(text: str, start: int, end: int, speakers: Speakers) -> tuple[str, Span | None, int]:
    """Return whether a label says that a question or an answer stands here, whose, and where the label ends."""
    question = None
    if text[start] != "A":
        question = _QUESTION_LABEL.match(text, start, end) or _BRACKETED_LABEL.match(text, start, end)
    answer = ANSWER_LABEL.match(text, start, end) if not question else None
    if question and text[question.end() - 1] == "." and question["b"] and text.find("?", question.end(), end) < 0:
        question = None  # 'Question from Mr Hill about the gate. The Clerk said that it was locked'
    label = question or answer
    if not label:
        return "", None, start
    who = next((label.span(group) for group in "abcd" if label.groupdict().get(group)), None)
    within, behind = SPEAKER.match(text, label.end(), end) if not who else None, label.end()
    name = within["name"] if within else None
    if (
        within
        and name
        and len(name.split()) <= 5
        and (ONE_OF_THEM.fullmatch(name) or not NO_SPEAKER.match(name))
        and (answer or speakers.known(name))
    ):
        who, behind = within.span("name"), within.end()  # 'Q: Ann - is it open?', 'A: Ben - not yet'
    return "question" if question else "answer", who, behind
