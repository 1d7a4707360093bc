"""Mail: minutes that stand in a message, or are quoted in the answer to one.

The text handed over is that of the message: its subject, and below it what was written. What a mail adds to that is left
out line by line (other headers, the marks of quotation, who wrote when, the signature, the footer of a list), so that the
lines keep their numbers.
"""

from __future__ import annotations

import re
from dataclasses import replace
from pathlib import PurePath

from minutes_parser.readers import html, markdown
from minutes_parser.readers import text as plain
from minutes_parser.source import Source

SUFFIXES = (".eml",)
MEDIA_TYPE = "message/rfc822"
LARGEST = 50_000_000

_NAMES = r"(?:From|Sent|Date|To|Cc|Bcc|Subject|Reply-To|Sender|Message-ID|In-Reply-To|References|Return-Path|Received|Delivered-To|List-[\w-]{1,20}|MIME-Version|Content-[\w-]{1,30}|X-[\w-]{1,40}|Importance|Attachments|Thread-[\w-]{1,20}|User-Agent|Organi[sz]ation)"
_HEADER = re.compile(rf"(?i)\*{{0,2}}(?P<name>{_NAMES}):\*{{0,2}}[ \t]*(?P<value>[^\n]*)\Z")
_MAILBOX = re.compile(r"From \S{1,200} [^\n]{0,80}\d{4}\s*\Z")
"""The line before each message of a mailbox."""
_SURE = re.compile(
    rb"(?im)^[ \t>*]{0,12}(?:from:[ \t*]{0,4}[^\n]{0,120}(?:\w@\w|\w at \w[\w-]*\.\w|\[mailto:)|message-id:|date:[ \t*]{0,4}(?:\w{3}, ){0,1}\d{1,2} \w{3} \d{4} \d\d:\d\d)"
)
"""A header as no memorandum has it: an address, an id, the time to the minute."""
_SUBJECT = re.compile(rb"(?im)^[ \t>*]{0,12}subject:")
_LOOKED_AT = 4_000
"""Bytes among which the headers of a message begin."""
_QUOTED = re.compile(rb"(?m)^[ \t]?>")
_MOSTLY = 0.6
"""The part of the lines that are quoted from which on the message is a quotation."""
_MARK = re.compile(r"\A[ \t]?>[ ]?")
_DEEPEST = 5
"""Answers within one another."""
_REPLY = re.compile(r"(?i)\A(?:(?:re|fwd?|aw|wg|sv)(?:\[\d{1,2}\])?:[ \t]*|\[[^\]\n]{1,40}\][ \t]*(?=\S))+")
"""What mail programs and lists set before a subject: 'Re: [members] '."""
_WROTE = re.compile(
    r"(?i)(?:on [^\n]{4,200}\bwrote:|[^\n]{3,100}<\S{3,80}@\S{3,80}>[^\n]{0,40}\bwrote:|-{3,10} ?(?:original|forwarded) message ?-{3,10}|-{2,10} ?forwarded by [^\n]{0,200}|begin forwarded message:)\s*\Z"
)
_WHEN = re.compile(r"(?i)on [^\n]{4,200}\Z")
"""The first of two lines that tell who wrote when."""
_SIGNATURE = re.compile(r"--[ ]?\Z")
_LONGEST_END = 12
"""Lines of the longest signature or footer."""
_FOOTER = re.compile(r"(?:_{20,}|-{20,}|={20,})\s*\Z")
_NAME = re.compile(
    r"[^\W\d_]{2,30}(?=[ ,][^@\n]{1,60}<|[^@\n]{0,60}\)\s*\Z)|(?<=\()[^\W\d_]{2,30}(?=[^()@\n]{0,60}\)\s*\Z)"
)
"""The first name in 'Ann Bell <ann@...>' or 'ann at ... (Ann Bell)'."""
_GREETS = re.compile(
    r"(?i)(?:(?:kind|best|warm|many)[ ])?(?:regards|wishes|thanks|cheers|best|yours(?: \w+)?|sincerely|thank you)\W*\Z"
)
_LIST = re.compile(r"(?i)[^\n]{0,80}\b(?:mailing list|unsubscribe|listinfo|groups\.google\.com|google groups)\b")


def recognises(data: bytes) -> bool:
    """Whether a text begins with the headers of a message, or most of its lines are quoted."""
    first = data[:_LOOKED_AT]
    if b"\0" in first:
        return False
    if b"ubject:" in first and _SUBJECT.search(first) and _SURE.search(first) and _heads(first):
        return True
    return b"\n>" in first and _is_quotation(data)


def _heads(first: bytes) -> bool:
    """Whether nothing but a greeting stands before the headers."""
    lines = [line.lstrip(">* \t") for line in first.decode("utf-8", "replace").splitlines()[:_TOP]]
    return any(_HEADER.match(line) or _MAILBOX.match(line) for line in lines[:_GREETING])


_TOP = 20
_GREETING = 4
"""Lines among which the first header stands."""


def _is_quotation(data: bytes) -> bool:
    lines = sum(1 for line in data.splitlines() if line.strip())
    return lines > 0 and len(_QUOTED.findall(data)) >= lines * _MOSTLY


def read(data: bytes, name: str) -> Source:
    """Read a message: as Markdown where it shows its marks, as a page where it is nothing else, as plain text otherwise."""
    message = _in_clear(data) if _ENCODED.search(data[: _LOOKED_AT * 4]) else data
    if html.recognises(message):
        return replace(html.read(message, name), media_type=MEDIA_TYPE)
    document, encoding = plain.decode(message, name)
    text = "\n".join(_without_mail(document.replace("\r\n", "\n").replace("\r", "\n").split("\n")))
    body = text.encode("utf-8", "surrogatepass")
    named = PurePath(name).suffix.lower() in markdown.SUFFIXES and len(body) <= markdown.LARGEST
    source = markdown.read(body, name) if named or markdown.recognises(body) else plain.from_text(text, name)
    return replace(source, media_type=MEDIA_TYPE, encoding=encoding)


_ENCODED = re.compile(
    rb"(?im)^content-(?:type:[ \t]*multipart/|type:[ \t]*text/html|transfer-encoding:[ \t]*(?:base64|quoted-printable))"
)


def _in_clear(data: bytes) -> bytes:
    """Return a message that a mail program saved in parts and encoded: its headers and text, or the page that it is."""
    import email
    import email.policy

    try:
        message = email.message_from_bytes(data, policy=email.policy.default)
        part = message.get_body(("plain", "html"))
        said = part.get_content() if part else ""
        headers = "".join(f"{key}: {message[key]}\n" for key in ("From", "Date", "Subject") if message[key])
    except (LookupError, ValueError, TypeError, AttributeError, RecursionError):
        return data  # what its headers promise is not there
    if not part or not said:
        return data
    page = part.get_content_subtype() == "html"
    return (f"<!doctype html>\n{said}" if page else f"{headers}\n{said}").encode("utf-8", "surrogatepass")


def _without_mail(lines: list[str]) -> list[str]:
    """Return the lines without what a mail adds to them, each of those left empty."""
    for _ in range(_DEEPEST):
        marked = sum(1 for line in lines if _MARK.match(line))
        if marked < _MOSTLY * sum(1 for line in lines if line.strip()):
            break
        lines = [_MARK.sub("", line) for line in lines]
    kept = list(lines)
    inside = subject = False  # whether the line stands among headers, and goes on with a subject
    for number, line in enumerate(lines):
        inside = (inside and _goes_on(line)) or _begins(lines, number)
        if inside:
            header = _HEADER.match(line)
            subject = header["name"].lower() == "subject" if header else subject and line[:1] in " \t"
            kept[number] = (_REPLY.sub("", header["value"]) if header else line) if subject else ""
        elif line.rstrip()[-1:] in (":", "-") and _WROTE.match(line):
            kept[number] = ""
        elif line.rstrip().endswith("wrote:") and number and _WHEN.match(lines[number - 1]):
            kept[number - 1 : number + 1] = ["", ""]
    _cut_end(kept, _sender(lines))
    return kept


def _sender(lines: list[str]) -> str:
    """Return the first name of who sent the message, in small letters."""
    for line in lines[:_TOP]:
        if line[:5].lower() == "from:" and (name := _NAME.search(line, 5)):
            return name[0].lower()
    return ""


def _goes_on(line: str) -> bool:
    """Whether a line behind a header is one, too, or the rest of it."""
    return bool(line.strip()) and (line[0] in " \t" or _HEADER.match(line) is not None)


def _begins(lines: list[str], number: int) -> bool:
    """Whether headers begin here: three of them in a row, behind nothing or a blank line."""
    line = lines[number]
    if ":" not in line[:40] and line[:5] != "From ":
        return False
    if number and lines[number - 1].strip() and not _WROTE.match(lines[number - 1]):
        return False
    following = lines[number + 1 : number + 5]
    if _MAILBOX.match(line):
        return any(map(_HEADER.match, following))
    return _HEADER.match(line) is not None and sum(1 for other in following if _HEADER.match(other)) >= _FEWEST_BELOW


_FEWEST_BELOW = 2


def _cut_end(lines: list[str], sender: str) -> None:
    """Empty the footer of a list, above it the signature and the greeting, at the end of the message, in place."""
    last = max((i for i, line in enumerate(lines) if line.strip()), default=-1)
    for first in range(last, max(last - _LONGEST_END, -1), -1):
        if _FOOTER.match(lines[first]) and any(_LIST.match(line) for line in lines[first + 1 : last + 1]):
            lines[first : last + 1] = [""] * (last + 1 - first)
            last = max((i for i, line in enumerate(lines) if line.strip()), default=-1)
            break
    for first in range(last, max(last - _LONGEST_END, -1), -1):
        if _SIGNATURE.match(lines[first]):
            lines[first : last + 1] = [""] * (last + 1 - first)
            break
    last = max((i for i, line in enumerate(lines) if line.strip()), default=-1)
    if last >= 0 and sender and (lines[last].strip(" ,-~/").lower().partition(" ")[0]) == sender:
        lines[last] = ""
        above = max((i for i, line in enumerate(lines) if line.strip()), default=-1)
        if above >= 0 and _GREETS.match(lines[above]):
            lines[above] = ""
