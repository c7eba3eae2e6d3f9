"""Folds spellings that mean the same into one form: width, case, kana, long vowels, old kanji, okurigana.

The rules are data, `assets/search/folding.json`; `assets/search/fold.js` folds queries by them in the browser.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Mapping
from dataclasses import dataclass
from functools import cached_property
from typing import Any

_UNIT = re.compile("[\\s\\S][\u3099\u309a\uff9e\uff9f]?")
"""A character, with the voicing mark that may follow it (half-width ｶﾞ, or か and U+3099)."""
_MARKS = re.compile("[\u0300-\u036f]")
"""Diacritics of Latin letters."""
_OTHER = re.compile(r"[^\w\n]+|_+")


@dataclass(frozen=True)
class Folding:
    """The rules, as the data file has them."""

    rules: Mapping[str, Any]

    def fold(self, text: str, *, long: bool = False) -> str:
        """Fold `text`; what is neither letter nor digit becomes one space, a line break stays.

        `long` keeps the sign for long vowels, which tells ビール from ビル.
        """
        letters = self._letters_with_long if long else self._letters
        folded = _OTHER.sub(" ", "".join(map(letters.__getitem__, _UNIT.findall(text))))
        variants, pattern = self._variants_with_long if long else self._variants
        return pattern.sub(lambda found: variants[found[0]], folded)

    @cached_property
    def _letters(self) -> _Letters:
        return _Letters(self.rules, dropped=self.rules["joiners"] + self.rules["long"])

    @cached_property
    def _letters_with_long(self) -> _Letters:
        return _Letters(self.rules, dropped=self.rules["joiners"])

    @cached_property
    def _variants(self) -> tuple[dict[str, str], re.Pattern[str]]:
        return _variants(self.rules["variants"], self._letters)

    @cached_property
    def _variants_with_long(self) -> tuple[dict[str, str], re.Pattern[str]]:
        return _variants(self.rules["variants"], self._letters_with_long)


class _Letters(dict[str, str]):
    """Unit → what it is folded to, worked out when it is first met."""

    def __init__(self, rules: Mapping[str, Any], dropped: str) -> None:
        super().__init__()
        self.same = {old: new for olds, news in rules["letters"] for old, new in zip(olds, news, strict=True)}
        self.dropped = set(dropped)

    def __missing__(self, unit: str) -> str:
        lowered = unicodedata.normalize("NFKC", unicodedata.normalize("NFKC", unit).lower())
        plain = unicodedata.normalize("NFC", _MARKS.sub("", unicodedata.normalize("NFD", lowered)))
        folded = self[unit] = "".join(self._letter(letter) for letter in plain)
        return folded

    def _letter(self, letter: str) -> str:
        if letter in self.dropped:
            return ""
        # Katakana lie 0x60 above hiragana.
        hiragana = chr(ord(letter) - 0x60) if "ァ" <= letter <= "ヶ" else letter
        return str(self.same.get(hiragana, hiragana))


def _variants(pairs: Mapping[str, str], letters: _Letters) -> tuple[dict[str, str], re.Pattern[str]]:
    def folded(text: str) -> str:
        return "".join(map(letters.__getitem__, _UNIT.findall(text)))

    found = {folded(old): folded(new) for old, new in pairs.items()}
    kept = {old: new for old, new in found.items() if old != new}
    longest_first = sorted(kept, key=lambda word: (-len(word), word))
    return kept, re.compile("|".join(map(re.escape, longest_first)) or r"(?!)")
