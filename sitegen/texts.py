"""Chooses, for one edition, the words that readers see: translation where there is one, else a visible fallback."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field, replace
from typing import Any, NamedTuple

from sitegen.language.dates import parse_fiscal_year
from sitegen.language.locales import is_japanese
from sitegen.markup import Section, Tokens
from sitegen.model import Heading, Initiative, Plan
from sitegen.reader import Document
from sitegen.string_tables import StringTable

Version = tuple[Document[Any], str]
"""A document in one language."""

EASY_JAPANESE = "ja-simple"
"""やさしい日本語; `simple` is a registered BCP 47 variant."""


@dataclass(frozen=True)
class Edition:
    """One rendering of the whole site: a language, with furigana or without."""

    id: str
    """Folder of the edition: its language, or `furigana`."""
    lang: str
    """BCP 47 language."""
    default: bool
    """The default edition has no URL prefix."""
    chain: tuple[str, ...]
    """Languages to take text from, best first."""
    ruby: bool = False
    """Whether words with kanji carry their reading."""

    @property
    def copy(self) -> bool:
        """Whether the edition repeats another one, as the one with furigana does: search engines leave it out."""
        return self.id != self.lang

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
class Stale:
    """A translation that is older than its original: the day on which each was changed last."""

    original: dt.date
    translation: dt.date | None


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
    stale: Stale | None = None
    """Given where the words are a translation of an earlier original."""

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
    """Make the language editions of the site.

    The first language is the default and everyone's last resort; before it, readers of languages other than Japanese
    are offered English where the site has it.
    """
    listed = tuple(languages)
    return tuple(Edition(lang, lang, lang == listed[0], _chain(lang, listed), lang == EASY_JAPANESE) for lang in listed)


def furigana_edition(default: Edition) -> Edition:
    """The Japanese edition once more, with furigana."""
    return replace(default, id="furigana", default=False, ruby=True)


def _chain(lang: str, listed: tuple[str, ...]) -> tuple[str, ...]:
    bridge = ("en",) if "en" in listed and not is_japanese(lang) else ()
    return tuple(dict.fromkeys((lang, *bridge, listed[0])))


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
    versions = _versions(document, edition)
    chosen, _ = versions[0]
    with_text, lang = next((v for v in versions if v[0].body.tokens), versions[-1])
    return DocumentText(
        title=title or _field(versions, "title"),
        summary=_field(versions, "summary"),
        tokens=with_text.body.tokens,
        lang=lang,
        source=chosen.source.path,
        updated=chosen.head.updated or document.head.updated,
        digest="".join(version.source.digest for version, _ in versions),
        stale=_stale(document, versions),
    )


def _stale(document: Document[Any], versions: list[Version]) -> Stale | None:
    """Whether a translation that the edition takes words from is out of date."""
    return next(
        (Stale(document.head.updated, v.head.updated) for v, language in versions if document.is_stale(language)), None
    )


def initiative_text(
    document: Document[Initiative], plan: Plan, edition: Edition, strings: StringTable
) -> InitiativeText:
    """The text of an initiative in an edition; each section falls back by itself."""
    base = document_text(document, edition)
    versions = _versions(document, edition)
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
    versions: list[Version],
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


def _versions(document: Document[Any], edition: Edition) -> list[Version]:
    """The document in each language that the edition may take text from, best first; the original is the last."""
    found = [(document.translations[lang], lang) for lang in edition.chain if lang in document.translations]
    return [*found, (document, edition.chain[-1])]


def _field(versions: list[Version], name: str) -> Text:
    texts = [Text(getattr(version.head, name), lang) for version, lang in versions]
    return next((text for text in texts if text.value), texts[-1])
