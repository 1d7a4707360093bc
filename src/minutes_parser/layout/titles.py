"""Where a heading ends and the text that runs on behind it begins."""

from __future__ import annotations

from itertools import islice

from minutes_parser import lazy
from minutes_parser.honorifics import EVERYDAY
from minutes_parser.layout.names import HONORIFIC
from minutes_parser.layout.numbering import number_at
from minutes_parser.layout.openers import (
    NUMBERS,
    OPENER,
    OPENER_WORDS,
    TITLE,
    before_subject,
    in_brackets,
    opens_sentence,
    refers,
)
from minutes_parser.layout.telling import FINITE, FINITE_WORDS, OUTCOME_OPENINGS, PAST, PAST_WORDS, PUT_OFF, is_sentence

_VERBS = frozenset([*FINITE_WORDS, *PAST_WORDS])

_TELLS_CLAUSE = lazy.compile(
    r"(?:asked|queried|said|stated|noted|reported|explained|confirmed|advised|suggested)[ ](?:if|whether|that|how|why|what|when)\b"
)
"""A verb of reporting with its clause, which no heading has."""

_OUTCOME = lazy.compile(
    r"(?i)\s*[–—-]\s*(?:agreed?|approved|noted|none|nil|deferred|postponed|no items|accepted|adopted|ratified|n/?a|ongoing|outstanding|in progress|completed?|done|tb[acd]"
    r"|(?:\w+ )?to be (?:confirmed|agreed|arranged|advised|announced)|(?:no|nothing)(?: \w+)? (?:report|update|change)s?|motion (?:by|made|to)|moved by|on (?:a )?motion"
    r"|(?:already )?(?:covered|discussed|dealt with|addressed|reported|included|taken|see)(?: already)? (?:in|under|at|as|with|above|below|earlier|elsewhere|previously|item|minute)|as above|carried (?:over|forward)|held over|withdrawn|see above)\b"
)
_WHEN = lazy.compile(
    r"(?:(?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day\b|\d{1,2}(?:st|nd|rd|th)?[ ][A-Z]|[A-Z][a-z]{2,8}[ ]\d)"
)
"""The day of the next meeting behind a dash."""
_SUBJECT_DID = lazy.compile(
    r"(?:an?|the|one|two|three|some|several|members|residents) (?:[\w’'-]+ ){0,2}[a-z]{2,}ed (?!by\b)[a-z]"
)
"""'a resident complained about ...' behind a dash."""
_WORD = lazy.compile(r"\S+")
_GAP = lazy.compile(r"(?<=\S)[\t ](?:(?<=\t)|  +|(?=[•●]))")
_HEADS_ALONE = lazy.compile(
    r"(?!(?i:agreed|noted|resolved|approved|carried|none|yes|done|closed|passed|received|adopted))(?:[A-Z][a-z]{4,}|[A-Z]{4,})\."
)
"""One word that is a title with its stop: 'Election. Clerk reported that ...'."""
_LISTS_NAMES = lazy.compile(
    r"(?P<title>(?i:apologies(?:[ ]for[ ]absence)?(?:[ ]received)?|members[ ]present|present|in[ ]attendance|absent):?)(?:(?<=:)[ ]?|[ ]{1,2}(?:[–—-][ ])?)"
    rf"(?={HONORIFIC}\b\.?[ ][A-Z]|[A-Z][\w’'-]+[ ][A-Z][\w’'-]+(?:,|[ ]\(|[ ]and[ ][A-Z][\w’'-]+[ ][A-Z])"
    rf"|[A-Z][\w’'-]+(?:[ ]\([^()]{{1,30}}\))?,[ ][A-Z][\w’'-]+(?:,|[ ]and[ ][A-Z]|\.?$))"
)
"""A title with names behind it: 'Apologies  Cllr Ann Bell, Bob Day'."""
_APOLOGIES = lazy.compile(
    r"(?i)(?P<title>apologies(?: for (?:absence|lateness))?)(?: (?:were|was|have been|had been))? (?:received|given|noted|accepted|tendered)(?: and \w+)? (?:from|by)[ ]?:"
)
"""'Apologies were received from:' names the item and lists those who sent them."""
_ACCEPTED = lazy.compile(
    r"[ ](?:Accepted|Approved|Agreed|Noted|Adopted|Received|Confirmed|None|Nil|No|Nothing|All|The)\b"
)
_DASH = lazy.compile(r"[ ][–—-][ ](?=[A-Za-z])")
_SHOUTED = ("NOTED", "AGREED", "RESOLVED", "APPROVED", "RECEIVED", "RECOMMENDED", "ADOPTED", "ENDORSED", "CONFIRMED")
"""Verbs of a sentence that is set in capitals to be seen: 'The Panel NOTED the report.'"""
_OF_SENTENCES = _VERBS.union(OPENER_WORDS, _SHOUTED)
_OF_NUMBERS = ("item", "agenda")
"""Words of letters alone with which a number may begin: 'item 2.1'."""
_JOINS = frozenset("&/")
_DASHES = ("–", "—", "-")
_SHORTEST_TITLE, _LONGEST_TOLD = 3, 500
_SHORT_LINE = 60
_WITHIN = 160
"""Characters of a line within which a gap or a dash ends the title."""
_SHORTEST_SENTENCE, _LONGEST_SENTENCE = 20, 200
_MANY = frozenset("Several Some Many Most Various Both Two Three Others".split())
_BEHIND_MANY = 4
_SHORTENED = frozenset(
    "Pres. Sec. Treas. Atty. Dir. Mgr. Capt. Supt. Insp. Sgt. Revd. Dept. Govt. Ltd. Corp. Assn. Assoc. Comm. approx. incl. etc. LLC. LLP. Inc.".split()
)
"""Words that end with a stop and no sentence."""
_RUN_IN = 17
"""A title with text running on behind it is looked for in so many words."""
_LONGEST = 24
"""Words of the longest line that is a title as a whole."""
_LONGEST_CAPITALS = 250
"""Characters of the longest one in capitals."""


def title_end(text: str, start: int, end: int) -> int:
    """Return where the title ends that begins at ``start``: ``end`` for a line that is a title as a whole, ``start`` for
    a line that is a sentence, and something between where text runs on behind a title.
    """
    opening = text[start : min(end, start + _WITHIN)]
    if _is_number(text, start, end):
        return start
    if opening[:1] in OUTCOME_OPENINGS and (PUT_OFF.match(text, start, end) or _VERDICT.match(text, start, end)):
        return start
    if opening[:1] in _LIST_OPENINGS and (listed := _LISTS_NAMES.match(text, start, end)):
        return listed.end("title")
    if opening[:2] in ("Ap", "AP") and (apologies := _APOLOGIES.match(text, start, end)):
        return apologies.end("title")
    if (
        end - start < _WITHIN
        and opening.rstrip(". ").endswith(_OF_NONE)
        and (none := _NONE.search(opening))
        and ":" not in opening
        and not is_sentence(text, start, end)
    ):
        return start + none.start()
    if end - start < _WITHIN and _is_plain_title(opening):
        return end
    if opening[:2].isupper() and (dash := _DASH.search(opening)) and _is_shouted(opening, dash.start()):
        return start + dash.start()
    joined = opening.find("—", _SHORTEST_TITLE)
    if (
        joined > 0
        and opening[joined - 1] != " "
        and is_sentence(text, start + joined + 1, min(end, start + _LONGEST_TOLD))
    ):
        return start if is_sentence(text, start, start + joined) else start + joined
    gap = _gap(opening)
    stop = start + gap if gap > 2 else end
    words = [match.span() for match in islice(_WORD.finditer(text, start, stop), _LONGEST + 1)]
    cut = _run_in(text, words[:_RUN_IN], end)
    if cut is not None:
        dash = _DASH.search(text, start, cut) if cut > start and text[cut - 1] in ":." else None
        begins = dash and (text[cut - 1] == ":" or text[dash.end()].isupper())
        told = begins and dash and (_OUTCOME.match(text, dash.start(), end) or _begins_behind(text, dash.end(), end))
        return dash.start() if dash and told else max(cut, start)
    if stop < end:
        return start if is_sentence(text, start, stop) else stop
    for dash in _DASH.finditer(text, start, start + len(opening)):
        opens = (OPENER.match(text, dash.end(), end) and end - dash.end() > 25) or _SUBJECT_DID.match(
            text, dash.end(), end
        )
        when = _WHEN.match(text, dash.end(), end) and "next" in opening[: dash.start() - start].lower()
        if opens or when or _OUTCOME.match(text, dash.start(), end) or is_sentence(text, dash.end(), end):
            return start if FINITE.search(text, start, dash.start()) else dash.start()
    fits = len(words) <= _LONGEST or (end - start < _LONGEST_CAPITALS and text[start:end].isupper())
    return end if fits and not is_sentence(text, start, end) else start


def _begins_behind(text: str, start: int, end: int) -> bool:
    """Whether a sentence begins behind a dash, with the word that opens one: '- The minutes of 8 May were adopted.'"""
    return OPENER.match(text, start, end) is not None and is_sentence(text, start, end)


def _is_shouted(opening: str, dash: int) -> bool:
    """Whether words in capitals stand before a dash, and a sentence or a label behind it: 'CALL TO ORDER - Ann Bell opened ...'."""
    return dash > 3 and opening[:dash].isupper() and _TOLD_BEHIND.match(opening, dash + 3) is not None


_NONE = lazy.compile(r"(?<=[a-z)])(?:[ ](?:none|nil)|[ ]?[–—-][ ]?(?:none|nil|noted|agreed|approved))[. ]*\Z")
"""What became of an item, behind its title: 'Declarations of interest none'."""
_OF_NONE = ("none", "nil", "noted", "agreed", "approved")
"""One of these stands at its end."""
_TOLD_BEHIND = lazy.compile(r"(?:[\w.’']+ ){0,4}(?:was|were|is|are|has|had|[a-z]{2,}ed)\b|[A-Z]\w+(?: \d{1,3})?:")


def _is_plain_title(line: str) -> bool:
    """Whether a line of a few words, in letters and single spaces alone, has none that makes or opens a sentence.

    Such a line has neither number nor mark behind which text could run on ('&' and '/' are none), and most titles are one.
    """
    words = line.split(" ")
    if len(words) > _RUN_IN or not _OF_SENTENCES.isdisjoint(words):
        return False
    return _JOINS.issuperset([word for word in words if not word.isalpha()])


def _gap(opening: str) -> int:
    """Return where in the opening of a line white space sets off what stands behind it, 0 where none does."""
    if "\t" in opening or "   " in opening or "•" in opening or "●" in opening:
        gap = _GAP.search(opening)
        return gap.start() if gap else 0
    return 0


_VERDICT = lazy.compile(r"(?:RESOLVED|Resolved|AGREED|Agreed|DECIDED|Decided|RECOMMENDED|Recommended)[ ]?[-–—:][ ]")
"""What was resolved stands behind a dash, and no title before it."""
_LIST_OPENINGS = "aAmMpPiIıİ"
"""Letters with which a title begins that has names behind it; a pattern that ignores case takes 'ı' and 'İ' for an i."""


def _run_in(text: str, words: list[tuple[int, int]], end: int) -> int | None:
    """Return the end of a title behind which a sentence runs on, -1 where the line is a sentence, None if neither."""
    infinitive = bool(words) and text[slice(*words[0])] == "To"  # 'To confirm the return has been sent'
    for index, (start, stop) in enumerate(words):
        word = text[start:stop]
        if word.isalpha() and word not in _OF_SENTENCES and word.lower() not in _OF_NUMBERS:
            continue  # as most words of titles
        first, last = word[0], word[-1]
        if index:
            if first.islower():
                tells = not infinitive and _is_verb(word)
            else:
                tells = word in _SHOUTED and text[start - 2].islower()
            if tells and index < _BEHIND_MANY and text[slice(*words[0])] in _MANY:
                return -1  # 'Several members said ...'
            if tells:
                cut = before_subject(text, words, index)
                if cut is not None:
                    return cut
                if _TELLS_CLAUSE.match(text, start, end):
                    return -1
            if first.isupper():
                begins = opens_sentence(text, words, index)
            else:
                begins = (
                    stop < end
                    and "-" not in word
                    and _is_number(text, start, end)
                    and not (refers(text, words[index - 1]) or (last == ")" and in_brackets(text, words[0][0], start)))
                )
            if begins:
                return words[index - 1][1]
        if stop >= end:
            return None
        if last.isalnum():
            continue
        cut = _at_mark(text, words, index, end)
        if cut is not None:
            return cut
    return None


def _at_mark(text: str, words: list[tuple[int, int]], index: int, end: int) -> int | None:
    """Return the end of the title where the word ends with a mark behind which text runs on, -1 if that ends a sentence."""
    start, stop = words[index]
    word = text[start:stop]
    last = word[-1]
    if word in _DASHES and index and _tells_behind(text, stop, end):
        return words[index - 1][1]
    if (
        last in _DASHES
        and index
        and word[-2:-1].islower()
        and text[stop + 1 : stop + 2].isupper()
        and _tells_behind(text, stop, end)
    ):
        return stop - 1  # 'Office hours- Each member is ...'
    if word == ":" and 0 < index < 10:
        return words[index - 1][1]  # 'Matters arising : None'
    if (
        last == ":"
        and word.isupper()
        and end - start < _WITHIN
        and not text[stop + 1 : stop + 2].isdecimal()
        and text[words[0][0] : end].isupper()
    ):
        return None  # 'REPORT: THE NEW FERRY' is a title as a whole
    if (
        last == ":"
        and index
        and not is_sentence(text, stop, end)
        and (
            text[slice(*words[index - 1])] in NUMBERS
            or (index == 1 and word[:1].isdecimal() and end - start < _SHORT_LINE and text[end - 1] != ".")
        )
    ):
        return None  # 'Case No. 23-14: Variance at Mill Road', 'Proposal 1: New boiler'
    if last == ":" and len(word) > 1 and (index < 10 or not is_sentence(text, words[0][0], stop - 1)):
        return -1 if index and refers(text, words[index - 1]) else stop
    if word.endswith((":-", ":–")) and len(word) > 3 and index < 10:
        return stop - 2
    if last == ";" and index and _ACCEPTED.match(text, stop, end):
        return stop - 1  # 'Minutes of the last meeting; Accepted as correct.'
    if last == "." and not index and _HEADS_ALONE.fullmatch(word) and text[stop + 1 : stop + 2].isupper():
        return stop
    if last == "." and (word in _SHORTENED or TITLE.fullmatch(word)):
        return None
    if (
        last == "."
        and index > 1
        and word[:-1].isdecimal()
        and text[stop + 1 : stop + 2].isupper()
        and not refers(text, words[index - 1])
    ):
        return stop  # 'Minutes of September 5. Approved'
    if last in ".?!" and index and len(word) > 3 and not (word[0] == "(" and stop < end):
        return -1 if is_sentence(text, words[0][0], stop) else stop
    return None


_NEW_SUBJECT = lazy.compile(rf"[a-z)] (?:The|This|It|An?|{EVERYDAY}) ")
"""Where a sentence begins behind words of a title: '- update and sign off The Clerk confirmed'."""


def _tells_behind(text: str, start: int, end: int) -> bool:
    """Whether a sentence stands behind a dash: '- The card has been renewed.', '- all plots are now let.'"""
    stop = min(end, start + _LONGEST_SENTENCE)
    for mark in (". ", ":"):
        found = text.find(mark, start, stop)
        stop = found if found >= 0 else stop
    verb = FINITE.search(text, start, stop) if end - start > _SHORTEST_SENTENCE else None
    return verb is not None and not _NEW_SUBJECT.search(text, start, verb.start())


def _is_verb(word: str) -> bool:
    """Whether a verb that makes a sentence stands at the beginning of the word: in letters alone as the whole of it."""
    return word in _VERBS or (not word.isalpha() and (FINITE.match(word) or PAST.match(word)) is not None)


def _is_number(text: str, start: int, end: int) -> bool:
    """Whether a numbered or lettered sub-item begins here."""
    if start >= end or text[start] not in "(abi0123456789":
        return False
    number = number_at(text, start, end)
    if number is None or number.bare:
        return False
    return number.style in ("dotted", "letter", "roman") or (
        number.style == "decimal" and ")" in text[start : number.end]
    )
