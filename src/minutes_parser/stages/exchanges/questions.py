"""Finding the questions: reported in a sentence, under a label, or in a speaker's own words."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace

from minutes_parser import lazy
from minutes_parser.language import Act, Sentence
from minutes_parser.language.speech import QUESTION_CUES
from minutes_parser.layout.cues import Cues
from minutes_parser.stages.exchanges.asked import Asked
from minutes_parser.stages.exchanges.floor import Floor
from minutes_parser.stages.exchanges.held import questions_of
from minutes_parser.stages.exchanges.no_question import ORDER, no_question
from minutes_parser.stages.exchanges.passages import ANSWER_LABEL, Passage
from minutes_parser.stages.exchanges.speakers import Span
from minutes_parser.stages.exchanges.spoken import WONDERS, at_last, wondered, wonders_from
from minutes_parser.stages.exchanges.turns import SPEAKS
from minutes_parser.stages.exchanges.unlabelled import SIGNED, unlabelled, unmarked, within_brackets

_BESIDE_OTHERS = frozenset(["made", "put", "received", "submitted", "tabled"])
"""Verbs that put a question only where another word tells of it."""
_CUES = QUESTION_CUES.keys() - _BESIDE_OTHERS | {"wonder", "interested", "request"}
"""Without one of these, or a question mark, a sentence puts no question."""
_ASIDE = lazy.compile(r"\?[”\"’')\]]{0,2}\s{0,4}(?:[-–—]\s{1,4}|(?=\S))")
_INLINE = lazy.compile(r"(?<=[.?!\"”)])\s{1,4}(?=[AR])")
_MARK = lazy.compile(r"\?(?=[\s\"”’')\].]|\Z)")
_BUT = lazy.compile(r"(?i)(?:yes|no|yep|sure|ok|agreed)\b[,.;]?\s{1,4}(?=but\b)")
_TASK = lazy.compile(
    r"(?:[,;]|\s[-–—])\s(?P<who>(?:[Tt]he )?[A-Z][\w.’'-]{0,24}(?: [A-Z][\w.’'-]{0,24}){0,2}) to [a-z]{2,20}\b[^,;?]{0,100}\Z"
)
"""Behind a question, in the same sentence: who is to see to it."""
_SEES_TO_IT = lazy.compile(
    r"\band will (?:look into|check|find out|follow up|investigate|research|contact|report back|make enquiries|ask)\b"
)
"""Behind a question: who asked is to find out himself."""
_ARROW = lazy.compile(
    r"\s{1,4}(?:(?:-{1,2}>|={1,2}>|→|⇒)\s{1,4}(?=\S)|(?<= )[-–—] \s{0,3}(?=[£$€]\d|(?:[Yy]es|[Nn]o|[Nn]one|[Nn]obody|[Nn]ot yet)\b))"
)
"""What leads over from a question to its answer in notes: "asked if anybody objects --> no objections", "the fee - £5"."""
_LAST_STOP = lazy.compile(r"[.;]\s+(?=[a-z])")
_QUOTES = '“"'
_CLOSES = lazy.compile(r"[”\"][.*]{0,4}(?=\s|\Z)")
"""Where the quoted words of a question end."""
_GOES_ON = lazy.compile(
    r"(?:And |Also,? |And also |and also )(?:also )?(?:about|whether|if|why|how|what|when|who|where|as to)\b"
)
"""With which a question goes on in a fragment of its own."""
_OPENS_TELLING = 6
"""Characters before "ask" in "We ask whether", which tells of a question."""
_ANNOUNCES = 40
"""Labelled questions and answers that one "X asked the following:" may stand above."""
_ONE_WORD = lazy.compile(
    r"(?!(?i:who|what|when|where|why|how|which)\b)[\w’'-]{1,30}(?<!s)\s?\?"
    r"|(?i:perhaps|maybe)(?: [\w’'-]{1,20}){1,3}\s?\?|\d[\d.,]{0,6} \w{1,12}\s?\?"
)
"""A guess, or a name that is called, and no question that minutes would record: "monthly?", but not "alternatives?"."""
_CALLED = lazy.compile(
    r"@?([A-Z][\w’'-]{1,20}(?: [A-Z][\w’'-]{1,20})?), (?:can|could|would|will|do|did|have|are|is|was|what|how|when|why|any)\b"
)
"""Who is asked by name: 'Ann, can you say more?'."""
_FOR = lazy.compile(r"(?:[Aa] |[Mm]y )?[Qq]uestion (?:is )?for ([A-Z][\w’'-]{1,20}(?: [A-Z][\w’'-]{1,20})?)\b")
"""Who is named before the question: 'Question for Ann. Is it open?'."""
_NO_QUESTION = lazy.compile(
    r"(?i)(?:any|no)\b[^?]{0,40}\b(?:questions?|comments|other business|objections|apologies|aob)\b"
)


def asked(flow: Sequence[Passage], floor: Floor) -> list[Asked]:
    """Return the questions in the order of the text."""
    found: list[Asked] = []
    places, marked = Cues.of(floor.source, _CUES), "?" in floor.text
    for index, passage in enumerate(flow):
        spoken = passage.label == "speaker"
        if (passage.nested or spoken) and (
            put := unmarked(index, passage, flow, floor) or at_last(index, passage, flow, floor)
        ):
            found.append(put)
            continue
        asks = marked and floor.text.find("?", passage.start, passage.end) >= 0
        if not (asks or places.within(passage.start, passage.end) or passage.label == "question"):
            continue
        if not spoken and floor.recorded(passage):
            continue
        if passage.label:
            found += _direct(index, passage, flow, floor)
        found += _reported(index, passage, places, flow, floor, marked=asks)
    return _without_doubles([one for one in found if not no_question(one, floor.text)])


def _without_doubles(found: list[Asked]) -> list[Asked]:
    """Leave out a question that begins within the one before."""
    kept: list[Asked] = []
    for one in found:
        if not kept or one.start >= kept[-1].end:
            kept.append(one)
    return kept


def _reported(
    index: int, passage: Passage, places: Cues, flow: Sequence[Passage], floor: Floor, *, marked: bool
) -> Iterator[Asked]:
    """Yield the questions that sentences with a cue report, and the direct ones that stand unlabelled."""
    last: Asked | None = None
    some = False
    for position, sentence in enumerate(passage.sentences):
        act = sentence.question if places.within(sentence.start, sentence.end) else None
        if not (act or last or marked):
            continue
        if act and _own_words(act, sentence, floor.text, passage):
            act = None
        one: Asked | None = None
        if act:
            one = _from_act(index, position, sentence, act, passage, floor)
        elif last and _GOES_ON.match(floor.text, sentence.start, sentence.end):
            one = Asked(index, position, sentence.start, sentence.end, last.asker, None, last.key, last.act)
        elif (
            marked
            and not passage.label
            and _marked(sentence, floor.text)
            and not _NO_QUESTION.search(floor.text, sentence.start, sentence.end)
            and not within_brackets(floor.text, sentence.start, sentence.end)
        ):
            one = unlabelled(index, position, passage, flow, floor, last, after=some)
        some = some or one is not None
        if one := one and _with_words_below(one, passage, flow, floor):
            yield one
        last = one


def _marked(sentence: Sentence, text: str) -> bool:
    """Whether a question mark ends the sentence, or stands before its last bracket: "Is it ours (by deed?)"."""
    if text[sentence.end - 1] == "?":
        return True
    return text.startswith("?)", sentence.end - 2) and ORDER.match(text, sentence.start, sentence.end) is not None


def _own_words(act: Act, sentence: Sentence, text: str, passage: Passage) -> bool:
    """Whether "ask" stands in the very words of a question, and does not tell of one: "When should we ask him?"."""
    if passage.label == "speaker" and WONDERS.match(text, sentence.start, sentence.end):
        return True
    if text[sentence.end - 1] != "?" or not act.speaker or act.verb[0] - sentence.start <= _OPENS_TELLING:
        return False
    return text[slice(*act.speaker)].casefold() in {"we", "i", "they"}


def _with_words_below(one: Asked, passage: Passage, flow: Sequence[Passage], floor: Floor) -> Asked | None:
    """Return the question with its very words, where they stand in the paragraph below "X asked the following:".

    None where they stand there under labels of their own.
    """
    below = flow[one.passage + 1] if one.passage + 1 < len(flow) and one.end == passage.end else None
    if not below or below.part != passage.part:
        return one
    if below.nested and questions_of(passage, floor):
        return None
    if floor.mark(one.end) != ":":
        return one
    if below.label == "question":
        return None
    if below.label or "?" not in floor.text[below.end - 2 : below.end]:
        return one
    return replace(one, passage=one.passage + 1, sentence=len(below.sentences) - 1, end=below.end)


def _from_act(index: int, position: int, sentence: Sentence, act: Act, passage: Passage, floor: Floor) -> Asked | None:
    text, behind, end = floor.text, act.verb[1], sentence.end
    marked = floor.marks.within(behind, end)
    if act.reply is None and marked and (arrow := _ARROW.search(text, behind, end)):
        act = act._replace(question_end=arrow.start(), reply=arrow.end())
    asker = floor.person(act.speaker, passage, sentence) if act.speaker else None
    if not act.speaker and passage.label == "speaker" and act.verb[0] - passage.start < 12 and not act.addressee:
        asker = passage.speaker
    addressee = floor.person(act.addressee, passage, sentence) if act.addressee else floor.at_meeting(act.about)
    said, task = text[behind:end], None
    if act.reply is not None:
        end = act.question_end or end
    elif " to " in said and (marked or "," in said or ";" in said) and (task := _task(said, behind, floor)):
        end = task
    settled = task is not None or (" will " in said and _SEES_TO_IT.search(text, behind, sentence.end) is not None)
    return Asked(index, position, sentence.start, end, asker, addressee, floor.key(asker), act, settled=settled)


def _task(said: str, start: int, floor: Floor) -> int | None:
    """Return where the question ends before what is to be done about it: "asked if it was safe - Ann Hill to check."."""
    last = start + max(said.rfind(","), said.rfind(";"), 0)  # neither stands within it
    found = _TASK.finditer(floor.text, last, start + len(said))
    return next((task.start() for task in found if floor.known(task.span("who"))), None)


def _direct(index: int, passage: Passage, flow: Sequence[Passage], floor: Floor) -> Iterator[Asked]:
    """Yield the question in the words behind a label."""
    if passage.label == "answer":
        return
    text, start = floor.text, passage.start
    if passage.label == "question":
        if put := _put_below(index, flow, floor):
            yield put
            return
        below = flow[index + 1] if index + 1 < len(flow) else None
        answered = below is not None and (below.label == "answer" or floor.depth(below) > floor.depth(passage))
        end = _question_end(text, start, passage.end, answered=answered)
        if text[start - 1] in _QUOTES and (closing := _CLOSES.search(text, start, passage.end)):
            who = floor.name(passage.speaker)
            yield Asked(index, 0, start, closing.start(), who, None, floor.key(who), None, closing.end())
            return
        who, rest = floor.name(passage.speaker) or _announced(index, flow, floor), end
        mark = text.rfind("?", start, end) + 1 or end
        if not who and (signed := SIGNED.match(text, mark, passage.end)) and floor.known(signed.span(1)):
            who, end, rest = signed.span(1), mark, signed.end()
        who = who or _tells_who(passage, floor)
        yield Asked(index, 0, start, end, who, None, floor.key(who), None, rest)
        return
    marks = [match.start() for match in _MARK.finditer(text, start, passage.end)]
    while len(marks) > 1 and within_brackets(text, start, marks[-1]):
        marks.pop()
    if any(one.question and not _own_words(one.question, one, text, passage) for one in passage.sentences):
        return
    if not marks:
        yield from wondered(index, passage, floor)
        return
    mark, last = marks[0], marks[-1]
    begin = but.end() if (but := _BUT.match(text, start, mark)) else start
    for stop in _LAST_STOP.finditer(text, start, mark):
        begin = stop.end()
    for sentence in passage.sentences:
        if begin < sentence.start <= mark:
            begin = sentence.start
    if passage.label == "speaker":
        begin = min(begin, wonders_from(passage, text) or begin)
    end = last + 1
    if _NO_QUESTION.search(text, begin, end) or _ONE_WORD.fullmatch(text, begin, end):
        return
    if within_brackets(text, begin, end):
        if text[end : end + 1] != ")" or not ORDER.match(text, begin, end) or text[begin] == "(":
            return
        end += 1
    called = _CALLED.match(text, begin, last) or _FOR.match(text, start, begin)
    whom = called.span(1) if called and floor.known(called.span(1)) else None
    who = floor.name(passage.speaker)
    yield Asked(index, 0, begin, end, who, whom, floor.key(who), None, end)


def _tells_who(passage: Passage, floor: Floor) -> Span | None:
    """Return X of "Q: X asked whether" and "Q: X felt that it was late. Could it be earlier?"."""
    first = passage.sentences[0] if passage.sentences else None
    if first and first.question and first.question.speaker:
        return floor.person(first.question.speaker, passage, first)
    if not first or not first.subject or first.predicate not in SPEAKS or floor.text[first.end - 1] == "?":
        return None
    return floor.name(first.subject) if first.person or floor.known(first.subject) else None


def _put_below(index: int, flow: Sequence[Passage], floor: Floor) -> Asked | None:
    """Return the question that stands below "Q. X asked the following question:"."""
    passage, below = flow[index], flow[index + 1] if index + 1 < len(flow) else None
    if not below or below.label or below.part != passage.part or floor.mark(passage.end) != ":":
        return None
    last = passage.sentences[-1] if passage.sentences else None
    if not last or not last.question or not last.question.speaker:
        return None
    who = floor.person(last.question.speaker, passage, last)
    return Asked(index + 1, 0, below.start, below.end, who, None, floor.key(who), None, below.end)


def _announced(index: int, flow: Sequence[Passage], floor: Floor) -> Span | None:
    """Return X of "X asked the following:" above the labelled questions and answers."""
    for above in reversed(flow[max(0, index - _ANNOUNCES) : index]):
        if above.part != flow[index].part:
            return None
        if above.label in {"question", "answer"}:
            continue
        last = above.sentences[-1] if above.sentences and floor.text[above.end - 1] == ":" else None
        act = last.question if last else None
        return floor.person(act.speaker, above, last) if last and act and act.speaker else None
    return None


def _question_end(text: str, start: int, end: int, *, answered: bool) -> int:
    """Return where the question behind its label ends: before a label or dash of an answer, or at its last mark.

    What stands behind that mark answers, unless the question is ``answered`` below.
    """
    for gap in _INLINE.finditer(text, start, end):
        if ANSWER_LABEL.match(text, gap.end(), end):
            return gap.start()
    mark, aside = text.rfind("?", start, end), _ASIDE.search(text, start, end)
    if not aside:
        return mark + 1 if mark >= 0 else end
    if any(dash in aside[0] for dash in "-–—"):
        return aside.start() + 1
    return end if answered else mark + 1
