"""CLDR locales (through Babel) of the languages that editions are written in."""

from __future__ import annotations

from functools import cache

from babel.core import Locale

PLURAL_CATEGORIES = ("zero", "one", "two", "few", "many", "other")
"""Plural categories of CLDR, in its order."""

_COUNTED = 1000
"""Up to here, every number that a site counts is tried; larger ones do not bring other categories for counts."""


@cache
def locale(language: str) -> Locale:
    """The CLDR locale of a BCP 47 language; variants such as `simple` use their language's."""
    parts = [part for part in language.split("-") if len(part) in (2, 3) or part.istitle()]
    return Locale.parse("_".join(parts), sep="_")


def primary(language: str) -> str:
    """A language without script, country and variant: zh of zh-Hans, ja of ja-simple."""
    return language.partition("-")[0]


def is_japanese(language: str) -> bool:
    """Whether a language is a kind of Japanese, the language of the facts: what is printed needs no translation."""
    return locale(language).language == "ja"


def language_name(language: str, reader: str) -> str:
    """What a reader's language calls a language."""
    return str(locale(language).get_display_name(locale(reader)) or language)


@cache
def plural_categories(language: str) -> tuple[str, ...]:
    """The plural categories that counts fall into in a language: `one` and `other` in English, `other` in Japanese."""
    rule = locale(language).plural_form
    used = {rule(n) for n in range(_COUNTED + 1)}
    return tuple(category for category in PLURAL_CATEGORIES if category in used)


def plural_category(number: float, language: str) -> str:
    """The plural category of a number."""
    return str(locale(language).plural_form(number))
