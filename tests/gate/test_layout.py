"""Narrow windows, wide letters, big enough targets and paper, on every template in every edition."""

from __future__ import annotations

import pytest
from playwright.sync_api import Browser

from tests.gate.browsing import LOOKS, NARROW, WIDTHS, look_for, opened, unfold
from tests.gate.conftest import Verdict
from tests.gate.real_site import BuiltSite, kinds

pytestmark = pytest.mark.browser
WIDER_LETTERS = """
* { line-height: 1.5 !important; letter-spacing: 0.12em !important; word-spacing: 0.16em !important }
p { margin-block-end: 2em !important }
"""
"""What WCAG 1.4.12 lets readers set."""
PAPER = 680
"""CSS pixels between the margins of an A4 sheet."""


@pytest.mark.parametrize(("edition", "template"), kinds())
def test_narrow_window_and_wide_letters_lose_nothing(
    chromium: Browser, real_site: BuiltSite, address: str, verdict: Verdict, edition: str, template: str
) -> None:
    ref = real_site.richest(edition, template)
    reflow: list[str] = []
    spacing: list[str] = []
    # Only here does the page's security policy give way, since readers' own style sheets are not bound by it.
    with opened(chromium, address + ref.path[1:], NARROW, bypass_csp=True) as watched:
        page = watched.page
        for look in LOOKS:
            look.put_on(page)
            reflow += [f"{look.name}: {finding}" for finding in look_for(page, "layout")]
        unfold(page)
        reflow += look_for(page, "layout")
        page.add_style_tag(content=WIDER_LETTERS)
        for look in LOOKS:
            look.put_on(page)
            spacing += [f"{look.name}: {finding}" for finding in look_for(page, "layout")]
    verdict([ref], {"reflow": reflow, "spacing": spacing})


@pytest.mark.parametrize("width", WIDTHS)
@pytest.mark.parametrize(("edition", "template"), kinds())
def test_targets_are_big_enough(
    chromium: Browser,
    real_site: BuiltSite,
    address: str,
    verdict: Verdict,
    edition: str,
    template: str,
    width: int,
) -> None:
    ref = real_site.richest(edition, template)
    with opened(chromium, address + ref.path[1:], width) as watched:
        unfold(watched.page)
        verdict([ref], {"targets": look_for(watched.page, "targets")})


@pytest.mark.parametrize(("edition", "template"), kinds())
def test_paper_shows_everything(
    chromium: Browser, real_site: BuiltSite, address: str, verdict: Verdict, edition: str, template: str
) -> None:
    ref = real_site.richest(edition, template)
    with opened(chromium, address + ref.path[1:], PAPER) as watched:
        look_for(watched.page, "print_start")
        watched.page.emulate_media(media="print")
        verdict([ref], {"print": look_for(watched.page, "print")})
