"""Reads Japanese text: cuts it into words and gives each word its reading."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace
from functools import lru_cache

from sitegen.language.furigana.contexts import choose_readings
from sitegen.language.furigana.kana import KANJI, Segments, has_kanji
from sitegen.language.furigana.numbers import read_numbers
from sitegen.language.furigana.readings import Readings
from sitegen.language.furigana.word import Word, analysed

# A sentence, or what stands alone as one; the analyser takes no more than 49,149 bytes at once.
_SENTENCE = re.compile(r"[^。！？!?\n\r\t]{0,4000}[。！？!?\n\r\t]*")
# A short word spread over a cell of a table: 目 次.
_SPREAD = re.compile(rf"(?<![{KANJI}])[{KANJI}](?:[ \u3000][{KANJI}])+(?![{KANJI}ぁ-ゖ])")


def words(text: str, readings: Readings) -> Iterator[Word]:
    """The words of a text with their readings; spaces and signs may be left out."""
    for found in _SENTENCE.finditer(text):
        for word in sentence_words(found[0], readings) if has_kanji(found[0]) else ():
            yield replace(word, start=word.start + found.start()) if found.start() else word


def segments(text: str, readings: Readings) -> Segments:
    """A text in pieces: letters that stand as they are, and runs of kanji with their readings."""
    return tuple(piece for found in _SENTENCE.finditer(text) for piece in _sentence_segments(found[0], readings))


@lru_cache(maxsize=100_000)
def _sentence_segments(sentence: str, readings: Readings) -> Segments:
    pieces: list[tuple[str, str]] = []
    plain, end = "", 0
    for word in sentence_words(sentence, readings) if has_kanji(sentence) else ():
        plain += sentence[end : word.start]
        for letters, reading in word.segments:
            if not reading:
                plain += letters
                continue
            pieces += [(plain, ""), (letters, reading)] if plain else [(letters, reading)]
            plain = ""
        end = word.end
    plain += sentence[end:]
    return (*pieces, *([(plain, "")] if plain else []))


def sentence_words(sentence: str, readings: Readings) -> Sequence[Word]:
    """The words of one sentence, each by what stands beside it."""
    text, places = _gathered(sentence)
    found = choose_readings(read_numbers(readings.apply(analysed(text), text), text), text)
    return found if text == sentence else [_spread(word, sentence, places) for word in found]


def _gathered(sentence: str) -> tuple[str, Sequence[int]]:
    """The sentence with spread words written together, and where each of its letters stood."""
    if not _SPREAD.search(sentence):
        return sentence, ()
    dropped = {n for found in _SPREAD.finditer(sentence) for n in range(found.start() + 1, found.end(), 2)}
    places = [n for n in range(len(sentence)) if n not in dropped]
    return "".join(sentence[n] for n in places), places


def _spread(word: Word, sentence: str, places: Sequence[int]) -> Word:
    """A word of the gathered sentence as it stands in the sentence; spread, its reading stands over all of it."""
    start, end = places[word.start], places[word.end - 1] + 1
    surface = sentence[start:end]
    if surface == word.surface:
        return replace(word, start=start)
    return replace(word, surface=surface, start=start, ruby=((surface, word.reading),))
