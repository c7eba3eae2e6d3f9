"""Headings form an outline below the page's title: no second h1, no skipped level, none without words."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from sitegen.load import Content
from sitegen.markup import anchor, plain
from sitegen.messages import problem
from sitegen.problems import Location, Problem
from sitegen.reader import Document


def headings(content: Content) -> Iterator[Problem]:
    """Report headings that break the outline of a page, in every text."""
    initiatives = {document.source.path for plan in content.plans for document in plan.initiatives}
    for original in content.documents():
        for document in (original, *original.translations.values()):
            found = list(_headings(document))
            yield from _outline(found)
            if original.source.path not in initiatives:  # there, sections are compared with the plan's
                yield from _same_name(found)


def _headings(document: Document[Any]) -> Iterator[tuple[int, str, Location]]:
    """Level, words and place of every heading."""
    tokens = document.body.tokens
    for n, token in enumerate(tokens):
        if token.type == "heading_open":
            level, line = int(token.tag[1]), (token.map or [document.source.body_line])[0]
            yield level, plain(tokens[n + 1 : n + 2]).strip(), document.source.where_text("#" * level, line)


def _outline(found: list[tuple[int, str, Location]]) -> Iterator[Problem]:
    before = 1
    for level, words, where in found:
        if not words:
            yield problem("empty-heading", where)
        if level == 1:
            yield problem("heading-level-1", where, value=words)
        elif level > before + 1:
            yield problem("skipped-heading", where, value=words, before="#" * before, level="#" * level)
        before = level


def _same_name(found: list[tuple[int, str, Location]]) -> Iterator[Problem]:
    seen: set[str] = set()
    for _, words, where in found:
        if words and anchor(words) in seen:
            yield problem("duplicate-section", where, value=words)
        seen.add(anchor(words))
