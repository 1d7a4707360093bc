"""The styles by which the parts of a record are known on a page.

The same name may stand for a paragraph style and the character style linked with it, as word processors have it.
"""

from __future__ import annotations

# Paragraphs.
TITLE = "Title"
PARTICULARS = "Minutes Particulars"
"""A line below the title: a label, then values."""
HEADING = "Minutes Heading"
"""Heads what is set out around the business (attendance, registers) and is no section of it."""
SECTION = "Heading"
"""With its level behind it: a section's heading."""
TEXT = "Normal"
BULLET = "List Bullet"
PREFORMATTED = "Minutes Preformatted"
ROW = "Minutes Table Text"
"""In a cell of a table of the business."""
REGISTER = "Minutes Register"
"""In a cell of a register."""
REGISTER_HEAD = "Minutes Register Head"
DETAILS = "Minutes Action Details"
EXTRACT = "Minutes Extract"
"""What does not stand word for word in one paragraph of its section, set out in full."""
NOTE = "Minutes Note"
"""Tells how to read the document; never read back."""

# Things, marked in running text.
QUESTION = "Minutes Question"
ANSWER = "Minutes Answer"
ACTION = "Minutes Action"
DECISION = "Minutes Decision"
COMMITMENT = "Minutes Commitment"
THINGS = (QUESTION, ANSWER, ACTION, DECISION, COMMITMENT)

# Values.
REFERENCE = "Minutes Reference"
"""Which things the words behind it belong to: 'Q1', 'Q1.1+C2'."""
LABEL = "Minutes Label"
"""Words that only label or separate; never read back."""
COPY = "Minutes Copy"
"""Words that are shown here again; never read back."""
READING = "Minutes Reading"
"""In brackets behind a value: what it means, where that is not what its words say by themselves."""
NUMBER = "Minutes Number"
BODY = "Minutes Body"
DATE = "Minutes Date"
START = "Minutes Start"
END = "Minutes End"
VENUE = "Minutes Venue"
CHAIR = "Minutes Chair"
TAKER = "Minutes Taker"
NEXT = "Minutes Next"
NEXT_DATE = "Minutes Next Date"
NEXT_VENUE = "Minutes Next Venue"
HONORIFIC = "Minutes Honorific"
NAME = "Minutes Name"
ROLE = "Minutes Role"
ORGANISATION = "Minutes Organisation"
ABBREVIATION = "Minutes Abbreviation"
ALIAS = "Minutes Alias"
STATUS = "Minutes Status"
OWNER = "Minutes Owner"
DUE = "Minutes Due"
STATE = "Minutes State"
ASKER = "Minutes Asker"
ADDRESSEE = "Minutes Addressee"
SPEAKER = "Minutes Speaker"
OUTCOME = "Minutes Outcome"
MOVER = "Minutes Mover"
SECONDER = "Minutes Seconder"
VOTE = "Minutes Vote"
TERM = "Minutes Term"
EXPANSION = "Minutes Expansion"

PARAGRAPHS = (PARTICULARS, HEADING, PREFORMATTED, ROW, REGISTER, REGISTER_HEAD, DETAILS, EXTRACT, NOTE)
VALUES = (
    REFERENCE, LABEL, COPY, READING, NUMBER, BODY, DATE, START, END, VENUE, CHAIR, TAKER, NEXT, NEXT_DATE, NEXT_VENUE,
    HONORIFIC, NAME, ROLE, ORGANISATION, ABBREVIATION, ALIAS, STATUS, OWNER, DUE, STATE, ASKER, ADDRESSEE, SPEAKER, OUTCOME,
    MOVER, SECONDER, VOTE, TERM, EXPANSION,
)  # fmt: skip
