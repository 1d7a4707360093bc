"""The record of one meeting: the only definition of what `minutes` prints.

Every value that stands in the source carries its ``span`` and its ``text``: the source's characters in that span, with
runs of white space folded to one space. Offsets count Unicode code points of the text that was read, the start
included and the end excluded. Keys are written in the order in which the fields stand here.
"""

from __future__ import annotations

from datetime import date
from typing import Annotated, Literal

from pydantic import AfterValidator, BaseModel, ConfigDict, Field, TypeAdapter, ValidationError

from minutes_parser.source import MinutesError

SCHEMA_VERSION = "1.0"

Status = Literal["present", "in_attendance", "apologies", "absent"]
BlockKind = Literal["paragraph", "bullet", "table_row", "preformatted"]
ExchangeStatus = Literal["answered", "partly", "declined", "deferred", "unanswered"]
Severity = Literal["error", "warning", "info"]
_TEXT = "The quoted characters, white space folded."
_SPAN = "Where they stand."
_SECTION = "Id of the innermost section that holds it; null before and outside the business."


def _on_the_calendar(day: str) -> str:
    date.fromisoformat(day)
    return day


IsoDate = Annotated[str, Field(pattern=r"^\d{4}-\d{2}-\d{2}$"), AfterValidator(_on_the_calendar)]
ClockTime = Annotated[str, Field(pattern=r"^([01]\d|2[0-3]):[0-5]\d$")]


class Model(BaseModel):
    """What all parts of the record share: no unknown keys, no change after validation."""

    model_config = ConfigDict(extra="forbid", frozen=True)


class Span(Model):
    """Where a value stands in the text that was read."""

    start: int = Field(ge=0, description="Offset of the first character, in Unicode code points.")
    end: int = Field(ge=0, description="Offset just after the last character, in Unicode code points.")


class SourceInfo(Model):
    """The document that was read."""

    name: str = Field(description="File name without its folders, or '-' for standard input.")
    media_type: str = Field(description="Media type by which the document was read, such as 'text/plain'.")
    encoding: str | None = Field(description="Character encoding of a text format; null for a binary format.")
    sha256: str = Field(description="SHA-256 of the document's bytes, in hexadecimal.")
    characters: int = Field(ge=0, description="Length of the text that was read, in Unicode code points.")
    text: str | None = Field(
        default=None,
        exclude_if=lambda value: value is None,
        description="The text that was read, to which all spans refer; only on request.",
    )


class Quoted(Model):
    """A value quoted from the source."""

    text: str = Field(description=_TEXT)
    span: Span = Field(description=_SPAN)


class DateValue(Model):
    """A calendar date as written and as read."""

    text: str = Field(description=_TEXT)
    value: IsoDate | None = Field(description="ISO 8601 date; null where the document does not settle it.")
    inferred: list[Literal["year", "month", "day"]] = Field(
        default_factory=list, description="Parts that are not written beside the date but proven by the document."
    )
    span: Span = Field(description=_SPAN)


class TimeValue(Model):
    """A time of day as written and as read."""

    text: str = Field(description=_TEXT)
    value: ClockTime = Field(description="HH:MM, 24 hours, local to the meeting.")
    span: Span = Field(description=_SPAN)


class Party(Model):
    """A person, role or group as mentioned, with the attendee it resolves to."""

    text: str = Field(description=_TEXT)
    attendee: str | None = Field(
        description="Id of the one attendee meant; null for a group or where it is not certain."
    )
    span: Span = Field(description=_SPAN)


class NextMeeting(Model):
    """What the document says of the next meeting."""

    date: DateValue | None = Field(description="Its date, where stated.")
    text: str = Field(description=_TEXT)
    venue: Quoted | None = Field(default=None, description="Its venue, where stated.")
    span: Span = Field(description=_SPAN)


class Meeting(Model):
    """The meeting itself."""

    title: Quoted | None = Field(default=None, description="The document's own title line for the meeting.")
    body: Quoted | None = Field(default=None, description="The body that met.")
    date: DateValue | None = Field(default=None, description="The day of the meeting.")
    start_time: TimeValue | None = Field(default=None, description="When it began.")
    end_time: TimeValue | None = Field(default=None, description="When it ended.")
    venue: Quoted | None = Field(default=None, description="The place, or the online platform.")
    chair: Party | None = Field(default=None, description="Who chaired.")
    minute_taker: Party | None = Field(default=None, description="Who took the minutes.")
    next_meeting: NextMeeting | None = Field(default=None, description="The next meeting.")


class Attendee(Model):
    """A named person of the attendance list."""

    id: str = Field(description="'p1', 'p2', ... in document order.")
    name: str = Field(description="Name without honorific and post-nominals, as written, white space folded.")
    honorific: str | None = Field(default=None, description="Title before the name (Mr, Dr, Cllr, ...), as written.")
    role: str | None = Field(default=None, description="Role or job title given in the list.")
    organisation: str | None = Field(default=None, description="Affiliation, where separate from the role.")
    abbreviation: str | None = Field(default=None, description="Short form by which the minutes call this person.")
    aliases: list[str] = Field(default_factory=list, description="Other forms by which this text calls the person.")
    status: Status = Field(description="Present, in attendance, apologies sent, or absent.")
    span: Span = Field(description="The entry in the attendance list.")


class Block(Model):
    """A paragraph, list item or table row of a section."""

    kind: BlockKind = Field(description="How the block is set.")
    text: str = Field(description=_TEXT)
    span: Span = Field(description=_SPAN)


class Section(Model):
    """A headed or numbered part of the business."""

    id: str = Field(description="'s1', 's2', ... in document order.")
    number: str | None = Field(description="The number as written, without trailing dot or brackets.")
    title: str | None = Field(description="The heading's text; null where only a number stands.")
    level: int = Field(ge=1, description="1 for top items.")
    parent: str | None = Field(description="Id of the section that holds this one.")
    blocks: list[Block] = Field(default_factory=list, description="The text of the section itself, in order.")
    span: Span = Field(description="From the heading to the end of the section's last block.")


class Due(Model):
    """The time by when something is to be done."""

    text: str = Field(description=_TEXT)
    earliest: IsoDate | None = Field(default=None, description="First day meant, where it can be worked out.")
    latest: IsoDate | None = Field(default=None, description="Last day meant, where it can be worked out.")
    span: Span = Field(description=_SPAN)


class Action(Model):
    """Work that the minutes explicitly record as assigned or to be done."""

    id: str = Field(description="'A1', 'A2', ... in document order.")
    text: str = Field(description=_TEXT)
    owners: list[Party] = Field(default_factory=list, description="Who is to do it, as written.")
    due: Due | None = Field(default=None, description="The time by when, where stated.")
    done: bool = Field(default=False, description="True where the minutes mark it done or closed.")
    section: str | None = Field(description=_SECTION)
    span: Span = Field(description=_SPAN)


class Commitment(Model):
    """A statement in the discussion that someone will do something."""

    id: str = Field(description="'C1', 'C2', ... in document order.")
    text: str = Field(description=_TEXT)
    owners: list[Party] = Field(default_factory=list, description="Who is to do it, as written.")
    due: Due | None = Field(default=None, description="The time by when, where stated.")
    section: str | None = Field(description=_SECTION)
    span: Span = Field(description=_SPAN)


class Question(Model):
    """A question put at the meeting."""

    text: str = Field(description=_TEXT)
    asker: Party | None = Field(default=None, description="Who put it; null where the passive leaves it out.")
    addressee: Party | None = Field(default=None, description="To whom, where the sentence says so.")
    span: Span = Field(description=_SPAN)


class Answer(Model):
    """One speaker's answer."""

    text: str = Field(description=_TEXT)
    speaker: Party | None = Field(default=None, description="Who answered; null where it is not stated.")
    span: Span = Field(description=_SPAN)


class Exchange(Model):
    """A question and what was answered."""

    id: str = Field(description="'Q1', 'Q2', ... in document order.")
    section: str | None = Field(description="Id of the innermost section that holds the question.")
    question: Question = Field(description="The question.")
    answers: list[Answer] = Field(default_factory=list, description="The answers, one for each turn of a speaker.")
    status: ExchangeStatus = Field(description="What became of the question.")


class Decision(Model):
    """What the meeting resolved."""

    id: str = Field(description="'D1', 'D2', ... in document order.")
    text: str = Field(description=_TEXT)
    moved_by: Party | None = Field(default=None, description="Who moved or proposed it.")
    seconded_by: Party | None = Field(default=None, description="Who seconded it.")
    vote: str | None = Field(default=None, description="The vote as written.")
    section: str | None = Field(description=_SECTION)
    span: Span = Field(description=_SPAN)


class Abbreviation(Model):
    """A term that the document itself expands."""

    term: str = Field(description="The short form.")
    expansion: str = Field(description="The long form, as written.")
    span: Span = Field(description="Where the two stand together.")


class Diagnostic(Model):
    """Something a reader of the record should know."""

    code: str = Field(pattern=r"^MIN\d{3}$", description="Code of the finding.")
    severity: Severity = Field(description="How grave it is.")
    message: str = Field(description="One sentence.")
    span: Span | None = Field(default=None, description="Where it applies; null for the whole document.")


class Minutes(Model):
    """The minutes of one meeting, as data."""

    schema_version: str = Field(default=SCHEMA_VERSION, description="Version of this record's form.")
    source: SourceInfo = Field(description="The document that was read.")
    meeting: Meeting = Field(description="The meeting itself.")
    attendees: list[Attendee] = Field(default_factory=list, description="The named people of the attendance lists.")
    sections: list[Section] = Field(default_factory=list, description="The parts of the business, in order.")
    actions: list[Action] = Field(default_factory=list, description="Recorded actions.")
    commitments: list[Commitment] = Field(default_factory=list, description="Promises made in the discussion.")
    exchanges: list[Exchange] = Field(default_factory=list, description="Questions and their answers.")
    decisions: list[Decision] = Field(default_factory=list, description="What the meeting resolved.")
    abbreviations: list[Abbreviation] = Field(default_factory=list, description="Terms the document expands.")
    diagnostics: list[Diagnostic] = Field(default_factory=list, description="What a reader should know.")

    def to_json(self, indent: int | None = 2) -> str:
        """Return the record as JSON text (UTF-8 characters unescaped), the same for equal records."""
        return self.model_dump_json(indent=indent)

    @classmethod
    def from_json(cls, data: bytes, name: str) -> Minutes:
        """Return the record that the JSON in ``data`` holds; raise ``MinutesError``, which says ``name``, for other JSON."""
        try:
            return cls.model_validate_json(data)
        except ValidationError as error:
            first = error.errors(include_url=False)[0]
            place = ".".join(map(str, first["loc"])) or "the whole file"
            raise MinutesError(
                f"{name}: is no record of minutes ({place}: {first['msg']}); make one with minutes parse --json"
            ) from error


_ATTENDEES = TypeAdapter(list[Attendee])
_SECTIONS = TypeAdapter(list[Section])
_EXCHANGES = TypeAdapter(list[Exchange])
_ABBREVIATIONS = TypeAdapter(list[Abbreviation])


def attendees_of(values: list[dict[str, object]]) -> list[Attendee]:
    """Validate attendees given as plain values, all at once: this takes a third of the time of making each model."""
    return _ATTENDEES.validate_python(values)


def sections_of(values: list[dict[str, object]]) -> list[Section]:
    """Validate sections given as plain values, all at once."""
    return _SECTIONS.validate_python(values)


def exchanges_of(values: list[dict[str, object]]) -> list[Exchange]:
    """Validate exchanges given as plain values, all at once."""
    return _EXCHANGES.validate_python(values)


def abbreviations_of(values: list[dict[str, object]]) -> list[Abbreviation]:
    """Validate abbreviations given as plain values, all at once."""
    return _ABBREVIATIONS.validate_python(values)
