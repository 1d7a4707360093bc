"""The settings of ``minutes check``: what ``minutes.toml`` or ``[tool.minutes]`` in ``pyproject.toml`` may say."""

from __future__ import annotations

import difflib
import json
from collections.abc import Iterable, Mapping
from dataclasses import asdict, dataclass, field, fields, replace
from functools import cache
from pathlib import Path
from typing import ClassVar, Literal, get_args, get_origin, get_type_hints

from minutes_parser.checks.located import Severity
from minutes_parser.checks.selection import REQUIRED, matching, selected
from minutes_parser.source import MinutesError

Selectors = tuple[str, ...]
OutputFormat = Literal["full", "concise", "json", "jsonl", "github", "gitlab", "junit", "sarif", "rdjson"]
Requirement = Literal["owner", "due-date", "date", "attendance", "chair", "minute-taker", "answer"]


def _key(name: str) -> str:
    """Return what a setting is called in a file."""
    return name.replace("_", "-")


@dataclass(frozen=True)
class Settings:
    """What is checked, and how it is reported. Rules are named by code, by the beginning of a code, or by name."""

    __pydantic_config__: ClassVar[Mapping[str, object]] = {
        "extra": "forbid", "alias_generator": _key, "populate_by_name": True, "use_attribute_docstrings": True,
    }  # fmt: skip

    select: Selectors = ("DEFAULT",)
    """Rules to check."""
    extend_select: Selectors = ()
    """Rules to check besides those."""
    ignore: Selectors = ()
    """Rules not to check."""
    require: tuple[Requirement, ...] = ()
    """What every document must have; its lack is an error."""
    per_file_ignores: dict[str, Selectors] = field(default_factory=dict)
    """Rules not to check in the files that a pattern (as in .gitignore) fits."""
    severity: dict[str, Severity] = field(default_factory=dict)
    """Severities of rules, other than their own."""
    strict: bool = False
    """Findings of severity 'info' fail the run, too."""
    exclude: tuple[str, ...] = ()
    """Files to leave out of folders, as patterns of .gitignore."""
    respect_gitignore: bool = True
    """Leave out of folders what .gitignore files leave out."""
    baseline: str | None = None
    """File of accepted findings, relative to the settings' file."""
    cache_dir: str | None = None
    """Folder in which findings are kept from run to run, relative to the settings' file; else .minutes_cache beside it."""
    output_format: OutputFormat = "full"
    """How findings are printed."""

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


def load(place: Place, usual_format: OutputFormat = "full") -> Settings:
    """Return the settings of ``place``; raise ``MinutesError`` for what cannot be understood.

    Where it does not name the format of findings that is ``usual_format``.
    """
    values = _table(place.file) if place.file else None
    if not values or not place.file:
        return Settings(output_format=usual_format)
    try:
        given = {_field(key): _fitting(key, value) for key, value in values.items()}
    except MinutesError as error:
        raise MinutesError(f"{place.file.name}: {error}") from None
    return Settings(**{"output_format": usual_format, **given}).checked(place.file.name)  # type: ignore[arg-type]


def updated(settings: Settings, changes: dict[str, object]) -> Settings:
    """Return ``settings`` with what the command line says otherwise."""
    given = {name: value for name, value in changes.items() if value not in (None, [], False)}
    for name in ("select", "extend_select", "ignore", "require"):
        if name in given:
            added = () if name == "select" else getattr(settings, name)
            given[name] = (*added, *_list(given[name]))
    formats = get_args(OutputFormat)
    if given.get("output_format", "full") not in formats:
        raise MinutesError(
            f"options: there is no format '{given['output_format']}'; choose one of {', '.join(formats)}"
        )
    return replace(settings, **given).checked("options")  # type: ignore[arg-type]


def without_baseline(settings: Settings) -> Settings:
    """Return ``settings`` under which nothing is accepted."""
    return replace(settings, baseline=None)


def shown(settings: Settings) -> str:
    """Return the settings as JSON, called as in a file."""
    return json.dumps({_key(name): value for name, value in asdict(settings).items()}, indent=2, ensure_ascii=False)


def schema() -> bytes:
    """Return the JSON Schema (draft 2020-12) of the settings."""
    from pydantic import TypeAdapter

    made = {"$schema": "https://json-schema.org/draft/2020-12/schema", **TypeAdapter(Settings).json_schema()}
    return json.dumps(made, indent=2).encode() + b"\n"


def _list(value: object) -> Iterable[str]:
    return value if isinstance(value, list) else []


def _table(file: Path) -> dict[str, object] | None:
    """Return what a file says for us; None for a project's file that does not speak of us."""
    import tomllib

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


def _field(key: str) -> str:
    """Return the field for a key of a file; raise ``MinutesError``, with the nearest key there is, for any other."""
    known = {_key(entry.name): entry.name for entry in fields(Settings)}
    if key not in known:
        near = difflib.get_close_matches(key, known, n=1)
        hint = f"did you mean '{near[0]}'?" if near else f"there are {', '.join(known)}"
        raise MinutesError(f"unknown key '{key}'; {hint}")
    return known[key]


def _fitting(key: str, value: object) -> object:
    """Return the value of a key as its field holds it; raise ``MinutesError`` where it is of another kind.

    Pydantic would do this, and take longer to load than a whole run in which no document has changed.
    """
    made, wanted = _read(value, _kinds()[_field(key)])
    if wanted:
        raise MinutesError(f"'{key}' is amiss: {wanted}")
    return made


@cache
def _kinds() -> dict[str, object]:
    return get_type_hints(Settings)


def _read(value: object, kind: object) -> tuple[object, str]:
    """Return ``value`` as one of ``kind``, and what should stand there where it is none."""
    inner = get_args(kind)
    if kind is bool:
        return value, "" if isinstance(value, bool) else "say true or false"
    if get_origin(kind) is Literal:
        return value, "" if value in inner else f"choose one of {', '.join(map(repr, inner))}"
    if get_origin(kind) is tuple:
        parts = [_read(part, inner[0]) for part in value] if isinstance(value, list) else [(None, "give a list")]
        return tuple(part for part, _ in parts), next((wanted for _, wanted in parts if wanted), "")
    if get_origin(kind) is dict:
        entries = value if isinstance(value, dict) else {}
        read = {name: _read(part, inner[1]) for name, part in entries.items()}
        lacking = next((f"{name}: {wanted}" for name, (_, wanted) in read.items() if wanted), "")
        return {name: part for name, (part, _) in read.items()}, lacking if entries is value else "give a table"
    return value, "" if isinstance(value, str) else "give a text in quotes"
