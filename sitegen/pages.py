"""Every page of the site: URL → template, edition, data. The site's table of contents."""

from __future__ import annotations

import datetime as dt
from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import dataclass, field, replace
from typing import Any

from sitegen.costs import costs, has_costs, policy_costs, sums
from sitegen.derive import EditionSite, PlanSite, departments_of, related, tables_of, term_path
from sitegen.indicators import indicators
from sitegen.markup import headings, plain
from sitegen.schedules import has_halves, schedule
from sitegen.texts import DocumentText, Edition, Text, by_language
from sitegen.views import (
    by_department,
    by_policy,
    card,
    cards,
    fact_table,
    national_rows,
    plan_head,
)


@dataclass(frozen=True)
class Label:
    """Words in an interface string, to be looked up in the page's language."""

    key: str
    values: Mapping[str, str | int] = field(default_factory=dict)


Title = Text | Label


@dataclass(frozen=True)
class Page:
    """One page of one edition; what its template may use is `data`, and nothing else."""

    key: str
    """Path of the page in the default edition, such as /oyama/progress/."""
    edition: Edition
    template: str
    title: Title
    data: Mapping[str, Any]
    trail: tuple[tuple[Title, str], ...] = ()
    """Pages above this one: title and key."""
    section: str = ""
    """Id of the navigation's entry that the page belongs to."""
    plan: str = ""
    """Id of the plan that the page belongs to, if any."""
    description: Title | None = None
    source: str = ""
    """Content file to edit, if the page has one."""
    updated: dt.date | None = None
    words: str | None = None
    """What search finds the page by; None leaves it out of the search."""
    listed: bool = True
    """False for pages that are no destination of their own (redirects, the 404 page)."""

    @property
    def path(self) -> str:
        """Path of the page in its edition."""
        return self.edition.url(self.key)


def pages(e: EditionSite) -> tuple[Page, ...]:
    """All pages of an edition; the page map comes last, since it lists the others."""
    listed = [replace(page, plan=_plan_of(e, page.key)) for make in PAGES for page in make(e)]
    return (*listed, _sitemap(e, listed))


def _plan_of(e: EditionSite, key: str) -> str:
    return next((plan.id for plan in e.site.plans if e.site.config.portal and key.startswith(plan.root)), "")


def anchors(listed: Iterable[Page]) -> dict[str, frozenset[str]]:
    """Key of every page → ids of the headings in its text."""
    found: dict[str, frozenset[str]] = {}
    for page in listed:
        text = page.data.get("text")
        ids = frozenset(headings(text.tokens)) if isinstance(text, DocumentText) else frozenset()
        found[page.key] = found.get(page.key, frozenset()) | ids
    return found


def _home(e: EditionSite) -> Iterator[Page]:
    if not e.site.config.portal:
        return
    plans = [(plan_head(p), p.counts(p.counted), len(p.counted), p.reported_years[:1]) for p in e.site.plans]
    policies = {p.id: by_policy(e, p) for p in e.site.plans}
    themes = [(t, sum(len(p.of_theme(t.id)) for p in e.site.plans)) for t in e.site.themes]
    site = e.site.config
    yield Page(
        "/",
        e.edition,
        "home.html",
        by_language(site.title, e.edition),
        {"plans": plans, "policies": policies, "themes": themes, "news": _news_rows(e)[:3]},
        description=by_language(site.description, e.edition),
        section="home",
    )


def _plan_home(e: EditionSite) -> Iterator[Page]:
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
            e.fact(plan.plan.title),
            {
                "plan": plan_head(plan),
                "groups": by_policy(e, plan),
                "counts": plan.counts(plan.counted),
                "total": len(plan.counted),
                "reported": years[0] if years else None,
                "late": cards(e, plan, late),
                "pages": [(e.text(page), e.site.targets[page.source.path]) for page in plan.pages],
                "news": _news_rows(e)[:3],
                "sdgs": plan.sdgs,
                "departments": plan.departments,
                "indicators": sum(len(i.head.kpis) for i in plan.counted),
                "schedule": any(i.head.schedule for i in plan.initiatives),
                "costs": has_costs(plan),
            },
            trail=_trail(e),
            section="plan" if e.site.config.portal else "home",
            description=e.fact(plan.plan.vision.text) if plan.plan.vision else None,
            source=plan.content.plan.source.path,
            words=_joined(e.fact(plan.plan.title), *(e.fact(p.title) for p in plan.plan.policies)),
        )


def _policies(e: EditionSite) -> Iterator[Page]:
    for plan in e.site.plans:
        for policy in plan.plan.policies:
            text = e.policy_text(plan, policy)
            above = [(e.fact(p.label), f"{plan.root}policies/{p.name}/") for p in plan.ancestors(policy.code)[:-1]]
            below = plan.below(policy.code)
            yield Page(
                f"{plan.root}policies/{policy.name}/",
                e.edition,
                "policy.html",
                e.fact(policy.title),
                {
                    "plan": plan_head(plan),
                    "policy": policy,
                    "text": text,
                    "children": [(c, len(plan.below(c.code))) for c in plan.children(policy.code)],
                    "cards": cards(e, plan, below),
                    "counts": plan.counts([i for i in below if i.head.repeat_of is None]),
                },
                trail=_trail(e, plan, *above),
                section="initiatives",
                description=text.summary if text else None,
                source=text.source if text else "",
                updated=text.updated if text else None,
                words=_document_words(text) if text else e.fact(policy.title).value,
            )


def _initiatives(e: EditionSite) -> Iterator[Page]:
    for plan in e.site.plans:
        yield Page(
            f"{plan.root}initiatives/",
            e.edition,
            "initiatives.html",
            Label("initiatives.title"),
            {"plan": plan_head(plan), "groups": by_policy(e, plan), "departments": plan.departments},
            trail=_trail(e, plan),
            section="initiatives",
        )
        yield from (_initiative(e, plan, n) for n in range(len(plan.initiatives)))


def _initiative(e: EditionSite, plan: PlanSite, n: int) -> Page:
    document = plan.initiatives[n]
    text = e.initiative(document)
    facts = document.head
    policies = plan.ancestors(facts.policy)
    neighbours = [plan.initiatives[k] if 0 <= k < len(plan.initiatives) else None for k in (n - 1, n + 1)]
    names = [e.fact(w).value for a in facts.actions for w in (a.title, *a.details)]
    names += [e.fact(kpi.name).value for kpi in facts.kpis]
    departments = [e.fact(name).value for name in departments_of(facts)]
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
            "related": cards(e, plan, related(plan, document)),
            "original": card(e, plan, original) if original else None,
            "repeats": cards(e, plan, (i for i in plan.initiatives if i.head.repeat_of == facts.number)),
            "national": [(item, x.by) for item in e.site.national for x in facts.national if x.item == item.item],
        },
        trail=_trail(e, plan, *((e.fact(p.label), f"{plan.root}policies/{p.name}/") for p in policies[-1:])),
        section="initiatives",
        description=text.summary,
        source=text.source,
        updated=text.updated,
        words=_joined(text.title, text.summary, *names, *departments, *(plain(p.tokens) for p in text.passages)),
    )


def _progress(e: EditionSite) -> Iterator[Page]:
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
            trail=_trail(e, plan),
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
                trail=_trail(e, plan, (Label("progress.title"), f"{plan.root}progress/")),
                section="progress",
            )


def _schedule(e: EditionSite) -> Iterator[Page]:
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
                trail=_trail(e, plan),
                section="schedule",
            )


def _indicators(e: EditionSite) -> Iterator[Page]:
    for plan in e.site.plans:
        measured = [i for i in plan.counted if i.head.kpis]
        if measured:
            names = [e.fact(kpi.name) for i in measured for kpi in i.head.kpis]
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
                trail=_trail(e, plan),
                section="indicators",
                words=_joined(*names),
            )


def _budget(e: EditionSite) -> Iterator[Page]:
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
                trail=_trail(e, plan),
                section="budget",
            )


def _departments(e: EditionSite) -> Iterator[Page]:
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
            _trail(e, plan),
            "departments",
        )
        for department, group in zip(plan.departments, groups, strict=True):
            yield Page(
                f"{index}{department.id}/",
                e.edition,
                "department.html",
                e.fact(department.name),
                {"plan": head, "department": department, "group": group},
                trail=_trail(e, plan, (title, index)),
                section="departments",
                words=_joined(e.fact(department.name), *(c.title for c in group.cards)),
            )


def _sdgs(e: EditionSite) -> Iterator[Page]:
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
                trail=_trail(e, plan),
                section="plan",
            )


def _all(e: EditionSite) -> Iterator[Page]:
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
            trail=_trail(e, plan),
            section="plan",
        )


def _documents(e: EditionSite) -> Iterator[Page]:
    for plan in e.site.plans:
        for document in plan.pages:
            tables = [fact_table(plan, entry.value) for _, entry in tables_of(plan, document)]
            trail = _trail(e, plan)
            yield _document(
                e,
                e.text(document),
                e.site.targets[document.source.path],
                trail,
                tables=tables,
                section="plan",
            )
    for document in e.site.pages:
        template = "accessibility.html" if document.slug == "accessibility" else "page.html"
        key = e.site.targets[document.source.path]
        yield _document(e, e.text(document), key, _trail(e), template=template, section=document.slug)


def _document(  # noqa: PLR0913  # what all pages of text share
    e: EditionSite,
    text: DocumentText,
    key: str,
    trail: Any,
    *,
    section: str,
    template: str = "page.html",
    tables: Any = (),
) -> Page:
    return Page(
        key,
        e.edition,
        template,
        text.title,
        {"text": text, "tables": tables},
        trail,
        section=section,
        description=text.summary,
        source=text.source,
        updated=text.updated,
        words=_document_words(text),
    )


def _national(e: EditionSite) -> Iterator[Page]:
    if not e.site.national:
        return
    plans = [(plan_head(plan), national_rows(e, plan)) for plan in e.site.plans]
    title = Label("national.title")
    yield Page("/national/", e.edition, "national.html", title, {"plans": plans}, _trail(e), "national")
    for n, item in enumerate(e.site.national):
        served = [(head, rows[n].served) for head, rows in plans]
        yield Page(
            f"/national/{item.id}/",
            e.edition,
            "national-item.html",
            e.fact(item.title),
            {"item": item, "plans": served},
            trail=_trail(e, None, (title, "/national/")),
            section="national",
            words=_joined(e.fact(item.title), *(s.card.title for _, rows in served for s in rows)),
        )


def _themes(e: EditionSite) -> Iterator[Page]:
    if not e.site.themes:
        return
    title = Label("themes.title")
    shown = [
        (theme, [(plan_head(p), cards(e, p, p.of_theme(theme.id))) for p in e.site.plans]) for theme in e.site.themes
    ]
    yield Page("/themes/", e.edition, "themes.html", title, {"themes": shown}, _trail(e), "themes")
    for theme, plans in shown:
        yield Page(
            f"/themes/{theme.id}/",
            e.edition,
            "theme.html",
            e.fact(theme.title),
            {"plans": plans},
            trail=_trail(e, None, (title, "/themes/")),
            section="themes",
            words=_joined(e.fact(theme.title), *(c.title for _, listed in plans for c in listed)),
        )


def _glossary(e: EditionSite) -> Iterator[Page]:
    entries = e.glossary()
    if not entries:
        return
    title = Label("glossary.title")
    yield Page("/glossary/", e.edition, "glossary.html", title, {"entries": entries}, _trail(e), "glossary")
    uses = e.uses()
    terms = {entry.value.id: entry for entry in e.site.content.terms}
    names = {entry.id: entry.name for entry in entries}
    for n, entry in enumerate(entries):
        term = terms[entry.id].value
        definition = by_language(term.definition, e.edition)
        yield Page(
            term_path(entry.id),
            e.edition,
            "term.html",
            entry.name,
            {
                "term": term,
                "definition": definition,
                "see": [(names[id_], term_path(id_)) for id_ in term.see if id_ in names],
                "uses": uses.get(entry.id, []),
                "previous": (entries[n - 1].name, term_path(entries[n - 1].id)) if n else None,
                "next": (entries[n + 1].name, term_path(entries[n + 1].id)) if n + 1 < len(entries) else None,
            },
            trail=_trail(e, None, (title, "/glossary/")),
            section="glossary",
            description=definition,
            source=terms[entry.id].source.path,
            words=_joined(entry.name, term.term, term.reading, *term.aka, term.abbr_of or "", definition),
        )


def _news(e: EditionSite) -> Iterator[Page]:
    title = Label("news.title")
    yield Page("/news/", e.edition, "news.html", title, {"news": _news_rows(e)}, _trail(e), "news")
    for document in e.site.news:
        text = e.text(document)
        yield Page(
            e.site.targets[document.source.path],
            e.edition,
            "news-item.html",
            text.title,
            {"text": text, "date": document.head.date},
            trail=_trail(e, None, (title, "/news/")),
            section="news",
            description=text.summary,
            source=text.source,
            updated=text.updated,
            words=_document_words(text),
        )


def _tools(e: EditionSite) -> Iterator[Page]:
    plans = [plan_head(plan) for plan in e.site.plans]
    yield Page("/search/", e.edition, "search.html", Label("search.title"), {}, _trail(e), "search")
    yield Page(
        "/open-data/",
        e.edition,
        "open-data.html",
        Label("open_data.title"),
        {"plans": plans},
        _trail(e),
        "open-data",
    )
    yield Page("/404.html", e.edition, "404.html", Label("not_found.title"), {}, listed=False)


def _aliases(e: EditionSite) -> Iterator[Page]:
    for document in e.site.content.documents():
        for alias in getattr(document.head, "aliases", ()):
            if (target := e.site.targets.get(document.source.path)) and not getattr(document.head, "draft", False):
                title = e.text(document).title
                yield Page(alias, e.edition, "redirect.html", title, {"target": target}, listed=False)


def _sitemap(e: EditionSite, listed: list[Page]) -> Page:
    shown = [(page.title, page.key, len(page.trail)) for page in listed if page.listed and page.key != "/"]
    return Page(
        "/sitemap/",
        e.edition,
        "sitemap.html",
        Label("sitemap.title"),
        {"listed": shown},
        _trail(e),
        "sitemap",
    )


PAGES: tuple[Callable[[EditionSite], Iterator[Page]], ...] = (
    _home,
    _plan_home,
    _policies,
    _initiatives,
    _progress,
    _schedule,
    _indicators,
    _budget,
    _departments,
    _sdgs,
    _all,
    _documents,
    _national,
    _themes,
    _glossary,
    _news,
    _tools,
    _aliases,
)


def _trail(e: EditionSite, plan: PlanSite | None = None, *more: tuple[Title, str]) -> tuple[tuple[Title, str], ...]:
    home: tuple[Title, str] = (Label("site.home"), "/")
    of_plan = ((e.fact(plan.plan.municipality), plan.root),) if plan and e.site.config.portal else ()
    return (home, *of_plan, *more)


def _news_rows(e: EditionSite) -> list[tuple[DocumentText, dt.date, str]]:
    return [(e.text(item), item.head.date, e.site.targets[item.source.path]) for item in e.site.news]


def _document_words(text: DocumentText) -> str:
    return _joined(text.title, text.summary, plain(text.tokens))


def _joined(*parts: Text | str) -> str:
    return "\n".join(str(part) for part in parts if str(part))
