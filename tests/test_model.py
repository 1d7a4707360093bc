"""A model is the second source of evidence: who does what in a sentence where the patterns see nobody."""

from __future__ import annotations

import json
import os
import subprocess
import sys
from pathlib import Path

import pytest

from minutes_parser import MinutesError, parse
from minutes_parser.language.parsed import Parsed

HEAD = "Minutes of the Slipway Trust, 3 May 2023\n\nPresent: Ann Lowe (AL)\n\n1. Slip\n\n"
QUESTION = "Boat owners near the quay queried whether the fee had risen."
ANSWER = "AL said that it had."
TEXT = f"{HEAD}{QUESTION} {ANSWER}\n"
HEADS = [1, 5, 1, 4, 2, 5, 10, 8, 10, 10, 5, 5]
LABELS = ["compound", "nsubj", "prep", "det", "pobj", "ROOT", "mark", "det", "nsubj", "aux", "ccomp", "punct"]


@pytest.fixture(scope="session")
def model(tmp_path_factory: pytest.TempPathFactory) -> str:
    """Return the folder of a pipeline whose parser has learnt the one sentence."""
    import spacy
    from spacy.training import Example
    from spacy.util import fix_random_seed

    fix_random_seed(0)
    nlp = spacy.blank("en")
    nlp.add_pipe("parser", config={"min_action_freq": 1})
    words = ["Boat", "owners", "near", "the", "quay", "queried", "whether", "the", "fee", "had", "risen", "."]
    example = Example.from_dict(nlp.make_doc(QUESTION), {"words": words, "heads": HEADS, "deps": LABELS})
    optimizer = nlp.initialize(lambda: [example])
    for _ in range(20):
        nlp.update([example], sgd=optimizer)
    folder = tmp_path_factory.mktemp("models") / "one_sentence"
    nlp.to_disk(folder)
    return str(folder)


@pytest.fixture
def document(tmp_path: Path) -> Path:
    path = tmp_path / "minutes.txt"
    path.write_text(TEXT, "utf-8")
    return path


def minutes(*arguments: object, **environment: str) -> subprocess.CompletedProcess[str]:
    command = [sys.executable, "-m", "minutes_parser", *map(str, arguments)]
    clean = {key: value for key, value in os.environ.items() if key != "MINUTES_MODEL"}
    return subprocess.run(command, capture_output=True, text=True, env=clean | environment)


def askers(record: str) -> list[str]:
    return [exchange["question"]["asker"]["text"] for exchange in json.loads(record)["exchanges"]]


def test_finds_a_subject_that_no_pattern_knows(model: str) -> None:
    assert parse(TEXT).exchanges == []
    [exchange] = parse(TEXT, model=model).exchanges
    assert exchange.question.asker is not None
    assert exchange.question.asker.text == "Boat owners"
    assert [answer.text for answer in exchange.answers] == [ANSWER]


def test_same_bytes_each_time(model: str) -> None:
    assert len({parse(TEXT, model=model).to_json() for _ in range(3)}) == 1


@pytest.mark.parametrize("asked", ["option", "variable"])
def test_the_command_takes_it_by_name(asked: str, model: str, document: Path) -> None:
    done = (
        minutes("parse", document, "--model", model)
        if asked == "option"
        else minutes("parse", document, MINUTES_MODEL=model)
    )
    assert (done.returncode, done.stderr, askers(done.stdout)) == (0, "", ["Boat owners"])


def test_an_archive_is_converted_anew_for_another_model(model: str, document: Path, tmp_path: Path) -> None:
    out = tmp_path / "records"
    archive = tmp_path / "archive"
    archive.mkdir()
    document.rename(archive / "minutes.txt")
    assert askers_of(archive, out) == []
    assert askers_of(archive, out, "--model", model) == ["Boat owners"]
    assert json.loads((out / "manifest.jsonl").read_text("utf-8"))["model"] == model
    assert "skipped" in minutes("convert", archive, out, "--model", model).stdout
    assert askers_of(archive, out) == []


def askers_of(archive: Path, out: Path, *options: str) -> list[str]:
    assert minutes("convert", archive, out, *options).returncode == 0
    return askers((out / "minutes.json").read_text("utf-8"))


def test_a_check_keeps_what_it_found_by_model(model: str, document: Path) -> None:
    document.write_text(f"{HEAD}{QUESTION}\n\n2. Close\n\nThe meeting closed at 9pm.\n", "utf-8")
    command = ("check", document, "--select", "MIN401", "--no-config", "--cache-dir", document.parent / "kept")
    found = [minutes(*command, *options).stdout.count("MIN401") for options in ((), ("--model", model), ())]
    assert found == [0, 1, 0]


@pytest.mark.parametrize(
    ("name", "says"),
    [
        ("en_core_web_lg", "install it with: python -m spacy download en_core_web_lg"),
        ("no_such_model", "install it with: python -m pip install no_such_model"),
    ],
)
@pytest.mark.parametrize("command", ["parse", "check", "convert"])
def test_one_that_is_missing_is_one_sentence(
    command: str, name: str, says: str, document: Path, tmp_path: Path
) -> None:
    out = [tmp_path / "out"] if command == "convert" else []
    done = minutes(command, document, *out, "--model", name)
    assert done.returncode == 2
    assert done.stderr == f"minutes: model {name} is not installed; {says}\n"
    assert not done.stdout


def test_a_folder_that_is_none(tmp_path: Path) -> None:
    with pytest.raises(MinutesError, match="is no spaCy pipeline; name an installed one"):
        parse(TEXT, model=str(tmp_path))


def test_one_without_a_parser(tmp_path: Path) -> None:
    import spacy

    spacy.blank("en").to_disk(tmp_path / "blank")
    with pytest.raises(MinutesError, match="has no parser; choose one that has"):
        parse(TEXT, model=str(tmp_path / "blank"))


def test_one_made_for_another_version_is_told_on_standard_error(model: str, document: Path, tmp_path: Path) -> None:
    import shutil

    other = Path(shutil.copytree(model, tmp_path / "older"))
    meta = json.loads((other / "meta.json").read_text("utf-8"))
    (other / "meta.json").write_text(json.dumps(meta | {"spacy_version": ">=2.0,<2.1"}), "utf-8")
    done = minutes("parse", document, "--model", other)
    assert (done.returncode, askers(done.stdout)) == (0, ["Boat owners"])
    assert done.stderr.startswith(f"minutes: model {other} was made for spaCy >=2.0,<2.1 and may read worse")
    assert done.stderr.count("\n") == 1


def test_is_not_loaded_where_no_sentence_is_read(document: Path) -> None:
    assert minutes("parse", document, "--no-sentences", MINUTES_MODEL="no_such_model").returncode == 0


class TestParsed:
    """The tokens of a subject or an object, from heads and labels."""

    parsed = Parsed(HEADS, LABELS)

    def test_subject_without_what_is_told_of_it(self) -> None:
        assert self.parsed.subject(5) == (0, 2)

    def test_subject_of_the_verb_behind_an_auxiliary(self) -> None:
        assert self.parsed.subject(9) == (7, 9)

    def test_subject_shared_by_and(self) -> None:
        """Owners came and asked."""
        assert Parsed([1, 1, 1, 1], ["nsubj", "ROOT", "cc", "conj"]).subject(3) == (0, 1)

    def test_none_of_a_verb_that_has_none(self) -> None:
        assert self.parsed.subject(0) is None

    def test_object(self) -> None:
        """They asked the engineers."""
        parsed = Parsed([1, 1, 3, 1], ["nsubj", "ROOT", "det", "dobj"])
        assert (parsed.object(1, 2), parsed.object(1, 3)) == (4, 3)


def test_an_english_pipeline_reads_more() -> None:
    """With a pipeline trained on English, where one is installed."""
    pytest.importorskip("en_core_web_sm", reason="en_core_web_sm is not installed")
    text = f"{HEAD}Sailing schools wanted to know when the slip would open. AL said in May.\n"
    [exchange] = parse(text, model="en_core_web_sm").exchanges
    assert exchange.question.asker is not None
    assert exchange.question.asker.text == "Sailing schools"
