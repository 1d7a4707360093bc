"""The command ``minutes`` as ``python -m minutes_parser``."""

from minutes_parser.cli import main

main()
