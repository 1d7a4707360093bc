"""Reading questions that are named: "raised the question whether", "a query from X about", "in response to a question"."""

from __future__ import annotations

from collections.abc import Sequence

from minutes_parser.language import words as W
from minutes_parser.language.acts import Act
from minutes_parser.language.demands import invites
from minutes_parser.language.parties import by, named_last, span, whose
from minutes_parser.language.phrases import Words, mention
from minutes_parser.language.replies import amid_answer, with_reply, without_comma
from minutes_parser.language.subjects import subject, word_before

_HANDED_IN = frozenset(["made", "received", "submitted", "tabled"])
"""Said of questions in the passive alone: "a query was made"."""
_DONE_BEFORE = frozenset("no had been sent put got taken brought given written made met seen left set dealt".split())
"""Behind "had": what was done to a question at another time, as "had posted some questions" says, too."""
_LEADS = 4
_ONE_OF = frozenset("a an another one first second third next last final further".split())
"""Before a question that is told of: "the next question", "another question"."""
_COMES = frozenset("arose came concerned related regarded".split())
_FARTHEST = 12
"""Tokens of a sentence that opens with the question and goes over to the answer, among which the question is named."""
_PRESSED = frozenset(["asked", "questioned", "pressed", "quizzed"])
_RESPONSE = frozenset(["response", "answer", "reply", "responding", "replying", "answering", "following", "further"])


def raised(words: Words, verb: int) -> Act | None:
    """Read "raised the question whether", "a query was raised by", "raised the issue of how"."""
    low, before = words.low[verb], word_before(words, verb)
    if before in {"had", "has", "have", "to"}:
        return None
    if before in W.TO_BE:
        front = words.low[:verb]
        _, asker = by(words, verb + 1)
        known = any(word in W.QUESTION_NOUN for word in front[-6:]) if low in _HANDED_IN else _question_object(front)
        known = known or ("request" in front[-3:] and not W.WH.isdisjoint(words.low[verb + 1 : verb + 4]))
        if not known or invites(words, 0) or "no" in front[:1]:
            return None
        return with_reply(words, Act("asks", words.span(verb, verb + 1), asker, put_to(words, verb)), verb + 1)
    near = W.QUESTION_NOUN.intersection(words.low[verb + 1 : verb + 4])
    who = subject(words, verb) if low not in _HANDED_IN or (low == "made" and near) else None
    whether = low.startswith("raise") and "whether" in words.low[verb + 1 : verb + 14]
    if not who or not (whether or _question_object(words.low[verb + 1 :])):
        return None
    return with_reply(words, Act("asks", words.span(verb, verb + 1), span(words, who), put_to(words, verb)), verb + 1)


def put_to(words: Words, verb: int) -> tuple[int, int] | None:
    """Return X of "put a question to X" and "a question was put to X"."""
    for k in range(verb + 1, min(verb + 5, len(words))):
        if words.low[k] == "to" and (words.low[k - 1] in W.QUESTION_NOUN or k == verb + 1):
            last = mention(words, k + 1)
            return words.span(k + 1, last) if last > k + 1 else None
    return None


def named(words: Words, index: int) -> Act | None:
    """Read "There was a question from X about", "In response to a query by X, Y explained", "X had a question"."""
    if opening := answered_clause(words, index) or amid_answer(words, index):
        return opening
    if has := next((k for k in range(max(1, index - 3), index) if words.low[k] in {"had", "has", "have"}), 0):
        done = words.low[has + 1].endswith("ed") or words.low[has + 1] in _DONE_BEFORE
        who = None if done or invites(words, has) else subject(words, has)
        return (
            with_reply(words, Act("asks", words.span(index, index + 1), span(words, who)), index + 1) if who else None
        )
    end, asker = by(words, index + 1)
    if index < 2 and asker and end < len(words):
        return with_reply(words, Act("asks", words.span(index, index + 1), asker), end)
    if index == 1 and words.low[0] in {"a", "another", "one"} and words.around[2] in {"re", "about", "on", "regarding"}:
        if not W.TO_BE.isdisjoint(words.low[3:]):
            return None
        return with_reply(words, Act("asks", words.span(1, 2)), 2)  # whoever speaks has one
    if index < _LEADS and not _ONE_OF.isdisjoint(words.low[:index]) and (told := _arose(words, index, end)):
        return Act("asks", words.span(index, index + 1), asker or by(words, told)[1])
    if words.around[index + 1] in W.TO_BE and words.around[index + 2] in W.WH and (who := whose(words, index)):
        return with_reply(words, Act("asks", words.span(index, index + 1), who), index + 1)
    if (
        words.around[0] == "there"
        and words.around[1] in {"was", "were", "followed"}
        and not invites(words, 0)
        and index < 7
    ):
        return with_reply(words, Act("asks", words.span(index, index + 1), asker), index + 1)
    return None


def _arose(words: Words, noun: int, end: int) -> int:
    """Return where it goes on behind "arose", "came" and "was about" of a question that a sentence tells of; 0 where none."""
    then = words.around[end]
    if not (W.TO_BE | {"no"}).isdisjoint(words.low[:noun]):
        return 0
    if then in _COMES:
        return end + 1
    return end + 1 if then in W.TO_BE and words.around[end + 1] in W.WH | {"about", "on", "regarding", "re"} else 0


def _question_object(low: Sequence[str]) -> bool:
    """Whether a question is named: "a query", or "the issue of" with a question word behind it."""
    if any(word in W.QUESTION_NOUN for word in low[:5]):
        return True
    for k, word in enumerate(low[:5]):
        if word in {"issue", "matter", "point", "subject"} and "of" in low[k + 1 : k + 2]:
            return any(later in W.WH - {"which", "if"} for later in low[k + 2 : k + 14])
    return False


def answered_clause(words: Words, index: int) -> Act | None:
    """Read "In response to a question from X about Y, Z confirmed" and "Asked whether Y, Z said"."""
    if index >= _FARTHEST:
        return None
    word, opening = words.low[index], words.low[:3]
    asked = index < 3 and word in _PRESSED and (index == 0 or opening[0] in {"when", "on", "being", "having"})
    if not asked and not (word in W.QUESTION_NOUN and (opening[0] == "to" or not _RESPONSE.isdisjoint(opening))):
        return None
    if asked and subject(words, index):
        return None
    end, asker = by(words, index + 1)
    act = Act("asks", words.span(index, index + 1), asker or whose(words, index))
    act = with_reply(words, act, end)
    if act.reply is None and (not asked or opening[0] == "when"):
        act = without_comma(words, act, end)
    if asked and act.question_end == words.end(index):
        return None  # 'When pressed, she said' does not tell what was asked
    if asked and act.replier:
        act = act._replace(addressee=act.replier)
    if act.reply is None or act.speaker or act.question_end is None:
        return act if act.reply is not None else None
    return act._replace(speaker=named_last(words, index, act.question_end))
