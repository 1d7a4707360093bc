"""A page of styled runs as WordprocessingML."""

from __future__ import annotations

from collections.abc import Mapping
from itertools import count
from xml.sax.saxutils import escape

from minutes_parser.styled import Paragraph, Run, Table
from minutes_parser.styled import names as n
from minutes_parser.styled.escapes import is_absent
from minutes_parser.writers.docx.styles import DARK, ROW_HEAD, TABLE

_AROUND = (n.OWNER, n.DUE, n.STATE)
"""Values in bookmarks that take in more than their words, so that writing over the words leaves the bookmark."""
_EDGE = Run("\u200b", n.LABEL)
_PLAIN = '<w:b w:val="0"/><w:color w:val="595959"/>'
_LEVEL = '<w:vertAlign w:val="baseline"/>'


class Body:
    """Writes paragraphs and tables; ``styles`` gives the ids of styles by their names."""

    def __init__(self, styles: Mapping[str, str], width: int, *, bullets: bool) -> None:
        """Take the ids, the width of the text in twentieths of a point, and whether the style of bullets shows them."""
        self.styles = styles
        self.width = width
        self.bullets = bullets
        self.bookmarks = count(1)

    def part(self, part: Paragraph | Table) -> str:
        """Return the element of a paragraph or table; Word wants a paragraph between tables."""
        return self.paragraph(part) if isinstance(part, Paragraph) else self._table(part)

    def paragraph(self, paragraph: Paragraph) -> str:
        """Return a ``w:p``."""
        lead = "" if self.bullets or paragraph.style != n.BULLET else self._run(Run("•\t", n.LABEL))
        own = ROW_HEAD + _LEVEL if paragraph.style == n.REGISTER_HEAD else ""
        running = paragraph.style not in (n.REGISTER, n.DETAILS, n.EXTRACT)
        runs = "".join(
            self._named(run, own or (_LEVEL if run.style == n.REFERENCE and not running else ""))
            for run in paragraph.runs
        )
        return f'<w:p><w:pPr><w:pStyle w:val="{self.styles[paragraph.style]}"/></w:pPr>{lead}{runs}</w:p>'

    def _named(self, run: Run, own: str) -> str:
        """Return a run, in its bookmark or field where it has one; ``own`` is what sets it apart from its style."""
        made = self._run(run, own)
        if run.refers:
            return (
                f'<w:r><w:fldChar w:fldCharType="begin"/></w:r><w:r><w:instrText xml:space="preserve"> REF {run.refers} '
                f'</w:instrText></w:r><w:r><w:fldChar w:fldCharType="separate"/></w:r>{made}'
                '<w:r><w:fldChar w:fldCharType="end"/></w:r>'
            )
        if not run.name:
            return made
        if run.style in _AROUND:
            made = f"{self._run(_EDGE)}{made}{self._run(_EDGE)}"
        number = next(self.bookmarks)
        return f'<w:bookmarkStart w:id="{number}" w:name="{run.name}"/>{made}<w:bookmarkEnd w:id="{number}"/>'

    def _run(self, run: Run, own: str = "") -> str:
        """Return a ``w:r``; tabs are in labels only."""
        own = _PLAIN if run.style in n.VALUES and is_absent(run.text) else own
        style = f'<w:rStyle w:val="{self.styles[self._character(run.style)]}"/>' if run.style else ""
        style = f"<w:rPr>{style}{own}</w:rPr>" if style or own else ""
        words = "<w:tab/>".join(
            f'<w:t xml:space="preserve">{escape(words)}</w:t>' if words else "" for words in run.text.split("\t")
        )
        return f"<w:r>{style}{words}</w:r>"

    @staticmethod
    def _character(style: str) -> str:
        return f"{style} Char" if style in n.THINGS else style

    def _table(self, table: Table) -> str:
        """Return a ``w:tbl`` as wide as the text, its head repeated on every page."""
        columns = max(map(len, table.rows))
        shares = table.widths or (1,) * columns
        widths = [self.width * share // sum(shares) for share in shares]
        register = table.rows[0][0][0].style == n.REGISTER_HEAD
        grid = "".join(f'<w:gridCol w:w="{width}"/>' for width in widths)
        rows = "".join(
            self._row(row, widths, head=table.head and not index, dark=register and not index)
            for index, row in enumerate(table.rows)
        )
        return (
            f'<w:tbl><w:tblPr><w:tblStyle w:val="{self.styles[TABLE]}"/><w:tblW w:w="{sum(widths)}" w:type="dxa"/>'
            f'<w:tblLayout w:type="fixed"/><w:tblLook w:val="{"0420" if register else "0400"}" w:firstRow="{int(register)}" '
            'w:lastRow="0" w:firstColumn="0" w:lastColumn="0" w:noHBand="0" w:noVBand="1"/>'
            f'<w:tblCaption w:val="{escape(table.title)}"/></w:tblPr><w:tblGrid>{grid}</w:tblGrid>{rows}</w:tbl>'
        )

    def _row(self, row: tuple[tuple[Paragraph, ...], ...], widths: list[int], *, head: bool, dark: bool) -> str:
        repeated = "<w:tblHeader/>" if head else ""
        shade = f'<w:shd w:val="clear" w:color="auto" w:fill="{DARK}"/>' if dark else ""
        cells = "".join(
            f'<w:tc><w:tcPr><w:tcW w:w="{width}" w:type="dxa"/>{shade}</w:tcPr>{"".join(map(self.paragraph, cell))}</w:tc>'
            for cell, width in zip(row, widths, strict=True)
        )
        return f"<w:tr><w:trPr><w:cantSplit/>{repeated}</w:trPr>{cells}</w:tr>"
