"""Printed values become numbers that can be drawn and compared, or stay texts."""

from __future__ import annotations

from typing import Any

import pytest

from sitegen.language.quantity import read_goal, read_quantity

CASES: list[tuple[str, str | None, dict[str, Any]]] = [
    ("40 手続", "手続", {"number": 40, "unit": "手続"}),
    ("7,000", None, {"number": 7000, "unit": ""}),
    ("98,500 件", "件", {"number": 98500, "unit": "件"}),
    ("70.8%", "%", {"number": 70.8, "unit": "%"}),
    ("７０.８％", "%", {"number": 70.8, "unit": "%"}),
    ("0件", "件", {"number": 0, "unit": "件"}),
    ("10", "件", {"number": 10, "unit": "件"}),
    ("1回以上", "回", {"number": 1, "unit": "回", "bound": "at_least"}),
    ("1種類以上", "種類", {"number": 1, "unit": "種類", "bound": "at_least"}),
    ("5件以下", "件", {"number": 5, "unit": "件", "bound": "at_most"}),
    ("10分未満", "分", {"number": 10, "unit": "分", "bound": "under"}),
    ("約300人", "人", {"number": 300, "unit": "人", "bound": "about"}),
    ("30%減", "%", {"number": 30, "unit": "%", "bound": "less"}),
    ("30% 減", "%", {"number": 30, "unit": "%", "bound": "less"}),
    ("年3回以上", "回/年", {"number": 3, "unit": "回", "bound": "at_least", "per": "year"}),
    ("月2回", "回/月", {"number": 2, "unit": "回", "per": "month"}),
    ("12回", "回/年", {"number": 12, "unit": "回", "per": "year"}),
    ("45万枚", "枚", {"number": 450_000, "unit": "枚", "scale": "万"}),
    ("780万件", "万件", {"number": 7_800_000, "unit": "件", "scale": "万"}),
    ("1(試行)", None, {"number": 1, "remark": "試行"}),
    ("1（試行）", None, {"number": 1, "remark": "試行"}),
    ("1 業務※2", "業務", {"number": 1, "unit": "業務", "footnotes": ("2",)}),
    ("20 業務※3※4", "業務", {"number": 20, "unit": "業務", "footnotes": ("3", "4")}),
]


@pytest.mark.parametrize(("printed", "unit", "expected"), CASES)
def test_a_value_is_read_as_a_number_with_what_belongs_to_it(
    printed: str, unit: str | None, expected: dict[str, Any]
) -> None:
    read = read_quantity(printed, unit)
    nothing = {"unit": "", "scale": "", "bound": None, "per": None, "remark": "", "footnotes": ()}
    assert {key: getattr(read, key) for key in ("number", *nothing)} == nothing | expected


@pytest.mark.parametrize(
    "printed",
    [
        "検討を踏まえ設定",
        "方向性整理を踏まえ決定",
        "次期システムと合わせ検討",
        "導入を決定した全窓口",
        "対象者の 80%",
        "導入前と比べて 30% 減",
        "「デジタル・ガバメント実行計画」における実施可能な全ての手続のオンライン化",
        "令和5年度",
        "3～5件",
    ],
)
def test_a_text_stays_a_text(printed: str) -> None:
    read = read_quantity(printed)
    assert (read.text, read.number) == (printed, None)


def test_a_text_loses_only_the_mark_of_its_footnote() -> None:
    read = read_quantity("導入を決定した全窓口※2")
    assert (read.text, read.number, read.footnotes) == ("導入を決定した全窓口", None, ("2",))


@pytest.mark.parametrize(
    ("goal", "name", "text", "number"),
    [
        ("手続数（累計）：112 手続", "手続数（累計）", "112 手続", 112),
        ("データ数 : 10 種類", "データ数", "10 種類", 10),
        ("アプリ等の利用者数：対象者の 80%", "アプリ等の利用者数", "対象者の 80%", None),
        ("市民の満足", "満足度", "市民の満足", None),
        ("年100件", "申請の件数", "年100件", 100),
    ],
)
def test_a_final_goal_may_repeat_the_name_of_its_indicator(
    goal: str, name: str, text: str, number: float | None
) -> None:
    read = read_goal(goal, name)
    assert (read.text, read.number) == (text, number)
