"""Order: priorities against their scores, numbers that jump or repeat, and the printed glossary."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterator, Sequence
from itertools import pairwise
from math import prod

from sitegen.checks.consistency.facts import Grid, Said, grids
from sitegen.checks.consistency.finding import Finding, finding, folded
from sitegen.checks.consistency.numbers import cell_number, narrow
from sitegen.load import PlanContent
from sitegen.model import Plan, PrintedTerm

_RANKED = re.compile(r"優先順位|優先順|順位表|優先度の(?:高い)?順")
_NOT_SCORES = re.compile(r"番号|No|順|年|ページ|件数|数$")
_ROMAN = {roman: n for n, roman in enumerate(["I", "II", "III", "IV", "V", "VI", "VII", "VIII", "IX", "X"], 1)}
_COUNTING = re.compile(r"\D*(\d+)\D*|[^IVX]*([IVX]+)\W*")
_NUMBERED = re.compile(r"No\.?|番号|項番")


def priorities(plan: PlanContent) -> Iterator[Finding]:
    """A table of priorities is in the order neither of any score nor of all scores together."""
    for grid in grids(plan):
        columns = _scores(grid) if _RANKED.search(grid.title) else []
        scores = [[cell_number(row[n].text) or 0.0 for n in columns] for row in grid.rows]
        one = any(_falls([score[n] for score in scores]) for n in range(len(columns)))
        if len(columns) < 2 or one or _falls([sum(s) for s in scores]) or _falls([prod(s) for s in scores]):
            continue
        for n, (before, now) in enumerate(pairwise(scores), 1):
            if sum(now) > sum(before) and prod(now) > prod(before):
                above, row = grid.rows[n - 1][0], grid.rows[n][0]
                words = {"value": row.text, "score": _shown(now), "other": above.text, "less": _shown(before)}
                yield finding("priority-order", row.where, grid.owner, row.text, **words)


def _scores(grid: Grid) -> list[int]:
    return [
        n
        for n, heading in enumerate(grid.columns)
        if n and not _NOT_SCORES.search(heading)
        if all(n < len(row) and cell_number(row[n].text) is not None for row in grid.rows)
    ]


def _falls(values: Sequence[float]) -> bool:
    return all(a >= b for a, b in pairwise(values))


def _shown(score: Sequence[float]) -> str:
    return "／".join(f"{number:g}" for number in score)


def numbering(plan: PlanContent) -> Iterator[Finding]:
    """Numbers of policies of one tier, of actions, or of a numbered table jump, repeat or go back."""
    for name, listed in _lists(plan):
        counted = [(number, said) for said in listed if (number := _number(said.text)) is not None]
        if len(counted) != len(listed) or len(counted) < 2 or counted[0][0] != 1:
            continue
        for (before, _), (now, said) in pairwise(counted):
            if now != before + 1:
                words = {"value": said.text, "before": before}
                yield finding("number-order", said.where, said.owner, name, said.text, **words)


def _lists(plan: PlanContent) -> Iterator[tuple[str, list[Said]]]:
    """Lists whose items are counted from 1, each with its name."""
    facts, source = plan.plan.value, plan.plan.source
    tiers: dict[tuple[str, str], list[Said]] = defaultdict(list)
    for n, policy in enumerate(facts.policies):
        said = Said(policy.label, source.where(("policies", n, "label")), "plan.yaml")
        tiers[policy.level, policy.parent or ""].append(said)
    yield from ((" ".join(tier).strip(), listed) for tier, listed in tiers.items())
    for document in plan.initiatives:
        actions = enumerate(document.head.actions)
        marks = [Said(a.mark, document.source.where(("actions", n, "mark")), document.head.number) for n, a in actions]
        yield "actions", marks
    for grid in grids(plan):
        for n, heading in enumerate(grid.columns):
            if _NUMBERED.fullmatch(narrow(heading)):
                yield heading, [row[n] for row in grid.rows if n < len(row)]


def _number(text: str) -> int | None:
    found = _COUNTING.fullmatch(narrow(text))
    if not found:
        return None
    return int(found[1]) if found[1] else _ROMAN.get(found[2])


def initiatives(plan: PlanContent) -> Iterator[Finding]:
    """The last number of an initiative jumps or repeats within its policy, or from one policy to the next."""
    listed = sorted(plan.initiatives, key=lambda document: _parts(document.head.number))
    for before, document in pairwise(listed):
        now, last = _parts(document.head.number), _parts(before.head.number)
        if len(now) != len(last) or not now:
            continue
        fits = now[-1] == last[-1] + 1 if now[:-1] == last[:-1] else now[-1] == 1 or len(now) == 1
        if not fits:
            where = document.source.where(("number",))
            words = {"value": document.head.number, "before": before.head.number}
            yield finding("number-order", where, document.head.number, **words)


def _parts(number: str) -> tuple[int, ...]:
    """1-1-(2) as numbers, so that initiatives can be put in their printed order."""
    parts = re.findall(r"\d+|[IVX]+", narrow(number))
    return tuple(int(part) if part.isdigit() else _ROMAN.get(part, 0) for part in parts)


def glossary(plan: PlanContent) -> Iterator[Finding]:
    """A term of the printed glossary stands behind one that begins with a later letter."""
    facts: Plan = plan.plan.value
    letters = [_letter(term) for term in facts.glossary]
    known = [(n, letter) for n, letter in enumerate(letters) if letter]
    if sum(a <= b for (_, a), (_, b) in pairwise(known)) < 0.8 * (len(known) - 1):
        return
    for (m, before), (n, now) in pairwise(known):
        if now < before:
            term, other = facts.glossary[n].word, facts.glossary[m].word
            where = plan.plan.source.where(("glossary", n, "word"))
            yield finding("glossary-order", where, term, value=term, other=other)


def _letter(term: PrintedTerm) -> str:
    """The letter that a term is listed under: as printed, or the first of its Latin word."""
    word = folded(term.index or term.word).upper()
    return word[:1] if term.index or re.match(r"[A-Z]", word) else ""
