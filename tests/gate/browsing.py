"""Chromium for the gate: how it starts, in which looks and widths it shows pages, what it complains about."""

from __future__ import annotations

import os
from collections.abc import Iterator
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
        page.emulate_media(color_scheme=self.colours, forced_colors=self.forced)


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
    size = {"width": width, "height": HEIGHT}
    with browser.new_context(viewport=size, reduced_motion="reduce", **options) as context:  # type: ignore[arg-type]
        watched = Watched(context.new_page())
        _watch(watched, address)
        watched.page.goto(address)
        watched.page.evaluate("() => document.fonts.ready.then(() => null)")
        yield watched


def _watch(watched: Watched, address: str) -> None:
    origin = "/".join(address.split("/")[:3])
    page, complain = watched.page, watched.complaints.append
    page.on("console", lambda message: complain(message.text) if message.type == "error" else None)
    page.on("pageerror", lambda error: complain(str(error)))
    own = (origin, "data:")
    page.on("request", lambda r: None if r.url.startswith(own) else complain(f"asks for {r.url}"))


def unfold(page: Page) -> None:
    """Open everything that can be unfolded, so that it is looked at too."""
    page.evaluate("() => document.querySelectorAll('details').forEach((part) => { part.open = true; })")


def look_for(page: Page, name: str) -> list[str]:
    """Run in_page/<name>.js in the page: a function that gives findings."""
    found: list[str] = page.evaluate(script(name))
    return found


@cache
def script(name: str) -> str:
    """in_page/<name>.js with its helpers, as one function."""
    parts = [(IN_PAGE / f"{part}.js").read_text("utf-8") for part in ("shared", name)]
    return "\n".join(("() => {", *parts, "}"))
