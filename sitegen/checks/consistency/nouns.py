"""Words that tell the rows of one schedule apart, so that a sentence can be set against the row it is about."""

from __future__ import annotations

from collections import Counter
from functools import cache

from sitegen.checks.consistency.facts import Listed
from sitegen.checks.consistency.numbers import narrow
from sitegen.language.morphology import analyse

_COMMON = frozenset(
    (
        "実施",
        "推進",
        "検討",
        "検証",
        "調査",
        "活用",
        "利用",
        "拡充",
        "開始",
        "充実",
        "計画",
        "対応",
        "事業",
        "取組",
        "業務",
    )
)
"""Nouns that stand in rows and sentences about anything."""


@cache
def nouns(text: str) -> frozenset[str]:
    """The nouns of two letters and more, but for common ones and numbers."""
    words = (word for word in analyse(narrow(text)) if word.pos[0] == "名詞" and word.pos[1] == "普通名詞")
    return frozenset(word.surface for word in words if len(word.surface) > 1) - _COMMON


@cache
def deeds(text: str) -> frozenset[str]:
    """Those nouns that become a verb with する: 公開, 搭載, 更新."""
    words = (word for word in analyse(narrow(text)) if word.pos[0] == "名詞" and word.pos[2].startswith("サ変"))
    return frozenset(word.surface for word in words if len(word.surface) > 1) - _COMMON


def own(document: Listed, n: int) -> frozenset[str]:
    """The nouns of the n-th row that no other row of its schedule has."""
    others = (row.item or "" for m, row in enumerate(document.head.schedule) if m != n)
    counts = Counter(word for item in others for word in nouns(item))
    return frozenset(word for word in nouns(document.head.schedule[n].item or "") if not counts[word])
