"""Notes of a web page: marks that link to a text further down, which links back.

Every program that writes notes does it in this way, whatever its classes are called: Word (``_ftn1``), LibreOffice
(``sdfootnote1sym``), pandoc (``fn1``), MediaWiki (``cite_note-1``). As in Word documents, a note goes to the end of the
section that refers to it, and the mark in the running text goes away: "2023" with a raised 1 is no other year.
"""

from __future__ import annotations

import re
from dataclasses import dataclass, field
from itertools import islice
from typing import Any

from minutes_parser.readers.flow import BREAK, Flow, Para, Piece, Table

KEY = "data-note"
"""Of an element that is a note or refers to one, the note's label: as Markdown is handed over."""

_MARK = re.compile(r"[\[(]?(?:\d{1,3}|[a-zA-Z]|[ivx]{1,5}|[*†‡§]{1,3}|note \d{1,3})[])]?", re.IGNORECASE)
_SIGN = re.compile(r"foot|note|ft?n|cite", re.IGNORECASE)
"""What the target of a mark that is not raised is called: a table of contents links there and back, too."""
_BLOCKS = ("li", "p", "dd", "div", "aside", "td", "tr")
_LONGEST = 4000
"""A note has at most so many characters."""
_MOST_ELEMENTS = 400
_BACK = 3
"""The element whose name a note links back to stands so far outside of its mark at most."""


@dataclass(slots=True)
class Notes:
    """The notes of a page, by their elements."""

    marks: dict[Any, str] = field(default_factory=dict)
    """Elements that refer to a note: the label of the note."""
    bodies: dict[Any, str] = field(default_factory=dict)
    """Elements that hold a note's text: its label."""
    backs: set[Any] = field(default_factory=set)
    """Elements that only lead back to the text."""
    texts: dict[str, Flow] = field(default_factory=dict)
    """What was found in the bodies, by label."""


def find(root: Any) -> Notes:
    """Return the notes of a page."""
    notes = Notes()
    for element in root.iter("sup", "div"):
        if label := element.get(KEY):
            (notes.bodies if element.tag == "div" else notes.marks)[element] = label
    marks = [link for link in root.iter("a") if (link.get("href") or "").startswith("#") and _may_refer(link)]
    if not marks:
        return notes
    links_of: dict[Any, dict[str, Any] | None] = {}
    for mark, target in _below(root, marks).items():
        body = _body(target)
        if body is None or mark in notes.backs:
            continue
        if body not in links_of:
            links_of[body] = _links(body)
        links = links_of[body]
        if links is None or body in mark.iterancestors():
            continue
        backs = [links[name] for name in _around(mark) if name in links]
        if backs or body in notes.bodies:
            notes.marks[mark] = notes.bodies.setdefault(body, _target(mark))
            notes.backs.update(backs)
    return notes


def _target(link: Any) -> str:
    return (link.get("href") or "").removeprefix("#")


def _links(body: Any) -> dict[str, Any] | None:
    """Return the links of a note by where they lead; None for what is too long to be a note."""
    inner = list(islice(body.iter(), _MOST_ELEMENTS + 1))
    if len(inner) > _MOST_ELEMENTS or sum(len(part.text or "") + len(part.tail or "") for part in inner) > _LONGEST:
        return None
    return {_target(link): link for link in inner if link.tag == "a"}


def _may_refer(link: Any) -> bool:
    """Whether a link looks like the mark of a note: a number, letter or star, raised or leading to what is called a note."""
    if not _MARK.fullmatch("".join(islice(link.itertext(), 9)).strip()):
        return False
    raised = link.find(".//sup") is not None or any(outer.tag == "sup" for outer in islice(link.iterancestors(), _BACK))
    return raised or bool(_SIGN.search(link.get("href") or ""))


def _below(root: Any, marks: list[Any]) -> dict[Any, Any]:
    """Return the element to which each mark leads that stands further down in the page."""
    named = {_target(link): (-1, None) for link in marks}
    places = dict.fromkeys(marks, 0)
    for at, element in enumerate(root.iter()):
        if element in places:
            places[element] = at
        for name in _names(element):
            if name in named:
                named[name] = at, element
    targets = {mark: named[_target(mark)] for mark in marks}
    return {mark: target for mark, (at, target) in targets.items() if at > places[mark]}


def _names(element: Any) -> list[str]:
    if not isinstance(element.tag, str):
        return []
    return [name for name in (element.get("id"), element.get("name") if element.tag == "a" else None) if name]


def _around(mark: Any) -> list[str]:
    """Return the names of a mark, of what stands in it and of what it stands in."""
    found = _names(mark) + [name for inner in mark.iterchildren() for name in _names(inner)]
    element = mark
    for _ in range(_BACK):
        element = element.getparent()
        if element is None or element.tag in _BLOCKS:
            break
        found += _names(element)
    return found


def _body(target: Any | None) -> Any | None:
    """Return the paragraph or item in which the target of a link stands."""
    while target is not None and target.tag not in _BLOCKS:
        target = target.getparent()
    return target


def settle(flow: Flow, notes: Notes) -> Flow:
    """Return the paragraphs with each note at the end of the section that refers to it, as an item of a list."""
    settled: Flow = []
    due: list[str] = []
    count = 0
    for part in [*flow, Para([], "heading")]:
        if isinstance(part, Para) and part.kind == "heading":
            if not part.pieces:
                due += notes.texts
            for label in due:
                if texts := notes.texts.pop(label, None):
                    count += 1
                    settled += _item(texts, f"[{count}] ")
            due = []
        due += _referred(part)
        settled.append(part)
    return settled[:-1]


def _referred(part: Para | Table) -> list[str]:
    if isinstance(part, Para):
        return part.notes
    return [label for row in part.rows for cell in row.cells for inner in cell for label in _referred(inner)]


def _item(texts: Flow, marker: str) -> Flow:
    """Return a note as one item; tables in it stand behind it."""
    pieces: list[Piece] = []
    for part in texts:
        if isinstance(part, Para):
            pieces += (
                [Piece(BREAK)] * bool(pieces) + [Piece(part.marker or "", number=part.pieces[0].number)] + part.pieces
            )
    return [Para(pieces, depth=1, marker=marker), *(part for part in texts if isinstance(part, Table))]
