"""Ways through the facts and Japanese texts of a plan that several rules take."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import Any

from markdown_it.token import Token

from sitegen.checks.walk import inline
from sitegen.load import PlanContent
from sitegen.markup import plain
from sitegen.model import Initiative, Table
from sitegen.problems import Location
from sitegen.reader import Document, Entry
from sitegen.source import FieldPath

Listed = Document[Initiative]


@dataclass(frozen=True)
class Said:
    """A piece of text, where it stands, and the short name of what it belongs to (an initiative's number)."""

    text: str
    where: Location
    owner: str
    part_of: str = ""
    """The list that it is an item of, if any."""


@dataclass(frozen=True)
class Grid:
    """A table of facts or of a text: heading cells, rows, and where each cell stands."""

    owner: str
    title: str
    columns: Sequence[str]
    rows: Sequence[Sequence[Said]]


def originals(plan: PlanContent) -> tuple[Listed, ...]:
    """The initiatives without cross-listed ones, whose facts are those of the original."""
    return tuple(i for i in plan.initiatives if i.head.repeat_of is None)


def documents(plan: PlanContent) -> Iterator[tuple[str, Document[Any]]]:
    """Every Japanese text of the plan with its short name."""
    yield from ((i.head.number, i) for i in plan.initiatives)
    yield from plan.policies.items()
    yield from ((page.slug, page) for page in plan.pages)


def listed_texts(document: Listed) -> Iterator[Said]:
    """The printed sentences and figures of an initiative."""
    facts, source = document.head, document.source

    def texts(path: FieldPath, words: Sequence[str]) -> Iterator[Said]:
        for n, word in enumerate(words):
            yield Said(word, source.where((*path, n)), facts.number, ".".join(map(str, path)))

    yield from texts(("figures",), facts.figures)
    yield from texts(("footnotes",), facts.footnotes)
    yield from texts(("cost_notes",), facts.cost_notes)
    for n, report in enumerate(facts.progress):
        yield from texts(("progress", n, "figures"), report.figures)
        yield from texts(("progress", n, "figures_in_issues_or_reason"), report.figures_in_issues_or_reason)


def said_in(document: Listed) -> Iterator[Said]:
    """Every block of an initiative's Japanese text."""
    return _blocks(document.head.number, document)


def body_texts(plan: PlanContent) -> Iterator[Said]:
    """Every block of the plan's Japanese texts."""
    for owner, document in documents(plan):
        yield from _blocks(owner, document)


def _blocks(owner: str, document: Document[Any]) -> Iterator[Said]:
    for token, first, last in inline(document):
        words = plain([token])
        yield Said(words, document.source.where_text(words[:12], first, last), owner)


def grids(plan: PlanContent) -> Iterator[Grid]:
    """Every table: those of the folder tables/ and those in texts."""
    for name, entry in plan.tables.items():
        yield _grid(name, entry)
    for owner, document in documents(plan):
        yield from _grids_in(owner, document)


def all_texts(plan: PlanContent) -> Iterator[Said]:
    """Figures, notes, cells of tables and texts of the plan; a two-column row is also read as one sentence."""
    yield Said(plan.plan.value.title, plan.plan.source.where(("title",)), "plan.yaml")
    for document in originals(plan):
        yield from listed_texts(document)
    for name, entry in plan.tables.items():
        yield Said(entry.value.title, entry.source.where(("title",)), name)
        if entry.value.note:
            yield Said(entry.value.note, entry.source.where(("note",)), name)
        for row in _grid(name, entry).rows:
            if len(row) == 2:
                yield Said(f"{row[0].text} {row[1].text}", row[1].where, name)
            else:
                yield from row
    yield from body_texts(plan)


def _grid(name: str, entry: Entry[Table]) -> Grid:
    rows = [
        [Said(cell, entry.source.where(("rows", n, m)), name) for m, cell in enumerate(row)]
        for n, row in enumerate(entry.value.rows)
    ]
    return Grid(name, entry.value.title, entry.value.columns, rows)


def _grids_in(owner: str, document: Document[Any]) -> Iterator[Grid]:
    rows: list[list[Said]] = []
    line = 0
    tokens: Sequence[Token] = document.body.tokens
    for n, token in enumerate(tokens):
        if token.type == "tr_open":
            rows.append([])
            line = (token.map or [line])[0]
        elif token.type in ("th_open", "td_open"):
            words = plain(tokens[n + 1 : n + 2])
            rows[-1].append(Said(words, document.source.where_text(words, line), owner))
        elif token.type == "table_close":
            yield Grid(owner, "", [cell.text for cell in rows[0]], rows[1:])
            rows = []
