"""Cuts Japanese text into phrases (文節), for 分かち書き: spaces between phrases help those who learn to read."""

from __future__ import annotations

from collections.abc import Sequence

from sitegen.language.morphology import Morpheme, analyse

_DEPENDENT = {"助詞", "助動詞", "接尾辞"}
_HELPING = {
    "いる",
    "ある",
    "いく",
    "行く",
    "くる",
    "来る",
    "おく",
    "しまう",
    "みる",
    "もらう",
    "くれる",
    "あげる",
    "なる",
}
"""Verbs that help the one before them, after て; ください and できる stay words of their own."""
_ENDS = set("」』）)%")
"""Signs that a phrase may end with; after others, no space is needed."""
_NOUNS = {"名詞", "接頭辞", "接尾辞", "形状詞"}


def phrases(text: str) -> tuple[str, ...]:
    """Cut text into phrases; together they are the whole text, and what was a space in it stays where it was."""
    words = analyse(text)
    cut: list[str] = []
    for n, word in enumerate(words):
        if cut and not _begins(words, n):
            cut[-1] += word.surface
        else:
            cut.append(word.surface)
    return tuple(cut)


def gaps(text: str) -> tuple[int, ...]:
    """Where a space belongs: before every phrase that no sign or space keeps apart already."""
    found, position = [], 0
    for phrase in phrases(text):
        before = text[position - 1 : position]
        if (before.isalnum() or before in _ENDS) and not phrase[0].isspace():
            found.append(position)
        position += len(phrase)
    return tuple(found)


def _begins(words: Sequence[Morpheme], n: int) -> bool:
    """Whether a phrase begins with word `n`; signs and what depends on the word before it never begin one."""
    word, before = words[n], words[n - 1]
    opening = word.pos[1:2] == ("括弧開",)
    if word.pos[0] in {"補助記号", "空白", "記号"} and not opening:
        return False
    if before.pos[1:2] == ("括弧開",) or before.pos[0] in {"接頭辞", "空白"}:
        return False
    if word.pos[0] in _DEPENDENT:
        return False
    explains = opening and (before.pos[0] in _NOUNS or before.pos[1:2] == ("括弧閉",))
    return not _continues(before, word) and not explains


def _continues(before: Morpheme, word: Morpheme) -> bool:
    """Whether two words make one: parts of a compound, 予約する, 使っている."""
    if word.base in {"する", "できる"} and before.pos[2:3] == ("サ変可能",) and word.pos[0] == "動詞":
        return True
    if word.pos[0] in _NOUNS:
        return before.pos[0] in _NOUNS and not _adverbial(before, word)
    if word.pos[0] in {"動詞", "形容詞"}:
        helping = word.base in _HELPING and before.surface in {"て", "で"} and before.pos[1] == "接続助詞"
        compound = before.pos[0] == "動詞" and before.pos[5:6] == ("連用形-一般",)
        negated = word.base in {"ない", "無い"} and before.pos[0] in {"形容詞", "助動詞"}
        return helping or compound or negated
    return False


def _adverbial(before: Morpheme, word: Morpheme) -> bool:
    """2024年 3月 and 毎日 市役所: times stand by themselves."""
    ends_time = before.surface in {"年", "月", "日", "時", "分", "曜日"} and word.pos[1] == "数詞"
    if before.surface.endswith("曜") and word.surface == "日":
        return False
    return ends_time or (before.pos[2:3] == ("副詞可能",) and word.pos[1] != "数詞" and len(before.surface) > 1)
