"""Decisions that are not this meeting's own: what others decided, or this meeting formerly, or may decide yet."""

from __future__ import annotations

import re

from minutes_parser import lazy
from minutes_parser.layout.verdict_forms import DECIDED, PLURAL

_MONTHS = "january|february|march|april|may|june|july|august|september|october|november|december"
_PUT_OFF = "P"
_MARKED = f"[D{_PUT_OFF}]+"
"""What stands for a verb of deciding: no text in lower case has these letters, and one class is compiled sooner than all verbs."""
# Each begins a word. A look at the first letter spares the words that begin with others; where all begin with the same
# one, the pattern's compiler sees to it.
_BY_WORDS = (
    r"nominated (?:him|her|them)sel(?:f|ves)\b.*|(?:was|were) nominated(?: (?:for|as) (?:the )?(?:vice[ -])?(?:chair\w*|president|treasurer|secretary|captain))?\W*$",
    r"(?:an?|the) (?:[\w-]+ ){0,3}(?:board|council|committee)[ -]approved (?:[\w-]+ ){1,3}(?:was|were|is|are|has|will)\b",
    r"accepted (?:into|onto|at|upstream|for (?:(?:the|a|this) )?(?:publication|presentation|conference|workshop|journal)|to (?:study|attend|present|speak|join|ride|take part|participate))\b",
    r"(?=[ic])(?:items? .{0,60})?consent (?:agenda|calendar)\b.{0,150}? (?:are|is|be) (?:approved|enacted|adopted|acted)\b.{0,30}? (?:by|in|with|under) (?:one|a single)\b",
    r"at (?:the|that) time,? (?:we|they) \w+|chosen (?:because|due to|for its)\b",
    r"(?=[bcdfipqt])(?:comments?|issues?|bugs?|problems?|tickets?|conflicts?|queries|query|discrepanc\w+|complaints?|faults?)\b.{0,40}? (?:was|were|been|is|are|being) (?:now |all )?resolved\b(?! (?:that|to)\b)",
    r"(?=[ai])(?:are|is) (?:nominated|appointed|elected|chosen) (?:by|from|to (?:deal|serve|represent)|every|each|annually)\b",
    r"(?=[abiopstuw])(?!(?:which|who) (?:was|were) (?:\w+ly )?(?:agreed|approved|accepted|adopted|carried)(?: and (?:agreed|approved|accepted|adopted))?(?: \w+ly| as \w+| (?:as \w+ )?by (?:all|members|governors|everyone|the [\w ]{3,30}))?\W*$)"
    r"(?:that(?:(?= (?:was|were|is|are|has|had)\b)|(?<!motion that)(?<!proposal that)(?<!resolution that)(?<!amendment that))|which|who|once|if|(?:so|as) long as|provided|when|until|unless|before|whether|although|though)\b(?: [\w’'-]{1,30}){0,6}? (?:is|are|was|were) (?:again )?"
    + DECIDED,
    r"(?:these|this) (?:meeting )?minutes (?:was|were|are|have been) (?:\w+ly )?(?:approved|adopted|accepted|agreed|confirmed) (?:at|on|during|in|by)\b",
    r"(?=[cn])(?:candidates?|nominees?) (?:was|were) nominated\b|is nominated\b",
    r"actions? (?:was|were) agreed\b",
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
_BY_VERBS = (
    rf"(?:had|have|has) (?:\w+ )?(?:already|previously|been|not|never|yet|also) (?:\w+ly )?(?:been )?{_MARKED}",
    rf"had (?:all )?(?:{_MARKED}|voted)",
    rf"(?=[hd])(?:has|have|had|did)(?:n[’']t| not) (?:\w+ ){{0,2}}?(?:reached|come to|{_MARKED}|voted)(?: an?)?(?: consensus| agreement| decision)?",
    rf"{_MARKED}(?: (?:\w+ )?by (?:the |our )?(?:[\w’'-]+ )?(?:county|district|borough|city|state|federal|government|ministry|secretary of"
    r"|inspectorate|school|university|developers?|contractors?|suppliers?|landlords?|landowners?|planners?|planning (?:officers?|authority|inspector)|courts?|banks?|insurers?|lottery|fund|funders?|agency|regulators?|neighbours?)\b"
    r"|\b(?! that\b).{0,60}?\blast (?:week|month|year)\b|\b.{0,120}?\b(?:at|in|during) (?:the|its|their|our) (?:last|previous) meeting|(?: by (?:the )?\w{3,12})? in (?:[a-z]{3,9} )?(?:19|20)\d\d\b)",
    rf"(?=[aid])(?:at|in|during) (?:the|its|their|our) (?:last|previous|prior|{_MONTHS}) meeting\b.{{0,120}}?\b{_MARKED}",
    r"(?=[abinopstuwy])(?<!motion was )(?<!it was )(?<!proposal was )(?<!amendment was )(?:previously|already|as|if|once|when|until|unless|be|been|being|not|yet|whether|to be|not yet|subject to being) "
    rf"(?!{_PUT_OFF})(?:\w+ly )?{_MARKED}(?!.*\bhereby\b)",
    rf"asked (?:whether|if) (?:they|all|everyone|everybody|members) (?:all |had |were )?{_MARKED}",
    rf"{_MARKED} by [\w’'& -]{{2,40}} on (?:the )?\d",
    rf"(?=[aiot])(?:our|its|their|other|all our) partners (?:have |has |had )?(?:\w+ly )?{_MARKED}",
    rf"(?=[bcdfns])(?:county|district|borough|city|state|federal|national) (?:council|board|government|authority|commission|committee) (?:has|have) (?:\w+ly )?{_MARKED}",
    rf"last (?:week|month|year),? (?:we|they|it was|(?:the )?(?:board|council|committee|group)) (?:\w+ly )?{_MARKED}",
    r"after (?:the |an? )?(?:[\w’'-]{1,30} ){1,5}?(?:is|are) (?:\w+ly )?" + _MARKED,
    rf"(?=[itw])(?:we|they|it) {_MARKED} (?:this|that|it|these|them) (?:already|before|previously|back then|earlier)\b",
    rf"{_MARKED} (?:the |these )?(?:preceding|foregoing|above) minutes (?:on|at)\b",
)
_TOLD = lazy.compile(rf"\b(?=[a-z])(?:{'|'.join(_BY_WORDS)})")
_DECIDED_ELSEWHERE = lazy.compile(rf"\b(?:{'|'.join(_BY_VERBS)})")
_VERB = lazy.compile(DECIDED)


def here(low: str) -> str:
    """Return a sentence, in lower case, without what it tells of other decisions; a space stands for each of those."""
    low = _TOLD.sub(" ", low)
    marked = _VERB.sub(_mark, low)
    kept, at = [], 0
    for match in _DECIDED_ELSEWHERE.finditer(marked):
        kept.append(low[at : match.start()])
        at = match.end()
    return " ".join([*kept, low[at:]])


def _mark(verb: re.Match[str]) -> str:
    letter = _PUT_OFF if verb[0].startswith(("deferred", "postponed")) else "D"
    return letter * len(verb[0])
