"""Changes single entries of a YAML file in block style, and leaves every other line as it is."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from textwrap import indent
from typing import Any

import yaml

Path = tuple[str, ...]

_LOADER: type[yaml.SafeLoader] = getattr(yaml, "CSafeLoader", yaml.SafeLoader)
_STEP = 2
"""Spaces of one level."""


@dataclass(frozen=True)
class _Place:
    """Where an entry stands: how many of its keys the file has, and the lines of the innermost one (from 0)."""

    depth: int
    first: int
    last: int


def with_entries(text: str, entries: Mapping[Path, Any]) -> str:
    """The file with these entries changed in their places, or added at the end of the mapping that is to hold them.

    An entry is given by its keys from the top; its value is a text or a mapping of texts.
    """
    lines = text.splitlines(keepends=True)
    if lines and not lines[-1].endswith("\n"):
        lines[-1] += "\n"
    # From the end to the start, so that the places of what is still to be changed stay right.
    for first, last, written in sorted(_changes(text, lines, entries), reverse=True):
        lines[first:last] = [written]
    return "".join(lines)


def _changes(text: str, lines: list[str], entries: Mapping[Path, Any]) -> Iterator[tuple[int, int, str]]:
    root = yaml.compose(text, _LOADER)
    added: dict[tuple[int, Path], dict[str, Any]] = {}
    for path, value in entries.items():
        place = _place(root, lines, path)
        if place.depth == len(path):
            yield place.first, place.last, _dump({path[-1]: value}, len(path) - 1)
        else:
            held = added.setdefault((place.last, path[: place.depth]), {})
            for key in path[place.depth : -1]:
                held = held.setdefault(key, {})
            held[path[-1]] = value
    for (last, above), held in added.items():
        yield last, last, _dump(held, len(above))


def _place(root: yaml.Node | None, lines: list[str], path: Path) -> _Place:
    node, place = root, _Place(0, 0, len(lines))
    while place.depth < len(path) and isinstance(node, yaml.MappingNode):
        entry = next((pair for pair in node.value if pair[0].value == path[place.depth]), None)
        if entry is None:
            break
        key, node = entry
        place = _Place(place.depth + 1, key.start_mark.line, _end(lines, key, node))
    return place


def _end(lines: list[str], key: yaml.Node, value: yaml.Node) -> int:
    """The line after an entry; blank lines and comments that follow it belong to what comes next."""
    end = value.end_mark.line + (1 if value.end_mark.column else 0)
    outside = re.compile(rf"\s*$|\s{{0,{key.start_mark.column}}}#")
    while end - 1 > key.start_mark.line and (end > len(lines) or outside.match(lines[end - 1])):
        end -= 1
    return end


def _dump(value: Mapping[str, Any], level: int) -> str:
    written = yaml.safe_dump(dict(value), allow_unicode=True, sort_keys=False, width=10_000, indent=_STEP)
    return indent(str(written), " " * _STEP * level)
