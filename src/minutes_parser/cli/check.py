"""``minutes check``: what a careful secretary checks before minutes are sent out."""

from __future__ import annotations

import os
import sys
from pathlib import Path
from typing import TYPE_CHECKING, Annotated, Any

import typer

from minutes_parser.cli.options import FOUND, ModelName, flag, loaded, on_terminal
from minutes_parser.output import complain, opened, to_stdout
from minutes_parser.source import MinutesError

if TYPE_CHECKING:
    from collections.abc import Sequence

    from minutes_parser.checks.run import Outcome
    from minutes_parser.checks.settings import Place, Settings
    from minutes_parser.report import View

# All values are taken as text: PlainCommand says why.


def _text(*names: str, metavar: str, help: str, **more: Any) -> Any:
    """Return an option that takes text; those that take rules may be given several times."""
    return typer.Option(*names, metavar=metavar, help=help, show_default=False, **more)


Config = Annotated[
    str | None,
    _text("--config", metavar="FILE", help="Settings, instead of the nearest minutes.toml or pyproject.toml."),
]
NoConfig = Annotated[bool, flag("--no-config", "Use no settings from files.")]
CacheFolder = Annotated[
    str | None,
    _text(
        "--cache-dir",
        metavar="FOLDER",
        help="Where findings are kept from run to run; else .minutes_cache beside the settings.",
        envvar="MINUTES_CACHE_DIR",
    ),
]


def check(
    paths: Annotated[
        list[str] | None,
        typer.Argument(metavar="PATH", help="Files, folders or patterns; - is standard input.", show_default=False),
    ] = None,
    select: Annotated[
        list[str] | None,
        _text("--select", metavar="RULES", help="Check these rules: codes, beginnings of codes, names, ALL."),
    ] = None,
    extend_select: Annotated[
        list[str] | None, _text("--extend-select", metavar="RULES", help="Check these, too.")
    ] = None,
    ignore: Annotated[list[str] | None, _text("--ignore", metavar="RULES", help="Do not check these.")] = None,
    require: Annotated[
        list[str] | None,
        _text(
            "--require",
            metavar="WHAT",
            help="owner, due-date, date, attendance, chair, minute-taker or answer: its lack is an error.",
        ),
    ] = None,
    strict: Annotated[bool, flag("--strict", "Findings of severity 'info' fail the run, too.")] = False,
    earlier: Annotated[
        list[str] | None,
        _text("--earlier", metavar="FILE", help="Earlier minutes of the same body, for the rules MIN6."),
    ] = None,
    fix: Annotated[bool, flag("--fix", "Mend what can be mended without changing what the minutes say.")] = False,
    unsafe_fixes: Annotated[bool, flag("--unsafe-fixes", "With --fix or --diff: mend numbers, too.")] = False,
    diff: Annotated[bool, flag("--diff", "Print what --fix would change, and change nothing.")] = False,
    show_fixes: Annotated[bool, flag("--show-fixes", "Say what was mended in which file.")] = False,
    exit_non_zero_on_fix: Annotated[
        bool, flag("--exit-non-zero-on-fix", "Leave with 1 where anything was mended.")
    ] = False,
    output_format: Annotated[
        str | None,
        _text(
            "--output-format",
            metavar="FORMAT",
            help="full, concise, json, jsonl, github, gitlab, junit, sarif or rdjson.",
        ),
    ] = None,
    output: Annotated[
        str | None, _text("--output-file", "--output", "-o", metavar="FILE", help="Write the findings to this file.")
    ] = None,
    statistics: Annotated[bool, flag("--statistics", "Print how often each rule was broken.")] = False,
    quiet: Annotated[
        bool, typer.Option("--quiet", "-q", metavar="", help="Print findings and nothing else.", show_default=False)
    ] = False,
    exit_zero: Annotated[bool, flag("--exit-zero", "Leave with 0 whatever is found.")] = False,
    baseline: Annotated[
        str | None, _text("--baseline", metavar="FILE", help="Accept the findings in this file.")
    ] = None,
    write_baseline: Annotated[
        str | None, _text("--write-baseline", metavar="FILE", help="Write what is found to this file, to accept it.")
    ] = None,
    model: ModelName = None,
    config: Config = None,
    no_config: NoConfig = False,
    show_settings: Annotated[
        bool, flag("--show-settings", "Print the settings that would be used, and leave.")
    ] = False,
    no_cache: Annotated[bool, flag("--no-cache", "Read every file anew, and keep nothing.")] = False,
    cache_dir: CacheFolder = None,
    stdin_filename: Annotated[
        str, _text("--stdin-filename", metavar="NAME", help="What standard input is called.")
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
    from minutes_parser.checks import files, settings
    from minutes_parser.checks.cache import Cache
    from minutes_parser.checks.run import Options, run
    from minutes_parser.report import View

    place, chosen = _settings(
        config, no_config, select=_split(select), extend_select=_split(extend_select), ignore=_split(ignore),
        require=_split(require), strict=strict, output_format=output_format,
        baseline=os.path.abspath(baseline) if baseline and not write_baseline else None,
    )  # fmt: skip
    if show_settings:
        to_stdout(f"# {place.file or 'no file of settings'}\n{settings.shown(chosen)}\n".encode())
        return
    if write_baseline:
        chosen = settings.without_baseline(chosen)
    found = [Path("-")] if paths == ["-"] else files.find(paths or ["."], chosen.exclude, chosen.respect_gitignore)
    kept = None if no_cache else Cache(cache_folder(cache_dir, place, chosen))
    earlier_files = [Path(name) for name in earlier or ()]
    options = Options(chosen, place.folder, stdin_filename, earlier_files, fix, unsafe_fixes, diff, kept, loaded(model))
    outcome = run(found, options)
    if not outcome.files:
        complain("no minutes were found; name files, or a folder that holds some")
    if write_baseline:
        _accept(outcome, Path(write_baseline))
        return
    if diff:
        to_stdout("".join(outcome.diffs).encode())
        failed = bool(outcome.diffs)
    else:
        color = on_terminal(Path(output) if output else None) and "NO_COLOR" not in os.environ
        _print(outcome, chosen.output_format, output, paths or (), View(color, quiet, show_fixes), statistics)
        failed = outcome.failing(chosen.strict) or bool(exit_non_zero_on_fix and outcome.fixed)
    if failed and not exit_zero:
        raise typer.Exit(FOUND)


def _settings(config: str | None, no_config: bool, **changes: object) -> tuple[Place, Settings]:
    """Return the settings of a file, or the nearest ones from here upwards, and what the command line changes."""
    from minutes_parser.checks import settings

    place = place_of(config, no_config)
    on_github = os.environ.get("GITHUB_ACTIONS") == "true"
    return place, settings.updated(settings.load(place, "github" if on_github else "full"), changes)


def place_of(config: str | None, no_config: bool) -> Place:
    """Return where the settings stand: in the file that is named, nowhere, or in the nearest one."""
    from minutes_parser.checks import settings

    if no_config and config:
        raise MinutesError("options: --config and --no-config contradict each other; choose one")
    return settings.Place(None) if no_config else settings.Place(Path(config)) if config else settings.find(Path.cwd())


def cache_folder(named: str | None, place: Place, chosen: Settings) -> Path:
    """Return the folder of the cache: as named, by the settings, or beside them."""
    from minutes_parser.checks.cache import FOLDER

    return Path(named) if named else place.folder / (chosen.cache_dir or FOLDER)


def _split(values: list[str] | None) -> list[str]:
    """Return what is separated by commas."""
    return [part.strip() for value in values or () for part in value.split(",") if part.strip()]


def _accept(outcome: Outcome, path: Path) -> None:
    from minutes_parser.checks import baseline

    baseline.write(path, outcome.found)
    count = len(outcome.found)
    to_stdout(f"{count} finding{'s are' if count != 1 else ' is'} accepted in {path}.\n".encode())


def _print(outcome: Outcome, format: str, output: str | None, inputs: Sequence[str], view: View, counted: bool) -> None:
    """Print what was found, one by one or counted; a mended standard input goes before it, which then is an aside."""
    from minutes_parser import report

    text = report.statistics(outcome, format) if counted else report.render(outcome, format, view)
    if outcome.mended is not None:
        to_stdout(outcome.mended)
    if outcome.mended is not None and not output:
        sys.stderr.write(text)
        return
    with opened(Path(output) if output else None, inputs) as write:
        write(text.encode())
