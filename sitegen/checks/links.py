"""Links say where they lead, lead somewhere, and are safe to follow."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterator, Mapping
from html import unescape
from posixpath import dirname, relpath
from typing import Any, NamedTuple
from urllib.parse import unquote

from sitegen.checks.walk import inline, texts, versions
from sitegen.derive import Site, resolve
from sitegen.load import Content, Document
from sitegen.markup import anchor, links_of
from sitegen.messages import problem
from sitegen.problems import Location, Problem
from sitegen.validate import suggest

VAGUE = frozenset(
    "こちら こちらへ こちらから こちらを参照 こちらを見る こちらをクリック こちらのページ このリンク ここ ここへ ここから ここをクリック ここを押す "
    "詳細 詳細を見る 詳細はこちら 詳しく 詳しくは 詳しくはこちら くわしく くわしくはこちら もっと見る もっと詳しく 続き 続きを読む 続きはこちら "
    "クリック リンク リンクはこちら "
    "here click clickhere clickthis more readmore seemore learnmore moreinfo moreinformation moredetails details seehere "
    "link thislink linkhere continue continuereading".split()
)
"""Link texts, without spaces and signs, that say nothing outside their sentence."""

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
    for path, address in (
        (("contact", "url"), config.value.contact.url),
        (("repository",), config.value.repository),
    ):
        yield from _safety(address or "", config.source.where(path))


def check_links(site: Site, pages: Mapping[str, frozenset[str]]) -> Iterator[Problem]:
    """Report links into the site that lead nowhere.

    `pages` maps the path of everything that can be linked to, in the default edition, to the ids of its headings. A
    fragment is looked for among these ids. Where the set is empty, it is looked for among the headings of the content
    file behind the page (in the language of the linking file, or the default one); a page without one takes any.
    """
    originals = {file: document for document in site.content.documents() for file in _files(document)}
    for original in site.content.documents():
        for language, document in versions(site.content, original):
            for link in _links(document):
                if link.target and not _scheme(link.target):
                    yield from _broken(site, pages, originals, _Origin(document.source.path, language), link)


class _Origin(NamedTuple):
    path: str
    language: str


def _broken(
    site: Site,
    pages: Mapping[str, frozenset[str]],
    originals: Mapping[str, Document[Any]],
    origin: _Origin,
    link: Link,
) -> Iterator[Problem]:
    target = unquote(link.target)
    meant = resolve(origin.path, target)
    path = site.targets.get(meant, meant)
    fragment = target.partition("#")[2]
    if path not in pages:
        near = suggest(target.partition("#")[0], _reachable(site, pages, origin.path, target))
        yield problem("broken-link", link.where, value=target, **near)
    elif fragment:
        behind = next(
            (originals[file] for file, page in site.targets.items() if page == path and file in originals),
            None,
        )
        ids = pages[path] or (_ids(behind, origin.language) if behind else frozenset())
        if ids and fragment not in ids:
            yield problem("broken-fragment", link.where, value=fragment, **suggest(fragment, sorted(ids)))


def _reachable(site: Site, pages: Mapping[str, frozenset[str]], source: str, target: str) -> list[str]:
    """What could have been meant: paths of pages, or files as seen from the linking file."""
    if target.startswith("/"):
        return sorted(pages)
    files = (file for file, path in site.targets.items() if path in pages)
    return sorted(relpath(file, dirname(source)) for file in files)


def _ids(document: Document[Any], language: str) -> frozenset[str]:
    read = [document, *(d for lang, d in document.translations.items() if lang == language)]
    return frozenset(
        anchor(d.body.tokens[n + 1].content)
        for d in read
        for n, token in enumerate(d.body.tokens)
        if token.type == "heading_open"
    )


def _files(document: Document[Any]) -> Iterator[str]:
    yield document.source.path
    yield from (translation.source.path for translation in document.translations.values())


def _links(document: Document[Any]) -> Iterator[Link]:
    for token, first, last in inline(document):
        for target, text in links_of(token):
            yield Link(target, text, _where(document, target, text, first, last))


def _where(document: Document[Any], target: str, text: str, first: int, last: int) -> Location:
    """Where the target is typed; one that is encoded or stands elsewhere ([text][1]) is located at the link's words."""
    for typed in (f"]({unquote(target)}", f"]({target}", f"]( {target}", f"<{unquote(target)}>", f"[{text}"):
        if found := document.source.find_text(typed, first, last):
            shift = 2 if typed.startswith("](") else 1
            return Location(found.path, found.line, found.column + shift)
    return document.source.where_text(text, first, last)


def _wording(link: Link) -> Iterator[Problem]:
    bare = "".join(c for c in unicodedata.normalize("NFKC", link.text).casefold() if c.isalnum() or c == "ー")
    if not link.text.strip():
        yield problem("empty-link-text", link.where)
    elif not bare or bare in VAGUE:
        yield problem("vague-link-text", link.where, value=link.text)


def _safety(target: str, where: Location) -> Iterator[Problem]:
    scheme = _scheme(target)
    if scheme == "http":
        yield problem("insecure-link", where, value=target)
    elif scheme and scheme not in _SAFE:
        yield problem("unsafe-link", where, value=target)


def _scheme(target: str) -> str:
    """The scheme that a browser may see: signs, spaces and codes that hide it are taken away first; "//" is one too."""
    bare = target
    for _ in range(3):
        bare = unescape(unquote(bare))
    bare = "".join(c for c in unicodedata.normalize("NFKC", bare) if unicodedata.category(c)[0] not in "CZ")
    found = _SCHEME.match(bare.casefold())
    return (found[1] or "//") if found else ""
