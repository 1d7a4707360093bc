"""When Python's garbage collector looks for objects that refer to one another in a circle.

It looks each time some hundreds of objects were made: three or four times while a document is read, whose stages make no circles,
and every thirtieth document or so through all that is loaded, spaCy included. Without that a thousand documents take an eighth less.
"""

from __future__ import annotations

import gc
from collections.abc import Iterator
from contextlib import contextmanager

_loading = False


@contextmanager
def at_rest() -> Iterator[None]:
    """Let the collector rest; afterwards it works if it did before.

    There is one for the whole process: where several threads read, it works again as soon as the first of them is done.
    """
    worked = gc.isenabled()
    gc.disable()
    try:
        yield
    finally:
        if worked:
            gc.enable()


def load() -> None:
    """Let the collector rest until ``settle``: a command loads what it needs up to its first document."""
    global _loading
    _loading = True
    gc.disable()


def settle() -> None:
    """Have it work again after ``load``, and pass over all that is loaded by now, which stays to the end."""
    global _loading
    if _loading:
        _loading = False
        gc.freeze()
        gc.enable()
