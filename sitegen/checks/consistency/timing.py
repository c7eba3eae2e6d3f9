"""When work is due: schedules against what the text, the costs and the targets say of the same work."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from sitegen.checks.consistency.facts import Listed, originals, said_in
from sitegen.checks.consistency.finding import Finding, finding
from sitegen.checks.consistency.moments import Moment, moments, sentences
from sitegen.checks.consistency.nouns import deeds, own
from sitegen.checks.consistency.numbers import narrow
from sitegen.checks.consistency.schedule import row_name
from sitegen.checks.consistency.stages import OPERATING, rank
from sitegen.language.dates import parse_fiscal_year
from sitegen.load import PlanContent
from sitegen.model import CONTINUES, Indicator, Plan, ScheduleRow

_PAST = re.compile(r"(ました|でした|ています)。?$")
_WORK = re.compile(r"導入|構築|更新|刷新|移行|設置|改修|整備|無線化")
_BUYS = re.compile(r"導入|構築|更新|刷新|移行|設置|改修")
_THOUGHT = re.compile(r"検討|調査|研究|検証|体制|方針|方向性|仕様|要件|手順|設計|データ|ルール|契約")
_PHASES = ("構築", "運用", "導入", "設計", "調達", "実証実験", "更新", "稼働", "検証", "実施", "公開")
_OPERATION = re.compile(r"^(\S*の)?(運用|稼働|供用開始|利用開始)")


def text_and_schedule(plan: PlanContent) -> Iterator[Finding]:
    """The text has work begin, or end, in years that are not those of its row."""
    period = plan.plan.value.period
    for document in plan.initiatives:
        said = [moment for said in said_in(document) for moment in _planned(said.text)]
        for n, row in enumerate(document.head.schedule):
            read = _read(row) if row.reading else [m for m in said if m.year in period and _about(document, n, m)]
            wrong = next((moment for moment in read if _begins(row) and _denies(moment, row)), None)
            if wrong:
                where = document.source.where(("schedule", n, "cells"))
                name, years = row_name(row, n), "・".join(str(year) for year in sorted(_years(row)))
                words = {"item": name, "value": _shown(wrong), "years": years}
                yield finding("schedule-against-text", where, document.head.number, name, **words)


def phases(plan: PlanContent) -> Iterator[Finding]:
    """The text names a year for a phase that the only row has in other years."""
    for document in originals(plan):
        rows = document.head.schedule
        states = _states(rows[0]) if len(rows) == 1 else {}
        for said in said_in(document) if states else ():
            for year, phase in _named_phases(narrow(said.text)):
                years = [other for other, state in states.items() if phase in state]
                if year in states and years and year not in years:
                    where, shown = document.source.where(("schedule", 0, "cells")), "・".join(map(str, years))
                    words = {"item": phase, "value": year, "years": shown}
                    yield finding("schedule-against-text", where, document.head.number, phase, year, **words)


def _states(row: ScheduleRow) -> dict[int, str]:
    """The state of every year; it goes on where a mark says so."""
    states: dict[int, str] = {}
    for period, cell in sorted(row.cells.items()):
        text = cell if isinstance(cell, str) else cell.text
        states[int(period[:4])] = states.get(int(period[:4]) - 1, "") if text in CONTINUES else text
    return states


def _named_phases(text: str) -> Iterator[tuple[int, str]]:
    for phase in _PHASES:
        for found in re.finditer(
            rf"((?:令和|平成)(?:元|\d{{1,2}})年度)(?:の|に|から)[^。、令平]{{0,12}}?{phase}", text
        ):
            if year := parse_fiscal_year(found[1]):
                yield year, phase


def _planned(text: str) -> Iterator[Moment]:
    for sentence in sentences(text):
        if not _PAST.search(sentence):
            yield from moments(sentence)


def _read(row: ScheduleRow) -> list[Moment]:
    """What an editor read in the text; a reading that begins otherwise is about costs or targets."""
    reading = row.reading or ""
    found = moments(reading) or moments(f"{reading}に")
    return found[:1] if re.match(r"令和|平成|20\d\d", reading) else []


def _about(document: Listed, n: int, moment: Moment) -> bool:
    row = document.head.schedule[n]
    return row.row is None and bool(own(document, n) & deeds(row.item or "") & deeds(moment.words))


def _denies(moment: Moment, row: ScheduleRow) -> bool:
    begins, years = _begins(row), _years(row)
    if moment.kind == "from":
        return moment.year not in begins
    if moment.kind == "until" or (not moment.also and (row.extent or _free(row))):
        return min(begins) > moment.year
    return not years <= {moment.year, *moment.also} if moment.also else moment.year not in years


def _begins(row: ScheduleRow) -> list[int]:
    """The years in which a state of the row begins."""
    marked = _years(row)
    return sorted(
        year
        for period, cell in row.cells.items()
        if (year := int(period[:4])) and (cell not in CONTINUES or year - 1 not in marked)
    )


def _years(row: ScheduleRow) -> set[int]:
    return {int(period[:4]) for period in row.cells}


def _free(row: ScheduleRow) -> bool:
    return any(not isinstance(cell, str) for cell in row.cells.values())


def _shown(moment: Moment) -> str:
    years = "・".join(map(str, (moment.year, *moment.also)))
    return {"from": f"{years}～", "until": f"～{years}", "in": years}[moment.kind]


def work_and_costs(plan: PlanContent) -> Iterator[Finding]:
    """A system is bought, built or replaced in a year that costs nothing, and no note says why."""
    for document in originals(plan):
        facts = document.head
        if facts.cost_notes or not facts.cost_kyen:
            continue
        paid = {period[:4] for period, cost in facts.cost_kyen.items() if cost}
        for n, row in enumerate(facts.schedule):
            begins = str(min(_begins(row), default=0))
            unpaid = begins in facts.cost_kyen and begins not in paid
            work = (_WORK if paid else _BUYS).search(row.item or "") and not _THOUGHT.search(row.item or "")
            if unpaid and work:
                where = document.source.where(("cost_kyen", begins))
                words = {"item": row.item or "", "fy": begins}
                yield finding("work-without-cost", where, facts.number, row_name(row, n), **words)


def targets_and_operation(plan: PlanContent) -> Iterator[Finding]:
    """The first target is due after a year without one, but before what it measures is in use."""
    for document in originals(plan):
        facts = document.head
        start = _operation(plan.plan.value, facts.schedule)
        for n, kpi in enumerate(facts.kpis):
            first = _first_target(kpi, plan.plan.value)
            if start and first and first < start and "試" not in (kpi.values[str(first)] or ""):
                where = document.source.where(("kpis", n, "values", str(first)))
                words = {"name": kpi.name, "value": kpi.values[str(first)] or "", "fy": first, "start": start}
                yield finding("target-before-operation", where, facts.number, kpi.name, **words)


def _operation(plan: Plan, rows: Sequence[ScheduleRow]) -> int | None:
    """The year in which the only row of operation begins, or the phase word that says so."""
    named = [min(_begins(row)) for row in rows if row.cells and _OPERATION.search(row.item or "")]
    phases = [
        int(period[:4])
        for row in rows
        for period, cell in row.cells.items()
        if isinstance(cell, str) and rank(plan, cell) == OPERATING
    ]
    return min(named or phases, default=None)


def _first_target(kpi: Indicator, plan: Plan) -> int | None:
    """The year of the first target, where the plan prints a dash for the first year."""
    if kpi.values.get(str(plan.period.start_fy), "") is not None:
        return None
    return min((int(period[:4]) for period, value in kpi.values.items() if value is not None), default=None)
