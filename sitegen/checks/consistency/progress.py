"""Reports: actions and their results, states and evaluations, and what the reason says of them."""

from __future__ import annotations

import re
from collections.abc import Iterator

from sitegen.checks.consistency.facts import Listed, originals
from sitegen.checks.consistency.finding import Finding, finding, folded
from sitegen.checks.consistency.stages import OPERATING, rank
from sitegen.language.dates import parse_fiscal_year
from sitegen.load import PlanContent
from sitegen.markup import Section, plain
from sitegen.model import Plan, Report
from sitegen.problems import Location

LATE_WORDS = re.compile(
    r"遅延|遅れ|間に合わ|見送|延期|中止|未実施|未着手|滞って|"
    r"(?:でき|られ|開け|行え|至ら|進ま|進んで(?:い)?)(?:て(?:い)?)?(?:ま?せん|な[いかく]|ず)"
)
NOT_LATE = re.compile(r"(?:遅延|遅れ|遅滞|滞り)(?:なく|は?なし|は(?:あり)?ま?せん|[はも]な[いく]|せず|ず|ることなく)")
_WEAK = re.compile(r"(?:率|割合|件数)が(?:まだ)?低い|余地が(?:ある|残)")
_AS_PLANNED = re.compile(r"(?:計画|予定|期限|スケジュール)(?:どお?り|通り|のとおり)|順調")
_DIFFICULTY = re.compile(r"な[いかく]|ません|[らかめえけきれ]ず|遅|時間|期間を要|難|不足|課題[がはもや]|延|止|未|困")

ON_TIME = ("on_track", "done")
_LATE = ("slightly_delayed", "delayed", "stopped")

Reported = tuple[Listed, int, Report]


def results(plan: PlanContent) -> Iterator[Finding]:
    """An action without a result in a reported year, a result without an action, a difficulty without a result."""
    for document, n, report in reports(plan):
        number, source = document.head.number, document.source
        for m, action in enumerate(document.head.actions):
            if report.reported_actions and action.mark not in report.reported_actions:
                where = source.where(("actions", m, "mark"))
                words = {"mark": action.mark, "title": action.title, "fy": report.fy}
                yield finding("action-without-result", where, number, report.fy, action.mark, **words)
        for m, result in enumerate(report.reported_not_in_actions):
            where = source.where(("progress", n, "reported_not_in_actions", m))
            yield finding("result-without-action", where, number, report.fy, result, value=result, fy=report.fy)
        for field in ("issue_actions", "reason_actions"):
            for m, mark in enumerate(getattr(report, field)):
                if mark not in report.reported_actions:
                    where = source.where(("progress", n, field, m))
                    yield finding("issue-without-result", where, number, report.fy, mark, mark=mark, fy=report.fy)


def reasons(plan: PlanContent) -> Iterator[Finding]:
    """The text of the reason denies the evaluation, or explains a delay by nothing that went wrong."""
    facts: Plan = plan.plan.value
    for document, n, report in reports(plan):
        section = report_section(facts, document, report.fy, "理由")
        if section is None or facts.evaluations is None:
            continue
        text = plain(section.tokens)
        for value in facts.evaluations.values:
            text = text.replace(value.value, "□")
        kind, number = facts.evaluations.kind_of(report.evaluation), document.head.number
        if denial := _denial(kind, text):
            words = {"value": report.evaluation, "words": denial}
            yield finding("evaluation-denied", words_at(document, section, denial), number, report.fy, **words)
        elif kind in _LATE and not LATE_WORDS.search(text) and not _DIFFICULTY.search(text):
            where = document.source.where(("progress", n, "evaluation"))
            yield finding("delay-without-reason", where, number, report.fy, value=report.evaluation)


def _denial(kind: str, text: str) -> str | None:
    """Words of delay in a text that tells why all went as planned; or words of success alone in one about a delay."""
    delay = LATE_WORDS.search(NOT_LATE.sub("順調", text))
    if kind in ON_TIME:
        weak = delay or _WEAK.search(text)
        return weak[0] if weak else None
    planned = _AS_PLANNED.search(text) or NOT_LATE.search(text)
    return planned[0] if planned and not delay and kind in _LATE else None


def states(plan: PlanContent) -> Iterator[Finding]:
    """The state reached does not fit the evaluation, the second scale, or what is planned for the next year."""
    facts: Plan = plan.plan.value
    for document, n, report in reports(plan):
        yield from _evaluated(facts, document, n, report)
        yield from _operated(facts, document, n, report)
        yield from _planned(facts, document, n, report)


def _evaluated(facts: Plan, document: Listed, n: int, report: Report) -> Iterator[Finding]:
    """Late, although the state is the planned one; on time, although it is another stage."""
    kind = facts.evaluations.kind_of(report.evaluation) if facts.evaluations else "unknown"
    where, key = document.source.where(("progress", n, "actual")), (document.head.number, report.fy)
    words = {"value": report.actual, "plan": report.plan, "evaluation": report.evaluation}
    reached, planned = rank(facts, report.actual), rank(facts, report.plan)
    if kind in ("slightly_delayed", "delayed") and folded(report.plan) == folded(report.actual):
        yield finding("delayed-as-planned", where, *key, **words)
    elif kind in ON_TIME and reached is not None and planned is not None and reached != planned:
        yield finding("state-against-plan", where, *key, **words)


def _operated(facts: Plan, document: Listed, n: int, report: Report) -> Iterator[Finding]:
    """The second scale says that it is in use, the state that it is not; or that only a part of it is."""
    kind = facts.operations.kind_of(report.operation) if facts.operations and report.operation else "unknown"
    reached, only = rank(facts, report.actual), "一部" in (report.operation or "")
    behind = reached is not None and reached < OPERATING and kind == "done"
    if behind or (only and reached == OPERATING and "一部" not in report.actual):
        where = document.source.where(("progress", n, "operation"))
        words = {"value": report.operation or "", "actual": report.actual}
        yield finding("operation-against-state", where, document.head.number, report.fy, **words)


def _planned(facts: Plan, document: Listed, n: int, report: Report) -> Iterator[Finding]:
    """The schedule's own cells of the reported year and of the next one."""
    number, source, reached = document.head.number, document.source, rank(facts, report.actual)
    if len(document.head.schedule) != 1:
        return
    cells = document.head.schedule[0].cells
    now, following = cells.get(str(report.fy)), cells.get(str(report.fy + 1))
    if isinstance(now, str) and folded(now) != folded(report.plan):
        where = source.where(("progress", n, "plan"))
        yield finding("plan-against-schedule", where, number, report.fy, value=report.plan, cell=now)
    planned = rank(facts, following) if isinstance(following, str) else None
    if reached is not None and planned is not None and planned < reached:
        where = source.where(("schedule", 0, "cells", str(report.fy + 1)))
        words = {"value": following, "actual": report.actual, "fy": report.fy}
        yield finding("schedule-behind-state", where, number, report.fy + 1, **words)


def years(plan: PlanContent) -> Iterator[Finding]:
    """The reported year: every initiative reports on it, none on a later one, and it was over when published."""
    facts: Plan = plan.plan.value
    if facts.reporting_fy is None:
        return
    year, month = map(int, facts.published.split("-"))
    if (year, month) < (facts.reporting_fy + 1, 3):
        where = plan.plan.source.where(("published",))
        yield finding("published-too-early", where, facts.published, value=facts.published, fy=facts.reporting_fy)
    for document in originals(plan):
        number, source = document.head.number, document.source
        for n, report in enumerate(document.head.progress):
            if report.fy > facts.reporting_fy:
                where = source.where(("progress", n, "fy"))
                yield finding("report-too-new", where, number, report.fy, value=report.fy, fy=facts.reporting_fy)
        reported = any(report.fy == facts.reporting_fy for report in document.head.progress)
        if not reported and document.head.progress:
            where = source.where(("progress",), key=True)
            yield finding("missing-report", where, number, facts.reporting_fy, fy=facts.reporting_fy)


def reports(plan: PlanContent) -> Iterator[Reported]:
    """Every report with its initiative and its place in the list."""
    for document in originals(plan):
        for n, report in enumerate(document.head.progress):
            yield document, n, report


def report_section(facts: Plan, document: Listed, fy: int, title: str) -> Section | None:
    """The section of a year's report whose heading matches `title`, such as 理由."""
    titles = {heading.title for heading in facts.report_sections if re.search(title, heading.title)}
    of_year = (s for s in document.body.sections if parse_fiscal_year(s.title) == fy)
    return next((child for section in of_year for child in section.children if child.title in titles), None)


def words_at(document: Listed, section: Section, words: str) -> Location:
    """Where words stand in a section."""
    lines = [token.map for token in section.tokens if token.map]
    last = max((line[1] for line in lines), default=section.line)
    return document.source.find_text(words, section.line, last) or Location(document.source.path, section.line, 1)
