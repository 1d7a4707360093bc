"""``minutes check`` as a user meets it: files, settings, remarks, baselines, fixes and exit codes."""

from __future__ import annotations

import json
import os
import re
import subprocess
import sys
from pathlib import Path

import pytest

HEAD = "Minutes of the Quay Committee\nThursday 4 May 2023\n\nPresent: Orla Fenwick (OF) (Chair), Tom Ashby (TA)\n\n"
GATE = "1. Apologies\n\nThere were none.\n\n2. Gate\n\nThe gate is broken.\n\n"
OWNED = f"{HEAD}{GATE}Action: OF to paint the gate\n"
UNOWNED = f"{HEAD}{GATE}Action: to paint the gate\n"


@pytest.fixture
def check(minutes, monkeypatch, tmp_path):
    """Return a function that checks in a folder of its own, or runs another command there."""
    monkeypatch.chdir(tmp_path)
    monkeypatch.delenv("GITHUB_ACTIONS", raising=False)
    return lambda *args, command="check": minutes(command, *args)


def write(path: str, text: str = UNOWNED) -> Path:
    file = Path(path)
    file.parent.mkdir(parents=True, exist_ok=True)
    file.write_text(text, "utf-8")
    return file


def codes(done) -> list[str]:
    return re.findall(r"^\S+:\d+:\d+: (MIN\d{3}) ", done.out, re.MULTILINE)


def test_what_is_right_leaves_zero(check):
    write("may.txt", OWNED)
    done = check("may.txt")
    assert (done.code, done.out) == (0, "All checks passed.\n")


def test_a_finding_is_shown_with_its_line(check):
    write("may.txt")
    done = check("may.txt")
    assert done.code == 1
    assert done.out == (
        "may.txt:14:9: MIN301 action-without-owner: Nobody is named to do this: 'to paint the gate'\n"
        "   |\n14 | Action: to paint the gate\n   |         ^^^^^^^^^^^^^^^^^\n\n1 finding in 1 of 1 file.\n"
    )


def test_a_long_line_is_shown_around_the_finding(check):
    write("may.txt", f"{HEAD}{GATE}{'The gate was looked at. ' * 12}ACTION: to paint it\n")
    shown = check("may.txt").out.splitlines()
    assert max(map(len, shown[1:4])) <= 110
    place = shown[3].index("^")
    assert shown[2][place:].startswith("to paint it")


def test_an_unreadable_file_is_a_finding_and_the_others_are_checked(check):
    write("b.txt")
    write("a.txt", "")
    done = check("a.txt", "missing.txt", "b.txt", "--output-format", "concise")
    assert codes(done) == ["MIN001", "MIN001", "MIN301"]
    assert "missing.txt:1:1: MIN001 unreadable: no such file; check the name" in done.out
    assert (done.code, done.err) == (1, "")


def test_an_unreadable_file_never_passes_as_clean_unless_that_is_asked(check):
    assert (done := check("missing.txt", "--select", "MIN301")).code == 1
    assert codes(done) == ["MIN001"]
    assert check("missing.txt", "--ignore", "MIN001").code == 0


class TestFiles:
    def test_a_folder_without_documents_is_told(self, check, tmp_path):
        done = check(tmp_path)
        assert (done.code, done.out) == (0, "Nothing was checked.\n")
        assert done.err == "minutes: no minutes were found; name files, or a folder that holds some\n"

    def test_a_folder_is_walked_in_order(self, check):
        for name in ("b/2.md", "a/1.txt", "a/notes.log", ".venv/3.txt"):
            write(name)
        found = [line.split(":")[0] for line in check(".", "--output-format", "concise").out.splitlines()[:-1]]
        assert found == ["a/1.txt", "b/2.md"]

    def test_gitignore_is_respected_in_folders_and_not_for_named_files(self, check):
        write(".gitignore", "draft*\n!draft-2.txt\n")
        for name in ("draft-1.txt", "draft-2.txt", "sub/draft.txt", "may.txt"):
            write(name)
        write("sub/.gitignore", "*.md\n")
        write("sub/june.md")
        concise = ("--output-format", "concise")
        assert [line.split(":")[0] for line in check(".", *concise).out.splitlines()[:-1]] == ["draft-2.txt", "may.txt"]
        assert codes(check("draft-1.txt")) == ["MIN301"]
        assert codes(check("sub", *concise)) == []

    def test_patterns(self, check):
        write("2023/may.txt")
        write("2023/june.txt")
        assert codes(check("2023/*.txt")) == ["MIN301", "MIN301"]
        done = check("2024/*.txt")
        assert (done.code, done.err) == (2, "minutes: 2024/*.txt: fits no file; check the pattern\n")

    def test_a_file_named_twice_is_checked_once(self, check):
        write("may.txt")
        assert codes(check("may.txt", ".", "./may.txt")) == ["MIN301"]

    def test_standard_input_has_the_name_that_it_is_given(self, check, monkeypatch, tmp_path):
        with write("may.txt").open() as stdin:
            monkeypatch.setattr(sys, "stdin", stdin)
            done = check("-", "--stdin-filename", "new.txt", "--output-format", "concise")
        assert done.out.startswith("new.txt:14:9: MIN301")

    def test_records_are_checked_too(self, check):
        write("may.txt")
        assert check("may.txt", "-o", "bare.json", command="parse").code == 0
        assert check("may.txt", "--with-text", "-o", "full.json", command="parse").code == 0
        assert check("bare.json", "--output-format", "concise").out.startswith("bare.json:1:1: MIN301")
        assert check("full.json", "--output-format", "concise").out.startswith("full.json:14:9: MIN301")
        write("other.json", "{}")
        assert "MIN001 unreadable: is no record" in check("other.json").out


class TestSelection:
    @pytest.mark.parametrize(
        ("args", "expected"),
        [
            (("--select", "MIN303"), ["MIN303"]),
            (("--select", "MIN30"), ["MIN301", "MIN303"]),
            (("--select", "action-without-owner,MIN303"), ["MIN301", "MIN303"]),
            (("--extend-select", "MIN303"), ["MIN301", "MIN303"]),
            (("--ignore", "MIN3"), []),
            (("--select", "MIN301", "--ignore", "MIN3"), ["MIN301"]),
            (("--select", "MIN3", "--ignore", "action-without-owner"), ["MIN303"]),
            (("--ignore", "MIN3", "--require", "due-date"), ["MIN303"]),
        ],
    )
    def test_rules_are_chosen_by_code_beginning_and_name(self, check, args, expected):
        write("may.txt")
        assert codes(check("may.txt", *args)) == expected

    def test_an_unknown_rule_is_told_with_the_nearest(self, check):
        done = check(".", "--select", "action-without-onwer")
        assert (done.code, done.out) == (2, "")
        assert done.err == "minutes: options: unknown rule 'action-without-onwer'; did you mean action-without-owner?\n"

    def test_information_fails_only_a_strict_run(self, check):
        write("may.txt")
        assert check("may.txt", "--select", "MIN303").code == 0
        assert check("may.txt", "--select", "MIN303", "--strict").code == 1
        assert check("may.txt", "--require", "due-date").code == 1
        assert check("may.txt", "--exit-zero").code == 0


class TestSettings:
    def test_the_nearest_file_counts(self, check, monkeypatch):
        write("pyproject.toml", '[tool.minutes]\nselect = ["MIN303"]\n')
        write("sub/pyproject.toml", "[tool.other]\n")
        write("sub/may.txt")
        monkeypatch.chdir("sub")
        assert codes(check("may.txt")) == ["MIN303"]
        write("minutes.toml", 'select = ["MIN106"]\nextend-select = ["MIN301"]\n')
        assert codes(check("may.txt")) == ["MIN301"]
        assert codes(check("may.txt", "--config", "../pyproject.toml")) == ["MIN303"]
        assert codes(check("may.txt", "--no-config", "--select", "MIN30")) == ["MIN301", "MIN303"]

    def test_files_can_be_excused(self, check):
        write("minutes.toml", '[per-file-ignores]\n"old/*" = ["MIN3"]\n"*.md" = ["action-without-owner"]\n')
        for name in ("old/may.txt", "june.md", "june.txt"):
            write(name)
        assert [line.split(":")[0] for line in check(".", "--output-format", "concise").out.splitlines()[:-1]] == [
            "june.txt"
        ]

    def test_severities_and_exclusions(self, check):
        write("minutes.toml", 'exclude = ["old/"]\n[severity]\nMIN301 = "info"\n')
        write("old/may.txt")
        write("june.txt")
        done = check(".")
        assert (codes(done), done.code) == (["MIN301"], 0)

    @pytest.mark.parametrize(
        ("text", "fault"),
        [
            ("selct = []", "unknown key 'selct'; did you mean 'select'?"),
            ('select = ["MIN999"]', "unknown rule 'MIN999'; did you mean"),
            ('[per-file-ignores]\n"*" = ["nothing"]', "unknown rule 'nothing'"),
            ("strict = 7", "'strict' is amiss: "),
            ('require = ["cake"]', "'require' is amiss: choose one of 'owner', 'due-date', "),
            ("select = [", "is not TOML ("),
            ('output-format = "wpd"', "'output-format' is amiss: choose one of 'full', 'concise', "),
        ],
    )
    def test_what_cannot_be_understood_is_told(self, check, text, fault):
        write("minutes.toml", text)
        done = check(".")
        assert (done.code, done.out, done.err.count("\n")) == (2, "", 1)
        assert done.err.startswith("minutes: minutes.toml: ")
        assert fault in done.err

    def test_they_can_be_shown_and_have_a_schema(self, check):
        write("minutes.toml", 'select = ["MIN303"]')
        shown = check("--show-settings").out
        assert shown.startswith(f"# {Path.cwd() / 'minutes.toml'}\n")
        assert json.loads(shown.partition("\n")[2])["select"] == ["MIN303"]
        properties = json.loads(check("--settings", command="schema").out)["properties"]
        assert set(json.loads(shown.partition("\n")[2])) == set(properties)


class TestRemarks:
    @pytest.mark.parametrize(
        "text",
        [
            UNOWNED.replace("Action:", "[minutes: ignore MIN301 nobody knows yet]\nAction:"),
            UNOWNED.replace("Action:", "[minutes: ignore MIN301 nobody knows yet]\n\nAction:"),
            UNOWNED.replace("Action:", "<!-- minutes: ignore action-without-owner -->\nAction:"),
            UNOWNED.replace("gate\n\nAction", "gate\n\nAction").replace(
                "paint the gate", "paint the gate [minutes: ignore MIN3]"
            ),
        ],
    )
    def test_accept_what_stands_beside_or_below_them(self, check, text):
        write("may.txt", text)
        done = check("may.txt")
        assert (done.code, done.out) == (0, "All checks passed.\n")

    def test_do_not_reach_further(self, check):
        write("may.txt", UNOWNED.replace("1. Apologies", "[minutes: ignore MIN301 too far]\n\n1. Apologies"))
        assert codes(check("may.txt")) == ["MIN005", "MIN301"]

    def test_of_no_use_are_told_only_where_their_rules_are_checked(self, check):
        write("may.txt", OWNED.replace("Action:", "[minutes: ignore MIN301 why]\nAction:"))
        assert codes(check("may.txt")) == ["MIN005"]
        assert codes(check("may.txt", "--select", "MIN005,MIN101")) == []

    def test_are_no_part_of_the_record(self, check):
        write("may.txt", UNOWNED.replace("Action:", "[minutes: ignore MIN301 why]\nAction:"))
        record = json.loads(check("may.txt", command="parse").out)
        assert "ignore" not in json.dumps(record["sections"])


class TestBaseline:
    def test_accepts_what_it_holds_wherever_it_moves(self, check):
        write("may.txt")
        assert check("may.txt", "--write-baseline", "known.json").code == 0
        write("may.txt", UNOWNED.replace("Action:", "It is old.\n\nAction:") + "\nAction: to buy a lock\n")
        done = check("may.txt", "--baseline", "known.json", "--output-format", "concise")
        assert codes(done) == ["MIN301"]
        assert "to buy a lock" in done.out
        assert "1 accepted by the baseline." in done.out

    def test_accepts_as_many_as_it_holds(self, check):
        write("may.txt")
        check("may.txt", "--write-baseline", "known.json")
        write("may.txt", UNOWNED + "\nAction: to paint the gate\n")
        assert codes(check("may.txt", "--baseline", "known.json")) == ["MIN301"]

    def test_of_the_settings_is_relative_to_them(self, check, monkeypatch):
        write("minutes.toml", 'baseline = "known.json"\n')
        write("sub/may.txt")
        check("sub", "--write-baseline", "known.json")
        monkeypatch.chdir("sub")
        assert check("may.txt").code == 0

    @pytest.mark.parametrize("text", [None, "{}", "no JSON"])
    def test_that_is_none_is_told(self, check, text):
        write("may.txt")
        if text is not None:
            write("known.json", text)
        done = check("may.txt", "--baseline", "known.json")
        assert (done.code, done.out, done.err.count("\n")) == (2, "", 1)
        assert done.err.endswith("make it with --write-baseline\n")


class TestFix:
    LABELS = f"{HEAD}{GATE}Action - OF to paint the gate.\n\nAction - TA to buy paint.\n\nAction  – OF to buy a lock.\n"

    def test_writes_what_is_safe(self, check):
        file = write("may.txt", self.LABELS)
        assert check("may.txt", "--select", "MIN309", "--fix").out == "All checks passed. 1 fixed.\n"
        assert file.read_text("utf-8") == self.LABELS.replace("Action  –", "Action -")

    def test_keeps_encoding_line_ends_and_mark(self, check):
        text = self.LABELS.replace("\n", "\r\n").replace("lock", "löck")
        Path("may.txt").write_bytes(text.encode("utf-16"))
        check("may.txt", "--select", "MIN309", "--fix")
        assert Path("may.txt").read_bytes() == text.replace("Action  –", "Action -").encode("utf-16")

    def test_counts_on_only_when_asked(self, check):
        text = f"{HEAD}1. Apologies\n\nThere were none.\n\n2. Gate\n\nIt is green.\n\n4. Boats\n\nTwo are new.\n\n5. Keys\n\nNone.\n"
        file = write("may.txt", text)
        assert "1 can be fixed with --fix --unsafe-fixes." in check("may.txt", "--select", "MIN201", "--fix").out
        assert file.read_text() == text
        check("may.txt", "--select", "MIN201", "--fix", "--unsafe-fixes")
        assert file.read_text() == text.replace("4. Boats", "3. Boats").replace("5. Keys", "4. Keys")

    def test_diff_changes_nothing_and_fails_where_there_is_something_to_change(self, check):
        file = write("may.txt", self.LABELS)
        done = check("may.txt", "--select", "MIN309", "--diff")
        assert "-Action  – OF to buy a lock.\n+Action - OF to buy a lock.\n" in done.out
        assert (done.code, file.read_text("utf-8")) == (1, self.LABELS)
        write("may.txt", UNOWNED)
        done = check("may.txt", "--diff")
        assert (done.code, done.out) == (0, "")

    def test_says_what_was_mended_and_fails_when_asked(self, check):
        asked = ("may.txt", "--select", "MIN309", "--fix", "--show-fixes", "--exit-non-zero-on-fix")
        write("may.txt", self.LABELS)
        done = check(*asked)
        assert (done.code, done.out) == (
            1, "Fixed:\nmay.txt:\n  1 x MIN309 uneven-action-label\nAll checks passed. 1 fixed.\n"
        )  # fmt: skip
        done = check(*asked)
        assert (done.code, done.out) == (0, "All checks passed.\n")

    def test_is_not_offered_where_a_file_does_not_hold_the_text(self, check):
        write("may.txt", self.LABELS)
        assert check("may.txt", "--with-text", "-o", "may.json", command="parse").code == 0
        record = Path("may.json").read_bytes()
        asked = ("may.json", "--select", "MIN309", "--output-format", "concise")
        assert "--fix" not in check(*asked).out
        assert codes(check(*asked, "--fix")) == ["MIN309"]
        assert Path("may.json").read_bytes() == record

    def test_needs_to_be_asked_for(self, check):
        file = write("may.txt", self.LABELS)
        check("may.txt", "--select", "MIN309", "--unsafe-fixes")
        assert file.read_text("utf-8") == self.LABELS

    def test_leaves_what_a_remark_accepts(self, check):
        text = self.LABELS.replace("Action  –", "[minutes: ignore MIN309 as signed]\nAction  –")
        file = write("may.txt", text)
        assert check("may.txt", "--select", "MIN309", "--fix").out == "All checks passed.\n"
        assert file.read_text("utf-8") == text

    @pytest.mark.parametrize("text", [LABELS, OWNED])
    def test_standard_input_comes_out_mended_and_findings_beside_it(self, check, monkeypatch, text):
        with write("may.txt", text).open() as stdin:
            monkeypatch.setattr(sys, "stdin", stdin)
            done = check("-", "--select", "MIN309,MIN106", "--fix")
        assert done.out == text.replace("Action  –", "Action -")
        assert "All checks passed." in done.err


def test_quiet_leaves_the_summary_out(check):
    write("may.txt")
    plain, quiet = check("may.txt").out, check("may.txt", "-q").out
    assert plain == f"{quiet}1 finding in 1 of 1 file.\n"
    write("may.txt", OWNED)
    assert check("may.txt", "--quiet").out == ""


@pytest.mark.parametrize(
    ("args", "fault"),
    [
        (("--output-format", "wpd"), "options: there is no format 'wpd'; choose one of full, concise, "),
        (("--config", "none.toml"), "none.toml: cannot be read (No such file or directory); name a file of settings"),
        (("--config", "minutes.toml", "--no-config"), "options: --config and --no-config contradict each other; "),
        (
            ("--statistics", "--output-format", "sarif"),
            "options: sarif has no place for statistics; choose one of full, ",
        ),
        (("--require", "cake"), "options: cannot require 'cake'; choose of owner, "),
    ],
)
def test_options_that_cannot_be_met_are_told(check, args, fault):
    write("may.txt")
    done = check("may.txt", *args)
    assert (done.code, done.out) == (2, "")
    assert done.err.startswith(f"minutes: {fault}")


def test_statistics_as_data(check):
    write("may.txt", UNOWNED + "\nAction: to buy a lock\n")
    asked = ("may.txt", "--select", "MIN301,MIN107", "--statistics", "--output-format")
    counts = [
        {"code": "MIN301", "name": "action-without-owner", "count": 2, "fixable": 0},
        {"code": "MIN107", "name": "missing-minute-taker", "count": 1, "fixable": 0},
    ]
    assert json.loads(check(*asked, "json").out) == counts
    assert [json.loads(line) for line in check(*asked, "jsonl").out.splitlines()] == counts


def test_statistics(check):
    write("may.txt", UNOWNED + "\nAction: to buy a lock\n")
    assert check("may.txt", "--select", "MIN30,MIN107", "--statistics").out == (
        "     2  MIN301  action-without-owner\n     2  MIN303  action-without-due-date\n     1  MIN107  missing-minute-taker\n"
    )


def test_earlier_minutes_make_a_series(check):
    write("april.txt", OWNED.replace("4 May", "6 April").replace("Thursday ", ""))
    write("may.txt", f"{HEAD}1. Apologies\n\nThere were none.\n\n2. Boats\n\nTwo are new.\n")
    assert codes(check("may.txt", "--select", "MIN6", "--earlier", "april.txt")) == ["MIN601"]
    assert codes(check(".", "--select", "MIN6")) == ["MIN601"]
    assert codes(check("may.txt", "--select", "MIN6")) == []


def test_a_rule_has_a_page(check):
    shown = check("action-without-owner", command="rule").out
    assert shown.startswith("MIN301 action-without-owner (warning)\n\nAn open action names nobody")
    assert check("MIN999", command="rule").code == 2
    assert "MIN301 * warning action-without-owner" in check(command="rules").out


def test_structural_rules_do_not_load_spacy(tmp_path):
    (tmp_path / "may.txt").write_text(UNOWNED)
    script = (
        "import sys; from minutes_parser.cli import main; sys.argv = ['minutes', 'check', 'may.txt', '--select', 'MIN301']\n"
        "try: main()\nexcept SystemExit: pass\nprint('spacy' in sys.modules, file=sys.stderr)"
    )
    environment = {**os.environ, "GITHUB_ACTIONS": "false"}
    done = subprocess.run([sys.executable, "-c", script], cwd=tmp_path, env=environment, capture_output=True, text=True)
    assert done.stderr == "False\n"
    assert "MIN301" in done.stdout
