"""Whether work is studied, done, or done already: titles and texts against the rows of the schedule."""

from __future__ import annotations

import re
from collections.abc import Iterator

from sitegen.checks.consistency.facts import Listed, originals, said_in
from sitegen.checks.consistency.finding import Finding, finding, folded
from sitegen.checks.consistency.moments import moments, sentences
from sitegen.checks.consistency.nouns import nouns, own
from sitegen.checks.consistency.schedule import row_name
from sitegen.checks.consistency.stages import rank
from sitegen.load import PlanContent
from sitegen.model import CONTINUES, Plan, ScheduleRow

_STUDY = re.compile(r"検討|調査|研究|検証|方針|方向性|仕様|要件")
_DEED = re.compile(r"導入|設置|構築|更新|整備|稼働|運用|開始|実施|収集|公開")
_STUDIED = re.compile(r"検討$|検討[【(（]")
_DONE = re.compile(r"(?:導入|構築|更新|整備|設置|開設)$")
_STUDIES = re.compile(r"(?:検討|検証)(?:します|する|しています|を進めます|を行います)。?$")
_MADE = re.compile(r"(?:策定|作成|作り|つくり|定め)(?:し)?(?:ました|まし|ており|ています)")
_HELD = re.compile(r"(?:開き|開催し|行い|実施し)(?:ました|、)")
_MENTIONED = 0.5
"""Share of a row's nouns that a sentence about the row has."""
_OTHERS = re.compile(r"(?:県|国|省|庁|法律|政府)(?:は|が|では)")


def titles(plan: PlanContent) -> Iterator[Finding]:
    """The title says that something is studied, and a row does it; or the title does it, and every row only studies."""
    for document in originals(plan):
        rows = [(n, row) for n, row in enumerate(document.head.schedule) if row.item and row.row is None]
        title = document.head.title
        done = [(n, row) for n, row in rows if not _only_studies(plan.plan.value, row)]
        if _STUDIED.search(title) and done:
            yield _against(document, *done[0], title)
        elif _DONE.search(folded(title)) and rows and not done:
            yield _against(document, *rows[0], title)


def _only_studies(facts: Plan, row: ScheduleRow) -> bool:
    ranks = [known for cell in row.cells.values() if isinstance(cell, str) and (known := rank(facts, cell)) is not None]
    item = row.item or ""
    return max(ranks) == 0 if ranks else bool(_STUDY.search(item.rpartition("・")[2])) or not _DEED.search(item)


def _against(document: Listed, n: int, row: ScheduleRow, words: str) -> Finding:
    where = document.source.where(("schedule", n, "item"))
    name = row_name(row, n)
    return finding("study-against-schedule", where, document.head.number, name, item=name, value=words)


def texts(plan: PlanContent) -> Iterator[Finding]:
    """The text is still studying what its row carries out from the first year."""
    facts: Plan = plan.plan.value
    for document in originals(plan):
        names = [_names(facts, document, n) for n in range(len(document.head.schedule))]
        for sentence in (s for said in said_in(document) for s in _studied(said.text)):
            shares = [len(words & nouns(sentence)) / len(words) if words else 0 for words in names]
            for n, row in enumerate(document.head.schedule):
                if shares[n] == max(shares) >= _MENTIONED and _first(facts, row):
                    yield _against(document, n, row, sentence)


def _names(facts: Plan, document: Listed, n: int) -> frozenset[str]:
    """What names a row: its own nouns; or, where all rows begin by doing the same, the nouns of them all."""
    rows = document.head.schedule
    every = [frozenset(word for word in nouns(row.item or "") if not _DEED.search(word)) for row in rows]
    same = frozenset.intersection(*every) if all(_first(facts, row) for row in rows) else frozenset()
    return own(document, n) if len(rows) == 1 or not same else same


def _studied(text: str) -> Iterator[str]:
    for sentence in sentences(text):
        if _STUDIES.search(sentence) and not moments(sentence):
            yield sentence


def _first(facts: Plan, row: ScheduleRow) -> int | None:
    """Rank of the first state, where the row has phase words."""
    period = min(row.cells, default="")
    cell = row.cells.get(period)
    return rank(facts, cell) if isinstance(cell, str) and cell not in CONTINUES else None


def done_before(plan: PlanContent) -> Iterator[Finding]:
    """A row makes what was made before the plan began, or begins by studying what took place before."""
    facts: Plan = plan.plan.value
    for document in originals(plan):
        past = [s for said in said_in(document) for s in sentences(said.text) if _was(facts, s)]
        for n, row in enumerate(document.head.schedule):
            about = [s for s in past if own(document, n) & nouns(s)]
            made = [s for s in about if "策定" in (row.item or "") and _MADE.search(s)]
            held = [s for s in about if _first(facts, row) == 0 and _HELD.search(s)]
            if made or held:
                name, where = row_name(row, n), document.source.where(("schedule", n, "cells"))
                words = {"item": name, "value": (made or held)[0]}
                yield finding("done-before", where, document.head.number, name, **words)


def _was(facts: Plan, sentence: str) -> bool:
    """Whether the sentence tells of something that the city itself did before the plan began."""
    years = [moment.year for moment in moments(sentence)]
    return bool(years) and max(years) < facts.period.start_fy and not _OTHERS.search(sentence)
