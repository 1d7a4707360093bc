"""Where a text may record decisions: places found once for the whole of it, so that most sentences need no look.

The words of the forms (``verdict_forms``) are frequent in any minutes, most of them in other meanings. A word is a
cue only where a word stands beside it that does so in one of its forms: 'agreed' behind 'was', 'set' before 'at'.
"""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Iterable, Sequence
from typing import NamedTuple

from minutes_parser import lazy
from minutes_parser.layout.cues import Cues, places
from minutes_parser.layout.outline import Outline
from minutes_parser.layout.verdicts import CUES, FORM_WORDS, decides


def _words(words: str) -> frozenset[str]:
    return frozenset(words.split())


# The last words of what may stand before the verb: the body, its manner, the matter.
_BODY = _words(
    "board council committee panel group meeting team exec executive assembly forum trust society association partnership"
    " commission authority cabinet senate pc pcc tsc tac tc sc wg sig ec gb fgb lgb agm eb consortium vestry congregation synod maintainers committers shareholders homeowners partners wpl wpls members councillors cllrs governors trustees directors"
    " residents attendees delegates officers participants all everyone everybody present involved attending attendance we they whole unanimously"
)
_MANNER = _words(
    "also further then therefore thus again all both duly formally generally subsequently provisionally finally now initially"
    " hereby unanimously collectively broadly balance principle and but"
)
_MATTER = _words(
    "minutes budget budgets accounts report reports policy policies terms reference tor date dates plan plans proposal proposals"
    " payment payments request requests application applications motion motions amendment amendments change changes agenda draft drafts"
    " quote quotes quotation quotations expenditure grant grants donation donations pr prs item items schedule charter purchase"
    " purchases patch patches rfc rfcs pep peps adr adrs route routes venue venues price prices cost costs fee fees charge charges theme themes design designs wording logo programme rota rotas"
    " timetable format spend spending invoice invoices constitution bylaws rules nomination nominations lease leases contract contracts letter letters"
    " idea ideas topic topics content contents statement statements response responses strategy strategies resolution resolutions"
)
_BEFORE_VERB = (
    _BODY
    | _MANNER
    | _MATTER
    | _words("was were are is been has have reviewed discussed received considered presented read")
)
_BEHIND_MATTER = _words(
    "was is were has duly unanimously agreed carried carries passes fails passed approved adopted unanimous accepted supported"
    " defeated lost failed"
)


class _Beside(NamedTuple):
    """What stands beside a word in its forms: one of these words before it, or one of those behind it."""

    before: frozenset[str] = frozenset()
    after: frozenset[str] = frozenset()
    opens: bool = False
    """It may open the sentence, too, or stand behind a sign: '- agreed'."""
    lettered: bool = False
    """A body's letters may stand before it: 'TSC resolved'."""


_VERB = _Beside(_BEFORE_VERB, opens=True)
_NOUN = _Beside(after=_BEHIND_MATTER)
_BESIDE: dict[str, _Beside] = {
    **dict.fromkeys(
        "determined accepted opted ratified authorised authorized rejected refused nominated signed"
        " chose chosen concurred appointed reappointed coopted".split(),
        _VERB,
    ),
    **dict.fromkeys(
        "elected reelected".split(), _Beside(_BEFORE_VERB, _words("by for unopposed unanimously as to"), opens=True)
    ),
    **dict.fromkeys("adopted decided endorsed".split(), _Beside(_BEFORE_VERB, opens=True, lettered=True)),
    "resolved": _Beside(_BEFORE_VERB | {"it"}, opens=True, lettered=True),
    "declared": _Beside(
        _BEFORE_VERB | _words("chair chairman chairperson president mayor cathaoirleach moderator officer clerk"),
        opens=True,
    ),
    **dict.fromkeys("recommendation recommendations resolution proposal amendment".split(), _NOUN),
    "agreed": _Beside(_BEFORE_VERB | {"action", "actions"}, opens=True),
    **dict.fromkeys("approve adopt ratify appoint".split(), _Beside(_words("we members all hereby"))),
    **dict.fromkeys(
        "object support refusal approval comment comments".split(),
        _Beside(_words("recommend recommended for no"), opens=True),
    ),
    **dict.fromkeys("results result".split(), _Beside(_words("voting vote votes election poll ballot"))),
    "sense": _Beside(after=_words("of")),
    **dict.fromkeys(("directed", "instructed"), _Beside(after=_words("staff the clerk secretary treasurer counsel"))),
    "ordered": _Beside(_words("was were be")),
    "agree": _Beside(after=_words("that to on"), opens=True),
    "appointment": _Beside(after=_words("of")),
    "carried": _Beside(_BEFORE_VERB | {"be", "not"}, _words("forward over"), opens=True),
    "confirmed": _Beside(_BODY | _MANNER | _words("was were")),
    **dict.fromkeys("selected settled concluded backed".split(), _Beside(_BODY | _MANNER | {"have", "has"})),
    **dict.fromkeys(("remain", "stay"), _Beside(_words("to will shall should"), _words("at unchanged the"))),
    "left": _Beside(after=_words("that")),
    "fixed": _Beside(after=_words("at as for")),
    "gave": _Beside(_BODY),
    "go": _Beside(after=_words("with ahead")),
    "considered": _Beside(after=_words("further again at")),
    "content": _Beside(after=_words("to with for")),
    "decision": _Beside(after=_words("was is will would taken made to that not")),
    "delegated": _Beside(_BODY | _MANNER),
    **dict.fromkeys(("discuss", "revisit"), _Beside(_words("will"))),
    "delayed": _Beside(_words("be")),
    "discussed": _Beside(after=_words("further again at")),
    "grants": _Beside(_words("board council committee trust")),
    "happy": _Beside(after=_words("to with for")),
    **dict.fromkeys("defer postpone table".split(), _Beside(_words("will to ll"), opens=True)),
    "held": _Beside(after=_words("over")),
    "yes": _Beside(_words("votes voted vote say said")),
    "m": _Beside(opens=True),
    "moved": _Beside(after=_words("to that")),
    "recommended": _Beside(after=_words("approval refusal acceptance rejection that to"), opens=True),
    "record": _Beside(_words("true correct accurate")),
    "referred": _Beside(_BODY | _MANNER | _words("was were be")),
    "revisited": _Beside(after=_words("further again at")),
    "set": _Beside(after=_words("at the")),
    "stand": _Beside(_words("minutes shall")),
    "supported": _Beside(_BODY | _MANNER | _MATTER | _words("was were"), _words("the")),
}
"""Of words that are frequent otherwise; any other word is a cue wherever it stands."""
_CHURCH = _words(
    "parochial vicar rector churchwarden churchwardens incumbent revd deanery diocese diocesan apcm churchyard"
)
_BY_CHURCH = lazy.compile(
    r"(?<!that )\b[Tt]he PCC (?:(?:\w+ly|also|then|therefore) )?(?:agreed|resolved|decided|approved|accepted|adopted|voted|ratified|authori[sz]ed|(?:re-?)?(?:elected|appointed)|deferred|rejected)\b"
)
"""Where a church meets, 'PCC' is its council; elsewhere it is somebody's office."""
_NEXT_WORD = lazy.compile(r"\s+(\w+)")
_LAST_WORD = lazy.compile(r"\w+\Z")
_SPELT = {"m": "m/", "ms": "ms/"}
"""Words as they stand in their forms ('M/S/C', 'MS/C'), where they are far more frequent otherwise."""
_BEFORE = 60
"""Characters before a word in which the one before it stands."""


class VerdictCues:
    """Where a text may record a decision, and which words of the forms stand in it."""

    def __init__(self, outline: Outline) -> None:
        """Look for the words once for the whole text."""
        source = outline.source
        self._present = CUES & source.words
        self._church = not source.words.isdisjoint(_CHURCH)
        self._source, self._text, self._low = source, source.text, source.low
        self._places: dict[str, list[int]] = {}
        labels = {word[:-1] for word in self._present & {"decisions", "resolutions"}}  # 'DECISIONS:'
        likely = self._likely(labels | (self._present & FORM_WORDS), _starts(outline))
        self.likely = Cues(sorted(likely), likely)

    def places(self, word: str) -> list[int]:
        """Return where a word stands that the text holds, whatever it means there; it is sought once."""
        found = self._places.get(word)
        if found is None:
            found = self._places[word] = places(self._low, word)
        return found

    def _likely(self, words: Iterable[str], starts: Sequence[int]) -> dict[int, str]:
        """Return the words beside which stands what does so in their forms, by their places."""
        text, low, found = self._text, self._low, dict[int, str]()
        stem = ""
        for word in sorted(words):  # the longest word that begins at a place comes last
            if stem and word.startswith(stem):  # 'adopted' stands only where 'adopt' does
                every = [at for at in self._places[stem] if low.startswith(word, at)]
            elif word in _SPELT:
                every = places(low, _SPELT[word])
            else:
                stem, every = word, places(low, word)
            self._places[word] = every
            beside, size = _BESIDE.get(word), len(word)
            for at in every:
                if (
                    beside is None
                    or _stands_beside(text, at, at + size, beside)
                    or (beside.opens and _opens(text, at, starts))
                ):
                    found[at] = word
        return found

    def decides(self, start: int, end: int) -> bool:
        """Whether the sentence between the offsets records a decision of the meeting."""
        words = self.likely.words(start, end)
        if not words:
            return False
        if self._church and _BY_CHURCH.search(self._text, start, end):
            return True
        return decides(self._text, start, end, words)

    def any(self, start: int, end: int) -> bool:
        """Whether one of the words stands between the offsets, whatever it means there."""
        said = self._low[start:end]
        return any(_SPELT.get(word, word) in said for word in self._present)


def _starts(outline: Outline) -> list[int]:
    """Return where the text of a block or cell begins, and with it a sentence."""
    bodies = [block.body for block in outline.told]
    cells = [start for block in outline.told if block.cells for start, _ in block.cells]
    return sorted([*bodies, *cells]) if cells else bodies


def _stands_beside(text: str, start: int, end: int, beside: _Beside) -> bool:
    """Whether the word stands in capitals, beside one of the words, or behind a sign that it may stand behind."""
    if text[start].isupper() and text[start:end].isupper():
        return True
    if beside.after and (match := _NEXT_WORD.match(text, end)) and match[1].lower() in beside.after:
        return True
    sign = text[start - 1 : start]
    if not sign.isspace():
        return beside.opens and not (sign.isalnum() or sign == "_")
    first = start - _BEFORE if start > _BEFORE else 0
    head, _, last = text[first : start - 1].rpartition(" ")
    if sign == " " and head and not head[-1].isspace() and last.isalnum():
        return _may_precede(last, beside)  # it stands between two spaces, as most do
    window = text[first:start]
    before = window.rsplit(None, 1)
    if len(before) < 2:
        return True  # the word before may be cut
    last = before[1]
    if not last.isalnum():
        word = _LAST_WORD.search(last)
        if word is None:
            return beside.opens
        last = word[0]
    if text[start - 2].isspace() and window[len(window.rstrip()) :].count("\n") > 1:
        return beside.opens
    return _may_precede(last, beside)


def _may_precede(word: str, beside: _Beside) -> bool:
    """Whether the word is one of those wanted, a manner ('narrowly'), or a number or letters by which a body goes."""
    low = word.lower()
    return (
        low in beside.before
        or low.endswith("ly")
        or word[-1].isdigit()
        or (beside.lettered and len(word) > 2 and word.isupper())
        or not word.isascii()
    )


def _opens(text: str, at: int, starts: Sequence[int]) -> bool:
    """Whether a block or cell begins with what stands at ``at``."""
    index = bisect_right(starts, at) - 1
    return index >= 0 and not text[starts[index] : at].strip(" •\t\n")
