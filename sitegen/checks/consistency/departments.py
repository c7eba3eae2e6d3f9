"""Departments: who is in charge, who is named in the actions, and whether two names mean one department."""

from __future__ import annotations

import re
from collections.abc import Iterator
from itertools import combinations

from sitegen.checks.consistency.facts import originals
from sitegen.checks.consistency.finding import Finding, finding
from sitegen.load import PlanContent

_SUFFIX = re.compile(r"(課|係|室|局|部|所|担当)$")


def not_in_charge(plan: PlanContent) -> Iterator[Finding]:
    """An action names a department that the initiative does not."""
    for document in originals(plan):
        facts = document.head
        for n, action in enumerate(facts.actions):
            for m, name in enumerate(action.departments):
                if name not in (*facts.departments, *facts.related_departments):
                    where = document.source.where(("actions", n, "departments", m))
                    words = {"value": name, "mark": action.mark}
                    yield finding("department-not-in-charge", where, facts.number, action.mark, name, **words)


def without_action(plan: PlanContent) -> Iterator[Finding]:
    """A department is in charge, but every action names other departments."""
    generic = {department.name for department in plan.plan.value.departments if department.generic}
    for document in originals(plan):
        facts = document.head
        if not facts.actions or not all(action.departments for action in facts.actions):
            continue
        acting = {name for action in facts.actions for name in action.departments} | generic
        for n, name in enumerate(facts.departments):
            if name not in acting:
                where = document.source.where(("departments", n))
                yield finding("department-without-action", where, facts.number, name, value=name)


def similar_names(plan: PlanContent) -> Iterator[Finding]:
    """Two names that seem to be one department: another suffix, or a longer name that is never in charge."""
    facts = plan.plan.value
    listed = {d.name: n for n, d in enumerate(facts.departments) if not d.generic}
    charged = {name for i in plan.initiatives for name in (*i.head.departments, *i.head.related_departments)}
    for one, other in combinations(listed, 2):
        short, long = sorted((_SUFFIX.sub("", one), _SUFFIX.sub("", other)), key=len)
        extended = len(short) >= 2 and long.startswith(short) and not {one, other} <= charged
        if short == long or extended:
            where = plan.plan.source.where(("departments", listed[other], "name"))
            yield finding("similar-departments", where, f"{one}/{other}", value=other, other=one)
