"""The Tab key goes through every page in order, always seen, and out of it again."""

from __future__ import annotations

import pytest

from tests.gate.browsing import DARK, FORCED, LIGHT, NARROW, WIDE, Look, unfold
from tests.gate.conftest import Verdict, Visit
from tests.gate.keyboard import walk
from tests.gate.real_site import BuiltSite, PageRef

pytestmark = pytest.mark.browser
WALKS = [(WIDE, LIGHT), (NARROW, DARK), (WIDE, FORCED)]


@pytest.mark.parametrize(("width", "look"), WALKS, ids=[f"{width}-{look.name}" for width, look in WALKS])
def test_tab_reaches_everything_in_order_and_is_seen(
    visit: Visit, verdict: Verdict, ref: PageRef, width: int, look: Look
) -> None:
    with visit(ref, width) as watched:
        look.put_on(watched.page)
        unfold(watched.page)
        verdict([ref], {"keyboard": walk(watched.page)})


def test_skip_link_leads_into_the_main_part(visit: Visit, real_site: BuiltSite, edition: str) -> None:
    with visit(real_site.richest(edition, "initiative.html")) as watched:
        page = watched.page
        page.keyboard.press("Tab")
        assert page.evaluate("() => document.activeElement.getAttribute('href')") == "#main"
        page.keyboard.press("Enter")
        page.keyboard.press("Tab")
        assert page.evaluate("() => Boolean(document.activeElement.closest('main'))")


def test_menu_opens_with_the_keyboard(visit: Visit, real_site: BuiltSite, edition: str) -> None:
    with visit(real_site.richest(edition, "initiative.html"), NARROW) as watched:
        menu = watched.page.locator(".site-menu")
        first = menu.locator("nav a").first
        menu.locator("summary").focus()
        assert not first.is_visible()
        watched.page.keyboard.press("Enter")
        assert first.is_visible()
        watched.page.keyboard.press("Enter")
        assert not first.is_visible()
