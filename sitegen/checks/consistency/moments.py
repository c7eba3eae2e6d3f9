"""Fiscal years that sentences name, and what they say of them: from, until, in."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, replace
from typing import Literal

from sitegen.checks.consistency.numbers import narrow
from sitegen.language.dates import parse_fiscal_year

Kind = Literal["from", "until", "in"]

_YEAR = r"(?:令和|平成|(?<![A-Za-z])[RH])(?:元|\d{1,2})(?:\(\d{4}\))?年?度?|(?<!\d)20\d\d年度"
_MOMENT = re.compile(rf"({_YEAR})(末|中|頃|夏頃)?(から|より|以降|までに?|には?|と(?=令和|平成|20))?")
_SENTENCE = re.compile(r"[^。]+。?")
_KINDS: dict[str, Kind] = {"から": "from", "より": "from", "以降": "from", "まで": "until", "までに": "until"}


@dataclass(frozen=True)
class Moment:
    """A fiscal year in a sentence, and the words that it is said of: up to the next year."""

    year: int
    kind: Kind
    words: str
    also: tuple[int, ...] = ()
    """Further years of a list (令和3年度と令和6年度)."""


def sentences(text: str) -> Iterator[str]:
    """The sentences of a text, in one width."""
    yield from (found[0].strip() for found in _SENTENCE.finditer(narrow(text)))


def moments(sentence: str) -> list[Moment]:
    """Every year that the sentence says something of, in order; 令和5年度の目標 is said of nothing."""
    matches = list(_MOMENT.finditer(sentence))
    found: list[Moment] = []
    for n, match in enumerate(matches):
        year = parse_fiscal_year(match[1])
        end = matches[n + 1].start() if n + 1 < len(matches) else len(sentence)
        words = sentence[match.end() : end]
        listed = bool(n) and matches[n - 1][3] == "と"
        if year is None or not (listed or match[2] or match[3]):
            continue
        if listed and found:
            found[-1] = replace(found[-1], also=(*found[-1].also, year), words=words)
        else:
            found.append(Moment(year, _KINDS.get(match[3] or "", "in"), words))
    return [_spanning(found, n) for n in range(len(found))]


def _spanning(found: list[Moment], n: int) -> Moment:
    """The beginning of 令和3年度から令和4年度まで is said of the same words as its end."""
    one, after = found[n], found[n + 1] if n + 1 < len(found) else None
    spans = one.kind == "from" and not one.words and after is not None and after.kind == "until"
    return replace(one, words=after.words) if spans and after else one
