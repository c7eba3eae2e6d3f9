"""Without JavaScript every page says the same, and what needs it is not there."""

from __future__ import annotations

import pytest

from tests.gate.browsing import NARROW, Pages
from tests.gate.conftest import Verdict, Visit
from tests.gate.no_script import differences
from tests.gate.real_site import BuiltSite, PageRef

pytestmark = pytest.mark.browser


def test_content_is_the_same_without_javascript(pages: Pages, address: str, verdict: Verdict, ref: PageRef) -> None:
    verdict([ref], {"no-script": differences(pages, address + ref.path[1:])})


def test_menu_works_without_javascript(visit: Visit, real_site: BuiltSite, edition: str) -> None:
    ref = real_site.richest(edition, "initiative.html")
    with visit(ref, java_script_enabled=False) as watched:
        assert watched.page.locator(".site-nav a").first.is_visible()
    with visit(ref, NARROW, java_script_enabled=False) as watched:
        page = watched.page
        page.locator(".site-menu summary").click()
        page.locator(".site-menu nav a").last.click()
        assert page.locator("h1").is_visible()
        assert not page.url.endswith(ref.path)


def test_search_page_explains_itself_without_javascript(visit: Visit, real_site: BuiltSite, edition: str) -> None:
    with visit(real_site.richest(edition, "search.html"), java_script_enabled=False) as watched:
        page = watched.page
        assert not page.locator("[data-search-form]").is_visible()
        assert page.locator("[data-search-fallback] a").count() >= 2
        page.locator("[data-search-fallback] a").first.click()
        assert page.locator("main a").count() > 20


@pytest.mark.parametrize("template", ["initiatives.html", "progress-year.html", "schedule.html"])
def test_lists_are_whole_without_javascript(visit: Visit, real_site: BuiltSite, template: str) -> None:
    with visit(real_site.richest("ja", template), java_script_enabled=False) as watched:
        assert not watched.page.locator("form[data-filter]").is_visible()
        items = watched.page.locator("[data-filter-item]")
        assert items.count() == watched.page.locator("[data-filter-item]:visible").count() > 20
