"""Text made safe to stand in a page."""

from __future__ import annotations

import re
from functools import cache
from html import escape as _escape

# One character for one, so that offsets stay right: control characters become pictures of themselves, and those that
# turn the direction of writing become visible, as they could make a text look like another.
_TURNING = [0x061C, 0x200E, 0x200F, *range(0x202A, 0x202F), *range(0x2066, 0x206A)]
_VISIBLE = {
    **{code: 0x2400 + code for code in range(0x20) if chr(code) not in "\t\n\r\f"},
    **dict.fromkeys([*range(0x7F, 0xA0), *_TURNING], 0xFFFD),
    0x0C: 0x0A,
}
_HARMLESS = re.compile(r"[A-Za-z0-9 .,;:#_-]*")
"""What need not be looked at letter by letter: most attributes, and with them a third of the time for a page."""


def escape(text: str) -> str:
    """Return a text as it may stand in a page, between tags as in a quoted attribute."""
    if _HARMLESS.fullmatch(text):
        return text
    return _escape(text.translate(_VISIBLE))


def element(name: str, content: str, **attributes: str) -> str:
    """Return an element around markup; attributes that are empty are left out, and underscores stand for hyphens."""
    given = "".join(f' {_name(key)}="{escape(value)}"' for key, value in attributes.items() if value)
    return f"<{name}{given}>{content}</{name}>"


@cache
def _name(key: str) -> str:
    return key.strip("_").replace("_", "-")
