"""Interface strings: one YAML file a language, looked up by dotted key; a string that counts may have plural forms."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from hashlib import blake2b
from pathlib import Path
from typing import Any

import yaml
from markupsafe import Markup, escape

from sitegen.language import numbers
from sitegen.language.locales import PLURAL_CATEGORIES, plural_category

_LOADER: type[yaml.SafeLoader] = getattr(yaml, "CSafeLoader", yaml.SafeLoader)

Forms = Mapping[str, str]
"""Plural category of CLDR → the string for numbers of that category; `n` decides."""


class MissingStringError(Exception):
    """A template asks for an interface string that its language does not have."""


@dataclass(frozen=True)
class Strings:
    """The interface strings of one language."""

    language: str
    texts: Mapping[str, str | Forms]
    digest: str

    def __call__(self, key: str, **values: Any) -> str:
        """Look up `key` and fill its placeholders; whole numbers are written as the language writes them.

        Raises MissingStringError.
        """
        text = self.form(key, values.get("n"))
        return text.format(**self._written(values)) if values else text

    def marked(self, key: str, **values: Any) -> Markup:
        """The same with marked-up words in it, such as a link or words in another language."""
        return escape(self.form(key, values.get("n"))).format(**self._written(values))

    def form(self, key: str, n: Any = None) -> str:
        """The string of `key` with its placeholders, in the form that the number `n` asks for."""
        try:
            text = self.texts[key]
        except KeyError:
            raise MissingStringError(f"{self.language}: {key}") from None
        if isinstance(text, str):
            return text
        if not isinstance(n, (int, float)):
            raise MissingStringError(f"{self.language}: {key} without a number n")
        return text.get(plural_category(n, self.language), text["other"])

    def number(self, value: float) -> str:
        """A number as the language writes it."""
        return numbers.number(value, self.language)

    def percent(self, value: float) -> str:
        """A percentage, given in percent, with one digit after the point at most."""
        return numbers.percent(round(value, 1), self.language)

    def _written(self, values: Mapping[str, Any]) -> dict[str, Any]:
        return {key: self.number(v) if isinstance(v, (int, float)) else v for key, v in values.items()}


def read_strings(folder: Path, language: str) -> Strings:
    """Read `<folder>/<language>.yaml`."""
    raw = (folder / f"{language}.yaml").read_bytes()
    data = yaml.load(raw, _LOADER)  # noqa: S506  # the safe loader, in C where it is to be had
    return Strings(language, dict(_flatten(data, "")), blake2b(raw, digest_size=12).hexdigest())


def _flatten(data: Mapping[Any, Any], prefix: str) -> list[tuple[str, str | Forms]]:
    flat: list[tuple[str, str | Forms]] = []
    for key, value in data.items():
        if isinstance(value, dict) and not is_forms(value):
            flat += _flatten(value, f"{prefix}{key}.")
        else:
            forms = {form: str(text) for form, text in value.items()} if isinstance(value, dict) else str(value)
            flat.append((f"{prefix}{key}", forms))
    return flat


def is_forms(value: Mapping[Any, Any]) -> bool:
    """Whether a mapping gives plural forms, and is not a section of strings."""
    return "other" in value and value.keys() <= set(PLURAL_CATEGORIES)
