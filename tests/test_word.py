"""Word documents: the record is read back from them, and independent readers find them sound."""

from __future__ import annotations

import copy
import io
import os
import shutil
import subprocess
import zipfile
from pathlib import Path

import docx
import pypdfium2
import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from minutes_parser import Minutes, MinutesError, parse, parse_bytes, parse_file, writers
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


def test_an_action_copied_under_a_new_reference_is_one_more(record):
    def edit(document):
        told = [p for p in document.paragraphs if any(run.text == "A1" for run in p.runs)]
        for paragraph in reversed(told):
            told[-1]._p.addnext(copy.deepcopy(paragraph._p))
        added = [p for p in document.paragraphs if any(run.text == "A1" for run in p.runs)][len(told) :]
        for run in (run for paragraph in added for run in paragraph.runs):
            run.text = {"A1": "A2", "PL to send plot holders the date by 31 May.": "Buy a hose."}.get(
                run.text, run.text
            )

    first, second = edited(record, edit).actions
    assert (first.text, second.text) == (record.actions[0].text, "Buy a hose.")
    assert [owner.text for owner in second.owners] == ["PL"]


def test_another_reader_finds_headings_heads_and_properties(record):
    document = docx.Document(io.BytesIO(writers.render(record, "docx")))
    headings = [p.text for p in document.paragraphs if p.style.name == "Heading 1"]
    assert headings == ["1\tWater supply", "2\tFees for 2025", "3\tNext meeting"]
    assert all(table.rows[0]._tr.trPr.xpath("w:tblHeader") for table in document.tables)
    assert document.core_properties.title == "Minutes of the Allotments Committee"
    assert document.core_properties.modified.date().isoformat() == "2024-05-14"
    assert document.core_properties.language == "en-GB"


@pytest.mark.skipif(shutil.which("soffice") is None, reason="LibreOffice (soffice) is not installed")
@pytest.mark.parametrize("path", [ROOT / "docs" / "allotments.txt", *FIXTURES[:2]], ids=lambda path: path.name)
def test_a_word_processor_shows_it_all(path, tmp_path):
    record = parse_file(path, with_text=True)
    document = tmp_path / "minutes.docx"
    document.write_bytes(writers.render(record, "docx"))
    profile = f"-env:UserInstallation={(tmp_path / 'profile').as_uri()}"
    subprocess.run(
        ["soffice", profile, "--headless", "--convert-to", "pdf", "--outdir", str(tmp_path), str(document)],
        check=True, capture_output=True, timeout=120,
    )  # fmt: skip
    pages = pypdfium2.PdfDocument(tmp_path / "minutes.pdf")
    shown = squeezed("".join(page.get_textpage().get_text_bounded() for page in pages))
    wanted = [record.meeting.title, record.meeting.body, *record.actions, *record.decisions]
    names = [attendee.name for attendee in record.attendees]
    titles = [section.title for section in record.sections if section.title]
    missing = [words for words in (*(q.text for q in wanted if q), *names, *titles) if squeezed(words) not in shown]
    assert not missing


def squeezed(words: str) -> str:
    """Return the letters and digits alone: a page breaks lines, and hyphens with them."""
    return "".join(filter(str.isalnum, words))


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


def test_a_template_file_of_word_is_one_too(record, tmp_path):
    docx.Document().save(tmp_path / "house.docx")
    main, kind = "document.main+xml", "template.main+xml"
    with zipfile.ZipFile(tmp_path / "house.docx") as house, zipfile.ZipFile(tmp_path / "house.dotx", "w") as made:
        for name in house.namelist():
            content_type = house.read(name)
            types = name == "[Content_Types].xml"
            made.writestr(name, content_type.replace(main.encode(), kind.encode()) if types else content_type)
    asked = [writers.render(record, "docx", template=tmp_path / f"house.{suffix}") for suffix in ("docx", "dotx")]
    assert asked[0] == asked[1]


def test_a_template_without_bullets_gets_them_shown(tmp_path):
    house = docx.Document()
    for style in list(house.styles.element.style_lst):
        if style.name_val == "List Bullet":
            house.styles.element.remove(style)
    house.save(tmp_path / "house.docx")
    record = parse("MINUTES\n\n3 May 2024\n\n1. Gates\n\n- one gate\n- two gates\n\n2. Close\n\nThe meeting closed.\n")
    data = writers.render(record, "docx", template=tmp_path / "house.docx")
    shown = [p.text for p in docx.Document(io.BytesIO(data)).paragraphs]
    assert "•\tone gate" in shown
    assert content(parse_bytes(data, "x.docx")) == content(record)


def test_an_encrypted_template_is_one_sentence(record, tmp_path):
    path = tmp_path / "house.docx"
    path.write_bytes(b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + b"\0" * 2000)
    with pytest.raises(MinutesError, match=r"house\.docx: .*password"):
        writers.render(record, "docx", template=path)


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


def test_the_command_takes_the_findings_of_the_settings_as_comments(minutes, tmp_path, monkeypatch):
    (tmp_path / "minutes.toml").write_text('select = ["MIN107", "MIN302"]\nignore = ["MIN302"]\n')
    monkeypatch.chdir(tmp_path)
    document, record = ROOT / "docs" / "allotments.txt", tmp_path / "record.json"
    assert minutes("parse", document, "--comments", "-o", "parsed.docx").code == 0
    assert minutes("parse", document, "--with-text", "-o", record).code == 0
    assert minutes("write", record, "--comments", "-o", "written.docx").code == 0
    for name in ("parsed.docx", "written.docx"):
        [comment] = docx.Document(tmp_path / name).comments
        assert comment.text == "MIN107: The minutes do not say who took them."


def test_comments_are_for_word_alone(minutes, tmp_path):
    done = minutes("parse", ROOT / "docs" / "allotments.txt", "--comments", "-o", tmp_path / "x.csv")
    assert (done.code, done.err) == (2, "minutes: --comments does not apply to csv; leave it out or write docx\n")
    assert not (tmp_path / "x.csv").exists()
