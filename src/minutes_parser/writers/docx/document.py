"""The document: a template or a blank one, its styles, its body, its properties, packed the same way every time."""

from __future__ import annotations

import io
import zipfile
from collections.abc import Sequence
from datetime import datetime
from pathlib import Path

from docx import Document
from docx.document import Document as Docx
from docx.oxml import parse_xml
from docx.oxml.ns import nsdecls, qn

from minutes_parser.models import Minutes
from minutes_parser.page import lay_out
from minutes_parser.rules import Finding
from minutes_parser.styled import Page
from minutes_parser.styled.escapes import encode, fold
from minutes_parser.writers.docx.blank import LANGUAGE, blank
from minutes_parser.writers.docx.body import Body
from minutes_parser.writers.docx.comments import comment
from minutes_parser.writers.docx.margins import add_margins
from minutes_parser.writers.docx.styles import BULLETS, CHARACTERS, PARAGRAPHS, TABLE, TABLE_XML, Style, xml
from minutes_parser.writers.docx.template import opened

_UNDATED = "1980-01-01"
"""The day of a document whose meeting has none: the first that a zip archive can hold."""
_EARLIEST = (1980, 1, 1, 0, 0, 0)
_LONGEST_PROPERTY = 255
_PAGE_WIDTH = 9638


def written(minutes: Minutes, template: Path | None, comments: Sequence[Finding]) -> bytes:
    """Return the Word document of a record."""
    document = opened(template) if template else Document(blank())
    styles = _add_styles(document, bullets=template is None)
    page = lay_out(minutes)
    _fill(document, page, styles, bullets=template is None or _shows_bullets(document, styles))
    title = _title(minutes)
    add_margins(document, title, styles)
    day = _day(minutes)
    comment(document, page, comments, day)
    _set_properties(document, minutes, title, day)
    return _packed(document)


def _add_styles(document: Docx, *, bullets: bool) -> dict[str, str]:
    """Add the styles that the document lacks; return the ids of all by their names."""
    root = document.styles.element
    ids = {_canonical(style.name_val or ""): style.styleId for style in root.style_lst}
    taken = set(ids.values())
    added: list[Style] = []
    for style in (*PARAGRAPHS, *CHARACTERS):
        if _canonical(style.name) not in ids and style.id not in taken:
            ids[_canonical(style.name)] = style.id
            added.append(style)
    for style in added:
        if bullets and style.name == "List Bullet":
            style = style._replace(paragraph=BULLETS + (style.paragraph or ""))
        shown = style.paragraph is not None
        based_on, following = ids.get(_canonical(style.based_on), ""), ids.get(_canonical(style.next), "")
        root.append(
            parse_xml(xml(style, based_on, following, shown=shown).replace("<w:style ", f"<w:style {nsdecls('w')} ", 1))
        )
    if TABLE not in ids:
        ids[TABLE] = "MinutesTable"
        name = f'<w:name w:val="{TABLE}"/><w:uiPriority w:val="99"/>'
        head = f'<w:style {nsdecls("w")} w:type="table" w:customStyle="1" w:styleId="MinutesTable">'
        root.append(parse_xml(f"{head}{name}{TABLE_XML}</w:style>"))
    return ids


def _canonical(name: str) -> str:
    """Return the name of a style as we write it: Word has 'heading 1' for what it shows as 'Heading 1'."""
    return name[:1].upper() + name[1:]


def _shows_bullets(document: Docx, styles: dict[str, str]) -> bool:
    """Whether the template's own style for bullets makes a list."""
    return any(
        style.styleId == styles["List Bullet"] and style.find(f"{qn('w:pPr')}/{qn('w:numPr')}") is not None
        for style in document.styles.element.style_lst
    )


def _fill(document: Docx, page: Page, styles: dict[str, str], *, bullets: bool) -> None:
    """Put the page into the document's body, in the place of what stood there; the last section's layout stays."""
    body = document.element.body
    layout = body.sectPr
    for element in list(body):
        if element is not layout:
            body.remove(element)
    section = document.sections[0] if layout is not None else None
    width = _text_width(section) if section is not None else _PAGE_WIDTH
    made = Body(styles, width, bullets=bullets)
    words = "".join(map(made.part, page))
    for element in list(parse_xml(f"<w:body {nsdecls('w')}>{words}</w:body>")):
        if layout is not None:
            layout.addprevious(element)
        else:
            body.append(element)


def _text_width(section) -> int:  # type: ignore[no-untyped-def]  # python-docx has no types
    """Return the width between the margins in twentieths of a point."""
    if not (section.page_width and section.left_margin is not None and section.right_margin is not None):
        return _PAGE_WIDTH
    return max(int(section.page_width - section.left_margin - section.right_margin) // 635, 2000)


def _title(minutes: Minutes) -> str:
    """Return the document's title."""
    meeting = minutes.meeting
    said = meeting.title or meeting.body
    return encode(fold(said.text))[:_LONGEST_PROPERTY] if said and fold(said.text) else "Minutes"


def _day(minutes: Minutes) -> datetime:
    """Return the day that the document bears: that of the meeting, never today's."""
    try:
        return datetime.fromisoformat((minutes.meeting.date and minutes.meeting.date.value) or _UNDATED)
    except ValueError:
        return datetime.fromisoformat(_UNDATED)


def _set_properties(document: Docx, minutes: Minutes, title: str, day: datetime) -> None:
    """Set the document's properties from the record alone."""
    properties, body = document.core_properties, minutes.meeting.body
    properties.title = title
    properties.subject = "Minutes of a meeting"
    properties.author = encode(fold(body.text))[:_LONGEST_PROPERTY] if body and fold(body.text) else "minutes"
    properties.last_modified_by = "minutes"
    properties.language = LANGUAGE
    properties.revision = 1
    properties.created = properties.modified = day
    properties.keywords = properties.comments = properties.category = ""


def _packed(document: Docx) -> bytes:
    """Return the document as a zip archive whose parts bear no date of their own."""
    loose, packed = io.BytesIO(), io.BytesIO()
    document.save(loose)
    with zipfile.ZipFile(loose) as parts, zipfile.ZipFile(packed, "w", zipfile.ZIP_DEFLATED) as archive:
        for name in parts.namelist():
            info = zipfile.ZipInfo(name, _EARLIEST)
            info.compress_type = zipfile.ZIP_DEFLATED
            info.create_system = 3  # the same on every system
            archive.writestr(info, parts.read(name))
    return packed.getvalue()
