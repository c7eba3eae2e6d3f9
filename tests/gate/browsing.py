"""Chromium for the gate: how it starts, in which looks and widths it shows pages, what it complains about."""

from __future__ import annotations

import os
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from functools import cache
from pathlib import Path
from typing import Any, Literal

from playwright.sync_api import Browser, Error, Page, Playwright

from tests.external import find_browser

IN_PAGE = Path(__file__).parent / "in_page"
FLAGS = ("--disable-quic", "--no-first-run", "--disable-gpu")
WIDE, NARROW = 1280, 320
"""CSS pixels; 320 is also what 1280 becomes at a zoom of 400 %."""
WIDTHS = (WIDE, NARROW)
HEIGHT = 800
PAPER = 680
"""CSS pixels between the margins of an A4 sheet."""
WIDER_LETTERS = """
* { line-height: 1.5 !important; letter-spacing: 0.12em !important; word-spacing: 0.16em !important }
p { margin-block-end: 2em !important }
"""
"""What WCAG 1.4.12 lets readers set."""


@dataclass(frozen=True)
class Look:
    """How a reader's device wants pages to look."""

    name: str
    colours: Literal["light", "dark"]
    forced: Literal["active", "none"] = "none"

    def put_on(self, page: Page) -> None:
        page.emulate_media(color_scheme=self.colours, forced_colors=self.forced, media="screen")


LIGHT = Look("light", "light")
DARK = Look("dark", "dark")
FORCED = Look("forced colours", "light", "active")
LOOKS = (LIGHT, DARK, FORCED)


@dataclass
class Watched:
    """A page, and the complaints it caused: errors on the console and requests to other hosts."""

    page: Page
    complaints: list[str] = field(default_factory=list)


def launch(playwright: Playwright) -> Browser:
    """Start Chromium in its sandbox where that is possible: root in a container has none."""
    path = find_browser()
    assert path, "no Chrome or Chromium: sudo apt-get install chromium"
    if os.geteuid() != 0:
        try:
            return playwright.chromium.launch(executable_path=path, args=FLAGS, chromium_sandbox=True)
        except Error:
            pass  # some containers give no user namespaces
    return playwright.chromium.launch(executable_path=path, args=FLAGS, chromium_sandbox=False)


@contextmanager
def opened(browser: Browser, address: str, width: int = WIDE, **options: Any) -> Iterator[Watched]:
    """Open an address in a fresh profile; `options` are those of Playwright's new_context."""
    with browser.new_context(reduced_motion="reduce", **options) as context:
        yield from visited(context.new_page(), address, width)


def visited(page: Page, address: str, width: int) -> Iterator[Watched]:
    """Open an address in a page that may have shown another one before, and watch it."""
    watched = Watched(page)
    LIGHT.put_on(page)
    page.set_viewport_size({"width": width, "height": HEIGHT})
    listeners = _listeners(watched, address)
    for event, listener in listeners.items():
        page.on(event, listener)  # type: ignore[call-overload]
    page.goto(address)
    page.evaluate("() => document.fonts.ready.then(() => null)")
    yield watched
    for event, listener in listeners.items():
        page.remove_listener(event, listener)


def _listeners(watched: Watched, address: str) -> dict[str, Callable[[Any], None]]:
    own = ("/".join(address.split("/")[:3]), "data:")
    complain = watched.complaints.append
    return {
        "console": lambda message: complain(message.text) if message.type == "error" else None,
        "pageerror": lambda error: complain(str(error)),
        "request": lambda r: None if r.url.startswith(own) else complain(f"asks for {r.url}"),
    }


@dataclass
class Pages:
    """Pages that are used again and again, since a fresh one takes longer to start than to look at."""

    browser: Browser
    ready: dict[str, Page] = field(default_factory=dict)

    @contextmanager
    def visit(self, address: str, width: int = WIDE, **options: Any) -> Iterator[Watched]:
        """Open an address in the page with these options of Playwright's new_context."""
        key = repr(sorted(options.items()))
        if key not in self.ready:
            self.ready[key] = self.browser.new_context(reduced_motion="reduce", **options).new_page()
        yield from visited(self.ready[key], address, width)


def unfold(page: Page) -> None:
    """Open everything that can be unfolded, so that it is looked at too."""
    page.evaluate("() => document.querySelectorAll('details').forEach((part) => { part.open = true; })")


def print_on_paper(page: Page) -> None:
    """Show the page as it is printed on A4."""
    page.set_viewport_size({"width": PAPER, "height": HEIGHT})
    page.emulate_media(media="print")


def look_for(page: Page, name: str) -> list[str]:
    """Run in_page/<name>.js in the page: a function that gives findings."""
    found: list[str] = page.evaluate(script(name))
    return found


@cache
def script(name: str) -> str:
    """in_page/<name>.js with its helpers, as one function."""
    parts = [(IN_PAGE / f"{part}.js").read_text("utf-8") for part in ("shared", name)]
    return "\n".join(("() => {", *parts, "}"))
