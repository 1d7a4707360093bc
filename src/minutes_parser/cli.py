"""The command ``minutes``."""

from __future__ import annotations

import sys


def main() -> None:
    """Run the command."""
    from minutes_parser import parse_file

    print(parse_file([a for a in sys.argv[2:] if not a.startswith("-")][0]).to_json())
