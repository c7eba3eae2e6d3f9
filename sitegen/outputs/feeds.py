"""feed.xml of every edition: the news as Atom (RFC 4287)."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterator
from xml.etree import ElementTree as ET  # only written here; nothing is parsed

from sitegen.artifacts import Artifact
from sitegen.derive import Site
from sitegen.model import NewsText
from sitegen.outputs.urls import absolute
from sitegen.reader import Document
from sitegen.texts import Edition, Text, by_language, document_text

NEWS = "/news/"
FEED = "/feed.xml"


def news_feeds(site: Site) -> Iterator[Artifact]:
    """One feed for every edition."""
    for edition in site.editions:
        feed = _feed(site, edition)
        ET.indent(feed)
        content = ET.tostring(feed, encoding="utf-8", xml_declaration=True) + b"\n"
        yield Artifact(edition.url(FEED).removeprefix("/"), content)


def _feed(site: Site, edition: Edition) -> ET.Element:
    config = site.config
    address = absolute(config, edition.url(FEED))
    feed = ET.Element("feed", {"xmlns": "http://www.w3.org/2005/Atom", "xml:lang": edition.lang})
    _add(feed, "id", address)
    _add_text(feed, "title", by_language(config.title, edition), edition)
    _add_text(feed, "subtitle", by_language(config.description, edition), edition)
    changes = (_changed(document, edition) for document in site.news)
    _add(feed, "updated", _midnight(max(changes, default=_newest_text(site))))
    author = ET.SubElement(feed, "author")
    _add(author, "name", by_language(config.publisher or config.contact.name, edition).value)
    _link(feed, "self", address, "application/atom+xml")
    _link(feed, "alternate", absolute(config, edition.url(NEWS)), "text/html", edition.lang)
    for other in site.editions:
        if other != edition:
            _link(feed, "alternate", absolute(config, other.url(FEED)), "application/atom+xml", other.id)
    feed.extend(_entry(site, edition, document) for document in site.news)
    return feed


def _entry(site: Site, edition: Edition, document: Document[NewsText]) -> ET.Element:
    text = document_text(document, edition)
    address = absolute(site.config, edition.url(site.targets[document.source.path]))
    entry = ET.Element("entry")
    _add(entry, "id", address)
    _add_text(entry, "title", text.title, edition)
    _add(entry, "published", _midnight(document.head.date))
    _add(entry, "updated", _midnight(_changed(document, edition)))
    _link(entry, "alternate", address, "text/html", edition.lang)
    _add_text(entry, "summary", text.summary, edition)
    return entry


def _add(parent: ET.Element, name: str, value: str) -> ET.Element:
    element = ET.SubElement(parent, name)
    element.text = value
    return element


def _add_text(parent: ET.Element, name: str, text: Text, edition: Edition) -> None:
    element = _add(parent, name, text.value)
    if text.lang != edition.lang:
        element.set("xml:lang", text.lang)


def _link(parent: ET.Element, rel: str, href: str, kind: str, language: str | None = None) -> None:
    attributes = {"rel": rel, "href": href, "type": kind} | ({"hreflang": language} if language else {})
    ET.SubElement(parent, "link", attributes)


def _changed(document: Document[NewsText], edition: Edition) -> dt.date:
    return max(document_text(document, edition).updated, document.head.date)


def _newest_text(site: Site) -> dt.date:
    """A feed must have a date even before the first news item: that of the newest text."""
    return max((document.head.updated for document in site.content.documents()), default=dt.date(1970, 1, 1))


def _midnight(day: dt.date) -> str:
    """Editors write days; they mean days in Japan."""
    return f"{day.isoformat()}T00:00:00+09:00"
