"""The words of an edition that are searched whole: which of them a text has."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from functools import cached_property

from sitegen.search.tokens import word


@dataclass(frozen=True)
class Vocabulary:
    """Folded words, each with the one that stands for all that mean the same."""

    heads: Mapping[str, str]

    def within(self, folded: str) -> Iterator[str]:
        """The words that stand in a folded text, as often as they do; one of Latin letters not within another word."""
        for start in range(len(folded)):
            for form in self._by_beginning.get(folded[start : start + 2], ()):
                if folded.startswith(form, start) and _is_whole(folded, start, start + len(form)):
                    yield form
        yield from (form for form in self._letters if form in folded)

    @cached_property
    def tokens(self) -> Mapping[str, str]:
        """Word → the token that the index has for it."""
        return {form: word(form, head) for form, head in self.heads.items()}

    @cached_property
    def _letters(self) -> tuple[str, ...]:
        return tuple(form for form in self.heads if len(form) == 1 and not form.isascii())

    @cached_property
    def _by_beginning(self) -> Mapping[str, Iterable[str]]:
        found: dict[str, list[str]] = defaultdict(list)
        for form in self.heads:
            if len(form) > 1:
                found[form[:2]].append(form)
        return found


def _is_whole(text: str, start: int, end: int) -> bool:
    return not (_is_latin(text[start - 1 : start + 1]) or _is_latin(text[end - 1 : end + 1]))


def _is_latin(pair: str) -> bool:
    """Whether two letters belong to one word of Latin letters or digits."""
    return len(pair) == 2 and pair.isascii() and pair.isalnum()
