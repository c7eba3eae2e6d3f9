"""The words by which Pagefind finds a text: pairs of letters where a script has no spaces, else words.

`assets/search/tokens.js` writes queries the same way.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

_UNSPACED = "々〆〇ぁ-ゖゝゞァ-ヺヽヾ㐀-鿿豈-﫿𠀀-𯨟"
_RUN = re.compile(rf"(?P<unspaced>[{_UNSPACED}]+)|[^\s{_UNSPACED}]+")
"""A run of letters that Japanese and Chinese write without spaces, or a word of another script."""
MARK = "ŋ"
"""Stands around letters that are written as codes, and after words that are searched whole.

Codes of Latin letters and digits pass through Pagefind as they are: it would take the voicing marks off kana, and the
browser's segmenter would cut pairs of letters apart. No word with the mark at its end begins another one, so that
Pagefind, which shortens a word until something is found, finds nothing for a word that the site does not have.
"""


def tokens(folded: str, *, stemmed: bool) -> Iterator[str]:
    """The tokens of a folded text; with `stemmed`, words are left to Pagefind's stemmer."""
    for run in _RUN.finditer(folded):
        if run["unspaced"]:
            yield from _pairs(run[0])
        else:
            yield run[0] if stemmed else run[0] + MARK


def facet(name: str, value: str) -> str:
    """The token of a value that results can be narrowed down to, such as plan and oyama."""
    return MARK * 3 + re.sub(r"[^a-z0-9]", "ŧ", f"{name} {value}".lower()) + MARK


def _pairs(run: str) -> Iterator[str]:
    codes = [format(ord(letter), "04x") for letter in run]
    yield from (f"{MARK}{one}{two}{MARK}" for one, two in zip(codes, codes[1:], strict=False))
    # The last letter by itself, so that one letter can be searched for.
    yield f"{MARK}{MARK}{codes[-1]}{MARK}"
