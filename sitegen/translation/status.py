"""How far the site has been translated: for each language and part of the site, by pages and by share of words."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from typing import Any

from sitegen.load import Content
from sitegen.translation.items import PARTS, Item, Part, State, items


@dataclass(frozen=True)
class Coverage:
    """How far something has been translated."""

    states: Mapping[State, int]
    """How many texts, terms or facts are in each state."""
    size: int
    """Letters of the original, spaces left out."""
    covered: int
    """Those of them that are translated."""

    @property
    def total(self) -> int:
        return sum(self.states.values())

    @property
    def share(self) -> float:
        """Share of the original's letters that are translated, 0 to 1."""
        return self.covered / self.size if self.size else 1.0

    def count(self, *states: State) -> int:
        return sum(self.states.get(state, 0) for state in states)


@dataclass(frozen=True)
class LanguageStatus:
    """How far the site has been translated into one language."""

    language: str
    partial: bool
    """Whether texts may be missing."""
    parts: Mapping[Part, Coverage]
    whole: Coverage
    wanting: int
    """How many texts, terms and facts are missing that even a partial edition is to have."""

    def as_data(self) -> dict[str, Any]:
        """The same as JSON has it."""
        return {
            "language": self.language,
            "partial": self.partial,
            "share_of_words": round(self.whole.share, 4),
            "missing_of_required": self.wanting,
            "parts": {
                part: {"share_of_words": round(coverage.share, 4), **coverage.states}
                for part, coverage in self.parts.items()
            },
        }


def status(content: Content, first_terms: Iterable[str] = ()) -> tuple[LanguageStatus, ...]:
    """How far the site has been translated into each language, in the order of its editions."""
    first = frozenset(first_terms)
    return tuple(_of_language(content, language, first) for language in content.config.value.editions[1:])


def _of_language(content: Content, language: str, first: frozenset[str]) -> LanguageStatus:
    found = tuple(items(content, language, first))
    parts = {part: [item for item in found if item.part == part] for part in PARTS}
    return LanguageStatus(
        language=language,
        partial=language in content.config.value.partial,
        parts={part: _coverage(listed) for part, listed in parts.items() if listed},
        whole=_coverage(found),
        wanting=sum(item.wanting for item in found),
    )


def _coverage(found: Iterable[Item]) -> Coverage:
    listed = tuple(found)
    states = Counter(item.state for item in listed)
    return Coverage(dict(sorted(states.items())), sum(i.size for i in listed), sum(i.covered for i in listed))
