"""Rich Text to paragraphs and tables, in one pass over its groups, control words and text."""

from __future__ import annotations

import re
from dataclasses import dataclass, field, replace

from minutes_parser.readers.composer import Composer, Style
from minutes_parser.readers.flow import BREAK, PLAIN, TAB, Flow, Para, write
from minutes_parser.readers.rtf import words
from minutes_parser.readers.rtf.paragraphs import Look, Place, once
from minutes_parser.readers.rtf.sheets import Sheets
from minutes_parser.source import MinutesError, Source

MOST_TOKENS = 2_000_000
"""Groups, control words and runs of text; a page of minutes has a hundred."""
DEEPEST = 500
"""Groups within groups; Word nests a dozen."""

_TOKEN = re.compile(
    r"(?P<text>[^\\{}]+)"
    r"|(?:\\(?:(?:cl|brdr|tr(?!owd|hdr))[a-zA-Z]{1,20}-?\d{0,10}|cellx-?\d{1,10}|[a-z]{0,8}rsid\d{1,10}) ?)+"
    r"|\\(?P<word>[a-zA-Z]{1,32})(?P<number>-?\d{1,10})? ?"
    r"|(?P<brace>[{}])"
    r"|\\'(?P<byte>[0-9a-fA-F]{2})"
    r"|\\(?P<sign>[^a-zA-Z]?)",
    re.DOTALL,
)
"""Text, a run of words that say how borders and the like are drawn, another word, a brace, a byte, a sign."""
_ENDS = str.maketrans("", "", "\r\n\0")
_FLAGS = {"b": "bold", "i": "italic", "strike": "struck", "striked": "struck"}


@dataclass(slots=True)
class _Group:
    """What holds within a group until it ends."""

    skip: bool = False
    style: Style = field(default_factory=Style)
    hidden: bool = False
    codec: str = "cp1252"
    fallback: int = 1
    """So many characters behind one in Unicode stand for readers that know none."""
    into: str = ""
    """What the text is: '' for the document's own, else one of ``words.INTO``."""


def read_document(data: bytes, name: str, media_type: str) -> Source:
    """Read Rich Text."""
    flow = _Reading(name).read(data.decode("latin-1"))
    composer = Composer()
    composer.number = 0
    write(flow, composer)
    source = composer.source(name, media_type, None)
    if not source.lines:
        raise MinutesError(f"{name}: no text in it; check that it is the right file")
    return source


class _Reading:
    """The state of one pass."""

    def __init__(self, name: str) -> None:
        self.name = name
        self.groups: list[_Group] = []
        self.here = _Group()
        self.places = [Place()]
        self.noted = 0
        self.margins: dict[str, Flow] = {"head": [], "foot": []}
        self.codec = "cp1252"
        self.sheets = Sheets()
        self.marker = ""
        self.bytes = bytearray()
        self.high = 0
        self.drop = 0
        self.asterisk = False
        self.header_row = False
        self.number = 1

    def read(self, text: str) -> Flow:
        """Return the content of the document; raise ``MinutesError`` where its groups do not end."""
        at, count = 0, 0
        while token := _TOKEN.match(text, at):
            at = token.end()
            count += 1
            kind = token.lastgroup
            if kind == "text":
                self._text(token[0])
            elif kind in ("word", "number"):
                if token["word"] == "bin":
                    at += max(int(token["number"] or 0), 0)
                else:
                    self._word(token["word"], token["number"])
            elif kind == "byte":
                self._byte(int(token["byte"], 16))
            elif kind == "sign":
                self._sign(token["sign"])
            elif token[0] == "{":
                self._open()
            elif token[0] == "}" and self._close():
                return self._whole()
            if count > MOST_TOKENS:
                raise MinutesError(
                    f"{self.name}: holds far more than the minutes of a meeting; split it into several files"
                )
        raise MinutesError(f"{self.name}: the file is damaged or cut short; open and save it again, or fetch it anew")

    def _whole(self) -> Flow:
        return [*once(self.margins["head"]), *self.places[0].finish(), *once(self.margins["foot"])]

    # Groups

    def _open(self) -> None:
        self._flush()
        if len(self.groups) >= DEEPEST:
            raise MinutesError(f"{self.name}: is nested deeper than any document; check where it comes from")
        self.groups.append(self.here)
        self.here = replace(self.here)
        self.asterisk = False
        self.drop = 0

    def _close(self) -> bool:
        """End a group; return whether it was the outermost one."""
        self._flush()
        if not self.groups:
            return True
        left, self.here = self.here, self.groups.pop()
        self.drop = 0
        if left.into != self.here.into:
            self._leave(left.into)
        elif left.into == "style":
            self.sheets.define()
        return not self.groups

    def _enter(self, into: str) -> None:
        """Begin a group whose text goes elsewhere."""
        self.here.into = into
        if into in ("note", "box", "head", "foot"):
            self.here.style, self.here.hidden = PLAIN, False
            self.places.append(Place())
        elif into == "marker":
            self.marker = ""

    def _leave(self, into: str) -> None:
        if into == "marker":
            self.places[-1].marker = self.marker.strip()
        elif into in ("note", "box", "head", "foot") and len(self.places) > 1:
            flow = self.places.pop().finish()
            if into == "box":
                self.places[-1].beside(flow)
            elif into == "note":
                self._note(flow)
            else:
                self.margins[into] += flow

    def _note(self, flow: Flow) -> None:
        """Keep a note for the end of its section, as an item of a list."""
        self.noted += 1
        for index, para in enumerate(part for part in flow if isinstance(part, Para)):
            note = Para(para.pieces, depth=1, marker=None if index else f"[{self.noted}] ")
            self.places[0].notes.append(note)

    # Characters

    def _put(self, characters: str) -> None:
        """Add characters where they belong."""
        here = self.here
        if here.skip or here.hidden:
            return
        if here.into == "style":
            self.sheets.name += characters
        elif here.into == "marker":
            self.marker += characters
        elif here.into != "font":
            self.places[-1].add(characters, here.style, self.number)

    def _text(self, characters: str) -> None:
        self.asterisk = False
        if self.here.skip:
            return
        characters = characters.translate(_ENDS)
        if self.drop:
            dropped = min(self.drop, len(characters))
            self.drop -= dropped
            characters = characters[dropped:]
        if not characters.isascii():
            self.bytes += characters.encode("latin-1")
        elif characters:
            self._flush()
            self._put(characters)

    def _byte(self, value: int) -> None:
        if self.drop:
            self.drop -= 1
        elif not self.here.skip:
            self.bytes.append(value)

    def _flush(self) -> None:
        """Decode the bytes that were met: those of one run, since two may make a character."""
        if self.bytes:
            self._put(self.bytes.decode(self.here.codec, "replace"))
            self.bytes.clear()

    def _unicode(self, number: int) -> None:
        """Add a character given by its number; two halves of a pair come one after the other."""
        self._flush()
        code = number & 0xFFFF if number < 0 or number <= 0xFFFF else number
        self.drop = self.here.fallback
        high, self.high = self.high, 0
        if 0xD800 <= code < 0xDC00:
            self.high = code
        elif 0xDC00 <= code < 0xE000:
            self._put(chr(0x10000 + ((high - 0xD800) << 10) + code - 0xDC00) if high else "\ufffd")
        elif code <= 0x10FFFF:
            self._put(words.SYMBOLS.get(code, chr(code)))

    def _sign(self, sign: str) -> None:
        if self.drop and sign != "*":
            self.drop -= 1
        elif sign == "*":
            self.asterisk = True
        elif sign in ("\r", "\n"):
            self._word("par", None)
        elif sign == "\t":
            self._word("tab", None)
        elif sign in words.CHARACTERS:
            self._flush()
            self._put(words.CHARACTERS[sign])

    # Control words

    def _word(self, word: str, digits: str | None) -> None:
        asterisk, self.asterisk = self.asterisk, False
        number = int(digits) if digits else None
        if self.drop and word != "u":
            self.drop -= 1
            return
        if self.bytes:
            self._flush()
        into = words.INTO.get(word)
        if word in words.SHOWN or into:
            self.here.skip = False
            if into:
                self._enter(into)
        elif asterisk or word in words.SKIPPED:
            self.here.skip = True
        elif self.here.skip:
            return
        elif self.here.into in ("font", "style"):
            self.sheets.word(word, number, self.codec)
        elif word in words.CHARACTERS:
            self._put(words.CHARACTERS[word])
        elif not self._character_word(word, number) and self.here.into != "marker":
            self._paragraph_word(word, number)  # what a number says of its paragraph it says of itself alone

    def _character_word(self, word: str, number: int | None) -> bool:
        """Read a word about characters; return whether it is one."""
        here = self.here
        if word == "u":
            self._unicode(number or 0)
        elif word == "uc":
            here.fallback = max(number or 0, 0)
        elif word in _FLAGS:
            here.style = replace(here.style, **{_FLAGS[word]: number != 0})
        elif word in ("v", "deleted"):
            here.hidden = number != 0
        elif word == "plain":
            here.style, here.hidden = PLAIN, False
        elif word == "f":
            here.codec = self.sheets.fonts.get(number or 0, self.codec)
        elif word == "ansicpg":
            self.codec = here.codec = words.codec(number or 1252)
        elif word in ("mac", "pc", "pca"):
            self.codec = here.codec = words.codec({"mac": 10000, "pc": 437, "pca": 850}[word])
        else:
            return False
        return True

    def _paragraph_word(self, word: str, number: int | None) -> None:
        place = self.places[-1]
        if word in ("par", "sect"):
            place.end_paragraph()
            self.number += 1
        elif word in ("line", "tab"):
            self._put(BREAK if word == "line" else TAB)
        elif word == "pard":
            place.look = Look()
        elif word == "s":
            place.look = replace(self.sheets.styles.get(number or 0, Look()), in_table=place.look.in_table)
        elif word == "outlinelevel":
            place.look.level = (number or 0) + 1 if (number or 0) < 6 else 0
        elif word == "ilvl":
            place.look.depth = min(max(number or 0, 0), 8)
        elif word == "intbl":
            place.look.in_table = True
        elif word == "cell":
            place.end_cell()
        elif word == "nestcell":
            place.end_paragraph()
        elif word == "trhdr":
            self.header_row = True
        elif word == "trowd":
            self.header_row = False
        elif word == "row":
            place.end_row(header=self.header_row)
            self.number += 1
