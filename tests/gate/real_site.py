"""The site of this checkout as it would be published, built once for a test run."""

from __future__ import annotations

import fcntl
import multiprocessing
import shutil
from collections.abc import Iterator
from concurrent.futures import ProcessPoolExecutor
from contextlib import contextmanager
from dataclasses import dataclass
from functools import cache
from pathlib import Path

from sitegen.build import Draft, build, prepare
from sitegen.options import Options

ROOT = Path(__file__).parents[2]
HOST = "https://example.org"
SUB_PATH = "/city/dx/"
OF_EVERY_EDITION = {
    *("home.html", "plan.html", "initiative.html", "progress-year.html", "glossary.html", "term.html"),
    *("indicators.html", "search.html", "translations.html"),
}
"""Templates that the browser looks at in every edition: long words, another script, and every component are in them."""


@dataclass(frozen=True, order=True)
class PageRef:
    """One page: its edition, its template, and its path in the default edition and in its own."""

    edition: str
    template: str
    key: str
    path: str

    @property
    def file(self) -> str:
        """The page's file below the site's folder."""
        path = self.path.removeprefix("/")
        return path + "index.html" if not path or path.endswith("/") else path


@dataclass(frozen=True)
class BuiltSite:
    """A site on disk, and the path on its host that it was built for."""

    folder: Path
    base: str

    def html(self, page: PageRef) -> str:
        return (self.folder / page.file).read_text("utf-8")

    def richest(self, edition: str, template: str) -> PageRef:
        """The longest of the pages that a template makes: it shows the most of what the template can do."""
        made = [page for page in all_pages() if (page.edition, page.template) == (edition, template)]
        return max(made, key=lambda page: (self.folder / page.file).stat().st_size)


@cache
def draft() -> Draft:
    """The site as it is read from the content, without building anything."""
    read, problems = prepare(ROOT)
    assert read, "\n".join(f"{p.where}: {p.id}" for p in problems)
    return read


@cache
def all_pages() -> tuple[PageRef, ...]:
    """Every page of the site, sorted."""
    return tuple(sorted(PageRef(page.edition.id, page.template, page.key, page.path) for page in draft().pages))


def editions() -> list[str]:
    """Ids of the editions, the default one first."""
    return [edition.id for edition in draft().site.editions]


def every_edition() -> list[str]:
    """The same and, after them, those that repeat another one: furigana."""
    return list(dict.fromkeys([*editions(), *(page.edition for page in all_pages())]))


def full_editions() -> list[str]:
    """Ids of the editions that have every text, the default one first."""
    return list(draft().site.config.full)


def kinds() -> list[tuple[str, str]]:
    """Every full edition with every template; the others, whose layout is the same, with some of each sort."""
    full = full_editions()
    made = {(page.edition, page.template) for page in all_pages()}
    return sorted(kind for kind in made if kind[0] in full or kind[1] in OF_EVERY_EDITION)


def build_once(folder: Path, base: str) -> BuiltSite:
    """Build the site in `folder` unless another process of this test run has done so."""
    site = BuiltSite(folder / "public", base)
    folder.mkdir(exist_ok=True)
    with _locked(folder / "lock"):
        if not site.folder.is_dir():
            _build(folder, base)
    return site


def _build(folder: Path, base: str) -> None:
    """Build a copy, which leaves no trace in the checkout, away from this process and its event loop."""
    project = folder / "project"
    shutil.copytree(ROOT / "content", project / "content")
    shutil.copy(ROOT / "site.yaml", project)
    (project / "node_modules").symlink_to(ROOT / "node_modules")
    options = Options(project, folder / "public", base_url=HOST + base)
    with ProcessPoolExecutor(1, multiprocessing.get_context("spawn")) as pool:
        outcome = pool.submit(build, options).result()
    assert outcome.published, "\n".join(f"{p.where}: {p.id}" for p in outcome.problems)


@contextmanager
def _locked(path: Path) -> Iterator[None]:
    with path.open("w") as handle:
        fcntl.flock(handle, fcntl.LOCK_EX)
        yield
