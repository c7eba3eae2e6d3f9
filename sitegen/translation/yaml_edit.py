"""Changes single entries of a YAML file and leaves every other line as it is."""

from __future__ import annotations

import re
from collections.abc import Mapping
from typing import Any

import yaml

Entries = Mapping[tuple[str, ...], Any]
"""Path of keys → value (a text or a mapping of texts)."""


def with_entries(text: str, entries: Entries) -> str:
    """The file with these entries changed in their places, or added at the end of the mapping that holds them."""
    for path, value in entries.items():
        text = _with_entry(text, path, value)
    return text


def _with_entry(text: str, path: tuple[str, ...], value: Any) -> str:
    lines = text.splitlines(keepends=True)
    start, end, depth = _innermost(text, lines, path)
    indent = 2 * (depth - 1 if depth == len(path) else depth)
    for key in reversed(path[depth:-1] if depth < len(path) else ()):
        value = {key: value} if key != path[-1] else value
    written = _entry(path[-1] if depth >= len(path) - 1 else path[depth], _nested(path, depth, value), indent)
    if depth == len(path):
        lines[start:end] = [written]
    else:
        if end and lines[end - 1 : end] and not lines[end - 1].endswith("\n"):
            lines[end - 1] += "\n"
        lines[end:end] = [written]
    return "".join(lines)
