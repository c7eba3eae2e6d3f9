"""Reads one content file: bytes → data, Markdown body, and a map from field path to the author's line and column."""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass, field
from hashlib import blake2b
from pathlib import Path
from typing import Any

import yaml

from sitegen.messages import problem
from sitegen.problems import Location, Problem

FieldPath = tuple[str | int, ...]
Place = tuple[int, int]

# The core schema of YAML 1.2: `no`, `012` and `12:30` stay the words that the editor typed.
_NULL = re.compile(r"~|null|Null|NULL|")
_BOOL = {"true": True, "True": True, "false": False, "False": False}
_INT = re.compile(r"[-+]?(0|[1-9][0-9]*)")
_FLOAT = re.compile(r"[-+]?(0|[1-9][0-9]*)\.[0-9]+")
_STANDARD_TAGS = {f"tag:yaml.org,2002:{t}" for t in "null bool int float str timestamp map seq merge value".split()}

MAX_VALUES = 50_000
"""Values that one file may hold once its aliases are expanded."""


@dataclass(frozen=True)
class Source:
    """One content file as read; `places` and `keys` map a field path to the 1-based (line, column) of value and key."""

    path: str
    digest: str
    data: Any = None
    body: str = ""
    body_line: int = 1
    places: Mapping[FieldPath, Place] = field(default_factory=dict)
    keys: Mapping[FieldPath, Place] = field(default_factory=dict)

    def where(self, path: FieldPath = (), *, key: bool = False) -> Location:
        """Locate a field; a field that is absent is located at its nearest parent."""
        if key and path in self.keys:
            return Location(self.path, *self.keys[path])
        while path and path not in self.places:
            path = path[:-1]
        return Location(self.path, *self.places.get(path, (1, 1)))

    def where_text(self, text: str, first_line: int, last_line: int | None = None) -> Location:
        """Locate `text` in the body, searching from one line of the file to another."""
        lines = self.body.split("\n")
        for number in range(first_line, (last_line or first_line) + 1):
            index = number - self.body_line
            if 0 <= index < len(lines) and (column := lines[index].find(text)) >= 0:
                return Location(self.path, number, column + 1)
        return Location(self.path, first_line, 1)


class ContentError(Exception):
    """One file cannot be read; carries the problem to report."""

    def __init__(self, found: Problem) -> None:
        super().__init__(found.id)
        self.problem = found


def read_yaml(path: Path, name: str) -> Source:
    """Read a YAML file; `name` is its path as editors see it. Raises ContentError."""
    text, digest = _read_text(path, name)
    data, places, keys = _parse(text, name, first_line=1)
    return Source(name, digest, data, "", 1, places, keys)


def read_markdown(path: Path, name: str) -> Source:
    """Read a Markdown file with YAML front matter. Raises ContentError."""
    text, digest = _read_text(path, name)
    lines = text.split("\n")
    if lines[0].rstrip() != "---":
        raise ContentError(problem("no-front-matter", Location(name, 1, 1)))
    end = next((n for n, line in enumerate(lines) if n and line.rstrip() in ("---", "...")), None)
    if end is None:
        raise ContentError(problem("unclosed-front-matter", Location(name, 1, 1)))
    data, places, keys = _parse("\n".join(lines[1:end]) + "\n", name, first_line=2)
    return Source(name, digest, data, "\n".join(lines[end + 1 :]), end + 2, places, keys)


def _read_text(path: Path, name: str) -> tuple[str, str]:
    raw = path.read_bytes()
    digest = blake2b(raw, digest_size=12).hexdigest()
    if b"\0" in raw:
        raise ContentError(problem("null-byte", _place_of_byte(name, raw, raw.index(b"\0"))))
    try:
        text = raw.decode("utf-8-sig")
    except UnicodeDecodeError as error:
        raise ContentError(problem("not-utf8", _place_of_byte(name, raw, error.start))) from None
    if not text.strip():
        raise ContentError(problem("empty-file", Location(name, 1, 1)))
    return text.replace("\r\n", "\n").replace("\r", "\n"), digest


def _place_of_byte(name: str, raw: bytes, index: int) -> Location:
    before = raw[:index]
    column = len(before[before.rfind(b"\n") + 1 :].decode("utf-8", "replace")) + 1
    return Location(name, before.count(b"\n") + 1, column)


def _parse(text: str, name: str, first_line: int) -> tuple[Any, dict[FieldPath, Place], dict[FieldPath, Place]]:
    offset = first_line - 1
    loader = getattr(yaml, "CSafeLoader", yaml.SafeLoader)(text)
    try:
        node = loader.get_single_node()
    except (yaml.YAMLError, RecursionError) as error:
        raise ContentError(_syntax_problem(error, text, name, offset)) from None
    finally:
        loader.dispose()
    builder = _Builder(name, offset)
    data = None if node is None else builder.build(node, ())
    return data, builder.places, builder.keys


def _syntax_problem(error: Exception, text: str, name: str, offset: int) -> Problem:
    mark = getattr(error, "problem_mark", None) or getattr(error, "context_mark", None)
    line, column = (mark.line, mark.column) if mark else (0, 0)
    lines = text.split("\n")
    shown = lines[line] if line < len(lines) else ""
    detail = str(getattr(error, "problem", None) or getattr(error, "reason", None) or type(error).__name__)
    kind = "yaml-tab" if "\t" in shown[: len(shown) - len(shown.lstrip())] or "'\\t'" in detail else "yaml-syntax"
    return problem(kind, Location(name, line + 1 + offset, column + 1), detail=detail, line=shown.strip())


class _Builder:
    """Turns a YAML node graph into plain data, noting where every key and value stands."""

    def __init__(self, name: str, offset: int) -> None:
        self.name = name
        self.offset = offset
        self.places: dict[FieldPath, Place] = {}
        self.keys: dict[FieldPath, Place] = {}

    def build(self, node: yaml.Node, path: FieldPath) -> Any:
        self.places[path] = self._place(node)
        if len(self.places) > MAX_VALUES or len(path) > 100:
            raise ContentError(problem("too-many-values", self._where(node), limit=MAX_VALUES))
        if node.tag not in _STANDARD_TAGS:
            raise ContentError(problem("custom-tag", self._where(node), tag=node.tag))
        if isinstance(node, yaml.MappingNode):
            return {key: self.build(value, (*path, key)) for key, value in self._pairs(node, path)}
        if isinstance(node, yaml.SequenceNode):
            return [self.build(item, (*path, n)) for n, item in enumerate(node.value)]
        return _scalar(str(node.value), plain=not node.style)  # type: ignore[attr-defined]  # the only kind left

    def _pairs(self, node: yaml.MappingNode, path: FieldPath) -> list[tuple[str, yaml.Node]]:
        pairs: dict[str, yaml.Node] = {}
        for key_node, value in node.value:
            if not isinstance(key_node, yaml.ScalarNode):
                raise ContentError(problem("yaml-syntax", self._where(key_node), detail="key is not a word", line=""))
            key = key_node.value
            if key in pairs:
                raise ContentError(problem("duplicate-key", self._where(key_node), key=key))
            pairs[key] = value
            self.keys[(*path, key)] = self._place(key_node)
        return list(pairs.items())

    def _place(self, node: yaml.Node) -> Place:
        return (node.start_mark.line + 1 + self.offset, node.start_mark.column + 1)

    def _where(self, node: yaml.Node) -> Location:
        return Location(self.name, *self._place(node))


def _scalar(text: str, *, plain: bool) -> str | int | float | bool | None:
    if not plain:
        return text
    if _NULL.fullmatch(text):
        return None
    if text in _BOOL:
        return _BOOL[text]
    if _INT.fullmatch(text) and len(text) < 19:
        return int(text)
    return float(text) if _FLOAT.fullmatch(text) else text
