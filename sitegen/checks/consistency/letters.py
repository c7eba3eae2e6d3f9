"""The printed glossary: abbreviations against their readings and against the words that they stand for."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterator
from difflib import SequenceMatcher

from sitegen.checks.consistency.finding import Finding, finding, folded
from sitegen.load import PlanContent
from sitegen.model import PrintedTerm, SubTerm

_NAMES = {
    "A": "エー エイ", "B": "ビー", "C": "シー", "D": "ディー", "E": "イー", "F": "エフ", "G": "ジー",
    "H": "エイチ エッチ", "I": "アイ", "J": "ジェー ジェイ", "K": "ケー ケイ", "L": "エル", "M": "エム", "N": "エヌ",
    "O": "オー", "P": "ピー", "Q": "キュー", "R": "アール", "S": "エス", "T": "ティー", "U": "ユー", "V": "ブイ ヴイ",
    "W": "ダブリュー ダブル", "X": "エックス", "Y": "ワイ", "Z": "ゼット",
}  # fmt: skip
"""How each letter is read in Japanese."""

_SPELLED = 0.6
"""How alike a reading must be to the names of the letters for a difference to be a slip, and no other reading."""


def readings(plan: PlanContent) -> Iterator[Finding]:
    """An abbreviation is read letter by letter, but a letter is wrong, missing or elsewhere."""
    for field, n, term in _terms(plan):
        letters = re.sub(r"[-・/]", "", folded(term.word))
        if not term.reading or not re.fullmatch("[A-Z]{2,}", letters):
            continue
        reading, expected = _katakana(term.reading), "".join(_NAMES[letter].split()[0] for letter in letters)
        others = "".join(f"(?:{_NAMES[letter].replace(' ', '|')})" for letter in letters)
        alike = SequenceMatcher(None, reading, expected, autojunk=False).ratio()
        if not re.fullmatch(others, reading) and alike >= _SPELLED:
            where = plan.plan.source.where((field, n, "reading"))
            words = {"value": term.word, "reading": term.reading, "expected": expected}
            yield finding("reading-against-letters", where, term.word, **words)


def _katakana(reading: str) -> str:
    text = unicodedata.normalize("NFKC", reading)
    return "".join(chr(ord(letter) + 0x60) if "ぁ" <= letter <= "ゖ" else letter for letter in text if letter != "・")


def expansions(plan: PlanContent) -> Iterator[Finding]:
    """The letters of an abbreviation are not in the words that it stands for."""
    for field, n, term in _terms(plan):
        subs = [(sub.term, sub.abbr_of) for sub in term.sub_terms if isinstance(sub, SubTerm)]
        for word, full in ((term.word, term.abbr_of), *subs):
            letters = re.sub(r"[^A-Za-z]", "", folded(word)).lower()
            if full and letters and re.search("[A-Za-z]", full) and not _within(letters, full):
                where = plan.plan.source.where((field, n, "word"))
                yield finding("letters-against-words", where, word, value=word, full=full)


def _within(letters: str, full: str) -> bool:
    """Whether the letters stand in the words, in their order, and the first begins a word; X is short for trans."""
    rest = iter(folded(full).lower().replace("trans", "x"))
    begins = re.search(rf"\b{letters[0]}", full.lower()) is not None
    return begins and all(letter in rest for letter in letters)


def _terms(plan: PlanContent) -> Iterator[tuple[str, int, PrintedTerm]]:
    for field in ("glossary", "printed_terms"):
        for n, term in enumerate(getattr(plan.plan.value, field)):
            yield field, n, term
