"""The edition in easy Japanese (やさしい日本語) is easy: every text of it is read by the rules of language/easy."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from typing import Any

from sitegen.checks.consistency.finding import folded
from sitegen.checks.walk import inline
from sitegen.easy_rules import EASY_RULES
from sitegen.glossary import linker
from sitegen.language.easy import Finding, easy_japanese
from sitegen.language.easy.text import Span, explained
from sitegen.load import Content, PlanContent
from sitegen.markup import plain
from sitegen.messages import problem
from sitegen.model import Accepted
from sitegen.problems import Location, Problem
from sitegen.reader import Document
from sitegen.source import FieldPath, Source
from sitegen.texts import EASY_JAPANESE, editions

Known = Callable[[str], list[Span]]
"""Text → places of the words that readers of the site are told elsewhere."""

_SEARCHED = 20
"""Letters of a finding by which its place in the file is searched; a longer one may go on behind a line's end."""


@dataclass(frozen=True)
class Passage:
    """A text of the edition."""

    place: str
    """What `accepted` in plan.yaml calls the place: the file's name, or the word that is translated."""
    text: str
    where: Callable[[Finding], Location]
    taught: frozenset[str] = frozenset()
    """Words that the document explains somewhere."""


def easy(content: Content) -> Iterator[Problem]:
    """Report what is hard in easy Japanese, unless plan.yaml accepts it."""
    if EASY_JAPANESE not in content.config.value.editions:
        return
    known = known_words(content)
    for plan in content.plans:
        yield from _judge(plan, known, _of_plan(plan, content))
    for passage in _of_site(content):
        yield from (_problem(passage, one) for one in _findings(passage, known))


def known_words(content: Content) -> Known:
    """Words of the glossary, which pages link to it, and names of municipalities, departments and plans."""
    listed = editions(content.config.value.editions)
    edition = next((edition for edition in listed if edition.lang == EASY_JAPANESE), listed[0])
    find = linker(content.terms, edition).find
    names = re.compile("|".join(map(re.escape, sorted(_names(content), key=len, reverse=True))) or r"(?!)")

    def known(text: str) -> list[Span]:
        return [(start, end) for start, end, _ in find(text)] + [match.span() for match in names.finditer(text)]

    return known


def _names(content: Content) -> set[str]:
    found: set[str] = set()
    for plan in content.plans:
        facts = plan.plan.value
        found |= {facts.title, facts.municipality, *facts.related_plans, *(d.name for d in facts.departments)}
    return found


def _judge(plan: PlanContent, known: Known, passages: Iterator[Passage]) -> Iterator[Problem]:
    """Findings that plan.yaml does not accept, and accepted ones that are no longer there."""
    entries: dict[tuple[str, str], int] = {
        _key(entry): n for n, entry in enumerate(plan.plan.value.accepted) if entry.problem in EASY_RULES
    }
    seen: set[tuple[str, str]] = set()
    for passage in passages:
        for one in _findings(passage, known):
            key = (one.rule, folded(f"{passage.place} {one.values['word']}"))
            seen.add(key)
            if key not in entries:
                yield _problem(passage, one)
    for key in entries.keys() - seen:
        entry = plan.plan.value.accepted[entries[key]]
        where = plan.plan.source.where(("accepted", entries[key], "value"))
        yield problem("stale-acceptance", where, value=entry.value, rule=entry.problem)


def _key(entry: Accepted) -> tuple[str, str]:
    return entry.problem, folded(entry.value)


def _findings(passage: Passage, known: Known) -> tuple[Finding, ...]:
    return easy_japanese(passage.text, known(passage.text), passage.taught)


def _problem(passage: Passage, one: Finding) -> Problem:
    return problem(one.rule, passage.where(one), **one.values)


def _of_plan(plan: PlanContent, content: Content) -> Iterator[Passage]:
    documents: tuple[Document[Any], ...] = (*plan.initiatives, *plan.policies.values(), *plan.pages)
    for document in documents:
        yield from _document(document)
    yield from _strings(content, f"content/{plan.id}/")


def _of_site(content: Content) -> Iterator[Passage]:
    documents: tuple[Document[Any], ...] = (*content.pages, *content.news)
    for document in documents:
        yield from _document(document)
    for entry in content.terms:
        if text := entry.value.definition.get(EASY_JAPANESE):
            term = entry.value
            taught = frozenset({term.term, *term.aka})  # the entry explains them
            yield _field(entry.source, (*entry.path, "definition", EASY_JAPANESE), text, term.id, taught)
    yield from _strings(content, "content/strings")
    config = content.config
    for name, texts in (("title", config.value.title), ("description", config.value.description)):
        if text := texts.get(EASY_JAPANESE):
            yield _field(config.source, (name, EASY_JAPANESE), text, name)


def _strings(content: Content, folder: str) -> Iterator[Passage]:
    """Translated short facts; names and headings, so that most rules about sentences do not apply."""
    for entry in content.strings.files:
        path = entry.source.path
        if path.startswith(folder) and path.endswith("strings.yaml"):
            for text, translations in entry.value.items():
                if easy_text := translations.get(EASY_JAPANESE):
                    yield _field(entry.source, (text, EASY_JAPANESE), easy_text, text)
        elif path.startswith(folder) and path.endswith(f"strings.{EASY_JAPANESE}.yaml"):
            for text, easy_text in entry.value.items():
                yield _field(entry.source, (text,), easy_text, text)


def _document(original: Document[Any]) -> Iterator[Passage]:
    document = original.translations.get(EASY_JAPANESE)
    if document is None:
        return
    head = {name: getattr(document.head, name, None) for name in ("title", "summary")}
    taught = explained("\n".join([*(text for text in head.values() if text), plain(document.body.tokens)]))
    for name, text in head.items():
        if text:
            yield _field(document.source, (name,), text, original.slug, taught)
    for token, first, last in inline(document):
        if text := plain([token]).strip():
            yield Passage(original.slug, text, _in_body(document.source, text, first, last), taught)


def _field(source: Source, at: FieldPath, text: str, place: str, taught: frozenset[str] = frozenset()) -> Passage:
    return Passage(place, text, lambda _: source.where(at), taught)


def _in_body(source: Source, text: str, first: int, last: int) -> Callable[[Finding], Location]:
    """Where a finding stands: its words are searched in the lines of their block, as often as they came before."""

    def where(one: Finding) -> Location:
        words = text[one.start : min(one.end, one.start + _SEARCHED)]
        while words:
            if found := _nth(source, words, first, last, text.count(words, 0, one.start)):
                return found
            words = words[: len(words) // 2]  # a mark of Markdown or a line's end may stand within
        return Location(source.path, first, 1)

    return where


def _nth(source: Source, words: str, first: int, last: int, before: int) -> Location | None:
    lines = source.body.split("\n")[first - source.body_line : last + 1 - source.body_line]
    for number, line in enumerate(lines, first):
        for match in re.finditer(re.escape(words), line):
            if before == 0:
                return Location(source.path, number, match.start() + 1)
            before -= 1
    return None
