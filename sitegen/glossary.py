"""The glossary of one edition: its index, and the links from words in texts to their entries."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from typing import Any

from sitegen.language.collation import Key, index_letter, is_latin, sort_key
from sitegen.language.locales import is_japanese
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
    """Label of the index group: a letter, a Hangul consonant, or a 五十音 row."""
    kana: bool
    """Whether the group is a row of 五十音."""


class Linker:
    """Finds the glossary's words in text: the longest one, and never inside a name or a word of the same alphabet."""

    def __init__(self, words: Mapping[str, str], names: Iterable[str] = ()) -> None:
        self.words = {_fold(word): id_ for word, id_ in reversed(list(words.items()))}
        self.capitals = {_fold(word) for word in words if word.isascii() and word.isupper()}
        protected = sorted({_fold(name) for name in names} - self.words.keys())
        self.digest = repr((sorted(words.items()), protected))
        trie: dict[str, Any] = {}
        for word in (*self.words, *protected):
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
            if id_ := self.words.get(match[0]):
                yield start, end, id_
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


def linker(terms: Iterable[Entry[Term]], edition: Edition, names: Iterable[str] = ()) -> Linker:
    """Make the linker of an edition from the terms' names and other spellings in its language.

    `names` are proper names, such as a plan's title, which a link must not cut.
    """
    words: dict[str, str] = {}
    for entry in terms:
        term = entry.value
        spellings = [term.names[lang] for lang in edition.chain if lang in term.names]
        if is_japanese(edition.lang):
            spellings += [term.term, *term.aka]
        for name in spellings or [term.term]:
            if name and len(name) > 1:
                words.setdefault(name, term.id)
    return Linker(words, names)


def index(terms: Iterable[Entry[Term]], edition: Edition) -> tuple[GlossaryEntry, ...]:
    """List the terms in the order of the edition's language; Japanese words by their reading."""
    entries = [_entry(entry.value, edition) for entry in terms]
    return tuple(sorted(entries, key=lambda entry: (_order(entry, edition), entry.id)))


def _entry(term: Term, edition: Edition) -> GlossaryEntry:
    name = next((Text(term.names[lang], lang) for lang in edition.chain if lang in term.names), None)
    shown = name or Text(term.term, edition.chain[-1])
    kana = is_japanese(shown.lang) and not is_latin(shown.value)
    group = _row(term.reading) if kana else index_letter(shown.value, edition.lang)
    return GlossaryEntry(term.id, shown, term.reading, group, kana)


def _order(entry: GlossaryEntry, edition: Edition) -> tuple[int, Key]:
    """The edition's own script, then Latin letters (among which Chinese stands by its Pinyin), then Japanese."""
    if entry.kana:
        return (0 if is_japanese(edition.lang) else 2, sort_key(entry.reading, entry.name.lang))
    return (1 if is_latin(entry.group) else 0, sort_key(entry.name.value, edition.lang))


def _row(reading: str) -> str:
    return next((row for row, letters in ROWS.items() if re.match(f"[{letters}]", reading)), "他")


def _fold(text: str) -> str:
    """Fold case and width of single characters, so that positions stay the same."""
    return "".join(n if len(n := unicodedata.normalize("NFKC", c).lower()) == 1 else c for c in text)


def _inside_word(text: str, start: int, end: int) -> bool:
    """Whether letters of the same alphabet go on before or after; Latin words joined by a hyphen are one word."""
    return any(
        (re.search(rf"{alphabet}{joint}$", text[max(start - 2, 0) : start]) and re.match(alphabet, text[start]))
        or (re.match(rf"{joint}{alphabet}", text[end : end + 2]) and re.match(alphabet, text[end - 1]))
        for alphabet, joint in ((r"[0-9a-zà-ɏḁ-ỿ]", "[-‐‑]?"), (r"[ァ-ヺー]", ""))
    )


def _pattern(trie: Mapping[str, Any]) -> str:
    """Write a trie as a regular expression that prefers the longest word."""
    branches = [re.escape(letter) + _pattern(rest) for letter, rest in sorted(trie.items()) if letter]
    if not branches:
        return ""
    joined = branches[0] if len(branches) == 1 else f"(?:{'|'.join(branches)})"
    return f"(?:{joined})?" if "" in trie else joined
