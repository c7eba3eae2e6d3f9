"""Every edition has words of its own for everything; what is missing is shown in Japanese and reported."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import PurePosixPath
from typing import Any

from sitegen.language.locales import primary
from sitegen.load import Content
from sitegen.messages import problem
from sitegen.problems import Location, Problem
from sitegen.reader import Document, Entry
from sitegen.translation.facts import facts, has_japanese


def translations(content: Content) -> Iterator[Problem]:
    """Warn of missing translations of files, fields, glossary entries and fact strings."""
    others = content.config.value.full[1:]
    for document in content.documents():
        if not getattr(document.head, "draft", False):
            for language in others:
                yield from _document(document, language)
    yield from _site(content)
    for entry in content.terms:
        yield from _term(entry, content)
    for language in others:
        # An edition in easy Japanese may keep facts as they are printed.
        if primary(language) != primary(content.config.value.default):
            yield from _strings(content, language)


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
        for language in config.full:
            if language not in texts:
                key = ".".join(path)
                yield problem("missing-translated-field", source.where(path, key=True), language=language, key=key)


def _term(entry: Entry[Any], content: Content) -> Iterator[Problem]:
    default, *others = content.config.value.full
    at = (*entry.path, "definition")
    if default not in entry.value.definition:
        yield problem("missing-field", entry.source.where(at, key=True), key=f"definition: {default}")
    for language in others:
        if language not in entry.value.definition:
            where = entry.source.where(at, key=True)
            yield problem("missing-translated-field", where, language=language, key="definition")
        if language not in entry.value.names and primary(language) != primary(default):
            where = entry.source.where((*entry.path, "names"), key=True)
            yield problem("missing-translated-field", where, language=language, key="names")


def _strings(content: Content, language: str) -> Iterator[Problem]:
    seen: set[tuple[str, str]] = set()
    for fact in facts(content):
        if (fact.plan, fact.text) in seen or not has_japanese(fact.text):
            continue
        seen.add((fact.plan, fact.text))
        if language not in content.strings.of(fact.plan).get(fact.text, {}):
            yield problem("missing-string", fact.source.where(fact.path), value=fact.text, language=language)
