"""Dates and fiscal years, written the way readers of each language think (CLDR through Babel)."""

from __future__ import annotations

import datetime as dt
import re
import unicodedata
from functools import lru_cache
from typing import Literal

from babel.dates import format_date, format_interval, format_skeleton

from sitegen.language.locales import locale
from sitegen.language.strings import Strings

FiscalYearStyle = Literal["short", "western", "label", "full", "aside", "at_first"]
"""How a fiscal year is named: `short` within a sentence, 令和3年度 / FY2021; `western` where years are compared,
2021年度 / FY2021; `label` by itself, as in a table; `full` as a heading, FY2021 (April 2021 – March 2022).
`aside` follows the first three where readers use two calendars, （2021年度）; `at_first` does so where a page begins to
speak of years."""

ERAS = ((2019, "令和", "R"), (1989, "平成", "H"))
"""First western year, name and letter of each era in which a plan's fiscal year can lie, newest first."""

_MONTHS = {"": (4, 15), "H1": (4, 9), "H2": (10, 15)}
"""First and last month of a fiscal year and of its halves; 15 is March of the next year."""


def era_year(year: int) -> str:
    """令和3 for 2021; the first year of an era is 元."""
    first, name, _ = next(era for era in ERAS if year >= era[0])
    number = year - first + 1
    return f"{name}{'元' if number == 1 else number}"


def date(value: dt.date, strings: Strings) -> str:
    """2026年11月21日 or November 21, 2026; a language may have a pattern of its own beside that of CLDR."""
    return str(format_date(value, strings("date.pattern") or "long", locale(strings.language)))


def month(value: str, language: str) -> str:
    """2022年6月 or June 2022, from YYYY-MM."""
    year, number = map(int, value.split("-"))
    return str(format_skeleton("yMMMM", dt.date(year, number, 1), locale=locale(language)))


def fiscal_year(period: str | int, strings: Strings, style: FiscalYearStyle = "short") -> str:
    """A fiscal year (April to March) or half year ("2023H1") in the words of a language."""
    text = str(period)
    year, half = int(text[:4]), text[4:]
    return strings(
        f"half_year.{style}" if half else f"fiscal_year.{style}",
        year=str(year),
        era=era_year(year),
        months=_months(year, half, strings.language),
        **({"half": strings({"H1": "half_year.first", "H2": "half_year.second"}[half])} if half else {}),
    )


def fiscal_years(first: int, last: int, strings: Strings, *, label: bool = False) -> str:
    """A range of fiscal years within a sentence, or by itself as a `label`."""
    return strings(
        "fiscal_year.range_label" if label else "fiscal_year.range",
        first=str(first),
        last=str(last),
        first_era=era_year(first),
        last_era=era_year(last),
        months=_interval(_month(first, 4), _month(last, 15), strings.language),
    )


def _months(year: int, half: str, language: str) -> str:
    first, last = (_month(year, n) for n in _MONTHS[half])
    return _interval(first, last, language)


def _month(year: int, n: int) -> dt.date:
    """The first day of a month; n beyond 12 counts on into the next year."""
    return dt.date(year + (n - 1) // 12, (n - 1) % 12 + 1, 1)


@lru_cache(maxsize=1024)  # every page names the same few years
def _interval(first: dt.date, last: dt.date, language: str) -> str:
    return str(format_interval(first, last, "yMMMM", locale=locale(language)))


def parse_fiscal_year(text: str) -> int | None:
    """Find the fiscal year that a heading names, such as 令和3年度, 2021年度, R3 or FY2021."""
    folded = unicodedata.normalize("NFKC", text)
    for first, name, letter in ERAS:
        if found := re.search(rf"(?:{name}|\b{letter})\s*(元|\d{{1,2}})(?!\d)", folded):
            return first - 1 + (1 if found[1] == "元" else int(found[1]))
    years = re.search(r"(?<!\d)(19[89]\d|20\d\d)(?!\d)", folded)
    return int(years[1]) if years else None
