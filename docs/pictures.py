"""Take the pictures of the documentation anew, from the document in ``allotments.txt``: ``make pictures``."""

from __future__ import annotations

import shutil
import subprocess
import tempfile
from pathlib import Path

from selenium import webdriver

from minutes_parser import parse_file, writers

DOCS = Path(__file__).parent
WIDTH, HEIGHT = 1280, 800


def word_page(target: Path) -> None:
    """Take a picture of the first page of the Word document, as LibreOffice shows it."""
    with tempfile.TemporaryDirectory() as folder:
        document = Path(folder) / "minutes.docx"
        document.write_bytes(writers.render(parse_file(DOCS / "allotments.txt", with_text=True), "docx"))
        profile = f"-env:UserInstallation={Path(folder, 'profile').as_uri()}"
        _run("soffice", profile, "--headless", "--convert-to", "pdf", "--outdir", folder, str(document))
        _run(
            "pdftoppm",
            "-png",
            "-r",
            "90",
            "-singlefile",
            str(document.with_suffix(".pdf")),
            str(target.with_suffix("")),
        )


def review_page(target: Path) -> None:
    """Take a picture of the review page with its action chosen."""
    options = webdriver.ChromeOptions()
    options.binary_location = _found("chromium")
    for argument in ("--headless=new", "--no-sandbox", "--disable-dev-shm-usage", "--hide-scrollbars"):
        options.add_argument(argument)
    with tempfile.TemporaryDirectory() as folder:
        page = Path(folder) / "review.html"
        page.write_bytes(writers.render(parse_file(DOCS / "allotments.txt", with_text=True), "html"))
        browser = webdriver.Chrome(options, webdriver.ChromeService(_found("chromedriver")))
        size = {"width": WIDTH, "height": HEIGHT, "deviceScaleFactor": 1, "mobile": False}
        browser.execute_cdp_cmd("Emulation.setDeviceMetricsOverride", size)
        browser.get(f"{page.as_uri()}#A1")
        target.write_bytes(browser.get_screenshot_as_png())
        browser.quit()


def _run(program: str, *arguments: str) -> None:
    subprocess.run([_found(program), *arguments], check=True, capture_output=True)


def _found(program: str) -> str:
    path = shutil.which(program)
    if path is None:
        raise SystemExit(
            f"{program} is not installed; apt-get install chromium chromium-driver libreoffice-writer poppler-utils"
        )
    return path


if __name__ == "__main__":
    review_page(DOCS / "review.png")
    word_page(DOCS / "word.png")
