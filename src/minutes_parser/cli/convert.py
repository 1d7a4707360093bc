"""``minutes convert``: an archive of minutes into records."""

from __future__ import annotations

import sys
from typing import Annotated

import typer

from minutes_parser.cli.options import FOUND, ModelName, flag, loaded
from minutes_parser.output import to_stdout


def convert(
    archive: Annotated[
        str,
        typer.Argument(
            metavar="ARCHIVE", help="Folder, zip file, pattern or URL; - reads a list of files.", show_default=False
        ),
    ],
    out: Annotated[str, typer.Argument(metavar="OUT", help="Folder or URL to write to.", show_default=False)],
    to: Annotated[str, typer.Option("--to", metavar="FORMATS", help="Formats to write, separated by commas.")] = "json",
    workers: Annotated[int, typer.Option("--workers", "-j", metavar="N", min=1, help="Processes that convert.")] = 1,
    dask: Annotated[
        str | None, typer.Option("--dask", metavar="ADDRESS", help="Convert on this Dask cluster.", show_default=False)
    ] = None,
    timeout: Annotated[
        float | None,
        typer.Option("--timeout", metavar="SECONDS", help="Give up a document after this time.", show_default=False),
    ] = None,
    memory: Annotated[
        int | None, typer.Option("--memory", metavar="MB", help="Memory that one worker may take.", show_default=False)
    ] = None,
    model: ModelName = None,
    retry_failed: Annotated[bool, flag("--retry-failed", "Try again what failed before and has not changed.")] = False,
    fail_fast: Annotated[bool, flag("--fail-fast", "Stop at the first document that fails.")] = False,
    keep_suffix: Annotated[bool, flag("--keep-suffix", "Write a.txt to a.txt.json rather than to a.json.")] = False,
    quiet: Annotated[bool, flag("--quiet", "Print nothing but errors.")] = False,
) -> None:
    """Convert an archive; what has not changed since the last run is left alone.

    OUT keeps the tree of the archive, and a manifest says what became of each document. A run that was broken off goes
    on where it was.

    \b
    Examples:
      minutes convert minutes/ records/
      minutes convert minutes/ records/ --to json,docx --workers 4 --timeout 60
      find . -name '*.pdf' | minutes convert - records/

    \b
    Exit codes: 0 all is converted; 1 some documents failed, now or before; 2 could not run.
    """
    from minutes_parser import progress
    from minutes_parser.batch.archive import entries
    from minutes_parser.batch.pool import Limits
    from minutes_parser.batch.run import Options, plan, run

    formats = [name.strip() for name in to.split(",") if name.strip()]
    tasks = plan(entries(archive, sys.stdin), out, formats, keep_suffix, loaded(model))
    options = Options(workers, dask, Limits(timeout, memory), retry_failed, fail_fast)
    with progress.conversion(len(tasks), quiet) as watch:
        summary = run(tasks, out, options, lambda state: watch(state.done, state.results))
    if not quiet:
        to_stdout(
            progress.converted(
                summary.results, summary.reasons, [(item.path, item.message) for item in summary.failures]
            ).encode()
        )
    if summary.failures or summary.failed_before:
        raise typer.Exit(FOUND)
