"""What search knows of each page, and the tokens that it is found by."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field

from sitegen.language.folding import Folding
from sitegen.search.tokens import facet, tokens
from sitegen.search.vocabulary import Vocabulary

_JOINED_LATIN = re.compile(r"(?<=[0-9A-Za-z])[-‐‑・_](?=[0-9A-Za-z])")
_PLACES = {"title": 239, "name": 150, "summary": 100, "elsewhere": 60, "text": 25, "label": 15}
"""Where a word stands → how much it says about the page, from 1 to 239; the search page reads these back."""
_SHARES = {
    "page": 0.5,
    "plan": 0.4,
    "news": 0.4,
    "policy": 0.2,
    "theme": 0.2,
    "national": 0.2,
    "department": 0.2,
    "figures": 0.2,
}
"""Kind of a page → its share of these weights: initiatives and glossary entries answer, others mostly lead to them."""


@dataclass(frozen=True)
class Record:
    """What search knows of one page."""

    url: str
    """Path of the page below its edition."""
    kind: str
    title: str
    summary: str
    text: str
    names: tuple[str, ...] = ()
    """Other names of what the page is about."""
    labels: tuple[str, ...] = ()
    """Words that classify the page: its city, policies, departments, topics."""
    elsewhere: tuple[str, ...] = ()
    """Titles of the page in other languages."""
    plans: tuple[str, ...] = ()
    """Names of the plans that it belongs to or that print it."""
    status: tuple[str, str] = ("", "")
    """Kind and word of the newest evaluation."""
    facets: Mapping[str, tuple[str, ...]] = field(default_factory=dict)
    """What results can be narrowed down to: name → values."""
    initiative: str = ""
    """Plan and number, as in /data/<plan>.json."""
    langs: Mapping[str, str] = field(default_factory=dict)
    """Languages of title, summary and the text's first `letters` where they are not the edition's."""
    letters: int = 0


def weighted(record: Record, folding: Folding, vocabulary: Vocabulary, *, stemmed: bool) -> dict[str, int]:
    """Tokens of a page → weight of the best place where each stands, see `_PLACES`; a shorter title weighs more.

    With `stemmed`, words are left to Pagefind's stemmer; otherwise there are tokens of pairs of letters, and of the
    words of the vocabulary.
    """
    found: dict[str, int] = {}
    share = _SHARES.get(record.kind, 1)
    for words, weight in _places(record, folding):
        counts: Counter[str] = Counter()
        for part in words:
            counts.update(_tokens(part, folding, vocabulary, stemmed=stemmed))
        for token, count in counts.items():
            repeated = 3 * min(count - 1, 8) if weight == _PLACES["text"] else 0
            found[token] = max(found.get(token, 0), round((weight + repeated) * share))
    of_facets = (facet(name, value) for name, values in record.facets.items() for value in values)
    return found | dict.fromkeys(of_facets, _PLACES["text"])


def _places(record: Record, folding: Folding) -> Iterator[tuple[Iterable[str], int]]:
    length = min(len(folding.fold(record.title)), 60)
    yield (record.title,), _PLACES["title"] - length
    yield record.names, _PLACES["name"]
    # A definition is all the text that a glossary entry has.
    yield (record.summary,), _PLACES["text" if record.kind == "term" else "summary"]
    yield record.elsewhere, _PLACES["elsewhere"]
    yield record.labels, _PLACES["label"]
    yield (record.text,), _PLACES["text"]


def _tokens(text: str, folding: Folding, vocabulary: Vocabulary, *, stemmed: bool) -> list[str]:
    found = _tokens_of(folding.fold(text), vocabulary, stemmed=stemmed)
    # AI-OCR is one word and two.
    if _JOINED_LATIN.search(text):
        apart = " ".join(re.findall(r"[0-9A-Za-z]+", _JOINED_LATIN.sub(" ", text)))
        found += _tokens_of(folding.fold(apart), vocabulary, stemmed=stemmed)
    return found


def _tokens_of(folded: str, vocabulary: Vocabulary, *, stemmed: bool) -> list[str]:
    words = () if stemmed else vocabulary.within(folded)
    return [*tokens(folded, stemmed=stemmed), *map(vocabulary.tokens.__getitem__, words)]
