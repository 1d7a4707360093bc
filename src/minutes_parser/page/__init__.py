"""A record as it stands on a page that people read, and the record that such a page gives again.

``lay_out`` puts every value of a record in words on the page, each in a run of a named style; ``read`` takes them from
there. Nothing else carries the record: what somebody changes on the page is changed in what is read. ``same`` says
whether two records say the same.
"""

from __future__ import annotations

from collections.abc import Iterator

from minutes_parser.models import Minutes
from minutes_parser.page.business import Business
from minutes_parser.page.front import front
from minutes_parser.page.registers import Registers
from minutes_parser.page.setting import Setting, label
from minutes_parser.styled import Page, Paragraph, Run, Table
from minutes_parser.styled import names as n

_NOTE = (
    "Small references (Q1, A1, D1, C1) mark questions, actions, decisions and promises; Q1.1 is the first answer to question "
    "Q1. Text may be edited freely: the styles named “Minutes …” tell what is what."
)


def runs(part: Paragraph | Table) -> Iterator[Run]:
    """Yield all runs of a paragraph or table."""
    if isinstance(part, Paragraph):
        yield from part.runs
    else:
        yield from (run for row in part.rows for cell in row for paragraph in cell for run in paragraph.runs)


def lay_out(minutes: Minutes) -> Page:
    """Return the page that shows the record.

    What stands there is all of the record but its ids, its spans, its ``source`` and its diagnostics, which are about
    the document that was read and are found anew in the page. A reference to an id that the record does not have is
    lost.
    """
    setting = Setting(minutes)
    business = Business(minutes, setting)
    sections = [*business.outside(), *business.paragraphs()]
    named = frozenset(run.name for part in sections for run in runs(part) if run.name)
    registers = list(Registers(minutes, setting, business, named).paragraphs())
    note = Paragraph(n.NOTE, (label(_NOTE),))
    return (*front(minutes, setting), *sections, *registers, note)
