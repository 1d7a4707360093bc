"""Commands whose values are taken as they are typed."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial
from typing import Any

from typer import Context
from typer.core import TyperCommand, TyperGroup

Process = Callable[[Context, Any], Any]


class PlainCommand(TyperCommand):
    """A command with options that are text, lists of text or flags.

    Typer has pydantic make a validator for each option, given or not: for twenty that take text this costs more than all
    else that a command line does. Text needs none.
    """

    def get_params(self, ctx: Any) -> list[Any]:
        """Return the options, which let text pass."""
        return _letting_text_pass(super().get_params(ctx))


class PlainGroup(TyperGroup):
    """Commands below one name, whose own options are flags and text."""

    def get_params(self, ctx: Any) -> list[Any]:
        """Return the options, which let text pass."""
        return _letting_text_pass(super().get_params(ctx))


def _letting_text_pass(parameters: list[Any]) -> list[Any]:
    for parameter in parameters:
        if not parameter.required and not isinstance(parameter.process_value, partial):
            parameter.process_value = partial(_as_typed, parameter, parameter.process_value)
    return parameters


def _as_typed(parameter: Any, process: Process, context: Context, value: Any) -> Any:
    """Return a value that is text or was not given, and have any other processed."""
    plain = value is None or isinstance(value, str)
    if isinstance(value, list | tuple) and all(isinstance(part, str) for part in value):
        plain, value = True, list(value)
    if not plain:
        return process(context, value)
    return parameter.callback(context, parameter, value) if parameter.callback else value
