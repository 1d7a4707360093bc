"""The settings of ``minutes check``: what ``minutes.toml`` or ``[tool.minutes]`` in ``pyproject.toml`` may say."""

from __future__ import annotations

import difflib
import json
import tomllib
from collections.abc import Iterable
from pathlib import Path
from typing import Annotated, Literal

from pydantic import BaseModel, ConfigDict, Field, ValidationError

from minutes_parser.checks.selection import REQUIRED, matching, selected
from minutes_parser.models import Severity
from minutes_parser.source import MinutesError

Selectors = list[str]
OutputFormat = Literal["full", "concise", "json", "jsonl", "github", "gitlab", "junit", "sarif", "rdjson"]
Requirement = Annotated[str, Field(json_schema_extra={"enum": list(REQUIRED)})]


class Settings(BaseModel):
    """What is checked, and how it is reported. Rules are named by code, by the beginning of a code, or by name."""

    model_config = ConfigDict(
        extra="forbid", frozen=True, alias_generator=lambda name: name.replace("_", "-"), populate_by_name=True
    )

    select: Selectors = Field(default=["DEFAULT"], description="Rules to check.")
    extend_select: Selectors = Field(default=[], description="Rules to check besides those.")
    ignore: Selectors = Field(default=[], description="Rules not to check.")
    require: list[Requirement] = Field(default=[], description="What every document must have; its lack is an error.")
    per_file_ignores: dict[str, Selectors] = Field(
        default={}, description="Rules not to check in the files that a pattern (as in .gitignore) fits."
    )
    severity: dict[str, Severity] = Field(default={}, description="Severities of rules, other than their own.")
    strict: bool = Field(default=False, description="Findings of severity 'info' fail the run, too.")
    exclude: list[str] = Field(default=[], description="Files to leave out of folders, as patterns of .gitignore.")
    respect_gitignore: bool = Field(default=True, description="Leave out of folders what .gitignore files leave out.")
    baseline: str | None = Field(default=None, description="File of accepted findings, relative to the settings' file.")
    output_format: OutputFormat = Field(default="full", description="How findings are printed.")

    def codes(self) -> tuple[str, ...]:
        """Return the codes of the rules to check, in order."""
        required = [REQUIRED[what] for what in self.require]
        return selected([*self.select, *self.extend_select, *required], self.ignore)

    def severities(self) -> dict[str, Severity]:
        """Return the severity of each rule that has another one here than its own."""
        chosen: dict[str, Severity] = {REQUIRED[what]: "error" for what in self.require}
        chosen.update({code: severity for selector, severity in self.severity.items() for code in matching(selector)})
        return chosen

    def checked(self, name: str) -> Settings:
        """Return these settings; raise ``MinutesError``, which says ``name``, where they name what does not exist."""
        try:
            self.codes(), self.severities()
            for selectors in self.per_file_ignores.values():
                _ = [matching(selector) for selector in selectors]
        except KeyError as error:
            raise MinutesError(f"{name}: cannot require {error}; choose of {', '.join(REQUIRED)}") from None
        except MinutesError as error:
            raise MinutesError(f"{name}: {error}") from None
        return self


class Place:
    """Where settings were found: their file, and the folder to which their paths are relative."""

    def __init__(self, file: Path | None) -> None:
        """Remember ``file``; without one, paths are relative to the working folder."""
        self.file = file
        self.folder = file.parent if file else Path.cwd()


def find(start: Path) -> Place:
    """Return the nearest settings from ``start`` upwards: ``minutes.toml`` before ``pyproject.toml`` with our table."""
    for folder in (start, *start.parents):
        if (own := folder / "minutes.toml").is_file():
            return Place(own)
        project = folder / "pyproject.toml"
        if project.is_file() and _table(project) is not None:
            return Place(project)
    return Place(None)


def load(place: Place) -> Settings:
    """Return the settings of ``place``; raise ``MinutesError`` for what cannot be understood."""
    values = _table(place.file) if place.file else None
    if values is None or not place.file:
        return Settings()
    try:
        return Settings.model_validate(values).checked(place.file.name)
    except ValidationError as error:
        raise MinutesError(f"{place.file.name}: {_fault(error)}") from None


def updated(settings: Settings, changes: dict[str, object]) -> Settings:
    """Return ``settings`` with what the command line says otherwise."""
    given = {name: value for name, value in changes.items() if value not in (None, [], False)}
    for name in ("extend_select", "ignore", "require"):
        if name in given:
            given[name] = [*getattr(settings, name), *_list(given[name])]
    try:
        return Settings.model_validate({**settings.model_dump(), **given}).checked("options")
    except ValidationError as error:
        raise MinutesError(f"options: {_fault(error)}") from None


def schema() -> bytes:
    """Return the JSON Schema (draft 2020-12) of the settings."""
    made = {"$schema": "https://json-schema.org/draft/2020-12/schema", **Settings.model_json_schema(by_alias=True)}
    return json.dumps(made, indent=2).encode() + b"\n"


def _list(value: object) -> Iterable[str]:
    return value if isinstance(value, list) else []


def _table(file: Path) -> dict[str, object] | None:
    """Return what a file says for us; None for a project's file that does not speak of us."""
    try:
        values = tomllib.loads(file.read_text("utf-8"))
    except (OSError, UnicodeDecodeError) as error:
        reason = (isinstance(error, OSError) and error.strerror) or "it is not UTF-8"
        raise MinutesError(f"{file.name}: cannot be read ({reason}); name a file of settings") from None
    except tomllib.TOMLDecodeError as error:
        raise MinutesError(f"{file.name}: is not TOML ({error}); mend it") from None
    if file.name != "pyproject.toml":
        return values
    table = values.get("tool", {}).get("minutes")
    return table if isinstance(table, dict) else None


def _fault(error: ValidationError) -> str:
    """Return what is wrong with settings, and the nearest key there is."""
    first = error.errors(include_url=False)[0]
    key = ".".join(map(str, first["loc"]))
    if first["type"] == "literal_error":
        return f"'{key}' is amiss: choose one of {first['ctx']['expected']}"
    if first["type"] != "extra_forbidden":
        return f"'{key}' is amiss: {first['msg']}"
    known = [name.replace("_", "-") for name in Settings.model_fields]
    near = difflib.get_close_matches(key, known, n=1)
    return f"unknown key '{key}'; " + (f"did you mean '{near[0]}'?" if near else f"there are {', '.join(known)}")
