"""What a careful secretary checks before minutes are sent out: one module a rule.

A rule is a module ``minNNN_<fault>.py`` of this folder: the folder is the registry, the file's name gives the code
(MINNNN) and the name (``<fault>`` with hyphens), the docstring is the rule's page. ``check(subject)`` yields the faults;
``SEVERITY`` is 'error', 'warning' or 'info'; ``SENTENCES = True`` says that the rule looks at what only the reading of
sentences finds. A rule is imported when it is asked for.
"""

from __future__ import annotations

import importlib
import inspect
import pkgutil
from collections.abc import Callable, Iterable, Iterator
from functools import cache
from types import MappingProxyType
from typing import TYPE_CHECKING, NamedTuple

if TYPE_CHECKING:
    from minutes_parser.models import Severity, Span
    from minutes_parser.rules.subject import Fault, Fix, Subject


class Rule(NamedTuple):
    """A rule, as its module describes it."""

    code: str
    name: str
    severity: Severity
    sentences: bool
    page: str
    """What is wrong, why that matters, a bad and a good example."""
    check: Callable[[Subject], Iterator[Fault]]

    @property
    def summary(self) -> str:
        """The first sentence of the page."""
        return self.page.partition("\n\n")[0].replace("\n", " ")


class Finding(NamedTuple):
    """A fault in a document, and the rule that found it."""

    code: str
    name: str
    severity: Severity
    message: str
    span: Span | None = None
    fix: Fix | None = None


@cache
def names() -> MappingProxyType[str, str]:
    """Return the name of each rule by its code, in the order of the codes."""
    modules = sorted(module.name for module in pkgutil.iter_modules(__path__) if module.name.startswith("min"))
    return MappingProxyType({_code(module): module.partition("_")[2].replace("_", "-") for module in modules})


@cache
def rule(code: str) -> Rule:
    """Return the rule of a code that ``names`` has."""
    name = names()[code]
    module = importlib.import_module(f"{__name__}.{code.lower()}_{name.replace('-', '_')}")
    sentences = getattr(module, "SENTENCES", False)
    return Rule(code, name, module.SEVERITY, sentences, inspect.getdoc(module) or "", module.check)


def check(subject: Subject, codes: Iterable[str]) -> list[Finding]:
    """Return what the rules of ``codes`` find, that of the whole document first, then in the order of place and code."""
    found = [
        Finding(code, rule(code).name, rule(code).severity, fault.message, fault.span, fault.fix)
        for code in codes
        for fault in rule(code).check(subject)
    ]
    return sorted(found, key=lambda finding: (finding.span.start if finding.span else -1, finding.code))


def _code(module: str) -> str:
    return module.partition("_")[0].upper()
