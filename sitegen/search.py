"""The Pagefind index of one edition, made from the words of its pages."""

from __future__ import annotations

import asyncio
import re
import unicodedata
from collections.abc import Iterable
from dataclasses import dataclass
from pathlib import Path
from tempfile import TemporaryDirectory

from pagefind.index import PagefindIndex
from pagefind.service import PagefindService

from sitegen.artifacts import Artifact

_JAPANESE = re.compile(r"[々〆ぁ-ゖァ-ヺー㐀-鿿]+")


@dataclass(frozen=True)
class Record:
    """What search knows of one page."""

    url: str
    """Path of the page from the site's root, without a slash at the beginning."""
    title: str
    excerpt: str
    words: str


def index(edition: str, records: Iterable[Record]) -> tuple[Artifact, ...]:
    """Make the index of an edition; records go in sorted and one after another, so that it is the same every time."""
    return asyncio.run(_index(edition, sorted(records, key=lambda record: record.url)))


def searchable(text: str, language: str) -> str:
    """Write text as Pagefind can find it: Japanese has no spaces, so each pair of letters becomes a word.

    `assets/js/search.js` does the same to the query.
    """
    folded = unicodedata.normalize("NFKC", text).lower()
    if language != "ja":
        return folded
    return _JAPANESE.sub(lambda run: f" {' '.join(_pairs(run[0]))} ", folded)


def _pairs(run: str) -> list[str]:
    return [run[n : n + 2] for n in range(max(1, len(run) - 1))]


def _wanted(name: str) -> bool:
    """Leave out Pagefind's own user interface: the site has its own."""
    return not name.startswith(("pagefind-ui", "pagefind-modular-ui", "pagefind-component-ui", "pagefind-highlight"))


async def _index(edition: str, records: list[Record]) -> tuple[Artifact, ...]:
    language = edition.partition("-")[0]
    with TemporaryDirectory() as folder:
        async with PagefindService() as service:
            made: PagefindIndex = await service.create_index()
            for record in records:
                await made.add_custom_record(
                    url=record.url,
                    content=searchable(record.words, language),
                    language=language,
                    meta={"title": record.title, "excerpt": record.excerpt},
                )
            await made.write_files(output_path=folder)
        root = Path(folder)
        files = sorted(path for path in root.rglob("*") if path.is_file() and _wanted(path.name))
        return tuple(
            Artifact(f"pagefind/{edition}/{path.relative_to(root).as_posix()}", path.read_bytes()) for path in files
        )
