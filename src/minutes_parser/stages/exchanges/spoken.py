"""What a speaker asks without a question mark: "I wonder whether", "I see. Is there a fee"."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from minutes_parser import lazy
from minutes_parser.stages.exchanges.asked import Asked
from minutes_parser.stages.exchanges.floor import Floor
from minutes_parser.stages.exchanges.passages import Passage
from minutes_parser.stages.exchanges.unlabelled import INVERTED

WONDERS = lazy.compile(
    r"(?i)(?:(?:so|and|but|just|also|ok),?\s)*(?:(?:I|we|I['’]m|we['’]re|I am|was)\s)?(?:(?:just|was|also)\s)*(?:wonder(?:ing)?|curious"
    r"|(?:particularly |also |very )?interested in(?: (?:knowing|hearing|learning|understanding))?|(?:would like|['’]d like|want(?:ed)?) to (?:know|understand|hear|ask(?: [A-Z]\w{1,20}| the \w{1,20})?))\s(?:if|whether|how|what|why|when|which|who|about)\b"
)
_MARKS = frozenset(".?!:)")


def wondered(index: int, passage: Passage, floor: Floor) -> Iterator[Asked]:
    """Yield the sentence in which a speaker asks without a question mark: "I wonder whether"."""
    for sentence in passage.sentences:
        if WONDERS.match(floor.text, sentence.start, sentence.end):
            who = floor.name(passage.speaker)
            yield Asked(index, 0, sentence.start, sentence.end, who, None, floor.key(who), None, sentence.end)
            return


def wonders_from(passage: Passage, text: str) -> int | None:
    """Return where a speaker begins to ask without a question mark, to go on with one: "Curious how it works. Is it dear?"."""
    return next((one.start for one in passage.sentences if WONDERS.match(text, one.start, one.end)), None)


def at_last(index: int, passage: Passage, flow: Sequence[Passage], floor: Floor) -> Asked | None:
    """Return the question without any mark with which a speech ends, as another speaker goes on: "I see. Is there a fee"."""
    text, after = floor.text, flow[index + 1] if index + 1 < len(flow) else None
    if passage.label != "speaker" or text[passage.end - 1] in _MARKS or text.find("?", passage.start, passage.end) >= 0:
        return None
    if not after or after.label != "speaker" or after.part != passage.part:
        return None
    if len(passage.sentences) < 2:
        return None
    who, last = floor.name(passage.speaker), passage.sentences[-1]
    if floor.key(after.speaker) == floor.key(who) or not INVERTED.match(text, last.start, last.end):
        return None
    return Asked(index, 0, last.start, last.end, who, None, floor.key(who), None, last.end)
