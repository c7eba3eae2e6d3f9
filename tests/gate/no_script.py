"""Compares a page with and without JavaScript."""

from __future__ import annotations

from difflib import ndiff
from typing import Any

from tests.gate.browsing import Pages

_LINES = """
() => {
  const main = document.querySelector("main").cloneNode(true);
  main.querySelectorAll("[data-search], [data-filter]").forEach((part) => part.remove());
  return main.textContent.split("\\n").map((line) => line.trim()).filter(Boolean);
}
"""
_HIDDEN = """
() => [...document.querySelectorAll("main *")]
  .filter((element) => !element.closest("[data-search], [data-filter], details:not([open]), svg"))
  .filter((element) => !element.checkVisibility())
  .map((element) => `hidden: ${element.outerHTML.slice(0, 80)}`)
"""


def differences(pages: Pages, address: str) -> list[str]:
    """What the page's main part says only with JavaScript, says only without, or hides without."""
    with_it, without = _read(pages, address), _read(pages, address, java_script_enabled=False)
    return [line for line in ndiff(with_it, without) if line[0] in "+-"]


def _read(pages: Pages, address: str, **options: Any) -> list[str]:
    with pages.visit(address, **options) as watched:
        lines: list[str] = watched.page.evaluate(_LINES)
        hidden: list[str] = watched.page.evaluate(_HIDDEN)
        return lines + hidden
