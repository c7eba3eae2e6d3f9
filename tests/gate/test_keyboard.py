"""The Tab key goes through every page in order, always seen, and out of it again."""

from __future__ import annotations

import pytest
from playwright.sync_api import Browser

from tests.gate.browsing import DARK, FORCED, LIGHT, NARROW, WIDE, Look, opened, unfold
from tests.gate.conftest import Verdict
from tests.gate.keyboard import walk
from tests.gate.real_site import BuiltSite, editions, kinds

pytestmark = pytest.mark.browser
WALKS = [(WIDE, LIGHT), (NARROW, DARK), (WIDE, FORCED)]


@pytest.mark.parametrize(("width", "look"), WALKS, ids=[f"{width}-{look.name}" for width, look in WALKS])
@pytest.mark.parametrize(("edition", "template"), kinds())
def test_tab_reaches_everything_in_order_and_is_seen(
    chromium: Browser,
    real_site: BuiltSite,
    address: str,
    verdict: Verdict,
    edition: str,
    template: str,
    width: int,
    look: Look,
) -> None:
    ref = real_site.richest(edition, template)
    with opened(chromium, address + ref.path[1:], width) as watched:
        look.put_on(watched.page)
        unfold(watched.page)
        verdict([ref], {"keyboard": walk(watched.page)})


@pytest.mark.parametrize("edition", editions())
def test_skip_link_leads_into_the_main_part(
    chromium: Browser, real_site: BuiltSite, address: str, edition: str
) -> None:
    ref = real_site.richest(edition, "initiative.html")
    with opened(chromium, address + ref.path[1:]) as watched:
        keyboard = watched.page.keyboard
        keyboard.press("Tab")
        assert watched.page.evaluate("() => document.activeElement.getAttribute('href')") == "#main"
        keyboard.press("Enter")
        keyboard.press("Tab")
        assert watched.page.evaluate("() => Boolean(document.activeElement.closest('main'))")


@pytest.mark.parametrize("edition", editions())
def test_menu_opens_with_the_keyboard(
    chromium: Browser, real_site: BuiltSite, address: str, edition: str
) -> None:
    ref = real_site.richest(edition, "initiative.html")
    with opened(chromium, address + ref.path[1:], NARROW) as watched:
        menu = watched.page.locator(".site-menu")
        menu.locator("summary").focus()
        assert not menu.locator("nav a").first.is_visible()
        watched.page.keyboard.press("Enter")
        assert menu.locator("nav a").first.is_visible()
        watched.page.keyboard.press("Enter")
        assert not menu.locator("nav a").first.is_visible()
