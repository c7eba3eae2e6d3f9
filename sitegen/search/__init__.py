"""Search: what each page is found by, the Pagefind index of an edition, and the words to understand queries with."""

from __future__ import annotations

import json
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path

from sitegen.artifacts import Artifact
from sitegen.language.folding import Folding
from sitegen.language.locales import primary
from sitegen.search.lexicon import BIGRAM_LANGUAGES, Group, lexicon
from sitegen.search.pagefind import index_files
from sitegen.search.records import Record, weighted

__all__ = ["Group", "Record", "SearchRules", "index", "index_path", "lexicon_path"]


@dataclass(frozen=True)
class SearchRules:
    """How words are folded, and which ones say nothing; both are data of the theme."""

    folding: Mapping[str, object]
    stop_words: Mapping[str, Sequence[str]]

    @classmethod
    def read(cls, assets: Path) -> SearchRules:
        """Read the rules of a theme."""
        files = (assets / "search" / name for name in ("folding.json", "stopwords.json"))
        return cls(*(json.loads(path.read_text("utf-8")) for path in files))


def index_path(edition: str) -> str:
    """Folder of an edition's index, from the site's root."""
    return f"/pagefind/{edition}/"


def lexicon_path(edition: str) -> str:
    """File with an edition's words, from the site's root; it is packed, whatever the host does."""
    return f"{index_path(edition)}words.pf_words"


def index(
    edition: str, language: str, records: Sequence[Record], groups: Sequence[Group], rules: SearchRules
) -> tuple[Artifact, ...]:
    """Make the index of an edition, and its words; pages in sorted order, so that both are the same every time."""
    folding = Folding(rules.folding)
    code = primary(language)
    listed = sorted(records, key=lambda record: record.url)
    words = lexicon(language, listed, groups, folding)
    vocabulary, stemmed = words.vocabulary(folding), code not in BIGRAM_LANGUAGES
    pages = ((record.url, weighted(record, folding, vocabulary, stemmed=stemmed)) for record in listed)
    letters = sum(len(record.title) + len(record.summary) + len(record.text) for record in listed)
    files = index_files(code, pages, {record.url: _shown(record) for record in listed}, letters)
    packed = words.packed(language, len(listed), folding, rules.stop_words)
    return (
        *(Artifact(f"pagefind/{edition}/{path}", content) for path, content in files.items()),
        Artifact(lexicon_path(edition).removeprefix("/"), packed),
    )


def _shown(record: Record) -> dict[str, str]:
    """What the search page shows of a result, and looks for the query's words in."""
    shown = {
        "title": record.title,
        "summary": record.summary,
        "text": record.text,
        "kind": record.kind,
        "names": "\n".join(record.names),
        "also": "\n".join((*record.labels, *record.elsewhere)),
        "plans": "\n".join(record.plans),
        "status": " ".join(filter(None, record.status)),
        "initiative": record.initiative,
        # As JavaScript counts them.
        "text_end": str(len(record.text[: record.letters].encode("utf-16-le")) // 2) if "text" in record.langs else "",
    } | {f"{part}_lang": lang for part, lang in record.langs.items()}
    return {name: value for name, value in shown.items() if value or name == "text"}
