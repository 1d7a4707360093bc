"""The database of an archive: what it holds, how it is kept up to date, and what is found in it."""

from __future__ import annotations

import asyncio
import hashlib
import json
import sqlite3
from pathlib import Path

import pytest
from datasette.app import Datasette

from minutes_parser import parse_file
from minutes_parser.index.search import match

ROOT = Path(__file__).parents[1]
FIXTURES = ROOT / "fixtures" / "minutes"
DOCUMENTS = sorted(path for path in FIXTURES.iterdir() if path.suffix in (".txt", ".md"))


@pytest.fixture
def archive(tmp_path, minutes) -> Path:
    """Return a folder of records, indexed beside it."""
    for path in DOCUMENTS[:3]:
        (tmp_path / "minutes" / path.name).parent.mkdir(exist_ok=True)
        (tmp_path / "minutes" / path.name).write_bytes(path.read_bytes())
    assert minutes("convert", tmp_path / "minutes", tmp_path / "records", "--quiet").code == 0
    assert minutes("index", tmp_path / "records", "--db", tmp_path / "minutes.db").out == "       3  added\n"
    return tmp_path


def rows(archive: Path, query: str) -> list[tuple]:
    with sqlite3.connect(archive / "minutes.db") as db:
        return db.execute(query).fetchall()


def test_the_database_holds_what_the_records_do(archive):
    records = [parse_file(path) for path in DOCUMENTS[:3]]
    for table in ("attendees", "sections", "actions", "commitments", "exchanges", "decisions"):
        [(count,)] = rows(archive, f"SELECT count(*) FROM {table}")
        assert count == sum(len(getattr(record, table)) for record in records), table
    [(answers,)] = rows(archive, "SELECT count(*) FROM answers")
    assert answers == sum(len(exchange.answers) for record in records for exchange in record.exchanges)
    assert rows(archive, "PRAGMA foreign_key_check") == []


def test_what_refers_to_what(archive):
    assert rows(
        archive, "SELECT owner, due_latest, section FROM action_register WHERE date = '2024-05-14' AND code = 'A1'"
    ) == [("Gwen Harker", "2024-05-31", "115/24 Highways")]
    [(person, meetings, attended)] = rows(
        archive, "SELECT person, meetings, attended FROM attendance WHERE person = 'Gwen Harker'"
    )
    assert (person, meetings, attended) == ("Gwen Harker", 1, 1)


def test_a_person_of_one_body_is_one_person(tmp_path, minutes):
    text = "Minutes of the {} Committee\nHeld on {} 2024\n\nPresent: {}, Tom Okoro\n\n1. Gate\nIt was shut.\n\n2. Close\nAt nine.\n"
    held = [
        ("Gates", "9 January", "Ida Marsh"),
        ("Gates", "12 March", "IDA  MARSH"),
        ("Paths", "12 March", "Ida Marsh"),
    ]
    for number, (body, day, name) in enumerate(held):
        (tmp_path / f"{number}.txt").write_text(text.format(body, day, name))
    minutes("index", tmp_path, "--db", tmp_path / "minutes.db")
    found = rows(
        tmp_path, "SELECT bodies.name, people.name FROM people JOIN bodies ON bodies.id = body_id ORDER BY people.id"
    )
    assert found == [
        ("Gates Committee", "Ida Marsh"), ("Gates Committee", "Tom Okoro"), ("Paths Committee", "Ida Marsh"), ("Paths Committee", "Tom Okoro"),
    ]  # fmt: skip


def test_only_what_has_changed_is_read_again(archive, minutes):
    first, second, third = sorted((archive / "minutes").iterdir())
    second.unlink()
    third.write_text(third.read_text("utf-8").replace("Panel", "Forum"), "utf-8")
    minutes("convert", archive / "minutes", archive / "records", "--quiet")
    done = minutes("index", archive / "records", "--db", archive / "minutes.db")
    assert (done.code, done.out) == (0, "       1  changed\n       1  unchanged\n       1  removed\n")
    assert [path for (path,) in rows(archive, "SELECT path FROM meetings ORDER BY path")] == [
        first.name, third.name,
    ]  # fmt: skip
    assert rows(archive, "SELECT count(*) FROM people WHERE id NOT IN (SELECT person_id FROM attendees)") == [(0,)]
    assert rows(archive, "SELECT count(*) FROM bodies WHERE id NOT IN (SELECT body_id FROM meetings)") == [(0,)]
    assert rows(archive, "INSERT INTO entries_fts(entries_fts) VALUES ('integrity-check')") == []


def test_a_record_that_cannot_be_read_is_told_and_forgotten(archive, minutes):
    first, *_ = sorted((archive / "records").glob("*.json"))
    first.write_text("{")
    done = minutes("index", archive / "records", "--db", archive / "minutes.db")
    assert (done.code, done.out) == (1, "       2  unchanged\n")
    assert done.err.startswith(f"minutes: {first.with_suffix('.txt').name}: ")
    assert rows(archive, "SELECT count(*) FROM meetings") == [(2,)]


def test_the_same_records_give_the_same_bytes(archive, minutes):
    minutes("index", archive / "records", "--db", archive / "again.db")
    first, second = (hashlib.sha256((archive / name).read_bytes()) for name in ("minutes.db", "again.db"))
    assert first.hexdigest() == second.hexdigest()


def test_documents_are_indexed_as_their_records_are(archive, minutes):
    minutes("index", archive / "minutes", "--db", archive / "direct.db")
    with sqlite3.connect(archive / "direct.db") as db:
        direct = db.execute("SELECT kind, code, text FROM entries ORDER BY id").fetchall()
    assert direct == rows(archive, "SELECT kind, code, text FROM entries ORDER BY id")


def test_hits_are_ranked_marked_and_filtered(archive, minutes):
    hits = json.loads(minutes("search", "highways", "--db", archive / "minutes.db", "--json").out)
    assert {hit["body"] for hit in hits} == {"BRACKENFORD PARISH COUNCIL"}
    assert {"section", "action"} <= {hit["kind"] for hit in hits}
    narrowed = (
        "--kind",
        "action",
        "--person",
        "harker",
        "--since",
        "2024-05-14",
        "--until",
        "2024-05-14",
        "--body",
        "parish",
    )
    [hit] = json.loads(minutes("search", "highways", "--db", archive / "minutes.db", "--json", *narrowed).out)
    assert (hit["code"], hit["people"]) == ("A1", "Gwen Harker")
    assert hit["text"] == "Clerk to send photographs of the kerb to the highways team by 31 May."
    shown = minutes("search", "highways", "--db", archive / "minutes.db", *narrowed).out
    assert "action A1: Clerk to send photographs of the kerb to the highways team by 31 May." in " ".join(shown.split())
    assert minutes("search", "highways", "--db", archive / "minutes.db", "--until", "2024-05-13").code == 1


def test_nothing_found_leaves_with_one(archive, minutes):
    done = minutes("search", "zeppelin", "--db", archive / "minutes.db")
    assert (done.code, done.out) == (1, "Nothing found.\n")
    assert minutes("search", "zeppelin", "--db", archive / "minutes.db", "--json").out == "[]\n"


@pytest.mark.parametrize(
    ("query", "expression"),
    [
        ("mooring fees", '"mooring" "fees"'),
        ('"mooring fees" rise', '"mooring fees" "rise"'),
        ("moor*", '"moor"*'),
        ("a AND (b OR c", '"a" "AND" "b" "OR" "c"'),
        ("text:fees^2", '"text fees 2"'),
        ("don't", '"don\'t"'),
    ],
)
def test_what_a_person_types_is_no_syntax(query, expression):
    assert match(query) == expression


@pytest.mark.parametrize("query", ['"', "***", '""', "'-'", "a\x00b", "NEAR(", "{x}"])
def test_no_query_is_a_traceback(archive, minutes, query):
    done = minutes("search", query, "--db", archive / "minutes.db")
    assert done.code in (1, 2)
    assert done.err.count("\n") <= 1


def test_what_is_no_index_is_left_alone(archive, minutes):
    other = archive / "other.db"
    with sqlite3.connect(other) as db:
        db.execute("CREATE TABLE meetings (id INTEGER)")
    (archive / "text.db").write_text("no database at all, but a text that is long enough to have a header")
    for name, sentence in [
        ("other.db", "is a database of something else; name another file"),
        ("text.db", "is no database; name another file"),
    ]:
        before = (archive / name).read_bytes()
        for command in (("index", archive / "records"), ("search", "x"), ("actions",)):
            done = minutes(*command, "--db", archive / name)
            assert (done.code, done.err) == (2, f"minutes: {name}: {sentence}\n")
        assert (archive / name).read_bytes() == before
    done = minutes("search", "x", "--db", archive / "none.db")
    assert (done.code, (archive / "none.db").exists()) == (2, False)


def test_an_index_of_another_version_is_made_anew(archive, minutes):
    with sqlite3.connect(archive / "minutes.db") as db:
        db.execute("PRAGMA user_version = 0")
    assert minutes("search", "highways", "--db", archive / "minutes.db").code == 2
    assert minutes("index", archive / "records", "--db", archive / "minutes.db").out == "       3  added\n"
    assert minutes("search", "highways", "--db", archive / "minutes.db").code == 0


def test_the_register_of_a_database_is_that_of_its_records(archive, minutes):
    ways = (archive / "records",), ("--db", archive / "minutes.db")
    first, second = (minutes("actions", *way, "--to", "json").out for way in ways)
    assert first == second
    assert len(json.loads(first)) == rows(archive, "SELECT count(*) FROM actions")[0][0]


def test_the_metadata_knows_every_table_and_column(archive, minutes):
    minutes("index", archive / "records", "--db", archive / "minutes.db", "--metadata", archive / "metadata.json")
    tables = json.loads((archive / "metadata.json").read_text())["databases"]["minutes"]["tables"]
    there = {name for (name,) in rows(archive, "SELECT name FROM sqlite_master WHERE type IN ('table', 'view')")}
    assert set(tables) == {name for name in there if not name.startswith(("entries_fts", "sqlite_"))}
    for name, table in tables.items():
        columns = {column for _, column, *_ in rows(archive, f"PRAGMA table_info({name})")}
        asked = {
            *table.get("facets", ()),
            *(table[key] for key in ("label_column", "sort", "sort_desc") if key in table),
        }
        assert asked <= columns, name


def test_datasette_shows_every_table_with_its_facets_labels_and_search(archive, minutes):
    minutes("index", archive / "records", "--db", archive / "minutes.db", "--metadata", archive / "metadata.json")
    metadata = json.loads((archive / "metadata.json").read_text())
    site = Datasette([str(archive / "minutes.db")], metadata=metadata)

    def page(path: str) -> str:
        answer = asyncio.run(site.client.get(path))
        assert answer.status_code == 200, path
        return answer.text

    for name, table in metadata["databases"]["minutes"]["tables"].items():
        assert table["title"] in page(f"/minutes/{name}")
        shown = json.loads(page(f"/minutes/{name}.json"))
        assert set(table.get("facets", ())) <= shown["facet_results"].keys(), name
    [(meeting,)] = rows(
        archive, "SELECT DISTINCT label FROM meetings JOIN decisions ON meeting_id = meetings.id LIMIT 1"
    )
    assert f">{meeting}</a>" in page("/minutes/decisions")
    assert ">Gwen Harker</a>" in page("/minutes/attendees")
    found = json.loads(page("/minutes/entries.json?_search=highway&_shape=objects"))["rows"]
    assert found
    assert all("highway" in row["text"].lower() for row in found)
    assert 'type="search"' in page("/minutes/entries")
