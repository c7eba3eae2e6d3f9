"""Goes through a page with the Tab key alone."""

from __future__ import annotations

from playwright.sync_api import Page

from tests.gate.browsing import look_for, script

MOST_STOPS = 3000


def walk(page: Page) -> list[str]:
    """Press Tab from the top of the page to its end; gives what a keyboard user would stumble over."""
    found = look_for(page, "focus_start")
    step = script("focus_step")
    for _ in range(MOST_STOPS):
        page.keyboard.press("Tab")
        here = page.evaluate(step)
        if here is None:
            return found + look_for(page, "focus_end")
        found += here
        if any("trap" in finding for finding in here):
            return found
    return [*found, f"the focus is still in the page after {MOST_STOPS} steps"]
