"""What takes long in a build: steps that are pure functions of their fields, with a key, run in several processes."""

from __future__ import annotations

import multiprocessing
import signal
import sys
from collections.abc import Callable, Iterator, Sequence
from concurrent.futures import ProcessPoolExecutor, as_completed
from contextlib import contextmanager
from dataclasses import dataclass
from functools import cached_property, lru_cache
from importlib.metadata import version
from pathlib import Path
from typing import Protocol

from jinja2 import Environment

from sitegen import search
from sitegen.artifacts import Artifact
from sitegen.assets import subset
from sitegen.fingerprint import code_digest, fingerprint
from sitegen.page import Page
from sitegen.render import Chrome, environment, render_page

Progress = Callable[[int, int], None]
"""Told how many steps are done, and how many there are."""
Made = tuple[str, tuple[Artifact, ...]]
"""Key of a step → what it made."""

_BATCH = 24
"""Pages handed to a process at once: enough to share what they have in common, few enough to share the work."""
_SEARCH_CODE = tuple(Path(__file__).parent / folder for folder in ("search", "language"))
"""What an index depends on beside its words."""


def unseen(done: int, total: int) -> None:
    """Progress that nobody watches."""


class Step(Protocol):
    """One step of the build."""

    @property
    def key(self) -> str:
        """Stands for everything that the result depends on."""

    def run(self) -> tuple[Artifact, ...]:
        """Make the result."""


@dataclass(frozen=True)
class RenderPage:
    """Render one page."""

    page: Page
    chrome: Chrome
    templates: Path

    @cached_property
    def key(self) -> str:
        page = self.page
        return fingerprint(
            page.path,
            page.title,
            page.data,
            page.trail,
            page.description,
            page.source,
            page.updated,
            self.chrome.digest,
        )

    def run(self) -> tuple[Artifact, ...]:
        return (render_page(self.page, self.chrome, _environment(self.templates)),)


@dataclass(frozen=True)
class CutFont:
    """Cut one weight of the font to the site's characters; the path tells the content."""

    path: str
    font: Path
    letters: str

    @property
    def key(self) -> str:
        return self.path

    def run(self) -> tuple[Artifact, ...]:
        return (Artifact(self.path, subset(self.font, self.letters)),)


@dataclass(frozen=True)
class MakeIndex:
    """Make the search index of one edition."""

    edition: str
    language: str
    records: tuple[search.Record, ...]
    groups: tuple[search.Group, ...]
    rules: search.SearchRules

    @cached_property
    def key(self) -> str:
        made_by = (code_digest(*_SEARCH_CODE), version("pagefind-bin"))
        return fingerprint("index", self.edition, self.language, self.records, self.groups, self.rules, made_by)

    def run(self) -> tuple[Artifact, ...]:
        return search.index(self.edition, self.language, self.records, self.groups, self.rules)


def run_all(steps: Sequence[Step], jobs: int, progress: Progress) -> Iterator[Made]:
    """Run the steps in up to `jobs` processes; results come in no particular order."""
    batches: list[list[Step]] = [[step] for step in steps if not isinstance(step, RenderPage)]
    light: list[Step] = [step for step in steps if isinstance(step, RenderPage)]
    batches += [light[n : n + _BATCH] for n in range(0, len(light), _BATCH)]
    done = 0
    for made in _run_batches(batches, jobs):
        done += len(made)
        progress(done, len(steps))
        yield from made


def _run_batches(batches: list[list[Step]], jobs: int) -> Iterator[list[Made]]:
    if jobs == 1 or len(batches) < 2:
        yield from map(_run, batches)
        return
    # Forking shares what is loaded already; where it is not to be had, each process loads the package anew.
    context = multiprocessing.get_context("fork" if sys.platform == "linux" else None)
    with ProcessPoolExecutor(min(jobs, len(batches)), context, _leave_signals) as pool:
        try:
            with _signals_held():  # a pool interrupted while it starts its processes would wait for them forever
                futures = [pool.submit(_run, batch) for batch in batches]
            yield from (future.result() for future in as_completed(futures))
        except BaseException:
            pool.shutdown(wait=False, cancel_futures=True)
            raise


_SIGNALS = (signal.SIGINT, signal.SIGTERM)


@contextmanager
def _signals_held() -> Iterator[None]:
    """Let Ctrl-C wait until the end of the block, where the system can."""
    if sys.platform == "win32":
        yield
        return
    before = signal.pthread_sigmask(signal.SIG_BLOCK, _SIGNALS)
    try:
        yield
    finally:
        signal.pthread_sigmask(signal.SIG_SETMASK, before)


def _leave_signals() -> None:
    """Ctrl-C reaches every process of the terminal; only the one that started the others answers it, and ends them."""
    for number in _SIGNALS:
        signal.signal(number, signal.SIG_IGN)
    if sys.platform != "win32":
        signal.pthread_sigmask(signal.SIG_UNBLOCK, _SIGNALS)


def _run(batch: list[Step]) -> list[Made]:
    return [(step.key, step.run()) for step in batch]


@lru_cache(maxsize=1)
def _environment(templates: Path) -> Environment:
    return environment(templates)
