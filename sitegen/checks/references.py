"""Facts name only what exists: policies, departments, evaluations, phases, terms, national items."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from typing import Any

from sitegen.checks.walk import initiatives
from sitegen.contradictions import ACCEPTABLE
from sitegen.easy_rules import EASY_RULES
from sitegen.load import Content, PlanContent
from sitegen.messages import problem
from sitegen.model import CONTINUES, Initiative, Plan, Report, Scale
from sitegen.problems import Location, Problem
from sitegen.reader import Document
from sitegen.source import FieldPath, Source
from sitegen.validate import suggest

Reference = tuple[str, FieldPath, str]
"""What is referred to (as in the problem id "unknown-…"), where it is typed, and the word."""


def references(content: Content) -> Iterator[Problem]:
    """Report every name that is not on the list it must come from."""
    for plan in content.plans:
        yield from _plan(plan, content)
    for plan, document in initiatives(content):
        known = _known(plan, document, content)
        yield from _unknown(document.source, _named(document.head), known)
        if not plan.plan.value.free_schedule:
            yield from _unknown(document.source, _phases(document.head), known)
    yield from _terms(content)
    yield from _tables(content)


def _unknown(source: Source, named: Iterator[Reference], known: Mapping[str, Sequence[str]]) -> Iterator[Problem]:
    for kind, path, word in named:
        if word not in known[kind]:
            yield problem(f"unknown-{kind}", source.where(path), value=word, **suggest(word, known[kind]))


def _known(plan: PlanContent, document: Document[Initiative], content: Content) -> dict[str, Sequence[str]]:
    facts: Plan = plan.plan.value
    numbers = [other.head.number for other in plan.initiatives]
    return {
        "policy": [policy.code for policy in facts.policies],
        "department": [department.name for department in facts.departments],
        "evaluation": _values(facts.evaluations),
        "operation": _values(facts.operations),
        "phase": [phase.value for phase in facts.phases],
        "goal": facts.goals,
        "field-class": facts.fields,
        "related-plan": facts.related_plans,
        "flag": facts.flags,
        "marker": facts.markers.values if facts.markers else (),
        "table": list(plan.tables),
        "national-item": [entry.value.item for entry in content.national],
        "theme": [entry.value.id for entry in content.themes],
        "action": [action.mark for action in document.head.actions],
        "initiative": [number for number in numbers if number != document.head.number],
    }


def _values(scale: Scale | None) -> list[str]:
    return [evaluation.value for evaluation in scale.values] if scale else []


def _named(facts: Initiative) -> Iterator[Reference]:
    """Everything that an initiative refers to by name."""
    yield "policy", ("policy",), facts.policy
    yield from _listed("department", ("departments",), facts.departments)
    yield from _listed("department", ("related_departments",), facts.related_departments)
    yield from _listed("goal", ("goals",), facts.goals)
    yield from _listed("field-class", ("fields",), facts.fields)
    yield from _listed("related-plan", ("related_plans",), facts.related_plans)
    yield from _listed("flag", ("flags",), facts.flags)
    yield from _listed("marker", ("markers",), facts.markers)
    yield from _listed("table", ("tables",), facts.tables)
    yield from _listed("theme", ("themes",), facts.themes)
    if facts.repeat_of:
        yield "initiative", ("repeat_of",), facts.repeat_of
    for n, action in enumerate(facts.actions):
        yield from _listed("department", ("actions", n, "departments"), action.departments)
    for n, link in enumerate(facts.national):
        yield "national-item", ("national", n, "item"), link.item
        yield from _listed("action", ("national", n, "actions"), link.actions)
    for n, report in enumerate(facts.progress):
        yield from _reported(("progress", n), report)


def _phases(facts: Initiative) -> Iterator[Reference]:
    for n, row in enumerate(facts.schedule):
        for period, cell in row.cells.items():
            if isinstance(cell, str) and cell not in CONTINUES:
                yield "phase", ("schedule", n, "cells", period), cell


def _reported(at: FieldPath, report: Report) -> Iterator[Reference]:
    yield "phase", (*at, "plan"), report.plan
    yield "phase", (*at, "actual"), report.actual
    yield "evaluation", (*at, "evaluation"), report.evaluation
    if report.operation:
        yield "operation", (*at, "operation"), report.operation
    yield from _listed("action", (*at, "reported_actions"), report.reported_actions)
    yield from _listed("action", (*at, "issue_actions"), report.issue_actions)
    yield from _listed("action", (*at, "reason_actions"), report.reason_actions)


def _listed(kind: str, path: FieldPath, words: Sequence[str]) -> Iterator[Reference]:
    for n, word in enumerate(words):
        yield kind, (*path, n), word


def _plan(plan: PlanContent, content: Content) -> Iterator[Problem]:
    facts: Plan = plan.plan.value
    known = {
        "policy": [policy.code for policy in facts.policies],
        "term": [entry.value.id for entry in content.terms],
        "problem": [*ACCEPTABLE, *EASY_RULES],
    }
    yield from _unknown(plan.plan.source, _named_in_plan(facts), known)
    yield from _order(plan)
    names = [policy.name for policy in facts.policies]
    for name, document in plan.policies.items():
        if name not in names:
            yield problem("unknown-policy", Location(document.source.path), value=name, **suggest(name, names))


def _named_in_plan(facts: Plan) -> Iterator[Reference]:
    for n, policy in enumerate(facts.policies):
        if policy.parent is not None:
            yield "policy", ("policies", n, "parent"), policy.parent
    for field, listed in (("glossary", facts.glossary), ("printed_terms", facts.printed_terms)):
        yield from (("term", (field, n, "term"), printed.term) for n, printed in enumerate(listed))
    for n, accepted in enumerate(facts.accepted):
        yield "problem", ("accepted", n, "problem"), accepted.problem


def _order(plan: PlanContent) -> Iterator[Problem]:
    """A parent stands above its children, so that the tiers form a tree."""
    codes = [policy.code for policy in plan.plan.value.policies]
    for n, policy in enumerate(plan.plan.value.policies):
        if policy.parent in codes[n:]:
            yield problem("parent-below", plan.plan.source.where(("policies", n, "parent")), value=policy.parent)


def _terms(content: Content) -> Iterator[Problem]:
    ids = [entry.value.id for entry in content.terms]
    for entry in content.terms:
        others = [id_ for id_ in ids if id_ != entry.value.id]
        named = _listed("term", (*entry.path, "see"), entry.value.see)
        yield from _unknown(entry.source, named, {"term": others})


def _tables(content: Content) -> Iterator[Problem]:
    for plan in content.plans:
        for page in plan.pages:
            named = _listed("table", ("tables",), page.head.tables)
            yield from _unknown(page.source, named, {"table": list(plan.tables)})
    others: tuple[Document[Any], ...] = (*content.pages, *content.news)
    for other in others:  # tables belong to plans
        named = _listed("table", ("tables",), other.head.tables)
        yield from _unknown(other.source, named, {"table": []})
