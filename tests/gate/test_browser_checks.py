"""Every check in the browser finds the fault that it is there for, and nothing in a page without fault."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from contextlib import AbstractContextManager, contextmanager

import pytest
from playwright.sync_api import Browser, Page, Route

from tests.gate.axe import run_axe
from tests.gate.browsing import (
    FORCED,
    NARROW,
    WIDER_LETTERS,
    Pages,
    Watched,
    look_for,
    print_on_paper,
    unfold,
    visited,
)
from tests.gate.keyboard import walk
from tests.gate.no_script import differences

pytestmark = pytest.mark.browser
ADDRESS = "http://gate.test/"
PAGE = """<!doctype html><html lang="en"><meta charset="utf-8"><meta name="viewport" content="width=device-width">
<title>Good</title><style>
* {{ box-sizing: border-box }} body {{ margin: 8px; font: 16px/1.5 sans-serif; background: #fff; color: #222 }}
nav a {{ display: inline-block; padding: 8px }} :focus-visible {{ outline: 3px solid #000 }}
@media print {{ nav {{ display: none }} }}
@media print {{ details::details-content {{ display: block; content-visibility: visible }} }}
</style><body><header><nav aria-label="Menu">
<a href="#main">To the text</a> <a href="#more">To the rest</a></nav></header>
<main id="main" tabindex="-1"><h1>Good page</h1><p>Words with <a href="#more">a link in them</a>.</p>
<details id="more"><summary>Unfold this part of the page</summary><p>Folded words</p></details>{body}</main></html>"""

Show = Callable[..., AbstractContextManager[Page]]
Look = Callable[[Page], list[str]]


@pytest.fixture
def show(chromium: Browser) -> Show:
    """Show the good page with something more in its main part."""

    @contextmanager
    def shown(body: str = "", width: int = NARROW) -> Iterator[Page]:
        with chromium.new_context() as context:
            context.route("**/*", answer(body))
            for watched in visited(context.new_page(), ADDRESS, width):
                yield watched.page

    return shown


def answer(body: str) -> Callable[[Route], None]:
    return lambda route: route.fulfill(body=PAGE.format(body=body), content_type="text/html; charset=utf-8")


def layout(page: Page) -> list[str]:
    return look_for(page, "layout")


def spacing(page: Page) -> list[str]:
    assert not layout(page)
    page.add_style_tag(content=WIDER_LETTERS)
    return layout(page)


def contrast(page: Page) -> list[str]:
    return look_for(page, "contrast")


def forced_contrast(page: Page) -> list[str]:
    FORCED.put_on(page)
    return contrast(page)


def targets(page: Page) -> list[str]:
    unfold(page)
    return look_for(page, "targets")


def paper(page: Page) -> list[str]:
    look_for(page, "print_start")
    print_on_paper(page)
    return look_for(page, "print")


CHECKS: list[Look] = [run_axe, layout, spacing, contrast, forced_contrast, targets, paper, walk]
FAULTS: list[tuple[str, Look, str]] = [
    ("a picture without alternative", run_axe, '<img src="data:image/gif;base64,R0lGODlhAQABAAAAACw=">'),
    ("pale text", run_axe, '<p style="color: #bbb">Pale</p>'),
    ("a field without a label", run_axe, "<input>"),
    ("text on a picture, which axe cannot decide", run_axe,
     '<p style="background: linear-gradient(#fff, #222)">Words</p>'),
    ("pale text", contrast, '<p style="color: #bbb">Pale</p>'),
    ("see-through text", contrast, '<p style="opacity: .4">Pale</p>'),
    ("text on a picture", contrast, '<p style="background: linear-gradient(#fff, #222)">Words</p>'),
    ("colours kept in forced colours", forced_contrast,
     '<p style="forced-color-adjust: none; color: #ddd; background: #fff">Pale</p>'),
    ("a wide box", layout, '<div style="width: 500px">Words</div>'),
    ("text cut off", layout, '<p style="height: 10px; overflow: hidden">Words</p>'),
    ("text on text", layout, '<p style="position: relative; top: -40px">Words on words on words</p>'),
    ("readings on the line above", layout,
     '<p style="line-height: 1">Words<br><ruby style="position: relative; top: -.6em">語<rt>ご</rt></ruby></p>'),
    ("text out of the window", layout, '<p style="margin-left: -30px">Words</p>'),
    ("a scrolling box without a table", layout,
     '<div style="overflow: auto"><div style="width: 500px">Words</div></div>'),
    ("a box of fixed height", spacing,
     '<p style="line-height: 1.1; height: 1.3em; overflow: hidden">Words</p>'),
    ("a line that may not break", spacing, '<p style="white-space: nowrap">Words that only just fit on one line</p>'),
    ("small targets side by side", targets,
     '<p><button style="width: 16px; height: 16px; padding: 0">x</button>'
     '<button style="width: 16px; height: 16px; padding: 0">y</button></p>'),
    ("folded words lost on paper", paper,
     "<style>@media print { details::details-content { display: none !important } }</style>"),
    ("words hidden on paper", paper, "<style>@media print { h1 { display: none } }</style>"),
    ("navigation on paper", paper, "<style>@media print { nav { display: block !important } }</style>"),
    ("a table wider than paper", paper,
     '<div style="overflow: auto"><table style="width: 900px"><tr><td>1</table></div>'),
    ("no visible focus", walk, "<style>:focus-visible { outline: none !important }</style>"),
    ("a focus as pale as the page", walk, "<style>:focus-visible { outline-color: #eee !important }</style>"),
    ("another order", walk, '<a href="#a" tabindex="2">Second</a>'),
    ("a focus out of sight", walk, '<a href="#a" style="position: absolute; left: -999px">Hidden</a>'),
    ("a focus behind something", walk,
     '<div style="position: fixed; inset: 0; background: #fff; outline: 1px solid">Curtain</div>'),
    ("a trap", walk, "<input id='trap' aria-label='Trap'><script>trap.addEventListener('keydown', (event) => "
     "event.preventDefault())</script>"),
]  # fmt: skip


@pytest.mark.parametrize("check", CHECKS, ids=lambda check: check.__name__)
def test_page_without_fault_passes(show: Show, check: Look) -> None:
    with show() as page:
        assert check(page) == []


@pytest.mark.parametrize(("fault", "check", "body"), FAULTS, ids=[f"{f}-{c.__name__}" for f, c, _ in FAULTS])
def test_check_finds_its_fault(show: Show, fault: str, check: Look, body: str) -> None:
    with show(body) as page:
        assert check(page), fault


def test_every_check_is_shown_to_find_something() -> None:
    assert {check.__name__ for _, check, _ in FAULTS} == {check.__name__ for check in CHECKS}


@pytest.mark.parametrize(
    "body",
    ["<p id='x'></p><script>x.textContent = 'Only with JavaScript'</script>", "<p hidden>Hidden for good</p>"],
)
def test_words_that_need_javascript_are_found(chromium: Browser, body: str) -> None:
    pages = Pages(chromium)
    assert found_without_script(pages, "<p>Plain words</p>") == []
    hidden_for_all = "hidden for good" in body.lower()
    assert bool(found_without_script(pages, body)) is not hidden_for_all


def found_without_script(pages: Pages, body: str) -> list[str]:
    for options in ({}, {"java_script_enabled": False}):
        with pages.visit("about:blank", **options) as watched:
            watched.page.context.unroute_all()
            watched.page.context.route("**/*", answer(body))
    return differences(pages, ADDRESS)


@pytest.mark.parametrize(
    "body",
    [
        "<script>missing()</script>",
        '<img alt="Map" src="http://elsewhere.test/1.png">',
        "<script>console.error(1)</script>",
    ],
)
def test_complaints_of_the_browser_are_heard(chromium: Browser, body: str) -> None:
    with chromium.new_context() as context:
        context.route("**/*", answer(body))
        heard: list[Watched] = [*visited(context.new_page(), ADDRESS, NARROW)]
    assert heard[0].complaints
