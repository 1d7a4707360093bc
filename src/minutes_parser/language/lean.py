"""spaCy without its command line, for a process that is ours alone.

``import spacy`` imports ``spacy.cli`` too (downloads, project templates and their HTTP client), a third of its time, for
the one function ``spacy.info``. The command ``minutes`` has no use for it; a library must not take it from others.
"""

from __future__ import annotations

import sys
from types import ModuleType


def leave_out_commands() -> None:
    """Keep the import of spaCy, if one comes, from importing ``spacy.cli``."""
    if "spacy" in sys.modules:
        return
    commands, info = ModuleType("spacy.cli"), ModuleType("spacy.cli.info")
    vars(info)["info"] = None
    sys.modules.update({"spacy.cli": commands, "spacy.cli.info": info})
