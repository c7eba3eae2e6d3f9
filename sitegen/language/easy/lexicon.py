"""The word lists of the easy-Japanese rules: words of offices with plain ones, levels of words, everyday words."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import cache
from importlib.resources import files
from typing import Generic, Literal, TypeVar

from sitegen.language.morphology import Morpheme

Value = TypeVar("Value")

HARDEST_KNOWN = 3
"""Words of the levels N5 to N3 are taken as known."""
_PREFIXES = ("お", "ご", "御")
_POTENTIAL = dict(zip("えけげせてねべめれ", "うくぐすつぬぶむる", strict=True))


@dataclass(frozen=True)
class Plainer:
    """What to say instead of a word; `level` is `hint` where the word may be the right one."""

    better: str
    level: Literal["warning", "hint"]


@dataclass(frozen=True)
class WordTable(Generic[Value]):
    """Words and what is known of them; a word of the table may be several words of the analyser."""

    entries: Mapping[str, Value]
    beginnings: frozenset[str]

    def longest(self, words: Sequence[Morpheme], at: int) -> tuple[list[Value], int]:
        """Look up the longest entry that begins with word `at`, the last word as it stands or in its dictionary form.

        Returns what is found, and the word behind it.
        """
        found: list[Value] = []
        end, before = at + 1, ""
        for n in range(at, len(words)):
            surface, base = before + words[n].surface, before + words[n].base
            if here := [self.entries[form] for form in dict.fromkeys((surface, base)) if form in self.entries]:
                found, end = here, n + 1
            if surface not in self.beginnings:
                break
            before = surface
        return found, end


def _table(entries: Mapping[str, Value]) -> WordTable[Value]:
    return WordTable(entries, frozenset(form[:n] for form in entries for n in range(1, len(form))))


@cache
def officialese() -> WordTable[Plainer]:
    """Word of offices → plain words."""
    listed: dict[str, Plainer] = {}
    for forms, better, level in _rows("officialese.tsv"):
        for form in forms.split("|"):
            listed[form] = Plainer(better, "warning" if level == "warning" else "hint")
    return _table(listed)


@cache
def everyday() -> frozenset[str]:
    """Words that everyone who lives in Japan meets, whatever their level."""
    return frozenset(word for row in _rows("common.txt") for word in row[0].split())


@cache
def _levels() -> WordTable[int]:
    """Word → level, from 5 (first) to 1; everyday words have 5."""
    listed = dict.fromkeys(everyday(), 5)
    for word, _, level in _rows("words.tsv"):
        for form in (word, *(word[1:] for prefix in _PREFIXES if word.startswith(prefix))):
            listed[form] = max(listed.get(form, 0), int(level))
    return _table(listed)


@cache
def _levels_of_readings() -> Mapping[str, int]:
    """Word as it is written in kana → level."""
    listed: dict[str, int] = {}
    for word, reading, level in _rows("words.tsv"):
        listed[reading or word] = max(listed.get(reading or word, 0), int(level))
    return listed


def level(words: Sequence[Morpheme], at: int) -> tuple[int, int]:
    """The level of the longest word that begins at `at`, 0 if it is in no list, and where it ends; 使える is 使う."""
    found, end = _levels().longest(words, at)
    base = words[at].base
    alone = (_levels().entries.get(_without_potential(base), 0), _levels_of_readings().get(base, 0))
    return max(0, *found, *alone), end


def _without_potential(verb: str) -> str:
    """使える → 使う; other words stay as they are."""
    if verb.endswith("る") and verb[-2:-1] in _POTENTIAL:
        return verb[:-2] + _POTENTIAL[verb[-2]]
    return verb


def _rows(name: str) -> Iterator[list[str]]:
    text = (files("sitegen.language.easy") / name).read_text("utf-8")
    return (line.split("\t") for line in text.splitlines() if line and not line.startswith("#"))
