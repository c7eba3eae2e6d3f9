"""Chooses, for one edition, the words that readers see: translation where there is one, else a visible fallback."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from typing import Any, NamedTuple

from sitegen.language.dates import parse_fiscal_year
from sitegen.markup import Section, Tokens
from sitegen.model import Heading, Initiative, Plan
from sitegen.reader import Document

StringTable = Mapping[str, Mapping[str, str]]


@dataclass(frozen=True)
class Edition:
    """One rendering of the whole site in one language."""

    id: str
    """BCP 47 language, also the folder of the edition."""
    default: bool
    """The default edition has no URL prefix."""
    chain: tuple[str, ...]
    """Languages to take text from, best first."""

    @property
    def prefix(self) -> str:
        return "/" if self.default else f"/{self.id}/"

    def url(self, key: str) -> str:
        """The path of a page in this edition, from its path in the default edition."""
        return self.prefix + key.removeprefix("/")


class Text(NamedTuple):
    """Words and the language that they are in."""

    value: str
    lang: str

    def __str__(self) -> str:
        return self.value


@dataclass(frozen=True)
class Passage:
    """A section of a text: heading, tokens, language, and the file that it comes from."""

    id: str
    title: Text
    tokens: Tokens
    lang: str
    source: str


@dataclass(frozen=True)
class DocumentText:
    """A Markdown document as one edition shows it; `digest` stands for everything that it is made from."""

    title: Text
    summary: Text
    tokens: Tokens
    lang: str
    source: str
    updated: dt.date
    digest: str

    @property
    def passage(self) -> Passage:
        """The whole text."""
        return Passage("text", self.title, self.tokens, self.lang, self.source)


@dataclass(frozen=True)
class InitiativeText(DocumentText):
    """An initiative's text, split into the sections that its plan declares."""

    sections: tuple[Passage, ...] = ()
    reports: Mapping[int, tuple[Passage, ...]] = field(default_factory=dict)

    @property
    def passages(self) -> tuple[Passage, ...]:
        """Sections and reports in reading order."""
        return (*self.sections, *(passage for report in self.reports.values() for passage in report))


def editions(languages: Iterable[str]) -> tuple[Edition, ...]:
    """Make the editions of the site; the first language is the default and everyone's last resort."""
    listed = tuple(languages)
    return tuple(Edition(lang, lang == listed[0], tuple(dict.fromkeys((lang, listed[0])))) for lang in listed)


def fact(text: str, edition: Edition, strings: StringTable) -> Text:
    """Translate a short fact string, or leave it as printed."""
    for lang in edition.chain:
        if lang in strings.get(text, {}):
            return Text(strings[text][lang], lang)
    return Text(text, edition.chain[-1])


def by_language(texts: Mapping[str, str], edition: Edition) -> Text:
    """Choose from texts given by language."""
    for lang in (*edition.chain, *texts):
        if lang in texts:
            return Text(texts[lang], lang)
    raise KeyError(edition.id)


def document_text(document: Document[Any], edition: Edition, title: Text | None = None) -> DocumentText:
    """The text of a page, news item or policy in an edition; `title` where it does not stand in the file."""
    chosen = _translation(document, edition)
    head = chosen.head if chosen else document.head
    lang = edition.id if chosen else edition.chain[-1]
    tokens = (chosen if chosen and chosen.body.tokens else document).body.tokens
    return DocumentText(
        title=title or _field(document, chosen, edition, "title"),
        summary=_field(document, chosen, edition, "summary"),
        tokens=tokens,
        lang=lang if not chosen or chosen.body.tokens else edition.chain[-1],
        source=chosen.source.path if chosen else document.source.path,
        updated=head.updated or document.head.updated,
        digest=document.source.digest + (chosen.source.digest if chosen else ""),
    )


def initiative_text(
    document: Document[Initiative], plan: Plan, edition: Edition, strings: StringTable
) -> InitiativeText:
    """The text of an initiative in an edition; each section falls back by itself."""
    base = document_text(document, edition)
    chosen = _translation(document, edition)
    versions = [(d, lang) for d, lang in ((chosen, edition.id), (document, edition.chain[-1])) if d]
    return InitiativeText(
        **base.__dict__,
        sections=_passages(plan.sections, versions, edition, strings, lambda d: d.body.sections),
        reports={
            report.fy: _passages(plan.report_sections, versions, edition, strings, _of_year(report.fy))
            for report in document.head.progress
        },
    )


def section_ids(headings: Iterable[Heading], language: str, strings: StringTable) -> dict[str, str]:
    """Heading as written in a language → id of the declared section."""
    ids = {}
    for heading in headings:
        ids[heading.title] = heading.id
        ids[strings.get(heading.title, {}).get(language, heading.title)] = heading.id
    return ids


def _of_year(year: int) -> Any:
    def children(document: Document[Any]) -> tuple[Section, ...]:
        found = [s.children for s in document.body.sections if parse_fiscal_year(s.title) == year]
        return found[0] if found else ()

    return children


def _passages(
    headings: Iterable[Heading],
    versions: list[tuple[Document[Any], str]],
    edition: Edition,
    strings: StringTable,
    sections: Any,
) -> tuple[Passage, ...]:
    found: dict[str, Passage] = {}
    declared = tuple(headings)
    for document, language in reversed(versions):
        ids = section_ids(declared, language, strings)
        for section in sections(document):
            if (id_ := ids.get(section.title)) and section.tokens:
                title = next(fact(h.title, edition, strings) for h in declared if h.id == id_)
                found[id_] = Passage(id_, title, section.tokens, language, document.source.path)
    return tuple(found[h.id] for h in declared if h.id in found)


def _translation(document: Document[Any], edition: Edition) -> Document[Any] | None:
    return next((document.translations[lang] for lang in edition.chain if lang in document.translations), None)


def _field(document: Document[Any], chosen: Document[Any] | None, edition: Edition, name: str) -> Text:
    if chosen and getattr(chosen.head, name):
        return Text(getattr(chosen.head, name), edition.id)
    return Text(getattr(document.head, name), edition.chain[-1])
