"""The list of a plan's initiatives, and each initiative's page."""

from __future__ import annotations

from collections.abc import Iterator

from sitegen.costs import costs
from sitegen.derive import EditionSite, PlanSite, related, tables_of
from sitegen.indicators import indicators
from sitegen.page import Label, Page, policy_trail, trail
from sitegen.pages.findable import initiative_found
from sitegen.schedules import schedule
from sitegen.views import (
    by_policy,
    card,
    cards,
    fact_table,
    mentions,
    plan_head,
)


def initiative_pages(e: EditionSite) -> Iterator[Page]:
    """The list of initiatives, and one page each."""
    for plan in e.site.plans:
        yield Page(
            f"{plan.root}initiatives/",
            e.edition,
            "initiatives.html",
            Label("initiatives.title", {"leaf": plan.plan.leaf}),
            {"plan": plan_head(plan), "groups": by_policy(e, plan), "departments": plan.departments},
            trail=trail(e, plan),
            section="initiatives",
        )
        yield from (_initiative(e, plan, n) for n in range(len(plan.initiatives)))


def _initiative(e: EditionSite, plan: PlanSite, n: int) -> Page:
    document = plan.initiatives[n]
    text = e.initiative(document)
    facts = document.head
    policies = plan.ancestors(facts.policy)
    neighbours = [plan.initiatives[k] if 0 <= k < len(plan.initiatives) else None for k in (n - 1, n + 1)]
    original = next((i for i in plan.initiatives if i.head.number == facts.repeat_of), None)
    return Page(
        e.site.targets[document.source.path],
        e.edition,
        "initiative.html",
        text.title,
        {
            "plan": plan_head(plan),
            "card": card(e, plan, document),
            "text": text,
            "policies": policies,
            "schedule": schedule(plan.plan, facts.schedule),
            "indicators": indicators(plan.plan, facts.kpis),
            "costs": costs(plan.plan, facts),
            "reported": bool(plan.reported_years),
            "previous": card(e, plan, neighbours[0]) if neighbours[0] else None,
            "next": card(e, plan, neighbours[1]) if neighbours[1] else None,
            "tables": [fact_table(plan, entry.value) for _, entry in tables_of(plan, document)],
            "mentions": mentions(e, plan, facts.number),
            "related": cards(e, plan, related(plan, document)),
            "original": card(e, plan, original) if original else None,
            "repeats": cards(e, plan, (i for i in plan.initiatives if i.head.repeat_of == facts.number)),
            "national": [(item, x.by) for item in e.site.national for x in facts.national if x.item == item.item],
        },
        trail=trail(e, plan, *policy_trail(e, plan, plan.branch(facts.policy))),
        section="initiatives",
        description=text.summary,
        source=text.source,
        updated=text.updated,
        found=initiative_found(e, plan, document, text),
    )
