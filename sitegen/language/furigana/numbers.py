"""Reads what follows a number, and numbers written in kanji."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace

from sitegen.language.furigana.counters import (
    COUNTERS,
    DAYS,
    DIGITS,
    FIRST_DAY,
    LONGEST,
    NUMERALS,
    PERSONS,
    doubled,
    last_part,
    number_reading,
    value,
)
from sitegen.language.furigana.word import Word

_SCALE = "十百千万億兆"
_NUMBER = re.compile(rf"[{DIGITS}]+(?:[,，.．][{DIGITS}]+)*[{_SCALE}]*(?:[{DIGITS},，.．]+[{_SCALE}]*)*|[{NUMERALS}]+")
_WITH_DIGITS = re.compile(rf"([{DIGITS}]+(?:[,，.．][{DIGITS}]+)*)(?=[^{DIGITS},，.．{_SCALE}])")
_DIGITS = re.compile(rf"[{DIGITS}]+(?:[,，.．万億][{DIGITS}]+)*")
_LIKE_A_NAME = re.compile(rf"([{NUMERALS}]+)[本人枚回件名台個点条項位校社冊]")
_VAGUE = {"数": "すう", "何": "なん", "幾": "いく"}
"""What stands for a number; the counters after it sound as after 3 (何) or do not change."""
_AFTER_SPACE = re.compile(r"[目間分以未程後前中頃末毎当強弱増減約超内台時等と]|[^々一-鿿]|$")
"""What may follow a counter that stands apart from its number; else it is another word (1 本計画)."""
_ONLY_COUNTERS = {
    "年",
    "年度",
    "月",
    "日",
    "時",
    "分",
    "名",
    "歳",
    "円",
    "条",
    "項",
    "号",
    "件",
    "台",
    "枚",
    "回",
    "階",
    "週",
    "割",
}
_OFTEN_NOUNS = {"本", "国", "市", "町", "村", "県", "区", "手", "目", "口", "色", "頭", "面", "課", "部", "道", "対"}
_DATE_AFTER = re.compile(r" ?[(（][月火水木金土日祝]|付|号|現在|時点|から[0-9０-９]+日(?!間)")
_DATE = re.compile(
    r"月 ?$|月末?[はもにの、]?$|[0-9０-９一二三四五六七八九十]日( ?[(（][^()（）]{1,4}[)）])? ?[~～〜・、,及び-]+ ?$"
)
_SCALES = {"千": "せん", "百": "ひゃく", "十": "じゅう", "万": "まん", "億": "おく", "兆": "ちょう"}
_VOICED = {("千", 3): "ぜん", ("百", 3): "びゃく", ("百", 6): "ぴゃく", ("百", 8): "ぴゃく"}
_FOUR = ("年", "年度", "年間", "年生", "年目", "時", "時間", "人", "人目", "円", "か年")
_FOUR_SEVEN_NINE = {("四", counter): "よ" for counter in _FOUR} | {
    ("四", "月"): "し",
    ("七", "月"): "しち",
    ("九", "月"): "く",
    ("七", "時"): "しち",
    ("九", "時"): "く",
    ("九", "時間"): "く",
}


@dataclass(frozen=True)
class _Number:
    """A number as it stands in a text."""

    word: Word
    numeral: str

    @property
    def amount(self) -> float | None:
        return 3.0 if self.numeral in _VAGUE else value(self.numeral.lstrip("数何幾"))

    @property
    def is_vague(self) -> bool:
        return self.numeral[0] in _VAGUE

    @property
    def has_digits(self) -> bool:
        return self.numeral[0] not in NUMERALS and not self.is_vague


def read_numbers(words: Sequence[Word], text: str) -> list[Word]:
    """Read counters after numbers as they are said there; digits stay as they are."""
    pieces = [piece for word in _rejoined(words) for piece in _apart(word)]
    read: list[Word] = []
    n = 0
    while n < len(pieces):
        if number := _numeral(pieces[n]):
            counter, used = _counter(pieces, n, text)
            read += _together(_Number(pieces[n], number), counter, text)
            n += 1 + used
        else:
            read.append(pieces[n])
            n += 1
    return read


def _rejoined(words: Sequence[Word]) -> Iterator[Word]:
    """Give a number the part of it that the dictionary has in a name: 8 and 千筆 are 8千 and 筆."""
    number: Word | None = None
    for word in words:
        if number and word.surface[0] in _SCALE and word.surface[1:] in COUNTERS and not word.settled:
            scale, name = word.surface[0], word.surface[1:]
            yield replace(number, surface=number.surface + scale)
            yield replace(word, surface=name, reading=COUNTERS[name][0], start=word.start + 1)
            number = None
            continue
        if number:
            yield number
        number = word if _DIGITS.fullmatch(word.surface) else None
        if not number:
            yield word
    if number:
        yield number


def _apart(word: Word) -> Iterator[Word]:
    """Take a number and its counter apart where the dictionary has them as one word (1人), or as a name (四条)."""
    found = _WITH_DIGITS.match(word.surface) or ("固有名詞" in word.pos and _LIKE_A_NAME.fullmatch(word.surface))
    if not found or word.settled:
        yield word
        return
    cut = found.end(1)
    yield replace(word, surface=word.surface[:cut], reading=word.surface[:cut], pos=("名詞", "数詞"))
    yield replace(word, surface=word.surface[cut:], reading=word.reading, start=word.start + cut)


def _numeral(word: Word) -> str:
    """The number that a word is, if it is one; 一 in 一般 is none."""
    if word.surface in _VAGUE and word.pos[:1] != ("代名詞",):
        return word.surface
    is_number = len(word.pos) > 1 and word.pos[1] == "数詞"
    return word.surface if is_number and (_NUMBER.fullmatch(word.surface) or word.surface[0] in _VAGUE) else ""


def _counter(words: Sequence[Word], n: int, text: str) -> tuple[list[Word], int]:
    """The words that count, after a number, and how many words these are with a space before them."""
    skip = 1 if n + 1 < len(words) and words[n + 1].surface in (" ", "\u3000") else 0
    first = n + 1 + skip
    if first >= len(words):
        return [], 0
    start = words[first].start
    ends = {word.end: m for m, word in enumerate(words[first : first + LONGEST], first)}
    for length in range(LONGEST, 0, -1):
        last = ends.get(start + length)
        if last is None or text[start : start + length] not in COUNTERS:
            continue
        if skip and not _counts_apart(text, start, length):
            continue
        return list(words[first : last + 1]), last - n
    return [], 0


def _counts_apart(text: str, start: int, length: int) -> bool:
    """Whether a counter with a space before it is one: 5 日, but not 1 本計画 or 4 国の方針."""
    name = text[start : start + length]
    return name in _ONLY_COUNTERS or (name not in _OFTEN_NOUNS and bool(_AFTER_SPACE.match(text, start + length)))


def _together(number: _Number, counter: list[Word], text: str) -> list[Word]:
    """A number and its counter with their readings."""
    amount = number.amount
    if not counter or amount is None:
        return [_plain(number), *counter]
    name = "".join(word.surface for word in counter)
    before, after = text[: number.word.start], text[counter[-1].end :]
    is_date = bool(_DATE.search(before) or _DATE_AFTER.match(after))
    if not number.is_vague and (whole := _special(amount, name, after, is_date=is_date)):
        surface = text[number.word.start : counter[0].start] + name[:1]
        rest = name[1:]
        return [
            Word(surface, whole, number.word.start, ("名詞",), surface, ruby=((surface, whole),), settled=True),
            *([Word(rest, _REST[rest], counter[0].start + 1, ("接尾辞",), rest, settled=True)] if rest else []),
        ]
    said = _tenth_or_part(name, before, after) or _counted(number, amount, name)
    word = Word(name, said, counter[0].start, ("接尾辞", "名詞的", "助数詞"), name, settled=True)
    return [_plain(number, name, said), word]


_REST = {"間": "かん", "目": "め"}


def _special(amount: float, name: str, after: str, *, is_date: bool) -> str:
    """What number and counter are read as together, if that is one word: 1人 (ひとり), 10日 (とおか)."""
    if amount != int(amount):
        return ""
    if name in ("人", "人目"):
        return "" if re.match("[前称区](?!後)", after) else PERSONS.get(int(amount), "")
    if name in ("日", "日間", "日目"):
        return FIRST_DAY if name == "日" and amount == 1 and is_date else DAYS.get(int(amount), "")
    return "ひとつき" if name == "月" and amount == 1 and re.match("当たり|あたり", after) else ""


def _tenth_or_part(name: str, before: str, after: str) -> str:
    """分 that is no minute: of fractions (3分の1), after 割, and of body heat (38度5分)."""
    if name != "分":
        return ""
    if re.match(r" ?の ?[\d一二三四五六七八九]", after):
        return "ぶん"
    is_tenth = before.endswith("割") or (before.endswith("度") and not re.search("[緯経]", before))
    return "ぶ" if is_tenth else ""


def _counted(number: _Number, amount: float, name: str) -> str:
    """A counter's reading after a number."""
    reading, sound = COUNTERS[name]
    if name in ("日", "日間", "日目") and amount in (14, 24):
        return "か" + reading[2:]
    if number.numeral[0] in ("数", "幾"):
        return {"日": "じつ", "日間": "じつかん"}.get(name, reading)
    if amount == 1 and name == "年中":
        return "ねんじゅう"
    if number.numeral == "何" and name == "分":
        return "ぷん"
    return sound.after(last_part(amount), reading)


def _plain(number: _Number, name: str = "", counter: str = "") -> Word:
    """A number by itself: digits have no reading, 万 after digits and kanji have one.

    `name` is the counter that follows, `counter` its reading.
    """
    word, numeral, amount = number.word, number.numeral, number.amount
    if number.has_digits:
        return replace(word, reading=_digits_reading(numeral), ruby=_scales(numeral))
    if numeral in _VAGUE:
        return replace(word.read(_VAGUE[numeral]), settled=True) if counter else word
    if numeral[0] in "万億兆" or not amount or amount != int(amount):
        return word
    if len(numeral) == 1 and not counter:
        return word  # a single letter may be part of a word that the analyser read rightly
    said = _VAGUE.get(numeral[0], "") + number_reading(int(amount))
    if name.startswith("日") and amount in (14, 24):
        said = said.removesuffix("よん") + "よっ"
    short = _FOUR_SEVEN_NINE.get((numeral[-1], name))
    if short:
        said = re.sub("よん$|なな$|きゅう$", short, said)
    return word.read(doubled(said, counter) if counter else said)


def _scales(numeral: str) -> tuple[tuple[str, str], ...]:
    """Digits as they stand, and readings of 万 and its like after them."""
    pieces = re.findall(rf"[{_SCALE}]+|[^{_SCALE}]+", numeral)
    found: list[tuple[str, str]] = []
    for n, piece in enumerate(pieces):
        if piece[0] not in _SCALE:
            found.append((piece, ""))
            continue
        before = pieces[n - 1]
        first = _VOICED.get((piece[0], int(value(before) or 0)), _SCALES[piece[0]])
        found.append((piece, first + "".join(_SCALES[letter] for letter in piece[1:])))
    return tuple(found)


def _digits_reading(numeral: str) -> str:
    return "".join(reading or letters for letters, reading in _scales(numeral))
