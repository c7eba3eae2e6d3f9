"""Checks of one page's HTML, without a browser: each takes a page and yields what is wrong with it."""

from __future__ import annotations

import json
import re
from collections import Counter
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass
from functools import cached_property
from urllib.parse import urldefrag, urljoin, urlsplit

from bs4 import BeautifulSoup, Tag

from tests.gate.real_site import HOST, PageRef

VAGUE = {
    "こちら", "ここ", "これ", "詳細", "詳しく", "詳しくは", "詳しくはこちら", "もっと見る", "続きを読む", "続き",
    "リンク", "クリック",
    "here", "click here", "this", "more", "read more", "learn more", "details", "link", "page",
}  # fmt: skip
FOCUSABLE = "a[href], button, input, select, summary, [tabindex]"
LOADING = (
    "[src], [srcset], [data], [action]",
    *(f'link[rel~="{kind}"]' for kind in ("stylesheet", "icon", "preload", "modulepreload")),
)


@dataclass(frozen=True)
class Html:
    """A page's HTML and where it stands; `base` is the path of the site on its host."""

    ref: PageRef
    text: str
    editions: tuple[str, ...]
    base: str = "/"

    @cached_property
    def soup(self) -> BeautifulSoup:
        return BeautifulSoup(self.text, "html.parser")

    @property
    def address(self) -> str:
        """The page's public address."""
        return HOST + self.base.rstrip("/") + self.ref.path

    def target(self, link: str) -> tuple[str, str]:
        """Where a link leads: address and fragment."""
        address, fragment = urldefrag(urljoin(self.address, link))
        return address, fragment

    def inside(self, address: str) -> bool:
        return address.startswith(HOST + self.base)


Check = Callable[[Html], Iterator[str]]


def language(page: Html) -> Iterator[str]:
    """The page says which language it is in, and so does every part in another language."""
    html = page.soup.html
    if html is None or html.get("lang") != page.ref.edition:
        yield f"html lang is {html and html.get('lang')!r}, the edition is {page.ref.edition}"
    for element in page.soup.select("[lang], [hreflang]"):
        value = str(element.get("lang", element.get("hreflang")))
        if not re.fullmatch(r"[a-z]{2,3}(-[A-Za-z0-9]{2,8})*|x-default", value):
            yield f"{_name(element)}: {value!r} is no language"


def headings(page: Html) -> Iterator[str]:
    """There is one h1, it comes first, no level is skipped, and none is empty."""
    found = page.soup.find_all(re.compile("^h[1-6]$"))
    levels = [int(heading.name[1]) for heading in found]
    if levels.count(1) != 1:
        yield f"{levels.count(1)} h1 elements"
    for heading, level, before in zip(found, levels, [0, *levels], strict=False):
        if level > before + 1:
            yield f"{_name(heading)}: level {level} after level {before}"
        if not accessible_name(heading):
            yield f"{_name(heading)}: empty"


def landmarks(page: Html) -> Iterator[str]:
    """There is one banner, main and footer; navigations have names of their own; nothing stands outside."""
    body = page.soup.body
    parts = [part for part in body.children if isinstance(part, Tag)] if body else []
    for name in ("header", "main", "footer"):
        if (count := sum(part.name == name for part in parts)) != 1:
            yield f"{count} {name} elements in body"
    if len(page.soup.find_all("main")) != 1 or not page.soup.select("main#main"):
        yield "no single main with the id main"
    navigations = page.soup.find_all("nav")
    if not navigations:
        yield "no nav"
    names = [
        (nav.parent and nav.find_parent(["header", "main", "footer"]), accessible_label(page, nav))
        for nav in navigations
    ]
    if not all(label for _, label in names):
        yield "a nav has no name"
    yield from (
        f"two navs are called {label!r}" for (_, label), n in Counter(names).items() if label and n > 1
    )
    for part in parts:
        if part.name not in (
            "header",
            "main",
            "footer",
            "script",
        ) and "skip-link" not in part.get_attribute_list("class"):
            yield f"{_name(part)}: outside the landmarks"


def skip_link(page: Html) -> Iterator[str]:
    """The first thing in the page leads to its main part."""
    first = page.soup.select_one(
        "body a[href], body button, body input, body select, body summary, body [tabindex]"
    )
    if first is None or first.get("href") != "#main" or not accessible_name(first):
        yield "the first stop is no link to #main"


def title_and_description(page: Html) -> Iterator[str]:
    """A title and a description, both with words in them."""
    if not page.soup.title or not page.soup.title.get_text(strip=True):
        yield "no title"
    description = page.soup.select_one('meta[name="description"]')
    if description is None or not str(description.get("content", "")).strip():
        yield "no description"


def security_policy(page: Html) -> Iterator[str]:
    """The policy stands before all that it rules, and allows nothing inline, from strings, or from other hosts."""
    head = [tag for tag in page.soup.head.find_all(True)] if page.soup.head else []
    metas = [tag for tag in head if str(tag.get("http-equiv", "")).lower() == "content-security-policy"]
    if len(metas) != 1:
        yield f"{len(metas)} security policies"
        return
    policy = str(metas[0].get("content", ""))
    if any(tag.name in ("link", "script", "style") for tag in head[: head.index(metas[0])]):
        yield "something is loaded before the policy"
    if not policy.startswith("default-src 'none'"):
        yield "does not begin with default-src 'none'"
    allowed = {"'none'", "'self'"} | ({"'wasm-unsafe-eval'"} if page.ref.template == "search.html" else set())
    sources = {word for directive in policy.split(";") for word in directive.split()[1:]}
    yield from (f"allows {source}" for source in sorted(sources - allowed))


def nothing_inline(page: Html) -> Iterator[str]:
    """No script but JSON-LD, no style, no event attribute, no javascript: link."""
    for script in page.soup.find_all("script"):
        if script.get("type") == "application/ld+json":
            try:
                json.loads(script.string or "")
            except ValueError as error:
                yield f"JSON-LD: {error}"
        elif not script.get("src") or script.get_text(strip=True):
            yield f"{_name(script)}: inline script"
    yield from (f"{_name(style)}: inline style" for style in page.soup.select("style, [style]"))
    for element in page.soup.find_all(True):
        for attribute, value in element.attrs.items():
            if attribute.startswith("on") or str(value).strip().lower().startswith("javascript:"):
                yield f"{_name(element)}: {attribute} is code"


def own_host(page: Html) -> Iterator[str]:
    """The page loads nothing from another host and sends nothing there."""
    loads = page.soup.select(
        '[src], [srcset], [data], [action], link[rel~="stylesheet"], link[rel~="icon"], link[rel~="preload"]'
    )
    for element in loads:
        links = [
            element.get(name) for name in ("src", "href", "data", "action", "poster") if element.get(name)
        ]
        links += [part.split()[0] for part in str(element.get("srcset", "")).split(",") if part.strip()]
        yield from (
            f"{_name(element)}: {link}" for link in links if not page.inside(page.target(str(link))[0])
        )


def alternates(page: Html) -> Iterator[str]:
    """The page names its own address and its counterpart in every edition; one that is not indexed names none."""
    canonical = [str(link["href"]) for link in page.soup.select('link[rel="canonical"]')]
    links = page.soup.select('link[rel="alternate"][hreflang]')
    named = {str(link["hreflang"]): str(link["href"]) for link in links}
    if page.soup.select_one('meta[name="robots"][content*="noindex"]'):
        if canonical or named:
            yield "is not indexed, yet has a canonical address or alternates"
        return
    if canonical != [page.address]:
        yield f"canonical is {canonical}, not {page.address}"
    if set(named) != {*page.editions, "x-default"} or len(links) != len(named):
        yield f"alternates are {sorted(named)}"
    if named.get(page.ref.edition) != page.address:
        yield f"is not its own alternate: {named.get(page.ref.edition)}"
    if named.get("x-default") != named.get(page.editions[0]):
        yield "x-default is not the default edition"


def language_switch(page: Html) -> Iterator[str]:
    """Every edition's own name links to this same page there, and the current one is marked."""
    links = page.soup.select(".language-switch a")
    if [str(link.get("lang")) for link in links] != list(page.editions):
        yield f"links are {[link.get('lang') for link in links]}"
    for link in links:
        prefix = "" if link.get("lang") == page.editions[0] else f"/{link.get('lang')}"
        wanted = HOST + page.base.rstrip("/") + prefix + page.ref.key
        if page.target(str(link["href"]))[0] != wanted or link.get("hreflang") != link.get("lang"):
            yield f"{_name(link)}: leads to {link['href']}"
        if bool(link.get("aria-current")) != (link.get("lang") == page.ref.edition):
            yield f"{_name(link)}: aria-current is {link.get('aria-current')!r}"


def breadcrumb(page: Html) -> Iterator[str]:
    """An ordered list leads from home to this page, which is its last entry."""
    if page.ref.template in ("home.html", "404.html"):
        return
    entries = page.soup.select("nav.breadcrumb ol > li")
    if not entries or not entries[-1].select('[aria-current="page"]') or entries[-1].find("a"):
        yield "does not end with this page"
    if any(not entry.find("a", href=True) for entry in entries[:-1]):
        yield "an entry is no link"


def ids(page: Html) -> Iterator[str]:
    """No id is used twice, and every reference to one is right."""
    found = [str(element["id"]) for element in page.soup.select("[id]")]
    yield from (f"id {id_!r} {n} times" for id_, n in Counter(found).items() if n > 1)
    for attribute in (
        "for",
        "aria-labelledby",
        "aria-describedby",
        "aria-controls",
        "headers",
        "data-filter",
    ):
        for element in page.soup.select(f"[{attribute}]"):
            missing = set(" ".join(element.get_attribute_list(attribute)).split()) - set(found)
            yield from (f"{_name(element)}: {attribute} {id_!r} is not there" for id_ in sorted(missing))


def tables(page: Html) -> Iterator[str]:
    """Tables have a caption and headers, and every header says what it heads."""
    for table in page.soup.find_all("table"):
        caption = table.find("caption")
        if caption is None or not accessible_name(caption):
            yield f"{_name(table)}: no caption"
        headers = table.find_all("th")
        if not headers:
            yield f"{_name(table)}: no headers"
        for header in headers:
            if header.get("scope") not in ("col", "row", "colgroup", "rowgroup"):
                yield f"{_name(header)}: no scope"
            if not accessible_name(header):
                yield f"{_name(table)}: an empty header"


def pictures(page: Html) -> Iterator[str]:
    """Pictures have a text alternative, or are hidden from screen readers."""
    for image in page.soup.find_all("img"):
        if not str(image.get("alt", "")).strip() and image.get("role") != "presentation":
            yield f"{_name(image)}: no text alternative"
    for svg in page.soup.find_all("svg"):
        hidden = svg.find_parent(attrs={"aria-hidden": "true"}) or svg.get("aria-hidden") == "true"
        if (
            not hidden
            and not svg.find_parent("svg")
            and not (svg.get("role") == "img" and accessible_label(page, svg))
        ):
            yield f"{_name(svg)}: neither hidden nor named"


def link_texts(page: Html) -> Iterator[str]:
    """A link or button says where it leads, also when it is read on its own."""
    for element in page.soup.select("a[href], button, summary"):
        text = str(element.get("aria-label") or accessible_name(element)).strip()
        if not text or text.lower().rstrip("。.…") in VAGUE:
            yield f"{_name(element)}: {text!r} does not say where it leads"
    yield from (f"{_name(link)}: a link to nowhere" for link in page.soup.select("a:not([href])"))


def one_text_one_target(page: Html) -> Iterator[str]:
    """Within one part of the page, links that read the same lead to the same place."""
    seen: dict[tuple[int, str], str] = {}
    for link in page.soup.select("a[href]"):
        part = link.find_parent(["nav", "header", "footer", "section", "main"])
        target = "#".join(page.target(str(link["href"])))
        key = (id(part), accessible_name(link))
        if seen.setdefault(key, target) != target:
            yield f"{_name(link)}: leads to {target}, and elsewhere to {seen[key]}"


def initiative_mark(page: Html) -> Iterator[str]:
    """The page of an initiative says in a way that programs can read which one it is."""
    marks = [str(article["data-initiative"]) for article in page.soup.select("article[data-initiative]")]
    wanted = 1 if page.ref.template == "initiative.html" else 0
    if page.ref.template != "all.html" and len(marks) != wanted:
        yield f"{len(marks)} articles with data-initiative"
    yield from (f"data-initiative is {mark!r}" for mark in marks if not re.fullmatch(r"[a-z0-9-]+/\S+", mark))


PAGE_CHECKS: tuple[Check, ...] = (
    language,
    headings,
    landmarks,
    skip_link,
    title_and_description,
    security_policy,
    nothing_inline,
    own_host,
    alternates,
    language_switch,
    breadcrumb,
    ids,
    tables,
    pictures,
    link_texts,
    one_text_one_target,
    initiative_mark,
)


# --- checks that look at several pages together


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
    named = {
        page.address: {str(link["href"]) for link in page.soup.select('link[rel="alternate"][hreflang]')}
        for page in pages
    }
    for address, others in named.items():
        yield from (
            f"{other} does not name {address}"
            for other in sorted(others)
            if address not in named.get(other, ())
        )


def broken_links(page: Html, files: dict[str, frozenset[str]]) -> Iterator[str]:
    """Links to the site's own files lead to one that is there, and to an id that is in it.

    `files` gives for every path below the site's folder the ids in it.
    """
    for element in page.soup.select("[href], [src], [action], [data-pagefind]"):
        for attribute in {"href", "src", "action", "data-pagefind"} & element.attrs.keys():
            link = str(element[attribute])
            address, fragment = page.target(link)
            if not page.inside(address):
                if urlsplit(address).scheme not in ("https", "http", "mailto", "tel") or address.startswith(
                    HOST
                ):
                    yield f"{_name(element)}: {link} leads out of the site"
                continue
            path = address.removeprefix(HOST + page.base)
            file = path + "index.html" if not path or path.endswith("/") else path
            if file not in files:
                yield f"{_name(element)}: {link} is not there"
            elif fragment and fragment not in files[file]:
                yield f"{_name(element)}: {link} has no such place in it"


def absolute_links(page: Html) -> Iterator[str]:
    """The page that hosts show at any address links by absolute paths only."""
    for element in page.soup.select("[href], [src], [action]"):
        link = str(element.get("href") or element.get("src") or element.get("action"))
        if not urlsplit(link).scheme and not link.startswith((page.base, "#")):
            yield f"{_name(element)}: {link}"


def ids_in(text: str) -> frozenset[str]:
    """Every id in some HTML, without parsing it."""
    return frozenset(re.findall(r'\sid="([^"]+)"', text))


# --- what assistive technology would read


def accessible_name(element: Tag) -> str:
    """The text of an element as a screen reader reads it: with alternatives of pictures, without what is hidden."""
    return " ".join("".join(_read(element)).split())


def accessible_label(page: Html, element: Tag) -> str:
    """The name that an element is given by its attributes."""
    if label := str(element.get("aria-label", "")).strip():
        return label
    named = [page.soup.find(id=id_) for id_ in str(element.get("aria-labelledby", "")).split()]
    return " ".join(accessible_name(tag) for tag in named if isinstance(tag, Tag)).strip()


def _read(element: Tag) -> Iterator[str]:
    for child in element.children:
        if not isinstance(child, Tag):
            yield str(child)
        elif child.get("aria-hidden") != "true":
            yield str(child.get("alt") or child.get("aria-label") or "".join(_read(child)))


def _name(element: Tag) -> str:
    return f"<{element.name}> {accessible_name(element)[:30]!r} (line {element.sourceline})"
