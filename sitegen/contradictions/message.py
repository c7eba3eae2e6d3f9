"""What the warnings about contradictions have in common."""

from __future__ import annotations

from sitegen.problems import Message

_ENTRY = '{{problem: {rule}, value: "{key}", reason: …}}'
"""What to type in plan.yaml; the rule and the key are filled in with the message."""


def contradiction(ja: str, en: str) -> Message:
    """A warning with its wording in Japanese and English; the hint names the line that accepts it."""
    return Message(
        "warning",
        ja,
        en,
        f"直すか、計画の印刷どおりなら plan.yaml の accepted に {_ENTRY} と書いてください。",
        f"Correct it, or, if the plan prints it so, add {_ENTRY} to `accepted` in plan.yaml.",
    )
