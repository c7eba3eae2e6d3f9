"""Artifacts → disk: staged beside the old site, then swapped in, so that the published site is always whole."""

from __future__ import annotations

import ctypes
import os
import shutil
from collections.abc import Iterable
from pathlib import Path

from sitegen.artifacts import Artifact
from sitegen.messages import problem
from sitegen.problems import Location, Problem

_AT_FDCWD = -100
_RENAME_EXCHANGE = 2


def collisions(outputs: Iterable[tuple[str, str]]) -> Iterable[Problem]:
    """Report two pages with one address, given as (path, content file or nothing); hosts may not tell case apart."""
    seen: dict[str, str] = {}
    for path, source in outputs:
        if (other := seen.get(path.casefold())) is not None:
            where = Location(source or other or "site.yaml")
            yield problem("two-outputs", where, value=path, other=other if source and other else path)
        seen.setdefault(path.casefold(), source)


def publish(out: Path, artifacts: Iterable[Artifact], kept: Iterable[str]) -> None:
    """Make `out` hold the artifacts and, of the site that is there, the files `kept`; nothing else.

    `out` is replaced at once: whoever is killed before leaves the old site, whoever is killed after leaves the new.
    """
    staging = out.with_name(out.name + ".new")
    remove(staging)
    staging.mkdir(parents=True)
    folders: set[Path] = {staging}
    try:
        for path in kept:
            _link(out / path, _place(staging, path, folders))
        for artifact in artifacts:
            _place(staging, artifact.path, folders).write_bytes(artifact.content)
        _swap(staging, out)
    finally:
        remove(staging)


def files_in(folder: Path) -> set[str]:
    """Paths of all files below a folder."""
    return {path.relative_to(folder).as_posix() for path in folder.rglob("*") if not path.is_dir()}


def remove(folder: Path) -> None:
    """Delete a folder, if it is there."""
    if folder.is_dir():
        shutil.rmtree(folder)


def _place(staging: Path, path: str, folders: set[Path]) -> Path:
    target = staging / path
    if target.parent not in folders:
        target.parent.mkdir(parents=True, exist_ok=True)
        folders.add(target.parent)
    return target


def _link(old: Path, new: Path) -> None:
    try:
        os.link(old, new)
    except OSError:  # a file system without hard links
        shutil.copy2(old, new)


def _swap(staging: Path, out: Path) -> None:
    if not out.exists():
        staging.rename(out)
    elif not _exchange(staging, out):
        old = out.with_name(out.name + ".old")
        remove(old)
        out.rename(old)
        try:
            staging.rename(out)
        except BaseException:
            old.rename(out)
            raise
        remove(old)


def _exchange(one: Path, other: Path) -> bool:
    """Exchange two folders in one step where the system can (Linux)."""
    try:
        renameat2 = ctypes.CDLL(None, use_errno=True).renameat2
    except (AttributeError, OSError, TypeError):
        return False
    names = os.fsencode(one), os.fsencode(other)
    return bool(renameat2(_AT_FDCWD, names[0], _AT_FDCWD, names[1], _RENAME_EXCHANGE) == 0)
