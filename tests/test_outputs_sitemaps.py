"""sitemap.xml and robots.txt: what search engines find."""

from __future__ import annotations

import datetime as dt
import xml.etree.ElementTree as ET

import pytest

from sitegen.derive import derive
from sitegen.outputs.sitemaps import robots, sitemap
from tests.site_builder import SmallSite

SITEMAP = "{http://www.sitemaps.org/schemas/sitemap/0.9}"
XHTML = "{http://www.w3.org/1999/xhtml}"
BASE = "https://example.org/dx/"


@pytest.fixture
def urls(site: SmallSite) -> list[ET.Element]:
    made = derive(site.content())
    keys = [("/hoshi/", dt.date(2026, 11, 21)), ("/", None)]
    return list(ET.fromstring(sitemap(made.config, made.editions, keys).content))


def test_every_page_is_listed_in_every_edition(urls: list[ET.Element]) -> None:
    paths = [(url.findtext(f"{SITEMAP}loc") or "").removeprefix(BASE) for url in urls]
    assert paths == ["", "ja-simple/", "en/", "hoshi/", "ja-simple/hoshi/", "en/hoshi/"]


def test_each_edition_names_all_others_and_the_default(urls: list[ET.Element]) -> None:
    for url in urls[3:]:
        links = {link.attrib["hreflang"]: link.attrib["href"] for link in url.findall(f"{XHTML}link")}
        assert links == {
            "ja": f"{BASE}hoshi/",
            "ja-simple": f"{BASE}ja-simple/hoshi/",
            "en": f"{BASE}en/hoshi/",
            "x-default": f"{BASE}hoshi/",
        }


def test_the_day_of_the_last_change_is_given_where_it_is_known(urls: list[ET.Element]) -> None:
    days = [url.findtext(f"{SITEMAP}lastmod") for url in urls]
    assert days == [None, None, None, "2026-11-21", "2026-11-21", "2026-11-21"]


def test_robots_find_the_sitemap(site: SmallSite) -> None:
    made = next(robots(derive(site.content())))
    assert made.path == "robots.txt"
    assert f"Sitemap: {BASE}sitemap.xml\n" in made.content.decode()
