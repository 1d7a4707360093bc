"""Verdicts: whether a sentence records what a meeting resolved."""

from __future__ import annotations

import re
from collections.abc import Sequence

from minutes_parser import lazy
from minutes_parser.layout.verdict_forms import DECIDED, FORMS, PLURAL

LONGEST = 1500
"""Only so much of a sentence is looked at."""

_FIRST_WORD = re.compile(r"\A\\b([a-z]+)(?![?*+{])")


def _quick(pattern: str) -> str:
    """Begin with the letters of the first word rather than with its boundary: a search runs from one of them to the next."""
    return _FIRST_WORD.sub(r"\1(?<=\\b\1)", pattern)


_BY_WORD: dict[str, list[re.Pattern[str]]] = {}
for _words, _patterns in FORMS:
    for _pattern in map(lazy.compile, map(_quick, _patterns)):
        for _word in _words.split():
            _BY_WORD.setdefault(_word, []).append(_pattern)
FORM_WORDS = frozenset(_BY_WORD)
CUES = FORM_WORDS | frozenset(
    "again application applications approval authority consent decisions further permission read resolutions week".split()
)
"""A text without any of these words records no decision, neither in a sentence nor behind a label."""

_LETTERS_VERBS = frozenset(
    "agrees decided resolved resolves approved approves adopted adopts accepts voted endorsed endorses recommends confirms requests instructs".split()
)
_BY_LETTERS = lazy.compile(
    # 'TSC', 'WG7', 'SC9/WG7', 'XYZ/TC 9'
    r"(?:\W{0,4}(?:[a-z]{3,10}:\s+)?|[^.]{3,300}?,\s)(?:The\s)?(?:[A-Z]{3,6}|(?:[A-Z]{2,6}\d{0,4}/){0,3}[A-Z]{2,4}\s?\d{1,4})\s(?:has\s)?"
    rf"(?:agrees (?:that|to|on)|{'|'.join(sorted(_LETTERS_VERBS - {'agrees'}))})\b"
)
"""A body may go by its letters, and by letters and numbers; two letters are a person's."""

_SHOUTED = lazy.compile(
    r"\b(?:RECOMMENDED|RESOLVED|AGREED|APPROVED|CARRIED|ADOPTED|RATIFIED|DEFERRED)\b(?!:?\s*\Z)|(?:\b[a-z]\S*\s+(?:\S+\s+){1,20}?)(?:AGREED|APPROVED|ACCEPTED|CARRIED|ADOPTED|RATIFIED|POSTPONED|TABLED|REJECTED|DECLINED|REFUSED|DEFEATED)[.!]?\s*\Z"
)
_SHOUTS = "ED"
"""With this each of those words in capitals ends."""
_MONTHS = "january|february|march|april|may|june|july|august|september|october|november|december"
# What others decided, or this meeting formerly, or may decide yet: each begins a word. A look at the
# first letter spares the words that begin with others; where all begin with the same one, the pattern's compiler sees to it.
_NOT_HERE = (
    rf"(?:had|have|has) (?:\w+ )?(?:already|previously|been|not|never|yet|also) (?:\w+ly )?(?:been )?{DECIDED}",
    rf"had (?:all )?(?:{DECIDED}|voted)",
    rf"(?=[hd])(?:has|have|had|did)(?:n[’']t| not) (?:\w+ ){{0,2}}?(?:reached|come to|{DECIDED}|voted)(?: an?)?(?: consensus| agreement| decision)?",
    rf"{DECIDED}(?: (?:\w+ )?by (?:the |our )?(?:[\w’'-]+ )?(?:county|district|borough|city|state|federal|government|ministry|secretary of"
    r"|inspectorate|school|university|developers?|contractors?|suppliers?|landlords?|landowners?|planners?|planning (?:officers?|authority|inspector)|courts?|banks?|insurers?|lottery|fund|funders?|agency|regulators?|neighbours?|iesg|iana)\b"
    r"|\b(?! that\b).{0,60}?\blast (?:week|month|year)\b|\b.{0,120}?\b(?:at|in|during) (?:the|its|their|our) (?:last|previous) meeting|(?: by (?:the )?\w{3,12})? in (?:[a-z]{3,9} )?(?:19|20)\d\d\b)",
    rf"(?=[aid])(?:at|in|during) (?:the|its|their|our) (?:last|previous|prior|{_MONTHS}) meeting\b.{{0,120}}?\b{DECIDED}",
    r"nominated (?:him|her|them)sel(?:f|ves)\b.*|(?:was|were) nominated(?: (?:for|as) (?:the )?(?:vice[ -])?(?:chair\w*|president|treasurer|secretary|captain))?\W*$",
    r"(?:an?|the) (?:[\w-]+ ){0,3}(?:board|council|committee)[ -]approved (?:[\w-]+ ){1,3}(?:was|were|is|are|has|will)\b",
    r"accepted (?:into|onto|at|upstream|for (?:(?:the|a|this) )?(?:publication|presentation|conference|workshop|journal)|to (?:study|attend|present|speak|join|ride|take part|participate))\b",
    r"(?=[ic])(?:items? .{0,60})?consent (?:agenda|calendar)\b.{0,150}? (?:are|is|be) (?:approved|enacted|adopted|acted)\b.{0,30}? (?:by|in|with|under) (?:one|a single)\b",
    r"at (?:the|that) time,? (?:we|they) \w+|chosen (?:because|due to|for its)\b",
    r"(?=[bcdfipqt])(?:comments?|issues?|bugs?|problems?|tickets?|conflicts?|queries|query|discrepanc\w+|complaints?|faults?)\b.{0,40}? (?:was|were|been|is|are|being) (?:now |all )?resolved\b(?! (?:that|to)\b)",
    r"(?=[ai])(?:are|is) (?:nominated|appointed|elected|chosen) (?:by|from|to (?:deal|serve|represent)|every|each|annually)\b",
    r"(?=[abinopstuwy])(?<!motion was )(?<!it was )(?<!proposal was )(?<!amendment was )(?:previously|already|as|if|once|when|until|unless|be|been|being|not|yet|whether|to be|not yet|subject to being) "
    rf"(?!deferred|postponed)(?:\w+ly )?{DECIDED}(?!.*\bhereby\b)",
    r"(?=[abiopstuw])(?!(?:which|who) (?:was|were) (?:\w+ly )?(?:agreed|approved|accepted|adopted|carried)(?: and (?:agreed|approved|accepted|adopted))?(?: \w+ly| as \w+| (?:as \w+ )?by (?:all|members|governors|everyone|the [\w ]{3,30}))?\W*$)"
    r"(?:that|which|who|once|if|(?:so|as) long as|provided|when|until|unless|before|whether|although|though)\b(?: [\w’'-]{1,30}){0,6}? (?:is|are|was|were) (?:again )?"
    + DECIDED,
    rf"asked (?:whether|if) (?:they|all|everyone|everybody|members) (?:all |had |were )?{DECIDED}",
    r"(?:these|this) (?:meeting )?minutes (?:was|were|are|have been) (?:\w+ly )?(?:approved|adopted|accepted|agreed|confirmed) (?:at|on|during|in|by)\b",
    r"(?=[cn])(?:candidates?|nominees?) (?:was|were) nominated\b|is nominated\b",
    rf"{DECIDED} by [\w’'& -]{{2,40}} on (?:the )?\d",
    r"actions? (?:was|were) agreed\b",
    rf"(?=[aiot])(?:our|its|their|other|all our) partners (?:have |has |had )?(?:\w+ly )?{DECIDED}",
    rf"(?=[bcdfns])(?:county|district|borough|city|state|federal|national) (?:council|board|government|authority|commission|committee) (?:has|have) (?:\w+ly )?{DECIDED}",
    rf"last (?:week|month|year),? (?:we|they|it was|(?:the )?(?:board|council|committee|group)) (?:\w+ly )?{DECIDED}",
    r"after (?:the |an? )?(?:[\w’'-]{1,30} ){1,5}?(?:is|are) (?:\w+ly )?" + DECIDED,
    rf"(?=[itw])(?:we|they|it) {DECIDED} (?:this|that|it|these|them) (?:already|before|previously|back then|earlier)\b",
    rf"{DECIDED} (?:the |these )?(?:preceding|foregoing|above) minutes (?:on|at)\b",
    r"accepted (?:by the (?:proposer|mover)|as (?:a )?friendly)\b",
    r"(?=[as])(?:appears?|seems?|appeared|seemed) to be (?:an? |general |some ){0,2}(?:consensus|agreement)\b",
    r"(?=[iw])(?:whether|if) (?:[\w’'-]+ ){1,8}?(?:should|could|might|can|may|would) be (?:deferred|postponed|held over|carried forward)\b",
    r"(?=[ceiosuw])(?:ensure|sure|whether|if|until|unless|once|when|check) (?:that )?(?:\w+ ){1,3}ha(?:ve|d|s) (?:an? )?consensus\b",
    r"withdrawn (?:before|prior to|ahead of) (?:the|this) meeting\b",
    r"no (?:vote|decision|motion|consensus|agreement|action) (?:was|were|is|has|could)\b",
    r"(?=[cmst])(?:to|must|should|may|can) be (?:duly )?(?:proposed|moved|nominated) and seconded\b",
    r"(?=[st])(?:teach\w+(?: assistant)?|tas?|snas?|staff) (?:was|were|has been|have been) (?:\w+ )?appointed\b",
    r"it (?:was|is) (?:\w+ly )?accepted that\b",
    # What members promise one by one is no decision of the meeting.
    rf"(?=[acdegmoptw]){PLURAL} (?:also |all )?agreed to (?:e-?mail|write|send|contact|check|look|circulate|ask|provide|report|speak|talk"
    r"|share|let|try|work|help|consider|think|read)\b",
)
_UNSECONDED = lazy.compile(
    r"\b(?:not|nobody|no-one|no one) second(?:ed)?\b|\b(?:no|lack of a|want of a) second(?:er)?\b"
)
_NEGATIVE = lazy.compile(rf"\b(?=[a-z])(?:{'|'.join(_NOT_HERE)})")
_LEGEND = r"\W*m/?s/?[acpu](?:/u)?\W{0,2}(?: ?= ?| (?:denotes?|stands? for|means|indicates?|is short for) )|[^.]{3,100} (?:denotes?|indicates?) (?:the )?(?:persons?|people|members?|those|motions?|who|moved)\b"
"""What letters mean: 'M/S/C denotes that it was moved, seconded and carried'."""
_OWN_TITLE = lazy.compile(
    rf"{_LEGEND}|"
    r"\W*status\s?:|\W*(?:approved|adopted|agreed):? (?:on )?(?:\d{1,2} )?(?:jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec)\w* [\d, ]{1,10}\Z|\W*(?:adopted|approved|agreed|ratified|confirmed) (?:draft |final )?minutes\W*\Z"
)
_LIST_TITLE = lazy.compile(
    r"(?i)[\W\d]{0,12}(?:(?:summary|list|record|review) of )?(?:(?:the|key|agreed|main) )?(?:decisions?|resolutions?"
    r"|agreements?|resolved|motions? (?:passed|approved)|(?<=summary of )outcomes|(?<=agreed )outcomes|(?<=main )outcomes|(?<=key )outcomes)(?: (?:and resolutions?|made|taken|reached|agreed|recorded)){0,3}\W{0,4}\Z"
)


def decides(text: str, start: int, end: int, cues: Sequence[str]) -> bool:
    """Whether the sentence, in which ``cues`` stand, records a decision of the meeting."""
    sentence = text[start : min(end, start + LONGEST)]
    if sentence.rstrip().endswith("?"):
        return False
    if _BY_WORD.keys().isdisjoint(cues):
        return False
    if (_SHOUTS in sentence and _SHOUTED.search(sentence) and not sentence.isupper()) or (
        not _LETTERS_VERBS.isdisjoint(cues) and _BY_LETTERS.match(sentence)
    ):
        return True
    low = " ".join(sentence.lower().split())
    if not _has_form(low, cues) or _OWN_TITLE.match(low):
        return False
    if "second" in low and _UNSECONDED.search(low):
        return False
    here = _NEGATIVE.sub(" ", low)
    return here == low or _has_form(here, [cue for cue in cues if cue in here])


def _has_form(low: str, cues: Sequence[str]) -> bool:
    """Whether the words, in lower case, have one of the forms of a verdict, by the ``cues`` among them."""
    patterns = dict.fromkeys(pattern for cue in cues for pattern in _BY_WORD.get(cue, ()))
    return any(pattern.search(low) for pattern in patterns)


def lists_decisions(title: str) -> bool:
    """Whether a heading opens a list of decisions."""
    return bool(_LIST_TITLE.match(title))
