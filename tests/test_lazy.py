"""Patterns that wait for their first use behave like compiled ones."""

import importlib
import pkgutil
import re

import pytest

import minutes_parser
from minutes_parser import lazy


def test_is_compiled_at_the_first_use_only() -> None:
    pattern = lazy.compile("(")
    assert pattern.pattern == "("
    with pytest.raises(re.error):
        pattern.search("text")


def test_answers_like_the_compiled_pattern() -> None:
    ours, theirs = lazy.compile(r"(a)(b)?", re.I), re.compile(r"(a)(b)?", re.I)
    text = "xABxa"
    assert [m.span() for m in ours.finditer(text)] == [m.span() for m in theirs.finditer(text)]
    assert ours.sub(r"\1", text) == theirs.sub(r"\1", text)
    assert ours.split(text) == theirs.split(text)
    assert (ours.match(text, 1) or pytest.fail("no match")).group(2) == "B"
    assert ours.fullmatch("ab")
    assert not ours.fullmatch(text)


def test_capitals_are_those_of_all_latin_alphabets() -> None:
    """Those beyond Latin-1 count for a pattern that is compiled already, too, as soon as a text has them."""
    capital = lazy.compile("[A-Z]")
    assert [capital.match(name) is not None for name in ("Ada", "Éamonn", "éclair", "1")] == [True, True, False, False]
    lazy.widen("Łukasz")
    assert [capital.match(name) is not None for name in ("Ada", "Éamonn", "Łukasz", "1")] == [True, True, True, False]


def test_has_no_other_attributes() -> None:
    with pytest.raises(AttributeError):
        _ = lazy.compile("a").nothing  # type: ignore[attr-defined]


def test_every_pattern_of_the_package_compiles() -> None:
    """A mistake in a pattern that waits would otherwise show in the first document that asks it."""
    names = [
        m.name for m in pkgutil.walk_packages(minutes_parser.__path__, "minutes_parser.") if "__main__" not in m.name
    ]
    found = [
        value
        for name in names
        for value in vars(importlib.import_module(name)).values()
        if type(value) is type(lazy.compile(""))
    ]
    assert len(found) > 100
    for pattern in found:
        pattern.search("")
