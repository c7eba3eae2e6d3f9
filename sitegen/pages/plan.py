"""Pages of a plan: its home, policies, departments, SDGs, and the whole plan on one page."""

from __future__ import annotations

from collections.abc import Iterator

from sitegen.costs import costs, has_costs
from sitegen.derive import EditionSite
from sitegen.indicators import indicators
from sitegen.page import Label, Page, news_rows, policy_trail, trail
from sitegen.pages.findable import document_found, listing_found
from sitegen.schedules import schedule
from sitegen.views import (
    by_department,
    by_policy,
    card,
    cards,
    plan_head,
)


def plan_home(e: EditionSite) -> Iterator[Page]:
    """The home of each plan."""
    for plan in e.site.plans:
        years = plan.reported_years
        late = [
            i
            for i in plan.counted
            if (s := plan.status(i.head)) and s.kind in ("slightly_delayed", "delayed", "stopped")
        ]
        yield Page(
            plan.root,
            e.edition,
            "plan.html",
            e.fact(plan.plan.title, plan),
            {
                "plan": plan_head(plan),
                "groups": by_policy(e, plan),
                "counts": plan.counts(plan.counted),
                "total": len(plan.counted),
                "reported": years[0] if years else None,
                "late": cards(e, plan, late),
                "pages": [(e.text(page), e.site.targets[page.source.path]) for page in plan.pages],
                "news": news_rows(e)[:3],
                "sdgs": plan.sdgs,
                "departments": plan.departments,
                "indicators": sum(len(i.head.kpis) for i in plan.counted),
                "schedule": any(i.head.schedule for i in plan.initiatives),
                "costs": has_costs(plan),
            },
            trail=trail(e),
            section="plan" if e.site.config.portal else "home",
            description=e.fact(plan.plan.vision.text, plan) if plan.plan.vision else None,
            source=plan.content.plan.source.path,
            found=listing_found(e, "plan", plan, (e.fact(p.title, plan) for p in plan.plan.policies)),
        )


def policy_pages(e: EditionSite) -> Iterator[Page]:
    """One page a policy, with the initiatives of everything below it."""
    for plan in e.site.plans:
        for policy in plan.plan.policies:
            text = e.policy_text(plan, policy)
            above = policy_trail(e, plan, plan.ancestors(policy.code)[:-1])
            below = plan.below(policy.code)
            yield Page(
                f"{plan.root}policies/{policy.name}/",
                e.edition,
                "policy.html",
                e.fact(policy.title, plan),
                {
                    "plan": plan_head(plan),
                    "policy": policy,
                    "text": text,
                    "children": [(c, len(plan.below(c.code))) for c in plan.children(policy.code)],
                    "cards": cards(e, plan, below),
                    "counts": plan.counts([i for i in below if i.head.repeat_of is None]),
                },
                trail=trail(e, plan, *above),
                section="initiatives",
                description=text.summary if text else None,
                source=text.source if text else "",
                updated=text.updated if text else None,
                found=document_found(e, "policy", text, plan) if text else listing_found(e, "policy", plan),
            )


def department_pages(e: EditionSite) -> Iterator[Page]:
    """The list of departments, and one page each."""
    for plan in e.site.plans:
        groups = by_department(e, plan)
        if not groups:
            continue
        index = f"{plan.root}departments/"
        head = plan_head(plan)
        title = Label("departments.title")
        yield Page(
            index,
            e.edition,
            "departments.html",
            title,
            {"plan": head, "groups": groups},
            trail(e, plan),
            "departments",
        )
        for department, group in zip(plan.departments, groups, strict=True):
            yield Page(
                f"{index}{department.id}/",
                e.edition,
                "department.html",
                e.fact(department.name, plan),
                {"plan": head, "department": department, "group": group},
                trail=trail(e, plan, (title, index)),
                section="departments",
                found=listing_found(e, "department", plan),
            )


def sdg_pages(e: EditionSite) -> Iterator[Page]:
    """One page for each goal that the plan names."""
    for plan in e.site.plans:
        for goal in plan.sdgs:
            yield Page(
                f"{plan.root}sdgs/{goal}/",
                e.edition,
                "sdg.html",
                Label(f"sdgs.{goal}"),
                {
                    "plan": plan_head(plan),
                    "goal": goal,
                    "goals": plan.sdgs,
                    "cards": cards(e, plan, plan.of_sdg(goal)),
                },
                trail=trail(e, plan),
                section="plan",
            )


def whole_plan(e: EditionSite) -> Iterator[Page]:
    """The whole plan on one page, for printing."""
    for plan in e.site.plans:
        texts = [
            (
                card(e, plan, i),
                e.initiative(i),
                schedule(plan.plan, i.head.schedule),
                indicators(plan.plan, i.head.kpis),
                costs(plan.plan, i.head),
            )
            for i in plan.initiatives
        ]
        yield Page(
            f"{plan.root}all/",
            e.edition,
            "all.html",
            Label("all.title"),
            {
                "plan": plan_head(plan),
                "texts": texts,
                "counts": plan.counts(plan.counted),
                "total": len(plan.counted),
            },
            trail=trail(e, plan),
            section="plan",
        )
