"""Reads one content file: bytes → data, Markdown body, and a map from field path to line and column."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from hashlib import blake2b
from pathlib import Path
from typing import Any

import yaml

from sitegen.messages import problem, yaml_detail
from sitegen.problems import Location, Problem

FieldPath = tuple[str | int, ...]
Place = tuple[int, int]

_LOADER: type[yaml.SafeLoader] = getattr(yaml, "CSafeLoader", yaml.SafeLoader)
_NULL = re.compile(r"~|null|Null|NULL|")
_YEAR = re.compile(r"[0-9０-９]{4}([HＨ][12１２])?")
_CONTROL = re.compile(r"[\x01-\x08\x0b-\x1f\x7f-\x84\x86-\x9f\ufffe\uffff]")
_LINE_SEPARATORS = {0x85: " ", 0x2028: " ", 0x2029: " "}
_FULL_WIDTH_COLON = re.compile(r"[\s-]*[^\s:：#\"'{\[]+(：)(?!.*: )")
_STANDARD_TAGS = {
    f"tag:yaml.org,2002:{kind}"
    for kind in ("null", "bool", "int", "float", "str", "timestamp", "map", "seq", "merge", "value")
}

_CUT = re.compile(r"\s*(#[^\s#].*)")

MAX_VALUES = 50_000
"""Values that one file may hold once its aliases are expanded."""
MAX_DEPTH = 50
"""Levels of values inside values."""


@dataclass(frozen=True)
class Source:
    """One content file as read; `places` and `keys` map a field path to line and column, from 1."""

    path: str
    digest: str
    """Hash of path and content: pages made from the file are made anew when either changes."""
    letters: frozenset[str] = frozenset()
    """Every character of the file, for the font's subset."""
    data: Any = None
    """Mappings, lists, texts and nulls; models read numbers out of the texts, so that none is rounded."""
    body: str = ""
    body_line: int = 1
    places: Mapping[FieldPath, Place] = field(default_factory=dict)
    keys: Mapping[FieldPath, Place] = field(default_factory=dict)
    problems: tuple[Problem, ...] = ()
    """What is wrong with the file, though its data can be used to look for more."""

    def where(self, path: FieldPath = (), *, key: bool = False) -> Location:
        """Locate a field; a field that is absent is located at its nearest parent."""
        if key and path in self.keys:
            return Location(self.path, *self.keys[path])
        while path and path not in self.places:
            path = path[:-1]
        return Location(self.path, *self.places.get(path, (1, 1)))

    def where_text(self, text: str, first_line: int, last_line: int | None = None) -> Location:
        """Locate `text` in the body between two lines of the file; else the first line's start."""
        found = self.find_text(text, first_line, last_line)
        return found or Location(self.path, first_line, 1)

    def find_text(self, text: str, first_line: int, last_line: int | None = None) -> Location | None:
        """Locate `text` in the body between two lines of the file, if it is there."""
        lines = self.body.split("\n")
        for number in range(first_line, (last_line or first_line) + 1):
            index = number - self.body_line
            if 0 <= index < len(lines) and (column := lines[index].find(text)) >= 0:
                return Location(self.path, number, column + 1)
        return None


class ContentError(Exception):
    """One file cannot be read; carries the problem to report."""

    def __init__(self, found: Problem) -> None:
        super().__init__(found.id)
        self.problem = found


def read_yaml(path: Path, name: str) -> Source:
    """Read a YAML file; `name` is its path as editors see it. Raises ContentError."""
    text, digest = _read_text(path, name)
    reader = _Builder(name, 0)
    data = reader.read(text)
    if data is None:
        raise ContentError(problem("empty-file", Location(name, 1, 1)))
    return Source(
        name,
        digest,
        frozenset(text),
        data,
        places=reader.places,
        keys=reader.keys,
        problems=tuple(reader.problems),
    )


def read_markdown(path: Path, name: str) -> Source:
    """Read a Markdown file with YAML front matter. Raises ContentError."""
    text, digest = _read_text(path, name)
    lines = text.split("\n")
    if lines[0].rstrip() != "---":
        raise ContentError(problem("no-front-matter", Location(name, 1, 1)))
    end = next((n for n, line in enumerate(lines) if n and line.rstrip() in ("---", "...")), None)
    if end is None:
        raise ContentError(problem("unclosed-front-matter", Location(name, 1, 1)))
    reader = _Builder(name, 1)
    data = reader.read("\n".join(lines[1:end]) + "\n")
    return Source(
        name,
        digest,
        frozenset(text),
        {} if data is None else data,
        body="\n".join(lines[end + 1 :]),
        body_line=end + 2,
        places=reader.places or {(): (1, 1)},
        keys=reader.keys,
        problems=tuple(reader.problems),
    )


def _read_text(path: Path, name: str) -> tuple[str, str]:
    raw = path.read_bytes()
    digest = blake2b(name.encode() + b"\0" + raw, digest_size=12).hexdigest()
    if raw.startswith((b"\xff\xfe", b"\xfe\xff")):
        raise ContentError(problem("not-utf8", Location(name, 1, 1)))
    if b"\0" in raw:
        raise ContentError(problem("null-byte", _place_of_byte(name, raw, raw.index(b"\0"))))
    try:
        text = raw.decode("utf-8-sig")
    except UnicodeDecodeError as error:
        raise ContentError(problem("not-utf8", _place_of_byte(name, raw, error.start))) from None
    if not text.strip():
        raise ContentError(problem("empty-file", Location(name, 1, 1)))
    # What YAML takes for the end of a line and editors do not would shift every line number below it.
    text = text.replace("\r\n", "\n").replace("\r", "\n").translate(_LINE_SEPARATORS)
    if found := _CONTROL.search(text):
        where = Location(
            name, text.count("\n", 0, found.start()) + 1, found.start() - text.rfind("\n", 0, found.start())
        )
        raise ContentError(problem("control-character", where, value=f"U+{ord(found[0]):04X}"))
    return text, digest


def _place_of_byte(name: str, raw: bytes, index: int) -> Location:
    before = raw[:index].replace(b"\r\n", b"\n").replace(b"\r", b"\n")
    column = len(before[before.rfind(b"\n") + 1 :].decode("utf-8-sig", "replace")) + 1
    return Location(name, before.count(b"\n") + 1, column)


class _Builder:
    """Turns YAML into plain data, noting where keys and values stand; `offset` lines stand above it."""

    def __init__(self, name: str, offset: int) -> None:
        self.name = name
        self.offset = offset
        self.places: dict[FieldPath, Place] = {}
        self.keys: dict[FieldPath, Place] = {}
        self.problems: list[Problem] = []
        self.lines: list[str] = []

    def read(self, text: str) -> Any:
        """Parse the text; what leaves the rest readable goes to `problems`. Raises ContentError."""
        self.lines = text.split("\n")
        try:
            self._refuse_depth(text)
            node = yaml.compose(text, _LOADER)
        except yaml.YAMLError as error:
            raise ContentError(self._syntax_problem(error, text)) from None
        return None if node is None else self._build(node, ())

    def _refuse_depth(self, text: str) -> None:
        # The composer is recursive C code that would crash on thousands of levels; the event parser is not.
        depth = 0
        for event in yaml.parse(text, _LOADER) if _may_be_deep(text) else ():
            depth += isinstance(event, yaml.CollectionStartEvent) - isinstance(event, yaml.CollectionEndEvent)
            if depth > MAX_DEPTH:
                raise ContentError(problem("nested-too-deep", self._where(event), limit=MAX_DEPTH))

    def _build(self, node: yaml.Node, path: FieldPath) -> Any:
        self.places[path] = self._place(node)
        if len(self.places) > MAX_VALUES:
            top = path[:1]
            where = Location(self.name, *(self.keys.get(top) or self.places[top]))
            raise ContentError(problem("too-many-values", where, limit=MAX_VALUES))
        if len(path) > MAX_DEPTH:
            raise ContentError(problem("nested-too-deep", self._where(node), limit=MAX_DEPTH))
        if node.tag not in _STANDARD_TAGS:
            shown = node.tag.replace("tag:yaml.org,2002:", "!!")
            self.problems.append(problem("custom-tag", self._where(node), tag=shown))
        if isinstance(node, yaml.MappingNode):
            return {key: self._build(value, (*path, key)) for key, value in self._pairs(node, path)}
        if isinstance(node, yaml.SequenceNode):
            return [self._build(item, (*path, n)) for n, item in enumerate(node.value)]
        if not node.style:  # type: ignore[attr-defined]
            self._warn_of_cut(node)
        return None if not node.style and _NULL.fullmatch(node.value) else node.value  # type: ignore[attr-defined]

    def _warn_of_cut(self, node: yaml.Node) -> None:
        # YAML takes what follows " #" for a remark; "手続き #1" is rarely meant so, "手続き  # 1番" is.
        end: Any = node.end_mark
        if cut := _CUT.match(self.lines[end.line], end.column) if end.line < len(self.lines) else None:
            self.problems.append(problem("text-after-hash", self._where(node), value=cut[1]))

    def _pairs(self, node: yaml.MappingNode, path: FieldPath) -> Iterator[tuple[str, yaml.Node]]:
        seen: set[str] = set()
        for key_node, value in node.value:
            if not isinstance(key_node, yaml.ScalarNode):
                detail = yaml_detail("key")
                self.problems.append(problem("yaml-syntax", self._where(key_node), line="", **detail))
                continue
            key = str(key_node.value)
            if _YEAR.fullmatch(key):
                key = unicodedata.normalize("NFKC", key)
            if key in seen:
                self.problems.append(problem("duplicate-key", self._where(key_node), key=key))
                continue
            seen.add(key)
            self.keys[(*path, key)] = self._place(key_node)
            yield key, value

    def _syntax_problem(self, error: yaml.YAMLError, text: str) -> Problem:
        detail = str(getattr(error, "problem", None) or error)
        lines = text.split("\n")
        line, column = _mark(error, detail)
        shown = lines[line] if line < len(lines) else ""
        for number in (line, line - 1):
            if 0 <= number < len(lines) and (found := _FULL_WIDTH_COLON.match(lines[number])):
                where = Location(self.name, number + 1 + self.offset, found.start(1) + 1)
                return problem("full-width-colon", where, line=lines[number].strip())
        where = Location(self.name, line + 1 + self.offset, column + 1)
        if "\t" in shown[: len(shown) - len(shown.lstrip())] or "\t" in shown[column : column + 1]:
            return problem("yaml-tab", where, line=shown.strip())
        return problem("yaml-syntax", where, line=shown.strip(), **yaml_detail(detail))

    def _place(self, node: yaml.Node | yaml.Event) -> Place:
        mark: Any = node.start_mark
        return (mark.line + 1 + self.offset, mark.column + 1)

    def _where(self, node: yaml.Node | yaml.Event) -> Location:
        return Location(self.name, *self._place(node))


def _may_be_deep(text: str) -> bool:
    """Tell quickly that a text is shallow: few brackets, no long run of indentation or dashes."""
    return (
        text.count("[") + text.count("{") > MAX_DEPTH or re.search(rf"^[ ?-]{{{MAX_DEPTH},}}", text, re.M) is not None
    )


def _mark(error: yaml.YAMLError, detail: str) -> Place:
    """The 0-based line and column to show: where what is not closed begins, else where the parser stopped."""
    unclosed = "end of stream" in detail or "expected ','" in detail or "expected ':'" in detail
    names = ("context_mark", "problem_mark") if unclosed else ("problem_mark", "context_mark")
    marks = [mark for name in names if (mark := getattr(error, name, None)) is not None]
    return (marks[0].line, marks[0].column) if marks else (0, 0)
