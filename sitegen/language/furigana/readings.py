"""Readings that people have written down, by word: they go before what the analyser says."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field, replace
from functools import cached_property
from hashlib import blake2b

from sitegen.language.furigana.kana import Segments, align, has_kana
from sitegen.language.furigana.word import Word, analysed, regroup, shifted

_RUN = re.compile(r"\{([^{}|]+)\|([^{}|]+)\}|([^{}|]+)")


@dataclass(frozen=True)
class Readings:
    """Words with their readings.

    `{日|にち}・{祝日|しゅくじつ}` says which letters each part of a reading belongs to.
    """

    digest: str
    """Stands for the words and their readings."""
    by_word: Mapping[str, str] = field(compare=False)

    @classmethod
    def of(cls, *tables: Mapping[str, str]) -> Readings:
        """Readings of several tables; a later one goes before an earlier one."""
        merged = {word: reading for table in tables for word, reading in table.items()}
        return cls(blake2b(repr(sorted(merged.items())).encode(), digest_size=12).hexdigest(), merged)

    def apply(self, words: Sequence[Word], text: str) -> list[Word]:
        """Put the readings of listed words in the place of those that the analyser gave."""
        given = list(words)
        for start, word in self._found(words, text):
            given = _replaced(given, start, word, self.by_word[word])
        return given

    @cached_property
    def _by_first(self) -> Mapping[str, tuple[str, ...]]:
        """First letter → words that begin with it, longer ones first."""
        found: dict[str, list[str]] = {}
        for word in sorted(self.by_word, key=len, reverse=True):
            found.setdefault(word[0], []).append(word)
        return {letter: tuple(words) for letter, words in found.items()}

    def _found(self, words: Sequence[Word], text: str) -> Iterator[tuple[int, str]]:
        """Listed words in a text with their places, from left to right, the longest at each place."""
        edges = {word.start for word in words} | {len(text)}
        after = 0
        for position, letter in enumerate(text):
            for word in self._by_first.get(letter, ()) if position >= after else ():
                if text.startswith(word, position) and _stands_alone(words, edges, position, word):
                    yield position, word
                    after = position + len(word)
                    break


def agreed(tables: Iterable[Mapping[str, str]]) -> dict[str, str]:
    """The readings of several tables, without the words that they read differently."""
    merged: dict[str, set[str]] = {}
    for table in tables:
        for word, reading in table.items():
            merged.setdefault(word, set()).add(reading)
    return {word: next(iter(found)) for word, found in merged.items() if len(found) == 1}


def runs(reading: str) -> Segments:
    """The pieces of a reading that says which letters each part belongs to."""
    return tuple((found[1] or found[3], found[2] or "") for found in _RUN.finditer(reading))


def fits(word: str, reading: str) -> bool:
    """Whether a reading can be laid over the letters of a word."""
    if "{" in reading:
        return "".join(letters for letters, _ in runs(reading)) == word
    return "".join(letters for letters, kana in align(word, reading) if not kana) != "" or not has_kana(word)


def _stands_alone(words: Sequence[Word], edges: set[int], start: int, word: str) -> bool:
    """Whether a listed word is no part of other words (一社 in 統一社会).

    It may cut words shorter than itself: the analyser cuts names that it does not know anywhere.
    """
    end = start + len(word)
    if start in edges and end in edges:
        return True
    cut = (other for other in words if other.start < start < other.end or other.start < end < other.end)
    return all(len(other.surface) < len(word) for other in cut)


def _replaced(words: list[Word], start: int, listed: str, reading: str) -> list[Word]:
    """The words of a text with a listed one in its place; what is left of words that it cuts is read anew."""
    end = start + len(listed)
    first = next(n for n, word in enumerate(words) if word.end > start)
    last = next(n for n, word in enumerate(words) if word.end >= end)
    parts = words[first : last + 1]
    left = parts[0].surface[: start - parts[0].start]
    right = parts[-1].surface[end - parts[-1].start :]
    whole = Word(listed, reading, start, ("名詞",), listed)
    return [
        *words[:first],
        *shifted(analysed(left), parts[0].start),
        *_read(whole, [whole] if left or right else parts),
        *shifted(analysed(right), end),
        *words[last + 1 :],
    ]


def _read(listed: Word, parts: Sequence[Word]) -> list[Word]:
    """A listed word with its reading, in its parts where these are read alike."""
    if "{" in listed.reading:
        pieces = runs(listed.reading)
        said = "".join(kana or letters for letters, kana in pieces)
        return [replace(listed, reading=said, ruby=pieces, settled=True)]
    return [replace(word, known=True, settled=True) for word in regroup(parts, listed.reading)]
