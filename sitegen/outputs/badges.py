"""/badges/<plan>/<slug>.<edition>.svg: an initiative's newest evaluation, for other websites to embed."""

from __future__ import annotations

import unicodedata
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass

from jinja2 import Template

from sitegen.artifacts import Artifact
from sitegen.derive import EditionSite, Listed, PlanSite, report_of
from sitegen.language import dates
from sitegen.language.strings import Strings
from sitegen.model import Kind
from sitegen.texts import Text

FONT_SIZE = 14
"""Pixels."""


@dataclass(frozen=True)
class Badge:
    """What templates/badge.svg shows; widths in pixels."""

    language: str
    kind: Kind
    label: Text
    word: Text
    title: str
    label_width: int
    word_width: int
    font_size: int = FONT_SIZE


def badges(views: Iterable[EditionSite], strings: Mapping[str, Strings], template: Template) -> Iterator[Artifact]:
    """A badge for every initiative with a progress report, in every edition; `strings` are given by language."""
    for view in views:
        for plan in view.site.plans:
            for document in plan.initiatives:
                if badge := _badge(view, strings[view.edition.lang], plan, document):
                    svg = template.render(badge=badge)
                    path = f"badges/{plan.id}/{document.slug}.{view.edition.id}.svg"
                    yield Artifact(path, svg.encode(), document.source.path)


def text_width(text: str, size: float = FONT_SIZE) -> int:
    """Estimate the width of bold text, in the unit of `size`; rather too wide than too narrow."""
    return round(size * sum(_letter_width(letter) for letter in text))


def _letter_width(letter: str) -> float:
    """Width in em; readers have different fonts, so classes of letters are as exact as it gets."""
    if unicodedata.east_asian_width(letter) in "WFA":
        return 1.0
    if letter in " '(),.:;I[]fijlrt|":
        return 0.4
    return 0.82 if letter.isupper() or letter in "mw%@" else 0.64


def _badge(view: EditionSite, strings: Strings, plan: PlanSite, document: Listed) -> Badge | None:
    report = report_of(document.head)
    if report is None:
        return None
    leaf = view.fact(plan.plan.leaf, plan)
    number = document.head.number
    label = Text(strings("initiative.number", leaf=leaf.value, number=number), leaf.lang)
    word = view.fact(report.evaluation, plan)
    year = dates.fiscal_year(report.fy, strings)
    title = f"{label} {view.initiative(document).title}: {word} ({year})"
    kind = plan.evaluation(report.evaluation).kind
    return Badge(view.edition.lang, kind, label, word, title, text_width(label.value), text_width(word.value))
