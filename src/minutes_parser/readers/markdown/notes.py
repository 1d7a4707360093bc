"""Notes in Markdown, as GitHub and pandoc read them: ``[^1]`` in the text, ``[^1]: Left at 8 pm.`` anywhere below."""

from __future__ import annotations

import re

from markdown_it import MarkdownIt
from markdown_it.rules_block import StateBlock
from markdown_it.rules_inline import StateInline

_DEFINES = re.compile(r"\[\^([^\]\s]{1,100})\]:[ \t]*")
_REFERS = re.compile(r"\[\^([^\]\s]{1,100})\]")
_INDENT = 4
"""Further paragraphs of a note stand so far to the right."""
KEY = "data-note"


def enable(parser: MarkdownIt) -> MarkdownIt:
    """Let the parser read notes, as elements with the note's label in ``data-note``."""
    parser.block.ruler.before("reference", "note", _define, {"alt": ["paragraph", "reference"]})
    parser.inline.ruler.before("link", "note", _refer)
    return parser


def _define(state: StateBlock, line: int, end: int, silent: bool) -> bool:
    """Read the text of a note: blocks that stand behind its label and, indented, below it."""
    start = state.bMarks[line] + state.tShift[line]
    found = _DEFINES.match(state.src, start, state.eMarks[line]) if state.src.startswith("[^", start) else None
    if found is None or state.level >= state.md.options.maxNesting - 2:
        return False
    if silent:
        return True
    state.env.setdefault(KEY, set()).add(found[1])
    opening = state.push("note_open", "div", 1)
    opening.attrs = {KEY: found[1]}
    kept = (state.bMarks[line], state.tShift[line], state.sCount[line], state.parentType)
    state.blkIndent += _INDENT
    state.bMarks[line], state.tShift[line], state.sCount[line] = found.end(), 0, state.blkIndent
    state.parentType = "footnote"
    state.md.block.tokenize(state, line, end)
    opening.map = [line, state.line]
    state.blkIndent -= _INDENT
    state.bMarks[line], state.tShift[line], state.sCount[line], state.parentType = kept
    state.push("note_close", "div", -1)
    return True


def _refer(state: StateInline, silent: bool) -> bool:
    """Read a reference to a note that the document holds."""
    found = _REFERS.match(state.src, state.pos, state.posMax) if state.src.startswith("[^", state.pos) else None
    if found is None or found[1] not in state.env.get(KEY, ()):
        return False
    if not silent:
        state.push("note_mark", "sup", 0).attrs = {KEY: found[1]}
    state.pos = found.end()
    return True
