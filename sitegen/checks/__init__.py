"""What models cannot see: whether the facts and texts of the whole content fit together."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator

from sitegen.checks.consistency import consistency
from sitegen.checks.easy_japanese import easy
from sitegen.checks.headings import headings
from sitegen.checks.html import raw_html
from sitegen.checks.images import images
from sitegen.checks.links import check_links, links
from sitegen.checks.references import references
from sitegen.checks.sections import sections
from sitegen.checks.tables import tables
from sitegen.checks.translations import translations
from sitegen.checks.unique import unique
from sitegen.checks.years import years
from sitegen.easy_rules import EASY_RULES
from sitegen.load import Content
from sitegen.problems import Problem

Check = Callable[[Content], Iterator[Problem]]

CHECKS: tuple[Check, ...] = (
    references,
    years,
    unique,
    sections,
    headings,
    links,
    images,
    raw_html,
    tables,
    translations,
    easy,
)

FOUND_IN = {
    "unknown-term": "/glossary/",
    "unknown-national-item": "/national.yaml",
    "unknown-table": "/tables/",
    "unknown-initiative": "/initiatives/",
    "missing-string": "/strings.",
    "undeclared-section": "/strings.",
    "missing-section": "/strings.",
    "missing-translated-field": "/glossary.",
    **dict.fromkeys(EASY_RULES, "/glossary/"),
}
"""Problem → part of the path of the files that have what is missing."""

__all__ = ["CHECKS", "Check", "check", "check_links"]


def check(content: Content) -> list[Problem]:
    """Run every check that needs no page; `check_links` follows when the site's pages are known."""
    found = [problem for one in CHECKS for problem in one(content)]
    found += consistency(content, found)
    return [problem for problem in found if not _follows(problem, content.broken)]


def _follows(problem: Problem, broken: Iterable[str]) -> bool:
    """Whether a thing may be missing only because the file that has it could not be read."""
    home = FOUND_IN.get(problem.id)
    return home is not None and any(home in file for file in broken)
