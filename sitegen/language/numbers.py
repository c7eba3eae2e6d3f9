"""Numbers and amounts of money, written the way readers of each language think (CLDR through Babel)."""

from __future__ import annotations

import re
from decimal import Decimal
from functools import cache

from babel.numbers import format_compact_decimal, format_decimal, format_percent

from sitegen.language.locales import locale

_MYRIAD = 10_000
_SPACED = {"ko"}
"""Languages that count by 10,000 and put a space between the parts: 12억 4,040만."""
_PRINTED = re.compile(r"(?=.*[,%])(-?)(\d{1,3}(?:,\d{3})+|\d+)(?:\.(\d+))?(%?)")
"""A figure; without a comma or percent sign, 1.1 may be the number of a chapter."""


def number(value: float, language: str) -> str:
    """A number with the language's grouping."""
    if isinstance(value, int) and 0 <= value < 1000:
        return str(value)  # the same in every language of ours, and most numbers are small
    return str(format_decimal(value, locale=locale(language)))


def percent(value: float, language: str) -> str:
    """A percentage, given in percent: 40% in English, 40 % in Spanish."""
    share = Decimal(str(value)) / 100  # in binary, 28.8 hundredths have fifteen more digits
    return str(format_percent(share, locale=locale(language), decimal_quantization=False))


def printed(text: str, language: str) -> str:
    """A figure as plans print it (79.3%, 1,234), with the marks of the language; any other text stays as it is."""
    found = _PRINTED.fullmatch(text)
    if not found:
        return text
    sign, whole, decimals, percents = found.groups()
    pattern = "0" if not decimals else f"0.{'0' * len(decimals)}"
    if "," in whole:
        pattern = f"#,##{pattern}"
    value = Decimal(f"{sign}{whole.replace(',', '')}.{decimals or 0}")
    shown = str(format_decimal(value, pattern, locale(language)))
    return shown + str(locale(language).percent_formats[None].suffix[0]) if percents else shown


def large_number(value: float, language: str, *, in_myriads: bool = False) -> str:
    """A number that is easy to say: millions (7.8 million), and 45万 where the language counts by ten thousands.

    `in_myriads` says that the plan prints it so; elsewhere 20,000 stands beside 18,200.
    """
    if myriads(language):
        round_ = in_myriads and abs(value) >= _MYRIAD and value % _MYRIAD == 0
        return _short(value, language) if round_ else number(value, language)
    return _long(value, language, digits=2) if abs(value) >= 1_000_000 else number(value, language)


def amount(units: int, language: str) -> str:
    """An amount of money without its currency: 1億2,340万 / 123.4 million."""
    if words := myriads(language):
        parts = [(units // _MYRIAD**2, words[1]), (units // _MYRIAD % _MYRIAD, words[0]), (units % _MYRIAD, "")]
        gap = " " if language in _SPACED else ""
        return gap.join(f"{number(part, language)}{word}" for part, word in parts if part) or "0"
    return _long(units, language, digits=1) if is_large(units, language) else number(units, language)


def is_large(units: int, language: str) -> bool:
    """Whether `amount` says a number in words, as a language of millions does."""
    return not myriads(language) and abs(units) >= 1_000_000


@cache
def myriads(language: str) -> tuple[str, str] | None:
    """The words for 10,000 and 100,000,000 in a language that counts by them (万, 億), else nothing."""
    words = [re.fullmatch(r"1(\D+)", _short(value, language)) for value in (_MYRIAD, _MYRIAD**2)]
    return (words[0][1], words[1][1]) if words[0] and words[1] else None


def _short(value: float, language: str) -> str:
    return str(format_compact_decimal(value, format_type="short", locale=locale(language), fraction_digits=0))


def _long(value: float, language: str, *, digits: int) -> str:
    # From a milliard on, one digit after the point would hide tens of millions.
    digits = max(digits, 2) if abs(value) >= 1_000_000_000 else digits
    return str(format_compact_decimal(value, format_type="long", locale=locale(language), fraction_digits=digits))
