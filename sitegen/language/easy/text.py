"""Cuts a Japanese text into sentences of words, and finds the words in it that are explained, quoted or names."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from functools import lru_cache

from sitegen.language.morphology import Morpheme, analyse

Span = tuple[int, int]
"""Start and end in a text, in characters."""

_STOP = "。！？!?\n"
_OPEN, _CLOSE = "「『（(【[", "」』）)】]"
_WORD = r"(?:[一-鿿々〆ァ-ヺー・A-Za-z0-9Ａ-Ｚａ-ｚ０-９&.+-]|(?<=[一-鿿])[ぁ-ゖ](?=[一-鿿ァ-ヺ（(]))+"
_EXPLAINED = (
    r"[「『]([^「」『』]{1,40})[」』]\s*[（(]",
    rf"({_WORD}(?:り|み|き|し|い|え|め)?)\s*[（(](?=[^（()）]*[ぁ-ゖ])",
    r"[「『]([^「」『』]{1,40})[」』](?:とは|という|といい|は、|を「)",
    rf"({_WORD})(?:とは、?|というのは|といいます|と言います|という(?:[一-鿿ぁ-ゖ]))",
    rf"(?:^|(?<=[。\n])|(?<=この))({_WORD}(?:り|み|き)?)は、?(?=[^。、]{{4,60}}(?:です|ます)。)",
    r"(?:^|(?<=\n))[①-⑳]?([^、。：:（()）\n]{2,20})(?:[（(][^（()）]*[）)])?[：:]",
    r"((?:令和|平成|昭和)(?:元|\d{1,2})年度?)\s*[（(](?:19|20)\d\d",
    r"(?:19|20)\d\d年度?\s*[（(]((?:令和|平成|昭和)(?:元|\d{1,2})年度?)",
    rf"({_WORD})は、(?=[^。]{{2,60}}(?:こと|もの|ところ|しくみ|人|道具|言葉|ことば|紙|技術|場所|番号|機械)です)",
)
_EXPLANATIONS = tuple(re.compile(pattern) for pattern in _EXPLAINED)
_VERBAL = {"動詞", "助動詞", "形容詞"}


@dataclass(frozen=True)
class Sentence:
    """A sentence in its text; all positions are those of the whole text."""

    text: str
    start: int
    end: int
    words: tuple[Morpheme, ...]

    @property
    def closed(self) -> bool:
        """Whether it ends like a sentence; headings and items of lists often do not."""
        return self.text[self.end - 1 : self.end] in _STOP[:-1]

    @property
    def own_words(self) -> tuple[Morpheme, ...]:
        """The words outside of brackets and quotation marks, without signs."""
        return tuple(word for word in self.own_words_and_signs if word.pos[0] != "補助記号")

    @property
    def own_words_and_signs(self) -> tuple[Morpheme, ...]:
        """The words and signs outside of brackets and quotation marks."""
        closed = nested(self.text)
        return tuple(word for word in self.words if not within((word.start, word.end), closed))


def sentences(text: str) -> tuple[Sentence, ...]:
    """Cut at 。！？ and line ends, but not within brackets and quotation marks."""
    words = analyse(text) if text.strip() else ()
    return tuple(
        Sentence(text, start, end, tuple(w for w in words if start <= w.start < end))
        for start, end in _bounds(text)
        if text[start:end].strip()
    )


@lru_cache(maxsize=16)
def nested(text: str) -> tuple[Span, ...]:
    """The places of what stands in the outermost brackets and quotation marks, with these."""
    found, depth, begin = [], 0, 0
    for n, letter in enumerate(text):
        if letter in _OPEN:
            begin, depth = (n, 1) if depth == 0 else (begin, depth + 1)
        elif letter in _CLOSE and depth:
            depth -= 1
            if depth == 0:
                found.append((begin, n + 1))
    return tuple(found)


def within(span: Span, outer: Iterable[Span]) -> bool:
    """Whether a place lies inside one of others."""
    return any(start <= span[0] and span[1] <= end for start, end in outer)


@lru_cache(maxsize=16)
def folded(text: str) -> str:
    """The text in half width, letter by letter, so that positions stay the same."""
    return "".join(n if len(n := unicodedata.normalize("NFKC", c)) == 1 else c for c in text)


def explained(text: str) -> frozenset[str]:
    """Words that the text explains itself: 国保（…）, 「転入届」（…）, DXとは, クラウドは、…ことです."""
    words = {found[1].strip() for pattern in _EXPLANATIONS for found in pattern.finditer(text)}
    return frozenset(word for word in words if len(word) > 1)


def occurrences(words: Iterable[str], text: str) -> Iterator[Span]:
    """Where words stand in a text; the longest of those that begin at one place."""
    listed = sorted(words, key=len, reverse=True)
    if listed:
        yield from (found.span() for found in re.finditer("|".join(map(re.escape, listed)), text))


def names(sentence: Sentence) -> Iterator[Span]:
    """What is called by its name: short words in 「」, and official words in brackets after plain ones."""
    for start, end in nested(sentence.text):
        inner = [word for word in sentence.words if start < word.start < end - 1]
        if inner and not any(word.pos[0] in _VERBAL for word in inner):
            yield start, end


def _bounds(text: str) -> Iterator[Span]:
    closed, begin = nested(text), 0
    for n, letter in enumerate(text):
        if letter in _STOP and (letter == "\n" or not within((n, n + 1), closed)):
            yield begin, n + 1
            begin = n + 1
    if begin < len(text):
        yield begin, len(text)
