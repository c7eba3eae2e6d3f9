"""Kana and kanji: which letters carry ruby, and how a reading is laid over the letters of a word."""

from __future__ import annotations

import re
from functools import lru_cache

KANJI = "々〆〇\u3400-\u4dbf\u4e00-\u9fff\uf900-\ufaff\U00020000-\U0003ffff"
"""Letters that need a reading, for a class of a regular expression."""

Segments = tuple[tuple[str, str], ...]
"""A word in pieces: letters, and their reading (empty where they are read as they stand)."""

_TO_HIRAGANA = {code: code - 0x60 for code in range(ord("ァ"), ord("ヶ") + 1)}
# ヶ and ヵ between kanji or before a counter are read か, が or こ: their reading is not what they look like.
_RUN = re.compile(
    rf"(?P<kanji>[{KANJI}][{KANJI}ヶヵケ]*(?<![ケ])|[ヶヵ][{KANJI}]*)|(?P<kana>[ぁ-ゖァ-ヴー・]+)|(?P<other>.)", re.S
)
_HAS_KANJI = re.compile(rf"[{KANJI}ヶヵ]")
# A kana is written one way and said another: は (わ), へ (え), づ (ず), ー (a long vowel).
_SAID = {
    "は": "[はわ]",
    "へ": "[へえ]",
    "を": "[をお]",
    "づ": "[づず]",
    "ぢ": "[ぢじ]",
    "ー": "[ーあいうえお]",
    "・": "・?",
}


def hiragana(text: str) -> str:
    """Write katakana as hiragana; other letters stay."""
    return text.translate(_TO_HIRAGANA)


def has_kanji(text: str) -> bool:
    """Whether a word has letters that need a reading."""
    return bool(_HAS_KANJI.search(text))


def has_kana(text: str) -> bool:
    """Whether a word has letters that are read as they stand; ケ between kanji (雨ケ谷) is none."""
    return any(found.lastgroup == "kana" for found in _RUN.finditer(text))


@lru_cache(maxsize=50_000)
def align(surface: str, reading: str) -> Segments:
    """Lay a reading over a word, so that each run of kanji gets its part: 受け付け, うけつけ → 受(う)け付(つ)け.

    A reading that does not fit stands over the whole word.
    """
    if not has_kanji(surface) or not reading:
        return ((surface, ""),)
    runs = [(found.lastgroup, found[0]) for found in _RUN.finditer(surface)]
    exact, loose = (
        "".join("(.+?)" if kind == "kanji" else written(text) for kind, text in runs)
        for written in (_exactly, _loosely)
    )
    found = re.fullmatch(exact, reading) or re.fullmatch(loose, reading)
    if found is None:
        return ((surface, reading),)
    parts = iter(found.groups())
    return tuple((text, next(parts) if kind == "kanji" else "") for kind, text in runs)


def _exactly(kana: str) -> str:
    return re.escape(hiragana(kana))


def _loosely(kana: str) -> str:
    return "".join(_SAID.get(letter) or re.escape(letter) for letter in hiragana(kana))
