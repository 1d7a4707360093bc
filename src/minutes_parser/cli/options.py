"""What the commands share: exit codes and kinds of options."""

from __future__ import annotations

from typing import Any

import typer

UNREADABLE = 2
"""Exit code where something could not be read or written."""


def flag(name: str, help: str, **more: Any) -> Any:
    """Return an option that takes no value, without the type in its help."""
    return typer.Option(name, help=help, metavar="", show_default=False, **more)
