"""The review page in a real browser: what a person can do with it, with a mouse, a keyboard and a screen reader."""

from __future__ import annotations

import json
import shutil
import time
from collections.abc import Iterator
from pathlib import Path

import pytest
from axe_core_python.selenium import Axe
from selenium import webdriver
from selenium.webdriver.common.by import By
from selenium.webdriver.common.keys import Keys
from selenium.webdriver.remote.webelement import WebElement
from selenium.webdriver.support.wait import WebDriverWait

from minutes_parser import parse_file, writers

ROOT = Path(__file__).parents[1]
HARBOUR = ROOT / "fixtures" / "minutes" / "harbour-scrutiny.txt"
HOSTILE = ROOT / "fixtures" / "writers" / "hostile.txt"
BROWSER, DRIVER = shutil.which("chromium"), shutil.which("chromedriver")

pytestmark = pytest.mark.skipif(
    not (BROWSER and DRIVER),
    reason="the review page is tried in Chromium: apt-get install chromium chromium-driver",
)


@pytest.fixture(scope="module")
def browser() -> Iterator[webdriver.Chrome]:
    options = webdriver.ChromeOptions()
    options.binary_location = BROWSER or ""
    for argument in ("--headless=new", "--no-sandbox", "--disable-dev-shm-usage", "--window-size=1400,900"):
        options.add_argument(argument)
    options.set_capability("goog:loggingPrefs", {"browser": "ALL", "performance": "ALL"})
    driver = webdriver.Chrome(options, webdriver.ChromeService(DRIVER))
    yield driver
    driver.quit()


class Page:
    """A review page, open in the browser."""

    def __init__(self, browser: webdriver.Chrome, path: Path, width: int = 1400, dark: bool = False) -> None:
        self.browser = browser
        wishes = {"prefers-color-scheme": "dark" if dark else "light", "prefers-reduced-motion": "reduce"}
        features = [{"name": name, "value": value} for name, value in wishes.items()]
        browser.execute_cdp_cmd("Emulation.setEmulatedMedia", {"media": "", "features": features})
        size = {"width": width, "height": 900, "deviceScaleFactor": 1, "mobile": False}
        browser.execute_cdp_cmd("Emulation.setDeviceMetricsOverride", size)
        for log in ("browser", "performance"):
            browser.get_log(log)
        browser.get("about:blank")
        browser.get(path.as_uri())

    def one(self, selector: str) -> WebElement:
        return self.browser.find_element(By.CSS_SELECTOR, selector)

    def all(self, selector: str) -> list[WebElement]:
        return self.browser.find_elements(By.CSS_SELECTOR, selector)

    def shown(self, selector: str) -> list[str]:
        return [element.text for element in self.all(selector) if element.is_displayed()]

    def in_view(self, selector: str) -> bool:
        """Return whether the element lies within the pane that holds it."""
        script = """const box = document.querySelector(arguments[0]).getBoundingClientRect();
            const pane = document.querySelector(arguments[0]).closest("#text, #record").getBoundingClientRect();
            return box.top < pane.bottom && box.bottom > pane.top && box.width > 0"""
        return bool(self.browser.execute_script(script, selector))

    def press(self, *keys: str) -> WebElement:
        """Press keys where the focus is, and return what has it then."""
        self.browser.switch_to.active_element.send_keys(*keys)
        return self.browser.switch_to.active_element

    def wait(self, happened: object) -> None:
        WebDriverWait(self.browser, 5).until(lambda _: happened())  # type: ignore[operator]

    def type(self, words: str) -> None:
        """Type into the search and wait until it has looked."""
        box = self.one("#query")
        box.send_keys(Keys.ESCAPE)
        assert self.one("#hits").text == ""
        box.send_keys(words)
        time.sleep(0.4)  # the page looks once nobody types any more: a look at the first sign alone must not count
        self.wait(lambda: "in the minutes" in self.one("#hits").text)

    def violations(self) -> list[str]:
        found = Axe().run(self.browser)["violations"]
        return [f"{one['id']}: {node['html'][:200]} {node['failureSummary']}" for one in found for node in one["nodes"]]


@pytest.fixture(scope="module")
def pages(tmp_path_factory) -> dict[str, Path]:
    """Write the pages: of minutes, of hostile ones, and of a record without its text."""
    folder = tmp_path_factory.mktemp("pages")
    for name, document, with_text in (
        ("harbour", HARBOUR, True), ("hostile", HOSTILE, True), ("bare", HARBOUR, False),
    ):  # fmt: skip
        (folder / f"{name}.html").write_bytes(writers.render(parse_file(document, with_text=with_text), "html"))
    return {path.stem: path for path in folder.iterdir()}


@pytest.fixture
def page(browser, pages) -> Page:
    return Page(browser, pages["harbour"])


def test_a_click_on_an_entry_shows_its_place(page):
    page.one("#A2 .go").click()
    assert page.in_view(".m.sel")
    assert {mark.get_attribute("data-e") for mark in page.all(".m.sel")} == {"A2"}
    assert page.one("#A2").get_attribute("class").split()[-1] == "sel"
    assert page.browser.current_url.endswith("#A2")


def test_a_click_on_a_mark_shows_its_entry(page):
    page.one(".m[data-n='Q9']").click()
    assert page.in_view("#Q9")
    assert page.one("[aria-current]").text.startswith("Q9")
    assert len({mark.get_attribute("class") for mark in page.all(".m.sel")}) > 1


def test_an_owner_leads_to_the_attendee(page):
    owner = page.one("#A1 dd a")
    name = owner.text
    owner.click()
    assert name in page.one(".card.sel .quote").text
    assert page.one(".card.sel").get_attribute("class").split()[1] == "k-attendee"


def test_an_address_with_an_entry_opens_at_it(browser, pages):
    page = Page(browser, pages["harbour"])
    browser.get(pages["harbour"].as_uri() + "#Q20")
    browser.refresh()
    assert page.in_view(".m.sel")
    assert page.in_view("#Q20")


def test_filters_leave_what_was_chosen(page):
    page.one(".chip[data-kind=action]").click()
    assert page.shown(".group h2") == ["Actions 2"]
    assert {mark.get_attribute("data-e") for mark in page.all(".m:not(.off)")} == {"A1", "A2"}
    page.one(".chip[data-kind=decision]").click()
    assert page.shown(".group h2") == ["Actions 2", "Decisions 1"]
    assert page.one("#status").get_attribute("textContent") == "Only Actions 2, Decisions 1 shown"
    page.one("#all").click()
    assert len(page.shown(".group h2")) == len(page.all(".chip"))
    assert not page.all(".m.off")


def test_what_is_filtered_out_is_not_reached_by_the_keyboard(page):
    page.one(".chip[data-kind=action]").click()
    script = "return [...document.querySelectorAll('.m')].filter((mark) => mark.tabIndex === 0).length"
    assert page.browser.execute_script(script) == 2


def test_search_finds_words_across_lines_and_marks(page):
    page.type("HC asked the HM")
    in_text = HARBOUR.read_text("utf-8").count("HC asked the HM")
    assert page.one("#hits").text.startswith(f"{in_text} in the minutes, ")
    shown = page.shown(".card .quote")
    assert shown
    assert all("HC asked the HM" in text for text in page.shown(".card"))
    page.press(Keys.ENTER)
    assert page.one("#hits").text == f"1 of {in_text}"
    page.press(Keys.ESCAPE)
    assert page.one("#query").get_attribute("value") == ""
    assert len(page.shown(".group")) == len(page.all(".group"))


def test_search_takes_signs_as_they_are(page):
    page.type("(HC")
    assert not page.one("#hits").text.startswith("0 ")
    page.type(".*[")
    assert page.one("#hits").text == "0 in the minutes, 0 in the record"


def test_the_keyboard_alone_is_enough(page):
    page.one("body").send_keys(Keys.TAB)
    assert page.browser.switch_to.active_element.text == "Skip to the minutes"
    assert page.press(Keys.TAB).text == "Skip to the record"
    page.press(Keys.ENTER)
    first = page.press(Keys.TAB)
    assert first.get_attribute("href").endswith("#t-m-body")
    second = page.press(Keys.ARROW_DOWN)
    assert second.get_attribute("href").endswith("#t-m-date")
    outline = page.browser.execute_script("return getComputedStyle(document.activeElement).outlineWidth")
    assert outline == "3px"
    in_text = page.press(Keys.ENTER)
    assert in_text.get_attribute("class").startswith("m ")
    assert page.press(Keys.ENTER).get_attribute("href").endswith("#t-m-date")


def test_a_screen_reader_hears_what_a_mark_is(page):
    mark = page.one(".m[data-n='A1']")
    assert mark.accessible_name.startswith("Action A1: ")
    assert mark.aria_role == "link"
    page.one("#A1 .go").click()
    assert page.one("#status").get_attribute("textContent").endswith(", shown in the minutes")


def test_a_narrow_screen_shows_one_side_at_a_time(browser, pages):
    page = Page(browser, pages["harbour"], width=420)
    assert page.one("#text").is_displayed()
    assert not page.one("#record").is_displayed()
    page.one(".m[data-e='p1']").click()
    assert page.one("#record").is_displayed()
    assert not page.one("#text").is_displayed()
    page.one("#p1 .go").click()
    assert page.one("#text").is_displayed()
    assert browser.execute_script("return document.documentElement.scrollWidth") <= 420


@pytest.mark.parametrize("name", ["harbour", "hostile", "bare"])
@pytest.mark.parametrize(("width", "dark"), [(1400, False), (1400, True), (420, False), (420, True)])
def test_nobody_is_shut_out(browser, pages, name, width, dark):
    page = Page(browser, pages[name], width, dark)
    assert page.violations() == []
    page.one(".panes [data-pane=record]").click() if width < 1000 else page.one("#s1 .go").click()
    assert page.violations() == []


def test_there_are_things_that_axe_would_find(page):
    """The check above can fail: a picture without a description is found."""
    page.browser.execute_script("document.body.append(new Image())")
    assert any(found.startswith("image-alt") for found in page.violations())


@pytest.mark.parametrize("name", ["harbour", "hostile", "bare"])
def test_nothing_is_asked_of_the_network_and_nothing_goes_wrong(browser, pages, name):
    page = Page(browser, pages[name])
    page.one(".chip").click()
    page.type("the")
    messages = [json.loads(entry["message"])["message"] for entry in browser.get_log("performance")]
    asked = {m["params"]["request"]["url"] for m in messages if m["method"] == "Network.requestWillBeSent"}
    assert asked <= {pages[name].as_uri(), "about:blank"}
    assert pages[name].as_uri() in asked
    assert browser.get_log("browser") == []


def test_hostile_text_stays_text(browser, pages):
    page = Page(browser, pages["hostile"])
    for link in range(len(page.all(".m, .go"))):
        browser.execute_script("document.querySelectorAll('.m, .go')[arguments[0]].click()", link)
    assert browser.execute_script("return window.ran") is None
    assert "<script>window.ran" in page.one("#text").text
    counts = "return [...arguments].map((name) => document.querySelectorAll(name).length)"
    assert browser.execute_script(counts, "script", "img", "svg", "style", "[onerror]", "#text b") == [1, 0, 0, 1, 0, 0]
    links = browser.execute_script("return [...document.links].map((link) => link.getAttribute('href'))")
    assert all(link.startswith("#") for link in links)
    assert not {"\u202e", "\u2066", "\x07", "\x1b"} & set(page.one("body").text)


def test_no_script_but_ours_may_run(page):
    script = """const made = document.createElement("script"); made.textContent = "window.ran = true";
        document.body.append(made); document.body.setAttribute("onclick", "window.ran = true"); document.body.click();
        return window.ran"""
    assert page.browser.execute_script(script) is None


def test_printing_shows_both_sides(browser, pages):
    page = Page(browser, pages["harbour"], width=420)
    browser.execute_cdp_cmd("Emulation.setEmulatedMedia", {"media": "print"})
    assert page.one("#text").is_displayed()
    assert page.one("#record").is_displayed()
    assert not page.one("#query").is_displayed()


def test_without_scripts_the_links_still_work(browser, pages):
    browser.execute_cdp_cmd("Emulation.setScriptExecutionDisabled", {"value": True})
    page = Page(browser, pages["harbour"])
    assert not page.one(".search").is_displayed()
    page.one("#A2 a.go").click()
    browser.execute_cdp_cmd("Emulation.setScriptExecutionDisabled", {"value": False})
    assert page.in_view("#t-A2 + .m")
