"""What stands behind the end of a list in the same line: further labels, who was away, more names."""

from __future__ import annotations

from collections.abc import Iterator

from minutes_parser import lazy
from minutes_parser.layout.names import NO_STOP
from minutes_parser.layout.telling import is_sentence
from minutes_parser.source import Source
from minutes_parser.stages.attendees.entry import Entry
from minutes_parser.stages.attendees.groups import Group, label_at, status_of_label
from minutes_parser.stages.attendees.inline import names_in, parted

_FEWEST = 3
"""Names that go on behind a full stop."""
_SENTENCE_END = lazy.compile(
    rf"(?:(?<=[a-z)]{{2}})|(?<=\))){NO_STOP}[ ]?\.(?=\s+[A-Z])"
    r"|(?<=[a-z)]);(?=\s+(?:The[ ])?[Mm]eeting[ ])|(?<=[a-z)]);?(?=[ ]+(?:Apologies|In attendance|Also present|Absent|Regrets|Excused|Not present)(?: for absence| received)?(?::|[ ][–-])\s)"
    r"|(?<=[a-z)]);?(?=\s+(?:Members|Directors|Trustees|Governors|Officers|Staff|Others|Guests|Visitors|Observers|Also|Not)\s(?:[Pp]resent|[Aa]bsent|[Ee]xcused|(?:not\s)?(?:in\s)?[Aa]ttend(?:ing|ance)):\s)"
    r"|(?<=[a-z)]);(?=[ ](?:apologies|regrets|absent|excused|in[ ]attendance|also[ ]present|not[ ]present):[ ])"
    r"|(?<=[a-z)])(?=,?[ ](?:and[ ])?with[ ](?:apologies|regrets)[ ]from[ ])"
    r"|(?<=[a-z)])[ ]*(?=\n\s{0,9}(?:The (?:meeting|chair\w*)\b|At \d|A (?:motion|quorum)\b|There (?:was|were|being)\b))"
)
"""Where a list ends within a line: at a full stop, or before the label of the next one."""
_WAS_AWAY = lazy.compile(
    r"(?P<who>[A-Z][^.;:]{2,120}?)\s(?:was|were)\s(?P<how>excused|absent|not\s+present|unable\s+to\s+attend)\b(?:\s\((?:un)?excused\))?"
)
"""A sentence behind a list: 'Commissioner Bell was excused.'"""
_CAME = lazy.compile(
    r"(?P<who>[A-Z][^.;:]{2,80}?)\s(?:also\s)?(?:joined|attended|participated|dial(?:l?ed)\sin|called\sin|arrived)\b[^.;:\n]{0,60}(?::\d\d[^.;:\n]{0,20})?(?:(?<=[ \d][ap])\.m)?"
)
"""A sentence behind a list: 'Ann Bell (Quay) joined by phone.'"""
_MOST_LABELS = 5
"""Labels that one line of names may have."""
_ROLE = range(1, 30)
"""Characters of the role of somebody behind the sentence that a list is."""


def labelled_on(source: Source, start: int, end: int, group: Group) -> Iterator[tuple[Entry, Group]]:
    """Yield the entries behind further labels in a line: 'Present: Ann, Bob. Apologies: Cy. Visitor - Di.'

    Where a list of names goes on behind the stop ('... Bob Day online. Cy Dale, Di Frost, Ed Gale'), it is one of ``group``.
    """
    text = source.text
    for _ in range(_MOST_LABELS):
        start += len(text[start:end]) - len(text[start:end].lstrip(" .;,"))
        start += 5 if text.startswith("with ", start) else 0  # '..., with apologies from Cy Dale'
        label = label_at(text, start, end) if start < end else None
        if label is None and (away := _WAS_AWAY.match(text, start, end)):
            status = status_of_label(away["how"])
            yield from names_in(source, *away.span("who"), Group(status, None, start), True)
            start = away.end()
            continue
        if label is None and (came := _CAME.match(text, start, end)):
            yield from names_in(source, *came.span("who"), group._replace(status="present"), True)
            start = came.end()
            continue
        if label is None:
            further = [] if is_sentence(text, start, end) else list(names_in(source, start, end, group))
            posted = all(
                len(entry.role or "") in _ROLE and (" " in entry.name or entry.honorific) for entry, _ in further
            )
            yield from further if posted or len(further) >= _FEWEST else ()  # '... Cy Dale. D Frost (Clerk).'
            return
        group, stop = label, sentence_end(text, label.end, end)
        yield from parted(source, label.end, stop, label, True)
        start = stop


def sentence_end(text: str, start: int, end: int) -> int:
    """Return where the sentence ends that a label begins; behind it stands something else."""
    found = _SENTENCE_END.search(text, start, end)
    return found.start() if found else end
