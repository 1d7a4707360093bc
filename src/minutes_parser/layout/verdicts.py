"""Verdicts: the words by which a sentence records what a meeting resolved.

Patterns are tried on the sentence in lower case with single spaces, and only where one of their cues stands in it.
"""

from __future__ import annotations

import re

from minutes_parser import lazy

LONGEST = 1500
"""Only so much of a sentence is looked at."""

_DECIDED = (
    "(?:agreed|resolved|decided|approved|accepted|adopted|ratified|endorsed|carried(?! (?:out|forward|over|on(?! a )|by(?! a )))"
    "|(?:re-?)?elected|(?:re-?)?appointed|co-?opted|authori[sz]ed|deferred|postponed|rejected|refused|nominated(?! but)"
    "|signed off|tabled until)"
)
_VERDICT = (
    "(?:agreed|resolved|decided|approved|accepted|adopted|ratified|endorsed|elected|appointed|co-?opted|voted|chose|opted|concurred"
    "|authori[sz]ed|deferred|rejected)"
)
_MANNER = (
    "(?:(?:also|further|then|therefore|thus|again|all|both|duly|formally|generally|subsequently|provisionally|finally|now"
    r"|initially|hereby|unanimously|collectively|broadly|[ao]n balance|in principle|by all|\w{3,20},? and) ){0,4}"
)
# Whose agreement is the meeting's. A person's is not: "Cllr Oak agreed that ..." reports an opinion or a promise.
_BODY = (
    r"(?:(?:the|this|all|both) )?(?:[\w-]{1,30} ){0,4}?(?:board|council|committee|panel|group|meeting|team|exec(?:utive)?"
    "|assembly|forum|trust|society|association|partnership|commission|authority|cabinet|senate|pc|tsc|tac|tc|sc|wg"
    "|fgb|lgb|agm|members|councillors|governors|trustees|directors|residents|attendees|delegates|officers|participants"
    "|all|everyone|everybody|those present|all (?:present|in attendance)|we|they)"
    "(?: (?:members|present|in attendance|as a whole|unanimously))?"
)
_PLURAL = "(?:councillors|members|governors|trustees|directors|officers|participants|all|everyone|we|they)"
_PUT_OFF = "(?:deferred|postponed|held over|carried forward)"

# Patterns with their cues: a sentence that holds none of them is not tried.
_POSITIVE: tuple[tuple[tuple[str, ...], tuple[str, ...]], ...] = (
    (
        ("agree", "resolved", "decided", "approve", "accepted", "opted", "elected", "appointed", "carried", "determined",
         "ratified", "endorsed", "authori", "deferred", "postponed", "rejected", "refused", "nominated", "signed off",
         "tabled until", "voted", "chose", "passed", "unanimously", "concurred"),
        (
            rf"\bit (?:was|is|has been) {_MANNER}(?:agreed|resolved|decided|determined|approved)\b",
            rf"\b(?:was|were|are|is) {_MANNER}{_DECIDED}\b",
            rf"(?:^|[,;:] |\b(?:and|but|when|discussion|which|after \w{{3,20}}|consequently,?) )"
            rf"{_BODY} (?:has |have )?{_MANNER}{_VERDICT}\b",
            rf"^\W*{_BODY}\b[^.]{{0,200}}?,? (?:and|but) {_MANNER}(?:agreed|resolved|decided|approved)\b",
            r"(?: [-–—:] ?|: )(?:agreed?|resolved|approved|deferred|adopted|ratified|accepted|carried|postponed|refused|passed|rejected|defeated)\b",
            r"^\W*passed\W*(?:u|unanimously)?\W*$|^\W*approved? without (?:objection|dissent)\b",
            r"^\W*(?:all )?(?:agreed|approved|accepted|adopted|carried|deferred|postponed|ratified|resolved|unanimously)\b",
            r"\b(?:general|unanimous|universal|full) agreement\b|\b(?:was|were) agreeable to\b",
            r"\bvoted (?:to|in favou?r|unanimously|against|\d)\b",
            r"\b(?:and|then) (?:was |were )?(?:duly |unanimously )?carried\b",
            r"\bminutes (?:shall )?stand (?:as )?approved\b",
            r"^\W*(?:the |previous |last |draft )*minutes (?:of .{0,60} )?(?:approved|agreed|accepted)\b",
            r"\b(?:was|were) in agreement\b",
        ),
    ),
    (("2nd",), (r"\b(?:propos(?:ed|al|er|es)|mov(?:ed|er|es)|motion)\b.{0,250}?\b2nd(?:ed)?\b",)),
    (("approval of",), (r"^\W*approval of\b.{0,300}\bapproved\W*$",)),
    (("second",), (r"\b(?:propos(?:ed|al|ition|er|es)|mov(?:ed|er|es)|motion(?:ed)?|nominat(?:ed|ion))\b.{0,250}?\bsecond(?:ed|er|ing|s)?\b",)),
    (("confirmed that",), (r"\b(?:council|board|committee|panel|governors|trustees) confirmed that\b",)),
    (("no objections ",), (r"(?:^\W*|: |\bthere were )no objections (?:to|on|for) ",)),
    (("application",), (r"\bapplications? (?:was|were) supported\b", rf"^\W*{_BODY} (?:supported|objected to) the (?:\w+ )?application\b")),
    (("happy to approve", "content to approve"), (r"\b(?:was|were) (?:happy|content) to approve\b",)),
    (("happy", "content"), (rf"^\W*{_BODY} (?:was|were) {_MANNER}(?:happy|content) (?:to (?:go ahead|proceed|support|accept|agree|adopt)|(?:with|for) the "
                            r"(?:\w+ )?(?:proposal|recommendation|plan|draft|minutes|budget|application|policy|change)s?)\b",)),
    (("delegated",), (rf"^\W*{_BODY} {_MANNER}delegated (?:authority|power|responsibility|the )",)),
    (("recommend",), (rf"^\W*{_BODY} {_MANNER}recommended (?:approval|refusal|acceptance|rejection)\b",
                      r"^\W*recommendations? (?:was |were )?(?:agreed|approved|accepted|adopted)\b")),
    (("no objection",), (r"^\W*no objections? to the (?:\w+ )?(?:application|proposal|plans?|request)\b",)),
    (("approves", "adopts", "accepts", "agrees", "resolves", "endorses", "ratifies"),
     (r"^\W*(?:the )?(?:[\w-]{1,30} ){0,3}?(?:board|council|committee|panel|meeting|assembly|trust|society|association|tsc|tac|senate)"
      r" (?:hereby |unanimously )?(?:approves|adopts|accepts(?! that)|agrees to|resolves|endorses|ratifies)\b",)),
    (("passed as ",), (r"\bpassed as (?:an? )?(?:true|correct|accurate)\b",)),
    (("no objection", "no comment", "no observation"),
     (rf"\b{_BODY} (?:had|has|have|made|raised|offered|chose to make|agreed) no (?:objection|comment|observation)s?\b",
      r"\bno objections? (?:was|were) (?:raised|made|offered)\b")),
    (("motion ", "resolution ", "proposal ", "recommendation ", "amendment ", "vote "),
     (r"\b(?:motion|resolution|proposal|recommendation|amendment|vote) (?:was |is |were |has been )?(?:duly |unanimously )?"
      r"(?:carried|carries|passes|fails|passed(?! (?:to|by|on))|approved|adopted|unanimous|accepted|supported|defeated|lost|failed)\b",
      r"\bvote was (?!(?:held on|taken on|called|cut|put|requested|asked)\b)")),
    (("vote", "motion "), (r"\bvotes to\b", r"\bon (?:a |the )?motion (?:of|by|from)\b")),
    (("m/s/c", "m/s/p", "msc ", "msp "), (r"^\W*m/?s/?[cp](?:/u)?\b",)),
    (("passed ",), (r"\bpassed (?:unanimously|by (?:a )?(?:voice|show|majority|\d)|\d)",)),
    (("sf:", "sf "), (r"\bsf:? ?\d+,? f:? ?\d+",)),
    (("decision ",), (r"^\W*(?:a |the )?decision (?:was )?(?:taken|made) (?:to|that|not to)\b",)),
    (("approval", "consent"), (rf"^\W*{_BODY} (?:gave|granted|confirmed) (?:its |their |formal |full )*(?:approval|consent)\b",)),
    (("moved to ",), (r"\b(?:be |was |were |^)?moved to (?:the |a |our )?(?:next|later|future|following) (?:meeting|agenda|month)\b",)),
    (("confirmed", "as read"), (r"\bminutes\b.{0,150}?\b(?:was|were)\b.{0,60}?\b(?:taken as read|confirmed)\b",)),
    (("consensus", "unanimous consent"),
     (r"\bconsensus (?:was reached|reached|is|was|that|to)\b|\bha(?:ve|d) consensus\b|\breached a? ?consensus\b|\bunanimous consent\b",)),
    (("deferred", "postponed", "held over", "carried forward"),
     (rf"\b(?:(?:is|was|are|were) to|would|will) be {_PUT_OFF}\b"
      rf"|\b{_PUT_OFF} (?:to|until|till|for) (?:the |a |our )?(?:\w{{1,20}} ){{0,3}}(?:meeting|agenda|date|month|session)\b",)),
    (("will be ",), (r"\bwill be (?:re)?(?:considered|discussed|revisited) (?:further|again) at\b",)),
    ((" record",),
     (r"\b(?:was|were)\b.{0,80}\b(?:as|be) (?:an? )?(?:true|correct|accurate)(?: and (?:true|correct|accurate))? record\b",)),
    (("supported the ",), (r"\bsupported the (?:proposal|motion|recommendation)",)),
    (("favo", "nem"),
     (r"\ball (?:were )?in favou?r\b|\bin favou?r, (?:and )?\w{2,9} (?:votes? )?(?:opposed|against)\b|\bnem(?:ine)?\.? con\b",)),
)  # fmt: skip
_DECIDES = tuple((cues, tuple(map(re.compile, patterns))) for cues, patterns in _POSITIVE)
CUES = frozenset(
    "agree agreed agreement agreeable resolved decided approve approved approves accepted adopted opted coopted elected"
    " reelected appointed reappointed carried determined ratified endorsed authorised authorized deferred postponed rejected"
    " refused nominated signed tabled voted chose unanimously seconded seconder seconding second seconds 2nd approval confirmed objection"
    " objections comment comments observation observations motion resolution resolutions decision decisions voted votes concurred passed passes carries fails stand sf happy content application applications approval consent msc msp proposal recommendation"
    " delegated recommended recommendations adopts accepts agrees resolves endorses ratifies amendment vote moved read consensus unanimous held further again record supported favour favor nem nemine".split()
)
"""A text without any of these words records no decision, neither in a sentence nor behind a label."""

_BY_LETTERS = lazy.compile(
    r"\W{0,4}(?:[a-z]{3,10}:\s+)?(?:The )?[A-Z]{3,6} (?:has )?(?:decided|resolved|approved|approves|adopts|accepts|voted|endorsed|endorses)\b"
)
"""A body may go by its letters; two letters are a person's."""

_SHOUTED = lazy.compile(r"\b(?:RESOLVED|AGREED|APPROVED|CARRIED|ADOPTED|RATIFIED|DEFERRED)\b(?!:?\s*\Z)")
# What others decided, or this meeting formerly, or may decide yet.
_NOT_HERE = (
    rf"\b(?:had|have|has) (?:\w+ )?(?:already|previously|been|not|never|yet|also) (?:\w+ly )?(?:been )?{_DECIDED}",
    rf"\bhad (?:all )?(?:{_DECIDED}|voted)",
    rf"\b{_DECIDED} (?:\w+ )?by (?:the |our )?(?:[\w’'-]+ )?(?:county|district|borough|city|state|federal|government|ministry|secretary of"
    r"|inspectorate|planners?|planning (?:officers?|authority|inspector)|courts?|banks?|insurers?)\b",
    rf"\b{_DECIDED}\b.{{0,60}}?\blast (?:week|month|year)\b",
    rf"\b{_DECIDED}\b.{{0,60}}?\bat (?:the|its|their|our) (?:last|previous) meeting",
    r"\b(?:previously|already|as|if|once|when|until|unless|be|been|being|not|yet|whether|to be|not yet|subject to being) "
    rf"(?!deferred|postponed)(?:\w+ly )?{_DECIDED}(?!.*\bhereby\b)",
    r"\b(?:that|which|who|once|if|when|until|unless|before|whether|although|though)\b(?: [\w’'-]{1,30}){0,6}? (?:is|are|was|were) (?:again )?"
    + _DECIDED,
    rf"\basked (?:whether|if) (?:they|all|everyone|everybody|members) (?:all |had |were )?{_DECIDED}",
    r"\bactions? (?:was|were) agreed\b",
    r"\bit (?:was|is) (?:\w+ly )?accepted that\b",
    # What members promise one by one is no decision of the meeting.
    rf"\b{_PLURAL} (?:also |all )?agreed to (?:e-?mail|write|send|contact|check|look|circulate|ask|provide|report|speak|talk"
    r"|share|let|try|work|help|consider|think|read)\b",
)
_UNSECONDED = lazy.compile(
    r"\b(?:not|nobody|no-one|no one) second(?:ed)?\b|\b(?:no|lack of a|want of a) second(?:er)?\b"
)
_NEGATIVE = lazy.compile("|".join(_NOT_HERE))
_OWN_TITLE = lazy.compile(r"\W*(?:adopted|approved|agreed|ratified|confirmed) (?:draft |final )?minutes\W*\Z")
_LIST_TITLE = lazy.compile(
    r"(?i)[\W\d]{0,12}(?:(?:summary|list|record|review) of )?(?:(?:the|key|agreed|main) )?(?:decisions?|resolutions?"
    r"|agreements?|resolved|motions? (?:passed|approved))(?: (?:and resolutions?|made|taken|reached|agreed|recorded)){0,3}\W{0,4}\Z"
)


def decides(text: str, start: int, end: int) -> bool:
    """Whether the sentence records a decision of the meeting."""
    sentence = text[start : min(end, start + LONGEST)]
    if sentence.rstrip().endswith("?"):
        return False
    low = " ".join(sentence.lower().split())
    patterns = _cued(low)
    if not patterns:
        return False
    if (_SHOUTED.search(sentence) and not sentence.isupper()) or _BY_LETTERS.match(sentence):
        return True
    if _OWN_TITLE.match(low) or not any(pattern.search(low) for pattern in patterns):
        return False
    if "second" in low and _UNSECONDED.search(low):
        return False
    here = _NEGATIVE.sub(" ", low)
    return here == low or any(pattern.search(here) for pattern in patterns)


def _cued(low: str) -> list[re.Pattern[str]]:
    """Return the patterns of which a cue stands in a sentence in lower case."""
    found: list[re.Pattern[str]] = []
    for cues, patterns in _DECIDES:
        for cue in cues:
            if cue in low:
                found += patterns
                break
    return found


def lists_decisions(title: str) -> bool:
    """Whether a heading opens a list of decisions."""
    return bool(_LIST_TITLE.match(title))
