"""feed.xml: the news as Atom."""

from __future__ import annotations

import xml.etree.ElementTree as ET

from sitegen.derive import derive
from sitegen.outputs.feeds import news_feeds
from tests.site_builder import NEWS, SmallSite

ATOM = "{http://www.w3.org/2005/Atom}"
LANGUAGE = "{http://www.w3.org/XML/1998/namespace}lang"
BASE = "https://example.org/dx/"


def feed(site: SmallSite, path: str = "feed.xml") -> ET.Element:
    files = {artifact.path: artifact.content for artifact in news_feeds(derive(site.content()))}
    return ET.fromstring(files[path])


def text(parent: ET.Element, name: str) -> str | None:
    return parent.findtext(ATOM + name)


def links(parent: ET.Element, rel: str) -> list[str]:
    return [link.attrib["href"] for link in parent.findall(f"{ATOM}link") if link.get("rel") == rel]


def test_every_edition_has_a_feed_in_its_language(site: SmallSite) -> None:
    languages = {path: feed(site, path).get(LANGUAGE) for path in ("feed.xml", "ja-simple/feed.xml", "en/feed.xml")}
    assert languages == {"feed.xml": "ja", "ja-simple/feed.xml": "ja-simple", "en/feed.xml": "en"}


def test_a_feed_names_itself_its_page_and_its_author(site: SmallSite) -> None:
    english = feed(site, "en/feed.xml")
    assert text(english, "id") == f"{BASE}en/feed.xml"
    assert text(english, "title") == "Hoshi City DX Plan"
    assert links(english, "self") == [f"{BASE}en/feed.xml"]
    assert links(english, "alternate")[0] == f"{BASE}en/news/"
    assert english.findtext(f"{ATOM}author/{ATOM}name") == "IT Division"


def test_an_entry_is_a_news_item_with_the_address_of_its_page(site: SmallSite) -> None:
    entry = feed(site, "en/feed.xml").find(f"{ATOM}entry")
    assert entry is not None
    assert text(entry, "id") == f"{BASE}en/news/2026-11-20-open/"
    assert text(entry, "title") == "The site is open"
    assert text(entry, "summary") == "The plan has a website."
    assert links(entry, "alternate") == [f"{BASE}en/news/2026-11-20-open/"]


def test_dates_are_those_that_editors_wrote(site: SmallSite) -> None:
    site.replace(NEWS, "updated: 2026-11-21", "updated: 2026-12-01")
    entry = feed(site).find(f"{ATOM}entry")
    assert entry is not None
    assert text(entry, "published") == "2026-11-20T00:00:00+09:00"
    assert text(entry, "updated") == "2026-12-01T00:00:00+09:00"
    assert text(feed(site), "updated") == "2026-12-01T00:00:00+09:00"


def test_text_that_is_not_translated_says_its_language(site: SmallSite) -> None:
    site.remove(NEWS.replace(".md", ".en.md"))
    entry = feed(site, "en/feed.xml").find(f"{ATOM}entry")
    assert entry is not None
    title = entry.find(f"{ATOM}title")
    assert title is not None
    assert (title.text, title.get(LANGUAGE)) == ("サイトを公開しました", "ja")


def test_newer_news_come_first(site: SmallSite) -> None:
    newer = site.read(NEWS).replace("2026-11-20", "2026-12-24")
    site.write("content/news/2026-12-24-second.md", newer)
    ids = [text(entry, "id") for entry in feed(site).findall(f"{ATOM}entry")]
    assert ids == [f"{BASE}news/2026-12-24-second/", f"{BASE}news/2026-11-20-open/"]


def test_a_feed_without_news_has_the_date_of_the_newest_text(site: SmallSite) -> None:
    for suffix in (".md", ".en.md", ".ja-simple.md"):
        site.remove(NEWS.replace(".md", suffix))
    assert text(feed(site), "updated") == "2026-11-21T00:00:00+09:00"
