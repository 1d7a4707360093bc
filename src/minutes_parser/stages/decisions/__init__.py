"""What the meeting resolved."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from itertools import pairwise

from minutes_parser import lazy
from minutes_parser.layout import motions, movers, verdicts
from minutes_parser.layout.blocks import Block
from minutes_parser.layout.broken import mended
from minutes_parser.layout.labels import Label, inline_decisions
from minutes_parser.layout.mentions import Span as Place
from minutes_parser.layout.outline import Outline, Part
from minutes_parser.layout.task import is_nothing, unnumbered
from minutes_parser.layout.verdict_cues import VerdictCues
from minutes_parser.layout.votes import is_ballot
from minutes_parser.models import Decision, Party, Span
from minutes_parser.roster import Roster
from minutes_parser.sentences import sentences, split
from minutes_parser.source import Source
from minutes_parser.stages.decisions import moved
from minutes_parser.stages.decisions.cues import DecisionCues
from minutes_parser.stages.decisions.found import Found, with_terms, with_terms_below
from minutes_parser.stages.decisions.headings import behind_title, heading, with_subject
from minutes_parser.stages.decisions.lists import each_below, heads_notes, itemised, listed_parts, with_list, with_notes
from minutes_parser.stages.decisions.opinions import comments, no_decision
from minutes_parser.stages.decisions.outcomes import merely_outcome, with_matter
from minutes_parser.stages.decisions.rows import in_rows

_MERE_LABELS = (
    "final decision",
    "group decision",
    "key decision",
    "decision",
    "decisions",
    "vote",
    "motion",
    "resolution",
    "outcome",
    "decision made",
    "decision taken",
    "ruling",
)
_ITEM = lazy.compile(r"(?<=\s)(?=\(?\d{1,2}[.)]\s+[A-Z])")
_NO_OBJECTION = lazy.compile(
    r"[-–—:]\s+(?=[^.;:–—]{3,60}?\s(?:had|has|have|made|raised)\s+no\s+(?:objection|comment|observation)s?)"
)
_RECITALS = ("WHEREAS", "Whereas")
"""With which a resolution says why: that is no decision yet."""
_APART = frozenset(("furniture", "metadata", "preformatted", "row"))
_MOST_LISTED = 8
_LONGEST_TITLE = 250
_OF_MOTION = ("The motion ", "This motion ", "Motion ")
_LONGEST_DEBATE = 600
"""Characters between the words that put a motion and those that tell its outcome, in one paragraph."""
_LONGEST_TAIL = 40
_RESOLVES = lazy.compile(
    r"(?i)\b(?:that|to|be|is|are|was|were)\b|\.\s*\Z|\b(?:approved|adopted|agreed|accepted|authori[sz]ed|carried|passed|seconded)\b"
)
"""What the words of a resolution hold, and its title does not."""


def read(outline: Outline, roster: Roster) -> list[Decision]:
    """Read them in document order."""
    text, cues = outline.source.text, DecisionCues(outline)
    found: list[Found] = []
    listed = listed_parts(outline)
    for part in outline.parts:
        if part.kind in ("front", "business", "attendance"):
            every = [*heading(outline.source, part, cues.verdicts), *_part(outline, part, cues)]
            if listed and (item := listed.get(part.start)):
                every = [item, *(one for one in every if one.start >= item.end)]
            if own := [one for one in every if not no_decision(text, one, roster)]:
                found.extend(with_terms_below(text, part, list(with_matter(text, part, with_terms(text, own)))))
    found = sorted((with_subject(outline, one) for one in found), key=lambda one: one.start)
    return [_decision(f"D{number}", one, outline, roster) for number, one in enumerate(found, 1)]


def _part(outline: Outline, part: Part, cues: DecisionCues) -> Iterator[Found]:
    """Yield the decisions that the blocks of one part record."""
    source, text = outline.source, outline.source.text
    headed = part.title is not None and verdicts.lists_decisions(source.fold(*part.title))
    if not headed and not cues.touch(part.blocks):
        return
    told = [block for block in part.blocks if block.kind not in _APART]
    if len(told) < len(part.blocks):
        yield from in_rows(source, part, cues.verdicts, cues.columns, cues.puts, lambda one: _told(text, one, [], cues))
    blocks = mended(text, told)
    depth = 0 if headed else -1  # of the list of decisions that is open; -1 for none
    outermost = min((block.depth for block in blocks if block.kind == "bullet"), default=0) if headed else 0
    taken = -1
    for index, (block, touched) in enumerate(zip(blocks, cues.each(blocks), strict=True)):
        if block.start < taken or (depth < 0 and not touched):
            continue
        if text.startswith(_RECITALS, block.body) or is_ballot(text, block.body, block.end):
            continue
        label = outline.label_of(block)
        if depth >= 0 and not headed and not itemised(text, block, depth):
            depth = -1
        if label and label.kind == "action" and motions.of_meeting(text, label.end, block.end):
            block, label = replace(block, body=label.end), None  # 'Action: Motion to approve the budget. Carried.'
        if label and label.kind == "action" and not label.weak:
            yield from _agreed_actions(text, block)
        elif label and label.kind == "decision" and label.alone and _stands_for_itself(text, part, block, index):
            yield Found(block.body, block.end, block.end)
        elif label and label.kind == "decision" and label.alone and not _puts(text, label):
            depth = block.depth
            if index + 1 < len(blocks) and _stands_below(text, label, blocks[index + 1]):
                below = blocks[index + 1]
                yield Found(unnumbered(text, below.body, below.end), below.end, below.end)
                taken = below.end
        elif (motion := moved.told(text, blocks, index, cues.puts)) is not None:
            taken = motion.reach
            yield motion
        else:
            after = blocks[index + 1 : index + 1 + _MOST_LISTED]
            deeper = headed and block.depth > outermost  # notes on the decisions
            whole = (depth >= 0 and not deeper) or (label and _marks(text, label, block.end, after, cues.verdicts))
            if whole and depth >= 0 and heads_notes(text, block, after):
                outermost = block.depth + 1 if text[block.end - 1] == ":" else outermost
                found = iter(()) if text[block.end - 1] == ":" else iter((with_notes(text, block, after),))
            elif whole:
                found = _listed(text, block, label, after)
            else:
                found = _told(text, block, after, cues) if cues.tell(block) else iter(())
            for one in found:
                yield one
                taken = one.end


def _stands_for_itself(text: str, part: Part, block: Block, index: int) -> bool:
    """Whether a lone word says what became of the item and opens no list: 'Agreed.', or '– agreed' behind the title."""
    return text[block.end - 1] == "." or (not index and behind_title(text, part, block.body, block.end))


def _puts(text: str, label: Label) -> bool:
    """Whether the label heads what is put to the meeting, not what it decided: 'Motions:'."""
    return text[label.start : label.end].strip(" :").lower() == "motions"


def _stands_below(text: str, label: Label, block: Block) -> bool:
    """Whether the paragraph below a lone 'Resolved:' is what was resolved: 'That ...', 'To ...'; below 'Decision:' any is."""
    if block.kind != "paragraph" or text[block.end - 1] == ":":
        return False
    word = text[label.start : label.end].strip(" :").lower()
    return word in ("decision", "resolution") or text.startswith(("That ", "that ", "To ", "to "), block.body)


def _settles(text: str, label: Label, end: int) -> bool:
    """Whether the label marks a decision: set off by a colon, or 'DECISION to ...' in capitals."""
    word = text[label.start : label.end].strip()
    if word.startswith("Resolution") and word[-1] in "–—-" and not _RESOLVES.search(text, label.end, end):
        return False  # 'Resolution – Budget of the pool' is an item of the agenda
    return label.kind == "decision" and (label.loud or word in ("DECISION", "RESOLVED", "RESOLUTION", "AGREED"))


def _marks(text: str, label: Label, end: int, after: list[Block], cues: VerdictCues) -> bool:
    return _settles(text, label, end) and not _heads(text, label, after, cues)


def _heads(text: str, label: Label, after: list[Block], cues: VerdictCues) -> bool:
    """Whether the label has but a title behind it, and what was resolved stands below: 'Resolution 4: Membership'."""
    if (
        not after
        or after[0].start - label.end > _LONGEST_TITLE
        or text[label.end : after[0].start].rstrip()[-1:] in ".;"
    ):
        return False
    below = after[0]
    return below.kind == "paragraph" and any(
        cues.decides(a, b) for a, b in split(text, below.body, below.end, one_paragraph=True)
    )


def _listed(text: str, block: Block, label: Label | None, after: list[Block]) -> Iterator[Found]:
    """Yield a block that is a decision as a whole; 'DECISION:' is a mere label, 'Consensus: ...' says what was reached."""
    start = said = unnumbered(text, block.body, block.end)
    if label and label.kind == "decision":
        said = label.end + len(text[label.end : block.end]) - len(text[label.end : block.end].lstrip(" *\t"))
        if unnumbered(text, said, block.end) > said:
            yield from _labelled(text, said, block.end)  # 'Resolved: (1) That ... (2) That ...'
            return
        word = text[label.start : label.end].partition("(")[0].strip(" :()[]#-–—/.0123456789").lower()
        enclosed = text[label.start - 1 : label.start] in ("(", "[")  # '[AGREED] ...'
        start = label.end if (word in _MERE_LABELS or enclosed) and label.loud else label.start
    if not is_nothing(text, said, block.end) or (said > start and merely_outcome(text, said, block.end)):
        terms = label.start if label else start  # 'Motion: Ann Bell, ...'
        end = moved.wording_end(text, start, block.end)
        yield with_list(text, Found(start, end, end, terms), block, after)


def _told(text: str, block: Block, after: list[Block], cues: DecisionCues) -> Iterator[Found]:
    """Yield the decisions that sentences of the block record."""
    found: Found | None = None
    # where the sentence begins that put a motion, or that named its movers; where it ends
    put = named = last = moved_at = -1
    labelled = inline_decisions(text, block.body, block.end)
    end = labelled[0][0] if labelled else block.end
    last_cue = cues.last(end)
    for a, b in sentences(text, unnumbered(text, block.body, block.end), end, one_paragraph=True):
        if a > last_cue and found is None and put < 0:
            break  # nothing is open with which what follows might go on
        if found and _seconded(text, found) and motions.confirms(text, a, b):
            found = replace(found, reach=b)
        elif found and put < 0 and found.start == moved_at and motions.settles_it(text, a, b):
            found, moved_at = replace(found, end=b, reach=b), -1
        elif found and put < 0 and _tells_terms(text, found, a, b):
            found = replace(found, reach=b)
        elif (
            put >= 0
            and (text[last:a].isspace() or text.startswith(_OF_MOTION, a))
            and (motions.goes_on(text, a, b) or ("second" in text[a:b] and motions.merely_terms(text, a, b)))
        ):
            if found:
                yield found
            found, moved_at, put = Found(put, b, b), put, -1
        elif cues.verdicts.decides(a, b) and not comments(text, block, a, b):
            if found:
                yield found
            before, put = put, -1
            clause = _NO_OBJECTION.search(text, a, b)
            begin = before if before >= 0 and motions.merely_made(text, a, b) else clause.end() if clause else a
            found, named = Found(begin, b, b, named), -1
        elif motions.names_mover(text, a, b):
            named = a if named < 0 else named
        elif put >= 0 and text[a] == "(" and text[b - 1] == ")":
            last = b  # '(He has agreed.)' between what is moved and 'Seconded by Ann.'
        else:
            named = named if named >= 0 and motions.words_motion(text, a) else -1
            if cues.puts.within(a, b) and motions.puts_motion(text, a, b):
                put, last = a, b
            elif put >= 0 and b - put > _LONGEST_DEBATE:
                put = -1
    if found:
        yield from each_below(text, found, block, after) or [with_list(text, found, block, after)]
    yield from _behind(text, labelled, block.end)


def _seconded(text: str, found: Found) -> bool:
    return text.find("econd", found.start, min(found.reach, found.start + verdicts.LONGEST)) >= 0


def _tells_terms(text: str, found: Found, start: int, end: int) -> bool:
    """Whether the sentence behind a decision only tells its terms, and puts no motion of its own."""
    if motions.begins_anew(text, start, end):
        return False
    return (
        motions.merely_terms(text, start, end)
        or motions.merely_terms(text, *_tail(text, found, start))
        or (
            motions.settles_it(text, start, end)
            and (_seconded(text, found) or motions.puts_motion(text, found.start, found.end))
            and not motions.settled(text, found.start, found.reach)
        )
    )


def _tail(text: str, found: Found, end: int) -> Place:
    """Return what stands between a decision and ``end`` if it is no more than 'Proposed.', else nothing."""
    between = text[found.end : end].strip() if end - found.end < _LONGEST_TAIL else ""
    return (end - len(between) - 1, end) if between in ("Proposed.", "Seconded.") else (end, end)


def _agreed_actions(text: str, block: Block) -> Iterator[Found]:
    """Yield the actions of a labelled block that it calls agreed."""
    for _, start in inline_decisions(text, block.body, block.end):
        yield from _labelled(text, start, block.end)


def _behind(text: str, labels: list[tuple[int, int]], end: int) -> Iterator[Found]:
    """Yield what stands behind each of the labels of a paragraph, up to the next one."""
    for (_, start), (stop, _) in pairwise([*labels, (end, end)]):
        yield from _labelled(text, start, stop)


def _labelled(text: str, start: int, end: int) -> Iterator[Found]:
    """Yield what stands behind an inline label: numbered decisions, or one sentence."""
    cuts = [match.start() for match in _ITEM.finditer(text, start, end)]
    if cuts or unnumbered(text, start, end) > start:
        for a, b in zip([start, *cuts], [*cuts, end], strict=True):
            first = split(text, unnumbered(text, a, b), b, one_paragraph=True)
            yield from (Found(*first[0], first[0][1]),) if first else ()
    elif first := split(text, start, end, one_paragraph=True):
        yield Found(*first[0], first[0][1])


def _decision(number: str, one: Found, outline: Outline, roster: Roster) -> Decision:
    source = outline.source
    start, end = source.trim(one.start, one.end)
    said = movers.terms(source.text, one.terms if one.terms >= 0 else start, max(one.reach, end))
    return Decision(
        id=number,
        text=source.fold(start, end),
        span=Span(start=start, end=end),
        moved_by=_party(source, roster, said.moved_by),
        seconded_by=_party(source, roster, said.seconded_by),
        vote=source.fold(*said.vote) if said.vote else None,
        section=outline.section_at(start),
    )


def _party(source: Source, roster: Roster, place: Place | None) -> Party | None:
    return roster.party(source, *place) if place else None
