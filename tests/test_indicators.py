"""Indicators: every absent value says why it is absent, and code writes the sentence in each language."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest
from markupsafe import Markup, escape

from sitegen.indicators import IndicatorView, indicators
from sitegen.language.strings import read_strings
from sitegen.model import Indicator, Period, Plan
from sitegen.sentences import NumberWords, states
from sitegen.texts import Edition, Text, fact

PLAN = Plan(
    title="計画",
    municipality="ほし市",
    prefecture="星県",
    published="2022-06",
    period=Period(start_fy=2022, end_fy=2025),
    policies=(),
    sections=(),
)
FACTS = {"手続": {"en": "procedure | procedures"}, "回": {"en": "session | sessions"}, "試行": {"en": "trial"}}
FACTS |= {"検討を踏まえ設定": {"en": "to be set after a study"}, "1回以上": {"en": "At least once"}}


def view(**facts: Any) -> IndicatorView:
    return indicators(PLAN, [Indicator.model_validate({"name": "手続数", **facts})])[0]


def words(language: str) -> NumberWords:
    edition = Edition(language, language, language == "ja", tuple(dict.fromkeys((language, "ja"))))
    strings = read_strings(Path(__file__).parent.parent / "templates/strings", language)

    def marked(text: Text) -> Markup:
        return escape(text.value)

    return NumberWords(strings, lambda text: fact(text, edition, FACTS), marked)


def sentence(language: str, **facts: Any) -> str:
    return str(words(language).indicator(view(**facts)))


def test_zero_a_dash_a_lost_value_and_nothing_are_four_things() -> None:
    shown = view(values={"2022": "0件", "2023": None}, lost=["2024"])
    assert [(p.period, p.state, p.number) for p in shown.targets] == [
        ("2022", "number", 0),
        ("2023", "dash", None),
        ("2024", "lost", None),
        ("2025", "blank", None),
    ]


def test_a_full_bar_is_the_largest_value_or_all_of_them() -> None:
    assert view(values={"2022": "40 手続", "2025": "112 手続"}).top == 112
    assert view(values={"2022": "15%", "2025": "30%"}).top == 100


def test_values_reached_stand_beside_the_targets() -> None:
    shown = view(values={"2022": "40 手続"}, actual={"2022": "43 手続"})
    assert [p.number for p in shown.actuals] == [43, None, None, None]
    assert view(values={"2022": "40 手続"}).actuals == ()


GROWTH = {"2022": "40 手続", "2023": "64 手続", "2025": "112 手続"}


@pytest.mark.parametrize(
    ("language", "expected"),
    [
        ("ja", "2022年度の40手続から2025年度に112手続へ。"),
        ("en", "From 40 procedures in FY2022 to 112 in FY2025."),
        ("ja-simple", "2022年度の40手続から、2025年度に112手続にします。"),
        ("zh-Hans", "从2022年度的40手続变为2025年度的112手続。"),
    ],
)
def test_a_change_is_told_from_its_first_to_its_last_value(language: str, expected: str) -> None:
    assert sentence(language, values=GROWTH) == expected


@pytest.mark.parametrize(
    ("facts", "ja", "en"),
    [
        ({"values": {"2025": "25%"}}, "2025年度に25%。", "25% in FY2025."),
        (
            {"values": {"2022": "70%以上", "2025": "90%以上"}},
            "2022年度の70%以上から2025年度に90%以上へ。",
            "From at least 70% in FY2022 to at least 90% in FY2025.",
        ),
        (
            {"values": {"2022": "1回以上", "2023": "1回以上"}},
            "2022年度から2023年度まで、毎年度1回以上。",
            "At least once every year from FY2022 to FY2023.",
        ),
        (
            {"values": {"2022": "年3回", "2023": "年3回"}, "unit": "回/年"},
            "2022年度から2023年度まで、年3回。",
            "3 sessions a year from FY2022 to FY2023.",
        ),
        (
            {"values": {"2022": "10", "2023": "30", "2024": "20"}, "unit": "手続"},
            "2022年度に10手続、2023年度に30手続、2024年度に20手続。",
            "10 procedures in FY2022, 30 procedures in FY2023, 20 procedures in FY2024.",
        ),
        (
            {"values": {"2023": "1(試行)", "2024": "検討を踏まえ設定", "2025": "検討を踏まえ設定"}},
            "2023年度に1(試行)。2024年度と2025年度は「検討を踏まえ設定」。",
            "1 (trial) in FY2023. For FY2024 and FY2025 the plan says “to be set after a study”.",
        ),
        (
            {"values": {"2022": "5%", "2024": "2%"}, "direction": "down", "lost": ["2025"]},
            "2022年度の5%から2024年度に2%へ。2025年度の値は、もとの文字データで失われています。小さいほど良い指標です。",
            "From 5% in FY2022 to 2% in FY2024. The value for FY2025 was lost in the source text. Lower is better.",
        ),
        (
            {"values": {"2022": "40 手続"}, "cumulative": True, "actual": {"2022": "43 手続"}},
            "2022年度に40手続。前の年度までの分を含む累計です。実績は2022年度に43手続。",
            "40 procedures in FY2022. Each value includes the years before. Reached: 43 procedures in FY2022.",
        ),
        (
            {"values": {"2022": "検討を踏まえ設定"}},
            "数の目標はありません。2022年度は「検討を踏まえ設定」。",
            "No target is given as a number. For FY2022 the plan says “to be set after a study”.",
        ),
    ],
)
def test_every_kind_of_values_has_its_sentence(facts: dict[str, Any], ja: str, en: str) -> None:
    assert (sentence("ja", **facts), sentence("en", **facts)) == (ja, en)


def test_a_unit_has_the_form_that_its_number_asks_for() -> None:
    assert sentence("en", values={"2022": "1 手続"}) == "1 procedure in FY2022."


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("影響調査 業務標準化", ["影響調査", "業務標準化"]),
        ("・調査研究 ・プロセスの検討", ["調査研究", "プロセスの検討"]),
        ("拡大 (新庁舎)", ["拡大 (新庁舎)"]),
        ("公衆 Wi-Fi の整備", ["公衆 Wi-Fi の整備"]),
        ("運用", ["運用"]),
    ],
)
def test_two_states_in_one_cell_are_told_one_by_one(text: str, expected: list[str]) -> None:
    assert states(text) == expected
