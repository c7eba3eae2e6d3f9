"""Cross-listed initiatives have the facts of the initiative that they repeat."""

from __future__ import annotations

import re
from collections.abc import Iterator

from sitegen.checks.consistency.finding import Finding, finding, folded
from sitegen.load import PlanContent
from sitegen.model import Initiative

_MARK = re.compile(r"[【(（\[]再掲[】)）\]]|再掲")
_FIELDS = ("departments", "related_departments", "kind", "goals", "fields", "sdgs", "kpis", "cost_kyen", "actions")


def repeats(plan: PlanContent) -> Iterator[Finding]:
    """A cross-listed initiative differs from its original."""
    by_number = {document.head.number: document.head for document in plan.initiatives}
    for document in plan.initiatives:
        facts, original = document.head, by_number.get(document.head.repeat_of or "")
        for path in _different(facts, original) if original else ():
            where = document.source.where(path)
            words = {"field": ".".join(map(str, path)), "other": facts.repeat_of}
            yield finding("repeat-differs", where, facts.number, *path, **words)


def _different(facts: Initiative, original: Initiative) -> Iterator[tuple[str | int, ...]]:
    if folded(_MARK.sub("", facts.title)) != folded(_MARK.sub("", original.title)):
        yield ("title",)
    for field in _FIELDS:
        if getattr(facts, field) != getattr(original, field):
            yield (field,)
    if [row.item for row in facts.schedule] != [row.item for row in original.schedule]:
        yield ("schedule",)
        return
    for n, (row, other) in enumerate(zip(facts.schedule, original.schedule, strict=True)):
        # Where the source lost one row's marks, there is nothing to compare.
        if row.cells and other.cells and row.cells != other.cells:
            yield ("schedule", n)
