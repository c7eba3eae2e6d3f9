"""Writes 分かち書き into finished pages: a space between phrases.

The space is the ordinary one: lines break at it, it vanishes where they do, every font has it, and it can be searched.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from html import unescape

from sitegen.language.furigana.markup import rewrite
from sitegen.language.phrases import gaps

_LETTER = re.compile(r"&[#\w]+;|.", re.S)
_CLOSING = re.compile(r"(?:</[^>]*>)*")


def add_spaces(html: str) -> str:
    """Put a space between the phrases of Japanese prose in the body of a page."""
    return rewrite(html, _block)


def _block(parts: list[str]) -> Iterator[str]:
    """Text and inline tags of one block; a phrase may run through tags."""
    texts = [_LETTER.findall(part) for part in parts if not part.startswith("<")]
    left = list(reversed(gaps("".join(unescape(letter)[:1] for letters in texts for letter in letters))))
    position = 0
    for n, part in enumerate(parts):
        if part.startswith("<"):
            gap = left and left[-1] == position and not _CLOSING.fullmatch(part) and _text_follows(parts[n:])
            yield f" {part}" if gap else part
            if gap:
                left.pop()
            continue
        for letter in _LETTER.findall(part):
            if left and left[-1] == position:
                yield " "
                left.pop()
            yield letter
            position += 1


def _text_follows(parts: list[str]) -> bool:
    return any(not part.startswith("<") for part in parts)
