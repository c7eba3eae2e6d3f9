"""The order of words in each language's lists, and the letter that an index puts a word under."""

from __future__ import annotations

import re
import unicodedata
from functools import cache

from pypinyin import lazy_pinyin

from sitegen.language.locales import locale

ALPHABETS = {
    "es": "abcdefghijklmnñopqrstuvwxyz",
    "vi": "aăâbcdđeêfghijklmnoôơpqrstuưvwxyz",
}
"""Languages in which some letters with marks are letters of their own; elsewhere marks do not count."""

DIGITS = "0–9"
"""Label of words that begin with a figure."""

_LATIN = "abcdefghijklmnopqrstuvwxyz"
_INITIALS = "ㄱㄲㄴㄷㄸㄹㅁㅂㅃㅅㅆㅇㅈㅉㅊㅋㅌㅍㅎ"
"""The consonants that a Hangul syllable begins with, in the order of Unicode's syllables."""
_PLAIN = {"ㄲ": "ㄱ", "ㄸ": "ㄷ", "ㅃ": "ㅂ", "ㅆ": "ㅅ", "ㅉ": "ㅈ"}
"""Doubled consonants, which an index puts under the single ones."""
_SYLLABLES = ("가", "힣")
_PER_INITIAL = 588
"""How many Hangul syllables begin with one consonant."""

Key = tuple[tuple[int, ...], str]


def sort_key(text: str, language: str) -> Key:
    """What a word is sorted by: its letters without marks and case, then the word itself."""
    folded = _spelled(text, language).casefold()
    return tuple(_weight(letter, language) for letter in _letters(folded, language)), folded


def index_letter(text: str, language: str) -> str:
    """The label of an index that a word stands under: a letter, a Hangul consonant, or 0–9."""
    letters = _letters(_spelled(text, language).casefold(), language)
    first = next((letter for letter in letters if letter.isalnum()), "")
    if _SYLLABLES[0] <= first <= _SYLLABLES[1]:
        initial = _INITIALS[(ord(first) - ord(_SYLLABLES[0])) // _PER_INITIAL]
        return _PLAIN.get(initial, initial)
    return first.upper() if first.isalpha() else DIGITS


def is_latin(text: str) -> bool:
    """Whether a word begins with a Latin letter or a figure."""
    first = unicodedata.normalize("NFKD", text)[:1]
    return bool(re.match(r"[0-9A-Za-zđĐ]", first))


def _spelled(text: str, language: str) -> str:
    """The word in the letters that it is sorted by: Chinese by its sound in Pinyin."""
    plain = unicodedata.normalize("NFKC", text)
    return " ".join(lazy_pinyin(plain)) if locale(language).language == "zh" else plain


def _letters(folded: str, language: str) -> str:
    """The letters without those marks that do not make another letter of the language."""
    own = _alphabet(language)
    return "".join(c if c in own or _is_syllable(c) else _unmarked(c, own) for c in folded)


def _unmarked(letter: str, own: str) -> str:
    """ắ → ă in Vietnamese, á → a anywhere."""
    parts = unicodedata.normalize("NFD", letter)
    for end in range(len(parts) - 1, 0, -1):
        if (composed := unicodedata.normalize("NFC", parts[:end])) in own:
            return composed
    return unicodedata.normalize("NFC", "".join(c for c in parts if not unicodedata.combining(c)))


def _is_syllable(letter: str) -> bool:
    return _SYLLABLES[0] <= letter <= _SYLLABLES[1]


def _weight(letter: str, language: str) -> int:
    """Figures and signs before letters; letters of other scripts after those of the language's alphabet."""
    place = _alphabet(language).find(letter)
    return place + 0x100 if place >= 0 else ord(letter) if ord(letter) < 0x80 else ord(letter) + 0x1000


@cache
def _alphabet(language: str) -> str:
    return ALPHABETS.get(locale(language).language, _LATIN)
