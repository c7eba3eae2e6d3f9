"""Finds the project's folder, and refuses to publish over what is not ours."""

from __future__ import annotations

from pathlib import Path

import click

from sitegen.options import Options
from sitegen.wording import Say

_OWN_FILE = "nginx-headers.conf"
"""A file that every site of ours has: a folder that holds it may be replaced."""


def find_root(say: Say) -> Path:
    """The nearest folder with site.yaml, from the current one upwards. Raises UsageError."""
    here = Path.cwd()
    for folder in (here, *here.parents):
        if (folder / "site.yaml").is_file():
            return folder
    raise click.UsageError(say("no-site", folder=here))


def output_folder(root: Path, out: Path | None, say: Say) -> Path:
    """The folder to publish to, which is replaced and so must hold nothing else. Raises UsageError."""
    chosen = (out or root / "public").resolve()
    sources = [root / name for name in ("content", "templates", "assets", "node_modules", ".git", ".cache")]
    if root.is_relative_to(chosen) or any(chosen.is_relative_to(source.resolve()) for source in sources):
        raise click.UsageError(say("out-holds-project", out=shown(chosen)))
    ours = (chosen / _OWN_FILE).is_file() or Options(root, chosen).manifest.is_file()
    if chosen.exists() and not ours and (not chosen.is_dir() or any(chosen.iterdir())):
        raise click.UsageError(say("out-foreign", out=shown(chosen)))
    return chosen


def shown(path: Path) -> str:
    """A path as the user would type it here."""
    here = Path.cwd()
    return path.relative_to(here).as_posix() if path.is_relative_to(here) else str(path)
