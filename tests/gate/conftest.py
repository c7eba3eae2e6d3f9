"""Fixtures of the accessibility gate: the real site, hosts for it, Chromium, and the way to a verdict."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from contextlib import AbstractContextManager
from pathlib import Path

import pytest
from playwright.sync_api import Browser, sync_playwright

from tests.gate.browsing import WIDE, Pages, Watched, launch
from tests.gate.real_site import SUB_PATH, BuiltSite, PageRef, build_once, editions, kinds
from tests.gate.server import serve

Visit = Callable[..., AbstractContextManager[Watched]]
Verdict = Callable[[Iterable[PageRef], Mapping[str, Sequence[str]]], None]


@pytest.fixture(scope="session")
def shared_folder(tmp_path_factory: pytest.TempPathFactory, worker_id: str) -> Path:
    """A folder that all processes of this test run share."""
    own = tmp_path_factory.getbasetemp()
    return own if worker_id == "master" else own.parent


@pytest.fixture(scope="session")
def real_site(shared_folder: Path) -> BuiltSite:
    """The site of this checkout, built for the root of a host."""
    return build_once(shared_folder / "real-site", "/")


@pytest.fixture(scope="session")
def real_site_below(shared_folder: Path) -> BuiltSite:
    """The same, built for a path below it."""
    return build_once(shared_folder / "real-site-below", SUB_PATH)


@pytest.fixture(scope="session")
def address(real_site: BuiltSite) -> Iterator[str]:
    """Where the site is served, with a slash at the end."""
    with serve(real_site.folder, real_site.base) as at:
        yield at


@pytest.fixture(scope="session")
def address_below(real_site_below: BuiltSite) -> Iterator[str]:
    """Where the site is served below a path."""
    with serve(real_site_below.folder, real_site_below.base) as at:
        yield at


@pytest.fixture(scope="session")
def chromium() -> Iterator[Browser]:
    with sync_playwright() as playwright:
        browser = launch(playwright)
        yield browser
        browser.close()


@pytest.fixture(params=editions())
def edition(request: pytest.FixtureRequest) -> str:
    return str(request.param)


@pytest.fixture(params=kinds(), ids="-".join)
def ref(request: pytest.FixtureRequest, real_site: BuiltSite) -> PageRef:
    """The richest page of every template in every edition."""
    return real_site.richest(*request.param)


@pytest.fixture(scope="session")
def pages(chromium: Browser) -> Pages:
    return Pages(chromium)


@pytest.fixture
def visit(pages: Pages, address: str) -> Visit:
    """Open a page of the site; options as for Pages.visit."""
    return lambda ref, width=WIDE, **options: pages.visit(address + ref.path[1:], width, **options)


@pytest.fixture
def verdict(record_property: Callable[[str, object], None]) -> Verdict:
    """Note what checks found on which pages, for tests/gate/results.py, and fail if that is anything."""

    def conclude(pages: Iterable[PageRef], found: Mapping[str, Sequence[str]]) -> None:
        paths = [page.path for page in pages]
        for check, findings in found.items():
            record_property("gate", [check, paths, len(findings)])
        lines = [f"{check}: {finding}" for check, findings in found.items() for finding in findings]
        if lines:
            place = paths[0] if len(paths) == 1 else f"{len(paths)} pages"
            pytest.fail("\n".join([f"{len(lines)} findings on {place}", *lines]), pytrace=False)

    return conclude
