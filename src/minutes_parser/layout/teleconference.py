"""Minutes that a program makes of the log of a call: '<ann> ACTION: bob to write [recorded in http://...]'.

Programs that turn pages into text number the links: '[5]Approve minutes', and '[5] http://...' below. Neither is part of
what was said.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace

from minutes_parser import lazy
from minutes_parser.source import Line, Source

_LINK = lazy.compile(r"[ \t]*\[\d{1,3}\][ \t]+(?:https?|ftp|mailto|file):\S+[ \t]*")
_FEWEST = 2
_MARK = lazy.compile(r"[ \t]*\[\d{1,3}\](?=[^\s\[])")
_STATE = lazy.compile(r"[ \t]*\[(?P<state>NEW|PENDING|DONE|DROPPED|ONGOING)\][ \t]+(?=ACTION\b)")
_TOLD = lazy.compile(
    r"[ \t]*<[\w.|`^\\{}-]{1,30}>[ \t]+(?=(?i:action|resolution|resolved|agreed|proposed resolution|topic|subtopic)[ ]?:)"
)
"""Who types, before a label."""
_RECORDED = " [recorded"
_BOT = lazy.compile(
    r"[ \t]*\[on [^\]\n]{1,60} - due [^\]\n]{1,20}\]\.?[ \t]*\Z|[ \t]*<(?:(?i:trackbot|zakim|rrsagent|agendabot|ghurlbot)|\w{1,24}[Bb]ot)[\d_-]{0,3}>[ \t](?!Date:|Meeting:|Meeting started)"
)
_END = lazy.compile(
    r"[ \t]*\[End of minutes\][ \t]*|[ \t]*Minutes (?:manually created[^\n]{0,40}, )?formatted by [^\n]{0,60}scribe\.perl\b[^\n]*"
)
_LONGEST_LINK = 4
"""Lines over which the place of a record goes on."""


def of_calls(source: Source) -> Source:
    """Return ``source`` with the lines of such minutes without numbers of links, who typed a label, and where it is recorded."""
    words = source.words
    if ("recorded" in words and "[recorded" in source.low) or ("scribe" in words and "scribe.perl" in source.low):
        source = replace(source, lines=tuple(_called(source.text, source.lines)))
    if not words.isdisjoint(("http", "https")) and "] http" in source.low:
        links = {i for i, line in enumerate(source.lines) if _LINK.fullmatch(source.text, line.start, line.end)}
        if len(links) >= _FEWEST:
            lines = [
                replace(line, kind="furniture") if i in links else _unmarked(source.text, line)
                for i, line in enumerate(source.lines)
            ]
            source = replace(source, lines=tuple(lines))
    return source


def _unmarked(text: str, line: Line) -> Line:
    """Return a line behind the number of the link with which it begins."""
    mark = _MARK.match(text, line.start, line.end) if line.kind in ("text", "item") else None
    return replace(line, start=mark.end()) if mark else line


def _called(text: str, lines: Sequence[Line]) -> Iterator[Line]:
    """Yield the lines of minutes made by the program."""
    going_on, ended = 0, False
    for line in lines:
        ended = ended or (line.kind in ("text", "item") and _END.match(text, line.start, line.end) is not None)
        if line.kind not in ("text", "item"):
            yield line
        elif ended or going_on or _BOT.match(text, line.start, line.end):
            going_on = 0 if text[line.end - 1 : line.end] == "]" else max(going_on - 1, 0)
            yield replace(line, kind="furniture")
        else:
            at = text.find(_RECORDED, line.start, line.end)
            if at > line.start and not text[line.start : line.end].rstrip().endswith("]"):
                going_on = _LONGEST_LINK
            yield _labelled(text, replace(line, end=at) if at > line.start else line)


def _labelled(text: str, line: Line) -> Line:
    """Return a line from its label on."""
    told = _TOLD.match(text, line.start, line.end) or _STATE.match(text, line.start, line.end)
    if told is None:
        return line
    done = told.groupdict().get("state") == "DONE"
    return replace(line, start=told.end(), content=-1, checked=True if done else line.checked)
