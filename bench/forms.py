"""The same annotated minutes in other words and another layout must give the same record: measure what is lost.

    python bench/forms.py --corpus FOLDER --scorer FILE [FORM ...]

Each form changes the documents (text, Markdown and HTML) in one way that alters nothing of what they say: people have
other names, the chair another title, lines are wrapped, bullets drawn. Where a word of the annotations changes, they
change with it. The scorer is called for each form and for the same documents unchanged, as ``score_gate.py`` does, and
the figures that fell are printed. Leaves with 2 where corpus or scorer is missing.
"""

from __future__ import annotations

import argparse
import hashlib
import re
import sys
import tempfile
import textwrap
import unicodedata
from collections.abc import Callable
from pathlib import Path

import yaml
from markups import MARKUPS, Markup, rewritten
from plain_forms import PLAIN_FORMS
from score_gate import figures_of, measure

SURNAMES = """Abbott Bishop Chaudhuri Çelik Day D'Souza Đặng Eze Field Grant Gwóźdź Hall Haïdara İnan Irons Judge Jovanović Khan
King Long Łabędź March MacÀidh Ng Noble O'Shea Öztürk Park Price Quick Qureshi Rao Rice Street Sørensen Šimić Tô Town
Underwood Vale Vũ Wise Wójcik Xu Young Yıldız Zhào Żak""".split()
FORENAMES = """Aoife Åsa Bo Béatrice Chase Çağla Dean Đức Éamonn Eilidh Faith Grace Günther Hope Håkon Ifeoma Íñigo Jörg June
Kay Kjell Łukasz Liadh Mark May Ngozi Norm Olive Øyvind Penny Päivi Qing Quentin Rose Rúairí Siobhán Søren Tony Tomáš
Úna Uche Victor Václav Will Wei Xin Yusuf Zoë""".split()
MONTHS = "January|February|March|April|May|June|July|August|September|October|November|December"
ITEM = re.compile(r"(\s*)((?:[-*+•]|\d{1,3}[.)])\s+)(.*)")
COLUMN = 72
LEAST = 0.004
"""A figure that falls by less has not fallen."""

Form = Callable[[str, str], tuple[str, str]]
"""What makes of a document and its annotation those of a form."""


def words(pattern: str, instead: str | Callable[[re.Match[str]], str]) -> Form:
    """Return the form in which what matches is written otherwise, in the document and in what is quoted from it."""

    def form(document: str, gold: str) -> tuple[str, str]:
        name, _, rest = gold.partition("\n")
        return re.sub(pattern, instead, document), f"{name}\n{re.sub(pattern, instead, rest)}"

    return form


def lines(change: Callable[[str], str]) -> Form:
    """Return the form in which each line outside of boxes of code is set otherwise."""

    def form(document: str, gold: str) -> tuple[str, str]:
        boxed, changed = False, []
        for line in document.split("\n"):
            boxed ^= line.startswith("```")
            changed.append(line if boxed else change(line))
        return "\n".join(changed), gold

    return form


def names(document: str, gold: str) -> tuple[str, str]:
    """Give people names of other tongues, and names that are words, with the initials that they have."""
    new: dict[str, str] = {}
    for attendee in yaml.safe_load(gold).get("attendees") or []:
        parts = re.findall(r"[A-Z][^\W\d_]+(?:['’-][^\W\d_]+)?", re.sub(r"\(.*?\)", "", attendee["name"]))
        for place, part in enumerate(parts):
            pool = SURNAMES if 0 < place == len(parts) - 1 else FORENAMES
            if len(part) > 2 and not part.isupper() and (name := alike(part, pool)) not in (*new, *new.values()):
                new.setdefault(part, name)
    if not new:
        return document, gold
    found = "|".join(map(re.escape, sorted(new, key=len, reverse=True)))
    pattern = re.compile(rf"(?<![\w@/.])({found})(?![\w@]|[.-]\w)")
    name, _, rest = gold.partition("\n")
    return pattern.sub(lambda m: new[m[0]], document), f"{name}\n{pattern.sub(lambda m: new[m[0]], rest)}"


def alike(name: str, pool: list[str]) -> str:
    """Return one of the names that begins with the same letter, the same one for the same name."""
    fitting = [one for one in pool if bare(one[0]) == bare(name[0])] or pool
    return fitting[int(hashlib.sha256(name.encode()).hexdigest(), 16) % len(fitting)]


def bare(letter: str) -> str:
    return unicodedata.normalize("NFD", letter.translate(str.maketrans("ŁĐØİ", "LDOI")))[0]


def wrapped(line: str) -> str:
    """Cut a long line of running text at the column, those of an item hanging."""
    if len(line) <= COLUMN or "|" in line or line.startswith(("#", "    ", "<", ">", "---")):
        return line
    item = ITEM.match(line)
    first = item[1] + item[2] if item else ""
    rest = " " * len(first)
    return textwrap.fill(
        item[3] if item else line, COLUMN, initial_indent=first, subsequent_indent=rest, break_long_words=False, break_on_hyphens=False
    )  # fmt: skip


def label(old: str, new: str) -> Form:
    """Return the form in which a label at the head of a line is another word for the same; the annotation stays."""
    return lines(lambda line: re.sub(rf"^(\W{{0,6}})(?:{old})\b(?! )", rf"\1{new}", line))


def marks(pattern: str, instead: str) -> Form:
    return lines(lambda line: re.sub(pattern, instead, line))


def in_markup(markup: Markup) -> Form:
    """Return the form in which Markdown is another light markup, in a file whose suffix tells nothing."""

    def form(document: str, gold: str) -> tuple[str, str]:
        name, _, rest = gold.partition("\n")
        changed = rewritten(document, markup) if name.rstrip().endswith(".md") else document
        return changed, f"{name.rstrip().removesuffix('.md')}.txt\n{rest}" if changed != document else gold

    return form


def in_figures(day: re.Match[str]) -> str:
    return f"{day[1]:>02}/{MONTHS.split('|').index(day[2]) + 1:02}/{day[3]}"


FORMS: dict[str, Form] = {
    "other names": names,
    "chairperson": words(r"\bChair(?:man|woman)?\b(?!s)", "Chairperson"),
    "convener": words(r"\bChair(?:man|woman|person)?\b(?!s)", "Convener"),
    "secretary": words(r"\bClerk\b", "Secretary"),
    "trust": words(r"\b(?:Council|Board)\b", "Trust"),
    "coun.": words(r"\bCllr\b\.?", "Coun."),
    "attendees": label("Present|PRESENT|Attendance|Participants", "Attendees"),
    "participants": label("Present|PRESENT|Attendees|Attendance", "Participants"),
    "regrets": label("Apologies", "Regrets"),
    "action item": marks(r"\b(?:Action|ACTION):", "Action item:"),
    "todo": marks(r"\b(?:Action|ACTION):", "TODO:"),
    "inquired": words(r"\basked (?=whether|if|about|how|why|when|what)", "inquired "),
    "stated": words(r"\b(?:said|advised|reported|confirmed|explained)\b", "stated"),
    "mentioned": words(r"\b(?:said|advised|reported|explained|noted)\b", "mentioned"),
    "resolved": words(r"\bagreed that\b", "resolved that"),
    "month first": words(rf"\b(\d{{1,2}})(?:st|nd|rd|th)? ({MONTHS}),? (\d{{4}})\b", r"\2 \1, \3"),
    "day in figures": words(rf"\b(\d{{1,2}})(?:st|nd|rd|th)? ({MONTHS}),? (\d{{4}})\b", in_figures),
    "label and hyphen": marks(r"\b(?:Action|ACTION):", "ACTION -"),
    "numbered headings": marks(r"^(#+ +(?:\*\*)?\d{1,3})\.(?=\s+\S)", r"\1"),
    "long dashes": marks(" - ", " – "),
    "curly apostrophes": words(r"(?<=\w)'(?=\w)", "’"),
    "wrapped lines": lines(wrapped),
    "drawn bullets": marks(r"^(\s*)[-+*](?=\s+\S)", r"\1•"),
    "numbers in brackets": marks(r"^(\s*(?:#+ +)?(?:\*\*)?\d{1,3})\.(?=\s+\S)", r"\1)"),
    "inset": marks(r"^(?=.*\S)", "  "),
    "blank lines between": marks("$", "\n"),
    **{f"as {name}": in_markup(markup) for name, markup in MARKUPS.items()},
    **PLAIN_FORMS,
}


def main() -> int:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--corpus", type=Path, required=True)
    parser.add_argument("--scorer", type=Path, required=True)
    parser.add_argument("forms", nargs="*", metavar="FORM", help=f"of {', '.join(FORMS)}; without any, all")
    args = parser.parse_args()
    missing = [str(path) for path in (args.corpus, args.scorer) if not path.exists()]
    if missing or not set(args.forms) <= set(FORMS):
        print(f"forms: {', '.join(missing or sorted(set(args.forms) - set(FORMS)))} not found", file=sys.stderr)
        return 2
    for name in args.forms or FORMS:
        with tempfile.TemporaryDirectory() as folder:
            before, after = Path(folder, "before"), Path(folder, "after")
            count = write(FORMS[name], args.corpus, before, after)
            old, new = (scored(path, args.scorer) for path in (before, after)) if count else ({}, {})
        fell = [
            f"{figure} {old[figure]:.3f} -> {new[figure]:.3f}"
            for figure in new
            if old.get(figure, 0) - new[figure] > LEAST
        ]
        print(f"{name:20s} {count:3d} documents  {'; '.join(fell) or 'nothing is lost'}", flush=True)
    return 0


def write(form: Form, corpus: Path, before: Path, after: Path) -> int:
    """Write the documents that the form changes, as they are and changed, each with its annotation; return their number."""
    count = 0
    for path in sorted(corpus.rglob("*.gold.yaml")):
        gold = path.read_text("utf-8")
        document = path.with_name(yaml.safe_load(gold)["document"])
        if document.suffix not in (".txt", ".md", ".html"):
            continue
        text = document.read_text("utf-8")
        pair = form(text, gold)
        if pair[0] == text:
            continue
        count += 1
        for folder, (said, annotated) in ((before, (text, gold)), (after, pair)):
            folder.mkdir(exist_ok=True)
            (folder / yaml.safe_load(annotated)["document"]).write_text(said, "utf-8", newline="")
            (folder / path.name).write_text(annotated, "utf-8")
    return count


def scored(folder: Path, scorer: Path) -> dict[str, float]:
    """Return the figures of the scorer."""
    return figures_of(measure(folder, scorer, [], quiet=True) or {"figures": {}})


if __name__ == "__main__":
    raise SystemExit(main())
