"""Reads Japanese text: cuts it into words and gives each its reading."""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping, Sequence
from functools import lru_cache

from sitegen.language.furigana.kana import has_kanji
from sitegen.language.furigana.numbers import read_numbers
from sitegen.language.furigana.word import Word, analysed

def words(text: str) -> tuple[Word, ...]:
    return tuple(read_numbers(analysed(text), text)) if has_kanji(text) else ()
