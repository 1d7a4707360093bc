"""Whom the labels of speakers name: "MK: is it open?", "[Ann] not yet", "<nick> yes"."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable, Iterator

from minutes_parser import lazy
from minutes_parser.honorifics import EVERYDAY
from minutes_parser.layout.cues import Cues, places
from minutes_parser.layout.turns import told_and_put, turns
from minutes_parser.roster import Roster

Span = tuple[int, int]
_Speaker = tuple[Span, int]
"""Whom a label names, and where it ends."""

_DIALOGUE = 6
"""Lines under labels that recur, from which on a name that labels one line alone is a speaker's, too."""
_NICKNAMED = 3
"""Times that a word in small letters labels a line, one less in a dialogue, if it is a speaker's."""
_NAME = r"@?[A-Z][\w.'’/-]{0,24}+(?:[ \t](?:[A-Z(@][\w.'’)/-]{0,24}+|#?\d{1,5}[A-Z]?(?=:)|of|the|and|&|public|(?<=[Ae][ \t])(?:resident|member|parishioner|parent|homeowner|tenant|neighbour|student|caller))){0,4}"
_ASIDE = r"(?:[ \t]\([a-z][^()\n]{1,24}\))?"
"""How somebody took part: 'Ann (by phone): ...'."""
SPEAKER = lazy.compile(
    rf"(?:<(?P<nick>[\w.@-]{{1,30}})>|(?P<handle>@[\w-]{{1,39}})(?:[ \t]?(?::|[-–—](?=[ \t]))|(?=[ \t]))"
    rf"|\[(?:name=)?(?P<bracket>[A-Za-z][\w .'’-]{{1,24}})\](?=[ \t])|\((?P<round>[A-Za-z][\w.'’-]{{1,24}}(?:[ \t][A-Z]\w{{0,20}})?)\)(?=[ \t])|(?P<small>[a-z][\w-]{{1,15}}){_ASIDE}:(?=[ \t])"
    rf"|[*_]{{0,2}}(?P<name>{_NAME}(?:,[ \t]{_NAME}){{0,2}})[*_]{{0,2}}{_ASIDE}[ \t]{{0,2}}(?:[:>][*_]{{0,2}}(?=[ \t])|[ \t](?:--|[-–—])(?=[ \t])))[ \t]{{0,4}}"
)
UNMARKED = "@[("
"""With which a speaker's label opens that needs no mark at its end."""
LONGEST_LABEL = 450
"""Characters among which that mark stands."""
_FIRM = lazy.compile(r"[ \t]\([^()]*\)")
"""Whom a speaker speaks for: "Ann (Millworks): ..."."""
_TITLED = lazy.compile(
    rf"(?:{EVERYDAY}|(?:PC|PCSO|Insp|Sgt)\b\.?)[ \t][A-Z]"
    r"|(?:Senator|Commissioner|Council(?:member|man|woman|or)|Trustee|Supervisor|Alderman|Selectman|Superintendent|Director|President|Provost|Mayor|Chair|Chief)[ \t]"
    r"(?!Report|Update|Comment|Remark|Discussion|Election|Item)[A-Z][a-z]"
)
ONE_OF_THEM = lazy.compile(
    r"(?:(?:An?|One|Another|The)[ \t])?(?:[Rr]esident|[Hh]omeowner|Owner|[Pp]arent|Audience|Attendee|[Cc]aller|[Tt]enant|Shareholder|[Ss]tudent|[Pp]arishioner|[Nn]eighbour|[Mm]ember of (?:the )?[Pp]ublic"
    r"|Audience [Mm]ember|Public)(?: (?:of|from|at|in) [A-Z][\w.'’ -]{1,30})?(?: \d{1,4}\w?)?|(?:Unit|Lot|Flat|Apt\.?|Apartment|House|Plot|No\.) #?\d{1,5}\w?"
)
"""One of those who put questions from the floor."""
NO_SPEAKER = lazy.compile(
    r"(?i)(?:the |an? )?(?:yes|no|done|ok|thanks|actions?|ai|ap|todo|note|nb|n\.b|decisions?|resolved|agreed|agenda|location|date|time|venue|next|update"
    r"|updates|vote|motion|proposal|proposed|status|summary|background|discussion|topic|issue|item|link|links|conclusion"
    r"|consensus|report|present|apologies|attendees|recommendation|minutes|chair|due|ref|re|subject|title|members?|errors?)\b"
)


def marks_of(text: str) -> Cues:
    """Return where a mark stands that a speaker's label may end with, or that leads from a question to its answer."""
    dashes = [at for dash in "-–—" for at in places(text, dash) if text[at - 1].isspace()]
    return Cues(sorted([*dashes, *(at for mark in ":>→⇒" for at in places(text, mark))]))


class Speakers:
    """Those whom labels name in one document."""

    def __init__(self, text: str, roster: Roster, labels: Iterable[re.Match[str]]) -> None:
        """Count the ``labels`` of all blocks: whoever is named again and again is a speaker."""
        self._text, self._roster = text, roster
        self._often = Counter(label[label.lastgroup or 0] for label in labels)
        if sum(times for times in self._often.values() if times > 1) >= _DIALOGUE:
            self._often.update(set(self._often))
        self._initials = {"".join([word[0] for word in attendee.name.split()]) for attendee in roster.attendees}

    def known(self, name: str) -> bool:
        """Whether the name is somebody's, or labels lines again and again."""
        if self._roster.resolve(name) is not None or name in self._initials:
            return True
        return self._often[name] >= _NICKNAMED or bool(_TITLED.match(name) or ONE_OF_THEM.fullmatch(name))

    def stretches(
        self, start: int, end: int, label: re.Match[str] | None
    ) -> Iterator[tuple[int, int, _Speaker | None]]:
        """Yield the stretches of ``text[start:end]``, which may open with a ``label``, each with its one speaker."""
        speaker = self.named(label) if label else None
        parted = turns if speaker else told_and_put
        for first, last in parted(self._text, start, end, self.known):
            if first > start:
                label = SPEAKER.match(self._text, first, last)
                speaker = self.named(label) if label else None
            yield first, last, speaker

    def named(self, label: re.Match[str]) -> _Speaker | None:
        """Return whom a label names and where it ends, if it is a person's and no other label."""
        group = label.lastgroup or "name"
        name, who = label[group], (label.span(group), label.end())
        if group in {"nick", "handle"} or ONE_OF_THEM.fullmatch(name):
            return who
        if NO_SPEAKER.match(name):
            return None
        resolve, often = self._roster.resolve, self._often[name]
        small = group in {"round", "small"} or (group == "bracket" and name[0].islower())
        if small and not resolve(name) and often < _NICKNAMED:
            return None
        if _TITLED.match(name):
            return who
        alone, of, body = name.partition(",")
        if of and not resolve(name) and resolve(alone) and not resolve(body.strip()):
            return (label.start(group), label.start(group) + len(alone)), label.end()
        initials = name.isupper() and name.isalpha() and 2 <= len(name) <= 4
        person = _FIRM.sub("", name)
        words = person.split()
        full = len(words) in {2, 3} and all(word[0].isupper() for word in words)
        known = resolve(name) or resolve(person) or ((initials or full or len(words) == 1) and often > 1)
        return who if known or small or label[0].startswith("[name=") else None
