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


def rounding(*printed: str) -> float:
    """How far a sum or difference of printed numbers may be off: half a unit of each one's last decimal."""
    decimals = [len(text.partition(".")[2]) for text in printed]
    return sum(0.5 * 0.1**n for n in decimals if n)
