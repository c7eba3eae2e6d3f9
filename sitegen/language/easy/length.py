"""Rules about how long a sentence is, in morae: what is spoken in one beat."""

from __future__ import annotations

import re
from collections.abc import Iterator

from sitegen.language.easy.finding import Finding, found
from sitegen.language.easy.text import Sentence
from sitegen.language.morphology import Morpheme

TOO_LONG = 75
"""Morae above which a sentence is a warning; what stands in brackets does not count."""
LONG = 55
_JOINING = {"助詞", "助動詞", "動詞", "形容詞"}
"""What makes a sentence of words; dates or names with 、 between them are a list."""
_SMALL = set("ァィゥェォャュョヮ")
_SHOWN = 12


def sentence_length(sentence: Sentence) -> Iterator[Finding]:
    """Report sentences that are too long, at their first words."""
    count = sum(map(_morae, sentence.own_words))
    if count > LONG and any(word.pos[0] in _JOINING for word in sentence.own_words):
        rule = "easy-too-long" if count > TOO_LONG else "easy-long"
        start = sentence.start + len(sentence.text[sentence.start :]) - len(sentence.text[sentence.start :].lstrip())
        words = sentence.text[start : min(start + _SHOWN, sentence.end)]
        yield found(sentence, rule, start, sentence.end, word=words, count=count)


def _morae(word: Morpheme) -> int:
    """Beats of a word; digits and Latin letters count as two each."""
    if not re.fullmatch(r"[ァ-ヺー]+", word.reading) or re.search(r"[0-9０-９]", word.surface):
        return 2 * sum(letter.isalnum() for letter in word.surface)
    return sum(letter not in _SMALL for letter in word.reading)
