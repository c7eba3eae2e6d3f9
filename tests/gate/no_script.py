"""Compares a page with and without JavaScript."""

from __future__ import annotations

from difflib import ndiff
from typing import Any

from playwright.sync_api import Browser

from tests.gate.browsing import opened

_LINES = """
() => {
  const main = document.querySelector("main").cloneNode(true);
  main.querySelectorAll("[data-search], [data-filter]").forEach((part) => part.remove());
  return main.textContent.split("\\n").map((line) => line.trim()).filter(Boolean);
}
"""
_HIDDEN = """
() => [...document.querySelectorAll("main :not([data-search], [data-search] *, [data-filter], [data-filter] *)")]
  .filter((element) => !element.checkVisibility() && !element.closest("details:not([open]), svg"))
  .map((element) => `hidden: ${element.outerHTML.slice(0, 80)}`)
"""


def differences(browser: Browser, address: str) -> list[str]:
    """What the page's main part says only with JavaScript, says only without, or hides without."""
    with_it, without = _read(browser, address), _read(browser, address, java_script_enabled=False)
    return [line for line in ndiff(with_it, without) if line[0] in "+-"]


def _read(browser: Browser, address: str, **options: Any) -> list[str]:
    with opened(browser, address, **options) as watched:
        lines: list[str] = watched.page.evaluate(_LINES)
        hidden: list[str] = watched.page.evaluate(_HIDDEN)
        return lines + hidden
