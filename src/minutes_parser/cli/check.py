"""``minutes check``: what a careful secretary checks before minutes are sent out."""

from __future__ import annotations

import gc
import os
from collections import Counter
from pathlib import Path
from typing import TYPE_CHECKING, Annotated, Any

import typer

from minutes_parser.cli.options import FOUND, flag, on_terminal
from minutes_parser.output import complain, opened, to_stdout

if TYPE_CHECKING:
    from minutes_parser.checks.run import Outcome
    from minutes_parser.checks.settings import Place, Settings


def _rules(name: str, help: str) -> Any:
    """Return an option that takes rules, separated by commas or given several times."""
    return typer.Option(name, metavar="RULES", help=help, show_default=False)


def _path(name: str, help: str) -> Any:
    return typer.Option(name, metavar="FILE", help=help, show_default=False)


def check(
    paths: Annotated[
        list[str] | None,
        typer.Argument(metavar="PATH", help="Files, folders or patterns; - is standard input.", show_default=False),
    ] = None,
    select: Annotated[
        list[str] | None, _rules("--select", "Check these rules: codes, beginnings of codes, names, ALL.")
    ] = None,
    extend_select: Annotated[list[str] | None, _rules("--extend-select", "Check these, too.")] = None,
    ignore: Annotated[list[str] | None, _rules("--ignore", "Do not check these.")] = None,
    require: Annotated[
        list[str] | None,
        typer.Option(
            "--require",
            metavar="WHAT",
            help="owner, due-date, date, attendance, chair, minute-taker or answer: its lack is an error.",
            show_default=False,
        ),
    ] = None,
    strict: Annotated[bool, flag("--strict", "Findings of severity 'info' fail the run, too.")] = False,
    earlier: Annotated[
        list[Path] | None, _path("--earlier", "Earlier minutes of the same body, for the rules MIN6.")
    ] = None,
    fix: Annotated[bool, flag("--fix", "Mend what can be mended without changing what the minutes say.")] = False,
    unsafe_fixes: Annotated[bool, flag("--unsafe-fixes", "Mend numbers, too.")] = False,
    diff: Annotated[bool, flag("--diff", "Print what --fix would change, and change nothing.")] = False,
    output_format: Annotated[
        str | None,
        typer.Option(
            "--output-format",
            metavar="FORMAT",
            help="full, concise, json, jsonl, github, gitlab, junit, sarif or rdjson.",
            show_default=False,
        ),
    ] = None,
    output: Annotated[
        Path | None, typer.Option("--output", "-o", metavar="FILE", help="Write the findings to this file.")
    ] = None,
    statistics: Annotated[bool, flag("--statistics", "Print how often each rule was broken.")] = False,
    exit_zero: Annotated[bool, flag("--exit-zero", "Leave with 0 whatever is found.")] = False,
    baseline: Annotated[Path | None, _path("--baseline", "Accept the findings in this file.")] = None,
    write_baseline: Annotated[
        Path | None, _path("--write-baseline", "Write what is found to this file, to accept it.")
    ] = None,
    config: Annotated[
        Path | None, _path("--config", "Settings, instead of the nearest minutes.toml or pyproject.toml.")
    ] = None,
    no_config: Annotated[bool, flag("--no-config", "Use no settings from files.")] = False,
    show_settings: Annotated[
        bool, flag("--show-settings", "Print the settings that would be used, and leave.")
    ] = False,
    stdin_filename: Annotated[
        str, typer.Option("--stdin-filename", metavar="NAME", help="What standard input is called.", show_default=False)
    ] = "-",
) -> None:
    """Check minutes, and say what is wrong in which line.

    A remark in the text accepts a finding: [minutes: ignore MIN301 reason].

    \b
    Examples:
      minutes check minutes/                     check a folder
      minutes check minutes.docx --require owner every action must have an owner
      minutes check 2023/ --select MIN3 --statistics
      minutes rule MIN301                        what a rule means

    \b
    Exit codes: 0 nothing found; 1 findings; 2 could not run.
    """
    from minutes_parser.checks import files
    from minutes_parser.checks.run import Options, run

    place, chosen = _settings(
        None if no_config else config or Path.cwd(), select=_split(select), extend_select=_split(extend_select),
        ignore=_split(ignore), require=_split(require), strict=strict, output_format=output_format,
        baseline=str(baseline.absolute()) if baseline else None,
    )  # fmt: skip
    if show_settings:
        to_stdout(
            f"# {place.file or 'no file of settings'}\n{chosen.model_dump_json(by_alias=True, indent=2)}\n".encode()
        )
        return
    if write_baseline:
        chosen = chosen.model_copy(update={"baseline": None})
    found = [Path("-")] if paths == ["-"] else files.find(paths or ["."], chosen.exclude, chosen.respect_gitignore)
    options = Options(chosen, place.folder, stdin_filename, earlier or (), fix or unsafe_fixes, unsafe_fixes, diff)
    gc.enable()
    outcome = run(found, options)
    if not outcome.files:
        complain("no minutes were found; name files, or a folder that holds some")
    if write_baseline:
        _accept(outcome, write_baseline)
        return
    with opened(output, [str(file) for file in paths or ()]) as write:
        write(_report(outcome, chosen.output_format, statistics, on_terminal(output)).encode())
    if outcome.failing(chosen.strict) and not exit_zero:
        raise typer.Exit(FOUND)


def _settings(start: Path | None, **changes: object) -> tuple[Place, Settings]:
    """Return the settings of a file, or the nearest ones from a folder upwards, and what the command line changes."""
    from minutes_parser.checks import settings

    place = settings.Place(None) if start is None else settings.find(start) if start.is_dir() else settings.Place(start)
    loaded = settings.load(place)
    if (
        not changes["output_format"]
        and "output_format" not in loaded.model_fields_set
        and os.environ.get("GITHUB_ACTIONS") == "true"
    ):
        changes["output_format"] = "github"
    return place, settings.updated(loaded, changes)


def _split(values: list[str] | None) -> list[str]:
    """Return what is separated by commas."""
    return [part.strip() for value in values or () for part in value.split(",") if part.strip()]


def _accept(outcome: Outcome, path: Path) -> None:
    from minutes_parser.checks import baseline

    baseline.write(path, outcome.found)
    count = len(outcome.found)
    to_stdout(f"{count} finding{'s are' if count != 1 else ' is'} accepted in {path}.\n".encode())


def _report(outcome: Outcome, format: str, statistics: bool, color: bool) -> str:
    """Return what was found: as a diff, as counts, or one by one."""
    from minutes_parser import report

    if outcome.diffs:
        return "".join(outcome.diffs)
    if not statistics:
        return report.render(outcome, format, color and "NO_COLOR" not in os.environ)
    counts = Counter((located.finding.code, located.finding.name) for located in outcome.found)
    return "".join(
        f"{count:6d}  {code}  {name}\n"
        for (code, name), count in sorted(counts.items(), key=lambda item: (-item[1], item[0]))
    )
