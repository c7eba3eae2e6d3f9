"""The search page offers as filters what its pages have, in the words of the edition."""

from __future__ import annotations

from bs4 import BeautifulSoup

from sitegen.derive import derive
from sitegen.pages import pages
from tests.site_builder import SmallSite
from tests.site_pages import shown


def choices(page: BeautifulSoup, name: str) -> dict[str, str]:
    """Value of each choice of a filter → its name."""
    labels = page.select(f'[data-search-form] label:has(input[name="{name}"])')
    return {str(box["value"]): label.get_text(strip=True) for label in labels for box in label.select("input")}


def test_every_value_that_a_page_has_can_be_chosen_and_no_other(site: SmallSite) -> None:
    derived = derive(site.content())
    found = [page.found for page in pages(derived.edition(derived.editions[0])) if page.found]
    search = shown(site)["/search/"]
    for name in ("policy", "department"):
        assert set(choices(search, name)) == {value for one in found for value in one.facets.get(name, ())} != set()
    assert set(choices(search, "kind")) == {one.kind for one in found}


def test_choices_speak_the_language_of_the_edition(site: SmallSite) -> None:
    assert choices(shown(site)["/search/"], "kind")["term"] == "用語"
    assert choices(shown(site, "en")["/search/"], "kind")["term"] == "Glossary word"


def test_policies_stand_under_their_marker_and_years_in_both_calendars(site: SmallSite) -> None:
    search = shown(site)["/search/"]
    assert choices(search, "policy")["hoshi/2"] == "基本方針1：窓口の改善"
    assert choices(search, "year")["2021"] == "令和3年度（2021年度）"


def test_what_leaves_no_choice_is_no_filter(site: SmallSite) -> None:
    search = shown(site)["/search/"]
    assert not choices(search, "plan"), "the site has one plan only"
