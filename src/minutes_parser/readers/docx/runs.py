"""The text of a Word paragraph: runs, tabs, line breaks, with tracked changes as accepted."""

from __future__ import annotations

from dataclasses import dataclass, field

from minutes_parser.readers.archive import Element
from minutes_parser.readers.composer import Style
from minutes_parser.readers.docx.styles import Look, Styles, W, is_on

_DELETED = {f"{W}del", f"{W}moveFrom", f"{W}pPr", f"{W}rPr", f"{W}sdtPr", f"{W}rt"}
_SYMBOLS = {"F0FE": "☑", "F052": "☑", "F0A8": "☐", "F06F": "☐", "F0FC": "✓", "F0B7": "•", "F0E0": "→", "F0A7": "▪"}


@dataclass(slots=True)
class Runs:
    """What a paragraph holds, in order; a run's text is a tab, a line break or words."""

    runs: list[tuple[str, Style]] = field(default_factory=list)
    boxes: list[Element] = field(default_factory=list)
    """Contents of the text boxes that hang on the paragraph."""
    notes: list[tuple[str, str]] = field(default_factory=list)
    """The foot- and endnotes that the paragraph refers to: 'footnote' or 'endnote', and the note's id."""

    @property
    def text(self) -> str:
        """The words alone."""
        return "".join(words for words, _ in self.runs)


def collect(paragraph: Element, base: Look, styles: Styles) -> Runs:
    """Return the runs of a paragraph that looks like ``base``."""
    found = Runs()
    _within(paragraph, base, styles, found)
    return found


def _within(parent: Element, base: Look, styles: Styles, found: Runs) -> None:
    for child in parent:
        tag = child.tag
        if tag == f"{W}r":
            _run(child, base, styles, found)
        elif tag.endswith("}oMath"):
            found.runs.append(("".join(t.text or "" for t in child.iter() if t.tag.endswith("}t")), Style()))
        elif tag not in _DELETED:
            _within(child, base, styles, found)


def _run(run: Element, base: Look, styles: Styles, found: Runs) -> None:
    look = styles.run(run.find(f"{W}rPr"), base)
    if look.hidden:
        return
    style = Style(bool(look.bold), bool(look.italic), bool(look.struck))
    for child in run:
        name = child.tag.rpartition("}")[2]
        if name == "t":
            found.runs.append(((child.text or "").replace("\t", " ").replace("\n", " "), style))
        elif name in ("tab", "ptab"):
            found.runs.append(("\t", style))
        elif name in ("cr", "br"):  # what goes on in the next column or page begins a line, too
            found.runs.append(("\n", style))
        elif name == "noBreakHyphen":
            found.runs.append(("-", style))
        elif name in ("footnoteReference", "endnoteReference"):
            found.notes.append((name.removesuffix("Reference"), child.get(f"{W}id") or ""))
        elif name == "fldChar" and (box := child.find(f"{W}ffData/{W}checkBox")) is not None:
            found.runs.append(("☑" if _is_ticked(box) else "☐", style))
        elif name == "sym":
            found.runs.append((_SYMBOLS.get((child.get(f"{W}char") or "").upper(), ""), style))
        elif name in ("AlternateContent", "drawing", "pict", "object"):
            found.boxes.extend(_boxes(child))


def _is_ticked(box: Element) -> bool:
    """Whether a form's box is ticked: as it was last set, else as the form was made."""
    state = next((found for name in ("checked", "default") if (found := box.find(W + name)) is not None), None)
    return state is not None and is_on(state.get(f"{W}val"))


def _boxes(element: Element) -> list[Element]:
    """Return the text boxes within, each once: what an older Word is offered instead of the first choice is left out."""
    boxes = []
    for child in element:
        if child.tag == f"{W}txbxContent":
            boxes.append(child)
        else:
            boxes.extend(_boxes(child))
            if boxes and child.tag.endswith("}Choice"):
                break
    return boxes
