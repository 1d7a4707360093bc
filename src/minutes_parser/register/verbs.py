"""Verbs of actions as reports tell them: 'pay' is 'paid', 'order' is 'ordered'."""

from __future__ import annotations

_IRREGULAR = dict(
    pair.split("-")
    for pair in (
        "bring-brought build-built buy-bought choose-chosen cut-cut deal-dealt do-done draw-drawn find-found get-got give-given"
        " hold-held keep-kept lead-led let-let make-made meet-met pay-paid put-put read-read rebuild-rebuilt redo-redone"
        " run-run seek-sought sell-sold send-sent set-set show-shown speak-spoken spend-spent take-taken teach-taught tell-told"
        " think-thought write-written rewrite-rewritten"
    ).split()
)
"""Verbs that minutes task people with and that form their participle irregularly."""


def participles(verb: str) -> frozenset[str]:
    """Return the forms that the past participle of an English verb may have; both are lower case."""
    if verb in _IRREGULAR:
        return frozenset([_IRREGULAR[verb]])
    if verb.endswith("e"):
        return frozenset([f"{verb}d"])
    if verb.endswith("y") and verb[-2:-1] not in "aeiou":
        return frozenset([f"{verb[:-1]}ied"])
    return frozenset([f"{verb}ed", f"{verb}{verb[-1]}ed"])
