"""Spellings that mean the same are folded into one form, in Python and in the browser alike."""

from __future__ import annotations

import random
from pathlib import Path

import pytest

from sitegen.assets import find_theme
from sitegen.language.folding import Folding
from sitegen.search import SearchRules
from tests import in_node

ROOT = Path(__file__).parent.parent
FOLDING = Folding(SearchRules.read(find_theme().assets).folding)
SAME = [
    ("width", "ＡＩ", "AI"),
    ("half-width kana with voicing marks", "ﾃﾞｼﾞﾀﾙ", "デジタル"),
    ("kana with a separate voicing mark", "カ\u3099", "ガ"),
    ("case", "WI-FI", "Wi-Fi"),
    ("hyphens of any kind", "Ｗｉ－Ｆｉ", "WiFi"),
    ("hiragana and katakana", "てれわーく", "テレワーク"),
    ("long vowels", "サーバ", "サーバー"),
    ("long vowels within a word", "データーセンター", "データセンタ"),
    ("small kana", "ウエブ", "ウェブ"),
    ("middle dots", "デジタル・デバイド", "デジタルデバイド"),
    ("old forms of kanji", "電子圖書館", "電子図書館"),
    ("kanji that are easily mistaken", "図書舘", "図書館"),
    ("kana after kanji", "申し込み", "申込"),
    ("the same word with fewer kana", "引越し手続き", "引っ越し手続"),
    ("kanji or kana", "子ども", "子供"),
    ("kanji or kana, another word", "障がい者", "障害者"),
    ("kanji outside the official list", "り災証明", "罹災証明"),
    ("V", "ヴァイオリン", "バイオリン"),
    ("diacritics", "đường", "duong"),
    ("diacritics written apart", "informac\u0327a\u0303o", "informação"),
    ("Turkish capital I", "İ", "i"),
]
APART = [("ビル", "ピル"), ("はな", "ばな"), ("市", "町"), ("AI", "AL"), ("한국", "한글")]


@pytest.mark.parametrize(("one", "other"), [case[1:] for case in SAME], ids=[case[0] for case in SAME])
def test_spellings_of_one_word_are_folded_alike(one: str, other: str) -> None:
    assert FOLDING.fold(one) == FOLDING.fold(other)


@pytest.mark.parametrize(("one", "other"), APART)
def test_other_words_stay_apart(one: str, other: str) -> None:
    assert FOLDING.fold(one) != FOLDING.fold(other)


def test_long_vowels_can_be_kept_to_tell_words_apart() -> None:
    assert FOLDING.fold("ビール", long=True) != FOLDING.fold("ビル", long=True)


def test_punctuation_becomes_one_space_and_lines_stay_lines() -> None:
    assert FOLDING.fold("A、「B」。\nC") == "a b \nc"


@pytest.fixture(scope="module")
def sample() -> list[str]:
    """Every line of the content, and random strings of many scripts."""
    files = sorted((ROOT / "content").rglob("*.md")) + sorted((ROOT / "content").rglob("*.yaml"))
    lines = {line.strip() for file in files for line in file.read_text("utf-8").splitlines()}
    chance = random.Random(5)  # no secret
    ranges = [(32, 0x180), (0x1EA0, 0x1F00), (0x3040, 0x3100), (0xFF00, 0xFFEF), (0x4E00, 0x9FFF), (0xAC00, 0xD7A3)]
    letters = [
        *(chr(code) for start, end in ranges for code in range(start, end, 3)),
        *"\u0301\u0327\u3099\u309aİΣ€😀𠮷ー・-",
    ]
    made = ["".join(chance.choices(letters, k=chance.randint(1, 30))) for _ in range(10_000)]
    return [*sorted(lines), *made]


def test_the_browser_folds_exactly_as_the_build_does(sample: list[str], tmp_path: Path) -> None:
    assert len(sample) > 20_000
    script = """(() => {
      const folding = new module.Folding(given.rules);
      const folded = given.sample.map((text) => folding.fold(text));
      const long = given.sample.map((text) => folding.fold(text, true));
      return [folded, long, given.sample.map((text) => folding.foldWithPlaces(text).folded)];
    })()"""
    plain, long, placed = in_node.run(tmp_path, "fold", script, {"rules": FOLDING.rules, "sample": sample})
    folded = [FOLDING.fold(text) for text in sample]
    assert differing(sample, folded, plain) == []
    assert differing(sample, [FOLDING.fold(text, long=True) for text in sample], long) == []
    assert differing(sample, folded, placed) == []


def test_what_is_folded_already_stays_as_it_is(sample: list[str]) -> None:
    folded = [FOLDING.fold(text) for text in sample]
    assert differing(sample, folded, [FOLDING.fold(text) for text in folded]) == []


def test_a_difference_between_browser_and_build_would_be_seen() -> None:
    assert differing(["a", "b"], ["x", "y"], ["x", "z"]) == [("b", "y", "z")]


def differing(sample: list[str], one: list[str], other: list[str]) -> list[tuple[str, str, str]]:
    """The texts that come out differently, ten at most."""
    return [case for case in zip(sample, one, other, strict=True) if case[1] != case[2]][:10]
