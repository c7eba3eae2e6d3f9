"""What search finds the pages of initiatives, texts and glossary entries by."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from statistics import mode

from sitegen.derive import EditionSite, Listed, PlanSite, departments_of, tables_of
from sitegen.language.locales import is_japanese
from sitegen.markup import plain
from sitegen.model import FreeText, Initiative, PrintedTerm, SubTerm, Table, Term
from sitegen.page import Findable, joined
from sitegen.texts import DocumentText, InitiativeText, Text, by_language


def initiative_found(e: EditionSite, plan: PlanSite, document: Listed, text: InitiativeText) -> Findable:
    """An initiative: its text and every fact that its page shows in words."""
    facts = document.head
    policies = plan.ancestors(facts.policy)
    themes = [theme.title for theme in e.site.themes if theme.id in facts.themes]
    labels = (*(policy.title for policy in policies), *departments_of(facts), *facts.fields, *facts.related_plans)
    tables = (table_words(e, plan, entry.value) for _, entry in tables_of(plan, document))
    told = joined(*(plain(p.tokens) for p in text.passages))
    return Findable(
        "initiative",
        joined(told, *_fact_words(e, plan, facts), *tables),
        labels=(*_names(e, plan, labels), *_names(e, None, themes), *_city(e, plan)),
        plans=(plan.id,),
        facets={
            "policy": tuple(f"{plan.id}/{policy.name}" for policy in plan.branch(facts.policy)),
            "department": tuple(f"{plan.id}/{d.id}" for d in plan.departments if d.name in departments_of(facts)),
            "status": (status.kind,) if (status := plan.status(facts)) else (),
            "year": tuple(map(str, sorted(_years(facts)))),
        },
        status=plan.status(facts),
        initiative=f"{plan.id}/{facts.number}",
        # Sections fall back to another language each by itself.
        lang=mode([p.lang for p in text.passages] or [text.lang]),
        letters=len(told),
    )


def document_found(
    e: EditionSite, kind: str, text: DocumentText, plan: PlanSite | None = None, tables: Iterable[Table] = ()
) -> Findable:
    """A page of text, of the site or of a plan."""
    told = plain(text.tokens)
    words = joined(told, *(table_words(e, plan, table) for table in tables))
    plans = (plan.id,) if plan else ()
    return Findable(kind, words, labels=_city(e, plan), plans=plans, lang=text.lang, letters=len(told))


def term_found(e: EditionSite, term: Term) -> Findable:
    """A glossary entry: all its names, and the plans that print it."""
    printed = {plan.id: tuple(_printed_names(plan, term.id)) for plan in e.site.plans}
    names = (term.term, *term.aka, term.abbr_of or "", *(name for found in printed.values() for name in found))
    shown = by_language(term.names, e.edition).value if e.edition.lang in term.names else term.term
    return Findable(
        "term",
        names=tuple(dict.fromkeys(name for name in names if name and name != shown)),
        labels=(term.reading,) if is_japanese(e.edition.lang) else (),
        plans=tuple(id_ for id_, found in printed.items() if found),
    )


def listing_found(e: EditionSite, kind: str, plan: PlanSite | None = None, words: Iterable[Text] = ()) -> Findable:
    """A page that lists others, which are found by themselves; a plan's first page is what a city's name means."""
    city = _city(e, plan)
    names, labels = (city, ()) if kind == "plan" else ((), city)
    return Findable(kind, joined(*words), names=names, labels=labels, plans=(plan.id,) if plan else ())


def table_words(e: EditionSite, plan: PlanSite | None, table: Table) -> str:
    """The words of a table, without the numbers."""
    cells = (table.title, *table.columns, *(cell for row in table.rows for cell in row))
    return joined(*_names(e, plan, (cell for cell in cells if any(map(str.isalpha, cell)))))


def _names(e: EditionSite, plan: PlanSite | None, words: Iterable[str]) -> tuple[str, ...]:
    return tuple(dict.fromkeys(e.fact(word, plan).value for word in words if word))


def _city(e: EditionSite, plan: PlanSite | None) -> tuple[str, ...]:
    """The plan's city, where the site has several plans to tell apart."""
    return (e.fact(plan.plan.municipality, plan).value,) if plan and len(e.site.plans) > 1 else ()


def _fact_words(e: EditionSite, plan: PlanSite, facts: Initiative) -> tuple[str, ...]:
    actions = (word for action in facts.actions for word in (action.title, *action.details))
    rows = (row.item or "" for row in facts.schedule)
    cells = (cell.text for row in facts.schedule for cell in row.cells.values() if isinstance(cell, FreeText))
    notes = (*facts.figures, *facts.footnotes, *facts.cost_notes, *facts.flags, *facts.goals)
    return _names(e, plan, (*actions, *(kpi.name for kpi in facts.kpis), *rows, *cells, *notes))


def _printed_names(plan: PlanSite, term: str) -> Iterator[str]:
    """How a plan prints a glossary entry, and the words that it explains within the entry."""
    entries: tuple[PrintedTerm, ...] = (*plan.plan.glossary, *plan.plan.printed_terms)
    for entry in entries:
        if entry.term == term:
            yield from filter(None, (entry.word, entry.aka, entry.abbr_of))
            yield from (sub.term if isinstance(sub, SubTerm) else sub for sub in entry.sub_terms)


def _years(facts: Initiative) -> set[int]:
    """Fiscal years that the initiative has a plan or a report for."""
    cells = (period for row in facts.schedule for period in row.cells)
    return {int(period[:4]) for period in cells} | {report.fy for report in facts.progress}
