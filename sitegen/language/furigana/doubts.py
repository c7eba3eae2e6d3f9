"""Finds words whose reading a person should confirm."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from sitegen.language.furigana.annotate import words
from sitegen.language.furigana.kana import has_kanji, hiragana
from sitegen.language.furigana.readings import Readings
from sitegen.language.furigana.word import Word
from sitegen.language.morphology import PROPER, name_readings

_NAMES = ("地名", "人名")
"""Kinds of proper names whose reading is a matter of the place or the person."""


@dataclass(frozen=True)
class Doubt:
    """A word, how it is read here, and how else it may be read."""

    word: str
    start: int
    """Place in the text, in characters."""
    reading: str
    others: tuple[str, ...] = ()
    """Other readings of the name, in hiragana; none for a word that the dictionary lacks."""


def doubts(text: str, readings: Readings) -> Iterator[Doubt]:
    """Words of a text that the dictionary lacks, and names that it reads in several ways.

    Words of the readings files are confirmed.
    """
    for word in words(text, readings):
        if word.settled or not has_kanji(word.surface) or "数詞" in word.pos[1:2]:
            continue
        if not word.known:
            yield Doubt(word.surface, word.start, word.reading)
        elif others := _others(word):
            yield Doubt(word.surface, word.start, word.reading, others)


def _others(word: Word) -> tuple[str, ...]:
    if word.pos[1:2] != (PROPER,) or word.pos[2] not in _NAMES:
        return ()
    found = {hiragana(reading) for reading in name_readings(word.surface)}
    return tuple(sorted(found - {word.reading}))
