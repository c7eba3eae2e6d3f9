"""The words of an edition, for the search page: what is typed is understood by them before the index is asked."""

from __future__ import annotations

import gzip
import json
import re
import unicodedata
from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from itertools import chain, groupby
from typing import Any, NamedTuple

from sitegen.language.folding import Folding
from sitegen.language.furigana.kana import hiragana
from sitegen.language.locales import is_japanese, primary
from sitegen.language.morphology import Morpheme, analyse
from sitegen.search.records import Record
from sitegen.search.vocabulary import Vocabulary

BIGRAM_LANGUAGES = ("ja", "zh")
"""Languages without spaces between words; the others are left to Pagefind's stemmers."""
_KANJI = re.compile(r"[々〆㐀-鿿]")
_WORD = re.compile(r"[^\W\d_](?:[^\W_]|[-'’](?=[^\W\d_]))+")
_MOST_WORDS = {"ja": 7000, "other": 10_000}
"""Japanese words come with their readings; Korean ones in many forms."""
_MOST_LETTERS = 20
_LONGEST_NAME = 8
_MOST_MORPHEMES = 6
"""Of a compound word."""


@dataclass(frozen=True)
class Group:
    """Words for the same thing."""

    words: tuple[str, ...]
    weight: int
    """How much a page with one of them says about another, in tenths."""


@dataclass(frozen=True)
class Lexicon:
    """The words of an edition, each with its reading, and the groups of words that mean the same."""

    words: Mapping[str, str]
    compounds: Mapping[str, str]
    groups: Sequence[Sequence[Any]]
    """Weight, number of words that the edition has, these words, and others."""
    partial: bool = False
    """Whether rare words were left out."""

    def vocabulary(self, folding: Folding) -> Vocabulary:
        """The words that the index has whole; those that mean the same stand together, by their first group."""
        heads: dict[str, str] = {}
        for _, count, *words in self.groups:
            forms = [folding.fold(form).strip() for form in words[:count]]
            for form in forms:
                heads.setdefault(form, forms[0])
        for shown in (*self.words, *self.compounds):
            form = folding.fold(shown).strip()
            heads.setdefault(form, form)
        return Vocabulary({form: head for form, head in heads.items() if form})

    def packed(self, language: str, pages: int, folding: Folding, stop_words: Mapping[str, Sequence[str]]) -> bytes:
        """Everything that the search page needs to understand queries in a language, as gzipped JSON."""
        code = primary(language)
        content = {
            "bigrams": code in BIGRAM_LANGUAGES,
            "pages": pages,
            "folding": folding.rules,
            "stop": stop_words.get(code, ()),
            "words": "\n".join(sorted(self.words)),
            "compounds": "\n".join(sorted(self.compounds)),
            # By themselves, and in ASCII: much shorter so.
            "readings": "\n".join(
                _ascii(words[word]) for words in (self.words, self.compounds) for word in sorted(words)
            ),
            "partial": self.partial,
            "groups": self.groups,
        }
        return gzip.compress(json.dumps(content, ensure_ascii=False, separators=(",", ":")).encode(), 9, mtime=0)


def lexicon(language: str, records: Sequence[Record], groups: Iterable[Group], folding: Folding) -> Lexicon:
    """Collect the words of an edition."""
    found = tuple(_present_first(groups, records, folding))
    if primary(language) == "zh":
        # Its words are not told apart here: those of titles are known, all others are found by their pairs of letters.
        titles = (replace(record, text="", summary="") for record in records)
        short = {word: "" for word in _words(titles) if len(word) <= _LONGEST_NAME}
        return Lexicon(short, {}, found, partial=True)
    if is_japanese(language):
        words, compounds, counts = _japanese_words(records)
    else:
        counts = _words(records)
        words, compounds = dict.fromkeys(counts, ""), {}
    most = _MOST_WORDS["ja" if is_japanese(language) else "other"]
    listed = (*words, *compounds)
    # The most frequent ones, so that a large site has no more to load than a small one.
    kept = set(sorted(listed, key=lambda word: (-counts[word], word))[:most])
    return Lexicon(
        {word: reading for word, reading in words.items() if word in kept},
        {word: reading for word, reading in compounds.items() if word in kept},
        found,
        partial=len(listed) > most,
    )


def _ascii(reading: str) -> str:
    """Kana as the ASCII characters from ! on, the sign for long vowels as ~."""
    return "".join("~" if kana == "ー" else chr(ord(kana) - 0x3041 + 0x21) for kana in reading if "ぁ" <= kana <= "ー")


def _texts(record: Record) -> Iterator[str]:
    parts = (record.title, *record.names, *record.labels, *record.elsewhere, record.summary, record.text)
    yield from (unicodedata.normalize("NFKC", line) for part in parts for line in part.split("\n"))


def _words(records: Iterable[Record]) -> Counter[str]:
    """The words of a language with spaces, as most often written: word → how often it stands."""
    forms: dict[str, Counter[str]] = defaultdict(Counter)
    for line in chain.from_iterable(map(_texts, records)):
        for word in _WORD.findall(line):
            forms[word.casefold()][word] += 1
    return Counter({min(found, key=lambda form: (-found[form], form)): found.total() for found in forms.values()})


def _japanese_words(records: Iterable[Record]) -> tuple[dict[str, str], dict[str, str], Counter[str]]:
    """Nouns, and compounds of nouns that stand in a title or more than once: word → reading; how often each stands."""
    lines: Counter[str] = Counter()
    for record in records:
        lines.update(dict.fromkeys(_texts(record), 1))
        # In a title, once is enough.
        lines.update(unicodedata.normalize("NFKC", name) for name in (record.title, *record.names, *record.labels))
    runs: Counter[tuple[_Noun, ...]] = Counter()
    for line, count in lines.items():
        for run in _noun_runs(analyse(line)):
            runs[run] += count
    nouns: dict[str, str] = {}
    compounds: dict[str, str] = {}
    counts: Counter[str] = Counter()
    for run, count in reversed(runs.most_common()):  # of a word's readings, the most frequent one is kept
        found = dict(_words_of(run))
        nouns |= found
        if 1 < len(run) <= _MOST_MORPHEMES:
            word, reading = _joined(run)
            compounds[word] = reading
            found[word] = reading
        for word in found:
            counts[word] += count
    repeated = {
        word: reading
        for word, reading in compounds.items()
        if counts[word] > 1 and len(word) <= _MOST_LETTERS and word not in nouns
    }
    return nouns, repeated, counts


class _Noun(NamedTuple):
    """A noun, or what stands before or after one."""

    surface: str
    reading: str
    stands_alone: bool


def _noun_runs(morphemes: Iterable[Morpheme]) -> Iterator[tuple[_Noun, ...]]:
    for is_noun, run in groupby(morphemes, _is_noun):
        if is_noun:
            yield tuple(_Noun(part.surface, part.reading, _stands_alone(part)) for part in run)


def _is_noun(morpheme: Morpheme) -> bool:
    kind, more = morpheme.pos[0], morpheme.pos[1]
    return (
        (kind == "名詞" and more != "数詞")
        or kind in ("接頭辞", "接尾辞", "形状詞")
        or (morpheme.surface.isascii() and morpheme.surface.isalnum() and not morpheme.surface.isdigit())
    )


def _stands_alone(morpheme: Morpheme) -> bool:
    if morpheme.pos[0] != "名詞" and not morpheme.surface.isascii():
        return False
    return len(morpheme.surface) > 1 or bool(_KANJI.match(morpheme.surface))


def _words_of(run: Sequence[_Noun]) -> Iterator[tuple[str, str]]:
    """The words of a run of nouns, and those of one letter with their neighbour: 図書, 図書館."""
    for n, noun in enumerate(run):
        if noun.stands_alone:
            yield _joined([noun])
        letters = [len(part.surface) == 1 for part in run[n : n + 3]]
        if len(letters) > 1 and any(letters[:2]):
            yield _joined(run[n : n + 2])
        if len(letters) > 2 and sum(letters) > 1:
            yield _joined(run[n : n + 3])


def _joined(run: Sequence[_Noun]) -> tuple[str, str]:
    """Surface and, where it has kanji, the reading in hiragana."""
    surface = "".join(part.surface for part in run)
    reading = "".join(part.reading or part.surface for part in run) if _KANJI.search(surface) else ""
    return surface, hiragana(reading)


def _present_first(groups: Iterable[Group], records: Iterable[Record], folding: Folding) -> Iterator[list[Any]]:
    """Groups with a word that the edition has: weight, number of such words, these, and the others."""
    text = folding.fold("\n".join(line for record in records for line in _texts(record)))
    listed = [(group, {folding.fold(word): word for word in group.words}) for group in groups]
    known = set(Vocabulary({form: form for _, folded in listed for form in folded if form}).within(text))
    for group, folded in listed:
        present = [word for form, word in folded.items() if form in known]
        others = [word for word in folded.values() if word not in present]
        if present and len(folded) > 1:
            yield [group.weight, len(present), *present, *others]
