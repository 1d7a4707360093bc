"""Owners who are nobody in particular."""

from __future__ import annotations

import re

_VAGUE = re.compile(
    r"(?:the )?(?:all(?: (?:members|present|staff|officers|governors|trustees|councillors|to note))?|everyone|everybody|anyone|"
    r"someone|somebody|members|staff|officers|people|volunteers?|various|others|team|group|force|council|committee|board|panel|"
    r"meeting|organisation|t\.?b\.?[acd]\.?|unassigned|\?+)",
    re.IGNORECASE,
)


def vague(owner: str) -> bool:
    """Return whether ``owner`` names everybody, the body itself, or nobody yet."""
    return _VAGUE.fullmatch(owner.strip(" .()[]")) is not None
