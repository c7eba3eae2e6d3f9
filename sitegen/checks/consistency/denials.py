"""What the text of a report says against its state and evaluation, and actions across initiatives."""

from __future__ import annotations

import re
from collections.abc import Iterator

from sitegen.checks.consistency.facts import Said, originals, said_in
from sitegen.checks.consistency.finding import Finding, finding, folded
from sitegen.checks.consistency.progress import NOT_LATE, ON_TIME, report_section, reports, words_at
from sitegen.checks.consistency.stages import OPERATING, PILOT, rank
from sitegen.load import PlanContent
from sitegen.markup import plain
from sitegen.model import Plan, ScheduleRow

_IN_USE = re.compile(r"本格的?な?(?:導入|運用|稼働)(?:を|が)?(?:でき|始|開始|し)")
_NOT_YET = re.compile(
    r"準備に時間|検討する(?:ための)?実証実験|かどうか.{0,6}実証実験|導入を見送|再検討|(?:導入|開始)に至(?:ら|って)"
)
_UNDONE = re.compile(r"(?:開け|実施でき|行え|でき)(?:ませんでした|なかった)")
_ALL = re.compile(r"(?<![\d.])100\s*[%％]")
_DELAYED = re.compile(r"遅延|遅れ|間に合わ|見送|延期|中止")
_REST = re.compile(
    r"未(?:受講|実施|参加|対応|配布|設置|整備|導入)(?:者|の|課|所属|校|施設)|"
    r"(?:受けて|受講して|参加して|対応して|導入して)いない(?:人|者|職員|課|所属|校|施設)"
)
_PHASE = 3
"""Letters that make a phase word more than a common noun: 本格運用, but not 運用."""
_MARKS = re.compile(r"^([①-⑳]+)")


def issues(plan: PlanContent) -> Iterator[Finding]:
    """It went as planned, but the text about difficulties tells of a delay."""
    facts: Plan = plan.plan.value
    for document, _, report in reports(plan):
        kind = facts.evaluations.kind_of(report.evaluation) if facts.evaluations else "unknown"
        section = report_section(facts, document, report.fy, "課題|問題")
        late = _DELAYED.search(NOT_LATE.sub("順調", plain(section.tokens))) if section else None
        if kind in ON_TIME and section and late:
            words = {"value": report.evaluation, "words": late[0]}
            yield finding(
                "delay-in-issues", words_at(document, section, late[0]), document.head.number, report.fy, **words
            )


def states(plan: PlanContent) -> Iterator[Finding]:
    """In use by its state, still being tried or prepared by the reason; or the other way round."""
    facts: Plan = plan.plan.value
    for document, _, report in reports(plan):
        section, reached = report_section(facts, document, report.fy, "理由"), rank(facts, report.actual)
        if section is None or reached is None:
            continue
        text = plain(section.tokens)
        found = _NOT_YET.search(text) if reached == OPERATING else _IN_USE.search(text) if reached <= PILOT else None
        if found:
            words = {"value": report.actual, "words": found[0]}
            yield finding(
                "state-denied", words_at(document, section, found[0]), document.head.number, report.fy, **words
            )


def other_scale(plan: PlanContent) -> Iterator[Finding]:
    """The state is a word of the second scale, which no schedule uses."""
    facts: Plan = plan.plan.value
    used = {folded(cell) for d in plan.initiatives for row in d.head.schedule for cell in _words(row)}
    scale = {folded(value.value) for value in facts.operations.values} if facts.operations else set()
    for document, n, report in reports(plan):
        if folded(report.actual) in scale - used:
            where = document.source.where(("progress", n, "actual"))
            words = {"value": report.actual, "scale": facts.operations.title if facts.operations else ""}
            yield finding("state-of-other-scale", where, document.head.number, report.fy, **words)


def _words(row: ScheduleRow) -> Iterator[str]:
    yield from (cell for cell in row.cells.values() if isinstance(cell, str))


def undone(plan: PlanContent) -> Iterator[Finding]:
    """The results list an action of which they say that it could not be done."""
    facts: Plan = plan.plan.value
    for document, _, report in reports(plan):
        section = report_section(facts, document, report.fy, "実績|結果|成果")
        for token in section.tokens if section else ():
            text = plain([token]) if token.type == "inline" else ""
            marks, denial = _MARKS.match(text), _UNDONE.search(text)
            if section and marks and denial and set(marks[1]) & set(report.reported_actions):
                where = words_at(document, section, denial[0])
                words = {"mark": marks[1], "words": denial[0]}
                yield finding("result-denied", where, document.head.number, report.fy, marks[1], **words)


def ahead(plan: PlanContent) -> Iterator[Finding]:
    """The results tell of a phase as begun that the schedule has only for a later year."""
    facts: Plan = plan.plan.value
    for document, _, report in reports(plan):
        rows, section = document.head.schedule, report_section(facts, document, report.fy, "実績|結果|成果")
        if len(rows) != 1 or section is None:
            continue
        text = plain(section.tokens)
        known = [cell for period, cell in rows[0].cells.items() if int(period[:4]) <= report.fy]
        for period, cell in sorted(rows[0].cells.items()):
            for phase in re.split("[ ・]", cell) if isinstance(cell, str) else ():
                if len(phase) < _PHASE or any(phase in str(state) for state in (*known, report.actual)):
                    continue
                if begun := re.search(rf"{re.escape(phase)}(?:を|が)(?:始|開始|行)", text):
                    words = {"value": phase, "start": period, "fy": report.fy}
                    where = words_at(document, section, begun[0])
                    yield finding("result-before-schedule", where, document.head.number, report.fy, phase, **words)


def shares(plan: PlanContent) -> Iterator[Finding]:
    """All of them by a figure, but the difficulties tell of some that are not."""
    facts: Plan = plan.plan.value
    for document, n, report in reports(plan):
        whole = next((m for m, figure in enumerate(report.figures) if _ALL.search(figure)), None)
        section = report_section(facts, document, report.fy, "課題|問題")
        rest = _REST.search(plain(section.tokens)) if section else None
        if whole is not None and rest:
            where = document.source.where(("progress", n, "figures", whole))
            words = {"value": report.figures[whole], "words": rest[0]}
            yield finding("share-denied", where, document.head.number, report.fy, **words)


def same_actions(plan: PlanContent) -> Iterator[Finding]:
    """Two initiatives have one and the same action."""
    first: dict[str, Said] = {}
    for document in originals(plan):
        for n, action in enumerate(document.head.actions):
            where, number = document.source.where(("actions", n, "title")), document.head.number
            other = first.setdefault(folded(action.title), Said(action.mark, where, number))
            if other.owner != number:
                words = {"value": action.title, "other": f"{other.owner} {other.text}"}
                yield finding("same-action", where, number, action.mark, **words)


def marks(plan: PlanContent) -> Iterator[Finding]:
    """No mark means that the work is the city's own, but the text says that the state or prefecture drives it."""
    markers = plan.plan.value.markers
    if markers is None:
        return
    drives = re.compile(
        rf"(?:{'|'.join(map(re.escape, markers.values))})(?:の[^。、]{{1,10}})?[はが][^。]*(?:進め|定め|求め)"
    )
    for document in originals(plan):
        for said in said_in(document) if not document.head.markers else ():
            if found := drives.search(said.text):
                words = {"title": markers.title, "empty": markers.empty, "words": found[0]}
                yield finding("marker-against-text", said.where, document.head.number, **words)


def linked_actions(plan: PlanContent) -> Iterator[Finding]:
    """The plan names an initiative's actions for national items, but leaves one out."""
    for document in originals(plan):
        links = [link for link in document.head.national if link.by == "plan"]
        named = {mark for link in links for mark in link.actions}
        if not links or not all(link.actions for link in links):
            continue
        for n, action in enumerate(document.head.actions):
            if action.mark not in named:
                where, items = document.source.where(("actions", n, "mark")), "、".join(link.item for link in links)
                words = {"mark": action.mark, "title": action.title, "items": items}
                yield finding("action-not-linked", where, document.head.number, action.mark, **words)
