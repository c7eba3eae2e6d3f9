"""Every edition has words of its own for everything; what is missing is shown in Japanese and reported."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from pathlib import PurePosixPath
from typing import Any

from sitegen.language.quantity import Quantity, read_goal, read_quantity
from sitegen.load import Content
from sitegen.messages import problem
from sitegen.model import Initiative
from sitegen.problems import Location, Problem
from sitegen.reader import Document, Entry
from sitegen.source import FieldPath, Source

_JAPANESE = re.compile(r"[ぁ-ゖァ-ヺ一-鿿々]")
_PLAN_FACTS = (
    *(
        "title",
        "municipality",
        "prefecture",
        "status",
        "leaf",
        "vision",
        "policies",
        "sections",
        "report_sections",
    ),
    *("evaluations", "operations", "phases", "departments", "goals", "fields", "related_plans", "flags", "markers"),
)
_INITIATIVE_FACTS = (
    *("kind", "actions", "schedule", "progress"),
    *("cost_notes", "footnotes", "figures"),
)
_LISTED = {"cells", "departments", "plan", "actual", "evaluation", "operation"}
"""Fields of an initiative whose words come from lists of plan.yaml, where they are looked at already."""
_TABLE_FACTS = ("title", "note", "columns", "rows")
_NATIONAL_FACTS = ("title", "category")


def translations(content: Content) -> Iterator[Problem]:
    """Warn of missing translations of files, fields, glossary entries and fact strings."""
    others = content.config.value.editions[1:]
    for document in content.documents():
        if not getattr(document.head, "draft", False):
            for language in others:
                yield from _document(document, language)
    yield from _site(content)
    for entry in content.terms:
        yield from _term(entry, content)
    for language in others:
        # An edition in easy Japanese may keep facts as they are printed.
        if _main(language) != _main(content.config.value.default):
            yield from _strings(content, language)


def _main(language: str) -> str:
    return language.partition("-")[0]


def _document(document: Document[Any], language: str) -> Iterator[Problem]:
    path = PurePosixPath(document.source.path)
    translation = document.translations.get(language)
    if translation is None:
        wanted = path.with_name(f"{path.stem}.{language}.md")
        yield problem("missing-translation", Location(str(path)), language=language, value=wanted.name)
        return
    for field in ("title", "summary"):
        if hasattr(document.head, field) and getattr(translation.head, field) is None:
            yield problem("missing-translated-field", translation.source.where(), language=language, key=field)
    if document.body.tokens and not translation.body.tokens:
        where = Location(translation.source.path, translation.source.body_line - 1, 1)
        yield problem("missing-translated-text", where, language=language)


def _site(content: Content) -> Iterator[Problem]:
    config, source = content.config.value, content.config.source
    named = {
        ("title",): config.title,
        ("description",): config.description,
        ("contact", "name"): config.contact.name,
    }
    if config.publisher:
        named["publisher",] = config.publisher
    for path, texts in named.items():
        for language in config.editions:
            if language not in texts:
                key = ".".join(path)
                yield problem("missing-translated-field", source.where(path, key=True), language=language, key=key)


def _term(entry: Entry[Any], content: Content) -> Iterator[Problem]:
    default, *others = content.config.value.editions
    at = (*entry.path, "definition")
    if default not in entry.value.definition:
        yield problem("missing-field", entry.source.where(at, key=True), key=f"definition: {default}")
    for language in others:
        if language not in entry.value.definition:
            where = entry.source.where(at, key=True)
            yield problem("missing-translated-field", where, language=language, key="definition")
        if language not in entry.value.names and _main(language) != _main(default):
            where = entry.source.where((*entry.path, "names"), key=True)
            yield problem("missing-translated-field", where, language=language, key="names")


def _strings(content: Content, language: str) -> Iterator[Problem]:
    seen: set[str] = set()
    for source, path, text in _facts(content):
        if text not in seen and _JAPANESE.search(text) and language not in content.strings.get(text, {}):
            yield problem("missing-string", source.where(path), value=text, language=language)
        seen.add(text)


def _facts(content: Content) -> Iterator[tuple[Source, FieldPath, str]]:
    """Every short fact string that pages show, in reading order."""
    for plan in content.plans:
        source = plan.plan.source
        if "leaf" not in source.data:
            yield source, (), plan.plan.value.leaf
        yield from _fields(source, (), _PLAN_FACTS)
        for document in plan.initiatives:
            listed = _LISTED - {"cells"} if plan.plan.value.free_schedule else _LISTED
            for fact in _fields(document.source, (), _INITIATIVE_FACTS):
                if fact[1][-1] == "text" or not listed.intersection(fact[1]):
                    yield fact
            yield from _indicators(document)
        for table in plan.tables.values():
            yield from _fields(table.source, table.path, _TABLE_FACTS)
    for item in content.national:
        yield from _fields(item.source, item.path, _NATIONAL_FACTS)


def _indicators(document: Document[Initiative]) -> Iterator[tuple[Source, FieldPath, str]]:
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


def _fields(source: Source, at: FieldPath, names: Iterable[str]) -> Iterator[tuple[Source, FieldPath, str]]:
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
