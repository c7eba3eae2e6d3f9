"""The wording of contradictions in a plan's content, which plan.yaml can accept one by one."""

from __future__ import annotations

from sitegen.contradictions.names import NAMES
from sitegen.contradictions.sheets import SHEETS
from sitegen.contradictions.work import WORK
from sitegen.problems import Message

CONTRADICTIONS: dict[str, Message] = {**SHEETS, **WORK, **NAMES}

ACCEPTABLE: tuple[str, ...] = ("unknown-sdg", *CONTRADICTIONS)
"""Warnings that plan.yaml can accept with a reason."""
