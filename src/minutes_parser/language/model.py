"""An installed spaCy pipeline with a parser: loading it, and asking it for the parse of a sentence."""

from __future__ import annotations

import re
import warnings
from collections.abc import Sequence
from functools import cache
from pathlib import Path

import spacy
from spacy.about import __version__
from spacy.language import Language
from spacy.tokens import Doc

from minutes_parser.language.parsed import Parsed
from minutes_parser.source import MinutesError

_LONGEST = 400
"""Tokens of a sentence that a parser is asked about: no clerk writes longer ones, and memory stays bounded."""
_OF_SPACY = re.compile(r"[a-z]{2}_(?:core|dep|ent|sent)_[a-z]+_(?:sm|md|lg|trf)")
"""How the pipelines are called that spaCy's own command installs (https://spacy.io/models#conventions)."""
_OTHER_VERSION = "W095"
"""spaCy's warning that a pipeline was made for another version."""


class Model:
    """A pipeline with a parser."""

    def __init__(self, pipeline: Language, remark: str = "") -> None:
        """Keep the pipeline, without what comes behind its parser."""
        self._pipeline = pipeline
        self.remark = remark
        """What a user should know of it; mostly nothing."""

    def parse(self, tokens: Sequence[str], spaces: Sequence[bool]) -> Parsed | None:
        """Return the parse of a sentence that we have cut into tokens; None for one that is too long."""
        if len(tokens) > _LONGEST:
            return None
        with self._pipeline.memory_zone():
            doc = self._pipeline(Doc(self._pipeline.vocab, list(tokens), list(spaces)))
            return Parsed([token.head.i for token in doc], [token.dep_ for token in doc])


@cache
def load(name: str) -> Model:
    """Load the installed pipeline ``name``, or the one in that folder; raise ``MinutesError`` where it is of no use."""
    with warnings.catch_warnings(record=True) as told:
        warnings.simplefilter("always")
        try:
            pipeline = spacy.load(name)
        except OSError as error:
            if "E050" in str(error):
                raise MinutesError(f"model {name} is not installed; install it with: {_command(name)}") from None
            raise _useless(name, error) from error
        except Exception as error:  # what a pipeline's own code and settings may raise has no common ground
            raise _useless(name, error) from error
    parsers = [pipe for pipe in pipeline.pipe_names if "token.dep" in pipeline.get_pipe_meta(pipe).assigns]
    if not parsers:
        raise MinutesError(f"model {name} has no parser; choose one that has, such as en_core_web_sm")
    for pipe in pipeline.pipe_names[pipeline.pipe_names.index(parsers[-1]) + 1 :]:
        pipeline.remove_pipe(pipe)
    other = any(_OTHER_VERSION in str(warning.message) for warning in told)
    return Model(pipeline, _remark(name, pipeline) if other else "")


def _useless(name: str, error: Exception) -> MinutesError:
    if Path(name).exists():
        return MinutesError(f"model {name} is no spaCy pipeline; name an installed one, or the folder of one")
    reason = next(iter(str(error).splitlines()), "") or type(error).__name__
    return MinutesError(f"model {name} cannot be loaded ({reason}); install it anew with: {_command(name)}")


def _remark(name: str, pipeline: Language) -> str:
    wanted = pipeline.meta.get("spacy_version", "another version")
    return f"model {name} was made for spaCy {wanted} and may read worse with {__version__}; update it"


def _command(name: str) -> str:
    """Return the command that installs a pipeline of that name."""
    return f"python -m spacy download {name}" if _OF_SPACY.fullmatch(name) else f"python -m pip install {name}"
