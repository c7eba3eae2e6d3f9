"""PO files for translators' tools, through Babel: units → file, and what a translator sent back → units."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterable, Iterator
from dataclasses import replace
from io import BytesIO

from babel.messages.catalog import Catalog
from babel.messages.pofile import PoFileError, read_po, write_po

from sitegen.language.locales import locale
from sitegen.translation.units import Unit, Words

_HEADER = "# Translations of {project}."
_EPOCH = dt.datetime(2000, 1, 1, tzinfo=dt.UTC)
"""Written as the time of creation: the same words give the same file."""


class NotAPoFileError(Exception):
    """The file cannot be read as PO."""


def to_po(units: Iterable[Unit], language: str, project: str) -> bytes:
    """Write units as a PO file; a translation of an earlier original is marked fuzzy."""
    catalog = Catalog(
        locale=locale(language),
        project=project,
        version="1",
        header_comment=_HEADER.format(project=project),
        creation_date=_EPOCH,
        revision_date=_EPOCH,
        charset="utf-8",
        fuzzy=False,
    )
    for unit in units:
        catalog.add(
            _message(unit.original),
            _translation(unit, catalog.num_plurals),
            context=unit.context,
            auto_comments=[f"English: {unit.english}"] if unit.english else [],
            flags=["fuzzy"] if unit.stale else [],
        )
    written = BytesIO()
    write_po(written, catalog, width=0, omit_header=False)
    return written.getvalue()


def from_po(data: bytes, language: str) -> Iterator[Unit]:
    """Read the units of a PO file that are translated and not fuzzy. Raises NotAPoFileError."""
    try:
        catalog = read_po(BytesIO(data), locale=locale(language), abort_invalid=True)
    except (PoFileError, ValueError) as error:
        raise NotAPoFileError(str(error)) from error
    for message in catalog:
        if message.id and message.context and "#" in message.context and not message.fuzzy:
            file, _, key = message.context.partition("#")
            original = (message.id[0],) if isinstance(message.id, (tuple, list)) else message.id
            unit = Unit(file, key, original)
            if translation := _words(message.string):
                yield replace(unit, translation=translation)


def _message(words: Words) -> str | tuple[str, str]:
    return words if isinstance(words, str) else (words[0], words[-1])


def _translation(unit: Unit, forms: int) -> Words:
    if isinstance(unit.original, str) or isinstance(unit.translation, str):
        return unit.translation if isinstance(unit.original, str) else ("",) * forms
    return (unit.translation * forms)[:forms] if len(unit.translation) < forms else unit.translation[:forms]


def _words(string: object) -> Words:
    if isinstance(string, (tuple, list)):
        forms = tuple(str(form) for form in string)
        return forms if all(forms) else ""
    return str(string)
