"""Furigana in the real site: every kanji has it, readers can hide it, and copied text is without it."""

from __future__ import annotations

import re

import pytest
from playwright.sync_api import Browser, expect

from sitegen.language.furigana.kana import KANJI
from tests.gate.browsing import look_for, opened
from tests.gate.conftest import Visit
from tests.gate.real_site import BuiltSite, all_pages, kinds

pytestmark = pytest.mark.browser
EASY = "ja-simple/"
COPIED = """(selector) => {
  const range = document.createRange();
  range.selectNodeContents(document.querySelector(selector));
  getSelection().removeAllRanges();
  getSelection().addRange(range);
  return getSelection().toString();
}"""
NO_PROSE = re.compile(r"<(ruby|script|style|svg|select|option|textarea|title|code|pre)\b.*?</\1>", re.S)
FOREIGN = re.compile(r'<(\w+)\b[^>]*(?: lang="(?!ja)[^"]*"| translate="no")[^>]*>.*?</\1>', re.S)
WITH_KANJI = re.compile(rf"[^<>]*[{KANJI}][^<>]*(?=<)")


def test_every_kanji_of_the_edition_has_a_reading(real_site: BuiltSite) -> None:
    bare: list[str] = []
    for page in all_pages():
        if page.edition == "furigana":
            main = real_site.html(page).partition("<main")[2].partition("</main>")[0]
            prose = re.sub("<[^>]*>", "<>", FOREIGN.sub("", NO_PROSE.sub("", main)))
            bare += [f"{page.path}: {found.strip()[:40]}" for found in WITH_KANJI.findall(prose)]
    assert not bare


@pytest.mark.parametrize("template", sorted(template for edition, template in kinds() if edition == "furigana"))
def test_ruby_never_tears_a_line_apart(visit: Visit, real_site: BuiltSite, template: str) -> None:
    with visit(real_site.richest("furigana", template)) as watched:
        assert not look_for(watched.page, "ruby_rows")


def test_link_to_furigana_and_back_works_without_script(chromium: Browser, address: str) -> None:
    with opened(chromium, address, java_script_enabled=False) as watched:
        page = watched.page
        page.get_by_role("link", name="ふりがなをつける").click()
        assert page.url == f"{address}furigana/"
        page.get_by_role("link", name="ふりがなをはずす").click()
        assert page.url == address


def test_the_button_hides_furigana_on_all_easy_pages_and_is_remembered(chromium: Browser, address: str) -> None:
    with opened(chromium, address + EASY) as watched:
        page = watched.page
        button, reading = page.locator("[data-furigana-button]"), page.locator("main rt").first
        expect(button).to_have_attribute("aria-pressed", "true")
        expect(reading).to_be_visible()
        button.press("Enter")
        expect(button).to_have_attribute("aria-pressed", "false")
        expect(reading).to_be_hidden()
        page.goto(f"{address}{EASY}glossary/")
        expect(button).to_have_attribute("aria-pressed", "false")
        expect(reading).to_be_hidden()
        button.click()
        expect(reading).to_be_visible()
        page.reload()
        expect(reading).to_be_visible()
        assert not watched.complaints


def test_without_script_easy_pages_show_furigana_and_no_button(chromium: Browser, address: str) -> None:
    with opened(chromium, address + EASY, java_script_enabled=False) as watched:
        expect(watched.page.locator("main rt").first).to_be_visible()
        expect(watched.page.locator("[data-furigana-button]")).to_be_hidden()


def test_copied_text_and_names_of_links_are_the_plain_text(chromium: Browser, address: str) -> None:
    with opened(chromium, address + "furigana/") as watched, opened(chromium, address) as plain:
        copied, wanted = (found.page.evaluate(COPIED, "main h1") for found in (watched, plain))
        assert copied == wanted
        session = watched.page.context.new_cdp_session(watched.page)
        nodes = session.send("Accessibility.getFullAXTree")["nodes"]
        names = {n["name"]["value"] for n in nodes if n.get("role", {}).get("value") == "link" and not n["ignored"]}
        texts = {re.sub(r"\s", "", text) for text in plain.page.locator("a").all_inner_texts()}
        strange = {re.sub(r"\s", "", name) for name in names} - texts - {"ふりがなをはずす"}
        assert not strange
