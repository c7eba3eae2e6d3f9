"""What residents do: search, narrow a list, change the language; at a host's root and below a path."""

from __future__ import annotations

from urllib.parse import quote_plus

import pytest
from playwright.sync_api import Browser, Page, expect

from tests.gate.browsing import opened
from tests.gate.real_site import BuiltSite, PageRef, all_pages, editions, full_editions

pytestmark = pytest.mark.browser
QUERIES = [
    ("search/", "マイナンバーカード"),
    ("ja-simple/search/", "マイナンバーカード"),
    ("en/search/", "open data"),
]
UNHEARD_OF = "ѫѫѫѫ"
"""In no page, nor the beginning of it: Pagefind shortens a word until something is found."""
LISTS = ["initiatives.html", "progress-year.html", "schedule.html"]


@pytest.fixture(params=["root", "below a path"])
def site_address(request: pytest.FixtureRequest) -> str:
    name = "address" if request.param == "root" else "address_below"
    return str(request.getfixturevalue(name))


def results(page: Page) -> list[str]:
    """Titles of the results, once they are there."""
    links = page.locator("ol#search-results > li a")
    expect(links.first).to_be_visible(timeout=15_000)
    assert page.locator("ol#search-results > li").count() == links.count()
    return links.all_inner_texts()


@pytest.mark.parametrize(("path", "query"), QUERIES)
def test_search_by_address_gives_links_that_work(chromium: Browser, site_address: str, path: str, query: str) -> None:
    with opened(chromium, f"{site_address}{path}?q={query.replace(' ', '+')}") as watched:
        page = watched.page
        titles = results(page)
        assert page.locator("[data-search-status]").inner_text()
        for number in range(min(3, len(titles))):
            target = page.locator("ol#search-results > li a").nth(number).evaluate("(link) => link.href")
            assert target.startswith(site_address + path.removesuffix("search/"))
            assert page.request.get(target).ok, target
        page.locator("ol#search-results > li a").first.click()
        expect(page.locator("h1")).to_be_visible()
        assert "/search/" not in page.url
        assert not watched.complaints


@pytest.mark.parametrize(("path", "query"), QUERIES)
def test_search_by_typing_from_another_page(chromium: Browser, address: str, path: str, query: str) -> None:
    with opened(chromium, address + path.removesuffix("search/")) as watched:
        page = watched.page
        page.locator("header [role=search] input:visible").fill(query)
        page.keyboard.press("Enter")
        assert results(page)
        page.locator("[data-search-form] input[name=q]").fill(UNHEARD_OF)
        expect(page.locator("ol#search-results > li")).to_have_count(0)
        expect(page.locator("[data-search-status]")).to_contain_text(UNHEARD_OF)
        assert not watched.complaints


@pytest.mark.parametrize("edition", full_editions())
@pytest.mark.parametrize("template", LISTS)
def test_filter_narrows_a_list_and_stands_in_the_address(
    chromium: Browser, real_site: BuiltSite, address: str, edition: str, template: str
) -> None:
    ref = real_site.richest(edition, template)
    with opened(chromium, address + ref.path[1:]) as watched:
        page = watched.page
        items = page.locator("[data-filter-item]")
        shown = page.locator("[data-filter-item]:visible")
        select = page.locator("form[data-filter] select").first
        total = items.count()
        expect(select).to_be_visible()
        name = select.get_attribute("name")
        value = select.locator("option").last.get_attribute("value") or ""
        select.select_option(value)
        expect(shown).to_have_count(page.locator(f'[data-filter-item][data-{name}~="{value}"]').count())
        assert 0 < shown.count() < total
        assert page.locator("[data-filter-status]").inner_text()
        assert f"{name}={quote_plus(value)}" in page.url
        page.reload()
        assert 0 < shown.count() < total
        page.locator("form[data-filter] button[type=reset]").click()
        expect(shown).to_have_count(total)
        assert not watched.complaints


def test_language_switch_leads_to_the_same_page(chromium: Browser, site_address: str) -> None:
    ref = next(page for page in all_pages() if page.template == "initiative.html" and page.edition == editions()[0])
    with opened(chromium, site_address + ref.path[1:]) as watched:
        for edition in [*editions()[1:], editions()[0]]:
            watched.page.locator(".language-switch > summary").click()
            watched.page.locator(f".language-switch a[hreflang={edition}]").click()
            watched.page.wait_for_url(site_address + of_edition(ref, edition).path[1:])
            assert watched.page.locator("html").get_attribute("lang") == edition


def of_edition(ref: PageRef, edition: str) -> PageRef:
    return next(page for page in all_pages() if (page.key, page.edition) == (ref.key, edition))


def test_lost_visitor_finds_the_way_home_below_a_path(chromium: Browser, address_below: str) -> None:
    with opened(chromium, address_below + "en/no/such/page/") as watched:
        page = watched.page
        assert page.locator("h1").is_visible()
        page.locator("main a").first.click()
        assert page.url.startswith(address_below)
        assert page.locator("h1").is_visible()
