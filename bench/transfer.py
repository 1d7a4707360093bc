"""The same annotated minutes set in other formats must give the same record: measure what is lost on the way.

    python bench/transfer.py --corpus FOLDER --scorer FILE [--keep FOLDER]

Sets the Markdown and HTML documents of a corpus anew as web pages and Word files (pandoc), as PDF by a browser (chromium)
and by a word processor (soffice), and as text by the latter; then calls the scorer for each form, as ``score_gate.py``
does. The right record stays that of the corpus, so some loss is fair: front matter, the numbers of a page's list and the
look of a heading do not come through every conversion. Leaves with 2 where corpus, scorer or a program is missing.
"""

from __future__ import annotations

import argparse
import re
import shutil
import subprocess
import sys
import tempfile
from pathlib import Path

import yaml
from score_gate import figures_of, measure

FORMS = {
    "web page": "html", "Word": "docx", "PDF, browser": "browser.pdf", "PDF, word processor": "office.pdf",
    "text, word processor": "txt",
}  # fmt: skip
PROGRAMS = ("pandoc", "chromium", "soffice")
STYLE = """<meta charset="utf-8"><style>body { font: 11pt Georgia, serif; margin: 0 }
td, th { border: 1px solid #444; padding: 3px 6px; vertical-align: top } table { border-collapse: collapse }</style>"""
FIGURES = (
    "meeting fields",
    "attendees",
    "sections",
    "section level",
    "actions",
    "decisions",
    "questions",
    "answer words",
)
_IMAGE = re.compile(r"!\[([^\]]*)\]\([^)]*\)|<img[^>]*>")


def main() -> int:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--corpus", type=Path, required=True)
    parser.add_argument("--scorer", type=Path, required=True)
    parser.add_argument("--keep", type=Path, help="folder to keep the documents in")
    args = parser.parse_args()
    missing = [str(path) for path in (args.corpus, args.scorer) if not path.exists()]
    missing += [program for program in PROGRAMS if not shutil.which(program)]
    if missing:
        print(f"transfer: {', '.join(missing)} not found; nothing was measured", file=sys.stderr)
        return 2
    with tempfile.TemporaryDirectory() as folder:
        root = args.keep or Path(folder)
        for gold in sorted(args.corpus.rglob("*.gold.yaml")):
            transfer(gold, root)
        for form, kind in (("office.pdf", "pdf"), ("txt", "txt:Text (encoded):UTF8")):
            words = sorted((root / "docx").glob("*.docx"))
            profile = f"-env:UserInstallation=file://{folder}/profile"  # whatever else is open
            run("soffice", profile, "--headless", "--convert-to", kind, "--outdir", root / form, *words)
        rows = {"as it is": root / "as-it-is", **{name: root / form for name, form in FORMS.items()}}
        measured = {name: figures_of(measure(path, args.scorer, [])) for name, path in rows.items()}
    print(f"\n{'':22s}" + "".join(f"{figure:>16s}" for figure in FIGURES))
    for name, figures in measured.items():
        print(f"{name:22s}" + "".join(f"{figures.get(figure, 0):16.3f}" for figure in FIGURES))
    return 0


def transfer(path: Path, root: Path) -> None:
    """Write one document in all forms, each with its annotation and, for the scorer, the text that it was set from."""
    gold = yaml.safe_load(path.read_text("utf-8"))
    document = path.with_name(gold["document"])
    if document.suffix not in (".md", ".html"):
        return
    stem, text = path.name.removesuffix(".gold.yaml"), document.read_text("utf-8")
    for form in ("as-it-is", *FORMS.values()):
        (root / form).mkdir(parents=True, exist_ok=True)
        name = document.name if form == "as-it-is" else f"{stem}.{form.rpartition('.')[2]}"
        (root / form / path.name).write_text(yaml.safe_dump({**gold, "document": name}, allow_unicode=True), "utf-8")
        (root / form / f"{name}.extracted.txt").write_text(text, "utf-8")
    (root / "as-it-is" / document.name).write_text(text, "utf-8")
    convert(_IMAGE.sub(r"\1", text), "gfm+hard_line_breaks" if document.suffix == ".md" else "html", stem, root)


def convert(text: str, syntax: str, stem: str, root: Path) -> None:
    """Set a text as a page, and from that as a Word file and, by a browser, as PDF."""
    page, word = root / "html" / f"{stem}.html", root / "docx" / f"{stem}.docx"
    body = subprocess.run(
        ["pandoc", "-f", syntax, "-t", "html", "--wrap=none"], input=text.encode(), capture_output=True, check=True
    ).stdout.decode()
    page.write_text(STYLE + body, "utf-8")
    run("pandoc", "-f", "html", page, "-o", word)
    pdf = root / "browser.pdf" / f"{stem}.pdf"
    run(
        "chromium",
        "--headless",
        "--no-sandbox",
        "--disable-gpu",
        "--no-pdf-header-footer",
        f"--print-to-pdf={pdf}",
        page,
    )


def run(*command: str | Path) -> None:
    subprocess.run(command, check=True, capture_output=True, timeout=900)


if __name__ == "__main__":
    raise SystemExit(main())
