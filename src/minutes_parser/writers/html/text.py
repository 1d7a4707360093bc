"""The text as markup: cut where marks begin and end, as marks may overlap."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import pairwise

from minutes_parser.writers.html.entries import LABELS
from minutes_parser.writers.html.marks import Mark
from minutes_parser.writers.html.markup import element, escape
from minutes_parser.writers.html.shown import Shown

_NUMBERED = frozenset(("action", "commitment", "question", "answer", "decision"))


def body(shown: Shown) -> str:
    """Return the text with each marked stretch as a link to its entry in the record."""
    seen: set[str] = set()
    return "".join(_segment(shown.text[start:end], over, seen) for start, end, over in _segments(shown))


def _segments(shown: Shown) -> Iterator[tuple[int, int, list[Mark]]]:
    """Yield the stretches between the places where a mark begins or ends, with the marks over each, the outer first."""
    bounds = {0, len(shown.text)}
    begin: dict[int, list[Mark]] = {}
    for start, end in shown.preformatted:
        begin.setdefault(start, []).append(Mark(start, end, "", "preformatted"))
    for mark in shown.marks:
        begin.setdefault(mark.start, []).append(mark)
    for marks in begin.values():
        for mark in marks:
            bounds.update((mark.start, mark.end))
    over: list[Mark] = []
    ordered = sorted(bounds)
    for start, end in pairwise(ordered):
        over = [mark for mark in over if mark.end > start]
        if start in begin:
            over += begin[start]
            over.sort(key=_outer_first)
        yield start, end, over


def _outer_first(mark: Mark) -> tuple[int, int, bool, bool]:
    """Order marks by length; of equal ones a note, which says something of the other, comes first, a part last."""
    return mark.start - mark.end, mark.start, mark.kind != "note", bool(mark.part)


def _segment(text: str, over: list[Mark], seen: set[str]) -> str:
    """Return one stretch: a link to the innermost entry that names the others, too; the first of an entry bears its number."""
    plain = escape(text)
    marks = [mark for mark in over if mark.entry]
    if len(marks) < len(over):
        plain = element("span", plain, class_="pre")
    if not marks:
        return plain
    inner = marks[-1]
    entries = list(dict.fromkeys(mark.entry for mark in reversed(marks)))
    new = [entry for entry in entries if entry not in seen]
    seen.update(new)
    kinds = list(dict.fromkeys(mark.kind for mark in marks))
    number = next((entry for entry in new if any(m.entry == entry and m.kind in _NUMBERED for m in marks)), "")
    link = element(
        "a",
        plain,
        class_=" ".join(("m", f"k-{inner.kind}", *_manners(inner, kinds))),
        href=f"#{inner.entry}",
        data_e=" ".join(entries),
        data_k=" ".join(kinds),
        data_n=number,
        tabindex="" if inner.entry in new else "-1",
        aria_label=_label(inner, text) if inner.entry in new else "",
    )
    return "".join(f'<span id="t-{entry}"></span>' for entry in new) + link


def _manners(inner: Mark, kinds: list[str]) -> Iterator[str]:
    """Yield what else the look of a stretch depends on, beside its kind."""
    if inner.part:
        yield "part"
    if "section" in kinds:
        yield "heading"
    if "note" in kinds:
        yield "noted"


def _label(mark: Mark, text: str) -> str:
    number = f" {mark.entry}" if mark.kind in _NUMBERED else ""
    return f"{LABELS[mark.kind].one}{number}: {' '.join(text.split())}"
