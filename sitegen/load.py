"""Walks content/ and validates every file: folder → (Content, problems)."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field, replace
from pathlib import Path
from typing import Any

from sitegen.config import Config
from sitegen.messages import problem
from sitegen.model import (
    GLOSSARY_OF_LANGUAGE,
    SYNONYMS,
    GateResults,
    Initiative,
    NationalItem,
    NewsText,
    PageText,
    Plan,
    PolicyText,
    Table,
    Term,
    TermTranslation,
    Theme,
)
from sitegen.problems import Problem
from sitegen.reader import Document, Entry, Reader
from sitegen.reading_tables import ReadingTables, load_reading_tables
from sitegen.source import Source
from sitegen.string_tables import StringTables, load_string_tables
from sitegen.validate import suggest

GATE_RESULTS = "content/accessibility-results.yaml"
SYNONYM_FILE = "content/synonyms.yaml"


@dataclass(frozen=True)
class PlanContent:
    """Everything below content/<plan>/."""

    id: str
    plan: Entry[Plan]
    initiatives: tuple[Document[Initiative], ...]
    policies: Mapping[str, Document[PolicyText]]
    pages: tuple[Document[PageText], ...]
    tables: Mapping[str, Entry[Table]]


@dataclass(frozen=True)
class Content:
    """All content of the site, as typed."""

    config: Entry[Config]
    plans: tuple[PlanContent, ...]
    terms: tuple[Entry[Term], ...]
    national: tuple[Entry[NationalItem], ...]
    themes: tuple[Entry[Theme], ...]
    strings: StringTables
    readings: ReadingTables
    """How words are read, for furigana."""
    pages: tuple[Document[PageText], ...]
    news: tuple[Document[NewsText], ...]
    gate: Entry[GateResults] | None = None
    synonyms: Entry[dict[str, tuple[tuple[str, ...], ...]]] | None = None
    """Language → groups of words for the same thing."""
    images: Mapping[str, int] = field(default_factory=dict)
    """Image files below content/ → size in bytes."""
    unlisted: frozenset[str] = frozenset()
    """Plans below content/ that site.yaml does not list."""
    broken: frozenset[str] = frozenset()
    """Files with an error, whose facts and texts may be missing here."""

    def documents(self) -> Iterator[Document[Any]]:
        """Every Markdown file in the default language."""
        for plan in self.plans:
            yield from plan.initiatives
            yield from plan.policies.values()
            yield from plan.pages
        yield from self.pages
        yield from self.news

    def sources(self) -> Iterator[Source]:
        """Every content file that has words in it."""
        for document in self.documents():
            yield document.source
            yield from (translation.source for translation in document.translations.values())
        for plan in self.plans:
            yield plan.plan.source
            yield from (table.source for table in plan.tables.values())
        entries: tuple[Entry[Any], ...] = (self.config, *self.terms, *self.national, *self.themes, *self.strings.files)
        yield from (entry.source for entry in entries)


def load(root: Path, *, base_url: str | None = None) -> tuple[Content | None, list[Problem]]:
    """Read site.yaml and content/ below `root`; no Content where site.yaml or a plan.yaml cannot be used.

    `base_url` replaces the one of site.yaml.
    """
    reader = Reader(root)
    config = reader.one("site.yaml", Config)
    if config is None:
        return None, reader.problems
    if base_url:
        config = replace(config, value=config.value.model_copy(update={"base_url": base_url}))
    reader.languages = config.value.editions
    if not config.value.portal and len(config.value.plans) != 1:
        where = config.source.where(("portal",), key=True)
        reader.problems.append(problem("portal-needed", where, count=len(config.value.plans)))
    plans = [_load_plan(reader, config, n, plan) for n, plan in enumerate(config.value.plans)]
    content = Content(
        config=config,
        plans=tuple(plan for plan in plans if plan is not None),
        terms=_load_terms(reader),
        national=tuple(reader.items("content/national.yaml", NationalItem, optional=True)),
        themes=tuple(reader.items("content/themes.yaml", Theme, optional=True)),
        strings=load_string_tables(reader, config.value),
        readings=load_reading_tables(reader, config.value),
        pages=reader.documents("content/pages", PageText),
        news=reader.documents("content/news", NewsText),
        gate=reader.one(GATE_RESULTS, GateResults) if (root / GATE_RESULTS).is_file() else None,
        synonyms=reader.one(SYNONYM_FILE, SYNONYMS) if (root / SYNONYM_FILE).is_file() else None,
        images=reader.images(),
        unlisted=frozenset(p.parent.name for p in (root / "content").glob("*/plan.yaml")) - set(config.value.plans),
        broken=frozenset(p.where.path for p in reader.problems if p.level == "error"),
    )
    reader.report_stray_files()
    return (content if all(plans) else None), reader.problems


def _load_plan(reader: Reader, config: Entry[Config], index: int, plan_id: str) -> PlanContent | None:
    folder = f"content/{plan_id}"
    if not (reader.root / folder / "plan.yaml").is_file():
        where = config.source.where(("plans", index))
        found = sorted(p.parent.name for p in (reader.root / "content").glob("*/plan.yaml"))
        reader.problems.append(problem("unknown-plan", where, value=plan_id, **suggest(plan_id, found)))
        return None
    plan = reader.one(f"{folder}/plan.yaml", Plan)
    initiatives = reader.documents(f"{folder}/initiatives", Initiative)
    policies = {document.slug: document for document in reader.documents(f"{folder}/policies", PolicyText)}
    pages = reader.documents(f"{folder}/pages", PageText)
    tables = {Path(path).stem: entry for path, entry in reader.files(f"{folder}/tables", Table)}
    return None if plan is None else PlanContent(plan_id, plan, initiatives, policies, pages, tables)


def _load_terms(reader: Reader) -> tuple[Entry[Term], ...]:
    """The glossary, with the names and definitions of each glossary.<language>.yaml."""
    terms = list(reader.entries("content/glossary", Term))
    known = dict.fromkeys(entry.value.id for entry in terms)
    for language in reader.languages[1:]:
        name = f"content/glossary.{language}.yaml"
        if not (reader.root / name).is_file() or (found := reader.one(name, GLOSSARY_OF_LANGUAGE)) is None:
            continue
        words = found.value
        terms = [
            _with_language(entry, language, words[id_]) if (id_ := entry.value.id) in words else entry
            for entry in terms
        ]
        for id_ in (id_ for id_ in words if id_ not in known):
            where = found.source.where((id_,), key=True)
            reader.problems.append(problem("unknown-term", where, value=id_, **suggest(id_, list(known))))
    return tuple(terms)


def _with_language(entry: Entry[Term], language: str, words: TermTranslation) -> Entry[Term]:
    term = entry.value
    definition = {language: words.definition} if words.definition else {}
    changed = {"names": {language: words.name, **term.names}, "definition": {**definition, **term.definition}}
    return replace(entry, value=term.model_copy(update=changed))
