"""The glossary of one edition: its index, and the links from words in texts to their entries."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from typing import Any

from sitegen.model import Term
from sitegen.reader import Entry
from sitegen.texts import Edition, Text

ROWS = {
    "あ": "あ-お",
    "か": "か-ご",
    "さ": "さ-ぞ",
    "た": "た-ど",
    "な": "な-の",
    "は": "は-ぽ",
    "ま": "ま-も",
    "や": "ゃ-よ",
    "ら": "ら-ろ",
    "わ": "ゎ-ん",
}
"""五十音 rows: label → range of hiragana."""


@dataclass(frozen=True)
class GlossaryEntry:
    """A term as an edition lists it."""

    id: str
    name: Text
    reading: str
    group: str
    """Label of the index group: a 五十音 row or a Latin letter."""


class Linker:
    """Finds the glossary's words in text: the longest one, and never inside another word of the same alphabet."""

    def __init__(self, words: Mapping[str, str]) -> None:
        self.words = {_fold(word): id_ for word, id_ in reversed(list(words.items()))}
        self.capitals = {_fold(word) for word in words if word.isascii() and word.isupper()}
        self.digest = repr(sorted(words.items()))
        trie: dict[str, Any] = {}
        for word in self.words:
            node = trie
            for letter in word:
                node = node.setdefault(letter, {})
            node[""] = {}
        self._pattern = re.compile(_pattern(trie)) if trie else re.compile(r"(?!)")

    def find(self, text: str) -> Iterator[tuple[int, int, str]]:
        """Yield (start, end, term id) of every glossary word in the text."""
        folded = _fold(text)
        position = 0
        while match := self._pattern.search(folded, position):
            start, end = match.span()
            if _inside_word(folded, start, end) or not self._same_case(text[start:end], match[0]):
                position = start + 1
                continue
            yield start, end, self.words[match[0]]
            position = end

    def _same_case(self, found: str, word: str) -> bool:
        """LINE is the messenger, "line" is not: a word of capitals is found in capitals only."""
        return word not in self.capitals or found.isupper()

    def split(self, text: str, seen: set[str]) -> Iterator[tuple[str, str | None]]:
        """Cut the text into pieces; the first occurrence of each term not yet in `seen` comes with its id."""
        position = 0
        for start, end, id_ in self.find(text):
            if id_ in seen:
                continue
            seen.add(id_)
            if start > position:
                yield text[position:start], None
            yield text[start:end], id_
            position = end
        if position < len(text):
            yield text[position:], None


def linker(terms: Iterable[Entry[Term]], edition: Edition) -> Linker:
    """Make the linker of an edition from the terms' names and other spellings in its language."""
    words: dict[str, str] = {}
    for entry in terms:
        term = entry.value
        names = [term.names.get(lang) for lang in edition.chain if lang in term.names]
        if edition.lang.startswith("ja"):
            names += [term.term, *term.aka]
        for name in names or [term.term]:
            if name and len(name) > 1:
                words.setdefault(name, term.id)
    return Linker(words)


def index(terms: Iterable[Entry[Term]], edition: Edition) -> tuple[GlossaryEntry, ...]:
    """List the terms in the reading order of the edition's language."""
    entries = []
    for entry in terms:
        term = entry.value
        name = next((Text(term.names[lang], lang) for lang in edition.chain if lang in term.names), None)
        shown = name or Text(term.term, edition.chain[-1])
        key = term.reading if edition.lang.startswith("ja") else shown.value
        entries.append(
            (_order(key, shown.value), GlossaryEntry(term.id, shown, term.reading, _group(key, shown.value)))
        )
    return tuple(entry for _, entry in sorted(entries, key=lambda pair: (pair[0], pair[1].id)))


def _order(key: str, name: str) -> tuple[bool, str]:
    return (_latin(name), unicodedata.normalize("NFKC", key if not _latin(name) else name).casefold())


def _group(key: str, name: str) -> str:
    if _latin(name):
        first = unicodedata.normalize("NFKC", name)[0].upper()
        return first if first.isalpha() else "0–9"
    return next((row for row, letters in ROWS.items() if re.match(f"[{letters}]", key)), "他")


def _latin(name: str) -> bool:
    return bool(re.match(r"[0-9A-Za-z]", unicodedata.normalize("NFKC", name)))


def _fold(text: str) -> str:
    """Fold case and width of single characters, so that positions stay the same."""
    return "".join(n if len(n := unicodedata.normalize("NFKC", c).lower()) == 1 else c for c in text)


def _inside_word(text: str, start: int, end: int) -> bool:
    before, after = text[start - 1 : start], text[end : end + 1]
    return any(
        re.match(alphabet, outer) and re.match(alphabet, inner)
        for alphabet in (r"[0-9a-zà-ɏ]", r"[ァ-ヺー]")
        for outer, inner in ((before, text[start]), (after, text[end - 1]))
    )


def _pattern(trie: Mapping[str, Any]) -> str:
    """Write a trie as a regular expression that prefers the longest word."""
    branches = [re.escape(letter) + _pattern(rest) for letter, rest in sorted(trie.items()) if letter]
    if not branches:
        return ""
    joined = branches[0] if len(branches) == 1 else f"(?:{'|'.join(branches)})"
    return f"(?:{joined})?" if "" in trie else joined
