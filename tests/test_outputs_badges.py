"""/badges/<plan>/<slug>.<edition>.svg: evaluations that other websites embed."""

from __future__ import annotations

import re
import xml.etree.ElementTree as ET
from itertools import pairwise
from pathlib import Path

import pytest
from jinja2 import Template

from sitegen.assets import find_theme
from sitegen.derive import derive
from sitegen.language.strings import read_strings
from sitegen.model import KINDS, Kind
from sitegen.outputs.badges import Badge, badges, text_width
from sitegen.render import environment
from sitegen.texts import Text
from tests.site_builder import ONLINE, SmallSite

SVG = "{http://www.w3.org/2000/svg}"
LANGUAGE = "{http://www.w3.org/XML/1998/namespace}lang"


@pytest.fixture(scope="module")
def template() -> Template:
    return environment(Path(__file__).parents[1] / "templates").get_template("badge.svg")


def made(site: SmallSite, template: Template) -> dict[str, ET.Element]:
    derived = derive(site.content())
    views = [derived.edition(edition) for edition in derived.editions]
    strings = {v.edition.lang: read_strings(find_theme().templates / "strings", v.edition.lang) for v in views}
    return {a.path: ET.fromstring(a.content) for a in badges(views, strings, template)}


def drawn(template: Template, kind: Kind, label: str = "施策1", word: str = "遅延") -> ET.Element:
    widths = (text_width(label), text_width(word))
    return ET.fromstring(
        template.render(badge=Badge("ja", kind, Text(label, "ja"), Text(word, "ja"), "施策1: 遅延", *widths))
    )


def contrast(one: str, other: str) -> float:
    """Contrast ratio of two #rrggbb colours, as WCAG defines it."""

    def luminance(colour: str) -> float:
        parts = [int(colour[n : n + 2], 16) / 255 for n in (1, 3, 5)]
        linear = [p / 12.92 if p <= 0.04045 else ((p + 0.055) / 1.055) ** 2.4 for p in parts]
        return 0.2126 * linear[0] + 0.7152 * linear[1] + 0.0722 * linear[2]

    dark, light = sorted((luminance(one), luminance(other)))
    return (light + 0.05) / (dark + 0.05)


def test_every_reported_initiative_has_a_badge_in_every_edition(site: SmallSite, template: Template) -> None:
    editions = ("ja", "ja-simple", "en")
    assert list(made(site, template)) == [f"badges/hoshi/01-online.{edition}.svg" for edition in editions]


def test_a_badge_speaks_the_language_of_its_edition(site: SmallSite, template: Template) -> None:
    badge = made(site, template)["badges/hoshi/01-online.en.svg"]
    assert badge.get(LANGUAGE) == "en"
    assert [text.text for text in badge.iter(f"{SVG}text")] == ["Initiative 1", "On schedule"]


def test_a_badge_has_a_name_for_screen_readers(site: SmallSite, template: Template) -> None:
    badge = made(site, template)["badges/hoshi/01-online.ja.svg"]
    assert badge.get("role") == "img"
    assert badge.findtext(f"{SVG}title") == "施策1 手続のオンライン化: 計画通り (令和3年度)"


def test_a_word_without_translation_says_its_language(site: SmallSite, template: Template) -> None:
    site.replace("content/strings.yaml", "計画通り: {en: On schedule, ja-simple: 計画のとおり}\n", "")
    badge = made(site, template)["badges/hoshi/01-online.en.svg"]
    assert [text.get(LANGUAGE) for text in badge.iter(f"{SVG}text")] == ["en", "ja"]


def test_a_new_evaluation_changes_the_badge(site: SmallSite, template: Template) -> None:
    before = made(site, template)["badges/hoshi/01-online.ja.svg"]
    site.replace(ONLINE, "evaluation: 計画通り", "evaluation: 少し遅延")
    after = made(site, template)["badges/hoshi/01-online.ja.svg"]
    assert ET.tostring(before) != ET.tostring(after)
    assert "少し遅延" in (after.findtext(f"{SVG}title") or "")


def test_each_kind_has_an_icon_and_a_border_of_its_own(template: Template) -> None:
    def without_colour(kind: Kind) -> str:
        return re.sub(r"#[0-9a-f]{6}", "", ET.tostring(drawn(template, kind), encoding="unicode"))

    assert len({without_colour(kind) for kind in KINDS}) == len(KINDS)


@pytest.mark.parametrize("kind", KINDS)
def test_texts_and_icons_stand_out_from_the_badges_own_background(template: Template, kind: Kind) -> None:
    badge = drawn(template, kind)
    background = badge[1].attrib["fill"]
    colours = {t.attrib["fill"] for t in badge.iter(f"{SVG}text")} | {
        g.attrib["stroke"] for g in badge.findall(f"{SVG}g") if "stroke" in g.attrib
    }
    assert all(contrast(colour, background) >= 4.5 for colour in colours)


@pytest.mark.parametrize("kind", KINDS)
def test_a_badge_needs_no_style_script_or_other_file(template: Template, kind: Kind) -> None:
    source = ET.tostring(drawn(template, kind), encoding="unicode")
    assert not re.search(r"<style|<script|style=|href|url\(|@import", source)


def test_words_are_escaped(template: Template) -> None:
    badge = drawn(template, "delayed", word="<b>&")
    assert [text.text for text in badge.iter(f"{SVG}text")] == ["施策1", "<b>&"]


def test_longer_words_make_wider_badges(template: Template) -> None:
    words = ("遅延", "少し遅延", "少し遅延しています")
    widths = [int(drawn(template, "delayed", word=word).attrib["width"]) for word in words]
    assert all(narrow < wide for narrow, wide in pairwise(widths))


def test_full_width_letters_count_as_a_whole_square() -> None:
    assert text_width("遅延", 10) == 20
    assert text_width("il", 10) < text_width("ab", 10) < text_width("遅延", 10)
