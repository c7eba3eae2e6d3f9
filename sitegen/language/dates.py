"""Dates, numbers and fiscal years, written the way readers of each language think (CLDR through Babel)."""

from __future__ import annotations

import datetime as dt
import re
import unicodedata
from functools import cache

from babel.core import Locale
from babel.dates import format_date
from babel.numbers import format_compact_decimal, format_decimal

ERAS = ((2019, "令和", "R"), (1989, "平成", "H"))
"""First western year, name and letter of each era in which a plan's fiscal year can lie, newest first."""


@cache
def locale(language: str) -> Locale:
    """The CLDR locale of a BCP 47 language; variants such as `simple` use their language's."""
    parts = [part for part in language.split("-") if len(part) in (2, 3) or part.istitle()]
    return Locale.parse("_".join(parts), sep="_")


def era_year(year: int, *, short: bool = False) -> str:
    """令和3 for 2021; the first year of an era is 元."""
    first, name, letter = next(era for era in ERAS if year >= era[0])
    number = year - first + 1
    return f"{letter}{number}" if short else f"{name}{'元' if number == 1 else number}"


def date(value: dt.date, language: str) -> str:
    """2026年11月21日 or November 21, 2026."""
    return str(format_date(value, "long", locale(language)))


def month(value: str, language: str) -> str:
    """2022年6月 or June 2022, from YYYY-MM."""
    year, number = map(int, value.split("-"))
    pattern = "y年M月" if language.startswith("ja") else "MMMM y"
    return str(format_date(dt.date(year, number, 1), pattern, locale(language)))


def number(value: float, language: str) -> str:
    """A number with the language's grouping."""
    return str(format_decimal(value, locale=locale(language)))


def large_number(value: float, language: str) -> str:
    """A number that is easy to say: millions in words where the language has no 万 (7.8 million)."""
    if language.startswith("ja") or abs(value) < 1_000_000:
        return number(value, language)
    return str(format_compact_decimal(value, format_type="long", locale=locale(language), fraction_digits=2))


def yen(kyen: int, language: str) -> str:
    """An amount in thousand yen as readers say it: 1億2,340万円 / ¥123.4 million."""
    amount = kyen * 1000
    if not language.startswith("ja"):
        return f"¥{amount / 1_000_000:,.1f} million" if amount >= 1_000_000 else f"¥{amount:,}"
    parts = [(amount // 100_000_000, "億"), (amount // 10_000 % 10_000, "万"), (amount % 10_000, "")]
    return "".join(f"{part:,}{unit}" for part, unit in parts if part) + "円" if amount else "0円"


def fiscal_year(period: str | int, language: str, *, style: str = "full") -> str:
    """A fiscal year (April to March) or half year ("2023H1").

    Styles: `full` 令和3年度（2021年度） / FY2021 (April 2021 – March 2022); `short` 令和3年度 / FY2021;
    `compact` R3 / 2021; `western` 2021年度 / FY2021, for sentences that compare years.
    """
    text = str(period)
    year, half = int(text[:4]), text[4:]
    if not language.startswith("ja"):
        short = f"FY{year}" + {"": "", "H1": " first half", "H2": " second half"}[half]
        months = {
            "": f"April {year} – March {year + 1}",
            "H1": f"April – September {year}",
            "H2": f"October {year} – March {year + 1}",
        }[half]
        return {"full": f"{short} ({months})", "short": short, "compact": f"{year}{half}", "western": short}[style]
    part = {"": "", "H1": "上期", "H2": "下期"}[half]
    short = f"{era_year(year)}年度"
    full = f"{short}（{year}年度）{part}"
    compact = era_year(year, short=True) + part
    return {"full": full, "short": short + part, "compact": compact, "western": f"{year}年度{part}"}[style]


def parse_fiscal_year(text: str) -> int | None:
    """Find the fiscal year that a heading names, such as 令和3年度, 2021年度, R3 or FY2021."""
    folded = unicodedata.normalize("NFKC", text)
    for first, name, letter in ERAS:
        if found := re.search(rf"(?:{name}|\b{letter})\s*(元|\d{{1,2}})(?!\d)", folded):
            return first - 1 + (1 if found[1] == "元" else int(found[1]))
    years = re.search(r"(?<!\d)(19[89]\d|20\d\d)(?!\d)", folded)
    return int(years[1]) if years else None
