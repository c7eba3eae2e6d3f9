"""Checks of one page's HTML, without a browser: each takes a page and yields what is wrong with it."""

from __future__ import annotations

import json
import re
from collections import Counter
from collections.abc import Callable, Iterator

from bs4 import Tag

from tests.gate.html_page import Html, described, label_of, name_of

VAGUE = {
    "こちら", "ここ", "これ", "詳細", "詳しく", "詳しくは", "詳しくはこちら", "もっと見る",
    "続きを読む", "続き", "リンク", "クリック",
    "here", "click here", "this", "more", "read more", "learn more", "details", "link", "page",
}  # fmt: skip
LANDMARKS = ("header", "main", "footer")
LOADING = (
    "[src], [srcset], [data], [action], "
    'link[rel~="stylesheet"], link[rel~="icon"], link[rel~="preload"], link[rel~="modulepreload"]'
)
REFERENCES = ("for", "aria-labelledby", "aria-describedby", "aria-controls", "headers", "data-filter")

Check = Callable[[Html], Iterator[str]]


def language(page: Html) -> Iterator[str]:
    """The page says which language it is in, and names of languages are well formed."""
    html = page.soup.html
    if html is None or html.get("lang") != page.language:
        yield f"html lang is {html and html.get('lang')!r}, the edition is {page.ref.edition}"
    for element in page.soup.select("[lang], [hreflang]"):
        for value in (element.get("lang"), element.get("hreflang")):
            if value is not None and not re.fullmatch(r"[a-z]{2,3}(-[A-Za-z0-9]{2,8})*|x-default", str(value)):
                yield f"{described(element)}: {value!r} is no language"


def headings(page: Html) -> Iterator[str]:
    """There is one h1, it comes first, no level is skipped, and none is empty."""
    found = page.soup.find_all(re.compile("^h[1-6]$"))
    levels = [int(heading.name[1]) for heading in found]
    if levels.count(1) != 1:
        yield f"{levels.count(1)} h1 elements"
    for heading, level, before in zip(found, levels, [0, *levels], strict=False):
        if level > before + 1:
            yield f"{described(heading)}: level {level} after level {before}"
        if not name_of(heading):
            yield f"{described(heading)}: empty"


def landmarks(page: Html) -> Iterator[str]:
    """There is one banner, one main part and one footer, and nothing stands outside of them."""
    parts = page.soup.select("body > *")
    for name in LANDMARKS:
        if (count := sum(part.name == name for part in parts)) != 1:
            yield f"{count} {name} elements in body"
    if len(page.soup.find_all("main")) != 1 or not page.soup.select("main#main"):
        yield "no single main with the id main"
    for part in parts:
        if part.name not in (*LANDMARKS, "script") and "skip-link" not in part.get_attribute_list("class"):
            yield f"{described(part)}: outside the landmarks"


def navigations(page: Html) -> Iterator[str]:
    """There is navigation, and each has a name that tells it from the others beside it."""
    found = page.soup.find_all("nav")
    if not found:
        yield "no nav"
    names = Counter((id(nav.find_parent(LANDMARKS)), label_of(page, nav)) for nav in found)
    for (_, label), number in names.items():
        if not label or number > 1:
            yield f"{number} navs are called {label!r}"


def skip_link(page: Html) -> Iterator[str]:
    """The first thing in the page leads to its main part."""
    stops = page.soup.select("body :is(a[href], button, input, select, summary, [tabindex])")
    if not stops or stops[0].get("href") != "#main" or not name_of(stops[0]):
        yield "the first stop is no link to #main"


def title_and_description(page: Html) -> Iterator[str]:
    """A title and a description, both with words in them."""
    if not page.soup.title or not page.soup.title.get_text(strip=True):
        yield "no title"
    description = page.soup.select_one('meta[name="description"]')
    if description is None or not str(description.get("content", "")).strip():
        yield "no description"


def security_policy(page: Html) -> Iterator[str]:
    """The policy stands before all that it rules; it allows nothing inline and no other host."""
    head = page.soup.select("head *")
    metas = [tag for tag in head if str(tag.get("http-equiv", "")).lower() == "content-security-policy"]
    if len(metas) != 1:
        yield f"{len(metas)} security policies"
        return
    if any(tag.name in ("link", "script", "style") for tag in head[: head.index(metas[0])]):
        yield "something is loaded before the policy"
    policy = str(metas[0].get("content", ""))
    if not policy.startswith("default-src 'none'"):
        yield "does not begin with default-src 'none'"
    allowed = {"'none'", "'self'"} | ({"'wasm-unsafe-eval'"} if page.ref.template == "search.html" else set())
    sources = {word for directive in policy.split(";") for word in directive.split()[1:]}
    yield from (f"allows {source}" for source in sorted(sources - allowed))


def nothing_inline(page: Html) -> Iterator[str]:
    """No script but JSON-LD, no style, no event attribute, no javascript: link."""
    for script in page.soup.find_all("script"):
        if script.get("type") == "application/ld+json":
            yield from _json_faults(script)
        elif not script.get("src") or script.get_text(strip=True):
            yield f"{described(script)}: inline script"
    yield from (f"{described(style)}: inline style" for style in page.soup.select("style, [style]"))
    for element in page.soup.find_all(True):
        for attribute, value in element.attrs.items():
            if attribute.startswith("on") or str(value).strip().lower().startswith("javascript:"):
                yield f"{described(element)}: {attribute} is code"


def own_host(page: Html) -> Iterator[str]:
    """The page loads nothing from another host and sends nothing there."""
    for element in page.soup.select(LOADING):
        links = [str(element[name]) for name in ("src", "href", "data", "action") if element.get(name)]
        links += [part.split()[0] for part in str(element.get("srcset", "")).split(",") if part.strip()]
        away = [link for link in links if not page.inside(page.target(link)[0])]
        yield from (f"{described(element)}: {link}" for link in away)


def alternates(page: Html) -> Iterator[str]:
    """The page names its own address and its counterparts; one that is not indexed names none."""
    canonical = [str(link["href"]) for link in page.soup.select('link[rel="canonical"]')]
    links = page.soup.select('link[rel="alternate"][hreflang]')
    named = sorted((str(link["hreflang"]), str(link["href"])) for link in links)
    if page.soup.select_one('meta[name="robots"][content*="noindex"]'):
        if named or canonical != ([page.address_in(page.editions[0])] if page.repeats else []):
            yield "is not indexed, yet has alternates or another canonical address than that of the page it repeats"
        return
    if canonical != [page.address]:
        yield f"canonical is {canonical}, not {page.address}"
    wanted = {edition: page.address_in(edition) for edition in page.editions}
    if named != sorted({**wanted, "x-default": wanted[page.editions[0]]}.items()):
        yield f"alternates are {named}"


def language_switch(page: Html) -> Iterator[str]:
    """Every edition's own name links to this same page there, and the current one is marked."""
    links = page.soup.select(".language-switch a")
    if [str(link.get("lang")) for link in links] != list(page.editions):
        yield f"links are {[link.get('lang') for link in links]}"
        return
    for link, edition in zip(links, page.editions, strict=True):
        if page.target(str(link["href"]))[0] != page.address_in(edition) or link.get("hreflang") != edition:
            yield f"{described(link)}: leads to {link['href']}"
        if bool(link.get("aria-current")) != (edition == page.language):
            yield f"{described(link)}: aria-current is {link.get('aria-current')!r}"


def breadcrumb(page: Html) -> Iterator[str]:
    """An ordered list leads from home to this page, which is its last entry."""
    if page.ref.template == "404.html":
        return
    entries = page.soup.select("nav.breadcrumb ol > li")
    if not entries or not entries[-1].select('[aria-current="page"]') or entries[-1].find("a"):
        yield "does not end with this page"
    if not all(entry.find("a", href=True) for entry in entries[:-1]):
        yield "an entry is no link"


def ids(page: Html) -> Iterator[str]:
    """No id is used twice, and every reference to one is right."""
    found = Counter(str(element["id"]) for element in page.soup.select("[id]"))
    yield from (f"id {id_!r} {number} times" for id_, number in found.items() if number > 1)
    for attribute in REFERENCES:
        for element in page.soup.select(f"[{attribute}]"):
            missing = set(" ".join(element.get_attribute_list(attribute)).split()) - found.keys()
            yield from (f"{described(element)}: {attribute} {id_!r} is not there" for id_ in sorted(missing))


def tables(page: Html) -> Iterator[str]:
    """Tables have a caption or a named region around them, and headers that say what they head."""
    for table in page.soup.find_all("table"):
        region = table.find_parent(attrs={"role": "region"})
        if not (table.caption and name_of(table.caption)) and not (region and label_of(page, region)):
            yield f"{described(table)}: no caption"
        headers = table.find_all("th")
        if not headers:
            yield f"{described(table)}: no headers"
        for header in headers:
            if header.get("scope") not in ("col", "row", "colgroup", "rowgroup"):
                yield f"{described(header)}: no scope"
            if not name_of(header):
                yield f"{described(table)}: an empty header"


def pictures(page: Html) -> Iterator[str]:
    """Pictures have a text alternative, or are hidden from screen readers."""
    for image in page.soup.find_all("img"):
        if not str(image.get("alt", "")).strip() and image.get("role") != "presentation":
            yield f"{described(image)}: no text alternative"
    for svg in page.soup.find_all("svg"):
        hidden = any(part.get("aria-hidden") == "true" for part in (svg, *svg.parents))
        named = svg.get("role") == "img" and label_of(page, svg)
        if not hidden and not named and not svg.find_parent("svg"):
            yield f"{described(svg)}: neither hidden nor named"


def link_texts(page: Html) -> Iterator[str]:
    """A link says where it leads, also when it is read on its own, and no button is empty."""
    for element in page.soup.select("a[href], button, summary"):
        text = str(element.get("aria-label") or name_of(element)).strip()
        if not text or (element.name == "a" and text.lower().rstrip("。.…") in VAGUE):
            yield f"{described(element)}: {text!r} does not say where it leads"
    yield from (f"{described(link)}: a link to nowhere" for link in page.soup.select("a:not([href])"))


def one_text_one_target(page: Html) -> Iterator[str]:
    """Within one list or part of the page, links that read the same lead to the same place."""
    seen: dict[tuple[int, str], str] = {}
    for link in page.soup.select("a[href]"):
        part = link.find_parent(["ul", "ol", "nav", "section", *LANDMARKS])
        target = "#".join(page.target(str(link["href"])))
        first = seen.setdefault((id(part), str(link.get("aria-label") or name_of(link))), target)
        if first != target:
            yield f"{described(link)}: leads to {target}, and elsewhere to {first}"


def initiative_mark(page: Html) -> Iterator[str]:
    """The page of an initiative says in a way that programs can read which one it is."""
    marks = [str(article["data-initiative"]) for article in page.soup.select("article[data-initiative]")]
    wanted = 1 if page.ref.template == "initiative.html" else 0
    if page.ref.template != "all.html" and len(marks) != wanted:
        yield f"{len(marks)} articles with data-initiative"
    yield from (f"data-initiative is {m!r}" for m in marks if not re.fullmatch(r"[a-z0-9-]+/\S+", m))


PAGE_CHECKS: tuple[Check, ...] = (
    language,
    headings,
    landmarks,
    navigations,
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


def _json_faults(script: Tag) -> Iterator[str]:
    try:
        json.loads(script.string or "")
    except ValueError as error:
        yield f"JSON-LD: {error}"
