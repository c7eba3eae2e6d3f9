"""Finds the browser that the tests drive; `python -m tests.external` prints its path."""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
from collections.abc import Iterator

NAMES = ("google-chrome", "google-chrome-stable", "chromium", "chromium-browser")
MACOS = "/Applications/Google Chrome.app/Contents/MacOS/Google Chrome"


def find_browser() -> str | None:
    """The first Chrome or Chromium that starts: CHROME_PATH, an installed one, Playwright's own."""
    return next((path for path in _candidates() if _starts(path)), None)


def _candidates() -> Iterator[str]:
    yield os.environ.get("CHROME_PATH", "")
    yield from (path for name in NAMES if (path := shutil.which(name)))
    yield MACOS
    yield _playwrights_own()


def _playwrights_own() -> str:
    from playwright.sync_api import sync_playwright  # noqa: PLC0415 (slow, and seldom needed)

    with sync_playwright() as playwright:
        return playwright.chromium.executable_path


def _starts(path: str) -> bool:
    """Whether the program runs: Ubuntu's chromium-browser may be a stub that only names the snap."""
    if not os.access(path, os.X_OK):
        return False
    return subprocess.run([path, "--version"], check=False, capture_output=True, timeout=60).returncode == 0


if __name__ == "__main__":
    print(path := find_browser() or "")
    sys.exit(not path)
