"""Reads the translations of short facts: strings.yaml, and strings.<language>.yaml for one language at a time."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from typing import Any

from sitegen.config import Config
from sitegen.messages import problem
from sitegen.model import STRINGS, STRINGS_OF_LANGUAGE
from sitegen.reader import Entry, Reader

StringTable = Mapping[str, Mapping[str, str]]
"""Japanese fact string → language → translation."""


@dataclass(frozen=True)
class StringTables:
    """The translations of short facts; one Japanese word may mean different things in two plans."""

    shared: StringTable
    """For every plan."""
    plans: Mapping[str, StringTable]
    """Id of a plan → its own translations and, beneath them, the shared ones."""
    everywhere: StringTable
    """For pages across plans: the shared ones and, beneath them, those of the plans in the site's order."""
    files: tuple[Entry[Any], ...] = ()

    def of(self, plan: str) -> StringTable:
        """The table of a plan's pages, or of pages across plans where there is no such plan."""
        return self.plans.get(plan, self.everywhere)

    def home(self, text: str, plan: str) -> str:
        """The plan whose table translates a fact of `plan`, or nothing where the shared table does all of it."""
        return "" if self.of(plan).get(text) == self.shared.get(text, {}) else plan

    def at_home(self, text: str, home: str) -> Mapping[str, str]:
        """Language → translation of a fact in the table that `home` names."""
        return (self.of(home) if home else self.shared).get(text, {})


def load_string_tables(reader: Reader, config: Config) -> StringTables:
    """Read all strings.yaml and strings.<language>.yaml of content/ and of its plans."""
    shared, files = _read_folder(reader, "content", config)
    own = {plan: _read_folder(reader, f"content/{plan}", config) for plan in config.plans}
    plans = {plan: _layered(table, shared) for plan, (table, _) in own.items()}
    # A site with one plan has no page across plans: there, the plan's words come first everywhere.
    only = len(plans) == 1
    everywhere = plans[config.plans[0]] if only else _layered(shared, *(table for table, _ in own.values()))
    return StringTables(shared, plans, everywhere, (*files, *(entry for _, found in own.values() for entry in found)))


def _layered(*tables: StringTable) -> dict[str, dict[str, str]]:
    """The tables as one, language by language; the first one wins."""
    merged: dict[str, dict[str, str]] = {}
    for table in reversed(tables):
        for text, translations in table.items():
            merged[text] = {**merged.get(text, {}), **translations}
    return merged


def _read_folder(reader: Reader, folder: str, config: Config) -> tuple[dict[str, dict[str, str]], list[Entry[Any]]]:
    table: dict[str, dict[str, str]] = {}
    origin: dict[tuple[str, str], str] = {}
    entries: list[Entry[Any]] = []
    for entry, text, language, translation in _translations(reader, folder, config):
        where = entry.source.where((text,), key=True)
        if table.get(text, {}).get(language, translation) != translation:
            reader.problems.append(problem("duplicate-string", where, value=text, other=origin[text, language]))
        table.setdefault(text, {})[language] = translation
        origin[text, language] = str(where)
        if entry not in entries[-1:]:
            entries.append(entry)
    return table, entries


def _translations(reader: Reader, folder: str, config: Config) -> Iterator[tuple[Entry[Any], str, str, str]]:
    """Every translation of a folder: file, Japanese, language, words."""
    if entry := _one(reader, f"{folder}/strings.yaml", STRINGS):
        for text, by_language in entry.value.items():
            yield from ((entry, text, language, words) for language, words in by_language.items())
    for language in config.editions[1:]:
        if entry := _one(reader, f"{folder}/strings.{language}.yaml", STRINGS_OF_LANGUAGE):
            yield from ((entry, text, language, words) for text, words in entry.value.items())


def _one(reader: Reader, name: str, kind: Any) -> Entry[Any] | None:
    return reader.one(name, kind) if (reader.root / name).is_file() else None
