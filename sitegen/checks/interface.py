"""Interface strings of every language: none missing, no placeholder that nobody fills, every plural form."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping
from pathlib import Path

from sitegen.language.locales import plural_categories
from sitegen.language.strings import Forms, read_strings
from sitegen.messages import problem
from sitegen.problems import Location, Problem
from sitegen.source import FieldPath, Source, read_yaml
from sitegen.validate import suggest

ORIGINALS = ("ja", "en")
"""The languages that the theme is written in; the others are translated from them."""

Texts = Mapping[str, str | Forms]

_YEAR = {"year", "era", "months"}
_FILLED = {"fiscal_year": _YEAR, "half_year": _YEAR | {"half"}}
"""Sections whose strings are all filled with the same values, of which each language uses its own."""

_PLACEHOLDER = re.compile(r"\{(\w*)\}")


def interface(folder: Path, languages: Iterable[str]) -> Iterator[Problem]:
    """What is wrong with the interface strings of some languages, in `folder`/<language>.yaml."""
    originals = [read_strings(folder, language).texts for language in ORIGINALS]
    for language in languages:
        found = [*_language(language, read_strings(folder, language).texts, originals)]
        if found:
            source = read_yaml(folder / f"{language}.yaml", f"templates/strings/{language}.yaml")
            yield from (problem(id_, _where(source, key), **values) for id_, key, values in found)


Found = tuple[str, str, dict[str, str]]
"""Id of a problem, the key of its string, and what the message says."""


def _language(language: str, own: Texts, originals: list[Texts]) -> Iterator[Found]:
    known = [*originals[0]]
    for key in known:
        if key not in own:
            yield "missing-interface-string", key, {"key": key, "language": language, "text": _shown(originals[0][key])}
    for key, text in own.items():
        if key not in originals[0]:
            yield "unknown-interface-string", key, {"key": key, **suggest(key, known)}
            continue
        yield from _placeholders(key, text, [texts[key] for texts in originals if key in texts])
        yield from _forms(language, key, text, [texts[key] for texts in originals if key in texts])


def _placeholders(key: str, text: str | Forms, originals: list[str | Forms]) -> Iterator[Found]:
    own, given = _names(text), [_names(original) for original in originals]
    allowed = _FILLED.get(key.partition(".")[0], set()).union(*given)
    for name in sorted(own - allowed):
        yield "unknown-placeholder", key, {"key": key, "value": name, "allowed": _listed(allowed)}
    # A form such as "one page" may do without its number; the form `other` may not.
    for name in sorted(set.intersection(*given) - own):
        yield "missing-placeholder", key, {"key": key, "value": name}


def _forms(language: str, key: str, text: str | Forms, originals: list[str | Forms]) -> Iterator[Found]:
    """A language with several plural forms needs them wherever an original has some."""
    needed = plural_categories(language)
    counts = any(not isinstance(original, str) for original in originals)
    given = set() if isinstance(text, str) else set(text)
    if (counts and len(needed) > 1) or given:
        for form in needed:
            if form not in given:
                yield "missing-plural-form", key, {"key": key, "value": form, "language": language}


def _names(text: str | Forms) -> set[str]:
    return set(_PLACEHOLDER.findall(text if isinstance(text, str) else text["other"]))


def _shown(text: str | Forms) -> str:
    return text if isinstance(text, str) else text["other"]


def _listed(names: set[str]) -> str:
    return ", ".join(f"{{{name}}}" for name in sorted(names)) or "–"


def _where(source: Source, key: str) -> Location:
    path: FieldPath = tuple(int(step) if step.isdigit() else step for step in key.split("."))
    return source.where(path if path in source.places else tuple(key.split(".")), key=True)
