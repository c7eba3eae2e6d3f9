"""Dates, numbers and fiscal years in the words of each language; interface strings complete in all of them."""

from __future__ import annotations

import datetime as dt
import re
from pathlib import Path

import pytest

from sitegen.assets import find_theme
from sitegen.language import dates
from sitegen.language.strings import MissingStringError, Strings, read_strings

LANGUAGES = find_theme().languages()


@pytest.mark.parametrize(
    ("period", "language", "style", "shown"),
    [
        (2021, "ja", "full", "令和3年度（2021年度）"),
        (2021, "ja", "short", "令和3年度"),
        (2019, "ja", "short", "令和元年度"),
        (2018, "ja", "compact", "H30"),
        ("2023H1", "ja", "short", "令和5年度上期"),
        (2021, "ja-simple", "full", "令和3年度（2021年度）"),
        (2021, "en", "full", "FY2021 (April 2021 – March 2022)"),
        (2021, "en", "short", "FY2021"),
        ("2023H2", "en", "full", "FY2023 second half (October 2023 – March 2024)"),
    ],
)
def test_a_fiscal_year_is_written_the_way_its_readers_think(
    period: str | int, language: str, style: str, shown: str
) -> None:
    assert dates.fiscal_year(period, language, style=style) == shown


@pytest.mark.parametrize(
    ("heading", "year"),
    [
        ("令和3年度", 2021),
        ("令和元年度の進捗", 2019),
        ("２０２２年度", 2022),
        ("令和3年度（2021年度）", 2021),
        ("FY2023", 2023),
        ("平成30年度", 2018),
        ("現状・課題", None),
        ("20業務", None),
    ],
)
def test_a_heading_tells_its_fiscal_year(heading: str, year: int | None) -> None:
    assert dates.parse_fiscal_year(heading) == year


def test_dates_months_and_numbers_follow_the_language() -> None:
    day = dt.date(2026, 11, 21)
    assert [dates.date(day, language) for language in ("ja", "ja-simple", "en")] == [
        "2026年11月21日",
        "2026年11月21日",
        "November 21, 2026",
    ]
    assert (dates.month("2022-06", "ja"), dates.month("2022-06", "en")) == ("2022年6月", "June 2022")
    assert dates.number(1240400, "ja") == "1,240,400"


def read(language: str) -> Strings:
    return read_strings(find_theme().templates / "strings", language)


@pytest.mark.parametrize("language", LANGUAGES)
def test_a_language_has_every_interface_string_and_asks_for_nothing_that_is_not_given(language: str) -> None:
    def placeholders(text: str) -> set[str]:
        return set(re.findall(r"\{(\w+)\}", text))

    own, given = read(language).texts, read("ja").texts
    assert own.keys() == given.keys()
    assert [key for key in own if not placeholders(own[key]) <= placeholders(given[key])] == []


def test_a_missing_interface_string_is_told_by_name(tmp_path: Path) -> None:
    (tmp_path / "ja.yaml").write_text("site: {home: ホーム}", "utf-8")
    strings = read_strings(tmp_path, "ja")
    assert strings("site.home") == "ホーム"
    with pytest.raises(MissingStringError, match=r"ja: site\.away"):
        strings("site.away")
