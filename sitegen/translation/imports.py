"""What a translator sent back → files to write; nothing is taken whose original has changed since."""

from __future__ import annotations

import datetime as dt
from collections import defaultdict
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field, replace
from typing import Any

import yaml

from sitegen.language.locales import plural_categories
from sitegen.load import Content
from sitegen.reader import Document
from sitegen.translation.items import documents, fields, translation_file
from sitegen.translation.units import GLOSSARY, INTERFACE, Unit, Words, blocks

Entries = dict[tuple[str, ...], Any]


@dataclass(frozen=True)
class Imported:
    """What an import writes, and what it does not take."""

    files: Mapping[str, str] = field(default_factory=dict)
    """Path → text of Markdown files."""
    entries: Mapping[str, Entries] = field(default_factory=dict)
    """Path of a YAML file → entries to change or add."""
    refused: tuple[str, ...] = ()
    """Units whose original has changed since they were exported, or is not there any more."""
    incomplete: tuple[str, ...] = ()
    """Files whose text is translated in part only: the old text stays."""


def read_import(
    content: Content, language: str, current: Iterable[Unit], returned: Iterable[Unit], day: dt.date
) -> Imported:
    """Compare what came back with the site's words as they are now; `day` is written as the day of the change."""
    by_path = {document.source.path: document for _, document in documents(content)}
    now = _texts(by_path.values()) | {unit.identity: unit for unit in current}
    returned = tuple(returned)
    now |= _moved(content, language, now, returned)
    changed: dict[str, list[Unit]] = defaultdict(list)
    refused: list[str] = []
    for unit in returned:
        known = now.get(unit.identity)
        if known is None or _first(known.original) != _first(unit.original):
            refused.append("#".join(unit.identity))
        else:
            changed[unit.file].append(unit)
    files: dict[str, str] = {}
    incomplete: list[str] = []
    for path in [path for path in changed if path in by_path]:
        text, whole = _document(by_path[path], language, changed[path], day, refused)
        if text:
            files[translation_file(by_path[path], language)] = text
        if not whole:
            incomplete.append(translation_file(by_path[path], language))
    rest = {file: listed for file, listed in changed.items() if file not in by_path}
    entries, held = _entries(content, language, rest, now)
    return Imported(files, entries, (*refused, *held), tuple(incomplete))


def _moved(
    content: Content, language: str, now: Mapping[tuple[str, str], Unit], returned: Iterable[Unit]
) -> dict[tuple[str, str], Unit]:
    """Facts that another table translates since they were exported: they go into the table named there all the same."""
    facts = {unit.original for unit in now.values() if not unit.key}
    moved = [unit for unit in returned if not unit.key and unit.original in facts and unit.identity not in now]
    tables = {unit.file: content.strings.of(unit.file.partition("/")[2]) for unit in moved}
    own = {unit.identity: tables[unit.file].get(str(unit.original), {}).get(language, "") for unit in moved}
    return {unit.identity: replace(unit, translation=own[unit.identity]) for unit in moved}


def _texts(listed: Iterable[Document[Any]]) -> dict[tuple[str, str], Unit]:
    """The text of each document as a whole and block by block: a translator may have got either."""
    found = []
    for document in listed:
        path, body = document.source.path, document.source.body.strip()
        found += [Unit(path, "text", body), *(Unit(path, f"text.{n}", b) for n, b in enumerate(blocks(body), 1))]
    return {unit.identity: unit for unit in found}


def _document(
    document: Document[Any], language: str, returned: list[Unit], day: dt.date, refused: list[str]
) -> tuple[str, bool]:
    """The translated file, or nothing where it stays as it is; and whether its text was complete."""
    if any(context.startswith(f"{document.source.path}#") for context in refused):
        return "", True  # its hash would say that it was made from the present original
    made = document.translations.get(language)
    old = fields(made) if made else {}
    new = {unit.key: str(unit.translation) for unit in returned}
    body, whole = _body(document, new, old.get("text", ""))
    head = {key: new[key] for key in ("title", "summary") if key in new}
    words = {name: text for name, text in (old | head | {"text": body}).items() if text}
    if words == old and not (made and document.is_stale(language)):
        return "", whole
    return _markdown(words, document.hash, day), whole


def _body(document: Document[Any], new: Mapping[str, str], old: str) -> tuple[str, bool]:
    if "text" in new:
        return new["text"].strip(), True
    wanted = [f"text.{n}" for n in range(1, len(blocks(document.source.body)) + 1)]
    given = [key for key in wanted if key in new]
    if not given or len(given) < len(wanted):
        return old, not given
    translated = [new[key].strip() for key in wanted]
    return (old, True) if translated == blocks(old) else ("\n\n".join(translated), True)


def _markdown(words: Mapping[str, str], digest: str, day: dt.date) -> str:
    head = {name: words[name] for name in ("title", "summary") if name in words}
    data: dict[str, Any] = {**head, "source": digest, "updated": day}
    front = yaml.safe_dump(data, allow_unicode=True, sort_keys=False, width=10_000)
    return f"---\n{front}---\n" + (f"\n{words['text']}\n" if "text" in words else "")


def _entries(
    content: Content, language: str, returned: Mapping[str, list[Unit]], now: Mapping[tuple[str, str], Unit]
) -> tuple[dict[str, Entries], list[str]]:
    entries: dict[str, Entries] = defaultdict(dict)
    held = []
    elsewhere = _in_shared_files(content, language)
    for unit in (unit for listed in returned.values() for unit in listed):
        known = now[unit.identity]
        if unit.translation == known.translation and not known.stale:
            continue
        path, keys = _target(unit, language)
        if (path, keys) in elsewhere:
            held.append(f"{elsewhere[path, keys]}: {' '.join(keys)}")
        else:
            entries[path][keys] = _value(unit.translation, language)
    return dict(entries), held


def _target(unit: Unit, language: str) -> tuple[str, tuple[str, ...]]:
    """The file of a unit's translation, and its keys there."""
    if unit.file == INTERFACE:
        return f"templates/strings/{language}.yaml", tuple(unit.key.split("."))
    if unit.file == GLOSSARY:
        return f"content/glossary.{language}.yaml", tuple(unit.key.split("."))
    return f"{unit.file}/strings.{language}.yaml", (str(unit.original),)


def _in_shared_files(content: Content, language: str) -> dict[tuple[str, tuple[str, ...]], str]:
    """Translations that stand beside others in strings.yaml or in the glossary, where people change them by hand."""
    found: dict[tuple[str, tuple[str, ...]], str] = {}
    for entry in content.strings.files:
        folder, _, name = entry.source.path.rpartition("/")
        if name == "strings.yaml":
            for text, by_language in entry.value.items():
                if language in by_language:
                    found[f"{folder}/strings.{language}.yaml", (text,)] = entry.source.path
    for term in content.terms:
        data = term.source.data[term.path[0]] if term.path else term.source.data
        for name, key in (("name", "names"), ("definition", "definition")):
            if language in data.get(key, {}):
                found[f"content/glossary.{language}.yaml", (term.value.id, name)] = term.source.path
    return found


def _value(words: Words, language: str) -> Any:
    return words if isinstance(words, str) else dict(zip(plural_categories(language), words, strict=False))


def _first(words: Words) -> str:
    return words if isinstance(words, str) else words[0]
