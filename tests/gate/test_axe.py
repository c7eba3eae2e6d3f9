"""axe-core, and the contrast of the colours really used: every template, edition, width and look."""

from __future__ import annotations

import pytest

from tests.gate.axe import run_axe
from tests.gate.browsing import FORCED, LOOKS, NARROW, WIDTHS, Watched, look_for, unfold
from tests.gate.conftest import Verdict, Visit
from tests.gate.real_site import PageRef, all_pages, editions

pytestmark = pytest.mark.browser
INITIATIVES = [p for p in all_pages() if (p.edition, p.template) == (editions()[0], "initiative.html")]


@pytest.mark.parametrize("width", WIDTHS)
def test_axe_finds_nothing(visit: Visit, verdict: Verdict, ref: PageRef, width: int) -> None:
    axe: list[str] = []
    colours: list[str] = []
    with visit(ref, width) as watched:
        if width == NARROW:
            unfold(watched.page)
        for look in LOOKS:
            look.put_on(watched.page)
            axe += [f"{look.name}: {finding}" for finding in run_axe(watched.page, contrast=look is not FORCED)]
            colours += [f"{look.name}: {finding}" for finding in look_for(watched.page, "contrast")]
    verdict([ref], {"axe": axe + complaints(ref, watched), "colours": colours})


@pytest.mark.parametrize("initiative", INITIATIVES, ids=lambda page: page.path)
def test_axe_finds_nothing_on_any_initiative(visit: Visit, verdict: Verdict, initiative: PageRef) -> None:
    with visit(initiative) as watched:
        verdict([initiative], {"axe": run_axe(watched.page) + watched.complaints})


def complaints(ref: PageRef, watched: Watched) -> list[str]:
    """What the browser complained about, but for the code that a 404 page must have."""
    return [finding for finding in watched.complaints if ref.template != "404.html" or "404" not in finding]
