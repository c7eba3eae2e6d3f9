"""Words for the same thing: names of glossary entries in all languages, and the synonyms that editors keep."""

from __future__ import annotations

from collections.abc import Iterator

from sitegen.language.locales import primary
from sitegen.load import Content
from sitegen.model import PrintedTerm, Term
from sitegen.search.lexicon import Group

_SAME, _LIKE = 9, 6
"""Tenths: what a page with another name of a glossary entry is worth, and one with a synonym."""


def word_groups(content: Content, language: str) -> Iterator[Group]:
    """The groups that help to understand queries in an edition's language."""
    printed: dict[str, list[PrintedTerm]] = {}
    for plan in content.plans:
        for entry in (*plan.plan.value.glossary, *plan.plan.value.printed_terms):
            printed.setdefault(entry.term, []).append(entry)
    for term in content.terms:
        yield Group(tuple(_names(term.value, printed.get(term.value.id, []))), _SAME)
    for words in content.synonyms.value.get(primary(language), ()) if content.synonyms else ():
        yield Group(words, _LIKE)


def _names(term: Term, printed: list[PrintedTerm]) -> Iterator[str]:
    yield from (term.term, *term.aka, term.reading)
    yield from (name for name in (term.abbr_of, *term.names.values()) if name)
    for entry in printed:
        yield from (name for name in (entry.word, entry.aka, entry.reading, entry.abbr_of) if name)
