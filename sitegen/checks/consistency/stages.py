"""How far the plan's own phase words say that work has come."""

from __future__ import annotations

from sitegen.model import Plan, Stage

PILOT = 1
"""Rank of work that is being tried."""
OPERATING = 3
"""Rank of work that is in use."""

_RANKS: dict[Stage, int] = {"study": 0, "pilot": PILOT, "build": 2, "expand": OPERATING, "operate": OPERATING}


def rank(plan: Plan, phase: str) -> int | None:
    """Rank of a phase word, from 0 (study) to OPERATING; nothing for a word that plan.yaml does not list."""
    return next((_RANKS[p.stage] for p in plan.phases if p.value == phase), None)
