"""Without JavaScript every page says the same, and what needs it is not there."""

from __future__ import annotations

import pytest
from playwright.sync_api import Browser

from tests.gate.browsing import NARROW, WIDE, opened
from tests.gate.conftest import Verdict
from tests.gate.no_script import differences
from tests.gate.real_site import BuiltSite, editions, kinds

pytestmark = pytest.mark.browser


@pytest.mark.parametrize(("edition", "template"), kinds())
def test_content_is_the_same_without_javascript(
    chromium: Browser, real_site: BuiltSite, address: str, verdict: Verdict, edition: str, template: str
) -> None:
    ref = real_site.richest(edition, template)
    verdict([ref], {"no-script": differences(chromium, address + ref.path[1:])})


@pytest.mark.parametrize("edition", editions())
def test_menu_is_there_without_javascript(
    chromium: Browser, real_site: BuiltSite, address: str, edition: str
) -> None:
    home = address + real_site.richest(edition, "404.html").path[1:].removesuffix("404.html")
    with opened(chromium, home, WIDE, java_script_enabled=False) as watched:
        assert watched.page.locator(".site-nav a").first.is_visible()
    with opened(chromium, home, NARROW, java_script_enabled=False) as watched:
        watched.page.locator(".site-menu summary").click()
        watched.page.locator(".site-menu nav a").last.click()
        assert watched.page.locator("h1").is_visible()
        assert watched.page.url != home


@pytest.mark.parametrize("edition", editions())
def test_search_page_explains_itself_without_javascript(
    chromium: Browser, real_site: BuiltSite, address: str, edition: str
) -> None:
    ref = real_site.richest(edition, "search.html")
    with opened(chromium, address + ref.path[1:], java_script_enabled=False) as watched:
        page = watched.page
        assert not page.locator("[data-search-form]").is_visible()
        links = page.locator("[data-search-fallback] a")
        assert links.count() >= 2
        links.first.click()
        assert page.locator("main a").count() > 20


@pytest.mark.parametrize("template", ["initiatives.html", "progress-year.html", "schedule.html"])
def test_filters_are_not_shown_without_javascript(
    chromium: Browser, real_site: BuiltSite, address: str, template: str
) -> None:
    ref = real_site.richest("ja", template)
    with opened(chromium, address + ref.path[1:], java_script_enabled=False) as watched:
        assert not watched.page.locator("form[data-filter]").is_visible()
        assert watched.page.locator("[data-filter-item]:visible").count() > 20
