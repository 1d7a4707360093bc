"""Word documents: the record is read back from them, and independent readers find them sound."""

from __future__ import annotations

import io
import os
import zipfile
from pathlib import Path

import docx
import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from minutes_parser import Minutes, MinutesError, parse_bytes, parse_file, writers
from minutes_parser.page.same import content
from minutes_parser.rules import Finding

ROOT = Path(__file__).parents[1]
FIXTURES = sorted(
    path for path in (ROOT / "fixtures" / "minutes").iterdir() if path.suffix in (".txt", ".md", ".html", ".docx")
)
CORPUS = Path(os.environ.get("CORPUS", ROOT / "../shared/corpus/dev"))
HOSTILE = (
    "\x00", "\x1b[31m", "a\tb\nc", "⟦U+0041⟧", "⟦⟧", "–", "Not Recorded", "<w:p>&amp;]]>", "\u202eשלום", "\ufffe\uffff", "\ufeff",
    "x" * 3000, "=1+1", "Q1+A1", " (no. 1)",
)  # fmt: skip
texts = st.sampled_from(HOSTILE) | st.text(st.characters(exclude_categories=["Cs"]), max_size=12)
spans = st.builds(lambda start, length: {"start": start, "end": start + length}, st.integers(0, 60), st.integers(0, 40))
days = st.none() | st.dates().map(lambda day: day.isoformat())
dates = st.fixed_dictionaries(
    {"text": texts | st.just("3 May 2024"), "value": days, "span": spans,
     "inferred": st.lists(st.sampled_from(["year", "month", "day"]), max_size=3)}
)  # fmt: skip
times = st.fixed_dictionaries({"text": texts, "value": st.times().map(lambda t: f"{t:%H:%M}"), "span": spans})
quoted = st.fixed_dictionaries({"text": texts, "span": spans})
dues = st.fixed_dictionaries({"text": texts | st.just("by 31 May"), "earliest": days, "latest": days, "span": spans})


def some(strategy):
    return st.none() | strategy


@st.composite
def records(draw) -> Minutes:
    """Make any record whose references lead somewhere."""
    people = draw(st.integers(0, 3))
    sections = draw(st.integers(0, 4))
    person = some(st.sampled_from([f"p{n}" for n in range(people)])) if people else st.none()
    place = some(st.sampled_from([f"s{n}" for n in range(sections)])) if sections else st.none()
    party = st.fixed_dictionaries({"text": texts, "attendee": person, "span": spans})
    item = {"id": texts, "text": texts, "section": place, "span": spans}
    task = {**item, "owners": st.lists(party, max_size=2), "due": some(dues)}
    block = st.fixed_dictionaries(
        {"kind": st.sampled_from(["paragraph", "bullet", "table_row", "preformatted"]), "text": texts, "span": spans}
    )
    attendee = {
        "name": texts, "honorific": some(texts), "role": some(texts), "organisation": some(texts), "span": spans,
        "abbreviation": some(texts), "aliases": st.lists(texts, max_size=2),
        "status": st.sampled_from(["present", "in_attendance", "apologies", "absent"]),
    }  # fmt: skip
    section = {
        "number": some(texts), "title": some(texts), "level": st.integers(1, 12), "parent": place, "span": spans,
        "blocks": st.lists(block, max_size=3),
    }  # fmt: skip
    question = {"text": texts, "asker": some(party), "addressee": some(party), "span": spans}
    answer = st.fixed_dictionaries({"text": texts, "speaker": some(party), "span": spans})
    parts = {
        "source": st.just({"name": "x", "media_type": "text/plain", "encoding": None, "sha256": "", "characters": 0}),
        "meeting": st.fixed_dictionaries({
            "title": some(quoted), "body": some(quoted), "date": some(dates), "start_time": some(times),
            "end_time": some(times), "venue": some(quoted), "chair": some(party), "minute_taker": some(party),
            "next_meeting": some(st.fixed_dictionaries({"date": some(dates), "text": texts, "venue": some(quoted), "span": spans})),
        }),
        "attendees": st.tuples(*(st.fixed_dictionaries({**attendee, "id": st.just(f"p{n}")}) for n in range(people))),
        "sections": st.tuples(*(st.fixed_dictionaries({**section, "id": st.just(f"s{n}")}) for n in range(sections))),
        "actions": st.lists(st.fixed_dictionaries({**task, "done": st.booleans()}), max_size=2),
        "commitments": st.lists(st.fixed_dictionaries(task), max_size=2),
        "exchanges": st.lists(st.fixed_dictionaries({
            "id": texts, "section": place, "question": st.fixed_dictionaries(question), "answers": st.lists(answer, max_size=2),
            "status": st.sampled_from(["answered", "partly", "declined", "deferred", "unanswered"]),
        }), max_size=2),
        "decisions": st.lists(
            st.fixed_dictionaries({**item, "moved_by": some(party), "seconded_by": some(party), "vote": some(texts)}), max_size=2
        ),
        "abbreviations": st.lists(st.fixed_dictionaries({"term": texts, "expansion": texts, "span": spans}), max_size=2),
    }  # fmt: skip
    return Minutes.model_validate(draw(st.fixed_dictionaries(parts)))


def there_and_back(record: Minutes) -> Minutes:
    return parse_bytes(writers.render(record, "docx"), "minutes.docx")


@settings(max_examples=120, deadline=None, suppress_health_check=list(HealthCheck))
@given(records())
def test_any_record_comes_back(record):
    assert content(there_and_back(record)) == content(record)


@pytest.mark.parametrize("path", FIXTURES, ids=lambda path: path.name)
def test_the_record_of_a_document_comes_back(path):
    record = parse_file(path, with_text=True)
    back = parse_bytes(writers.render(record, "docx"), "minutes.docx", with_text=True)
    assert content(back) == content(record)
    text = back.source.text or ""
    for item in (*back.actions, *back.decisions, *back.commitments, *(e.question for e in back.exchanges)):
        assert " ".join(text[item.span.start : item.span.end].split()) == item.text


def test_every_record_of_the_corpus_comes_back():
    if not CORPUS.is_dir():
        pytest.skip(f"no annotated minutes at {CORPUS}; name them with CORPUS=folder")
    kept = [path for path in sorted(CORPUS.iterdir()) if path.suffix in (".txt", ".md", ".html", ".docx", ".pdf")]
    for path in kept:
        if not path.name.endswith(".extracted.txt"):
            record = parse_file(path, with_text=True)
            assert content(there_and_back(record)) == content(record), path.name


@pytest.fixture(scope="module")
def record() -> Minutes:
    return parse_file(ROOT / "docs" / "allotments.txt", with_text=True)


def edited(record: Minutes, edit) -> Minutes:
    document = docx.Document(io.BytesIO(writers.render(record, "docx")))
    edit(document)
    saved = io.BytesIO()
    document.save(saved)
    return parse_bytes(saved.getvalue(), "edited.docx")


def test_an_owner_edited_below_the_action_is_the_owner(record):
    def edit(document):
        for paragraph in document.paragraphs:
            for run in paragraph.runs:
                if run.style.name == "Minutes Owner":
                    run.text = "Cllr Okoro"

    [owner] = edited(record, edit).actions[0].owners
    assert (owner.text, owner.attendee) == ("Cllr Okoro", "p2")


def test_an_owner_written_over_in_the_summary_is_the_owner(record):
    def edit(document):
        next(cell for table in document.tables for cell in table._cells if cell.text == "PL").text = "Cllr Okoro"

    # the attendance list says 'PL' as well: its cell comes first and is the abbreviation of that person
    assert edited(record, edit).attendees[2].abbreviation == "Cllr Okoro"

    def edit_summary(document):
        document.tables[1].cell(1, 2).text = "Cllr Okoro"

    [owner] = edited(record, edit_summary).actions[0].owners
    assert (owner.text, owner.attendee) == ("Cllr Okoro", "p2")


def test_another_reader_finds_headings_heads_and_properties(record):
    document = docx.Document(io.BytesIO(writers.render(record, "docx")))
    headings = [p.text for p in document.paragraphs if p.style.name == "Heading 1"]
    assert headings == ["1\tWater supply", "2\tFees for 2025", "3\tNext meeting"]
    assert all(table.rows[0]._tr.trPr.xpath("w:tblHeader") for table in document.tables)
    assert document.core_properties.title == "Minutes of the Allotments Committee"
    assert document.core_properties.modified.date().isoformat() == "2024-05-14"
    assert document.core_properties.language == "en-GB"


def test_equal_records_give_equal_bytes_without_hidden_parts(record):
    first = writers.render(record, "docx")
    assert first == writers.render(Minutes.from_json(record.to_json().encode(), "again"), "docx")
    with zipfile.ZipFile(io.BytesIO(first)) as archive:
        assert not [name for name in archive.namelist() if "custom" in name.lower()]


def test_a_template_lends_its_styles(record, tmp_path):
    house = docx.Document()
    house.add_paragraph("Letterhead text that goes")
    house.styles["Heading 1"].font.name = "Georgia"
    house.save(tmp_path / "house.docx")
    data = writers.render(record, "docx", template=tmp_path / "house.docx")
    document = docx.Document(io.BytesIO(data))
    assert document.styles["Heading 1"].font.name == "Georgia"
    assert "Letterhead" not in "".join(p.text for p in document.paragraphs)
    assert content(parse_bytes(data, "x.docx")) == content(record)
    assert data == writers.render(record, "docx", template=tmp_path / "house.docx")


@pytest.mark.parametrize("data", [b"", b"PK\x03\x04broken", b"plain text"], ids=["empty", "broken", "text"])
def test_a_broken_template_is_one_sentence(record, tmp_path, data):
    path = tmp_path / "house.docx"
    path.write_bytes(data)
    with pytest.raises(MinutesError, match=r"house\.docx: "):
        writers.render(record, "docx", template=path)


def test_findings_are_comments_at_their_places(record):
    found = [
        Finding("MIN301", "action-without-owner", "warning", "No owner.", record.actions[0].span),
        Finding("MIN101", "meeting-without-date", "warning", "No date."),
    ]
    data = writers.render(record, "docx", comments=found)
    document = docx.Document(io.BytesIO(data))
    assert [comment.text for comment in document.comments] == ["MIN301: No owner.", "MIN101: No date."]
    assert data == writers.render(record, "docx", comments=found)
    assert content(parse_bytes(data, "x.docx")) == content(record)
