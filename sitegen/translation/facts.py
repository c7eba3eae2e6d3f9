"""The short facts that pages show, in reading order."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from typing import Any, NamedTuple

from sitegen.language.quantity import Quantity, read_goal, read_quantity
from sitegen.load import Content, PlanContent
from sitegen.model import Initiative
from sitegen.reader import Document, Entry
from sitegen.source import FieldPath, Source
from sitegen.string_tables import StringTables

_JAPANESE = re.compile(r"[ぁ-ゖァ-ヺ一-鿿々]")
_PLAN_FACTS = (
    *("title", "municipality", "prefecture", "status", "leaf", "vision", "policies", "sections", "report_sections"),
    *("evaluations", "operations", "phases", "departments", "goals", "fields", "related_plans", "flags", "markers"),
    "printed_tables",
)
_INITIATIVE_FACTS = ("kind", "actions", "schedule", "progress", "cost_notes", "footnotes", "figures")
_LISTED = {"cells", "departments", "plan", "actual", "evaluation", "operation"}
"""Fields of an initiative whose words come from lists of plan.yaml, where they are looked at already."""
_TABLE_FACTS = ("title", "note", "columns", "rows")
_PRINTED_FACTS = ("place", "value")
_NATIONAL_FACTS = ("item", "title", "category")
_THEME_FACTS = ("title",)
_LONG_FACTS = {"footnotes", "figures", "figures_in_issues_or_reason", "cost_notes", "reading", "printed", "details"}
"""Facts that are sentences, or that stand beside what readers came for: a partial edition may show them in English."""


class Fact(NamedTuple):
    """A short fact, and where it is typed."""

    plan: str
    """Id of its plan; empty for what all plans share."""
    text: str
    source: Source
    path: FieldPath

    @property
    def short(self) -> bool:
        """Whether it is among the names and words that even a partial edition should have (no cell of a table)."""
        return "/tables/" not in self.source.path and not _LONG_FACTS.intersection(self.path)


def has_japanese(text: str) -> bool:
    """Whether a fact has words to translate; 2022 and ICT have none."""
    return bool(_JAPANESE.search(text))


def translatable(fact: Fact, tables: StringTables) -> bool:
    """Whether a fact is to be translated: it has words, or English says a sign in words (- is “a dash”)."""
    return has_japanese(fact.text) or tables.of(fact.plan).get(fact.text, {}).get("en", fact.text) != fact.text


def facts(content: Content) -> Iterator[Fact]:
    """Every short fact that pages show, in reading order; the same words come as often as they are typed."""
    for plan in content.plans:
        for source, path, text in _plan(plan):
            yield Fact(plan.id, text, source, path)
    shared: tuple[tuple[tuple[str, ...], Iterable[Entry[Any]]], ...] = (
        (_NATIONAL_FACTS, content.national),
        (_THEME_FACTS, content.themes),
    )
    for names, entries in shared:
        for entry in entries:
            for source, path, text in _fields(entry.source, entry.path, names):
                yield Fact("", text, source, path)


Found = tuple[Source, FieldPath, str]


def _plan(plan: PlanContent) -> Iterator[Found]:
    source = plan.plan.source
    if "leaf" not in source.data:
        yield source, (), plan.plan.value.leaf
    yield from _fields(source, (), _PLAN_FACTS)
    listed = _LISTED - {"cells"} if plan.plan.value.free_schedule else _LISTED
    for document in plan.initiatives:
        for found in _fields(document.source, (), _INITIATIVE_FACTS):
            if found[1][-1] == "text" or not listed.intersection(found[1]):
                yield found
        for n in range(len(document.head.printed)):
            yield from _fields(document.source, ("printed", n), _PRINTED_FACTS)
        yield from _indicators(document)
    for table in plan.tables.values():
        yield from _fields(table.source, table.path, _TABLE_FACTS)


def _indicators(document: Document[Initiative]) -> Iterator[Found]:
    """Names, units and texts of indicators; a number needs no translation but that of its unit."""
    for n, kpi in enumerate(document.head.kpis):
        at = ("kpis", n)
        yield document.source, (*at, "name"), kpi.name
        if kpi.note:
            yield document.source, (*at, "note"), kpi.note
        read: dict[FieldPath, Quantity] = {("kgi",): read_goal(kpi.kgi, kpi.name, kpi.unit)} if kpi.kgi else {}
        read |= {("values", year): read_quantity(value, kpi.unit) for year, value in kpi.values.items() if value}
        read |= {("actual", year): read_quantity(value, kpi.unit) for year, value in kpi.actual.items() if value}
        for path, value in read.items():
            words = (value.unit, value.remark) if value.number is not None else (value.text,)
            yield from ((document.source, (*at, *path), text) for text in words if text)


def _fields(source: Source, at: FieldPath, names: Iterable[str]) -> Iterator[Found]:
    data = source.data
    for step in at:
        data = data[step]
    for name in names:
        for path, text in _texts(data.get(name), (*at, name)):
            yield source, path, text


def _texts(value: Any, path: FieldPath) -> Iterator[tuple[FieldPath, str]]:
    if isinstance(value, str):
        yield path, value.strip()
    elif isinstance(value, dict):
        for key, inner in value.items():
            yield from _texts(inner, (*path, key))
    elif isinstance(value, list):
        for n, inner in enumerate(value):
            yield from _texts(inner, (*path, n))
