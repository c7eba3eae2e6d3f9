"""Lists the readings that an editor should confirm, for `sitegen check --readings`."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from functools import partial
from typing import Any

from sitegen.language.furigana.doubts import Doubt, doubts
from sitegen.language.furigana.kana import has_kanji
from sitegen.language.furigana.lexicon import LEXICON
from sitegen.language.furigana.readings import Readings
from sitegen.language.locales import is_japanese
from sitegen.load import Content
from sitegen.messages import problem
from sitegen.problems import Location, Problem
from sitegen.reading_tables import READING_FILE
from sitegen.source import FieldPath, Source

Passage = tuple[str, Callable[[int], Location]]
"""A text, and where each of its letters stands; in YAML all stand where the text begins."""


def doubtful_readings(content: Content) -> Iterator[Problem]:
    """Words of Japanese texts that the dictionary lacks or reads in several ways, each once a plan."""
    tables = content.readings
    readings = {plan: Readings.of(LEXICON, tables.of(plan)) for plan in ("", *tables.plans)}
    seen: set[tuple[str, str]] = set()
    for source in content.sources():
        folder = source.path.split("/")[1] if source.path.startswith("content/") else ""
        plan = folder if folder in tables.plans else ""
        for text, where in _passages(source, content.config.value.editions):
            for doubt in doubts(text, readings[plan]) if has_kanji(text) else ():
                if (plan, doubt.word) not in seen:
                    seen.add((plan, doubt.word))
                    yield _problem(doubt, where(doubt.start), "/".join(filter(None, ["content", plan, READING_FILE])))


def _problem(doubt: Doubt, where: Location, file: str) -> Problem:
    values = {"value": doubt.word, "reading": doubt.reading, "file": file}
    if not doubt.others:
        return problem("unknown-reading", where, **values)
    return problem("doubtful-reading", where, others=", ".join(doubt.others), **values)


def _passages(source: Source, languages: tuple[str, ...]) -> Iterator[Passage]:
    """The Japanese texts of a file."""
    language = source.path.rpartition("/")[2].split(".")[1]
    if language in languages and not is_japanese(language):
        return
    yield from _values(source, source.data, (), frozenset(filter(lambda lang: not is_japanese(lang), languages)))
    for number, line in enumerate(source.body.split("\n"), source.body_line):
        yield line, partial(_in_line, source.path, number)


def _in_line(path: str, line: int, start: int) -> Location:
    return Location(path, line, start + 1)


def _values(source: Source, value: Any, path: FieldPath, foreign: frozenset[str]) -> Iterator[Passage]:
    """The texts of a YAML file, without those in other languages."""
    if isinstance(value, str):
        yield value, lambda _: source.where(path)
    items = value.items() if isinstance(value, dict) else enumerate(value) if isinstance(value, list) else ()
    for key, inner in items:
        if key not in foreign:
            yield from _values(source, inner, (*path, key), foreign)
