"""Numbers inside printed sentences and cells."""

from __future__ import annotations

import re
import unicodedata

NUMBER = r"\d[\d,]*(?:\.\d+)?"

_CELL = re.compile(rf"[約▲△+-]?({NUMBER})\s*[^\d\s,.、。～~]{{0,6}}")


def narrow(text: str) -> str:
    """The text with numbers and signs in one width."""
    return unicodedata.normalize("NFKC", text)


def value(text: str) -> float:
    """The number that matched NUMBER."""
    return float(text.replace(",", ""))


def cell_number(text: str) -> float | None:
    """The number of a cell that holds a number, with or without a unit, and nothing else."""
    found = _CELL.fullmatch(narrow(text).strip())
    return value(found[1]) if found else None


def shown(number: float) -> str:
    """A number as readers write it."""
    return f"{round(number, 4):,.10g}"


def step(*printed: str) -> float:
    """What rounding may change: one unit of the last decimal, nothing for whole numbers."""
    decimals = max((len(text.partition(".")[2]) for text in printed), default=0)
    return 10**-decimals * 1.001 if decimals else 0.0
