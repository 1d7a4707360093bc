"""Findings as text: one module a format, each with ``render(outcome, color)``; the folder is the registry.

A format with ``FOR_PEOPLE = True`` is followed by a summary.
"""

from __future__ import annotations

import importlib
import pkgutil
from dataclasses import dataclass

from minutes_parser.checks.run import Outcome
from minutes_parser.report._statistics import statistics
from minutes_parser.report._summary import fixes, summary

__all__ = ["View", "formats", "render", "statistics"]


@dataclass(frozen=True)
class View:
    """How findings are shown to people."""

    color: bool = False
    quiet: bool = False
    """Without the summary."""
    fixes: bool = False
    """With what was mended in which file."""


def formats() -> tuple[str, ...]:
    """Return the names of the formats."""
    return tuple(sorted(module.name for module in pkgutil.iter_modules(__path__) if module.name[0] != "_"))


def render(outcome: Outcome, format: str, view: View | None = None) -> str:
    """Return what a run found, in one of ``formats``; the ``view`` matters to those that people read."""
    view = view or View()
    module = importlib.import_module(f"{__name__}.{format}")
    text: str = module.render(outcome, view.color)
    if not getattr(module, "FOR_PEOPLE", False):
        return text
    return text + (fixes(outcome) if view.fixes else "") + ("" if view.quiet else summary(outcome))
