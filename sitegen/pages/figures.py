"""Pages that put all initiatives of a plan side by side: progress, schedule, indicators, costs."""

from __future__ import annotations

from collections.abc import Iterator

from sitegen.costs import costs, has_costs, policy_costs, sums
from sitegen.derive import EditionSite
from sitegen.indicators import indicators
from sitegen.page import Label, Page, trail
from sitegen.pages.findable import listing_found
from sitegen.schedules import has_halves, schedule
from sitegen.views import (
    by_department,
    by_policy,
    card,
    national_rows,
    plan_head,
)


def progress_pages(e: EditionSite) -> Iterator[Page]:
    """Progress over all years, and one page for each reported year."""
    for plan in e.site.plans:
        years = plan.reported_years
        common = {"plan": plan_head(plan), "years": years, "total": len(plan.counted)}
        yield Page(
            f"{plan.root}progress/",
            e.edition,
            "progress.html",
            Label("progress.title"),
            {
                **common,
                "counts": [(fy, plan.counts(plan.counted, fy)) for fy in years],
                "groups": by_policy(e, plan),
                "departments": by_department(e, plan),
            },
            trail=trail(e, plan),
            section="progress",
        )
        for fy in years:
            yield Page(
                f"{plan.root}progress/{fy}/",
                e.edition,
                "progress-year.html",
                Label("progress.year_title", {"fy": str(fy)}),
                {
                    **common,
                    "fy": fy,
                    "counts": plan.counts(plan.counted, fy),
                    "operations": plan.operation_counts(plan.counted, fy),
                    "groups": by_policy(e, plan, fy),
                    "national": national_rows(e, plan, fy),
                    "departments": plan.departments,
                },
                trail=trail(e, plan, (Label("progress.title"), f"{plan.root}progress/")),
                section="progress",
            )


def schedule_page(e: EditionSite) -> Iterator[Page]:
    """The whole plan's schedule, where there is one."""
    for plan in e.site.plans:
        planned = [i for i in plan.initiatives if i.head.schedule]
        halves = has_halves(row for i in planned for row in i.head.schedule)
        rows = [(card(e, plan, i), schedule(plan.plan, i.head.schedule, halves=halves)) for i in planned]
        if rows:
            yield Page(
                f"{plan.root}schedule/",
                e.edition,
                "schedule.html",
                Label("schedule.title"),
                {"plan": plan_head(plan), "rows": rows, "departments": plan.departments},
                trail=trail(e, plan),
                section="schedule",
            )


def indicators_page(e: EditionSite) -> Iterator[Page]:
    """All indicators of a plan, where it has some."""
    for plan in e.site.plans:
        measured = [i for i in plan.counted if i.head.kpis]
        if measured:
            names = [e.fact(kpi.name, plan) for i in measured for kpi in i.head.kpis]
            yield Page(
                f"{plan.root}indicators/",
                e.edition,
                "indicators.html",
                Label("indicators.title"),
                {
                    "plan": plan_head(plan),
                    "listed": [(card(e, plan, i), indicators(plan.plan, i.head.kpis)) for i in measured],
                    "total": len(plan.counted),
                    "departments": plan.departments,
                },
                trail=trail(e, plan),
                section="indicators",
                found=listing_found(e, "figures", plan, names),
            )


def budget_page(e: EditionSite) -> Iterator[Page]:
    """Costs by policy and year, where the plan has some."""
    for plan in e.site.plans:
        if has_costs(plan):
            costing = [i for i in plan.counted if i.head.cost_kyen]
            yield Page(
                f"{plan.root}budget/",
                e.edition,
                "budget.html",
                Label("budget.title"),
                {
                    "plan": plan_head(plan),
                    "listed": [(card(e, plan, i), costs(plan.plan, i.head)) for i in costing],
                    "policies": policy_costs(plan),
                    "years": sums(plan.plan, costing),
                    "departments": plan.departments,
                },
                trail=trail(e, plan),
                section="budget",
            )
