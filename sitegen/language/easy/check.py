"""Runs every easy-Japanese rule over a text and keeps what is to be told."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from functools import lru_cache

from sitegen.language.easy import forms, length, notation, words
from sitegen.language.easy.finding import Finding, Rule, found
from sitegen.language.easy.text import Sentence, Span, explained, names, occurrences, sentences, within

RULES: tuple[Rule, ...] = (
    length.sentence_length,
    forms.clauses,
    forms.written_stops,
    forms.style,
    forms.chains_of_no,
    forms.passives,
    forms.causatives,
    forms.honorifics,
    forms.polite_prefixes,
    forms.people,
    forms.negations,
    words.words_of_offices,
    words.abbreviations,
    words.kanji_runs,
    words.noun_piles,
    words.loan_words,
    words.hard_words,
    notation.dates,
    notation.weekdays,
    notation.times,
    notation.eras,
    notation.signs,
    notation.and_so_on,
)

MANY = 3
"""Hard words in one sentence that are too many."""
_HARD = {"easy-officialese", "easy-plainer-word", "easy-hard-word", "easy-loanword", "easy-abbreviation"}


def easy_japanese(text: str, known: Iterable[Span] = (), taught: Iterable[str] = ()) -> tuple[Finding, ...]:
    """Find what is hard in `text`, in reading order.

    `known` are the places of words that readers are told elsewhere: glossary, names. `taught` are words that other
    parts of the document explain.
    """
    return _told(text, tuple(known), frozenset(taught))


@lru_cache(maxsize=20_000)  # `serve` reads a whole edition at each save, and almost all of it is as it was
def _told(text: str, known: tuple[Span, ...], taught: frozenset[str]) -> tuple[Finding, ...]:
    free = [*known, *occurrences(taught | explained(text), text)]
    kept: list[Finding] = []
    for sentence in sentences(text):
        named = [*free, *names(sentence)]
        told = [o for rule in RULES for o in rule(sentence) if not (o.lexical and within((o.start, o.end), named))]
        kept += _without_doubles([*told, *_many(sentence, told)])
    return tuple(sorted(kept, key=lambda one: (one.start, one.end, one.rule)))


def _many(sentence: Sentence, told: Iterable[Finding]) -> Iterator[Finding]:
    """A sentence full of hard words, whichever rule says so."""
    brands = re.compile(r"[A-Za-z -]*[a-z][A-Za-z -]*")
    hard = {
        one.start: one
        for one in sorted(told, key=lambda one: one.start)
        if one.rule in _HARD and not brands.fullmatch(str(one.values["word"]))
    }
    if len(hard) >= MANY:
        listed = "、".join(sentence.text[one.start : one.end] for one in hard.values())
        yield found(sentence, "easy-many-hard-words", min(hard), max(one.end for one in hard.values()), word=listed)


def _without_doubles(told: Sequence[Finding]) -> Iterator[Finding]:
    """Leave out hints about words that a more precise finding is about already."""
    precise = [(o.start, o.end) for o in told if o.lexical and o.rule != "easy-hard-word" and o.level == "warning"]
    plainer = [(o.start, o.end) for o in told if o.rule in {"easy-plainer-word", "easy-loanword"}]
    for one in told:
        covered = one.level == "hint" and one.lexical and _overlaps(one, precise)
        if not covered and not (one.rule == "easy-hard-word" and _overlaps(one, plainer)):
            yield one


def _overlaps(one: Finding, spans: Iterable[Span]) -> bool:
    return any(one.start < end and start < one.end for start, end in spans)
