"""Narrow windows, wide letters, targets big enough, and paper: every template in every edition."""

from __future__ import annotations

import pytest

from tests.gate.browsing import LOOKS, NARROW, WIDE, WIDER_LETTERS, look_for, print_on_paper, unfold
from tests.gate.conftest import Verdict, Visit
from tests.gate.real_site import PageRef

pytestmark = pytest.mark.browser


def test_narrow_window_loses_nothing(visit: Visit, verdict: Verdict, ref: PageRef) -> None:
    reflow: list[str] = []
    spacing: list[str] = []
    # Only here does the page's security policy give way, since readers' own styles are not bound by it.
    with visit(ref, NARROW, bypass_csp=True) as watched:
        page = watched.page
        reflow += look_for(page, "layout")
        unfold(page)
        targets = look_for(page, "targets")
        for look in LOOKS:
            look.put_on(page)
            reflow += [f"{look.name}: {finding}" for finding in look_for(page, "layout")]
        page.add_style_tag(content=WIDER_LETTERS)
        for look in LOOKS:
            look.put_on(page)
            spacing += [f"{look.name}: {finding}" for finding in look_for(page, "layout")]
    verdict([ref], {"reflow": reflow, "spacing": spacing, "targets": targets})


def test_wide_window_loses_nothing(visit: Visit, verdict: Verdict, ref: PageRef) -> None:
    with visit(ref, WIDE, bypass_csp=True) as watched:
        targets = look_for(watched.page, "targets")
        watched.page.add_style_tag(content=WIDER_LETTERS)
        verdict([ref], {"spacing": look_for(watched.page, "layout"), "targets": targets})


def test_paper_shows_everything(visit: Visit, verdict: Verdict, ref: PageRef) -> None:
    with visit(ref, WIDE) as watched:
        look_for(watched.page, "print_start")
        print_on_paper(watched.page)
        verdict([ref], {"print": look_for(watched.page, "print")})
