"""Ways through the content that several checks take."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from typing import Any
from urllib.parse import unquote

from markdown_it.token import Token

from sitegen.load import Content, PlanContent
from sitegen.model import Initiative
from sitegen.problems import Location
from sitegen.reader import Document


def initiatives(content: Content) -> Iterator[tuple[PlanContent, Document[Initiative]]]:
    """Every initiative with its plan."""
    for plan in content.plans:
        for document in plan.initiatives:
            yield plan, document


def versions(content: Content, document: Document[Any]) -> Iterator[tuple[str, Document[Any]]]:
    """A document and its translations, each with its language; the original comes first."""
    yield content.config.value.default, document
    yield from sorted(document.translations.items())


def texts(content: Content) -> Iterator[Document[Any]]:
    """Every Markdown file, translations included."""
    for document in content.documents():
        for _, version in versions(content, document):
            yield version


def inline(document: Document[Any]) -> Iterator[tuple[Token, int, int]]:
    """Every inline token of a text with the first and last line of its block."""
    # Cells of a table carry no lines of their own; they are on the line of their row.
    first, last = document.source.body_line, document.source.body_line
    for token in document.body.tokens:
        if token.map:
            first, last = token.map
        if token.type == "inline":
            yield token, first, max(first, last)


def where_target(document: Document[Any], target: str, first: int, last: int) -> Location | None:
    """Where the target of a link or image is typed, if it is between two lines of the file."""
    for before in ("](", "](<", "<"):
        for typed in (unquote(target), target):
            if found := document.source.find_text(before + typed, first, last):
                return replace(found, column=found.column + len(before))
    return None
