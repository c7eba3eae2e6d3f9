"""A contradiction that a rule found, before anyone knows whether the plan accepts it."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass

from sitegen.load import PlanContent
from sitegen.problems import Location


@dataclass(frozen=True)
class Finding:
    """One contradiction; `key` is what `accepted` in plan.yaml names it by: the place first, then the value."""

    id: str
    key: str
    where: Location
    words: Mapping[str, object]
    """What fills the message."""


Rule = Callable[[PlanContent], Iterator[Finding]]
"""Looks at one plan for one kind of contradiction."""


def finding(id_: str, where: Location, *key: object, **words: object) -> Finding:
    """Make a finding; the parts of its key are joined by spaces."""
    return Finding(id_, " ".join(str(part) for part in key).replace('"', ""), where, words)


def folded(text: str) -> str:
    """The text without differences of width and without spaces: how printed values are compared."""
    return re.sub(r"\s+", "", unicodedata.normalize("NFKC", text))
