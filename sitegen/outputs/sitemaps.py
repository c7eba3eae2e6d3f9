"""sitemap.xml and robots.txt: what search engines should find, with every page's other editions."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterable, Iterator
from operator import itemgetter
from xml.etree import ElementTree as ET  # only written here; nothing is parsed

from sitegen.artifacts import Artifact
from sitegen.config import Config
from sitegen.derive import Site
from sitegen.outputs.urls import absolute
from sitegen.texts import Edition

SITEMAP = "sitemap.xml"
NAMESPACES = {
    "xmlns": "http://www.sitemaps.org/schemas/sitemap/0.9",
    "xmlns:xhtml": "http://www.w3.org/1999/xhtml",
}


def sitemap(config: Config, editions: Iterable[Edition], keys: Iterable[tuple[str, dt.date | None]]) -> Artifact:
    """List pages in every edition; a key is a path in the default edition and the day of its last change."""
    listed = tuple(editions)
    root = ET.Element("urlset", NAMESPACES)
    for key, updated in sorted(keys, key=itemgetter(0)):
        for edition in listed:
            url = ET.SubElement(root, "url")
            ET.SubElement(url, "loc").text = absolute(config, edition.url(key))
            if updated:
                ET.SubElement(url, "lastmod").text = updated.isoformat()
            _add_alternates(url, config, listed, key)
    ET.indent(root)
    return Artifact(SITEMAP, ET.tostring(root, encoding="utf-8", xml_declaration=True) + b"\n")


def robots(site: Site) -> Iterator[Artifact]:
    """Let every robot in and show it the sitemap."""
    text = f"User-agent: *\nAllow: /\n\nSitemap: {absolute(site.config, SITEMAP)}\n"
    yield Artifact("robots.txt", text.encode())


def _add_alternates(url: ET.Element, config: Config, editions: tuple[Edition, ...], key: str) -> None:
    default = [("x-default", edition) for edition in editions if edition.default]
    for language, edition in [*((edition.id, edition) for edition in editions), *default]:
        attributes = {"rel": "alternate", "hreflang": language, "href": absolute(config, edition.url(key))}
        ET.SubElement(url, "xhtml:link", attributes)
