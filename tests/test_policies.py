"""Policies: markers that begin anew below each parent never stand without the policy above or the tier's name."""

from __future__ import annotations

import pytest

from sitegen.model import Policy
from sitegen.texts import Text
from sitegen.views import bare_label, policy_label
from tests.site_builder import PLAN, TRAINING, SmallSite
from tests.site_pages import shown, text_of

TREE = """policies:
  - {code: "0", title: 便利なまち, level: 目標, label: 目標}
  - {code: "1", title: 便利なまち, level: 基本方針, label: 基本方針1, parent: "0"}
  - {code: "2", title: 窓口の改善, level: 主要な取組, label: (1), parent: "1"}
  - {code: "3", title: 働く人, level: 基本方針, label: 基本方針2, parent: "0"}
  - {code: "4", title: 研修, level: 主要な取組, label: (1), parent: "3"}
"""


def with_two_parents(site: SmallSite) -> None:
    text = site.read(PLAN)
    site.write(PLAN, text[: text.index("policies:")] + TREE + text[text.index("sections:") :])
    site.replace(TRAINING, 'policy: "2"', 'policy: "4"')


@pytest.mark.parametrize("label", ["(1)", "<1>", "①", "I", "Ⅱ", "XII", "A", "ア", "1-2"])
def test_a_number_a_letter_or_a_sign_is_no_word(label: str) -> None:
    assert bare_label(label)


@pytest.mark.parametrize("label", ["基本目標①", "取組1", "柱I", "Goal 1", "目標"])
def test_a_label_with_a_word_stands_by_itself(label: str) -> None:
    assert not bare_label(label)


def test_a_bare_label_follows_the_name_of_its_tier() -> None:
    policy = Policy(code="1", title="窓口", level="主要な取組", label="(1)")
    assert policy_label(policy, lambda word: Text(word, "ja")) == Text("主要な取組 (1)", "ja")
    words = {"主要な取組": Text("Main area", "en")}
    assert policy_label(policy, lambda word: words.get(word, Text(word, "ja"))) == Text("Main area (1)", "en")


def test_policies_stand_under_the_policy_above_them(site: SmallSite) -> None:
    with_two_parents(site)
    made = shown(site)
    home = made["/hoshi/"]
    headings = [" ".join(heading.text.split()) for heading in home.select("section h3 a[href*='policies/']")]
    assert headings == ["基本方針1：便利なまち", "基本方針2：働く人"]
    assert "主要な取組 (1)：施策1件" in text_of(home)
    listed = made["/hoshi/initiatives/"]
    assert [heading.name for heading in listed.select("#initiatives :is(h2, h3, h4)")] == ["h2", "h3", "h4"] * 2


def test_charts_and_filters_name_the_policy_above(site: SmallSite) -> None:
    with_two_parents(site)
    made = shown(site)
    chart = [" ".join(row.text.split()) for row in made["/hoshi/progress/"].select("#by-policy tbody th")]
    assert chart == ["基本方針1 主要な取組 (1)：窓口の改善", "基本方針2 主要な取組 (1)：研修"]
    options = [option.text for option in made["/hoshi/initiatives/"].select("select[name='policy'] option")]
    assert "基本方針2 主要な取組 (1)：研修" in options


def test_one_parent_needs_no_heading(site: SmallSite) -> None:
    assert not shown(site)["/hoshi/"].select("section h3 a[href*='policies/']")


def test_the_way_to_an_initiative_names_each_tier_but_a_root_that_all_share(site: SmallSite) -> None:
    with_two_parents(site)
    made = shown(site)
    way = [" ".join(item.text.split()) for item in made["/hoshi/initiatives/02-training/"].select(".breadcrumb li")]
    assert way[-3:-1] == ["基本方針2", "主要な取組 (1)"]
    assert "目標" not in way


def test_pages_of_one_list_stand_side_by_side_in_the_sitemap(site: SmallSite) -> None:
    with_two_parents(site)
    page = shown(site)["/sitemap/"]
    first = page.select_one("a[href$='01-online/']")
    second = page.select_one("a[href$='02-training/']")
    assert first is not None
    assert second is not None
    assert first.find_parent("ul") is second.find_parent("ul")
