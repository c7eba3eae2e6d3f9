"""What other places of the printed plan say of the same facts: summary tables, lists, system diagrams."""

from __future__ import annotations

import re
from collections.abc import Iterator
from difflib import SequenceMatcher

from sitegen.checks.consistency.facts import Listed
from sitegen.checks.consistency.finding import Finding, finding, folded
from sitegen.load import PlanContent
from sitegen.model import Initiative, Table
from sitegen.reader import Entry

_KINDS = (
    (r"title", "printed-title"),
    (r"(related_)?departments", "printed-departments"),
    (r"actions(\..+)?", "printed-action"),
    (r"progress\.\d+\.(plan|actual)", "printed-state"),
    (r"progress\.\d+\.(evaluation|operation)", "printed-evaluation"),
)


def printed_values(plan: PlanContent) -> Iterator[Finding]:
    """A summary table or list gives another title, department, action, state or evaluation than the sheet."""
    for document in plan.initiatives:
        facts = document.head
        for n, printed in enumerate(facts.printed):
            fact, value = _fact(facts, printed.field), _words(printed.value)
            if [_bare(word) for word in fact] != [_bare(word) for word in value]:
                id_ = next((id_ for form, id_ in _KINDS if re.fullmatch(form, printed.field)), "printed-value")
                where = document.source.where(("printed", n, "value"))
                shown = {"place": printed.place, "value": _shown(value), "fact": _shown(fact)}
                yield finding(id_, where, facts.number, folded(printed.place), printed.field, **shown)


def titles_in_tables(plan: PlanContent) -> Iterator[Finding]:
    """A table whose rows are initiatives names one of them differently."""
    by_number = {document.head.number: document for document in plan.initiatives}
    for name, entry in plan.tables.items():
        if 1 in entry.value.numbers:
            for n, row in enumerate(entry.value.rows):
                # A cross-listed initiative may bear the title of its original.
                if (document := by_number.get(row[0].strip())) and document.head.repeat_of is None:
                    yield from _titles(name, entry, n, document)


def _titles(name: str, entry: Entry[Table], n: int, document: Listed) -> Iterator[Finding]:
    facts = document.head
    known = {folded(word) for printed in facts.printed for word in _words(printed.value)} | {folded(facts.title)}
    for m, cell in enumerate(entry.value.rows[n][1:], 1):
        if folded(cell) not in known and _alike(folded(cell), folded(facts.title)):
            where = entry.source.where(("rows", n, m))
            yield finding("title-in-table", where, facts.number, name, title=facts.title, value=cell)


def _alike(one: str, other: str) -> bool:
    if min(len(one), len(other)) >= 6 and (one in other or other in one):
        return True
    return SequenceMatcher(None, one, other, autojunk=False).ratio() >= 0.75


def _fact(facts: Initiative, field: str) -> tuple[str, ...]:
    """The sheet's own value; nothing where the sheet has no such thing."""
    first, *rest = field.split(".")
    if first == "actions":
        return tuple(action.title for action in facts.actions if rest and action.mark == rest[0])
    if first == "progress" and len(rest) == 2:
        return tuple(
            value for r in facts.progress if str(r.fy) == rest[0] for value in _words(getattr(r, rest[1], None))
        )
    return _words(getattr(facts, first, None))


def _bare(word: str) -> str:
    """A printed word as it is compared; 再掲 beside a title is no other title."""
    return re.sub(r"[【(\[]再掲[】)\]]$", "", folded(word))


def _words(value: object) -> tuple[str, ...]:
    if value is None:
        return ()
    return tuple(map(str, value)) if isinstance(value, (list, tuple)) else (str(value),)


def _shown(words: tuple[str, ...]) -> str:
    return "、".join(words) or "－"
