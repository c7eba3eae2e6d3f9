"""What is wrong with the content, and where: the only way the tool talks about bad input."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from typing import Literal

Level = Literal["error", "warning", "notice", "hint"]
"""A hint is about style and may be wrong; it is shown only to those who ask for hints."""


@dataclass(frozen=True, order=True)
class Location:
    """A place in one of the author's files; line and column count from 1, and 0 means the whole file."""

    path: str
    line: int = 0
    column: int = 0

    def __str__(self) -> str:
        return ":".join([self.path, *(str(n) for n in (self.line, self.column) if n)])


@dataclass(frozen=True)
class Message:
    """The wording of one kind of problem: `str.format` templates in Japanese and English."""

    level: Level
    ja: str
    en: str
    hint_ja: str
    hint_en: str


@dataclass(frozen=True)
class Problem:
    """One finding: where it is, which kind it is, and both wordings filled in."""

    where: Location
    id: str
    level: Level
    message: dict[str, str]
    hint: dict[str, str]

    def format(self, lang: str) -> str:
        """Show the problem to an editor as three lines: place, message, hint."""
        return f"{self.where}  {self.level}  {self.id}\n  {self.message[lang]}\n  → {self.hint[lang]}"

    @property
    def sort_key(self) -> tuple[Location, str, str]:
        return (self.where, self.id, self.message["en"])


def in_order(problems: Iterable[Problem]) -> list[Problem]:
    """Sort by file and line, each problem once."""
    return list({p.sort_key: p for p in sorted(problems, key=lambda p: p.sort_key)}.values())


def has_errors(problems: Iterable[Problem], *, strict: bool = False) -> bool:
    """Tell whether the content may not be published; `strict` counts warnings as errors."""
    return any(p.level == "error" or (strict and p.level == "warning") for p in problems)
