"""Everything that there is to translate into a language, and how far it has been translated."""

from __future__ import annotations

from collections.abc import Collection, Iterator
from dataclasses import dataclass
from pathlib import PurePosixPath
from typing import Any, Literal

from sitegen.language.locales import is_japanese
from sitegen.load import Content
from sitegen.model import Initiative, PageText, Term
from sitegen.reader import Document, Entry
from sitegen.translation.facts import facts, translatable

Part = Literal["initiatives", "policies", "plan_pages", "pages", "news", "glossary", "facts"]
"""Parts of the site that are translated in their own way."""

PARTS: tuple[Part, ...] = ("pages", "initiatives", "policies", "plan_pages", "glossary", "facts", "news")

State = Literal["fresh", "untracked", "stale", "partial", "missing"]
"""How a translation stands: `untracked` has no hash of its original, `partial` lacks its text or definition."""

STATES: tuple[State, ...] = ("fresh", "untracked", "stale", "partial", "missing")
"""The states from best to worst."""

READ_FIRST = ("how-to-use", "accessibility")
"""Pages of the site that every edition is to have."""


@dataclass(frozen=True)
class Item:
    """A text, term or short fact, and its state in one language."""

    part: Part
    file: str
    """The file that holds its translation, or is to hold it."""
    key: str
    """What it is called within that file: an id, a Japanese word, or nothing for a file of its own."""
    state: State
    size: int
    """Letters of the original, spaces left out."""
    covered: int
    """Those of them that are translated."""
    lacks: tuple[str, ...] = ()
    """Fields that are not translated."""
    needs: tuple[str, ...] = ()
    """Fields that even a partial edition is to have."""
    original: str = ""
    """Its Japanese title or words."""
    english: str = ""
    """The same in English, where it has been translated."""

    @property
    def wanting(self) -> bool:
        """Whether something is not translated that even a partial edition is to have."""
        return bool(set(self.lacks) & set(self.needs))


def items(content: Content, language: str, first_terms: Collection[str] = ()) -> Iterator[Item]:
    """Everything to translate into a language; `first_terms` are the ids of the terms that it is to have first."""
    for part, document in documents(content):
        yield _document(part, document, language)
    for entry in content.terms:
        yield _term(entry, language, first_terms)
    yield from _facts(content, language)


def documents(content: Content) -> Iterator[tuple[Part, Document[Any]]]:
    """Every published Markdown file in the default language, with its part of the site."""
    parts: list[tuple[Part, tuple[Document[Any], ...]]] = [("pages", content.pages), ("news", content.news)]
    for plan in content.plans:
        parts += [("initiatives", plan.initiatives), ("policies", (*plan.policies.values(),))]
        parts += [("plan_pages", plan.pages)]
    for part, listed in parts:
        yield from ((part, document) for document in listed if not getattr(document.head, "draft", False))


def translation_file(document: Document[Any], language: str) -> str:
    """Path of a document's translation."""
    path = PurePosixPath(document.source.path)
    return str(path.with_name(f"{path.stem}.{language}.md"))


def fields(document: Document[Any]) -> dict[str, str]:
    """The fields of a document that are translated, with their words."""
    own = {name: getattr(document.head, name, None) for name in ("title", "summary")}
    return {name: words for name, words in {**own, "text": document.source.body.strip()}.items() if words}


def _document(part: Part, document: Document[Any], language: str) -> Item:
    made, wanted = document.translations.get(language), fields(document)
    present = fields(made) if made else {}
    return Item(
        part=part,
        file=translation_file(document, language),
        key="",
        state=_state(document, language, lacking=bool(wanted.keys() - present.keys())),
        size=_size(*wanted.values()),
        covered=_size(*(words for name, words in wanted.items() if name in present)),
        lacks=tuple(name for name in wanted if name not in present),
        needs=_needed(document),
        original=wanted.get("title", ""),
        english=fields(document.translations["en"]).get("title", "") if "en" in document.translations else "",
    )


def _state(document: Document[Any], language: str, *, lacking: bool) -> State:
    made = document.translations.get(language)
    if made is None:
        return "missing"
    if document.is_stale(language):
        return "stale"
    if lacking:
        return "partial"
    return "fresh" if made.head.source else "untracked"


def _needed(document: Document[Any]) -> tuple[str, ...]:
    if isinstance(document.head, Initiative):
        return ("title", "summary")
    first = isinstance(document.head, PageText) and document.source.path.startswith("content/pages/")
    return ("title", "summary", "text") if first and document.slug in READ_FIRST else ()


def _term(entry: Entry[Term], language: str, first: Collection[str]) -> Item:
    term = entry.value
    own = {"name": "" if is_japanese(language) else term.term, "definition": term.definition.get("ja", "")}
    wanted = {name: words for name, words in own.items() if words}
    present = {name for name, texts in (("name", term.names), ("definition", term.definition)) if language in texts}
    lacks = tuple(name for name in wanted if name not in present)
    return Item(
        part="glossary",
        file=f"content/glossary.{language}.yaml",
        key=term.id,
        state="fresh" if not lacks else "partial" if present & wanted.keys() else "missing",
        size=_size(*wanted.values()),
        covered=_size(*(words for name, words in wanted.items() if name in present)),
        lacks=lacks,
        needs=("name", "definition") if term.id in first else (),
        original=term.term,
        english=term.names.get("en", ""),
    )


def _facts(content: Content, language: str) -> Iterator[Item]:
    """Short facts, each once in the table that its translation belongs to."""
    found: dict[tuple[str, str], bool] = {}
    for fact in facts(content):
        if translatable(fact, content.strings):
            at = (content.strings.home(fact.text, fact.plan), fact.text)
            found[at] = found.get(at, False) or fact.short
    for (plan, text), short in found.items():
        translations = content.strings.at_home(text, plan)
        # An edition in another kind of Japanese may keep facts as they are printed.
        done = language in translations or is_japanese(language)
        yield Item(
            part="facts",
            file=f"content/{plan}{'/' if plan else ''}strings.{language}.yaml",
            key=text,
            state="fresh" if done else "missing",
            size=_size(text),
            covered=_size(text) if done else 0,
            lacks=() if done else ("words",),
            needs=("words",) if short else (),
            original=text,
            english=translations.get("en", ""),
        )


def _size(*texts: str) -> int:
    return sum(len("".join(text.split())) for text in texts)
