"""Targets and other counts that a text or table names again, against the fact that they repeat."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterator

from sitegen.checks.consistency.facts import Said, all_texts, originals, said_in
from sitegen.checks.consistency.finding import Finding, finding, folded
from sitegen.checks.consistency.moments import sentences
from sitegen.checks.consistency.numbers import NUMBER, narrow, value
from sitegen.language.dates import parse_fiscal_year
from sitegen.language.quantity import read_quantity
from sitegen.load import PlanContent
from sitegen.model import Indicator, Initiative

_YEAR = r"(?:令和|平成)(?:元|\d{1,2})年度|20\d\d年度"
_COUNTED = re.compile(rf"(\D{{4,}}?)\s*({NUMBER})\s*([^\d\s、。()]{{1,4}})")


def in_text(plan: PlanContent) -> Iterator[Finding]:
    """The text names another target for a year than the indicator with the same unit."""
    for document in originals(plan):
        kpis = [kpi for kpi in document.head.kpis if kpi.unit and _counter(kpi) != "%"]
        for said in said_in(document):
            for sentence in sentences(said.text):
                yield from _against(document.head, kpis, said, sentence)


def _against(facts: Initiative, kpis: list[Indicator], said: Said, sentence: str) -> Iterator[Finding]:
    for found in re.finditer(rf"({_YEAR})(?:末|中)?(?:までに|には?|は|:)([^。令平]*)", sentence):
        year = str(parse_fiscal_year(found[1]))
        for kpi in kpis:
            numbers = re.findall(
                rf"(?<![\d.,約])({NUMBER})\s*(?:の)?{re.escape(_counter(kpi))}(?!ずつ|増|減|分)", found[2]
            )
            target = read_quantity(kpi.values.get(year) or "", kpi.unit).number
            alone = sum(_counter(other) == _counter(kpi) for other in kpis) == 1
            if alone and len(numbers) == 1 and target is not None and value(numbers[0]) != target:
                words = {
                    "name": kpi.name,
                    "value": f"{numbers[0]}{_counter(kpi)}",
                    "fact": kpi.values[year],
                    "fy": year,
                }
                yield finding("text-against-target", said.where, facts.number, kpi.name, year, **words)


def _counter(kpi: Indicator) -> str:
    """The unit without scale and time: 手続, 人, 回."""
    return narrow(kpi.unit or "").partition("/")[0].lstrip("千万億")


def counts(plan: PlanContent) -> Iterator[Finding]:
    """One thing is counted twice, under the same words, with two numbers."""
    seen: dict[tuple[str, str], dict[float, Said]] = defaultdict(dict)
    for said in all_texts(plan):
        found = _COUNTED.fullmatch(narrow(said.text).strip())
        if found and not re.search(r"[令平昭RH]|年|月|日|%|合計|うち|第", found[1] + found[3]):
            seen[folded(found[1]), found[3]].setdefault(value(found[2]), said)
    for (name, unit), numbers in seen.items():
        if len(numbers) > 1:
            (first, one), (second, said) = list(numbers.items())[:2]
            words = {"name": name, "value": f"{second:g}{unit}", "other": f"{first:g}{unit}", "place": str(one.where)}
            yield finding("two-counts", said.where, name, **words)
