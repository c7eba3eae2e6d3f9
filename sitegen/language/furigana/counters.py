"""What counters are read as after a number: 3階 (さんがい), 10日 (とおか), 1人 (ひとり)."""

from __future__ import annotations

import unicodedata
from collections.abc import Mapping
from dataclasses import dataclass

DIGITS = "0-9０-９"
NUMERALS = "〇一二三四五六七八九十百千万億兆"

_UNITS = {"十": 10, "百": 100, "千": 1000}
_SCALES = {"万": 10**4, "億": 10**8, "兆": 10**12}
_VOICED = str.maketrans("はひふへほかきくけこさしすせそ", "ばびぶべぼがぎぐげござじずぜぞ")
_PLOSIVE = str.maketrans("はひふへほ", "ぱぴぷぺぽ")

_DAYS = {2: "ふつか", 3: "みっか", 4: "よっか", 5: "いつか", 6: "むいか", 7: "なのか", 8: "ようか", 9: "ここのか"}
DAYS = _DAYS | {10: "とおか", 20: "はつか"}
"""Days that are read as one word with their number; 14 and 24 end in よっか."""
FIRST_DAY = "ついたち"
PERSONS = {1: "ひとり", 2: "ふたり"}


@dataclass(frozen=True)
class Sound:
    """How a counter's first sound changes; a number's last part is 1 to 10, 100, 1000 or 10000."""

    plosive: frozenset[int] = frozenset()
    """After these は becomes ぱ."""
    voiced: frozenset[int] = frozenset()
    """After these は becomes ば, か が, さ ざ."""

    def after(self, last: int, reading: str) -> str:
        if last in self.plosive:
            return reading[0].translate(_PLOSIVE) + reading[1:]
        return reading[0].translate(_VOICED) + reading[1:] if last in self.voiced else reading


SAME = Sound()
_DOUBLED = frozenset({1, 6, 8, 10, 100})
_HON = Sound(_DOUBLED, frozenset({3, 1000}))
_FUN = Sound(_DOUBLED | {3, 4, 1000})
_PAKU = Sound(_DOUBLED | {3})
_HAN = Sound(_DOUBLED)
_KAI = Sound(voiced=frozenset({3}))
_KEN = Sound(voiced=frozenset({3, 1000}))

CHANGING: dict[str, tuple[str, Sound]] = {
    "本": ("ほん", _HON),
    "匹": ("ひき", _HON),
    "杯": ("はい", _HON),
    "票": ("ひょう", _HON),
    "分": ("ふん", _FUN),
    "分間": ("ふんかん", _FUN),
    "分台": ("ふんだい", _FUN),
    "本目": ("ほんめ", _HON),
    "杯目": ("はいめ", _HON),
    "階目": ("かいめ", _KAI),
    "軒目": ("けんめ", _KEN),
    "泊目": ("はくめ", _PAKU),
    "泊": ("はく", _PAKU),
    "発": ("はつ", _PAKU),
    "拍": ("はく", _PAKU),
    "歩": ("ほ", _PAKU),
    "版": ("はん", _HAN),
    "編": ("へん", _HAN),
    "品": ("ひん", _HAN),
    "筆": ("ひつ", _HAN),
    "敗": ("はい", _PAKU),
    "階": ("かい", _KAI),
    "軒": ("けん", _KEN),
    "足": ("そく", _KEN),
}
"""Counters whose first sound depends on the number."""

_PLAIN = """
月末 がつまつ 月頃 がつごろ 月中 がつちゅう 年頃 ねんごろ 年中 ねんちゅう 年末 ねんまつ 時頃 じごろ 品目 ひんもく
月 がつ 日 にち 年 ねん 年度 ねんど 年間 ねんかん 年生 ねんせい 日間 にちかん 時 じ 時間 じかん 時台 じだい 秒 びょう 週 しゅう 週間 しゅうかん
か月 かげつ カ月 かげつ ヶ月 かげつ ヵ月 かげつ ケ月 かげつ 箇月 かげつ か月間 かげつかん カ月間 かげつかん ヶ月間 かげつかん
か年 かねん カ年 かねん ヶ年 かねん ヵ年 かねん 箇年 かねん か国 かこく カ国 かこく ヶ国 かこく ヵ国 かこく 箇国 かこく
か所 かしょ カ所 かしょ ヶ所 かしょ ヵ所 かしょ ケ所 かしょ 箇所 かしょ か条 かじょう 箇条 かじょう
人 にん 名 めい 名様 めいさま 歳 さい 才 さい 歳児 さいじ 代 だい 世代 せだい 世帯 せたい 戸 こ 棟 とう 軒家 けんや
回 かい 度 ど 件 けん 枚 まい 台 だい 個 こ 箇 こ 冊 さつ 部 ぶ 通 つう 点 てん 着 ちゃく 束 たば 袋 ふくろ 箱 はこ 機 き 基 き 隻 せき 艇 てい 両 りょう
社 しゃ 者 しゃ 所 しょ 校 こう 園 えん 館 かん 店 てん 店舗 てんぽ 局 きょく 課 か 部課 ぶか 室 しつ 係 かかり 班 はん 隊 たい 団体 だんたい 組織 そしき
市 し 区 く 町 ちょう 村 そん 県 けん 都 と 道 どう 府 ふ 国 こく 市町 しちょう 市町村 しちょうそん 町村 ちょうそん 都県 とけん 府県 ふけん
条 じょう 項 こう 号 ごう 章 しょう 節 せつ 款 かん 頁 ページ 行 ぎょう 列 れつ 桁 けた 字 じ 文字 もじ 問 もん 題 だい 案 あん 版目 はんめ
位 い 等 とう 級 きゅう 段 だん 段階 だんかい 期 き 期目 きめ 次 じ 番 ばん 番線 ばんせん 番地 ばんち 丁目 ちょうめ 号機 ごうき 号棟 ごうとう 合 ごう
種 しゅ 種類 しゅるい 層 そう 面 めん 軸 じく 柱 はしら 割 わり 倍 ばい 円 えん 千円 せんえん 百万円 ひゃくまんえん 銭 せん 拠点 きょてん 地点 ちてん 地区 ちく
口 くち 組 くみ 手 て 目 め 画面 がめん 工程 こうてい 系統 けいとう 路線 ろせん 便 びん 車線 しゃせん 周年 しゅうねん 世紀 せいき 学級 がっきゅう 学期 がっき
頭 とう 羽 わ 尾 び 株 かぶ 坪 つぼ 畳 じょう 反 たん 食 しょく 膳 ぜん 色 しょく 曲 きょく 巻 かん 話 わ 句 く 首 しゅ 体 たい 台目 だいめ 席 せき 床 しょう
年目 ねんめ 回目 かいめ 番目 ばんめ 件目 けんめ 枚目 まいめ 点目 てんめ 人目 にんめ 名目 めいめ 日目 にちめ 週目 しゅうめ 月目 げつめ 代目 だいめ 度目 どめ 行目 ぎょうめ 列目 れつめ
か月目 かげつめ カ月目 かげつめ ヶ月目 かげつめ か国語 かこくご カ国語 かこくご ヶ国語 かこくご 言語 げんご 業務 ぎょうむ 手続 てつづき 手続き てつづき 項目 こうもく
"""
_words = _PLAIN.split()
COUNTERS: Mapping[str, tuple[str, Sound]] = CHANGING | {
    counter: (reading, SAME) for counter, reading in zip(_words[::2], _words[1::2], strict=True)
}
"""Counter → its reading, and how that changes with the number."""
LONGEST = max(map(len, COUNTERS))


def value(numeral: str) -> float | None:
    """What a numeral says: 1,240, ４.５, 17万, 三十五, 二〇二一; None for what is not a number."""
    folded = unicodedata.normalize("NFKC", numeral).replace(",", "")
    total = part = 0.0
    digits = ""
    for letter in folded:
        if letter in "0123456789.":
            digits += letter
        elif letter in "〇一二三四五六七八九":
            digits += str("〇一二三四五六七八九".index(letter))
        elif letter in _UNITS:
            part, digits = part + _number(digits, 1) * _UNITS[letter], ""
        elif letter in _SCALES:
            total, part, digits = total + (part + _number(digits, 0) or 1) * _SCALES[letter], 0.0, ""
        else:
            return None
    try:
        return total + part + _number(digits, 0)
    except ValueError:
        return None


def _number(digits: str, empty: float) -> float:
    return float(digits) if digits else empty


def last_part(number: float) -> int:
    """What is said last of a number: 1 to 10, 100, 1000 or 10000; a fraction ends in its last digit."""
    if number != int(number):
        return int(str(number)[-1])
    whole = int(number)
    if not whole:
        return 0
    for unit in (1, 10, 100, 1000):
        if digit := whole // unit % 10:
            return digit if unit == 1 else unit
    return 10000


def number_reading(number: int) -> str:
    """How a number written in kanji is said: 35 → さんじゅうご."""
    said, scales = "", ((10**12, "ちょう"), (10**8, "おく"), (10**4, "まん"))
    for size, name in scales:
        if number >= size:
            said, number = said + number_reading(number // size) + name, number % size
    return said + "".join(_place(number // unit % 10, unit) for unit in (1000, 100, 10, 1))


def doubled(numeral: str, counter: str) -> str:
    """Shorten the end of a number before a counter that asks for it: いち, かい → いっ; ろく, ぽん → ろっ."""
    k, s, t, p = (counter[0] in row for row in ("かきくけこ", "さしすせそ", "たちつてと", "ぱぴぷぺぽ"))
    for end, short, fits in (
        ("じゅう", "じゅっ", k or s or t or p),
        ("いち", "いっ", k or s or t or p),
        ("はち", "はっ", k or s or t or p),
        ("ろく", "ろっ", k or p),
        ("ひゃく", "ひゃっ", k or p),
    ):
        if numeral.endswith(end) and fits:
            return numeral[: -len(end)] + short
    return numeral


_DIGIT = ("", "いち", "に", "さん", "よん", "ご", "ろく", "なな", "はち", "きゅう")
_IRREGULAR = {
    (1, 1000): "せん", (3, 1000): "さんぜん", (8, 1000): "はっせん",
    (1, 100): "ひゃく", (3, 100): "さんびゃく", (6, 100): "ろっぴゃく", (8, 100): "はっぴゃく",
    (1, 10): "じゅう",
}  # fmt: skip


def _place(digit: int, unit: int) -> str:
    plain = _DIGIT[digit] + {1: "", 10: "じゅう", 100: "ひゃく", 1000: "せん"}[unit] if digit else ""
    return _IRREGULAR.get((digit, unit), plain)
