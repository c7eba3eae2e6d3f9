"""Reads the readings that editors keep: content/readings.yaml, and one for the names of each plan."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

from sitegen.config import Config
from sitegen.language.furigana.readings import agreed, fits
from sitegen.messages import problem
from sitegen.model import READINGS
from sitegen.reader import Entry, Reader

READING_FILE = "readings.yaml"

ReadingTable = Mapping[str, str]
"""Word → reading."""


@dataclass(frozen=True)
class ReadingTables:
    """Readings for furigana; a name may be read in one way in one city and in another way in the next."""

    shared: ReadingTable
    plans: Mapping[str, ReadingTable]
    """Id of a plan → readings of its own."""
    files: tuple[Entry[Any], ...] = ()

    def of(self, plan: str) -> ReadingTable:
        """What holds on a plan's pages; on pages across plans, the readings that do not contradict one another."""
        own = self.plans[plan] if plan in self.plans else agreed(self.plans.values())
        return {**self.shared, **own} if plan in self.plans else {**own, **self.shared}


def load_reading_tables(reader: Reader, config: Config) -> ReadingTables:
    """Read all readings.yaml, and report readings that do not fit their word."""
    shared = _read(reader, f"content/{READING_FILE}")
    plans = {plan: _read(reader, f"content/{plan}/{READING_FILE}") for plan in config.plans}
    files = tuple(entry for entry in (shared, *plans.values()) if entry)
    for entry in files:
        for word, reading in entry.value.items():
            if not fits(word, reading):
                reader.problems.append(
                    problem("reading-does-not-fit", entry.source.where((word,)), value=word, reading=reading)
                )
    tables = {plan: entry.value if entry else {} for plan, entry in plans.items()}
    return ReadingTables(shared.value if shared else {}, tables, files)


def _read(reader: Reader, name: str) -> Entry[dict[str, str]] | None:
    return reader.one(name, READINGS) if (reader.root / name).is_file() else None
