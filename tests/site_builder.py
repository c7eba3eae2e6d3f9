"""A small valid site for tests: a copy of tests/small_site that a test may break, one file at a time."""

from __future__ import annotations

import shutil
from dataclasses import dataclass
from pathlib import Path

from sitegen.build import prepare
from sitegen.load import Content, load
from sitegen.problems import Problem

SMALL_SITE = Path(__file__).parent / "small_site"
ONLINE = "content/hoshi/initiatives/01-online.md"
TRAINING = "content/hoshi/initiatives/02-training.md"
PLAN = "content/hoshi/plan.yaml"
PAGE = "content/pages/how-to-use.md"
NEWS = "content/news/2026-11-20-open.md"
TERMS = "content/glossary/a.yaml"
STRINGS = "content/strings.yaml"


@dataclass(frozen=True)
class SmallSite:
    """A project folder: site.yaml, content/ with the plan `hoshi` (two initiatives, three editions)."""

    root: Path

    def path(self, name: str) -> Path:
        return self.root / name

    def read(self, name: str) -> str:
        return self.path(name).read_text("utf-8")

    def write(self, name: str, text: str | bytes) -> None:
        self.path(name).parent.mkdir(parents=True, exist_ok=True)
        self.path(name).write_bytes(text if isinstance(text, bytes) else text.encode())

    def replace(self, name: str, old: str, new: str) -> None:
        """Put `new` in the place of the first `old`, which must be there."""
        text = self.read(name)
        assert old in text, f"{name} has no {old!r}"
        self.write(name, text.replace(old, new, 1))

    def append(self, name: str, text: str) -> None:
        self.write(name, self.read(name) + text)

    def remove(self, name: str) -> None:
        self.path(name).unlink()

    def content(self) -> Content:
        content, problems = load(self.root)
        assert content is not None, problems
        return content

    def problems(self) -> list[Problem]:
        """What `sitegen check` finds."""
        _, problems = prepare(self.root)
        return problems


def build_small_site(root: Path) -> SmallSite:
    shutil.copytree(SMALL_SITE, root, dirs_exist_ok=True)
    return SmallSite(root)
