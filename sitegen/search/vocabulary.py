"""The words of an edition that are searched whole: which of them a text has."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from functools import cached_property

from sitegen.search.tokens import word


@dataclass(frozen=True)
class Vocabulary:
    """Folded words, each with the one that stands for all that mean the same."""

    heads: Mapping[str, str]

    def within(self, folded: str) -> list[str]:
        """The words that stand in a folded text, as often as they do; one of Latin letters not within another word."""
        found = []
        beginnings = self._by_beginning
        for start in range(len(folded) - 1):
            for form, latin in beginnings.get(folded[start : start + 2], ()):
                if folded.startswith(form, start) and not (latin and _is_cut(folded, start, start + len(form))):
                    found.append(form)
        return [*found, *self._letters.intersection(folded)]

    @cached_property
    def tokens(self) -> Mapping[str, str]:
        """Word → the token that the index has for it."""
        return {form: word(form, head) for form, head in self.heads.items()}

    @cached_property
    def _letters(self) -> frozenset[str]:
        return frozenset(form for form in self.heads if len(form) == 1 and not form.isascii())

    @cached_property
    def _by_beginning(self) -> Mapping[str, Iterable[tuple[str, bool]]]:
        """First two letters → the words, each with whether it begins or ends with a Latin letter or digit."""
        found: dict[str, list[tuple[str, bool]]] = defaultdict(list)
        for form in self.heads:
            if len(form) > 1:
                found[form[:2]].append((form, form[0].isascii() or form[-1].isascii()))
        return found


def _is_cut(text: str, start: int, end: int) -> bool:
    """Whether a stretch begins or ends within a word of Latin letters or digits."""
    return _is_latin(text[start - 1 : start + 1]) or _is_latin(text[end - 1 : end + 1])


def _is_latin(pair: str) -> bool:
    return len(pair) == 2 and pair.isascii() and pair.isalnum()
