"""The running title and the page numbers, where the template has none."""

from __future__ import annotations

from xml.sax.saxutils import escape

from docx.document import Document as Docx
from docx.oxml import parse_xml
from docx.oxml.ns import nsdecls

_FIELD = (
    '<w:r><w:fldChar w:fldCharType="begin"/></w:r><w:r><w:instrText xml:space="preserve"> {code} </w:instrText></w:r>'
    '<w:r><w:fldChar w:fldCharType="separate"/></w:r><w:r><w:t>1</w:t></w:r><w:r><w:fldChar w:fldCharType="end"/></w:r>'
)
_PAGES = f'<w:r><w:t xml:space="preserve">Page </w:t></w:r>{_FIELD.format(code="PAGE")}<w:r><w:t xml:space="preserve"> of </w:t></w:r>{_FIELD.format(code="NUMPAGES")}'
_LONGEST = 90


def add_margins(document: Docx, title: str, styles: dict[str, str]) -> None:
    """Add the title above every page but the first, and the page's number below each."""
    section = document.sections[-1]
    if not (section.header.is_linked_to_previous and section.footer.is_linked_to_previous):
        return
    section.different_first_page_header_footer = True
    short = title if len(title) <= _LONGEST else f"{title[:_LONGEST].rstrip()}…"
    running = f'<w:r><w:t xml:space="preserve">{escape(short)}</w:t></w:r>'
    for part, style, words in (
        (section.header, "Header", running), (section.first_page_header, "Header", ""),
        (section.footer, "Footer", _PAGES), (section.first_page_footer, "Footer", _PAGES),
    ):  # fmt: skip
        part.is_linked_to_previous = False
        root = part._element
        for element in list(root):
            root.remove(element)
        lead = f'<w:pPr><w:pStyle w:val="{styles[style]}"/><w:jc w:val="right"/></w:pPr>'
        root.append(parse_xml(f"<w:p {nsdecls('w')}>{lead}{words}</w:p>"))
