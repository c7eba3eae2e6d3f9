"""Checks that look at several pages together: links, titles, counterparts in other editions."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping
from urllib.parse import urlsplit

from tests.gate.html_page import Html, described
from tests.gate.real_site import HOST

LINKS = ("href", "src", "action", "data-engine", "data-base")


def titles_unique(pages: Iterable[Html]) -> Iterator[str]:
    """No two pages of an edition have the same title."""
    seen: dict[tuple[str, str], str] = {}
    for page in pages:
        title = page.soup.title.get_text(strip=True) if page.soup.title else ""
        first = seen.setdefault((page.ref.edition, title), page.ref.path)
        if first != page.ref.path:
            yield f"{page.ref.path}: {title!r} is the title of {first} too"


def alternates_reciprocal(pages: Iterable[Html]) -> Iterator[str]:
    """A page that is named as an alternate names the other one back."""
    links = {page.address: page.soup.select('link[rel="alternate"][hreflang]') for page in pages}
    named = {address: {str(link["href"]) for link in found} for address, found in links.items()}
    for address, others in named.items():
        silent = [other for other in sorted(others) if address not in named.get(other, ())]
        yield from (f"{other} does not name {address}" for other in silent)


def broken_links(page: Html, files: Mapping[str, frozenset[str]]) -> Iterator[str]:
    """Links lead to a file of the site and to an id that is in it, or openly to another site.

    `files` gives for every path below the site's folder the ids in it.
    """
    for attribute in LINKS:
        for element in page.soup.select(f"[{attribute}]"):
            link = str(element[attribute])
            if fault := _fault(page, link, files):
                yield f"{described(element)}: {link} {fault}"


def absolute_links(page: Html) -> Iterator[str]:
    """The page that hosts show at any address links by absolute paths only."""
    for attribute in LINKS:
        for element in page.soup.select(f"[{attribute}]"):
            link = str(element[attribute])
            if not urlsplit(link).scheme and not link.startswith((page.base, "#")):
                yield f"{described(element)}: {link}"


def ids_in(text: str) -> frozenset[str]:
    """Every id in some HTML, without parsing it."""
    return frozenset(re.findall(r'\sid="([^"]+)"', text))


def _fault(page: Html, link: str, files: Mapping[str, frozenset[str]]) -> str:
    address, fragment = page.target(link)
    if not page.inside(address):
        elsewhere = urlsplit(address).scheme in ("https", "http", "mailto", "tel") and not address.startswith(HOST)
        return "" if elsewhere else "leads out of the site"
    path = address.removeprefix(HOST + page.base).partition("?")[0]
    file = path + "index.html" if not path or path.endswith("/") else path
    if file not in files:
        return "is not there"
    return "" if not fragment or fragment in files[file] else "has no such place in it"
