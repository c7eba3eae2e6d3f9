"""Chooses the reading of words that are read in several ways, by what stands beside them."""

from __future__ import annotations

import re
from collections.abc import Sequence

from sitegen.language.furigana.kana import has_kanji
from sitegen.language.furigana.senses import SENSES, WEEKDAYS, Place
from sitegen.language.furigana.word import Word

_WINDOW = 24
"""How many letters before and after a word are looked at."""
_NOUNS = {"名詞", "接尾辞", "接頭辞", "形状詞", "代名詞"}
_LIST_NUMBER = re.compile(r"[(（][0-9０-９a-zA-Zア-ン一二三四五六七八九十]{1,3}[)）]$")
# A verb that is none of a compound: 3台備えた, 毎年作り直す; but 手作りなど, 義務付けた.
_INFLECTED = re.compile(r"[たてまるれよ]|な[いくがけ]|[直替換出込上始終続合]")
_CLAUSES = {"助詞", "助動詞", "形容詞", "副詞", "連体詞", "動詞", "接続詞", "感動詞"}


def choose_readings(words: Sequence[Word], text: str) -> list[Word]:
    """Read each word that has several readings as its place in the text asks."""
    chosen: list[Word] = []
    for n, word in enumerate(words):
        senses = () if word.settled else WEEKDAYS.get(word.surface, ()) + SENSES.get(word.surface, ())
        if (senses and word.pos[0] != "接頭辞") or word.surface == "行っ":
            before, after = text[max(0, word.start - _WINDOW) : word.start], text[word.end : word.end + _WINDOW]
            place = _place(chosen[n - 1] if n else None, word, text)
            reading = (
                went_or_did(before, after, chosen[-2] if n > 1 else None)
                if word.surface == "行っ"
                else next((sense.reading for sense in senses if sense.fits(place, before, after)), word.reading)
            )
            chosen.append(word if reading == word.reading else word.read(reading))
        else:
            chosen.append(word)
    return chosen


def _place(before: Word | None, word: Word, text: str) -> Place:
    """What a word follows; a noun only where nothing stands between them."""
    if before is None or before.end != word.start or not before.surface.strip() or before.surface in "おご":
        return "start"
    if word.pos[0] == "動詞" and word.surface[0] != "付" and _INFLECTED.match(text, word.end):
        return "clause"
    if before.pos[0] in _NOUNS or before.surface in "」』":
        return "noun"
    if before.surface in "）)":
        return "start" if _LIST_NUMBER.search(text, 0, word.start) else "noun"
    if before.pos[0] == "動詞" and before.pos[5].startswith("連用形-一般") and has_kanji(before.surface):
        return "stem"
    return "clause" if before.pos[0] in _CLAUSES else "start"


_GOING = re.compile(
    r"(?:持っ|連れ|出|歩い|走っ|帰っ|送っ|飛ん|運ん|乗っ|寄っ|見|入っ|付い|離れ|去っ|逃げ|もっ|つれ)て$"
)
_TO_A_PLACE = re.compile(r"(?:[へに]|まで)(?:は|も)?$")
_TO_DO = re.compile(
    r"[0-9０-９日月年時分度末旬頃間在]まで(?:は|も)?$|(?:(?:を|について|に対し)[^、。]*[にへ]|(?:ごと|毎|一斉|同時|的|主|新た|円滑|確実|適切|迅速|丁寧|別|特|中心|もと|基|元|[たくうい]め|よう|さら|共|とも"
    r"|[回度月年日時期際]|内|前|後|間|(?<![一-鿿])先|中|順|交互|のみ|だけ|全戸|各戸|全員|通り|者|児童|生徒|世帯|企業|代わり|かわり)に)$"
)
_MANNERS = ("形状詞", "副詞", "形状詞可能", "サ変形状詞可能", "副詞可能")
_DEED = re.compile(
    r"た(?:もの|[一-鿿ァ-ヶーA-Za-z]{0,8}(?:調査|アンケート|ヒアリング|聞き?取り|研修|説明|訓練|取り?組み?|検証|実験|事業|会議|協議|試験|指導|支援|案内|通知|照会|配布|啓発|周知|講座|点検|調整))"
)
"""What follows 行っ where something was done."""


def went_or_did(before: str, after: str, manner: Word | None = None) -> str:
    """行っ as いっ where someone goes somewhere, else as おこなっ.

    `manner` is the word before the particle: 丁寧 in 丁寧に行った.
    """
    clause = re.split("[。、]", before)[-1]
    if _GOING.search(clause):
        return "いっ"
    is_manner = manner is not None and any(kind in manner.pos[:3] for kind in _MANNERS)
    if is_manner or _TO_DO.search(clause) or _DEED.match(after):
        return "おこなっ"
    return "いっ" if _TO_A_PLACE.search(clause) else "おこなっ"
