"""Tells from file metadata that nothing changed since the last build, before anything heavy is imported."""

from __future__ import annotations

import json
import os
import sys
import time
from collections.abc import Iterator, Mapping
from dataclasses import asdict, dataclass
from pathlib import Path

import click

from sitegen import __version__
from sitegen.assets import find_theme, font_files
from sitegen.manifest import content_hash, read_manifest, stamp
from sitegen.options import Options
from sitegen.problems import Location, Problem

_PACKAGE = Path(__file__).parent
# Installing, upgrading or removing a library changes the folder that holds them all.
_LIBRARIES = Path(click.__file__).parents[1]
_YOUNG = 2_000_000_000
"""Nanoseconds; so soon after a change, a file can change again and keep its stamp: some clocks are coarse."""


@dataclass(frozen=True)
class Inputs:
    """Everything that a build reads, as it was found before the build."""

    stamps: Mapping[str, list[int]]
    """Path → size, times (ns) of the last change of content and of anything, number of the file."""
    contents: Mapping[str, str]
    """Path → hash of the content, for files so young that their stamps prove nothing."""


@dataclass(frozen=True)
class Past:
    """What the last build told: its problems in order, and how many pages the site has."""

    problems: list[Problem]
    pages: int


def look(root: Path) -> Inputs:
    """Stamp all inputs; called before a build, so that a change during the build is found by the next one."""
    now = time.time_ns()
    stamps = {str(path): found for path in _inputs(root) if (found := _stamp(path))}
    young = [path for path, times in stamps.items() if max(times[1:3]) > now - _YOUNG and Path(path).is_file()]
    return Inputs(stamps, {path: _content(path) for path in young})


def code(stamps: Mapping[str, list[int]]) -> dict[str, list[int]]:
    """The stamps of the tool's own modules, which a running process cannot load anew."""
    return {path: found for path, found in stamps.items() if path.endswith(".py")}


def recall(options: Options, found: Inputs) -> Past | None:
    """What the last build told, if the same build would write exactly what lies in the output folder."""
    try:
        record = json.loads(_record(options).read_text("utf-8"))
        same = (
            record["asked"] == _asked(options)
            and record["stamps"] == found.stamps
            and all(_content(path) == hash_ for path, hash_ in record["contents"].items())
            and record["manifest"] == _stamp(options.manifest)
            and _intact(options)
        )
        problems = [Problem(**{**entry, "where": Location(**entry["where"])}) for entry in record["problems"]]
        return Past(problems, int(record["pages"])) if same else None
    except (OSError, ValueError, KeyError, TypeError, AttributeError):  # missing or damaged: nothing is known
        return None


def note(options: Options, before: Inputs, past: Past) -> None:
    """Record a build that has just published; `before` is what `look` found ahead of it."""
    record = {
        "asked": _asked(options),
        "stamps": before.stamps,
        "contents": before.contents,
        "manifest": _stamp(options.manifest),
        "problems": [asdict(problem) for problem in past.problems],
        "pages": past.pages,
    }
    path = _record(options)
    temporary = path.with_suffix(".tmp")
    temporary.write_text(json.dumps(record), "utf-8")
    temporary.replace(path)


def _record(options: Options) -> Path:
    return options.manifest.with_suffix(".fresh")


def _asked(options: Options) -> list[object]:
    """What decides the output besides files; the number of jobs does not."""
    asked = [str(options.root), str(options.out), options.base_url, options.strict, options.drafts]
    return [*asked, __version__, sys.version]


def _inputs(root: Path) -> Iterator[Path]:
    theme = find_theme()
    yield from (root / "site.yaml", _LIBRARIES, *font_files(root).values())
    for folder in (root / "content", theme.templates, theme.assets, _PACKAGE):
        yield from _below(folder)


def _below(folder: Path) -> Iterator[Path]:
    """All files below a folder, and the links to other folders."""
    for path, folders, files in os.walk(folder):
        folders[:] = [name for name in folders if name != "__pycache__"]
        yield from (Path(path, name) for name in files)
        yield from (link for name in folders if (link := Path(path, name)).is_symlink())


def _stamp(path: Path) -> list[int] | None:
    try:
        stat = path.stat()
    except OSError:
        return None
    if path.is_symlink() and path.is_dir():
        return [time.time_ns()] * 3  # what lies behind a link is not looked at, so it is never the same
    return [stat.st_size, stat.st_mtime_ns, stat.st_ctime_ns, stat.st_ino]


def _content(path: str) -> str:
    return content_hash(Path(path).read_bytes())


def _intact(options: Options) -> bool:
    """Tell whether the output folder holds what the last build wrote, and nothing else."""
    files = read_manifest(options.manifest).files
    found = {path.relative_to(options.out).as_posix(): stamp(path) for path in _below(options.out)}
    return bool(files) and found == {name: entry[:2] for name, entry in files.items()}
