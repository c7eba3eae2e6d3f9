"""The tokens by which Pagefind finds a text: the site's own words, pairs of letters, and words between spaces.

`assets/search/tokens.js` writes queries the same way.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache

_UNSPACED = "々〆〇ぁ-ゖゝゞァ-ヺヽヾ㐀-鿿豈-﫿𠀀-𯨟"
_RUN = re.compile(rf"(?P<unspaced>[{_UNSPACED}]+)|[^\s{_UNSPACED}]+")
"""A run of letters that Japanese and Chinese write without spaces, or a word of another script."""
MARK = "ŋ"
"""Stands around letters that are written as codes, and after words that are searched whole.

Codes of Latin letters pass through Pagefind as they are: it would take the voicing marks off kana, cut words apart
between letters and digits, and the browser's segmenter would cut pairs of letters apart. No word with the mark at its
end begins another one, so that Pagefind, which shortens a word until something is found, finds nothing for a word that
the site does not have.
"""
_LETTERS = str.maketrans("0123456789abcdef", "abcdefghijklmnop")
_FNV = (0x811C9DC5, 0x01000193)
"""Start and factor of the FNV-1a hash of 32 bits."""


def tokens(folded: str, *, stemmed: bool) -> Iterator[str]:
    """The tokens of a folded text; with `stemmed`, words are left to Pagefind's stemmer."""
    for run in _RUN.finditer(folded):
        if run["unspaced"]:
            yield from _pairs(run[0])
        else:
            yield run[0] if stemmed else run[0] + MARK


def word(form: str, head: str) -> str:
    """The token of one of the site's words, folded.

    Pagefind loads neighbours together: tokens begin with the first letters of `head`, the word that stands for all
    that mean the same.
    """
    value = _FNV[0]
    for letter in form:
        value = (value ^ ord(letter)) * _FNV[1] & 0xFFFFFFFF
    return f"{MARK}w{''.join(map(_code, head[:2]))}w{f'{value:08x}'.translate(_LETTERS)}{MARK}"


def facet(name: str, value: str) -> str:
    """The token of a value that results can be narrowed down to, such as plan and oyama."""
    return MARK * 3 + re.sub("[^a-z]", lambda found: f"ŧ{_code(found[0])}", f"{name} {value}".lower()) + MARK


@cache
def _code(letter: str) -> str:
    return format(ord(letter), "04x").translate(_LETTERS)


def _pairs(run: str) -> Iterator[str]:
    yield from map(_pair, run, run[1:])
    # The last letter by itself, so that one letter can be searched for.
    yield f"{MARK}{MARK}{_code(run[-1])}{MARK}"


@cache
def _pair(one: str, two: str) -> str:
    return f"{MARK}{_code(one)}{_code(two)}{MARK}"
