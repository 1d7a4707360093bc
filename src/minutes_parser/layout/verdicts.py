"""Verdicts: the words by which a sentence records what a meeting resolved, and who moved, seconded and voted."""

from __future__ import annotations

import re
from dataclasses import dataclass

Place = tuple[int, int]

_DECIDED = (
    r"(?:agreed|resolved|decided|approved|accepted|adopted|ratified|endorsed|carried(?![ ](?:out|forward|over|on|by))|elected|re-?elected|appointed"
    r"|re-?appointed|co-?opted|authori[sz]ed|deferred|postponed|rejected|refused|nominated|signed[ ]off|tabled[ ]until)"
)
_MANNER = (
    r"(?:(?:also|further|then|therefore|thus|again|all|both|duly|formally|generally|subsequently|provisionally|finally|now"
    r"|initially|hereby|unanimously|collectively|broadly|[ao]n[ ]balance|in[ ]principle|by[ ]all|\w{3,20},?[ ]and)[ ]){0,4}"
)
# Whose agreement is the meeting's. A person's is not: "Cllr Oak agreed that ..." reports an opinion or a promise.
_BODY = (
    r"(?:(?:the|this|all|both)[ ])?(?:[\w-]+[ ]){0,4}?(?:board|council|committee|panel|group|meeting|team|exec(?:utive)?"
    r"|assembly|forum|trust|society|association|partnership|commission|authority|cabinet|senate|pc|tsc|tac|tc|sc|wg|ssc|fgb|lgb|agm"
    r"|members|councillors|governors|trustees|directors|residents|attendees|delegates|officers|participants|all|everyone"
    r"|everybody|those[ ]present|all[ ](?:present|in[ ]attendance)|we|they)"
    r"(?:[ ](?:members|present|in[ ]attendance|as[ ]a[ ]whole|unanimously))?"
)
_POSITIVE = (
    rf"\bit[ ](?:was|is|has[ ]been)[ ]{_MANNER}(?:agreed|resolved|decided|determined|approved)\b",
    rf"\b(?:it[ ]was[ ]|upon[ ]|on[ ](?:the[ ])?)?(?:(?:propos|mov)(?:ed|al|ition|er|es)|motion)\b[^\n]{{0,250}}?\bsecond(?:ed|er|ing|s)?\b",
    rf"\b(?:was|were|are|is)[ ]{_MANNER}{_DECIDED}\b",
    rf"(?:^|[,;:]\s|\b(?:and|but|when|discussion|which|After[ ]\w{{3,20}}|Consequently,?)[ ])"
    rf"{_BODY}[ ](?:has[ ]|have[ ])?{_MANNER}(?:agreed|resolved|decided|approved|accepted|adopted|ratified|endorsed|elected|appointed|co-?opted"
    r"|voted|chose|opted|authori[sz]ed|deferred|rejected)\b",
    rf"^\W*{_BODY}\b[^.\n]{{0,200}}?,?[ ](?:and|but)[ ]{_MANNER}(?:agreed|resolved|decided|approved)\b",
    r"\b(?:parish|town|community|county)[ ]council[ ]confirmed[ ]that\b|\b(?:was|were)[ ]agreeable[ ]to\b",
    rf"\b{_BODY}[ ](?:had|has|have|made|raised|offered|chose[ ]to[ ]make|agreed)[ ]no[ ](?:objections?|comments?|observations?)\b",
    r"\b(?:motion|resolution|proposal|recommendation|amendment|vote)[ ](?:was[ ]|is[ ]|were[ ]|has[ ]been[ ])?"
    r"(?:duly[ ]|unanimously[ ])?(?:carried|passed(?![ ](?:to|by|on))|approved|adopted|unanimous|accepted|defeated|lost|failed)\b",
    r"\bconsensus[ ](?:was[ ]reached|reached|is|was|that|to)\b|\breached[ ]a?[ ]?consensus\b|\bunanimous[ ]consent\b",
    r"\b(?:is|was|are|were)[ ]to[ ]be[ ](?:deferred|postponed|held[ ]over)\b|\b(?:deferred|postponed|held[ ]over|carried[ ]forward)"
    r"[ ](?:to|until|till|for)[ ](?:the[ ]|a[ ]|our[ ])?(?:\w+[ ]){0,3}(?:meeting|agenda|date|month|session)\b"
    r"|\b(?:would|will)[ ]be[ ](?:deferred|postponed|held[ ]over)\b",
    r"\bwill[ ]be[ ](?:re)?(?:considered|discussed|revisited)[ ](?:further|again)[ ]at\b",
    r"\s[-–—:][ ]?(?:agreed?|approved|deferred|adopted|ratified|accepted|carried|postponed|refused)\b",
    r"\b(?:was|were)\b[^.\n]{0,80}\b(?:as|be)[ ](?:an?[ ])?(?:true|correct|accurate)(?:[ ]and[ ](?:true|correct|accurate))?[ ]record\b",
    r"^\W*(?:all[ ])?(?:agreed|approved|accepted|adopted|carried|deferred|postponed|ratified|resolved|unanimously)\b",
    r"\b(?:general|unanimous|universal|full)[ ]agreement\b|\bm/s/?c\b|\bsupported[ ]the[ ](?:proposal|motion|recommendation)",
    r"\ball[ ](?:were[ ])?in[ ]favou?r\b|\bin[ ]favou?r,[ ](?:and[ ])?\w{2,9}[ ](?:votes?[ ])?(?:opposed|against)\b|\bnem(?:ine)?\.?[ ]con\b|\bvoted[ ](?:to|in[ ]favou?r|unanimously|against)\b|\bvote[ ]was\b",
)
_DECIDES = tuple(re.compile(pattern.replace("[ ]", r"\s+"), re.IGNORECASE | re.MULTILINE) for pattern in _POSITIVE)
_SHOUTED = re.compile(r"\b(?:RESOLVED|AGREED|APPROVED|CARRIED|ADOPTED|RATIFIED|DEFERRED)\b(?!:?\s*\Z)")
CUES = (
    "agree", "resol", "decid", "decis", "approv", "accept", "adopt", "ratif", "carried", "elect", "appoint", "second", "deferr",
    "postpon", "consensus", "favour", "favor", "endors", "co-opt", "coopt", "unanim", "record", "passed", "authori",
    "no comment", "objection", "observation", "will be considered", "will be discussed", "will be revisited", "reconsidered",
    "chose", "vote", "voting", "held over", "rejected", "nem", "motion", "propos", "moved", "signed off", "opted",
)  # fmt: skip
"""A sentence without any of these records no decision."""
# What others decided, or this meeting formerly or may decide yet.
_NEGATIVE = re.compile(
    r"(?i)\b(?:had|have|has)\s+(?:\w+\s+)?(?:already|previously|been|not|never|yet|also)\s+(?:\w+ly\s+)?(?:been\s+)?" + _DECIDED.replace("[ ]", " ") +
    r"|\b" + _DECIDED.replace("[ ]", " ") + r"\b[^.\n]{0,60}?\bat\s+(?:the|its|their|our)\s+(?:last|previous)\s+meeting"
    r"|\bhad\s+(?:all\s+)?" + _DECIDED.replace("[ ]", " ") +
    r"|\b(?:previously|already|as|if|once|when|until|unless|be|been|being|not|yet|whether|to\s+be|not\s+yet|subject\s+to\s+being)\s+"
    r"(?!deferred|postponed)(?:\w+ly\s+)?" + _DECIDED.replace("[ ]", " ") + r"(?![^.]*\bhereby\b)"
    r"|\b(?:that|which|who|once|if|when|until|unless|before|whether)\b(?:\s+[\w’'-]+){0,6}?\s+(?:is|are|was|were)\s+" + _DECIDED.replace("[ ]", " ") +
    r"|\bactions?\s+(?:was|were)\s+agreed\b|\bit\s+(?:was|is)\s+(?:\w+ly\s+)?accepted\s+that\b"
    r"|\b(?:councillors|members|governors|trustees|directors|officers|participants|all|everyone|we|they)\s+(?:also\s+|all\s+)?agreed\s+to\s+"
    r"(?:e-?mail|write|send|contact|check|look|circulate|ask|provide|report|speak|talk|share|let|try|work|help|consider|think|read)\b"
)
_NAME = (
    r"(?:(?:Cllrs?|Councill?ors?|County[ ]Councillor|Mr|Mrs|Ms|Miss|Dr|Prof|Rev|Sir)\b\.?\s+)?(?:the\s+)?(?:(?:[A-Z]\.){1,3}|[A-Z@][\w’'-]*)"
    r"(?:[ ](?:de|van|von|der)\b)?(?:[ ](?:[A-Z]\.|[A-Z][\w’'-]*)){0,3}"
)
_MOVED_BY = re.compile(
    rf"\b(?i:propos(?:ed|er|al)|mov(?:ed|er)|prop|proposition|motion)[.:]?\s+(?:by|of|from|:)?[:.]?\s*(?P<name>{_NAME})"
)
_MOVER = re.compile(rf"(?P<name>{_NAME}):?\s+(?:proposed|moved|made\s+(?:a|the)\s+motion|makes?\s+a\s+motion)\b|"
                    rf"(?P<after>{_NAME}):\s+(?i:makes?\s+a\s+motion|move[sd]?)\b")  # fmt: skip
_SECONDED_BY = re.compile(rf"\b(?i:second(?:ed|er)?|sec(?:onded)?)[.:]?\s+(?:by|:)?[:.]?\s*(?P<name>{_NAME})")
_SECONDER = re.compile(rf"(?P<name>{_NAME}):?\s+(?i:seconded|2nded|seconds)\b")
_VOTE = re.compile(
    r"(?:\b(?i:all\s+(?:were\s+)?(?:agreed|in\s+favou?r)|carried\s+unanimously|unanimous(?:ly)?(?:\s+(?:agreed|consent|approved|carried))?"
    r"|nem(?:ine)?\.?\s+con(?:tradicente)?\.?|no\s+objections)"
    r"|\b(?i:(?:all|none|nobody|no[ ]one|one|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve|\d{1,3})(?:\s+votes?|\s+of\s+\w+(?:\s+present)?)?"
    r"(?:\s+were|\s+was|\s+voted)?\s+(?:in\s+favou?r|for|against|abst\w+|opposed))(?:(?:[^.;\n]{0,80}?\b(?i:against|abst\w+|opposed|in\s+favou?r)\b)*)"
    r"|\b(?i:(?:votes?\s+)?for|ayes?|yes|in\s+favou?r)[: ]{1,2}\d{1,3}\b[^.\n]{0,60}?\b(?i:abst\w*|against|no(?:es|s)?|nays?)[: ]{0,2}\d{0,3}"
    r"(?:[^.\n]{0,30}?\b(?i:abst\w*)[: ]{0,2}\d{0,3})?|\(\d{1,3}[-–]\d{1,3}(?:[-–]\d{1,3})?\))"
)
_MOTION = re.compile(
    r"(?i)\b(?:ma(?:d|k)es?\s+(?:a|the)\s+motion|moved?\s+(?:to|that|for|by|approval|acceptance)|motion\s+(?:to|by|from|was\s+made)"
    r"|proposed\s+(?:by|that|to|an?|the)\b|proposal\s+(?:by|to|from|that)\b|\A\W*(?:vote|motion)\s*:)"
)
_FOLLOWS = re.compile(
    r"(?i)^\W*(?:[\w.@ ]{1,40}:?\s+)?(?:second(?:ed|s)\b|2nd|(?:the\s+)?(?:vote|motion)\s+(?:was|is|passed|carried|passes)|vote\b"
    r"|no\s+objections?|unanimous|all\s+(?:in\s+favou?r|agreed)|(?:motion\s+)?(?:carried|passed|approved)\b|\d+\s+of\s+\d+"
    r"|(?:in\s+favou?r|for|ayes?)\s*:)"
)
_MERELY = re.compile(
    r"(?i)^[\s(]*(?:(?:propos(?:ed|er)|prop|moved|mover|second(?:ed|er)|sec)(?:\s+by)?\s*[.:;]?\s*(?-i:[A-Z@])"
    r"|(?:propos(?:ed|er)|second(?:ed|er))\s*[.:]\s*\Z"
    r"|(?:all\s+(?:were\s+)?(?:agreed|in\s+favou?r)|(?:the\s+)?(?:motion|resolution|vote)\s+(?:was\s+)?(?:carried|passed)"
    r"|carried|passed|unanimous(?:ly)?|votes?|for)\b[^.\n]{0,60}[.)]*\s*\Z)"
)
_ADJUDGED_TITLE = re.compile(
    r"(?i)[\W\d]*(?:(?:summary|list|record|review)\s+of\s+)?(?:(?:the|key|agreed|main)\s+)?(?:decisions?|resolutions?|agreements?"
    r"|motions?\s+(?:passed|approved))(?:\s+(?:and\s+resolutions?|made|taken|reached|agreed|recorded))*\W*\Z"
)


@dataclass(frozen=True, slots=True)
class Terms:
    """Who moved and who seconded, and how the vote went, as far as the text says."""

    moved_by: Place | None
    seconded_by: Place | None
    vote: Place | None


def decides(text: str, start: int, end: int) -> bool:
    """Whether the sentence records a decision of the meeting."""
    sentence = text[start : min(end, start + 1500)]
    if sentence.rstrip().endswith("?"):
        return False
    if _SHOUTED.search(sentence) and not sentence.isupper():
        return True
    clean = _NEGATIVE.sub(lambda found: " " * len(found.group()), sentence)
    return any(pattern.search(clean) for pattern in _DECIDES)


def terms(text: str, start: int, end: int) -> Terms:
    """Return who moved and seconded and the vote, as the text tells it."""
    return Terms(
        _named(_MOVED_BY, text, start, end) or _named(_MOVER, text, start, end),
        _named(_SECONDED_BY, text, start, end) or _named(_SECONDER, text, start, end),
        found.span() if (found := _VOTE.search(text, start, end)) else None,
    )


def moves(text: str, start: int, end: int) -> bool:
    """Whether the text puts a motion; what follows tells whether it was carried."""
    return bool(_MOTION.search(text[start : min(end, start + 1000)]))


def follows(text: str, start: int, end: int) -> bool:
    """Whether the text goes on with a motion put before: it was seconded, voted, carried."""
    return bool(_FOLLOWS.match(text[start : min(end, start + 200)]))


def merely_terms(text: str, start: int, end: int) -> bool:
    """Whether the sentence only tells who moved and seconded and how the vote went."""
    return bool(_MERELY.match(text[start : min(end, start + 150)]))


def lists_decisions(title: str) -> bool:
    """Whether a heading opens a list of decisions."""
    return bool(_ADJUDGED_TITLE.match(title))


def _named(pattern: re.Pattern[str], text: str, start: int, end: int) -> Place | None:
    for match in pattern.finditer(text, start, end):
        group = next(name for name, value in match.groupdict().items() if value)
        a, b = match.span(group)
        while b > a and text[b - 1] in ".,":
            b -= 1
        if text[a:b].lower() not in _NO_NAMES:
            return a, b
    return None


_NO_NAMES = frozenset("that it this the seconded proposed vote motion and they we he she no all".split())
