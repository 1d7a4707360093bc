"""Where a text may record decisions: in sentences, behind labels, as motions that were put or worded."""

from __future__ import annotations

from collections.abc import Sequence

from minutes_parser.layout import motions
from minutes_parser.layout.blocks import Block
from minutes_parser.layout.cues import Cues
from minutes_parser.layout.outline import Outline
from minutes_parser.layout.verdict_cues import VerdictCues
from minutes_parser.stages.decisions.rows import columns_of

_LABELS = {
    "decision": (". Decision:", ". Decision "),
    "resolution": (". Resolution:", ". Resolution "),
    "consensus": (". Consensus:",),
}
"""Behind the end of a sentence they open what was decided."""


class DecisionCues:
    """Places found once for the whole text: outside lists of decisions, a block without any of them records none."""

    def __init__(self, outline: Outline) -> None:
        """Look for all of them."""
        text, words, self.verdicts = outline.source.text, outline.source.words, VerdictCues(outline)
        puts = {place for word in motions.CUES & words for place in self.verdicts.places(word)}
        self.puts = Cues(sorted(puts))
        self.columns = columns_of(outline.source, outline.told)
        marked = [start for (start, _), label in outline.labels.items() if label.kind == "decision"]
        worded = motions.wordings(text)
        behind = [
            at - 2
            for word, labels in _LABELS.items()
            if word in words
            for at in self.verdicts.places(word)
            if text.startswith(labels, max(0, at - 2))
        ]
        self._behind = Cues(sorted(behind))
        self._any = Cues(
            sorted([*self._behind.places, *self.verdicts.likely.places, *self.puts.places, *marked, *worded])
        )

    def touch(self, blocks: Sequence[Block]) -> bool:
        """Whether anything of a decision stands in one of the blocks."""
        if self.columns and any(block.table in self.columns for block in blocks):
            return True
        return bool(blocks) and self._any.within(blocks[0].start, blocks[-1].end + motions.LONGEST_NUMBER)

    def each(self, blocks: Sequence[Block]) -> list[bool]:
        """Say of each of the blocks, which are in order, whether anything of a decision stands in it."""
        columns, first, coming = self.columns, self._any.first, -1
        touched: list[bool] = []
        for block in blocks:
            if coming < block.start:
                coming = first(block.start)
            touched.append(coming < block.end + motions.LONGEST_NUMBER or block.table in columns)
        return touched

    def last(self, end: int) -> int:
        """Return the last place before the offset where a sentence may decide or put a motion; -1 where there is none."""
        return max(self.verdicts.likely.last(end), self.puts.last(end))

    def tell(self, block: Block) -> bool:
        """Whether sentences of the block may record a decision: by themselves, or of a motion that is put in them."""
        if self.verdicts.likely.within(block.body, block.end) or self._behind.within(block.body, block.end):
            return True
        return self.puts.within(block.body, block.end) and self.verdicts.any(block.body, block.end)
