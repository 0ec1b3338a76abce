"""Driving the page as its users do: by keys, clicks and looking at what is there."""

from __future__ import annotations

import json
from collections.abc import Callable
from contextlib import suppress
from pathlib import Path
from time import monotonic, sleep
from typing import Any

from selenium import webdriver
from selenium.common.exceptions import StaleElementReferenceException
from selenium.webdriver.chrome.service import Service
from selenium.webdriver.common.action_chains import ActionChains
from selenium.webdriver.common.by import By
from selenium.webdriver.common.keys import Keys

_FLAGS = (
    "--headless=new",
    "--no-sandbox",
    "--disable-gpu",
    "--disable-quic",
    "--no-first-run",
    "--disable-background-networking",
    "--disable-component-update",
    "--disable-sync",
    "--accept-lang=zh-CN",
    # The network is cut twice: no name resolves, and what needs none meets a proxy that is not there.
    "--host-resolver-rules=MAP * ~NOTFOUND",
    "--proxy-server=127.0.0.1:9",
)

# On a busy machine a click may be drawn so late that the next one comes as a single one.
_TRIES = 3


def start_browser(chromium: Path, driver: Path, profile: Path) -> webdriver.Chrome:
    """A browser of its own profile that logs what it says and asks for."""
    options = webdriver.ChromeOptions()
    options.binary_location = str(chromium)
    for flag in (*_FLAGS, f"--user-data-dir={profile}"):
        options.add_argument(flag)
    options.set_capability("goog:loggingPrefs", {"browser": "ALL", "performance": "ALL"})
    options.add_experimental_option("prefs", {"download.default_directory": str(profile / "saved")})
    return webdriver.Chrome(options=options, service=Service(str(driver)))


class Page:
    """One page in the browser."""

    def __init__(self, browser: webdriver.Chrome, path: Path) -> None:
        self.browser, self.path = browser, path

    def open(self, fragment: str = "", *, width: int = 1280, height: int = 860, dark: bool = False) -> None:
        """Load it afresh, in a window of that size, and wait for the first picture."""
        metrics = {"width": width, "height": height, "deviceScaleFactor": 1, "mobile": width < 500}
        self.browser.execute_cdp_cmd("Emulation.setDeviceMetricsOverride", metrics)
        scheme = {"name": "prefers-color-scheme", "value": "dark" if dark else "light"}
        calm = {"name": "prefers-reduced-motion", "value": "reduce"}
        self.browser.execute_cdp_cmd("Emulation.setEmulatedMedia", {"features": [scheme, calm]})
        self.browser.get("about:blank")
        self.console()
        self.requests()
        self.browser.get(self.path.as_uri() + fragment)
        self.wait(lambda: self.js("return document.documentElement.dataset.state") == "ready", "the first picture")

    def js(self, script: str, *values: Any) -> Any:
        """What a script returns."""
        return self.browser.execute_script(script, *values)

    def wait(self, true: Callable[[], Any], what: str, seconds: float = 10) -> Any:
        """Wait until something is true, and return it."""
        end = monotonic() + seconds
        while not (found := true()):
            assert monotonic() < end, f"waited {seconds} s for {what}"
            sleep(0.03)
        return found

    def all(self, css: str) -> list[Any]:
        """The elements that are there."""
        return self.browser.find_elements(By.CSS_SELECTOR, css)

    def one(self, css: str) -> Any:
        """The first such element, as soon as it is there."""
        return self.wait(lambda: self.all(css), css)[0]

    def text(self, css: str) -> str:
        """The text of the first such element."""
        return str(self.one(css).text)

    def texts(self, css: str) -> list[str]:
        """The texts of all such elements, seen or not."""
        return list(self.js("return [...document.querySelectorAll(arguments[0])].map((e) => e.textContent)", css))

    def click(self, css: str) -> None:
        """Click the first such element, again if it was drawn anew meanwhile."""
        self.wait(lambda: self._clicked(css), css)

    def _clicked(self, css: str) -> bool:
        try:
            self.one(css).click()
        except StaleElementReferenceException:
            return False
        return True

    def keys(self, *keys: str) -> None:
        """Type to whatever has the focus."""
        ActionChains(self.browser).send_keys(*keys).perform()

    def focus(self) -> str:
        """The id of the element that has the focus."""
        return str(self.js("return document.activeElement.id"))

    def find(self, query: str, *, pick: bool = True) -> list[str]:
        """Search by keyboard; the names offered. With `pick` the first one is taken."""
        if self.focus() == "search-input":
            self.keys(Keys.ESCAPE)
        self.keys(Keys.ESCAPE, "/")
        assert self.focus() == "search-input"
        self.keys(query)
        self.wait(lambda: self.all("#search .answer, #search .no-answer"), f"answers to {query}")
        names = self.texts("#search .answer-name")
        if pick:
            self.keys(Keys.ENTER)
            self.wait(lambda: self.texts("#panel-title"), f"details of {query!r}, offered {names}")
        return names

    def point(self, *, press: bool = True, twice: bool = False) -> None:
        """Move the pointer to the middle of the picture, and press unless told otherwise."""
        sleep(0.1)  # the picture has to be drawn where the pointer goes
        there = ActionChains(self.browser).move_to_element(self.one("#canvas"))
        (there.double_click() if twice else there.click() if press else there).perform()
        if press:
            self.wait(lambda: self.texts("#panel-title"), "details")

    def expand(self) -> None:
        """Double-click the middle of the picture until more is shown; clicks far apart in time are two single ones."""
        before = self.counts()[0]
        for _ in range(_TRIES):
            self.point(twice=True)
            with suppress(AssertionError):
                self.wait(lambda: self.counts()[0] > before, "more things", seconds=4)
                return

    def counts(self) -> tuple[int, int]:
        """How many things and facts are shown."""
        sleep(0.06)  # one frame: filters are applied once per frame
        numbers = [self.text("#count-things"), self.text("#count-facts")]
        return tuple(int("".join(c for c in one.split("/")[0] if c.isdigit())) for one in numbers)  # type: ignore[return-value]

    def fragment(self) -> str:
        """The state in the address, once it is written."""
        sleep(0.25)
        return str(self.js("return location.hash"))

    def console(self) -> list[str]:
        """What the browser complained of since last asked."""
        return [entry["message"] for entry in self.browser.get_log("browser")]

    def requests(self) -> list[str]:
        """What was asked of disk or network since last asked, the page itself apart."""
        events = [json.loads(entry["message"])["message"] for entry in self.browser.get_log("performance")]
        sent = [e["params"]["request"]["url"] for e in events if e["method"] == "Network.requestWillBeSent"]
        return [url for url in sent if not url.startswith((self.path.as_uri(), "data:", "blob:", "about:"))]

    def slide_time(self, end: str, month: str) -> None:
        """Move an end of the time slider to the month, or to the nearest before it in which something happened."""
        steps = int(self.one(f"#f-{end}").get_attribute("max"))
        for step in range(steps, -1, -1):
            self.slide(f"#f-{end}", step)
            if self.one(f"#f-{end}").get_attribute("aria-valuetext") <= month:
                return

    def slide(self, css: str, value: int) -> None:
        """Move a slider as a hand would."""
        script = "arguments[0].value = arguments[1]; arguments[0].dispatchEvent(new Event('input', {bubbles: true}))"
        self.js(script, self.one(css), value)
