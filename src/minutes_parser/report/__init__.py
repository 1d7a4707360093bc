"""Findings as text: one module a format, each with ``render(outcome, color)``; the folder is the registry."""

from __future__ import annotations

import importlib
import pkgutil

from minutes_parser.checks.run import Outcome


def formats() -> tuple[str, ...]:
    """Return the names of the formats."""
    return tuple(sorted(module.name for module in pkgutil.iter_modules(__path__) if module.name[0] != "_"))


def render(outcome: Outcome, format: str, color: bool = False) -> str:
    """Return what a run found, in one of ``formats``; ``color`` matters to those that people read."""
    text: str = importlib.import_module(f"{__name__}.{format}").render(outcome, color)
    return text
