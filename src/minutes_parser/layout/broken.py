"""Broken paragraphs: a page's end or a converter may cut a paragraph in the middle of a sentence."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import replace

from minutes_parser import lazy
from minutes_parser.layout.blocks import Block

_SHORTEST = 40
"""Characters of a line that may go on in the next one; what is shorter may be a heading or a name."""
_DANGLING = frozenset(
    "the a an of that which by with for from in on at as was were be been would his her their its it had has have"
    " cllr councillor coun mr mrs ms dr".split()
)
"""With none of these words does a sentence end."""
_CLAUSE_OPENS = lazy.compile(r"\bthat\s(?:the|an?|this|our|their|its|both|all)\s\S{2,30}\Z")
"""A clause without its verb: '... agreed that the Estates', 'Committee will ...'."""

_LETTERED = lazy.compile(r"(?:[a-z]|[ivx]{2,4})[.)]\s")
"""The letter of a further item: 'c. Buses'."""


def mended(text: str, blocks: Iterable[Block]) -> list[Block]:
    """Return the blocks; paragraphs that were cut in the middle of a sentence are one again."""
    found: list[Block] = []
    last: Block | None = None
    for block in blocks:
        if (
            last is not None
            and block.kind == "paragraph"
            and text[last.end - 1] not in ".:;!?"
            and _cut(text, last, block)
        ):
            found.pop()
            block = replace(
                last, end=block.end, emphasis=last.emphasis + block.emphasis, lines=last.lines + block.lines
            )
        found.append(block)
        last = block
    return found


def _cut(text: str, above: Block, below: Block) -> bool:
    """Whether the block above ends within a sentence with which the one below goes on."""
    if above.kind not in ("paragraph", "bullet"):
        return False
    tail = text[above.end - 1]
    if not (tail.isalpha() or tail in ",’'") or not text[below.body].isalpha() or _LETTERED.match(text, below.body):
        return False
    last = text[max(above.body, above.end - 14) : above.end].split()[-1].lower()
    if _CLAUSE_OPENS.search(text, max(above.body, above.end - 60), above.end):
        return True
    if last in _DANGLING:
        return last != "it" or text[below.body].islower()
    return text[below.body].islower() and above.end - above.body >= _SHORTEST and below.body == below.start


_SHORTEST_STRUCK = 8


def unstruck(text: str, block: Block) -> Block:
    """Return the block without the tildes that strike it through, as some write them: '~AB: write the post~ sent'."""
    if not text.startswith("~", block.body):
        return block
    close = text.find("~", block.body + 1, block.end)
    return (
        replace(block, body=block.body + 1, end=close, struck=True) if close > block.body + _SHORTEST_STRUCK else block
    )
