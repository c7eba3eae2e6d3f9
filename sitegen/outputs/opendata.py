"""/data/<plan>.json and /data/glossary.json: the facts in the field names that other software relies on.

A field that is added to a content model is published and described in the JSON Schema without a line here;
this module only says what is published in another form, what is added, and what stays out.
"""

from __future__ import annotations

import json
from collections.abc import Callable, Iterator, Mapping
from typing import Any

from pydantic import ConfigDict, Field

from sitegen.artifacts import Artifact
from sitegen.derive import Listed, PlanSite, Site, term_path
from sitegen.model import (
    Accepted,
    Action,
    FreeText,
    Heading,
    Initiative,
    Model,
    PeriodKey,
    Plan,
    PrintedTerm,
    ScheduleRow,
    Slug,
    Table,
    Term,
    Word,
    Words,
)
from sitegen.outputs.urls import absolute

PLAN_SCHEMA = "data/schema/plan.json"
GLOSSARY_SCHEMA = "data/schema/glossary.json"


class Published(Model):
    """Base of what is published: every field is always there, so the JSON Schema may require it."""

    model_config = ConfigDict(json_schema_serialization_defaults_required=True)


class PublishedRow(ScheduleRow):
    """One row of the schedule."""

    cells: dict[PeriodKey, Word]  # type: ignore[assignment]  # readers need not know which texts are phase words
    """Fiscal year ("2021") or half year ("2021H1") → the text as printed."""


class PublishedInitiative(Initiative, Published):
    """施策: all facts of one initiative."""

    national: Words = ()  # type: ignore[assignment]
    """National items that the plan links it to, and its marks of origin such as 国."""
    national_by_editor: Words
    """National items that the site's editors link it to, where the plan prints no link."""
    national_actions: dict[Word, Words]
    """National item → marks of the actions that the plan names for it."""
    actions: Words = ()  # type: ignore[assignment]
    """主な取組: mark and title as printed."""
    action_departments: dict[Word, Words]
    """Mark → departments in charge of this action."""
    action_details: dict[Word, Words]
    """Mark → sub-items as printed."""
    schedule: tuple[PublishedRow, ...] = ()
    """Rows of the schedule."""
    slug: Slug
    """Id in URLs."""
    url: str
    """Address of its page in the default language."""
    draft: bool = Field(default=False, exclude=True)
    aliases: Words = Field(default=(), exclude=True)


class PublishedWord(PrintedTerm, Published):
    """An entry of the plan's own glossary."""

    term: Word
    """The word as printed."""
    word: Word = Field(exclude=True)
    id: Slug
    """Id of the entry in /data/glossary.json."""


class PublishedPlan(Plan, Published):
    """One municipality's plan with all its initiatives."""

    schema_url: str = Field(serialization_alias="$schema")
    """Address of the JSON Schema."""
    id: Slug
    """Id of the plan."""
    url: str
    """Address of the plan's page in the default language."""
    initiatives: tuple[PublishedInitiative, ...]
    """All initiatives in printed order."""
    glossary: tuple[PublishedWord, ...] = ()
    """The plan's own glossary in its order; words that it only stars are in `printed_terms`."""
    tables: dict[Slug, Table]
    """Tables of facts that belong to no initiative."""
    sections: tuple[Heading, ...] = Field(default=(), exclude=True)
    report_sections: tuple[Heading, ...] = Field(default=(), exclude=True)
    accepted: tuple[Accepted, ...] = Field(default=(), exclude=True)


class PublishedTerm(Term, Published):
    """用語: a glossary entry."""

    url: str
    """Address of its page in the default language."""


class PublishedGlossary(Published):
    """The glossary that all plans share."""

    schema_url: str = Field(serialization_alias="$schema")
    """Address of the JSON Schema."""
    glossary: tuple[PublishedTerm, ...]
    """All terms, sorted by reading."""


def open_data(site: Site) -> Iterator[Artifact]:
    """The facts of every plan, and the glossary, as JSON."""
    for plan in site.plans:
        yield json_file(f"data/{plan.id}.json", _dump(published_plan(site, plan)))
    yield json_file("data/glossary.json", _dump(published_glossary(site)))


def json_file(path: str, data: Mapping[str, Any]) -> Artifact:
    """Write data so that people can read it and the same data always gives the same bytes."""
    return Artifact(path, (json.dumps(data, ensure_ascii=False, indent=2) + "\n").encode())


def published_plan(site: Site, plan: PlanSite) -> PublishedPlan:
    """Gather a plan's facts."""
    return PublishedPlan.model_validate(
        plan.plan.model_dump()
        | {
            "schema_url": absolute(site.config, PLAN_SCHEMA),
            "id": plan.id,
            "url": absolute(site.config, plan.root),
            "initiatives": tuple(published_initiative(site, document) for document in plan.initiatives),
            "glossary": tuple(
                entry.model_dump() | {"term": entry.word, "id": entry.term} for entry in plan.plan.glossary
            ),
            "tables": {id_: entry.value for id_, entry in plan.content.tables.items()},
        }
    )


def published_initiative(site: Site, document: Listed) -> PublishedInitiative:
    """Gather an initiative's facts."""
    facts = document.head
    return PublishedInitiative.model_validate(
        facts.model_dump()
        | {
            "national": (*(link.item for link in facts.national if link.by == "plan"), *facts.markers),
            "national_by_editor": tuple(link.item for link in facts.national if link.by == "editor"),
            "national_actions": {link.item: link.actions for link in facts.national if link.actions},
            "actions": tuple(action.mark + action.title for action in facts.actions),
            "action_departments": _by_mark(facts, lambda action: action.departments),
            "action_details": _by_mark(facts, lambda action: action.details),
            "schedule": tuple(row.model_dump() | {"cells": _cells(row)} for row in facts.schedule),
            "slug": document.slug,
            "url": absolute(site.config, site.targets[document.source.path]),
        }
    )


def published_glossary(site: Site) -> PublishedGlossary:
    """Gather all terms."""
    terms = sorted((entry.value for entry in site.content.terms), key=lambda term: (term.reading, term.id))
    return PublishedGlossary(
        schema_url=absolute(site.config, GLOSSARY_SCHEMA),
        glossary=tuple(
            PublishedTerm.model_validate(term.model_dump() | {"url": absolute(site.config, term_path(term.id))})
            for term in terms
        ),
    )


def _dump(data: Published) -> dict[str, Any]:
    """Plain data, with what tells the thing apart before its other facts."""
    plain = data.model_dump(mode="json", by_alias=True)
    return {key: plain[key] for key in ("$schema", "id", "url") if key in plain} | plain


def _by_mark(facts: Initiative, value: Callable[[Action], Words]) -> dict[str, Words]:
    return {action.mark: value(action) for action in facts.actions if value(action)}


def _cells(row: ScheduleRow) -> dict[str, str]:
    return {period: cell.text if isinstance(cell, FreeText) else cell for period, cell in row.cells.items()}
