"""Which rules are meant: codes, prefixes of codes and names."""

from __future__ import annotations

import difflib
from collections.abc import Iterable

from minutes_parser.rules import names
from minutes_parser.source import MinutesError

DEFAULT = ("MIN001", "MIN002", "MIN005", "MIN101", "MIN102", "MIN104", "MIN122", "MIN202", "MIN301")
"""What a careful chair would want to fail."""
UNREADABLE = "MIN001"
_SETS = ("ALL", "DEFAULT")
REQUIRED = {
    "owner": "MIN301", "due-date": "MIN303", "date": "MIN101", "attendance": "MIN121", "chair": "MIN106",
    "minute-taker": "MIN107", "answer": "MIN401",
}  # fmt: skip
"""What ``--require`` takes, and the rule that sees to it."""


def selected(select: Iterable[str], ignore: Iterable[str]) -> tuple[str, ...]:
    """Return the codes that ``select`` means and ``ignore`` does not: the closer selector wins, a draw is ignored."""
    wanted, unwanted = _weights(select), _weights(ignore)
    return tuple(code for code in names() if wanted.get(code, 0) > unwanted.get(code, 0))


def matching(selector: str) -> tuple[str, ...]:
    """Return the codes that a code, a prefix of one, a name, ``DEFAULT`` or ``ALL`` means.

    Raise ``MinutesError`` where it means none.
    """
    wanted = selector.strip()
    if wanted.upper() in _SETS:
        return DEFAULT if wanted.upper() == "DEFAULT" else tuple(names())
    found = tuple(
        code for code, name in names().items() if name == wanted.lower() or code.startswith(wanted.upper() or "?")
    )
    if not found:
        known = [*names(), *names().values()]
        near = difflib.get_close_matches(wanted, known, n=1) or difflib.get_close_matches(wanted.upper(), known, n=1)
        hint = f"did you mean {near[0]}?" if near else "'minutes rules' lists them"
        raise MinutesError(f"unknown rule '{wanted}'; {hint}")
    return found


def _weights(selectors: Iterable[str]) -> dict[str, int]:
    """Return how closely the selectors mean each code: by how much of it they name."""
    weights: dict[str, int] = {}
    for selector in selectors:
        codes = matching(selector)
        exact = len(codes) == 1 and len(selector) >= len(codes[0])
        weight = len(codes[0]) if exact else 1 if selector.upper() in _SETS else len(selector)
        for code in codes:
            weights[code] = max(weights.get(code, 0), weight)
    return weights
