"""`sitegen i18n …`: how far the site has been translated; translations marked as reviewed; translators' files."""

from __future__ import annotations

import datetime as dt
import json
from collections.abc import Iterator
from itertools import groupby
from pathlib import Path
from typing import TYPE_CHECKING, Any

import click

from sitegen.command import argument, command, flag, group, option
from sitegen.project import find_root, shown
from sitegen.terminal import report
from sitegen.wording import Say

if TYPE_CHECKING:
    from sitegen.derive import Site
    from sitegen.reader import Document
    from sitegen.translation.imports import Imported
    from sitegen.translation.items import Item
    from sitegen.translation.status import LanguageStatus
    from sitegen.translation.units import Unit

_MOST_USED = 60
"""How many terms of the glossary even a partial edition is to have: those that most pages use."""


def i18n_commands(say: Say) -> click.Group:
    """The command `i18n`."""
    as_json = flag("--json", "as_json", text=say("help.json"))
    every = flag("--all", "every", text=say("help.i18n.all"))
    language = option("--language", text=say("help.i18n.language"), metavar="LANG")
    everything = flag("--all", "every", text=say("help.i18n.everything"))
    return group(
        say,
        "i18n",
        say("help.i18n"),
        command(say, "i18n.status", _status, as_json),
        command(say, "i18n.missing", _missing, argument("LANG", "asked"), everything),
        command(say, "i18n.export", _export, argument("LANG", "asked"), argument("FILE", "file")),
        command(say, "i18n.import", _import, argument("LANG", "asked"), argument("FILE", "file")),
        command(say, "i18n.touch", _touch, argument("FILE", "files", nargs=-1), every, language),
    )


def _status(say: Say, *, as_json: bool) -> int:
    from sitegen.translation.status import status

    site = _site(find_root(say), say)
    found = status(site.content, _first_terms(site))
    if as_json:
        click.echo(json.dumps([language.as_data() for language in found], ensure_ascii=False, indent=2))
        return 0
    for language in found:
        for line in _lines(language, say):
            click.echo(line)
    return 0


def _lines(found: LanguageStatus, say: Say) -> Iterator[str]:
    wanting = say("i18n.wanting", count=found.wanting) if found.wanting else say("i18n.complete")
    yield f"{found.language}  {found.whole.share:.1%}  {wanting}"
    for part, coverage in found.parts.items():
        states = say("comma").join(f"{say(f'i18n.{state}')} {count}" for state, count in coverage.states.items())
        yield f"  {coverage.share:6.1%}  {say(f'i18n.part.{part}')}: {states}"


def _missing(say: Say, *, asked: str, every: bool) -> int:
    from sitegen.translation.items import items

    site = _site(find_root(say), say)
    language = _language(site, asked, say)
    lacking = [i for i in items(site.content, language, _first_terms(site)) if i.lacks and (every or i.wanting)]
    for file, listed in groupby(sorted(lacking, key=lambda item: item.file), key=lambda item: item.file):
        click.echo(f"# {file}")
        for item in listed:
            click.echo(_skeleton(item, every=every))
    return 1 if lacking else 0


def _first_terms(site: Site) -> tuple[str, ...]:
    """The terms that most pages use, the most used one first."""
    uses = site.edition(site.editions[0]).uses()
    return tuple(sorted(uses, key=lambda id_: (-len(uses[id_]), id_))[:_MOST_USED])


def _skeleton(item: Item, *, every: bool) -> str:
    """What is to be written, as it stands in its file; English stands beside it."""
    lacks = [name for name in item.lacks if every or name in item.needs]
    if item.file.endswith(".md"):
        return f"#   {', '.join(lacks)}: {item.original}" + (f" / {item.english}" if item.english else "")
    beside = f"  # {item.english}" if item.english else ""
    if item.part == "facts":
        return f'{_key(item.key)}: ""{beside}'
    return "\n".join([f"{item.key}:  # {item.original}", *(f'  {name}: ""{beside}' for name in lacks)])


def _key(text: str) -> str:
    """A Japanese word as a key of YAML."""
    import yaml

    dumped: str = yaml.safe_dump(text, allow_unicode=True, width=10_000)
    return dumped.removesuffix("\n").removesuffix("\n...")


def _touch(say: Say, *, files: tuple[str, ...], every: bool, language: str | None) -> int:
    root = find_root(say)
    site = _site(root, say)
    known = dict(_translations(site, language))
    if bool(files) == every:
        raise click.UsageError(say("i18n.which"))
    paths = [_relative(root, name, known, say) for name in files] or list(known)
    changed = [path for path in paths if _mark(root / path, known[path].hash)]
    for path in changed if not every else ():
        click.echo(say("i18n.touched", path=shown(root / path)))
    click.echo(say("i18n.touched-all", count=len(changed), total=len(paths)))
    return 0


def _export(say: Say, *, asked: str, file: str) -> int:
    from sitegen.translation.catalogs import to_po

    site = _site(find_root(say), say)
    language = _language(site, asked, say)
    listed = list(_units(site, language))
    Path(file).write_bytes(to_po(listed, language, _project(site)))
    stale, done = sum(unit.stale for unit in listed), sum(bool(unit.translation) for unit in listed)
    click.echo(say("i18n.exported", path=file, count=len(listed), done=done, stale=stale))
    return 0


def _import(say: Say, *, asked: str, file: str) -> int:
    from sitegen.translation.catalogs import NotAPoFileError, from_po
    from sitegen.translation.imports import read_import

    root = find_root(say)
    site = _site(root, say)
    language = _language(site, asked, say)
    if not Path(file).is_file():
        raise click.UsageError(say("i18n.no-file", path=file))
    try:
        returned = list(from_po(Path(file).read_bytes(), language))
    except NotAPoFileError as error:
        raise click.UsageError(say("i18n.no-po", path=file, detail=error)) from error
    found = read_import(site.content, language, _units(site, language), returned, _today())
    for path in _written(root, found):
        click.echo(say("i18n.imported", path=path))
    for path in found.incomplete:
        click.echo(say("i18n.incomplete", path=path), err=True)
    for unit in found.refused:
        click.echo(say("i18n.refused", unit=unit), err=True)
    return 1 if found.refused or found.incomplete else 0


def _written(root: Path, found: Imported) -> Iterator[str]:
    """Write what an import changes, and name each file."""
    from sitegen.translation.yaml_edit import with_entries

    for path, text in found.files.items():
        (root / path).write_text(text, "utf-8", newline="\n")
        yield path
    for path, entries in found.entries.items():
        target = _theme_file(root, path)
        before = target.read_text("utf-8") if target.is_file() else ""
        target.write_text(with_entries(before, entries), "utf-8", newline="\n")
        yield path


def _theme_file(root: Path, path: str) -> Path:
    """Interface strings belong to the theme, everything else to the project."""
    from sitegen.assets import find_theme

    return find_theme().templates / path.removeprefix("templates/") if path.startswith("templates/") else root / path


def _units(site: Site, language: str) -> Iterator[Unit]:
    from sitegen.assets import find_theme
    from sitegen.language.strings import read_strings
    from sitegen.translation.units import units

    folder = find_theme().templates / "strings"
    interface = {lang: read_strings(folder, lang) for lang in {"ja", "en", language}}
    return units(site.content, language, interface)


def _project(site: Site) -> str:
    """What translators' tools show as the name of the work."""
    return site.config.title.get("en") or site.config.title[site.config.default]


def _translations(site: Site, language: str | None) -> Iterator[tuple[str, Document[Any]]]:
    """Path of each translation → its original."""
    for document in site.content.documents():
        for lang, made in document.translations.items():
            if language in (None, lang):
                yield made.source.path, document


def _relative(root: Path, name: str, known: dict[str, Any], say: Say) -> str:
    path = Path(name).resolve()
    inside = path.relative_to(root.resolve()).as_posix() if path.is_relative_to(root.resolve()) else name
    if inside not in known:
        raise click.UsageError(say("i18n.no-translation", path=name))
    return inside


def _mark(path: Path, digest: str) -> bool:
    """Write the hash; tells whether the file changed."""
    from sitegen.translation.touch import with_source

    before = path.read_bytes()
    after = with_source(before, digest)
    if after != before:
        path.write_bytes(after)
    return after != before


def _today() -> dt.date:
    return dt.datetime.now().astimezone().date()


def _language(site: Site, asked: str, say: Say) -> str:
    allowed = site.config.editions[1:]
    if asked not in allowed:
        raise click.UsageError(say("i18n.unknown-language", value=asked, allowed=", ".join(allowed)))
    return asked


def _site(root: Path, say: Say) -> Site:
    """Read the content; ends the command where it cannot be read."""
    from sitegen.derive import derive
    from sitegen.load import load

    content, problems = load(root)
    if content is None:
        report([problem for problem in problems if problem.level == "error"], say)
        raise click.exceptions.Exit(1)
    return derive(content)
