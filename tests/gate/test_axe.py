"""axe-core and the contrast of the colours really used, on every template in every edition, width and look."""

from __future__ import annotations

import pytest
from playwright.sync_api import Browser

from tests.gate.axe import run_axe
from tests.gate.browsing import FORCED, LIGHT, LOOKS, NARROW, WIDE, WIDTHS, look_for, opened, unfold
from tests.gate.conftest import Verdict
from tests.gate.real_site import BuiltSite, PageRef, all_pages, editions, kinds

pytestmark = pytest.mark.browser
INITIATIVES = [
    page for page in all_pages() if (page.edition, page.template) == (editions()[0], "initiative.html")
]


@pytest.mark.parametrize("width", WIDTHS)
@pytest.mark.parametrize(("edition", "template"), kinds())
def test_axe_finds_nothing(
    chromium: Browser,
    real_site: BuiltSite,
    address: str,
    verdict: Verdict,
    edition: str,
    template: str,
    width: int,
) -> None:
    ref = real_site.richest(edition, template)
    axe: list[str] = []
    colours: list[str] = []
    with opened(chromium, address + ref.path[1:], width) as watched:
        if width == NARROW:
            unfold(watched.page)
        for look in LOOKS:
            look.put_on(watched.page)
            axe += [
                f"{look.name}: {finding}" for finding in run_axe(watched.page, contrast=look is not FORCED)
            ]
            colours += [f"{look.name}: {finding}" for finding in look_for(watched.page, "contrast")]
    verdict([ref], {"axe": axe + complaints(ref, watched.complaints), "colours": colours})


def complaints(ref: PageRef, heard: list[str]) -> list[str]:
    """What the browser complained about."""
    return [finding for finding in heard if not (ref.template == "404.html" and "404" in finding)]


@pytest.mark.parametrize("ref", INITIATIVES, ids=lambda ref: ref.path)
def test_axe_finds_nothing_on_any_initiative(
    chromium: Browser, address: str, verdict: Verdict, ref: PageRef
) -> None:
    with opened(chromium, address + ref.path[1:], WIDE) as watched:
        LIGHT.put_on(watched.page)
        verdict([ref], {"axe": run_axe(watched.page) + watched.complaints})
