"""What models cannot see: whether the facts and texts of the whole content fit together."""

from __future__ import annotations

from collections.abc import Callable, Iterator

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
)

__all__ = ["CHECKS", "Check", "check", "check_links"]


def check(content: Content) -> list[Problem]:
    """Run every check that needs no page; `check_links` follows when the site's pages are known."""
    return [problem for one in CHECKS for problem in one(content)]
