"""A finding of the easy-Japanese rules: a rule, a place in the text, and the words that fill its message."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass

from sitegen.language.easy.text import Sentence
from sitegen.messages import CATALOGUE
from sitegen.problems import Level


@dataclass(frozen=True)
class Finding:
    """Something in a sentence that readers of easy Japanese stumble over."""

    rule: str
    """Id of its message in messages.py."""
    start: int
    end: int
    """Place in the text, in characters."""
    values: Mapping[str, object]
    """What fills the message: `word`, `better` …"""
    lexical: bool = False
    """Whether it is about a word, which may stay where it is explained or a name."""

    @property
    def level(self) -> Level:
        return CATALOGUE[self.rule].level


Rule = Callable[[Sentence], Iterator[Finding]]
"""Looks at one sentence for one kind of difficulty."""


def found(sentence: Sentence, rule: str, start: int, end: int, *, lexical: bool = False, **values: object) -> Finding:
    """Make a finding about a part of the text; `word` is that part unless given."""
    return Finding(rule, start, end, {"word": sentence.text[start:end].strip(), **values}, lexical)
