"""What a sentence reports: a question put, a request made, a promise given."""

from __future__ import annotations

from typing import Literal, NamedTuple

Span = tuple[int, int]
ActKind = Literal["asks", "requests", "promises"]


class Act(NamedTuple):
    """A speech act that a sentence reports. All spans are offsets into the text that was read."""

    kind: ActKind
    verb: Span
    speaker: Span | None = None
    """Who asks or promises; None where the sentence leaves it out."""
    addressee: Span | None = None
    """To whom a question or request is put."""
    about: Span | None = None
    """Where no addressee is named, the subject of the "whether" clause: who is asked, if it is someone at the meeting."""
    reply: int | None = None
    """Where the same sentence goes over to the answer."""
    question_end: int | None = None
    """Where the question's clause ends, if the sentence goes over to the answer."""
    replier: Span | None = None
    """Who gives that answer."""
    person: bool = False
    """Of a promise: whether its speaker looks like people by itself."""
