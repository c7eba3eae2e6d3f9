"""Reads the content files of a folder: each validated, translations with their originals, problems collected."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field, replace
from functools import cached_property
from hashlib import blake2b
from pathlib import Path
from typing import Any, Generic, TypeVar

from sitegen.markup import Body, parse
from sitegen.messages import problem
from sitegen.model import Translation
from sitegen.problems import Location, Problem
from sitegen.source import ContentError, FieldPath, Source, read_markdown, read_yaml
from sitegen.validate import suggest, validate

Head = TypeVar("Head")

IMAGE_SUFFIXES = {".png", ".jpg", ".jpeg", ".webp", ".avif", ".gif"}
_FILE_NAME = re.compile(r"([0-9A-Za-z]+(?:-[0-9A-Za-z]+)*)(?:\.([a-z]{2,3}(?:-[A-Za-z0-9]+)*))?")


@dataclass(frozen=True)
class Document(Generic[Head]):
    """One Markdown file with its front matter, and its translations by language."""

    slug: str
    head: Head
    source: Source
    body: Body
    translations: Mapping[str, Document[Translation]] = field(default_factory=dict)

    @cached_property
    def hash(self) -> str:
        """Stands for the words that a translation is made from: title, summary and text, whatever their line breaks."""
        words = (getattr(self.head, "title", None), getattr(self.head, "summary", None), self.source.body)
        return blake2b("\0".join("".join((text or "").split()) for text in words).encode(), digest_size=5).hexdigest()

    def is_stale(self, language: str) -> bool:
        """Whether the original has changed since a translation was made from it; unknown for one without a hash."""
        made = self.translations.get(language)
        return bool(made and made.head.source and made.head.source != self.hash)


@dataclass(frozen=True)
class Entry(Generic[Head]):
    """One validated value of a YAML file, and where in the file it stands."""

    value: Head
    source: Source
    path: FieldPath = ()


class Reader:
    """Reads and validates files below the project's root, collecting problems as it goes."""

    def __init__(self, root: Path) -> None:
        self.root = root
        self.inside = (root / "content").resolve()
        self.problems: list[Problem] = []
        self.languages: tuple[str, ...] = ()
        self.seen: set[str] = set()

    def one(self, name: str, kind: Any) -> Entry[Any] | None:
        """Read one YAML file that holds one value of `kind`."""
        source = self._read(name)
        if source is None:
            return None
        value = self._validate(kind, source, ())
        return None if value is None else Entry(value, source)

    def items(self, name: str, kind: Any, *, optional: bool = False) -> Iterator[Entry[Any]]:
        """Read one YAML file that holds a list of `kind`, or a single one."""
        if optional and not (self.root / name).exists():
            return
        source = self._read(name)
        if source is None:
            return
        paths: list[FieldPath] = [(n,) for n in range(len(source.data))] if isinstance(source.data, list) else [()]
        for path in paths:
            value = self._validate(kind, source, path)
            if value is not None:
                yield Entry(value, source, path)

    def entries(self, folder: str, kind: Any) -> Iterator[Entry[Any]]:
        """Read all YAML files of a folder, each one value or a list."""
        for path in self._list(folder, ".yaml"):
            yield from self.items(path, kind)

    def files(self, folder: str, kind: Any) -> Iterator[tuple[str, Entry[Any]]]:
        """Read all YAML files of a folder, one value each, with their paths."""
        for path in self._list(folder, ".yaml"):
            if (entry := self.one(path, kind)) is not None:
                yield path, entry

    def documents(self, folder: str, kind: Any) -> tuple[Document[Any], ...]:
        """Read all Markdown files of a folder; translations are attached to their originals."""
        originals: dict[str, Document[Any]] = {}
        translations: dict[str, dict[str, Document[Translation]]] = {}
        broken: set[str] = set()
        for path in self._list(folder, ".md"):
            named = self._split_name(path)
            source = self._read(path)
            if named is None or source is None:
                broken.add(Path(path).name.partition(".")[0])
                continue
            slug, language = named
            head = self._validate(Translation if language else kind, source, ())
            if head is None:
                broken.add(slug)
            elif language is None:
                originals[slug] = Document(slug, head, source, parse(source.body, source.body_line))
            else:
                translations.setdefault(slug, {})[language] = Document(
                    slug, head, source, parse(source.body, source.body_line)
                )
        self._report_orphans(folder, translations, originals.keys() | broken)
        return tuple(
            replace(original, translations=translations.get(slug, {})) for slug, original in sorted(originals.items())
        )

    def _report_orphans(
        self, folder: str, translations: Mapping[str, Mapping[str, Document[Translation]]], known: set[str]
    ) -> None:
        for slug in translations.keys() - known:
            for document in translations[slug].values():
                where = Location(document.source.path, 1, 1)
                self.problems.append(problem("translation-of-nothing", where, value=f"{folder}/{slug}.md"))

    def report_stray_files(self) -> None:
        """Warn of files below content/ that nothing reads; a plan that is not listed is one finding."""
        unlisted: set[str] = set()
        for path in sorted((self.root / "content").rglob("*")):
            name = path.relative_to(self.root).as_posix()
            folder = "/".join(name.split("/")[:2])
            hidden = any(part.startswith((".", "_")) for part in path.relative_to(self.root).parts)
            if not path.is_file() or hidden or name in self.seen or path.suffix.lower() in IMAGE_SUFFIXES:
                continue
            if f"{folder}/plan.yaml" in self.seen or not (self.root / folder / "plan.yaml").is_file():
                self.problems.append(problem("stray-file", Location(name)))
            elif folder not in unlisted:
                unlisted.add(folder)
                self.problems.append(problem("unlisted-plan", Location(folder), value=folder.partition("/")[2]))

    def images(self) -> dict[str, int]:
        """Find the images below content/ and their sizes in bytes."""
        sizes = {}
        for path in sorted(p for p in (self.root / "content").rglob("*") if p.suffix.lower() in IMAGE_SUFFIXES):
            name, target = path.relative_to(self.root).as_posix(), path.resolve()
            if not target.is_relative_to(self.inside):
                self.problems.append(problem("outside-content", Location(name), target=target.name))
            elif path.is_file():
                sizes[name] = path.stat().st_size
        return sizes

    def _split_name(self, path: str) -> tuple[str, str | None] | None:
        name = Path(path).stem
        parts = _FILE_NAME.fullmatch(name)
        if parts is None:
            self.problems.append(problem("bad-file-name", Location(path), value=Path(path).name))
            return None
        slug, language = parts.groups()
        if language is not None and language not in self.languages[1:]:
            allowed = list(self.languages[1:])
            self.problems.append(
                problem("unknown-language", Location(path), value=language, **suggest(language, allowed))
            )
            return None
        return slug, language

    def _list(self, folder: str, suffix: str) -> list[str]:
        paths = sorted((self.root / folder).glob(f"*{suffix}"))
        return [path.relative_to(self.root).as_posix() for path in paths if not path.name.startswith((".", "_"))]

    def _read(self, name: str) -> Source | None:
        self.seen.add(name)
        path = self.root / name
        try:
            self._refuse_outside(path, name)
            source = read_markdown(path, name) if path.suffix == ".md" else read_yaml(path, name)
        except ContentError as error:
            self.problems.append(error.problem)
            return None
        except OSError as error:
            detail = error.strerror or type(error).__name__
            self.problems.append(problem("unreadable-file", Location(name), detail=detail))
            return None
        self.problems.extend(source.problems)
        return source

    def _refuse_outside(self, path: Path, name: str) -> None:
        target = path.resolve()
        if name != "site.yaml" and not target.is_relative_to(self.inside):
            raise ContentError(problem("outside-content", Location(name), target=target.name))

    def _validate(self, kind: Any, source: Source, path: FieldPath) -> Any:
        value, found = validate(kind, source, path)
        self.problems.extend(found)
        return value
