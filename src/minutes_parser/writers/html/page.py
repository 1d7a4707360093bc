"""The page as a whole."""

from __future__ import annotations

import base64
import hashlib
from functools import cache
from importlib.resources import files
from string import Template

from minutes_parser.models import Minutes
from minutes_parser.writers.html.entries import LABELS, Entries, Entry, missing
from minutes_parser.writers.html.markup import element, escape
from minutes_parser.writers.html.shown import shown
from minutes_parser.writers.html.text import body

_NO_TEXT = (
    "This record was kept without the text that was read. What its sections hold is shown; the head and the attendance are not. "
    "Parse the document again with --with-text to see all of it."
)


def page(minutes: Minutes) -> str:
    """Return the page that shows a record."""
    text = shown(minutes)
    entries = Entries(minutes, text)
    kinds = entries.by_kind()
    meeting = minutes.meeting
    named = [value.text for value in (meeting.title, meeting.body) if value][:1]
    title = named[0] if named else "Minutes"
    about = [value for value in (meeting.date and meeting.date.text, minutes.source.name) if value]
    return _template("page.html").substitute(
        policy=_policy(),
        style=_resource("page.css"),
        script=_resource("page.js"),
        title=escape(title),
        about=escape(" · ".join(about)),
        chips="".join(_chip(kind, len(found)) for kind, found in kinds.items()),
        note="" if text.whole else element("p", escape(_NO_TEXT), class_="banner", role="note"),
        text=body(text),
        groups="".join(_group(kind, found, entries) for kind, found in kinds.items()),
        absent=f"<p class=absent>None found: {missing(kinds)}.</p>" if missing(kinds) else "",
    )


def _chip(kind: str, count: int) -> str:
    label = f'{escape(LABELS[kind].many)} <span class="count">{count}</span>'
    return f'<button type="button" class="chip k-{kind}" data-kind="{kind}" aria-pressed="false">{label}</button>'


def _group(kind: str, found: list[Entry], entries: Entries) -> str:
    head = f'<h2 id="h-{kind}">{escape(LABELS[kind].many)} <span class="count">{len(found)}</span></h2>'
    cards = "".join(entries.card(entry) for entry in found)
    return f'<section class="group k-{kind}" data-kind="{kind}" aria-labelledby="h-{kind}">{head}<ol>{cards}</ol></section>'


@cache
def _policy() -> str:
    """Return the content security policy: nothing but this style and this script, by their hashes."""
    style, script = (_hash(_resource(name)) for name in ("page.css", "page.js"))
    return f"default-src 'none'; style-src '{style}'; script-src '{script}'; base-uri 'none'; form-action 'none'"


def _hash(text: str) -> str:
    return f"sha256-{base64.b64encode(hashlib.sha256(text.encode()).digest()).decode()}"


@cache
def _template(name: str) -> Template:
    return Template(_resource(name))


@cache
def _resource(name: str) -> str:
    return files(__package__).joinpath(name).read_text("utf-8")
