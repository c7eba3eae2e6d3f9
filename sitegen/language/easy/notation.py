"""Rules about how things are written: dates, times, eras, signs, 等."""

from __future__ import annotations

import re
from collections.abc import Iterator

from sitegen.language.dates import ERAS
from sitegen.language.easy.finding import Finding, found
from sitegen.language.easy.text import Sentence, folded

_SLASH_DATE = re.compile(
    r"(?<![\d/.])(?:(?P<year>\d{4})[/.])?(?P<month>1[0-2]|0?[1-9])/(?P<day>3[01]|[12]\d|0?[1-9])(?![\d/%])"
    r"(?=(?P<after>\s*[（(][月火水木金土日]|から|まで|に|、|は|[~～〜]|。|$)|.)"
)
_CLOCK = re.compile(
    r"(?<![\d:])(?P<hour>[01]?\d|2[0-4])(?::(?P<minute>[0-5]\d)(?![\d:])|時(?!間)(?P<ja>[0-5]?\d分|半)?)"
)
_DAY = re.compile(r"(?<!\d)(\d{1,2})月(\d{1,2})日(?!\s*[（(、]?\s*[月火水木金土日]曜?)")
_ERA = re.compile(r"(令和|平成|昭和)(元|\d{1,2})年(度?)")
_ERA_LETTER = re.compile(r"(?<![A-Za-z0-9])([RH])(\d{1,2})(?=年|\.|/)")
_WESTERN = re.compile(r"(?:19|20)\d\d")
_NEAR = 12
"""Letters within which the western year stands beside the Japanese one."""
_SIGNS = {
    "→": "「〜から〜に」「〜になります」",
    "⇒": "「〜から〜に」「〜になります」",
    "～": "「〜から〜まで」",
    "〜": "「〜から〜まで」",
    "~": "「〜から〜まで」",
    "＆": "「と」",
    "&": "「と」",
    "／": "「か」「や」",
}
_SIGN = re.compile(
    r"(?<=[^\s「『（(A-Za-z])(?![～〜](?<=[ぁ-ゖ].)[ぁ-ゖ])\s?([→⇒～〜~＆&／])\s?(?=[^\s」』）)、。A-Za-z])"
)


def dates(sentence: Sentence) -> Iterator[Finding]:
    """3/18 → 3月18日（月曜日）."""
    text = folded(sentence.text)
    for match in _SLASH_DATE.finditer(text, sentence.start, sentence.end):
        if match["year"] or match["after"] is not None:
            better = f"{match['year'] + '年' if match['year'] else ''}{int(match['month'])}月{int(match['day'])}日"
            yield found(sentence, "easy-slash-date", match.start(), match.end("day"), better=better)


def weekdays(sentence: Sentence) -> Iterator[Finding]:
    """A day that is still to come is easier to find with its day of the week."""
    if re.search(r"(?:ました|でした)。?$", sentence.text[sentence.start : sentence.end]):
        return
    for match in _DAY.finditer(folded(sentence.text), sentence.start, sentence.end):
        yield found(sentence, "easy-weekday", *match.span())


def times(sentence: Sentence) -> Iterator[Finding]:
    """13:30 → 午後1時30分, 17時 → 午後5時."""
    text = folded(sentence.text)
    for match in _CLOCK.finditer(text, sentence.start, sentence.end):
        hour, minute = int(match["hour"]), match["minute"]
        if minute is None and hour < 13:
            continue
        if minute and text[max(0, match.start() - 2) : match.start()] in {"午前", "午後"}:
            hour_text = f"{hour}時"
        else:
            hour_text = f"午後{hour - 12}時" if hour > 12 else f"午前{hour}時"
        rest = (match["ja"] or "") if minute is None else ("" if minute == "00" else f"{int(minute)}分")
        yield found(sentence, "easy-24-hours", *match.span(), better=hour_text + rest)


def eras(sentence: Sentence) -> Iterator[Finding]:
    """令和6年 → 2024年, or 令和6年（2024年）."""
    text = folded(sentence.text)
    for match in (*_ERA.finditer(text, sentence.start, sentence.end), *_ERA_LETTER.finditer(text, sentence.start)):
        around = text[max(0, match.start() - _NEAR) : match.end() + _NEAR]
        if match.start() < sentence.end and not _WESTERN.search(around):
            yield found(sentence, "easy-era-year", *match.span(), lexical=True, better=_western(match))


def _western(match: re.Match[str]) -> str:
    firsts = {name: first for first, *names in (*ERAS, (1926, "昭和", "S")) for name in names}
    year = firsts[match[1]] - 1 + (1 if match[2] == "元" else int(match[2]))
    return f"{year}年{match[3] if match.re is _ERA else ''}"


def signs(sentence: Sentence) -> Iterator[Finding]:
    """→ and ～ between words, which everyone reads in another way; ※ is a hint."""
    for match in _SIGN.finditer(sentence.text, sentence.start, sentence.end):
        yield found(sentence, "easy-sign", *match.span(1), better=_SIGNS[match[1]])
    for match in re.finditer("※", sentence.text[: sentence.end]):
        if match.start() >= sentence.start:
            yield found(sentence, "easy-remark", *match.span())


def and_so_on(sentence: Sentence) -> Iterator[Finding]:
    """等 → など."""
    for word in sentence.words:
        if word.surface == "等" and word.pos[0] == "接尾辞":
            yield found(sentence, "easy-etc", word.start, word.end, lexical=True)
