"""What the first visit to an initiative's page transfers."""

from __future__ import annotations

import gzip
from pathlib import Path

import pytest
from playwright.sync_api import Browser

from tests.gate.browsing import opened
from tests.gate.real_site import BuiltSite

KB = 1000
ALREADY_PACKED = {".woff2", ".png", ".jpg", ".webp"}


def transferred(site: BuiltSite, file: str) -> int:
    """Bytes on the wire: as a host with gzip (level 6) sends them."""
    path = site.folder / file
    data = path.read_bytes()
    return len(data) if path.suffix in ALREADY_PACKED else len(gzip.compress(data, 6, mtime=0))


def fonts(site: BuiltSite) -> list[str]:
    return sorted(path.relative_to(site.folder).as_posix() for path in site.folder.rglob("*.woff2"))


@pytest.mark.browser
def test_initiative_page_is_light(chromium: Browser, real_site: BuiltSite, address: str, edition: str) -> None:
    ref = real_site.richest(edition, "initiative.html")
    asked: list[str] = []
    with opened(chromium, address + "favicon.svg") as watched:
        watched.page.on("request", lambda request: asked.append(request.url.removeprefix(address)))
        watched.page.goto(address + ref.path[1:])
        watched.page.evaluate("() => document.fonts.ready.then(() => null)")
    files = {ref.file if name == ref.path[1:] else name for name in asked} | {"favicon.svg"}
    # A computer that has the font of its own asks for none: it is counted all the same.
    without_fonts = sum(transferred(real_site, file) for file in files - set(fonts(real_site)))
    with_fonts = without_fonts + sum(transferred(real_site, file) for file in fonts(real_site))
    print(f"{ref.path}: {without_fonts} bytes without fonts, {with_fonts} with")
    assert without_fonts <= 70 * KB
    assert with_fonts <= 480 * KB


def test_each_weight_of_the_font_is_light(real_site: BuiltSite) -> None:
    sizes = {file: transferred(real_site, file) for file in fonts(real_site)}
    assert len(sizes) == 2
    assert max(sizes.values()) <= 200 * KB, sizes


def test_own_javascript_is_light(real_site: BuiltSite) -> None:
    scripts = [path.relative_to(real_site.folder).as_posix() for path in (real_site.folder / "assets").glob("*.js")]
    assert sum(transferred(real_site, script) for script in scripts) <= 12 * KB


def test_weight_counts_text_packed_and_fonts_as_they_are(tmp_path: Path) -> None:
    site = BuiltSite(tmp_path, "/")
    for name in ("a.css", "a.woff2"):
        (tmp_path / name).write_bytes(b"x" * 300_000)
    assert transferred(site, "a.css") < 1000
    assert transferred(site, "a.woff2") == 300_000
