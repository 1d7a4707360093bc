"""The meeting itself: title, body, date, times, venue, chair, minute-taker, next meeting."""

from __future__ import annotations

from collections.abc import Sequence

from minutes_parser.layout.outline import Outline
from minutes_parser.models import Attendee, Meeting
from minutes_parser.roster import Roster


def read(outline: Outline) -> Meeting:
    """Read the meeting's fields; chair and minute-taker are not resolved yet."""
    return Meeting()


def complete(meeting: Meeting, attendees: Sequence[Attendee], roster: Roster) -> Meeting:
    """Resolve chair and minute-taker to attendees, and take them from the attendees' roles where no field names them."""
    return meeting
