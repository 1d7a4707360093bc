"""Reading promises: "the Clerk will write", "AB offered to chair", "the Chair is to circulate"."""

from __future__ import annotations

from minutes_parser.language import words as W
from minutes_parser.language.acts import Act
from minutes_parser.language.binding import TELLS, done_by, himself, promised, told, who_told
from minutes_parser.language.foretold import goes_on, ruled, supposed
from minutes_parser.language.phrases import Words, is_person, means_thing, mention
from minutes_parser.language.subjects import leading, past_adverbs, subject, word_before

_ALSO_BEHIND = {
    "undertook": ("that",), "promised": ("that", "a", "an", "some", "several", "the"), "volunteered": ("for",), "volunteers": ("as",), "volunteer": ("as", "."),
}  # fmt: skip
"""Behind some verbs of promising, beside "to": "volunteered for the third week"."""
_HELP = frozenset("help support assistance services use".split())
"""Behind "offered": what is to be done is but named."""
_OPINES = frozenset(
    "suggest recommend argue agree propose say caution advise encourage urge question doubt guess".split()
)
"""Behind "would": what is said at once, as in "she would suggest"."""
_PASSIVE_ONLY = frozenset(["advised", "told", "assigned", "delegated"])
"""Verbs that give somebody work in the passive alone: "the Clerk was advised to write"."""
_HE = frozenset(["he", "she"])
_OURS = W.GROUP | (W.PRONOUN - _HE)
"""Before "will need to": what the body that meets, or whoever else, will be forced to."""
_WHEN = frozenset("on at in again next every".split())
"""Behind "plan to meet": the next meeting is announced."""
_HAPPENS = frozenset([("take", "place"), ("take", "effect"), ("come", "into")])
_TAKEN = frozenset("lead point care this over on up it minutes notes forward".split())
"""Behind "take": what only people do."""
_ENDS_IN_S = frozenset(
    "james charles lars thomas nicholas frances agnes lucas andreas hans jens anders jonas klaus niels".split()
)
_LEAVES = frozenset("leaving retiring resigning stepping travelling traveling".split())
_ITS = frozenset(["it", "them", "this", "that", "these", "those", "the"])
"""Behind "have": what will be done, as in "have it posted"."""
_SEES = (["see", "if"], ["see", "whether"], ["see", "to"])
"""Behind "will": what only people do, too."""
_FOUND = frozenset("out someone somebody another volunteers".split())
"""Behind "find": what is looked for, and not just come upon."""
_VERBS_IN_LY = frozenset("apply supply reply comply rely multiply fly".split())
_GOES = frozenset("is are am was were 's ’s 're ’re 'm ’m".split())
"""Before "going to"."""
_IS = W.BE | {"'s", "’s", "'m", "’m"}


def promise(words: Words, verb: int) -> Act | None:
    """Read "agreed to look into", "offered to chair"."""
    if words.low[verb + 1 : verb + 3] == ["in", "principle"]:
        return promised(words, verb, subject(words, verb)) if words.around[verb + 3] == "to" else None
    behind = words.around[verb + 1]
    offers = words.low[verb].startswith("offer") and not _HELP.isdisjoint(words.low[verb + 1 : verb + 4])
    bound = behind == "to" or offers or behind in _ALSO_BEHIND.get(words.low[verb], ())
    if not bound or word_before(words, verb) in W.TO_BE or word_before(words, verb) == "had":
        return None
    if behind == "to" and (words.around[verb + 2] in W.DETERMINER or words.around[verb + 2] in W.IMPERSONAL):
        return None  # 'agreed to the proposal'
    if words.low[verb].startswith(("plan", "intend")) and (
        words.around[verb + 2] in W.STATIVE | {"focus"}
        or (words.around[verb + 2] == "meet" and words.around[verb + 3] in _WHEN)
    ):
        return None
    return promised(words, verb, subject(words, verb) or himself(words, verb))


def modal(words: Words, verb: int) -> Act | None:
    """Read "the Clerk will write", "he said that he would look into it"."""
    low, deed = words.around, _deed(words, verb)
    doing = low[deed] == "be" and low[deed + 1].endswith("ing")
    foretells = low[deed] in W.NEGATION or (low[deed] in W.STATIVE and not _does(words, deed))
    foretells = foretells or low[deed : deed + 2] == ["no", "longer"] or (low[verb] in W.WOULD and low[deed] in _OPINES)
    if verb and words.text[verb] == "Will" and words.text[verb - 1][0] != "@":
        return None  # a name
    if (low[deed] == "be" and low[deed + 1] in _LEAVES) or goes_on(words, deed):
        return None
    if together := _together(words, verb):
        return together
    if low[verb] in {"'d", "’d"} and low[deed].endswith(("ed", "en", "better")):
        return None  # 'he'd checked'
    if low[deed] == "be" and foretells and not doing:
        return done_by(words, verb, deed)
    if (foretells and not doing) or low[verb - 1] in W.IMPERSONAL or (low[deed], low[deed + 1]) in _HAPPENS:
        return None
    who = subject(words, verb)
    if who and (ruled(words, verb, who) or supposed(words, verb, who)):
        return None
    shared = low[verb] in W.WOULD and who is not None and who[1] < verb - 1 and low[verb - 1] in {"and", "but"}
    if shared and who and low[deed] not in W.PERSONAL and _of_another(words, who[1], verb):
        return None
    taken = low[deed + 2] if low[deed + 1] == "the" else low[deed + 1]
    takes_on = low[deed] == "take" and taken in _TAKEN
    if low[deed] in W.EFFECT and who and not takes_on and not _surely_person(words, *who):
        act = promised(words, verb, who)
        return act._replace(person=False) if act else None  # whoever is known as a person takes, makes and helps
    if (
        low[deed] in {"meet", "receive", "reconvene", "convene"}
        and low[deed + 1] != "to"
        and who
        and low[who[1] - 1] in W.GROUP
    ):
        return None  # when a body meets next, what members get
    if low[verb] in W.WOULD and low[verb - 1] not in {"he", "she"}:
        clause = who[0] if who and low[who[0] - 1] == ";" else 0
        who = who if who and (clause or who == leading(words)) and "if" not in words.low[clause:verb] else None
    who = who or himself(words, verb)
    act = promised(words, verb, who)
    if takes_on and act and who and who[1] - who[0] == 1:
        return act._replace(person=True)
    if act is None:
        return told(words, verb)
    deed += 2 * (low[deed] in {"need", "have"} and low[deed + 1] == "to")
    personal = (
        low[deed] in W.PERSONAL or low[deed : deed + 2] in _SEES or (doing and _stem(low[deed + 1]) in W.PERSONAL)
    )
    if act.person or not personal or who is None or who[1] - who[0] > 1:
        return act
    return act._replace(person=words.text[who[0]].isalpha() and _of_one(words.low[who[0]]))


def _of_another(words: Words, after: int, verb: int) -> bool:
    """Whether "and will" goes on with what was said of something else: "said that the plan was ready and would come"."""
    that = next((k for k in range(verb - 1, after - 1, -1) if words.low[k] == "that"), 0)
    return that > 0 and words.around[that + 1] not in W.PRONOUN


def _together(words: Words, verb: int) -> Act | None:
    """Read "Mr Hill said that he and Ann Dale would clear it" and "Mr Hill, who will clear it"."""
    low = words.around
    if he := _and_another(words, verb):
        who = who_told(words, he - 1) or leading(words)
        return promised(words, verb, who)
    if low[verb - 1] != "who" or low[verb - 2] != "," or low[verb] in W.WOULD:
        return None
    named = next((k for k in range(max(0, verb - 8), verb - 2) if mention(words, k) == verb - 2), None)
    deed = _deed(words, verb)
    if named is None or (low[deed] in W.STATIVE and not _does(words, deed)):
        return None
    return Act("promises", words.span(verb, verb + 1), words.span(named, verb - 2), person=True)


def _and_another(words: Words, verb: int) -> int:
    """Return the index of "he" in "said that he and Ann Dale would"; 0 where there is none."""
    low = words.around
    if verb < 4 or _HE.isdisjoint(low[max(1, verb - 7) : verb - 2]):
        return 0
    he = next((k for k in range(max(1, verb - 7), verb - 2) if low[k] in _HE and low[k + 1] == "and"), 0)
    joined = he and low[he - 1] in TELLS and mention(words, he + 2) == verb
    return he if joined and low[past_adverbs(words, verb + 1)] != "be" else 0


def _stem(doing: str) -> str:
    """Return the verb of "sending", "circulating", "chatting" as far as its end tells."""
    stem = doing.removesuffix("ing")
    if stem in W.PERSONAL:
        return stem
    return stem[:-1] if stem[-2:-1] == stem[-1:] else stem + "e"


def _of_one(name: str) -> bool:
    """Whether the single word is no plural, by its end: "Chris", "Marcus", "Jess"."""
    return not name.endswith("s") or name.endswith(("is", "us", "ss")) or name in _ENDS_IN_S


def _deed(words: Words, verb: int) -> int:
    """Return the index of the verb behind the modal, adverbs and ", in the meantime," looked past."""
    deed = verb + 1
    if words.around[deed] == ",":
        deed = next((k + 1 for k in range(deed + 1, min(deed + 8, len(words))) if words.low[k] == ","), deed)
    deed = past_adverbs(words, deed)
    return deed + 1 if words.around[deed].endswith("ly") and words.around[deed] not in _VERBS_IN_LY else deed


def _does(words: Words, deed: int) -> bool:
    """Whether a verb that mostly foretells promises here: "the Clerk will need to write", but not "we need to", "find out", "be in touch", "lead on", "have it ready"."""
    low, then = words.low[deed], words.around[deed + 1]
    if low == "need":
        ours = not _OURS.isdisjoint((words.around[deed - 2], words.around[deed - 3]))
        return then == "to" and words.around[deed + 2] not in W.STATIVE and not ours
    if low == "support":  # 'Ann Bell will support the group in finding a hall'
        joint = next((k for k in range(deed + 2, deed + 5) if words.around[k] == "in"), deed)
        return joint > deed and words.around[joint + 1].endswith("ing")
    if low == "include" and "in" in words.low[deed + 3 : deed + 6] and words.around[deed - 2] in W.OFFICE:
        return True  # 'the Clerk will include the map in the minutes'
    if low in {"see", "include"}:
        return then in (("if", "whether", "to", "about") if low == "see" else ("this", "it", "that", "them", "these"))
    if low == "find":
        return then in _FOUND
    if low == "be":
        return (
            then in {"responsible", "there"}
            or (
                then in {"asked", "requested", "instructed"}
                and words.around[deed + 2] in {"to", "by"}
                and words.around[deed - 2] not in W.GROUP  # 'the Board will be asked to approve it'
            )
            or (then, words.around[deed + 2]) == ("in", "touch")
            or (then, words.around[deed + 2], words.around[deed + 3]) == ("in", "charge", "of")
        )
    if low == "have":
        if then == "to":
            return words.around[deed + 2] in W.PERSONAL and words.around[deed - 2] not in _OURS
        if then == "a" and words.around[deed + 2] in {"word", "look", "chat", "think"}:
            return True
        near = words.low[deed + 1 : deed + 8]
        done = then in _ITS and any(word.endswith("ed") or word in {"done", "sent", "put"} for word in near[1:])
        others = then in W.DETERMINER | _ITS or mention(words, deed + 1) > deed + 1
        done = done or (others and not W.PERSONAL.isdisjoint(near[1:3]))  # 'have the firm look at it'
        return done or not {"ready", "draft", "finished"}.isdisjoint(near)
    return low == "lead" and then in {"on", "the", "this", "it"}


def going(words: Words, verb: int) -> Act | None:
    """Read "the Clerk is going to order"."""
    if words.low[verb] == "going" and words.around[verb + 2] == "be" and words.around[verb + 3].endswith("ing"):
        return promised(words, verb, subject(words, verb))
    if words.around[verb + 1] != "to" or word_before(words, verb) not in _GOES:
        return None
    if words.around[verb + 2] in W.STATIVE:
        return None
    if words.low[max(0, verb - 2) : verb] == ["i", "was"]:
        return None  # but did not
    who = subject(words, verb - 1 if words.around[verb - 1][:1] in {"'", "’"} else verb)
    act = promised(words, verb, who or himself(words, verb - 1))
    return act or (told(words, verb - 1) if words.around[verb - 1] in {"is", "are"} else None)


def happy(words: Words, verb: int) -> Act | None:
    """Read "AB is happy to take this on"."""
    if words.around[verb + 1] != "to" or words.around[verb + 2] in W.CONTENT:
        return None
    if word_before(words, verb) in {"been", "being"}:
        return None  # 'a form has been prepared to make it easy'
    if word_before(words, verb) not in _IS and (verb == 0 or mention(words, 0) != verb):
        return None  # but 'Ann happy to bake'
    first = verb
    while words.around[first - 1] in _IS or words.around[first - 1] in W.MODAL:
        first -= 1
    return promised(words, verb, subject(words, first))


def charge(words: Words, verb: int) -> Act | None:
    """Read "the Clerk was instructed to obtain", "the Council instructed the Clerk to", "requested that the Clerk do"."""
    low = words.low[verb]
    before = word_before(words, verb)
    if before in W.TO_BE or (before == "been" and low not in _PASSIVE_ONLY):
        bound = words.around[verb + 1] == ("with" if low == "tasked" else "to") or words.around[verb + 1] == "to"
        whom = subject(words, verb) if bound else None
    elif low in _PASSIVE_ONLY:
        return None
    elif words.around[verb + 1] == "to":  # 'Clerk instructed to write'
        whom = (0, verb) if 0 < verb < 4 and words.low[verb - 1] in W.ROLE and mention(words, 0) == verb else None
    else:
        first = verb + 2 if words.around[verb + 1] == "that" else verb + 1
        last = mention(words, first)
        to = words.around[last] in {"to", "with"} or words.around[verb + 1] == "that"
        to = to or (low == "requested" and words.around[last] in W.PERSONAL)  # 'requested everyone respond'
        then = past_adverbs(words, last) + (words.around[last] == "to")
        idle = words.around[then] == "be" or (
            words.around[verb + 1] == "that" and words.around[then] in {"see", "have", "receive"}
        )
        whom = (
            (first, last)
            if last > first and to and not idle and (low != "tasked" or words.around[last] != "to")
            else None
        )
    if whom is None or means_thing(words, whom[1]):
        return None
    return Act("requests", words.span(verb, verb + 1), None, words.span(*whom))


def is_to(words: Words, verb: int) -> Act | None:
    """Read "the Clerk is to circulate", "is also to"."""
    to = past_adverbs(words, verb + 1)
    deed = past_adverbs(words, to + 1)
    if words.around[to] != "to":
        return None
    if words.around[deed] == "be" and not _does(words, deed):  # but 'the Clerk is to be asked to write'
        return done_by(words, verb, deed)
    if words.around[deed] in W.STATIVE - {"be"}:
        return None
    act = promised(words, verb, subject(words, verb))
    return act or told(words, verb)


def left(words: Words, verb: int) -> Act | None:
    """Read "it was left to the Clerk to write", "this was left with AB to progress"."""
    last = mention(words, verb + 2)
    if words.around[verb + 1] not in {"to", "with"} or last == verb + 2 or words.around[last] != "to":
        return None
    return Act(
        "promises", words.span(verb, verb + 1), words.span(verb + 2, last), person=is_person(words, verb + 2, last)
    )


def _surely_person(words: Words, first: int, last: int) -> bool:
    """Whether the phrase means people even where it is no name of two words, which a thing may have, too."""
    return last - first == 1 or any(
        word in W.ROLE or word in W.TITLE or word in W.PRONOUN for word in words.low[first:last]
    )
