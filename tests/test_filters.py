"""A cheap test in front of a pattern must let everything through that the pattern matches."""

from __future__ import annotations

import re
import sys

import pytest
from hypothesis import HealthCheck, example, given, settings
from hypothesis import strategies as st

from minutes_parser import lazy, sentences
from minutes_parser.dates import clock, deadline, find_times, points
from minutes_parser.layout import (
    callings,
    closing,
    dated,
    generations,
    headings,
    motions,
    movers,
    numbering,
    owners,
    scopes,
    standing,
    task,
    telling,
    titles,
    topics,
    verdicts,
    verdicts_elsewhere,
    votes,
)
from minutes_parser.layout.names import name_at
from minutes_parser.readers.text import from_text
from minutes_parser.source import Source, plain_lines
from minutes_parser.stages import abbreviations, commitments
from minutes_parser.stages.attendees import cuts, groups, pieces
from minutes_parser.stages.attendees import lines as people_lines
from minutes_parser.stages.commitments import setting
from minutes_parser.stages.exchanges import announced, questions, spoken
from minutes_parser.stages.exchanges.passages import _OPENS_QUESTION, _QUESTION_LABEL
from minutes_parser.stages.exchanges.speakers import LONGEST_LABEL, SPEAKER, UNMARKED, marks_of
from minutes_parser.stages.header import hours, lines, officers, people, takers, upcoming, zones

patient = settings(deadline=None, max_examples=40, suppress_health_check=[HealthCheck.too_slow])
"""Texts that a long pattern matches take time to make."""


def matching(pattern: re.Pattern[str]) -> st.SearchStrategy[str]:
    """Return texts that the pattern matches as a whole."""
    compiled = re.compile(pattern.pattern, pattern.flags)
    return st.from_regex(compiled, fullmatch=True).filter(lambda text: compiled.fullmatch(text) is not None)


def at_any_letter(pattern: re.Pattern[str]) -> re.Pattern[str]:
    """Return the pattern without the look at the letter that begins a word."""
    return lazy.compile(re.sub(r"\(\?<!\\w\)\(\?=\[[a-z]+\]\)", r"\\b", pattern.pattern, count=1))


TOPICS = [(needed, pattern) for _, needed, pattern in topics._TOPICS]
JOINED = (topics._BEGINNINGS["attendance"], topics._ATTENDANCE_JOINED)


@pytest.mark.parametrize("topic", [*TOPICS, JOINED], ids=[*topics._BEGINNINGS, "joined"])
@patient
@given(st.data())
def test_a_heading_of_a_topic_has_a_word_with_one_of_its_beginnings(
    topic: tuple[frozenset[str], re.Pattern[str]], data: st.DataObject
) -> None:
    needed, pattern = topic
    words = data.draw(matching(pattern))
    assert not needed.isdisjoint(topics._BEGINNING.findall(topics.lowered(words)))


@pytest.mark.parametrize(
    ("words", "what"),
    [("PREſENT:", "attendance"), ("ACTıONS", "actions"), ("DETAİLS", "details"), ("TASKS", "actions")],
)
def test_letters_that_patterns_take_for_others_are_taken_for_them(words: str, what: str) -> None:
    assert topics.topic(words) == what


@patient
@given(matching(topics._WHEN) | matching(topics._WHEN).map(str.upper) | st.text(max_size=12))
def test_a_day_or_time_is_one_to_the_pattern_in_any_case(words: str) -> None:
    assert topics.is_when(words) == (re.fullmatch(topics._WHEN.pattern, words, re.IGNORECASE) is not None)


@patient
@given(matching(headings._COUNTED))
@example("ſome 12 people")
def test_how_many_came_begins_with_one_of_its_letters(words: str) -> None:
    assert words[0].isdecimal() or words[0] in headings._COUNTED_OPENINGS


@patient
@given(matching(numbering._PATTERN))
@example("ſection 4: Fees")
@example("mınute 4: Fees")
@example("MİNUTE 4: Fees")
@example("xiv. Fees")
def test_what_begins_a_number_is_tried(text: str) -> None:
    opening = text[:2]
    assert not (opening.isalpha() and opening[1:].islower() and opening not in numbering._OPENINGS)


@patient
@given(matching(telling.PUT_OFF) | matching(titles._VERDICT))
def test_what_became_of_an_item_opens_with_one_of_its_letters(text: str) -> None:
    assert text[0] in telling.OUTCOME_OPENINGS


TIMES = [
    *(points._NEXT_MEETING, points._DAY, points._DAY_NAME, points._WEEK, points._RELATIVE, points._SEASON),
    *(
        points._CLOCK,
        points._LENGTH,
        deadline._BARE,
        deadline._COMING,
        at_any_letter(deadline._CONDITION),
        lazy.compile(f"(?i){deadline._AT_ONCE}"),
    ),
]


@pytest.mark.parametrize("pattern", TIMES)
@patient
@given(st.data())
def test_a_time_has_one_of_its_words_or_a_number(pattern: re.Pattern[str], data: st.DataObject) -> None:
    assert deadline._may_tell(data.draw(matching(pattern)))


@pytest.mark.parametrize(
    "words", ["aweek", "prıor to the talks", "aſap", "NEXT WEEK", "half-term", "Whitsun", "by COBRA"]
)
def test_a_time_is_told_by_a_part_of_a_word(words: str) -> None:
    assert deadline._may_tell(words)


@pytest.mark.parametrize("pattern", [movers._MOVED_BY, movers._MOVER, movers._MADE_BY])
@patient
@given(st.data())
def test_who_moves_has_one_of_the_parts_of_its_words(pattern: re.Pattern[str], data: st.DataObject) -> None:
    assert movers._holds(data.draw(matching(pattern)).casefold(), movers._MOVING)


@pytest.mark.parametrize("pattern", [movers._SECONDED_BY, movers._SECONDER])
@patient
@given(st.data())
def test_who_seconds_has_one_of_the_parts_of_its_words(pattern: re.Pattern[str], data: st.DataObject) -> None:
    assert movers._holds(data.draw(matching(pattern)).casefold(), movers._SECONDING)


@patient
@given(matching(motions._PUTS) | matching(motions._PUT_FIRST))
def test_a_motion_is_put_with_one_of_its_words(text: str) -> None:
    assert not motions.puts_motion(text, 0, len(text)) or not motions.CUES.isdisjoint(
        re.findall(r"[a-z]+", text.casefold())
    )


@pytest.mark.parametrize(
    ("text", "puts"),
    [
        ("Bell MOVED to adopt it", True),
        ("Bell nominated Day", True),
        ("Dow offered the following motion", True),
        ("It was moved", False),
        ("the proposed planting", False),
        ("Ann proposed planting", True),
        ("removed to the shed", False),
    ],
)
def test_a_motion_is_put_by_any_of_the_words_that_do(text: str, puts: bool) -> None:
    assert motions.puts_motion(text, 0, len(text)) is puts


@patient
@given(matching(standing._CAPITALS))
def test_what_became_of_a_task_has_one_of_the_parts_of_its_words_in_capitals(text: str) -> None:
    assert movers._holds(text, standing._SHOUTED)


@patient
@given(matching(verdicts._SHOUTED))
def test_a_decision_in_capitals_ends_as_they_all_do(text: str) -> None:
    assert verdicts._SHOUTS in text


def test_what_a_body_by_its_letters_does_is_a_cue() -> None:
    assert verdicts._LETTERS_VERBS <= verdicts.CUES


OTHERS = "Moved Motion Present Apologies report of the bridge fund to & / a i No B ſ new gate Ann Bell".split()
WORDS = st.sampled_from([*telling.FINITE_WORDS, *telling.PAST_WORDS, *titles.OPENER_WORDS, *titles._SHOUTED, *OTHERS])


@settings(deadline=None, max_examples=500)
@given(st.lists(WORDS, min_size=1, max_size=20).map(" ".join))
def test_a_plain_title_is_a_title_to_the_longer_way(text: str) -> None:
    quick = titles.title_end(text, 0, len(text))
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(titles, "_is_plain_title", lambda line: False)
        assert titles.title_end(text, 0, len(text)) == quick


@patient
@given(matching(re.compile(titles._NONE.pattern.removeprefix(r"(?<=[a-z)])"))))
def test_what_became_of_an_item_ends_with_one_of_its_words(behind: str) -> None:
    assert behind.rstrip(". ").endswith(titles._OF_NONE)


@patient
@given(st.lists(st.sampled_from([*"AbelNni’' :.-(),\n", "Mr ", "Ann ", "Bell ", "Cllr. "])).map("".join))
@example('Ann "Nan" Bell: clerk')
def test_no_name_has_a_colon(text: str) -> None:
    name = name_at(text, 0, len(text))
    assert name is None or ":" not in text[name.start : name.end]


class Everything(frozenset[str]):
    """Holds whatever it is asked for."""

    def __contains__(self, word: object) -> bool:
        return True


MARKED = st.sampled_from([*"item Item agenda 2.1 (a) b) 3 – - : (AB) No. Mr.".split(), "notes:"])


@settings(deadline=None, max_examples=500)
@given(st.lists(WORDS | MARKED, min_size=1, max_size=20).map(" ".join))
@example("Agenda item 2.1 Roof")
@example("Roof item 2.1 Slates")
def test_a_word_that_is_passed_over_ends_no_title(text: str) -> None:
    words = [match.span() for match in re.finditer(r"\S+", text)]
    quick = titles._run_in(text, words, len(text))
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(titles, "_OF_SENTENCES", Everything())
        assert titles._run_in(text, words, len(text)) == quick


@patient
@given(matching(lines._LABEL))
@example("ſubject: Roof")
def test_a_label_of_the_head_begins_with_three_of_its_characters(text: str) -> None:
    assert lines.may_label(text[:3])


@patient
@given(matching(lines._FURTHER))
def test_a_label_within_a_line_has_its_mark_and_word(text: str) -> None:
    assert lines._may_hold_label(text, 0, len(text))
    assert lines._opens_label(text, 0, len(text))


@patient
@given(st.text(st.sampled_from("ab?1٣’²"), max_size=5))
def test_a_zone_with_a_digit_counts(text: str) -> None:
    [zone] = zones.zones_of(Source("-", text, ()), [(0, len(text))])
    assert zone.counts == any(map(str.isdecimal, text))


@patient
@given(matching(clock._WORD))
@example("12midnıght")
@example("mid-day")
def test_an_hour_in_words_has_one_of_its_words(text: str) -> None:
    if not any(map(str.isdecimal, text)) and find_times(text, bare=True):
        assert not clock.HOURS_IN_WORDS.isdisjoint(Source("-", text, ()).words)


@pytest.mark.parametrize("pattern", [takers._TAKER_MARK, takers._REMARK, takers._MINUTES_ROLE])
@patient
@given(st.data())
def test_who_took_the_minutes_is_told_with_one_of_the_words(pattern: re.Pattern[str], data: st.DataObject) -> None:
    assert takers._may_take(data.draw(matching(pattern)))


@pytest.mark.parametrize("pattern", [officers._CHAIR_ROLE, officers._VICE])
@patient
@given(st.data())
def test_a_role_of_the_chair_says_so(pattern: re.Pattern[str], data: st.DataObject) -> None:
    assert "chair" in topics.lowered(data.draw(matching(pattern)))


def without_name(pattern: re.Pattern[str]) -> re.Pattern[str]:
    """Return the pattern without the name that must stand behind it."""
    return lazy.compile(re.sub(r"\(\?=.*?\[A-Z\]\)", "", pattern.pattern))


@pytest.mark.parametrize("pattern", [without_name(groups._SENT_BY), without_name(groups._UNMARKED)])
@patient
@given(st.data())
def test_a_label_without_a_mark_has_one_of_the_words_that_open_labels(
    pattern: re.Pattern[str], data: st.DataObject
) -> None:
    words = data.draw(matching(pattern))
    assert groups._may_open(words, 0, len(words))


@patient
@given(matching(callings.ROLE) | matching(callings.ORGANISATION) | st.text(max_size=6))
@example("ſolicitor")
@example("senior \n partner")
@example("&")
@example("city of")
def test_a_role_or_body_is_one_to_the_pattern(words: str) -> None:
    assert callings.is_role(words) == (callings.ROLE.fullmatch(words) is not None)
    assert callings.is_organisation(words) == (callings.ORGANISATION.fullmatch(words) is not None)


@patient
@given(matching(generations._SUFFIX))
def test_what_tells_father_from_son_ends_in_one_of_its_characters(suffix: str) -> None:
    assert generations.without_generation(f"Ann Bell{suffix}") == "Ann Bell"


@patient
@given(matching(without_name(people_lines._BODY_FIRST)), st.sampled_from(["Mr", "Dr.", "County Councillor"]))
def test_a_body_before_a_person_has_a_title_behind_it(body: str, title: str) -> None:
    text = f"{body}{title} Bell"
    assert cuts.may_hold_title(text, 0, len(text))


@patient
@given(st.text(st.sampled_from("Aa nd,;&()/+|\n\tMr"), max_size=12))
def test_a_list_is_cut_where_one_of_its_marks_stands(text: str) -> None:
    longer = re.compile(pieces._PIECE.pattern.removeprefix(r"(?=[\Wa])"))
    assert [found.span() for found in pieces._PIECE.finditer(text)] == [found.span() for found in longer.finditer(text)]


@patient
@given(st.text(st.sampled_from("ab .;\n\t•-1"), max_size=60))
def test_an_expansion_begins_behind_the_last_mark(text: str) -> None:
    marks = re.compile(r"[.;:!?()\t•]|\n(?=[ \t]*(?:\n|[*-]|\d{1,3}[.)]))|(?<![^\n]{50})\n")
    stops = [found.end() for found in marks.finditer(text)]
    assert abbreviations._behind_break(text, 0, len(text)) == (stops[-1] if stops else 0)


@patient
@given(matching(upcoming._HEADING))
@example("UPCOMıNG MEETıNGS")
def test_a_heading_over_the_next_meeting_has_one_of_its_words(title: str) -> None:
    assert upcoming._may_announce(title)


@patient
@given(matching(people._ELECTED).filter(lambda text: len(text) <= people._ABOVE))
def test_a_heading_over_elections_has_one_of_its_stems(text: str) -> None:
    assert people._follows_election(text, len(text))


@settings(deadline=None, max_examples=300)
@given(st.from_regex(r"(?i).{0,2}(?:\d{1,2}(?:[:.]\d\d)? ?(?:[ap]m)?|noon|midnight|12 noon|mid-day)", fullmatch=True))
def test_what_opens_with_a_time_may(heading: str) -> None:
    times = find_times(heading)
    assert not times or times[0].start > 1 or hours._MAY_OPEN.match(heading)


@patient
@given(
    st.text(st.sampled_from("ab \t\n\u00a0\u2003\u2028\x1c-"), max_size=12) | st.text(st.sampled_from("aé \n\u00ad"))
)
def test_folding_is_splitting_and_joining(text: str) -> None:
    assert Source("-", text, ()).fold(0, len(text)) == " ".join(text.split())


def test_all_white_space_but_spaces_and_line_feeds_is_known() -> None:
    for space in filter(str.isspace, map(chr, range(sys.maxunicode + 1))):
        assert Source("-", f"a{space}b", ()).fold(0, 3) == "a b"


@patient
@given(st.text())
@example("a\ud800é")
def test_what_is_beyond_ascii_is_all_that_is(text: str) -> None:
    assert Source("-", text, ()).beyond == "".join(letter for letter in text if not letter.isascii())


@patient
@given(st.text(st.sampled_from("ab \t\r\n\f\x0b\x85\u2028"), max_size=30))
def test_lines_end_at_line_feeds_form_feeds_and_carriage_returns(text: str) -> None:
    pieces = re.split(r"\r\n|\r|\n|\f", text)
    lines = plain_lines(text)
    assert [text[line.start : line.end] for line in lines] == [piece for piece in pieces if piece.strip()]
    assert [line.number for line in lines] == [n for n, piece in enumerate(pieces, 1) if piece.strip()]


NUMBERED = re.compile(task._NUMBERED.pattern.removesuffix(r"(?=\S)"))


@patient
@given(matching(NUMBERED))
@example("Action 3: ")
@example("ii. ")
@example("5a.1 ")
def test_what_begins_the_number_of_a_task_is_tried(number: str) -> None:
    found = task._NUMBERED.match(number + "x")
    assert found is not None
    assert task.unnumbered(number + "x", 0, len(number) + 1) == found.end()


STOPS = st.lists(
    st.sampled_from(
        "No|St|art|Mr|xi|i|A|The|members|Members|fig|p.m|jan|Élan|.|.|. |. | |  |\n|?|!|…|(|”|5".split("|")
    ),
    max_size=14,
).map("".join)


@settings(deadline=None)
@given(STOPS, st.booleans())
def test_a_plain_end_of_a_sentence_is_one_to_the_longer_way(text: str, one_paragraph: bool) -> None:
    found = sentences.split(text, 0, len(text), one_paragraph=one_paragraph)
    with pytest.MonkeyPatch.context() as patch:
        for name in ("_END", "_END_IN_PARAGRAPH", "_FULL_STOP"):
            others = "_END" if name == "_END" else "_END_IN_PARAGRAPH"
            longer = getattr(sentences, others).pattern.replace(sentences._PLAIN, "(?!)")
            patch.setattr(sentences, name, lazy.compile(longer))
        assert sentences.split(text, 0, len(text), one_paragraph=one_paragraph) == found


@settings(deadline=None)
@given(st.lists(st.sampled_from("will|willing|would|goodwill|was|were|to|to|Will|,| | |\n|? ".split("|"))).map("".join))
def test_one_search_finds_the_cues_that_begin_with_w(text: str) -> None:
    source = from_text(f"x{text}", "-")
    cues = [("will", "will "), ("will", "will,"), ("would", "would "), ("willing", "willing to"), ("was", " was to ")]
    low = source.low.replace("\n", " ")
    assert commitments._cues(source) == sorted(
        place
        for word, cue in [*cues, ("were", " were to ")]
        for place in range(len(low))
        if word in source.words and low.startswith(cue, place)
    )


PLACED = "at|in|İn|ın|ONTO|within|later|early|this|next|tomorrow|the following|once|when|ready|before|prior to|İn advance of|after|Mr|May|_|5| | |.|\n"


@settings(deadline=None)
@given(st.lists(st.sampled_from(PLACED.split("|")), max_size=12).map("".join))
def test_what_places_a_time_is_found_by_the_letter_that_begins_a_word(text: str) -> None:
    for pattern in (deadline._PLACED, deadline._CONDITION):
        plain = at_any_letter(pattern)
        assert plain.pattern != pattern.pattern
        assert [*map(str, pattern.finditer(text))] == [*map(str, plain.finditer(text))]


@patient
@given(matching(setting._OF_ONE))
@example("Chair's REMARKs")
def test_a_heading_over_a_report_has_one_of_its_words(text: str) -> None:
    low = text.lower()
    assert any(map(low.__contains__, setting._REPORTS))


WORDS = st.lists(st.sampled_from("write letter council Hill Straße ſend chase post the with".split()), max_size=8)


@settings(deadline=None)
@given(WORDS, WORDS)
def test_what_says_nearly_the_same_has_two_words_in_common(said: list[str], recorded: list[str]) -> None:
    text, other = " ".join(said), commitments._deed(" ".join(recorded))
    deed = commitments._deed(text)
    same = len(deed & other) * 5 >= min(len(deed), len(other)) * 3
    if len(deed) > 1 and len(other) > 2 and same:
        assert sum(map(text.casefold().__contains__, other)) > 1


GUARDED = [
    (motions._GOES_ON, f"(?={motions._GOING_ON})"),
    (owners._MARKER, "(?=[achikmnopstuvw])"),
]


@pytest.mark.parametrize(("pattern", "guard"), GUARDED)
@patient
@given(st.data())
def test_a_look_ahead_within_a_pattern_stops_nothing_that_it_matched(
    pattern: re.Pattern[str], guard: str, data: st.DataObject
) -> None:
    assert guard in pattern.pattern
    text = data.draw(matching(lazy.compile(pattern.pattern.replace(guard, ""), pattern.flags)))
    assert pattern.match(text)


@pytest.mark.parametrize("sign", [": ", " - ", "– ", " -- ", "::  ", "\t", "   ", " (with Tom): ", "  \t "])
def test_any_sign_may_stand_behind_an_owner(sign: str) -> None:
    found = owners._AHEAD.match(f"Ann{sign}mend the gate")
    assert found is not None
    assert found["who"] == "Ann"


@pytest.mark.parametrize("form", [*votes._WORDS, *votes._FURTHER_WORDS])
@settings(patient, max_examples=10)
@given(st.data())
def test_words_that_tell_of_a_vote_open_with_what_is_looked_for(form: str, data: st.DataObject) -> None:
    assert re.match(f"(?i){votes._OPENING}", data.draw(matching(lazy.compile(f"(?i)(?:{form})"))))


@pytest.mark.parametrize("pattern", [verdicts_elsewhere._TOLD, verdicts_elsewhere._DECIDED_ELSEWHERE])
@patient
@given(st.data())
def test_what_others_decided_begins_with_one_of_the_letters_looked_for(
    pattern: re.Pattern[str], data: st.DataObject
) -> None:
    anything = lazy.compile(re.sub(r"\(\?=\[[a-z-]+\]\)", "", pattern.pattern))
    assert pattern.match(data.draw(matching(anything)))


@patient
@given(matching(deadline._BY))
@example("aſap")
@example("by noon")
def test_by_when_has_one_of_its_words(text: str) -> None:
    assert deadline._may_say_by(text)


@patient
@given(matching(dated._DATED))
@example("ſtart of the week")
def test_a_time_at_the_end_is_found(text: str) -> None:
    assert dated._dated(text, 0, len(text))


@patient
@given(matching(closing._ENCLOSED))
def test_those_who_are_named_at_the_end_in_brackets_are_found(text: str) -> None:
    assert closing._enclosed(text, 0, len(text))


@pytest.mark.parametrize("names", ["Ann", "Ann, Tom", "Ann/Éamonn", "Ann & Tom.", "Ann and O’Neill"])
def test_those_who_are_named_behind_the_last_sentence_are_found(names: str) -> None:
    text = f"Mend the gate. {names}"
    found = closing._enclosed(text, 0, len(text))
    assert found is not None
    assert found["bare"] == names.rstrip(".")


SCOPES = [
    *(scopes._LIST_TITLE, scopes._BACKWARD_TITLE, scopes._STEPS_TITLE, scopes._MIXED_TITLE, scopes._DECIDED_TITLE),
]


@pytest.mark.parametrize("pattern", SCOPES)
@patient
@given(st.data())
def test_a_title_over_actions_has_one_of_its_words(pattern: re.Pattern[str], data: st.DataObject) -> None:
    assert scopes.scope_below(data.draw(matching(pattern)))


@patient
@given(matching(spoken.WONDERS).filter(lambda text: not {"ſ", "ı"} & set(text)))
def test_who_wonders_says_so_in_one_of_the_words(text: str) -> None:
    assert not questions._CUES.isdisjoint(from_text(text + " it", "-").words)


@patient
@given(matching(questions._TASK))
def test_a_task_behind_a_question_stands_behind_the_last_comma(text: str) -> None:
    assert " to " in text
    assert any(mark in text for mark in ",;-–—")
    assert max(text.rfind(","), text.rfind(";")) <= 0


@patient
@given(matching(SPEAKER))
def test_a_label_of_a_speaker_ends_with_a_mark(text: str) -> None:
    assert text[0] in UNMARKED or marks_of(text).within(0, LONGEST_LABEL)


@pytest.mark.parametrize("text", [" --> no", " -> no", " => no", " → no", "\n⇒ no", " - yes", "  –  £5", " — none"])
def test_what_leads_to_an_answer_is_a_mark(text: str) -> None:
    assert questions._ARROW.match(text)
    assert marks_of(text).within(0, len(text))


@patient
@given(matching(_QUESTION_LABEL))
def test_a_label_of_a_question_opens_with_a_number_or_its_word(text: str) -> None:
    assert text[0].isdigit() or text[0] == "Q" or text[:2] in _OPENS_QUESTION


@patient
@given(matching(announced._FORUM).filter(lambda text: not {"ſ", "ı"} & set(text)))
def test_a_title_of_a_forum_has_one_of_its_words(text: str) -> None:
    assert any(map(from_text(text, "-").low.__contains__, announced._OF_FORUMS))
