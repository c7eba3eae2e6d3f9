"""The HTML of every page of the built site: the Nu HTML checker, our own checks, and links."""

from __future__ import annotations

from functools import cache, lru_cache

import pytest

from tests.gate.conftest import Verdict
from tests.gate.html_checks import PAGE_CHECKS, Check
from tests.gate.html_page import Html
from tests.gate.link_checks import absolute_links, alternates_reciprocal, broken_links, ids_in, titles_unique
from tests.gate.nu import run_nu
from tests.gate.real_site import HOST, BuiltSite, all_pages, editions, every_edition

EDITIONS = [pytest.param(edition, marks=pytest.mark.xdist_group(f"html-{edition}")) for edition in every_edition()]
"""Pages are parsed once for each edition, so its tests stay in one process."""


@lru_cache(maxsize=1)  # the parsed pages of one edition take a gigabyte
def pages_of(site: BuiltSite, edition: str) -> tuple[Html, ...]:
    known = tuple(editions())
    return tuple(Html(ref, site.html(ref), known, site.base) for ref in all_pages() if ref.edition == edition)


@cache
def files_of(site: BuiltSite) -> dict[str, frozenset[str]]:
    """Path of every file → the ids in it."""
    paths = [path for path in site.folder.rglob("*") if path.is_file()]
    names = {path: path.relative_to(site.folder).as_posix() for path in paths}
    return {n: ids_in(p.read_text("utf-8")) if n.endswith(".html") else frozenset() for p, n in names.items()}


@pytest.mark.browser
def test_nu_html_checker_finds_nothing(real_site: BuiltSite, verdict: Verdict) -> None:
    verdict(all_pages(), {"html": run_nu(real_site.folder)})


@pytest.mark.parametrize("check", PAGE_CHECKS, ids=lambda check: check.__name__)
@pytest.mark.parametrize("edition", EDITIONS)
def test_pages_are_built_well(real_site: BuiltSite, verdict: Verdict, edition: str, check: Check) -> None:
    pages = pages_of(real_site, edition)
    found = [f"{check.__name__}: {page.ref.path}: {finding}" for page in pages for finding in check(page)]
    verdict([page.ref for page in pages], {"structure": found})


@pytest.mark.parametrize("edition", EDITIONS)
def test_links_lead_somewhere_and_titles_differ(real_site: BuiltSite, verdict: Verdict, edition: str) -> None:
    pages = pages_of(real_site, edition)
    files = files_of(real_site)
    links = [f"{page.ref.path}: {finding}" for page in pages for finding in broken_links(page, files)]
    verdict([page.ref for page in pages], {"links": links, "structure": [*titles_unique(pages)]})


def test_editions_name_each_other(real_site: BuiltSite, verdict: Verdict) -> None:
    heads = {ref: real_site.html(ref).partition("</head>")[0] for ref in all_pages()}
    pages = [Html(ref, head, tuple(editions())) for ref, head in heads.items()]
    verdict(all_pages(), {"structure": [*alternates_reciprocal(pages)]})


def test_site_below_a_path_differs_in_public_addresses_only(real_site: BuiltSite, real_site_below: BuiltSite) -> None:
    for ref in all_pages():
        if ref.template != "404.html":
            html = real_site_below.html(ref).replace(HOST + real_site_below.base, HOST + "/")
            assert html == real_site.html(ref), ref.path


def test_404_page_links_by_absolute_paths(real_site: BuiltSite, real_site_below: BuiltSite, verdict: Verdict) -> None:
    refs = [ref for ref in all_pages() if ref.template == "404.html"]
    known = tuple(editions())
    found = [
        f"{page.address}: {finding}"
        for site in (real_site, real_site_below)
        for page in (Html(ref, site.html(ref), known, site.base) for ref in refs)
        for finding in (*absolute_links(page), *broken_links(page, files_of(site)))
    ]
    verdict(refs, {"links": found})
