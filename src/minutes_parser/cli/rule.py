"""``minutes rule`` and ``minutes rules``: what is checked, and why."""

from __future__ import annotations

from typing import Annotated

import typer

from minutes_parser.output import to_stdout


def rule(
    named: Annotated[
        str, typer.Argument(metavar="RULE", help="A code, such as MIN301, or a name.", show_default=False)
    ],
) -> None:
    """Print what a rule means: the fault, why it matters, a bad and a good example."""
    from minutes_parser.checks.selection import matching
    from minutes_parser.rules import rule as described

    pages = [described(code) for code in matching(named)]
    to_stdout("\n".join(f"{page.code} {page.name} ({page.severity})\n\n{page.page}\n" for page in pages).encode())


def rules() -> None:
    """List the rules; those with a star are checked unless a selection says otherwise."""
    from minutes_parser.checks.selection import DEFAULT
    from minutes_parser.rules import names
    from minutes_parser.rules import rule as described

    for code in names():
        page = described(code)
        mark = "*" if code in DEFAULT else " "
        to_stdout(f"{code} {mark} {page.severity:8}{page.name:34}{page.summary}\n".encode())
