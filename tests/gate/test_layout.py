"""Narrow windows, wide letters, targets big enough, and paper: every template in every edition."""

from __future__ import annotations

import pytest

from tests.gate.browsing import LOOKS, NARROW, PAPER, WIDER_LETTERS, WIDTHS, look_for, unfold
from tests.gate.conftest import Verdict, Visit
from tests.gate.real_site import PageRef

pytestmark = pytest.mark.browser


def test_narrow_window_and_wide_letters_lose_nothing(visit: Visit, verdict: Verdict, ref: PageRef) -> None:
    reflow: list[str] = []
    spacing: list[str] = []
    # Only here does the page's security policy give way, since readers' own styles are not bound by it.
    with visit(ref, NARROW, bypass_csp=True) as watched:
        page = watched.page
        reflow += look_for(page, "layout")
        unfold(page)
        for look in LOOKS:
            look.put_on(page)
            reflow += [f"{look.name}: {finding}" for finding in look_for(page, "layout")]
        page.add_style_tag(content=WIDER_LETTERS)
        for look in LOOKS:
            look.put_on(page)
            spacing += [f"{look.name}: {finding}" for finding in look_for(page, "layout")]
    verdict([ref], {"reflow": reflow, "spacing": spacing})


def test_wide_letters_lose_nothing_in_a_wide_window(visit: Visit, verdict: Verdict, ref: PageRef) -> None:
    with visit(ref, bypass_csp=True) as watched:
        watched.page.add_style_tag(content=WIDER_LETTERS)
        verdict([ref], {"spacing": look_for(watched.page, "layout")})


@pytest.mark.parametrize("width", WIDTHS)
def test_targets_are_big_enough(visit: Visit, verdict: Verdict, ref: PageRef, width: int) -> None:
    with visit(ref, width) as watched:
        unfold(watched.page)
        verdict([ref], {"targets": look_for(watched.page, "targets")})


def test_paper_shows_everything(visit: Visit, verdict: Verdict, ref: PageRef) -> None:
    with visit(ref, PAPER) as watched:
        look_for(watched.page, "print_start")
        watched.page.emulate_media(media="print")
        verdict([ref], {"print": look_for(watched.page, "print")})
