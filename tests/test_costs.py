"""Costs are added up, never typed, and read as people say amounts of money."""

from __future__ import annotations

import pytest
from markupsafe import escape

from sitegen.assets import find_theme
from sitegen.costs import costs, has_costs, policy_costs, sums, total
from sitegen.derive import PlanSite, derive
from sitegen.language.strings import Strings, read_strings
from sitegen.sentences import NumberWords
from sitegen.texts import Text
from tests.site_builder import ONLINE, PLAN, TRAINING, SmallSite

TIERS = """policies:
  - {code: "0", title: 理念, level: 基本理念, label: 基本理念}
  - {code: "1", title: 便利なまち, level: 基本目標, label: 基本目標①, parent: "0"}
  - {code: "2", title: 窓口の改善, level: 基本方針, label: 基本方針1, parent: "1"}
"""


def plan_of(site: SmallSite) -> PlanSite:
    return derive(site.content()).plans[0]


def give_costs(site: SmallSite, online: str, training: str) -> None:
    text = site.read(ONLINE)
    site.write(ONLINE, text.replace("cost_kyen: {2021: 1200, 2022: null}", f"cost_kyen: {online}"))
    site.replace(TRAINING, "summary:", f"cost_kyen: {training}\nsummary:")


def test_a_dash_is_no_number_and_zero_is_one(site: SmallSite) -> None:
    give_costs(site, "{2021: 1200, 2022: null}", "{2021: 0, 2022: null, 2023: 800}")
    plan = plan_of(site)
    shown = [(c.period, c.kyen, c.dash) for c in costs(plan.plan, plan.initiatives[0].head)]
    assert shown == [("2021", 1200, False), ("2022", None, True), ("2023", None, False)]
    together = [(c.kyen, c.dash) for c in sums(plan.plan, plan.counted)]
    assert together == [(1200, False), (None, True), (800, False)]


def test_the_total_of_a_tier_is_the_total_of_the_tiers_below_it(site: SmallSite) -> None:
    give_costs(site, "{2021: 626400}", "{2022: 614000}")
    text = site.read(PLAN)
    site.write(PLAN, text[: text.index("policies:")] + TIERS + text[text.index("sections:") :])
    plan = plan_of(site)
    rows = {row.code: (row.depth, row.total) for row in policy_costs(plan)}
    assert rows == {"0": (0, 1_240_400), "1": (1, 1_240_400), "2": (2, 1_240_400)}
    assert total(sums(plan.plan, plan.counted)) == 1_240_400


def test_a_cross_listed_initiative_is_paid_for_once(site: SmallSite) -> None:
    give_costs(site, "{2021: 500}", '{2021: 500}\nrepeat_of: "1"')
    plan = plan_of(site)
    assert total(sums(plan.plan, plan.counted)) == 500


def test_a_plan_without_costs_says_so(site: SmallSite) -> None:
    site.replace(ONLINE, "cost_kyen: {2021: 1200, 2022: null}\n", "")
    assert not has_costs(plan_of(site))


@pytest.mark.parametrize(
    ("kyen", "ja", "en", "zh", "es"),
    [
        (0, "0円", "¥0", "0日元", "0 yenes"),
        (5, "5,000円", "¥5,000", "5,000日元", "5.000 yenes"),
        (100, "10万円", "¥100,000", "10万日元", "100.000 yenes"),
        (6000, "600万円", "¥6 million", "600万日元", "6 millones de yenes"),
        (120_000, "1億2,000万円", "¥120 million", "1亿2,000万日元", "120 millones de yenes"),
        (1_240_400, "12億4,040万円", "¥1.24 billion", "12亿4,040万日元", "1,24 mil millones de yenes"),
    ],
)
def test_thousand_yen_are_read_as_people_say_them(kyen: int, ja: str, en: str, zh: str, es: str) -> None:
    languages = ("ja", "ja-simple", "en", "zh-Hans", "es")
    assert [words(language).yen(kyen).replace("\xa0", " ") for language in languages] == [ja, ja, en, zh, es]


def test_korean_puts_a_space_between_the_parts_of_an_amount() -> None:
    assert words("ko").yen(1_240_400) == "12억 4,040만엔"


def words(language: str) -> NumberWords:
    strings: Strings = read_strings(find_theme().templates / "strings", language)
    return NumberWords(strings, lambda text: Text(text, language), lambda text: escape(text.value))
