"""Years and dates that contradict each other."""

from __future__ import annotations

import re
from collections.abc import Iterator

from sitegen.checks.consistency.facts import Said, all_texts, grids
from sitegen.checks.consistency.finding import Finding, finding, folded
from sitegen.load import PlanContent

_FIRST = {"令和": 2019, "平成": 1989, "昭和": 1926, "R": 2019, "H": 1989, "S": 1926}
ERA = r"(?<![A-Za-z])(令和|平成|昭和|R|H|S)(元|\d{1,2})"
_BOTH = re.compile(rf"{ERA}\((\d{{4}})(?!\d)年?度?\)|(?<!\d)(\d{{4}})\((令和|平成|昭和|R|H|S)(元|\d{{1,2}})年?度?\)")
_SPAN = re.compile(
    rf"{ERA}年?度?(?:から|[～~-])(令和|平成|昭和|R|H|S)?(元|\d{{1,2}})年度?(?:まで)?(?:の|[(、])?(\d+)(?:か年|カ年|ヵ年|ヶ年|年間)"
)
_RANGE = re.compile(
    rf"{ERA}(?:年度|年(?:(\d+)月)?(?:(\d+)日)?)(?:から|[～~])(令和|平成|昭和|R|H|S)(元|\d{{1,2}})(?:年度|年(?:(\d+)月)?(?:(\d+)日)?)"
)
_LENGTH = re.compile(r"(\d+)(?:か年|カ年|ヵ年|ヶ年|年間の?)計画")
_MADE = re.compile(r"策定|制定|決定|作成|つくった|作った")
DATED = re.compile(rf"{ERA}年(?:(\d+)月)?")


def eras(plan: PlanContent) -> Iterator[Finding]:
    """An era year and the western year in brackets beside it are not the same."""
    for said in all_texts(plan):
        for found in _BOTH.finditer(folded(said.text)):
            era, number, printed = (found[1], found[2], found[3]) if found[3] else (found[5], found[6], found[4])
            if western(era, number) != int(printed):
                words = {"value": found[0], "expected": western(era, number)}
                yield finding("era-against-year", said.where, said.owner, found[0], **words)


def spans(plan: PlanContent) -> Iterator[Finding]:
    """A span of years is said to have another number of years, or its end comes before its start."""
    for said in all_texts(plan):
        text = folded(said.text)
        for found in _SPAN.finditer(text):
            years = western(found[3] or found[1], found[4]) - western(found[1], found[2]) + 1
            if years != int(found[5]):
                yield finding("wrong-span", said.where, said.owner, found[0], value=found[0], expected=years)
        for found in _RANGE.finditer(text):
            start = (western(found[1], found[2]), int(found[3] or 0), int(found[4] or 0))
            end = (western(found[5], found[6]), int(found[7] or 99), int(found[8] or 99))
            if end < start:
                yield finding("end-before-start", said.where, said.owner, found[0], value=found[0])


def length(plan: PlanContent) -> Iterator[Finding]:
    """The plan's own title says for how many years it is, and its period has another number of years."""
    facts, years = plan.plan.value, len(list(plan.plan.value.period))
    for found in _LENGTH.finditer(folded(facts.title)):
        if int(found[1]) != years:
            where = plan.plan.source.where(("title",))
            yield finding("wrong-period", where, found[0], value=found[0], expected=years)


def made_after_start(plan: PlanContent) -> Iterator[Finding]:
    """A table says that a plan was made after the first year of its own period, or gives two dates for it."""
    for grid in grids(plan):
        made = next((n for n, heading in enumerate(grid.columns) if _MADE.search(heading)), None)
        period = next((n for n, heading in enumerate(grid.columns) if "期間" in heading), None)
        for row in grid.rows if made is not None else ():
            if len(row) == len(grid.columns):
                yield from _made(row[0], row[made or 0], row[period] if period is not None else None)


def _made(name: Said, made: Said, period: Said | None) -> Iterator[Finding]:
    dates = {(western(f[1], f[2]), int(f[3] or 4)) for f in DATED.finditer(folded(made.text))}
    if len(dates) > 1 and re.search(r"[/／]|または|別の|一方", made.text):
        yield finding("two-dates", made.where, made.owner, folded(name.text), value=made.text, name=name.text)
    start = re.search(ERA, folded(period.text)) if period else None
    if dates and start and min(dates) >= (western(start[1], start[2]) + 1, 4):
        words = {"value": made.text, "period": period.text if period else "", "name": name.text}
        yield finding("made-after-start", made.where, made.owner, folded(name.text), **words)


def western(era: str, number: str) -> int:
    """The western year of a year of an era (令和, R; 元 is its first)."""
    return _FIRST[era] + (1 if number == "元" else int(number)) - 1
