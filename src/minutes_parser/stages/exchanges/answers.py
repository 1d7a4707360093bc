"""The answer to a question: where it begins, who gives it, and where it ends."""

from __future__ import annotations

from minutes_parser.stages.exchanges.asked import Asked
from minutes_parser.stages.exchanges.below import below
from minutes_parser.stages.exchanges.floor import Floor
from minutes_parser.stages.exchanges.passages import Passage
from minutes_parser.stages.exchanges.told import addressed, told
from minutes_parser.stages.exchanges.turns import Turn


def follow(question: Asked, after: Asked | None, floor: Floor) -> list[Turn]:
    """Return the answers to ``question``, which end at the latest before ``after``, the next question."""
    if question.settled:
        return []
    limit = after.start if after else len(floor.text) + 1
    passage = floor.flow[question.passage]
    if question.direct:
        return _trimmed(below(question, limit, floor), passage, floor)
    turns = told(question, _begun(question, floor), limit, floor)
    if not turns and (passage.label == "speaker" or _heads_list(question, floor)):
        turns = below(question, limit, floor, nested=passage.label != "speaker")
    if not turns and question.key:
        turns = addressed(question, floor)
    return _trimmed(turns, passage, floor)


def _begun(question: Asked, floor: Floor) -> list[Turn]:
    """Return the turn that begins in the question's own sentence."""
    if not question.act or question.act.reply is None:
        return []
    passage = floor.flow[question.passage]
    sentence = passage.sentences[question.sentence]
    replier = floor.person(question.act.replier, passage, sentence) if question.act.replier else None
    return [Turn(question.act.reply, sentence.end, replier, floor.key(replier))]


def _heads_list(question: Asked, floor: Floor) -> bool:
    """Whether the question ends a list item, or a paragraph above a list of what others said."""
    passage, following = floor.flow[question.passage], floor.flow[question.passage + 1 : question.passage + 2]
    listed = passage.nested or any(one.label == "speaker" for one in following)
    return listed and question.end == passage.end


def _trimmed(turns: list[Turn], passage: Passage, floor: Floor) -> list[Turn]:
    """Take the white space off the ends of the turns, and let whoever answers here by the line above speak them."""
    for turn in turns:
        turn.start, turn.end = floor.source.trim(turn.start, turn.end)
        turn.speaker = turn.speaker or floor.name(passage.answerer)
    return turns
