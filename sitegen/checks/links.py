"""Links say where they lead, lead somewhere, and are safe to follow."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterator, Mapping
from html import unescape
from posixpath import dirname, relpath
from typing import Any, NamedTuple
from urllib.parse import unquote

from sitegen.checks.walk import inline, texts, where_target
from sitegen.derive import Site, leads_to_unlisted, resolve
from sitegen.load import Content
from sitegen.markup import links_of
from sitegen.messages import problem
from sitegen.problems import Location, Problem
from sitegen.reader import Document
from sitegen.validate import suggest

VAGUE = re.compile(
    "(こちら|ここ)(へ|から|を(参照|見る|クリック|押す)|のページ)?|(この)?リンク(はこちら)?|"
    "(クリック|詳細)(はこちら|を見る)?|(詳|くわ)しく(は(こちら)?)?|もっと(見る|詳しく)|続き(を読む|はこちら)?|"
    "(see|click|link)?(here|this)?|(read|see|learn)?more(info|information|details)?|details|(this)?link|"
    "continue(reading)?"
)
"""Link texts, without spaces and signs, that say nothing outside their sentence; also no letter at all."""

_SCHEME = re.compile(r"([a-z][a-z0-9+.-]*):|[/\\]{2}")
_SAFE = ("https", "http", "mailto", "tel")


class Link(NamedTuple):
    """A link as typed: target, words, and where it stands."""

    target: str
    text: str
    where: Location


def links(content: Content) -> Iterator[Problem]:
    """Report what is wrong with links whatever the site's pages are."""
    for document in texts(content):
        for link in _links(document):
            yield from _wording(link)
            yield from _safety(link.target, link.where)
    config = content.config
    yield from _safety(config.value.contact.url or "", config.source.where(("contact", "url")))
    yield from _safety(config.value.repository or "", config.source.where(("repository",)))


def check_links(site: Site, pages: Mapping[str, frozenset[str]]) -> Iterator[Problem]:
    """Report links into the site that lead nowhere.

    `pages` maps the path of every page, in the default edition, to the ids of its headings in all editions.
    A generated page without any takes every fragment, a page of a content file only those of its headings.
    """
    for original in site.content.documents():
        if site.targets.get(original.source.path) not in pages:
            continue  # a draft may link to what is not there yet
        for document in (original, *original.translations.values()):
            for link in _links(document):
                if link.target and not _scheme(link.target):
                    yield from _broken(site, pages, link)


def _broken(site: Site, pages: Mapping[str, frozenset[str]], link: Link) -> Iterator[Problem]:
    target, _, fragment = unquote(link.target).partition("#")
    meant = resolve(link.where.path, target)
    path = site.key(meant)
    broken = site.content.broken
    if path not in pages and leads_to_unlisted(meant, site.content.unlisted):
        yield problem("link-to-unlisted-plan", link.where, value=target)
        return
    if path not in pages and (broken if meant.startswith("/") else meant in broken):
        return  # the page may be missing only because its file has an error, which is reported itself
    if path not in pages:
        near = suggest(target, _reachable(site, pages, link.where.path, target))
        yield problem("broken-link", link.where, value=target, **near)
    elif fragment and fragment not in pages[path] and (pages[path] or path in site.targets.values()):
        yield problem("broken-fragment", link.where, value=fragment, **suggest(fragment, sorted(pages[path])))


def _reachable(site: Site, pages: Mapping[str, frozenset[str]], source: str, target: str) -> list[str]:
    """What could have been meant: paths of pages, or files as seen from the linking file."""
    if target.startswith("/"):
        return sorted(pages)
    files = (document.source.path for document in site.content.documents())
    return sorted(relpath(file, dirname(source)) for file in files if site.targets.get(file) in pages)


def _links(document: Document[Any]) -> Iterator[Link]:
    for token, first, last in inline(document):
        for target, text in links_of(token):
            # A target that is encoded or stands elsewhere ([text][1]) is located at the link's words.
            typed = where_target(document, target, first, last)
            yield Link(target, text, typed or document.source.where_text(f"[{text}", first, last))


def _wording(link: Link) -> Iterator[Problem]:
    bare = "".join(c for c in unicodedata.normalize("NFKC", link.text).casefold() if c.isalnum())
    if not link.text.strip():
        yield problem("empty-link-text", link.where)
    elif VAGUE.fullmatch(bare):
        yield problem("vague-link-text", link.where, value=link.text)


def _safety(target: str, where: Location) -> Iterator[Problem]:
    scheme = _scheme(target)
    if scheme == "http":
        yield problem("insecure-link", where, value=unquote(target))
    elif scheme and scheme not in _SAFE:
        yield problem("unsafe-link", where, value=unquote(target))


def _scheme(target: str) -> str:
    """The scheme that a browser may see once codes, spaces and control characters are gone, or //."""
    bare = target
    for _ in range(3):
        bare = unescape(unquote(bare))
    bare = "".join(c for c in unicodedata.normalize("NFKC", bare) if unicodedata.category(c)[0] not in "CZ")
    found = _SCHEME.match(bare.casefold())
    return (found[1] or "//") if found else ""
