"""The search page as readers use it: by keyboard, with an input method, going back, without network or scripts."""

from __future__ import annotations

import re
from collections.abc import Iterator
from contextlib import contextmanager
from typing import Any
from urllib.parse import parse_qs, urlsplit

import pytest
from playwright.sync_api import Browser, Locator, Page, expect

from tests.gate.browsing import HEIGHT, NARROW, WIDE, Watched, opened
from tests.gate.real_site import editions

pytestmark = pytest.mark.browser
QUERY, OTHER = "テレワーク", "マイナンバーカード"
UNHEARD_OF = "ѫѫѫѫ"
ENGINE = "**/assets/search/engine.*.js"
TARGET = 44
"""CSS pixels that a thumb hits."""


@contextmanager
def search(
    chromium: Browser, address: str, path: str = "search/", width: int = WIDE, **options: Any
) -> Iterator[Watched]:
    """Open the search page of an edition, perhaps with a query."""
    with opened(chromium, address + path, width, **options) as watched:
        yield watched


def field(page: Page) -> Locator:
    return page.locator("[data-search-form] input[name=q]")


def status(page: Page) -> Locator:
    return page.locator("#search-status")


def results(page: Page) -> Locator:
    return page.locator("ol#search-results > li")


def choice(page: Page, name: str, value: str) -> Locator:
    return page.locator(f'[data-search-form] input[name="{name}"][value="{value}"]')


def asked(page: Page) -> dict[str, list[str]]:
    """What the address asks for."""
    return parse_qs(urlsplit(page.url).query)


def number(page: Page) -> int:
    """How many results the page speaks of."""
    found = re.findall(r"\d+", status(page).inner_text())
    return int(found[-1])


def typed(page: Page, query: str) -> None:
    """Type a query in the place of the one that is there, and wait for what is found."""
    field(page).press("Control+a")
    field(page).press_sequentially(query)
    expect(status(page)).to_contain_text(query)


# Loading


def test_nothing_of_the_search_is_loaded_before_the_field_has_focus(chromium: Browser, address: str) -> None:
    with chromium.new_context() as context:
        page = context.new_page()
        asked_for: list[str] = []
        page.on("request", lambda request: asked_for.append(request.url))
        page.goto(address)
        page.locator("header [role=search] input:visible").focus()
        page.goto(f"{address}search/", wait_until="networkidle")
        assert not [url for url in asked_for if "/pagefind/" in url or "/assets/search/" in url]
        with page.expect_request("**/pagefind/**"):
            field(page).focus()


def test_policy_for_content_is_kept_while_searching(chromium: Browser, address: str) -> None:
    watch = "addEventListener('securitypolicyviolation', (event) => console.error(`refused ${event.blockedURI}`))"
    with chromium.new_context() as context:
        page = context.new_page()
        page.add_init_script(watch)
        errors: list[str] = []
        page.on("console", lambda message: errors.append(message.text) if message.type == "error" else None)
        page.goto(f"{address}search/?q={QUERY}")
        expect(results(page).first).to_be_visible()
        typed(page, OTHER)
        page.locator("[data-search-more]").click()
        choice(page, "kind", "term").check()
        expect(status(page)).to_contain_text(OTHER)
        assert not errors


# By keyboard


def test_results_come_while_typing_and_focus_stays_in_the_field(chromium: Browser, address: str) -> None:
    with search(chromium, address) as watched:
        page = watched.page
        typed(page, QUERY)
        expect(results(page).first).to_contain_text(QUERY)
        expect(field(page)).to_be_focused()
        assert asked(page) == {"q": [QUERY]}
        assert number(page) >= results(page).count() > 1
        assert results(page).locator("a").count() == results(page).count()
        assert results(page).locator("mark").count() > 1
        assert not watched.complaints


def test_results_are_announced_politely_and_are_a_list(chromium: Browser, address: str) -> None:
    with search(chromium, address, f"search/?q={QUERY}") as watched:
        page = watched.page
        expect(page.get_by_role("status").filter(has_text=QUERY)).to_be_visible()
        listed = page.get_by_role("list").and_(page.locator("#search-results"))
        expect(listed.get_by_role("listitem")).to_have_count(10)


def test_keyboard_leads_past_the_filters_to_the_first_result(chromium: Browser, address: str) -> None:
    with search(chromium, address) as watched:
        page = watched.page
        typed(page, QUERY)
        for key in ("Tab", "Tab", "Enter", "Tab"):
            page.keyboard.press(key)
        expect(results(page).first.locator("a")).to_be_focused()
        page.keyboard.press("Enter")
        expect(page.locator("h1")).to_be_visible()
        assert "/search/" not in page.url
        page.go_back()
        expect(results(page).first).to_contain_text(QUERY)
        assert field(page).input_value() == QUERY


def test_more_results_follow_and_the_first_of_them_gets_focus(chromium: Browser, address: str) -> None:
    with search(chromium, address, f"search/?q={OTHER}") as watched:
        page = watched.page
        more = page.locator("[data-search-more]")
        expect(more).to_be_visible()
        more.press("Enter")
        expect(results(page)).to_have_count(20)
        expect(results(page).nth(10).locator("a")).to_be_focused()


# With an input method


def test_nothing_is_searched_while_words_are_composed(chromium: Browser, address: str) -> None:
    with search(chromium, address) as watched:
        page = watched.page
        field(page).focus()
        keyboard = page.context.new_cdp_session(page)
        for composed in ("t", "て", "てれ", "てれわ", "てれわーく"):
            place = {"selectionStart": len(composed), "selectionEnd": len(composed)}
            keyboard.send("Input.imeSetComposition", {"text": composed, **place})
            page.wait_for_timeout(150)
        assert field(page).input_value() == "てれわーく"
        assert not asked(page)
        assert results(page).count() == 0
        keyboard.send("Input.insertText", {"text": QUERY})
        expect(results(page).first).to_contain_text(QUERY)
        assert asked(page) == {"q": [QUERY]}
        expect(field(page)).to_be_focused()


def test_half_typed_kana_find_the_word(chromium: Browser, address: str) -> None:
    with search(chromium, address) as watched:
        typed(watched.page, "てれわ")
        expect(results(watched.page).first).to_contain_text(QUERY)


# Filters, address and history


def test_a_filter_narrows_the_results_to_what_its_number_says(chromium: Browser, address: str) -> None:
    with search(chromium, address, f"search/?q={OTHER}") as watched:
        page = watched.page
        box = choice(page, "plan", "oyama")
        label = box.locator("xpath=..")
        expect(label.locator("[data-search-n]")).to_have_text(re.compile(r"^[1-9]\d*$"))
        promised = int(label.locator("[data-search-n]").inner_text())
        before = number(page)
        box.focus()
        page.keyboard.press("Space")
        expect(status(page)).not_to_contain_text(str(before))
        assert number(page) == promised < before
        expect(box).to_be_focused()
        assert asked(page) == {"q": [OTHER], "plan": ["oyama"]}
        choice(page, "kind", "initiative").check()
        expect(page.locator("#search-results > li:not([data-plan=oyama][data-kind=initiative])")).to_have_count(0)
        assert results(page).count() > 0


def test_departments_are_counted_when_they_are_unfolded(chromium: Browser, address: str) -> None:
    with search(chromium, address, f"search/?q={OTHER}") as watched:
        page = watched.page
        folded = page.locator("details.choices-more").filter(has=page.locator("[name=department]"))
        numbers = folded.locator("[data-search-n]")
        expect(page.locator("[data-search-n]").first).not_to_be_empty()
        assert not "".join(numbers.all_text_contents())
        folded.locator("summary").click()
        box = folded.locator("label:visible input").first
        expect(box).to_be_visible()
        expect(folded.locator("label:visible [data-search-n]").first).to_have_text(re.compile(r"^[1-9]\d*$"))
        box.check()
        expect(status(page)).to_contain_text(OTHER)
        assert asked(page)["department"] == [box.get_attribute("value")]
        page.reload()
        expect(box).to_be_checked()
        expect(box).to_be_visible()


def test_an_address_with_filters_can_be_sent_on(chromium: Browser, address: str) -> None:
    with search(chromium, address, f"search/?q={OTHER}&plan=oyama&plan=hadano&kind=initiative") as watched:
        page = watched.page
        expect(results(page).first).to_be_visible()
        for name, value in (("plan", "oyama"), ("plan", "hadano"), ("kind", "initiative")):
            expect(choice(page, name, value)).to_be_checked()
        expect(page.locator("[data-search-chosen]")).to_contain_text("3")
        assert {row.get_attribute("data-plan") for row in results(page).all()} <= {"oyama", "hadano"}


def test_going_back_brings_back_each_query_and_its_filters(chromium: Browser, address: str) -> None:
    with search(chromium, address) as watched:
        page = watched.page
        typed(page, QUERY)
        page.keyboard.press("Enter")
        typed(page, OTHER)
        choice(page, "kind", "term").check()
        expect(page.locator("#search-results > li:not([data-kind=term])")).to_have_count(0)
        page.go_back()
        expect(choice(page, "kind", "term")).not_to_be_checked()
        expect(page.locator("#search-results > li:not([data-kind=term])").first).to_be_visible()
        assert asked(page) == {"q": [OTHER]}
        page.go_back()
        expect(status(page)).to_contain_text(QUERY)
        assert field(page).input_value() == QUERY
        page.go_forward()
        expect(status(page)).to_contain_text(OTHER)


def test_going_back_from_a_page_brings_back_the_place_in_the_results(chromium: Browser, address: str) -> None:
    with search(chromium, address, f"search/?q={OTHER}", NARROW) as watched:
        page = watched.page
        page.locator("[data-search-more]").click()
        expect(results(page)).to_have_count(20)
        link = results(page).nth(14).locator("a")
        link.scroll_into_view_if_needed()
        link.click()
        expect(page.locator("#search-results")).to_have_count(0)
        page.go_back()
        expect(results(page)).to_have_count(20)
        expect(link).to_be_in_viewport()


# When nothing is found, or nothing can be loaded


def test_nothing_found_says_so_and_leads_elsewhere(chromium: Browser, address: str) -> None:
    with search(chromium, address, f"search/?q={UNHEARD_OF}") as watched:
        page = watched.page
        expect(status(page)).to_contain_text(UNHEARD_OF)
        expect(results(page)).to_have_count(0)
        for key in ("/glossary/", "/sitemap/"):
            expect(page.locator(f'[data-search-help] a[href$="{key}"]')).to_be_visible()
        typed(page, QUERY)
        expect(page.locator("[data-search-help]")).to_be_hidden()


def test_filters_that_leave_nothing_can_be_cleared(chromium: Browser, address: str) -> None:
    with search(chromium, address, f"search/?q={UNHEARD_OF}&kind=term") as watched:
        page = watched.page
        typed(page, QUERY)
        choice(page, "kind", "term").uncheck()
        choice(page, "kind", "news").check()
        choice(page, "status", "slightly_delayed").check()
        expect(results(page)).to_have_count(0)
        page.locator("[data-search-help] [data-search-clear]").click()
        expect(results(page).first).to_be_visible()
        expect(field(page)).to_be_focused()
        assert asked(page) == {"q": [QUERY]}


FAKE_ENGINE = """
const page = { url: "glossary/", title: [["a page", true]], excerpt: [], kind: "term", plans: [], status: null,
  initiative: "", lang: "en" };

async function find(query) {
  const results = query === "none" ? [] : [page];
  return { results, total: results.length, suggestions: results.length ? [] : ["near <b>"],
    read: query === "mistyped" ? "rightly typed" : "", counts: async () => ({}), more: async () => [] };
}

export const openSearch = async () => ({ find });
"""
"""An engine that finds one page for everything but "none"."""


@pytest.fixture
def with_fake_engine(chromium: Browser, address: str) -> Iterator[Page]:
    with chromium.new_context() as context:
        page = context.new_page()
        page.route(ENGINE, lambda route: route.fulfill(body=FAKE_ENGINE, content_type="text/javascript"))
        page.goto(f"{address}search/?q=none")
        yield page


def test_near_words_are_links_that_search(with_fake_engine: Page) -> None:
    page = with_fake_engine
    near = page.locator("[data-search-words] a")
    expect(near).to_have_text("near <b>")
    near.click()
    expect(results(page)).to_have_count(1)
    assert asked(page) == {"q": ["near <b>"]}
    expect(field(page)).to_be_focused()


def test_what_a_mistyped_query_was_taken_for_is_said(with_fake_engine: Page) -> None:
    page = with_fake_engine
    typed(page, "mistyped")
    expect(status(page)).to_contain_text("rightly typed")
    expect(results(page).locator("a[lang=en]")).to_have_count(1)


def test_a_search_that_does_not_load_says_so_and_can_be_tried_again(chromium: Browser, address: str) -> None:
    with chromium.new_context() as context:
        page = context.new_page()
        page.route(re.compile("/assets/search/engine"), lambda route: route.abort())
        page.goto(f"{address}search/?q={QUERY}")
        retry = page.locator("[data-search-retry]")
        expect(retry).to_be_visible()
        expect(page.locator('[data-search-help] a[href$="/sitemap/"]')).to_be_visible()
        assert status(page).inner_text() == page.locator("[data-search]").get_attribute("data-text-error")
        page.unroute_all()
        retry.click()
        expect(results(page).first).to_contain_text(QUERY)
        expect(retry).to_be_hidden()


def test_what_was_loaded_is_found_without_a_network(chromium: Browser, address: str) -> None:
    with chromium.new_context() as context:
        page = context.new_page()
        page.goto(f"{address}search/?q={QUERY}")
        expect(results(page).first).to_contain_text(QUERY)
        typed(page, OTHER)
        expect(results(page).first).to_contain_text(OTHER)
        page.wait_for_load_state("networkidle")
        context.set_offline(True)
        typed(page, QUERY)
        expect(results(page).first).to_contain_text(QUERY)
        field(page).fill("固定資産税")
        expect(page.locator("[data-search-retry]")).to_be_visible()
        expect(results(page)).to_have_count(0)
        context.set_offline(False)
        expect(results(page).first).to_be_visible()


# Every edition, every place, every screen


@pytest.mark.parametrize("edition", [*editions(), "furigana"])
def test_results_lead_to_pages_of_the_same_edition_below_a_path(
    chromium: Browser, address_below: str, edition: str
) -> None:
    prefix = "" if edition == editions()[0] else f"{edition}/"
    with search(chromium, address_below, f"{prefix}search/?q=DX") as watched:
        page = watched.page
        expect(results(page).first).to_be_visible()
        for link in results(page).locator("a").all()[:3]:
            target = link.evaluate("(link) => link.href")
            assert target.startswith(address_below + prefix)
            assert page.request.get(target).ok, target
        assert not watched.complaints


def test_badges_look_as_on_other_pages(chromium: Browser, address: str) -> None:
    with search(chromium, address, f"search/?q={OTHER}&status=slightly_delayed") as watched:
        badge = results(watched.page).first.locator(".badge--slightly_delayed")
        expect(badge).to_be_visible()
        assert badge.locator("svg").count() == 1
        assert badge.inner_text().strip()


def test_filters_are_folded_on_a_phone_and_large_enough_to_hit(chromium: Browser, address: str) -> None:
    with search(chromium, address, f"search/?q={OTHER}&kind=term", NARROW) as watched:
        page = watched.page
        expect(results(page).first).to_be_in_viewport()
        assert not choice(page, "kind", "term").is_visible()
        panel = page.locator("[data-search-panel] > summary")
        expect(panel).to_contain_text("1")
        panel.click()
        targets = page.locator(".choice:visible, [data-search] button:visible, [data-search-panel] summary:visible")
        heights = targets.evaluate_all("(all) => all.map((one) => one.getBoundingClientRect().height)")
        assert min(heights) >= TARGET
        page.locator("[data-search-see]").click()
        assert not choice(page, "kind", "term").is_visible()
        expect(results(page).first).to_be_in_viewport()


@pytest.mark.parametrize("width", [NARROW, WIDE])
def test_nothing_moves_while_typing(chromium: Browser, address: str, width: int) -> None:
    with search(chromium, address, width=width) as watched:
        page = watched.page
        places = {page.locator("#search-results").bounding_box()["y"]}  # type: ignore[index]
        for query in ("てれわ", QUERY, OTHER):
            typed(page, query)
            places.add(page.locator("#search-results").bounding_box()["y"])  # type: ignore[index]
        assert len(places) == 1


@pytest.mark.parametrize("width", [NARROW, WIDE])
def test_field_of_every_page_leads_to_the_search_without_javascript(
    chromium: Browser, address: str, width: int
) -> None:
    with opened(
        chromium, address, width, java_script_enabled=False, viewport={"width": width, "height": HEIGHT}
    ) as watched:
        page = watched.page
        if width == NARROW:
            page.locator(".site-menu > summary").click()
        page.locator("header [role=search] input:visible").fill(QUERY)
        page.keyboard.press("Enter")
        page.wait_for_url("**/search/?q=*")
        expect(page.locator("[data-search-fallback]")).to_be_visible()
        expect(page.locator('[data-search-fallback] a[href$="/sitemap/"]')).to_be_visible()
        assert not page.locator("[data-search-form]").is_visible()
