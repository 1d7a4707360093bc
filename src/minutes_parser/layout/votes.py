"""Votes: how a meeting voted, as the text tells it, by a word, by sides or by names."""

from __future__ import annotations

from collections.abc import Sequence

from minutes_parser import lazy
from minutes_parser.layout.blocks import Block

_NO_COUNT = r"(?<![\d,.£$€/–-])(?<!ary\s)(?<!rch\s)(?<!ril\s)(?<!may\s)(?<!une\s)(?<!uly\s)(?<!ust\s)(?<!ber\s)"
_SPELLED = rf"{_NO_COUNT}(?:all|none|nobody|no[ ]one|one|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve)"
_COUNTED = rf"{_NO_COUNT}\d{{1,3}}"
_SIDE = r"(?:in\s+favou?r|for(?=\W*(?:\Z|[,;.)/\n–-]|(?:and|with|to|none|nobody|no|zero|one|two|three|four)\b))|against|abst\w{2,8}|opposed)"
# "five in favour, one against and one abstained", "7 of 8 present in favor"
_ON_A_SIDE = (
    rf"(?:\s+votes?|\s+of\s+\w{{1,12}}(?:\s+present)?)?(?:\s+(?:were|was|voted))?\s+{_SIDE}\b"
    r"(?:[^.;\n]{0,80}?\b(?:against|abst\w{2,8}|opposed|in\s+favou?r)\b){0,3}"
)
_AYES = r"\s+(?:ayes?|yeas?)\b(?:[^.;\n]{0,40}?\b(?:nays?|noes))?"
_WORDS = (
    # "Carried unanimously 4/0", "Carried, 3-0"
    r"(?:carried|carries|passed|passes|approved|failed|fails|lost)(?:\s+unanimously)?[,:;]?\s+[(\[]?\d{1,3}\s?(?:[-–/]|(?<=\[\d\s)to)\s?\d{1,3}(?:\s?[-–/]\s?\d{1,3})?\b[)\]]?",
    # "unanimously approved by 7 members", "unanimously, 4 of 4 directors present"
    r"unanimous(?:ly)?(?:\s+(?:agreed|approved|carried|passed))?,?\s+(?:(?:across|by|and|with)\s+)?(?:all\s+)?\d{1,3}(?:\s+(?:out\s+)?of\s+\d{1,3})?\s+(?:board\s+)?(?:members|directors|trustees|councillors|governors|voters|votes)(?:\s+present)?",
    r"all\s+(?:were\s+|voted\s+|voting\s+)?(?:agreed|approved|ayes?\b|yes\b|in\s+favou?r(?:,?\s+(?:and\s+)?(?:none|nobody|no\s+one|0)\s+(?:opposed|against))?)",
    r"all\s+(?:(?:members|councillors|cllrs|governors|trustees|directors|those)(?:\s+present)?|present)\s+(?:were\s+)?in\s+favou?r",
    r"carried\s+unanimously|unanimous(?:ly)?(?:\s+(?:agreed|consent|approved|carried|vote(?:\s+of\s+(?:all\s+)?(?:the\s+)?(?:directors|members|trustees|board|council|those)(?:\s+present)?)?))?",
    r"without\s+(?:dissent|objections?|opposition)|by\s+acclamation|all\s+were\s+in\s+agreement|voted:?\s+\d{1,3}\s?(?:/|to|[-–])\s?\d{1,3}(?:\s?[-–/]\s?\d{1,3})?\b(?!\s+in\s+fav)",
    r"by\s+(?:a\s+)?(?:voice\s+vote|show\s+of\s+hands)|by\s+general\s+consen(?:sus|t)",
    r"by\s+a\s+(?:\w{3,12}\s+)?majority(?:\s+vote)?(?:,?\s+with\s+\w{1,6}\s+abst\w{2,8})?|(?:approved|agreed|accepted|adopted|carried)\s+by\s+(?:all|everyone)(?:\s+(?:members|councillors|trustees|directors|governors))?(?:\s+present)?",
    r"nem(?:ine)?\.?\s+con(?:tradicente)?\.?|(?<!had\s)(?<!has\s)(?<!have\s)no\s+objections(?!\s+(?:was|were|to|from|had))",
    _SPELLED + _ON_A_SIDE,
    r"by\s+(?:a\s+vote\s+of\s+)?\d{1,3}\s+(?:votes\s+)?to\s+\d{1,3}(?:,?\s+with\s+\w{1,6}\s+abst\w{2,8})?",
    r"by\s+(?:an?\s+)?(?:\w{1,12}\s+)?vote\s+of\s+\d{1,3}\s?(?:to|[-–/])\s?\d{1,3}(?:\s?[-–/]\s?\d{1,3})?",
    r"(?:approved|carried)\s+\d{1,3},?\s+(?:opposed|against)\s+\d{1,3}(?:[,;]?\s+abst\w{2,8}\s+\d{1,3})?",
    r"SF:?\s?\d+,?\s+F:?\s?\d+(?:,?\s+[NA]:?\s?\d+){0,2}(?:,?\s+SA:?\s?\d+)?",
    # "For 5, Against 1, Abstain 1", "Ayes: 5 Noes: 0"
    r"(?:(?:votes?\s+)?for|ayes?|yes|in\s+favou?r)[: ]{1,2}\d{1,3}\b(?!\s*(?:minutes|hours|days|weeks|months|years))[^.\n]{0,60}?\b(?:abst\w{0,8}|against|no(?:es|s)?\b|nays?\b)"
    r"[: ]{0,2}\d{0,3}(?:[^.\n]{0,30}?\babst\w{0,8}[: ]{0,2}\d{0,3})?",
    r"(?:(?:votes?\s+)?for|in\s+favou?r|yes|ayes?)\s?[:=]\s?(?:\d{1,3}|all)[.;,\s]{1,3}(?:(?:votes?\s+)?against|opposed|no(?:es)?|nays?)\s?[:=]\s?(?:\d{1,3}|none|nil)(?:[.;,\s]{1,3}abst\w{2,8}\s?[:=]\s?\d{1,3})?",
)
_NUMBERS = (
    r"(?<=\bwas\s)\d{1,3}:\d{1,3}(?::\d{1,3})?(?:\s\((?:yes|for|ayes?|in\s+favou?r)[^()\n]{2,30}\))?",
    r"\d{1,3}\s+yes[;,]\s*\d{1,3}\s+no\b(?:[;,]\s*\d{1,3}\s+abst\w{2,8})?|(?:(?<=[.;,•-]\s)|(?<=\n))\d{1,2}[-–]\d{1,2}[-–]\d{1,2}(?=[.;)\s]*\Z)",
    _COUNTED + _ON_A_SIDE,
    r"\d{1,3}\s?[-–/]\s?\d{1,3}(?:\s?[-–/]\s?\d{1,3})?(?:\s+\(out\s+of\s+\d{1,4}\))?\s+in\s+favou?r",
    _COUNTED + _AYES,
    r"(?<=approved,\s)\d{1,3}\s(?:to|[-–])\s\d{1,3}\b|(?<=approved\s)\d{1,3}\sto\s\d{1,3}\b",
    r"(?:(?<=ed\s)|(?<=ly\s)|(?<=es\s)|(?<=[.;,:]\s))\(\d{1,3}[-–]\d{1,3}(?:[-–]\d{1,3})?\)|\(\d{1,3}[-–]\d{1,3}(?:[-–]\d{1,3})?\)(?=[.;]?\s*\Z)|\(\d{1,3}(?:/|\sto\s)\d{1,3}(?:/\d{1,3})?\)",
)
# "Bell – aye, Day – no"
_BY_NAME = r"(?-i:[A-Z])[\w.’'-]{1,20}(?:\s?[:–-]\s?|\s)(?:aye|yea|yes)\b(?:[,;]\s(?:and\s)?[^,;.\n]{2,30}(?:\s?[:–-]\s?|\s)(?:aye|yea|yes|nay|no|abstain\w{0,3}|absent)\b){1,12}"
_FURTHER_WORDS = (
    # "Ayes: Bell, Day; Noes: none"
    r"(?:ayes?|yeas?|yes|for|in\s+favou?r|voting\s+(?:yes|aye|for|in\s+favou?r))\s?[:–-]\s?(?-i:[A-Z])(?:[^.;]|(?<=\b(?-i:[A-Z]))\.){1,160}?\s{0,2}[.;,\n]?\s{0,3}(?:nays?|noe?s?|opposed|against|voting\s+(?:no|nay|against))\s?[:–-]\s?(?:none|nil|\d|(?-i:[A-Z]))[^.;\n]{0,80}|ayes?(?:,|\s?[:–-])?\s+all\b(?:[.;,\s]{1,3}(?:nays?|noe?s?|opposed)\s?[:–-]\s?(?:none|nil|0)\b)?",
    rf"{_SPELLED}{_AYES}|all\s+(?:members|present|those\s+present)\s+voting\s+in\s+favou?r",
    r"(?:carried|passed|approved|adopted|defeated)(?:\s+by(?:\s+a\s+vote\s+of)?)?\s+\d{1,3}\s?(?:to|[-–])\s?\d{1,3}(?:\s?[-–]\s?\d{1,3})?\b",
    r"votes?:?\s+\d{1,3}\s?[-–]\s?\d{1,3}(?:\s?[-–]\s?\d{1,3})?(?!\d|[-–])|(?:carried|carries|passed|passes|vote\s+of)\s+\d{1,3}[-–/]\d{1,3}(?:[-–/]\d{1,3})?",
)
_OPENING = (
    r"(?:(?-i:[Aa])(?:ll|greed|pproved|ye|ccepted|dopted)|(?-i:[Bb])y|(?-i:[Cc])arri|(?-i:[Dd])ef|(?-i:[Ee])(?:ig|le)|(?-i:[Ff])(?:or|ai|ou|iv)|(?-i:[Iiİı])n|(?-i:[Ll])ost|(?-i:[Nn])(?:o|em|in)"
    r"|(?-i:[Oo])ne|(?-i:[Pp])ass|(?-i:[Ssſ])(?:f|ix|ev)|(?-i:[Tt])(?:wo|hr|en|we)|(?-i:[Uu])nan|(?-i:[Vv])ot|(?-i:[Ww])ith|(?-i:[Yy])e)"
)
"""With what the words begin, looked at before them, as most of a text begins otherwise: a letter of either case is found at once."""
VOTE = lazy.compile(
    rf"(?i)(?:\b(?=\w)|(?=\())(?:(?={_OPENING})(?:{'|'.join(_WORDS)})|(?=[\d(])(?:{'|'.join(_NUMBERS)})|{_BY_NAME}|(?={_OPENING})(?:{'|'.join(_FURTHER_WORDS)}))"
)

_OUTCOME = lazy.compile(
    r"(?i)(?:vote[ds]?|carried|carries|passe[sd]|approved|adopted|accepted|agreed|defeated|fail(?:ed|s)|lost)\b[,:;]?\s+(?:of\s+)?(?=(?:unanimously\s+|by\s+a\s+vote\s+of\s+)?[(\[]?\d)"
)
"""What was decided, before the count: 'carried 3-0'."""


def vote_place(text: str, start: int, end: int) -> tuple[int, int] | None:
    """Return where the text tells how the meeting voted: of 'carried 3-0' the count."""
    vote = VOTE.search(text, start, end)
    if vote is None:
        return None
    outcome = _OUTCOME.match(text, *vote.span())
    return (outcome.end() if outcome else vote.start()), vote.end()


_BALLOT = lazy.compile(
    r"(?i)\W{0,4}(?-i:[A-Z])[\w.’'-]{1,20}(?:\s[\w.’'-]{1,20}){0,4}?(?:\s{1,20}(?=yes|no\b|aye|nay|abst)|\s?[:–-]\s?)(?:yes|yea|aye|no|nay|no\s+vote|for|against|abst\w{2,8}|absent|\(?(?:not\s+present|absent|did\s+not\s+vote)\)?)[.,;]?\s*\Z"
)
_LONGEST_BALLOT = 60


def is_ballot(text: str, start: int, end: int) -> bool:
    """Whether the line tells how one person voted: 'Ann Bell: Yes'."""
    return end - start < _LONGEST_BALLOT and _BALLOT.match(text, start, end) is not None


_SIDES = lazy.compile(
    r"(?i)\W{0,4}(?:ayes?|yeas?|yes|nays?|noe?s?|in\s+favou?r|for|against|opposed|abst\w{2,8}|recused)\s?[:–-]"
)
_AWAY = lazy.compile(r"(?i)\W{0,4}(?:absent|excused|absences?)\b")
_MOST_BETWEEN = 3
"""Blocks from a side of a vote to those who were absent from it: the line may be wrapped, or a page end between them."""


def absent_from_vote(text: str, blocks: Sequence[Block], index: int) -> bool:
    """Whether the block names those absent from a vote whose sides stand above it, and opens no list of attendance."""
    block = blocks[index]
    if _AWAY.match(text, block.body, block.end) is None:
        return False
    above = blocks[max(index - _MOST_BETWEEN, 0) : index]
    return any(_SIDES.match(text, one.body, one.end) for one in above)
