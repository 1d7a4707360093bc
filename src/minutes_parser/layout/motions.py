"""Motions: whether a sentence puts one, words it, goes on with one, or merely tells of one put before."""

from __future__ import annotations

from minutes_parser import lazy
from minutes_parser.layout.movers import NAME, carried_pair, opens_pair
from minutes_parser.layout.votes import is_ballot

# Each of the words holds, at its beginning, one of three letters that are rare: the search runs from one of them to the next.
_PUTS = lazy.compile(
    r"(?i)(?-i:[MmPpFf])(?:(?<=\bm)(?:a(?:d|k)es?\s+(?:a|the)\s+motion|otion(?:ed|s)\s+(?:to|that)\b|otioned\s+|ov(?:ed?|es)(?:,?\s+(?:and\s+)?(?:duly\s+)?second|\s+(?:to|that|for|by|approval|acceptance|adoption|we\s\w|(?:the|an?)\b[^.;\n]{0,120}?\bbe\b))"
    r"|otion\s+(?:to|by|from|made|was\s+made|\([^()\n]{2,40}\)\s+(?:to|that))|ov(?:ed|es)\s+the\s+(?:motion|minutes|budget|accounts|report|resolution|amendment|agenda)\b|ov(?:ed|es)\s+its\s+(?:adoption|passage)\b|(?<!be\s.)(?<!been\s.)(?<!was\s.)(?<!were\s.)(?<!so\s.)oved[.]?\s*\Z)"
    r"|(?<=\bnom)inat(?:ed|es)\s+(?-i:[A-Z])|(?<=\bof)fered\s+the\s+following\s+(?:resolution|motion)\b"
    r"|(?<=\bp)ropos(?:e[ds]\s+[\"“‘']?(?:(?:by|that|to|an?|the|we)\b|[$£€]?\d)|(?<!\bthe\s.ropos)(?<!\ba\s.ropos)(?<!\bof\s.ropos)(?<!s\s.ropos)ed\s+[a-z]{3,12}ing\b|al\s+(?:by|to|from|that)\b))"
)
_PUT_FIRST = lazy.compile(
    r"(?i)\W{0,4}(?:(?:vote|motion|proposal|moved)(?:\s(?:no\.?\s?)?\d{1,3}[a-z]?)?\s?(?:\([^()\n]{2,30}\)\s?)?:|vote\s+(?:to|on)\b|moved\s?[–—-])"
)
"""The same where the text begins with it: 'Motion 3:'."""
CUES = frozenset(
    "motion motioned motions vote move moves moved mover proposed proposes proposer proposal nominated nominates offered".split()
)
"""A text without any of these words puts no motion."""
_GOING_ON = (
    r"(?:(?-i:[Aa])(?:ll|pproved|ccepted|ye)|(?-i:[Cc])arried|(?-i:[Dd])e(?:clare|feated)|(?-i:[Ff])(?:irst|ailed|or)|(?-i:[Iiİı])n|(?-i:[Ll])ost|(?-i:[Mm])(?:ov|otion|eeting|\s?[:(])"
    r"|(?-i:[Nn])o|(?-i:[Pp])(?:ropos|assed|\s?[:(])|(?-i:[Rr])oll|(?-i:[Ssſ])(?:econd|upport)|(?-i:[Tt])he|(?-i:[Uu])nanimous|(?-i:[Vv])ote|[\d+])"
)
"""With what the words begin that go on with a motion, looked at before them: a letter of either case is found at once."""
_GOES_ON = lazy.compile(
    rf"(?i)\W{{0,4}}(?:[\w.@\s]{{1,40}}:?\s+)?(?={_GOING_ON})"
    r"(?:(?-i:[MP]\s?[:(]\s?[A-Z][^:\n]{1,40}S\s?[:(][^:,;\n]{2,30}\Z)|second(?:ed|s)\b|support(?:ed|s)(?:\s+by\b|[.]?\s*\Z)|second\s?(?:[(:]|by\b)|second[.!]?\s*\Z|second\s+(?:the|this|that)\s+motion\b|declare[ds]\s+(?:that\s+)?(?:the\s+)?motion\b|first(?:ed)?\s?(?::|by\b)\s?(?-i:[A-Z])[^.\n]{0,40}\Z|roll[ -]call\b|\+1\b|\d{1,3}\s+yes\b|2nd|(?:propos(?:ed|er)|mov(?:ed|er))(?:\s+by|\s?:)|(?:the\s+)?(?:vote|motion|proposal)\s+(?:was(?!\s+(?:made|moved|put)\b)|is|passed|carried|passes|failed|fails|falls|fell|lost)"
    r"|vote\b|no\s+objections?|unanimous|all\s+second(?:ed)?\b|(?:the\s+)?meeting\s+(?:was\s+)?adjourned|all\s+(?:in\s+favou?r|agreed|approved|ayes?\b|vot(?:ed|ing)\b)|(?:motion\s+)?(?:carried(?!\s+out)|passed|approved|accepted|defeated|failed|lost)\b"
    r"|\d+\s+of\s+\d+|\d{1,3}[-–]\d{1,3}(?:[-–]\d{1,3})?[.)]?\s*\Z|(?:in\s+favou?r|for|ayes?)\s*:)"
)
_RESOLVES = lazy.compile(
    r"(?i)\W{0,4}(?:and\s+)?(?:it\s+was\s+)?(?:unanimously\s+)?(?:resolved|agreed|carried|passed|approved)(?:\s+(?:unanimously|that))?\W*\Z"
)
_AGREES = lazy.compile(r"(?i)\W{0,4}it\s+was\s+(?:(?:then|also|\w{3,12}ly)\s+)?(?:agreed|resolved|decided)\s")
_ANEW = lazy.compile(
    r"(?i)\W{0,4}(?:[a-z\d]{1,2}[.)]\s{1,4})?(?:it\s+was\s+(?:then\s+)?(?:proposed|moved)|(?:a|another)\s+motion\s+(?:was\s+)?(?:made|moved|put|by|to)|motion\s+(?:was\s+made|made|by|to|from)"
    r"|(?:[\w’'-]{1,20}\s){1,4}(?:proposes\s(?:to|that|an?|the|we)\b|nominat(?:es|ed)\s(?-i:[A-Z]))"
    r"|(?:up)?on\s+(?:an?\s+|the\s+)?(?:proposal|motion)|m/?s/?[acpu]\b|motion\s?[(:]\s?(?!carried|passed|approved|failed)"
    r"|(?:moved|proposed)\s+(?:by\s+)?[^.;\n]{3,60}?second\w{0,3}\s+(?:by\s+)?[^.;\n]{3,60}?\s(?:that|to)\b)"
)
"""With which a sentence of more than a few words puts another motion, rather than going on with the one before."""
_WORDING = lazy.compile(r"(?:\(?\w{1,3}[.)]\s{1,4})?[\"“‘']?(?:That|THAT),?\s")
_WORDING_WORD = lazy.compile(r"T(?:hat|HAT),?\s")
LONGEST_NUMBER = 9
"""Characters of a number in front of the wording, and of the white space behind it."""
_LONGEST_OPENING = LONGEST_NUMBER + 5
"""With a quotation mark, and 'That' itself."""
_OUTCOME = lazy.compile(
    r"(?i)\bseconded(?:[;,.]|,?\s+and)\s+(?:motion\s+)?(?:carried|passed|approved|unanimously)\b|\bseconded\s+by\s[^.;\n]{2,40}?,?\s+and\s+(?:carried|passed|approved|unanimously)\b|\b(?:motion|resolution|amendment|vote|it)\s+(?:was\s+)?(?:unanimously\s+)?(?:carried|passed|defeated|lost|failed)\b|\bmotion\s+(?:carries\b|\w{5,10}\s+by\s+(?:unanimous|general)\s+consent\b)"
    r"|\b(?:is|was|were|are)\s+(?:hereby\s+|unanimously\s+)?(?:approved|adopted|agreed|accepted|rejected)\b"
)
_MERE_MOVER = lazy.compile(
    rf"\W{{0,4}}(?i:propos(?:ed|er)|moved|mover|second(?:ed|er))(?:\s+by)?\s?[.:]?\s?{NAME}\s*[.]?\s*\Z"
)
_MERE_SECOND = lazy.compile(
    rf"(?i)[\s(]{{0,4}}(?-i:{NAME})\s+(?:(?:so\s+)?(?:move[ds]|motions|propose[ds]),?\s+(?:and\s+)?(?-i:{NAME})\s+second(?:ed|s)[.)]?\s*\Z"
    rf"|(?:made|offered)\s+(?:a|the)\s+motion(?:\s+to\s+(?:approve|accept|adopt|award))?,?\s+(?:and\s+)?(?-i:{NAME})\s+second(?:ed)?\b[^.;]{{0,60}}[.]?\s*\Z)"
)
"""'Ann Bell moved, Tom Day seconded'."""
_MERE_TERMS = lazy.compile(
    rf"(?i)[\s(]{{0,4}}(?:(?-i:[MP]\s?[:(]\s?{NAME}[)]?[,;/.\s]{{1,3}}S\s?[:(]\s?{NAME}[).]{{0,2}}\s*\Z)|(?-i:(?:Resolved|RESOLVED|Carried|CARRIED)\s?\({NAME}\s?/\s?{NAME}\)\s*\Z)|"
    r"(?:(?:this|these|which|both)\s+(?:was|were)\s+(?:duly\s+)?)?(?:propos(?:ed|er)|prop|moved|mover|sponsor(?=\s?:)|second(?:ed|er|(?=\s?:))|sec)(?:\s+by)?\s?[.:;–—-]?\s?(?-i:[A-Z@])"
    r"|(?:(?:up)?on\s+being\s+put(?:\s+to\s+the\s+(?:vote|meeting))?,?\s+)?(?:this|which|it|the\s+(?:motion|proposal))\s+was\s+(?:then\s+|duly\s+)?carried\b[^.]{0,40}[.)]{0,3}\s*\Z|ayes?,?\s+all\b[.]?\s*\Z"
    r"|(?-i:MC)\b[^.]{0,30}[.]?\s*\Z|first(?:ed)?\s?(?::|by\b)\s?(?-i:[A-Z])[^.\n]{0,40}\Z|(?:propos(?:ed|er)|second(?:ed|er))\s?[.:]\s*\Z"
    r"|(?:this|these|it)\s+(?:was|were)\s+(?:then\s+)?unanimously\s+(?:approved|agreed|carried|accepted)\b[^.]{0,60}[.)]{0,3}\s*\Z"
    r"|(?:(?:up)?on\s+)?(?:a\s+)?roll[ -]call\b[^.\n]{0,200}[.)]{0,3}\s*\Z|(?:roll\s+call\s+)?(?:vote\s?:\s+)?(?:ayes?|yeas?|nays?|noes|yes|no|for|against|in\s+favou?r|opposed|abstain(?:ed|ing)?|abstentions?|absent|excused|recused|vot(?:ed|ing)\s+(?:yes|no|aye|nay|for|against|in\s+favou?r))\s?:[^\n]{1,140}(?:\n[^\n]{1,60}){0,2}\Z|approved\s+\d[\w, ]{1,60}\Z|(?:approved|adopted|accepted|agreed|voted|vote)[,:]?\s+[(]?\d{1,3}\s?[-–/]\s?\d[\d\s/–-]{0,8}(?:[(][^()\n]{2,60}[)])?[.)]{0,3}\s*\Z|no\s+objections?[.]?\s*\Z|a\s+(?:recorded\s+|roll[ -]call\s+)?vote\s+was\s+(?:taken|called)\b[^.]{0,40}\Z|(?:agreed|approved|resolved)[.)]{0,3}\s*\Z|\d{1,2}[-–]\d{1,2}[-–]\d{1,2}[.)]{0,3}\s*\Z"
    r"|(?:the\s+)?vote(?:\s+(?:count|tally|result))?\s*(?:was|:)\s*\d{1,3}\s?[-–:/]\s?\d{1,3}\b[^.\n]{0,60}[.)]{0,3}\s*\Z"
    r"|(?:discussion|comments?|questions?)\s?[:–-]\s?none[.]?\s*\Z|(?:there\s+was\s+)?no\s+(?:further\s+)?discussion[.]?\s*\Z|(?:the\s+)?vote\s+was\s+unanimous[^.\n]{0,30}[.]?\s*\Z"
    r"|(?:the\s+)?(?:motion|resolution|vote)\s+(?:was\s+)?(?:(?:carried|passed|approved|adopted)\s+(?:by|with)|\w{5,10}\s+by\s+(?:unanimous|general)\s+consent)\b[^.]{0,140}[.)]{0,3}\s*\Z"
    r"|\d{1,3}\s+(?:yes|ayes?|yeas?)(?:[;,]|\s?[-–])\s[^\n]{1,60}\Z|\d{1,3}\s+(?:votes?\s+)?(?:in\s+favou?r|for)\b[^.]{0,60}[.)]{0,3}\s*\Z"
    r"|(?:(?:up)?on\s+(?:an?\s+|the\s+)?(?:voice\s+|roll[ -]call\s+|unanimous\s+)?vote\b|all\s+(?:(?:members|councillors|governors|trustees|those)\s+)?(?:present\s+)?(?:were\s+|voted\s+|voting\s+)?(?:agreed|approved|ayes?|yes|in\s+(?:favou?r|agreement))|(?:accepted|approved|adopted|agreed)\s+(?:unanimously|by\s+(?:all|consensus|acclamation|(?:general|unanimous)\s+consent))|(?:the\s+|this\s+)?(?:motion|resolution|vote|proposal)\s+(?:was\s+)?(?:unanimously\s+|duly\s+)?(?:carried|passed|(?<=motion\s)(?:carries|passes|fails)|failed|defeated|lost|approved|adopted)(?:\s[^.\[\]]{0,30}[(\[][^.\[\]]{0,100}[)\]])?"
    r"|with\s+all\s+(?:members|present|those\s+present)\s+(?:voting\s+)?in\s+favou?r|carried|carries|passed|passes|defeated|unanimous(?:ly)?|votes?|for)(?:\b|(?<=[\])]))[^.]{0,60}[.)]{0,3}\s*\Z)"
)
_SETTLES_IT = lazy.compile(
    r"\W{0,4}(?:(?:After|Following|With|There being|(?:Up)?[Oo]n\s(?:an?\s|the\s)?(?:vote|being))\b[^.,;]{0,40}?,?\s|(?:Accordingly|Thereupon|So|Then),?\s)?(?:(?:[Tt]he|[Tt]his|Her|His)\s+)?(?:(?:[Mm]otion|MOTION|[Pp]roposal|[Rr]esolution|[Vv]ote|[Aa]mendment)\b(?!\s+by\b)[^.;]{0,200}?|It)\s"
    r"(?:(?:was|is|were|has\s+been)\s(?:not\s)?)?(?:(?:then|duly|\w{3,12}ly)\s)?(?i:approved|carried|carries|passed|passes|adopted|accepted|defeated|lost|failed|fails|supported)\b[^.;]{0,80}\W*\Z"
)
_OF_MEETING = lazy.compile(
    r"\W{0,4}(?:(?:(?:A|The|This|(?:Up)?[Oo]n(?:\s(?:an?|the))?)\s)?(?:[Mm]otion|MOTION)\b(?!\s(?:sensor|detector))|(?i:moved|m/s|m/?s/?c)\b"
    r"|It\swas\s(?:\w{3,12}ly\s)?(?:moved|resolved|approved|voted)\b|(?i:approved|accepted|adopted|carried|passed|tabled|ratified)\b"
    r"|(?:The\s)?(?:[Bb]oard|[Cc]ouncil|[Cc]ommittee|[Cc]ommission|[Mm]embers|[Tt]rustees|[Dd]irectors)\s(?:\w{3,12}ly\s)?(?:approved|accepted|adopted|voted|tabled)\b"
    r"|(?:[A-Z][\w.’'-]{0,20}\s){1,4}(?:so\s)?(?:moved|moves|motioned|motions|made\s(?:a|the)\smotion|seconded|seconds)\b)"
)
_MERELY_MADE = lazy.compile(
    r"(?:(?:A|The|This|So)\s)?(?i:motion\swas)\s(?:made|moved|put)\sby\s(?:(?!\b(?:to|that)\b)[^.;\n]){2,60}?,?\s(?:and\s)?(?:was\s)?seconded(?:\sby\s(?:(?!\b(?:to|that)\b)[^.;\n]){2,60})?\.?\s*\Z"
)
_MERELY_MOVED = lazy.compile(
    rf"\W{{0,4}}[Mm]otion\s?:?\s(?:by\s)?{NAME}[.,;]?\s{{1,3}}(?i:(?:and\s)?(?:second|2nd)(?:ed)?(?:\sby)?)\s?:?\s{NAME}\W*\Z"
)
_CONFIRMS = lazy.compile(
    r"\W{0,4}(?:(?:Accordingly|Thereupon|So|Then),?\s)?(?:[Tt]he\s+)?[A-Z]?[a-z]{3,20}(?:\s(?:No\.\s)?\d[\d-]{0,9})?\s+(?:(?:was|were)\s+)?(?:(?:then|duly|unanimously)\s+){0,2}"
    r"(?:approved|accepted|adopted)(?:\s+and\s+[a-z]{3,10}ed)?(?:\s+(?:unanimously|as\s+\w+|by\s+(?:all|everyone|consensus|the\s+(?:meeting|board|members))))?[.]?\s*\Z"
    rf"|(?:{NAME}|He|She|They|All)\s(?:was|were)\s(?:(?:\w{{2,12}}ly|then)\s)?(?:re-?)?elected\b[^.;]{{0,30}}\W*\Z"
)


def puts_motion(text: str, start: int, end: int) -> bool:
    """Whether the text puts a motion; what follows tells whether it was carried."""
    said = text[start : min(end, start + 1000)]
    return bool(_PUTS.search(said) or _PUT_FIRST.match(said))


def settled(text: str, start: int, end: int) -> bool:
    """Whether the text that puts a motion tells its outcome, too."""
    return bool(_OUTCOME.search(text, start, min(end, start + 1000)))


def begins_anew(text: str, start: int, end: int) -> bool:
    """Whether the sentence puts a motion of its own: 'It was proposed by Ann Bell that ...'."""
    return (end - start > 40 and bool(_ANEW.match(text, start, end))) or bool(_AGREES.match(text, start, end))


def resolves_below(text: str, start: int, end: int) -> bool:
    """Whether the line says no more than that what stands below was resolved: 'And Resolved:'."""
    return end - start < 40 and bool(_RESOLVES.match(text, start, end))


def goes_on(text: str, start: int, end: int) -> bool:
    """Whether the text goes on with a motion put before: it was seconded, voted on, carried."""
    if begins_anew(text, start, end):
        return False
    end = min(end, start + 200)
    return bool(_GOES_ON.match(text, start, end)) or opens_pair(text, start, end)


def words_motion(text: str, start: int) -> bool:
    """Whether the text is the wording of a motion: 'That the report be received.'"""
    opening = text[start : start + _LONGEST_OPENING]
    return ("hat" in opening or "HAT" in opening) and bool(_WORDING.match(text, start))


def wordings(text: str) -> list[int]:
    """Return where the words with which the wording of a motion begins stand in the text."""
    return [match.start() for match in _WORDING_WORD.finditer(text)]


def merely_terms(text: str, start: int, end: int) -> bool:
    """Whether the sentence only tells who moved and seconded and how the vote went."""
    end = min(end, start + 220)
    return bool(
        opens_pair(text, start, end)
        or _MERE_TERMS.match(text, start, end)
        or (_seconds(text, start, end) and _MERE_SECOND.match(text, start, end))
        or is_ballot(text, start, end)
    )


def _seconds(text: str, start: int, end: int) -> bool:
    return text.find("econd", start, end) >= 0 or text.find("ECOND", start, end) >= 0


def confirms(text: str, start: int, end: int) -> bool:
    """Whether the sentence says no more than that what was moved was approved, or who was proposed elected: 'Minutes were approved as written.'"""
    return end - start < 80 and bool(_CONFIRMS.match(text, start, end))


def settles_it(text: str, start: int, end: int) -> bool:
    """Whether the sentence says what became of the motion before it: 'The motion to paint the gate was approved 3-0.'"""
    return end - start < 320 and bool(_SETTLES_IT.match(text, start, end))


def of_meeting(text: str, start: int, end: int) -> bool:
    """Whether what is called an action is the meeting's own: a motion, or 'Approved 5-0'."""
    return bool(_OF_MEETING.match(text, start, end))


def merely_made(text: str, start: int, end: int) -> bool:
    """Whether the sentence says who made and seconded a motion, and not what it was: that stands before it."""
    return end - start < 160 and bool(_MERELY_MADE.match(text, start, end))


def merely_moved(text: str, start: int, end: int) -> bool:
    """Whether the words name who moved and seconded, but not what, as 'Motion: Bell. Second: Day.'"""
    pair = carried_pair(text, start, end)
    return (pair is not None and end - pair.end() < 2) or (
        text.find("otion", start, end) >= 0 and bool(_MERELY_MOVED.match(text, start, end))
    )


def names_mover(text: str, start: int, end: int) -> bool:
    """Whether the sentence says no more than who moved or seconded: 'Proposed Cllr Oak.'"""
    return end - start < 80 and bool(_MERE_MOVER.match(text, start, end))
