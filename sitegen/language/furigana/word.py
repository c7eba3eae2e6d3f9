"""A word as it stands in a text, with its reading; and how the analyser's words become these."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace

from sitegen.language.furigana.kana import KANJI, Segments, align, has_kanji, hiragana
from sitegen.language.morphology import Morpheme, analyse

_IN_BRACKETS = re.compile(r"(?<=.)[(（][^()（）]*[)）]")
# The dictionary has words with marks in them whose reading is no reading of their letters: 小・中学, （株）.
_MARKED = re.compile(r".+・.+|[(（].+")
# It has school years with their number as one word: 中3, which is two in 14市中3位.
_NUMBERED = re.compile(rf"([{KANJI}]+)([0-9０-９]+)")
_PARTS = re.compile(r"[・()（）]|[^・()（）]+")


@dataclass(frozen=True, slots=True)
class Word:
    """A word or a part of one, as short as its reading allows."""

    surface: str
    reading: str
    """Hiragana; what has no kanji stands as it is written."""
    start: int
    """Place in the text, in characters."""
    pos: tuple[str, ...] = ()
    """Part of speech, as in Morpheme; empty for a word of a readings file."""
    base: str = ""
    """Dictionary form."""
    known: bool = True
    """Whether a dictionary or a readings file has it."""
    ruby: Segments | None = None
    """Runs with their readings where they are given; else the reading is laid over the word."""
    settled: bool = False
    """Whether the reading is sure, so that no rule changes it."""

    @property
    def end(self) -> int:
        return self.start + len(self.surface)

    @property
    def segments(self) -> Segments:
        """Runs of letters, and the reading of each that has kanji."""
        return self.ruby or align(self.surface, self.reading)

    def read(self, reading: str) -> Word:
        """The same word with another reading."""
        return replace(self, reading=reading, ruby=None, known=True)


def analysed(text: str) -> list[Word]:
    """Cut a text into words: short ones, except where only the long word of the dictionary is read rightly."""
    short, long = analyse(text), analyse(text, long=True)
    if len(short) == len(long):
        return [word for morpheme in short for word in _word(morpheme)]
    words: list[Word] = []
    rest = iter(short)
    for whole in long:
        parts = [next(rest)]
        while parts[-1].end < whole.end:
            parts.append(next(rest))
        if len(parts) == 1:
            words += _word(whole)
        else:
            words += regroup([word for part in parts for word in _word(part, settled=True)], _reading(whole))
    return words


def regroup(parts: Sequence[Word], reading: str) -> list[Word]:
    """Give several words one reading; those at the ends that are read alike stay words of their own."""
    first, last = 0, len(parts)
    while last - first > 1 and (head := said(parts[first])) and reading.startswith(head):
        reading, first = reading[len(head) :], first + 1
    while last - first > 1 and (tail := said(parts[last - 1])) and reading.endswith(tail):
        reading, last = reading[: -len(tail)], last - 1
    return [*parts[:first], joined(parts[first:last], reading), *parts[last:]]


def joined(parts: Sequence[Word], reading: str) -> Word:
    """Several words that follow one another as one."""
    if len(parts) == 1:
        return parts[0] if said(parts[0]) == reading else parts[0].read(reading)
    surface = "".join(part.surface for part in parts)
    return Word(surface, reading, parts[0].start, parts[-1].pos, parts[-1].base, settled=True)


def said(word: Word) -> str:
    """What is said for a word, in hiragana."""
    return word.reading if has_kanji(word.surface) else hiragana(word.surface)


def shifted(words: Iterable[Word], by: int) -> list[Word]:
    """The words of a piece of a text, placed in the whole."""
    return [replace(word, start=word.start + by) for word in words]


def _word(morpheme: Morpheme, *, settled: bool = False) -> Iterator[Word]:
    """A morpheme as a word; the analyser takes kana in brackets for a reading and the word's part: 情報（データ）."""
    surface, bracket, rest = morpheme.surface, "", ""
    if _MARKED.fullmatch(surface):
        for part in _PARTS.finditer(surface):
            yield from shifted(analysed(part[0]), morpheme.start + part.start())
        return
    if found := _NUMBERED.fullmatch(surface):
        yield from shifted(analysed(found[1]), morpheme.start)
        yield Word(found[2], found[2], morpheme.start + len(found[1]), ("名詞", "数詞"), found[2])
        return
    if found := _IN_BRACKETS.search(surface):
        surface, bracket, rest = surface[: found.start()], found[0], surface[found.end() :]
    reading = _reading(morpheme) if not rest else _reading(morpheme).removesuffix(hiragana(rest))
    yield Word(surface, reading, morpheme.start, morpheme.pos, morpheme.base, morpheme.known, settled=settled)
    if bracket:
        start = morpheme.start + len(surface)
        yield Word(bracket, bracket, start, ("補助記号",))
        if rest:
            yield Word(rest, rest, start + len(bracket), morpheme.pos, rest)


def _reading(morpheme: Morpheme) -> str:
    """A morpheme's reading; empty for letters that no dictionary reads, such as those of other languages."""
    if not has_kanji(morpheme.surface):
        return morpheme.surface
    return "" if has_kanji(morpheme.reading) else hiragana(morpheme.reading)
