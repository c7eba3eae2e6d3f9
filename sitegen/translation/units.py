"""The site's words in the pieces that translators work on: titles, summaries, paragraphs, facts, terms, interface."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any

from sitegen.language.locales import is_japanese
from sitegen.language.strings import Forms, Strings
from sitegen.load import Content
from sitegen.reader import Document
from sitegen.translation.facts import facts, translatable
from sitegen.translation.items import documents, fields

INTERFACE = "interface"
GLOSSARY = "glossary"

Words = str | tuple[str, ...]
"""Words, or their plural forms in the order of CLDR."""


@dataclass(frozen=True)
class Unit:
    """A piece of the site's words and its translation."""

    file: str
    """Content file of the original, folder of a table of facts, `glossary` or `interface`."""
    key: str
    """Which words of the file: `title`, `text.3` (the third block), the id and field of a term; empty for a fact."""
    original: Words
    translation: Words = ""
    english: str = ""
    """The same in English, as a help."""
    stale: bool = False
    """Whether the original has changed since it was translated."""

    @property
    def context(self) -> str:
        """What tells the unit apart from others with the same words."""
        return f"{self.file}#{self.key}"

    @property
    def identity(self) -> tuple[str, str]:
        """The unit's place in the site; a fact's is its words."""
        return self.file, self.key or str(self.original)


def units(content: Content, language: str, interface: dict[str, Strings]) -> Iterator[Unit]:
    """Everything that can be translated into a language; `interface` has the strings of it, of Japanese and English."""
    for _, document in documents(content):
        yield from _document(document, language)
    for plan, text in dict.fromkeys(_places(content)):
        known = content.strings.at_home(text, plan)
        yield Unit(f"content/{plan}".rstrip("/"), "", text, known.get(language, ""), known.get("en", ""))
    yield from _terms(content, language)
    yield from _interface(language, interface)


def _places(content: Content) -> Iterator[tuple[str, str]]:
    """Each short fact with the plan whose table translates it; no plan for the shared table."""
    for fact in facts(content):
        if translatable(fact, content.strings):
            yield content.strings.home(fact.text, fact.plan), fact.text


def _document(document: Document[Any], language: str) -> Iterator[Unit]:
    made, english = document.translations.get(language), document.translations.get("en")
    own, help_ = fields(made) if made else {}, fields(english) if english else {}
    stale = document.is_stale(language)
    for name, words in fields(document).items():
        pieces = paired(words, own.get(name, "")) if name == "text" else [(name, words, own.get(name, ""))]
        for key, original, translation in pieces:
            hint = help_.get(name, "") if name != "text" else ""
            yield Unit(document.source.path, key, original, translation, hint, stale and bool(translation))


def paired(original: str, translation: str) -> list[tuple[str, str, str]]:
    """The blocks of a text beside those of its translation; the whole text where they do not match one to one."""
    own, other = blocks(original), blocks(translation)
    if other and [_shape(block) for block in own] != [_shape(block) for block in other]:
        return [("text", original, translation)]
    other = other or [""] * len(own)
    return [(f"text.{n}", *pair) for n, pair in enumerate(zip(own, other, strict=True), 1)]


def blocks(text: str) -> list[str]:
    """Cut Markdown at its blank lines, though not within a fenced block."""
    found: list[list[str]] = [[]]
    fenced = False
    for line in text.strip().split("\n"):
        fenced ^= line.lstrip().startswith(("```", "~~~"))
        if line.strip() or fenced:
            found[-1].append(line)
        elif found[-1]:
            found.append([])
    return ["\n".join(lines) for lines in found if lines]


def _shape(block: str) -> str:
    """What a block is: a heading of a level, a list, a table, a paragraph."""
    mark = re.match(r"#{1,6}(?= )|[-*+](?= )|\d+\.(?= )|\||>", block)
    return re.sub(r"[-*+]|\d+\.", "-", mark[0]) if mark else ""


def _terms(content: Content, language: str) -> Iterator[Unit]:
    for entry in content.terms:
        term = entry.value
        if not is_japanese(language):
            yield Unit(GLOSSARY, f"{term.id}.name", term.term, term.names.get(language, ""), term.names.get("en", ""))
        definition = term.definition
        english = definition.get("en", "")
        yield Unit(GLOSSARY, f"{term.id}.definition", definition["ja"], definition.get(language, ""), english)


def _interface(language: str, interface: dict[str, Strings]) -> Iterator[Unit]:
    own, english = interface[language].texts, interface["en"].texts
    for key, original in interface["ja"].texts.items():
        if not original:
            continue  # nothing to show translators, and in PO an empty original means the header
        counted = any(not isinstance(words, str) for words in (own.get(key, ""), english.get(key, "")))
        forms = _forms(original, counted=counted)
        help_ = _forms(english.get(key, ""), counted=False)
        yield Unit(INTERFACE, key, forms, _forms(own.get(key, ""), counted=counted), str(help_))


def _forms(words: str | Forms, *, counted: bool) -> Words:
    if isinstance(words, str):
        return (words,) if counted else words
    return tuple(words.values()) if counted else words["other"]
