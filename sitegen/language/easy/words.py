"""Rules about words: words of offices, words above the level, loan words, abbreviations, piles of kanji."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from sitegen.language.easy.finding import Finding, found
from sitegen.language.easy.lexicon import HARDEST_KNOWN, everyday, level, officialese
from sitegen.language.easy.text import Sentence, folded
from sitegen.language.morphology import Morpheme

_KANJI_RUN = re.compile(r"[一-鿿々]{6,}")
_KATAKANA = re.compile(r"[ァ-ヺー]{3,}")
_ABBREVIATION = re.compile(
    r"(?<![A-Za-z0-9.@/_-])(?<![A-Za-z] )[A-Z][A-Z0-9&]+(?:-[A-Z]+)*(?![A-Za-z0-9@/_-]| [A-Za-z])"
)
_LATIN_WORD = re.compile(r"(?<![A-Za-z0-9.@/_:-])[A-Za-z][A-Za-z-]{2,}(?: [A-Za-z-]+)*(?![A-Za-z0-9@/_:.]*[@/:])")
_NUMBER = re.compile(r"[RHSA]\d{1,2}|[IVX]+")
"""Years such as R6, sizes of paper, Roman numbers."""
_ON_SIGNS = {"TV", "CD", "DVD", "OK", "ATM", "JR", "NHK", "NTT", "LINE", "QR", "FAX", "Wi-Fi", "YouTube"}
"""Latin letters that people know from signs and daily life."""
_OFTEN_SEEN = {"AI", "SNS", "PDF", "URL", "ID", "IC", "GPS", "USB", "PC", "SMS", "HP", "NPO", "SIM", "PIN", "IT"}
"""Abbreviations that many know; the others are a warning where nothing explains them."""
_OFFICE = re.compile(r".*(?:課|室|係|部|局|署|市|県|町|村|区|駅|校|大学|病院|園|館|会|所|庁|省|法|計画|条例|長)")
"""What names of offices and places end with."""
_UNMISTAKABLE = re.compile("又は|若しくは|並びに")
_NAMES_END = {
    "員",
    "会",
    "委員",
    "課",
    "部",
    "室",
    "本部",
    "部門",
    "計画",
    "法",
    "条例",
    "基本",
    "大綱",
    "協議",
    "機構",
}
"""What makes a name of the words before it."""
_COUNTED = {"名詞", "動詞", "形容詞", "形状詞", "副詞"}
_NOT_COUNTED = {"数詞", "固有名詞", "助動詞語幹"}
_NOUN_PARTS = {"名詞", "接尾辞", "接頭辞"}


def words_of_offices(sentence: Sentence) -> Iterator[Finding]:
    """当該, 〜を図る, 実施する … with plain words from the list."""
    # The analyser knows a place called 日又, and so reads 水曜日又は wrongly.
    for match in _UNMISTAKABLE.finditer(sentence.text, sentence.start, sentence.end):
        better = officialese().entries[match[0]].better
        yield found(sentence, "easy-officialese", *match.span(), lexical=True, better=better)
    at, words = 0, sentence.words
    while at < len(words):
        entries, end = officialese().longest(words, at)
        start, stop = words[at].start, words[end - 1].end
        told = _UNMISTAKABLE.fullmatch(sentence.text, start, stop)
        if entries and not told and _whole(words, at, end) and not _in_name(words, at, end):
            rule = "easy-officialese" if entries[0].level == "warning" else "easy-plainer-word"
            yield found(sentence, rule, start, stop, lexical=True, better=entries[0].better)
            at = end
        else:
            at += 1


def _whole(words: Sequence[Morpheme], at: int, end: int) -> bool:
    """A single kanji is a word only by itself: 際 is not in 国際, 旨 not in 要旨."""
    single = end - at == 1 and len(words[at].surface) == 1
    return not single or at == 0 or words[at - 1].pos[0] not in {"名詞", "接頭辞"}


def _in_name(words: Sequence[Morpheme], at: int, end: int) -> bool:
    """推進 in 推進員 and 推進計画 is part of a name, as is a place such as 本町."""
    after = words[end].surface if end < len(words) else ""
    named = after in _NAMES_END and words[end - 1].pos[2] == "サ変可能"
    return named or any(word.pos[1] == "固有名詞" for word in words[at:end])


def hard_words(sentence: Sentence) -> Iterator[Finding]:
    """Words that are neither everyday ones nor on the first three levels of learners' lists."""
    at, words = 0, sentence.words
    while at < len(words):
        if words[at].pos[0] not in _COUNTED or words[at].pos[1] in _NOT_COUNTED:
            at += 1
            continue
        of_word, end = level(words, at)
        if of_word < HARDEST_KNOWN:
            yield from _hard(sentence, words[at:end], of_word)
        at = end


def _hard(sentence: Sentence, words: Sequence[Morpheme], of_word: int) -> Iterator[Finding]:
    start, end = words[0].start, words[-1].end
    shown = "".join(word.surface for word in words[:-1]) + words[-1].base
    japanese = re.search(r"[一-鿿]", shown) or words[0].pos[0] != "名詞"
    if japanese and len(shown) > 1:
        about = f"N{of_word}" if of_word else "一覧にない / not listed"
        yield found(sentence, "easy-hard-word", start, end, lexical=True, word=shown, level=about)


def loan_words(sentence: Sentence) -> Iterator[Finding]:
    """Words in katakana that are not everyday ones, and words in Latin letters."""
    for word in _katakana(sentence):
        yield found(sentence, "easy-loanword", word.start, word.end, lexical=True)
    text = folded(sentence.text)
    for match in _LATIN_WORD.finditer(text, sentence.start, sentence.end):
        if not match[0].isupper() and match[0] not in _ON_SIGNS:
            yield found(sentence, "easy-loanword", *match.span(), lexical=True)


def _katakana(sentence: Sentence) -> Iterator[Morpheme]:
    for at, word in enumerate(sentence.words):
        katakana = _KATAKANA.fullmatch(word.surface) and word.pos[1] != "固有名詞"
        if katakana and level(sentence.words, at)[0] < HARDEST_KNOWN:
            yield word


def abbreviations(sentence: Sentence) -> Iterator[Finding]:
    """ICT, RPA …: a warning unless many know them."""
    for match in _ABBREVIATION.finditer(folded(sentence.text), sentence.start, sentence.end):
        if match[0] not in _ON_SIGNS and not _NUMBER.fullmatch(match[0]):
            rule = "easy-loanword" if match[0] in _OFTEN_SEEN else "easy-abbreviation"
            yield found(sentence, rule, *match.span(), lexical=True)


def kanji_runs(sentence: Sentence) -> Iterator[Finding]:
    """Six kanji and more in a row, unless a place, a person or an office is called so."""
    for match in _KANJI_RUN.finditer(sentence.text, sentence.start, sentence.end):
        parts = [word for word in sentence.words if match.start() <= word.start < match.end()]
        named = any(word.pos[1] == "固有名詞" for word in parts) or _OFFICE.fullmatch(match[0])
        numeral = any(word.pos[1] == "数詞" for word in parts)
        if not named and not numeral and match[0] not in everyday():
            yield found(sentence, "easy-kanji-run", *match.span(), lexical=True, count=len(match[0]))


def noun_piles(sentence: Sentence) -> Iterator[Finding]:
    """Five nouns and more in a row without a particle."""
    pile: list[Morpheme] = []
    for word in (*sentence.words, None):
        if word and word.pos[0] in _NOUN_PARTS and word.pos[1] not in {"数詞", "固有名詞"}:
            pile.append(word)
            continue
        if len(pile) >= 5:
            yield found(sentence, "easy-noun-pile", pile[0].start, pile[-1].end, lexical=True, count=len(pile))
        pile = []
