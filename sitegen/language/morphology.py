"""Cuts Japanese text into words with their readings and parts of speech (SudachiPy, core dictionary, mode A)."""

from __future__ import annotations

from functools import cache
from typing import TYPE_CHECKING, NamedTuple

if TYPE_CHECKING:
    from sudachipy import Dictionary, Tokenizer


PROPER = "固有名詞"
"""The part of speech of names."""


class Morpheme(NamedTuple):
    """A shortest word of the dictionary, as it stands in a text."""

    surface: str
    reading: str
    """Katakana; for a word without Japanese letters what the dictionary reads it as, else empty."""
    base: str
    """Dictionary form: 行っ → 行う."""
    pos: tuple[str, ...]
    """Part of speech, six levels of UniDic: 名詞, 普通名詞, サ変可能 …, type and form of conjugation."""
    start: int
    end: int
    """Place in the text, in characters."""
    known: bool
    """False for a word that the dictionary does not have."""


def analyse(text: str, *, long: bool = False) -> tuple[Morpheme, ...]:
    """Cut `text` into morphemes; together they are the whole text.

    With `long`, compounds that the dictionary has are one word (mode C); they end where morphemes end.
    """
    return tuple(
        Morpheme(
            word.surface(),
            word.reading_form(),
            word.dictionary_form(),
            word.part_of_speech(),
            word.begin(),
            word.end(),
            not word.is_oov(),
        )
        for word in _tokenizer(long=long).tokenize(text)
    )


def name_readings(surface: str) -> frozenset[str]:
    """All readings, in katakana, that the dictionary has for a word as a proper name."""
    found = _dictionary().lookup(surface)
    return frozenset(word.reading_form() for word in found if word.part_of_speech()[1] == PROPER)


@cache
def _tokenizer(*, long: bool) -> Tokenizer:
    """The analyser; loading its dictionary takes about 0.1 s, so only a build that reads new text does it."""
    from sudachipy import SplitMode  # noqa: PLC0415  # heavy, and most runs do without

    return _dictionary().tokenizer(mode=SplitMode.C if long else SplitMode.A)


@cache
def _dictionary() -> Dictionary:
    from sudachipy import Dictionary  # noqa: PLC0415  # as above

    return Dictionary(dict="core")
