"""`sitegen new …`: asks for what a new file needs, and writes a template of it."""

from __future__ import annotations

import datetime as dt
import re
import sys
from collections.abc import Iterable
from pathlib import Path
from typing import TYPE_CHECKING

import click

from sitegen.command import command, group, option
from sitegen.project import find_root
from sitegen.terminal import report
from sitegen.wording import Say

if TYPE_CHECKING:
    from sitegen.load import Content, PlanContent
    from sitegen.new import NewFile

_SLUG = re.compile(r"[a-z0-9]+(-[a-z0-9]+)*")
_READING = re.compile(r"[ぁ-ゖー・]+")


def new_commands(say: Say) -> click.Group:
    """The command `new`."""
    id_, title = option("--id", "id_", text=say("help.id")), option("--title", text=say("help.title"))
    plan, policy = option("--plan", text=say("help.plan")), option("--policy", text=say("help.policy"))
    reading, date = option("--reading", text=say("help.reading")), option("--date", text=say("help.date"))
    return group(
        say,
        "new",
        say("help.new"),
        command(say, "new.initiative", _initiative, id_, title, plan, policy),
        command(say, "new.term", _term, id_, title, reading),
        command(say, "new.page", _page, id_, title, plan),
        command(say, "new.news", _news, id_, title, date),
    )


def _initiative(say: Say, *, id_: str | None, title: str | None, plan: str | None, policy: str | None) -> int:
    from sitegen import new

    root = find_root(say)
    chosen = _plan(_content(root, say), plan, say)
    codes = [each.code for each in new.leaf_policies(chosen.plan.value)]
    code = _one_of(codes, policy or codes[0], "unknown-policy", say)
    made = new.initiative(chosen, _id(id_, say), _title(title, say), code, _today())
    return _write(root, made, say, "draft")


def _term(say: Say, *, id_: str | None, title: str | None, reading: str | None) -> int:
    from sitegen import new

    root = find_root(say)
    content = _content(root, say)
    slug, name = _id(id_, say), _title(title, say)
    if new.has_term(content, slug):
        raise click.UsageError(say("taken-term", value=slug))
    made = new.term(slug, name, _matching(_READING, _ask("--reading", reading, say), "bad-reading", say))
    return _write(root, made, say, "fill-in")


def _page(say: Say, *, id_: str | None, title: str | None, plan: str | None) -> int:
    from sitegen import new

    root = find_root(say)
    folder = f"content/{_plan(_content(root, say), plan, say).id}/pages" if plan else "content/pages"
    return _write(root, new.page(folder, _id(id_, say), _title(title, say), _today()), say, "draft")


def _news(say: Say, *, id_: str | None, title: str | None, date: str | None) -> int:
    from sitegen import new

    root = find_root(say)
    try:
        day = dt.date.fromisoformat(date) if date else _today()
    except ValueError as error:
        raise click.UsageError(say("bad-date", value=date)) from error
    return _write(root, new.news(_id(id_, say), _title(title, say), day, _today()), say, "draft")


def _write(root: Path, made: NewFile, say: Say, advice: str) -> int:
    try:
        made.write(root)
    except FileExistsError as error:
        raise click.UsageError(say("taken", path=made.path)) from error
    click.echo(say("wrote", path=made.path))
    click.echo(say(advice), err=True)
    return 0


def _content(root: Path, say: Say) -> Content:
    """Read the content, which gives numbers and headings; ends the command where it cannot be read."""
    from sitegen.load import load

    content, problems = load(root)
    if content is None:
        report([problem for problem in problems if problem.level == "error"], say)
        raise click.exceptions.Exit(1)
    return content


def _plan(content: Content, asked: str | None, say: Say) -> PlanContent:
    ids = [plan.id for plan in content.plans]
    chosen = asked or (ids[0] if len(ids) == 1 else _ask("--plan", None, say))
    return content.plans[ids.index(_one_of(ids, chosen, "unknown-plan", say))]


def _id(value: str | None, say: Say) -> str:
    return _matching(_SLUG, _ask("--id", value, say), "bad-id", say)


def _title(value: str | None, say: Say) -> str:
    title = _ask("--title", value, say).strip()
    if not title:
        raise click.UsageError(say("empty-title"))
    return title


def _ask(name: str, value: str | None, say: Say) -> str:
    """The option's value, or what the user types; without a terminal there is nobody to ask."""
    if value is not None:
        return value
    if not sys.stdin.isatty():
        raise click.UsageError(say("needed", option=name))
    label = say(f"help.{name.removeprefix('--')}").rstrip("。.")
    return str(click.prompt(label, err=True))


def _matching(pattern: re.Pattern[str], value: str, message: str, say: Say) -> str:
    if not pattern.fullmatch(value):
        raise click.UsageError(say(message, value=value))
    return value


def _one_of(allowed: Iterable[str], value: str, message: str, say: Say) -> str:
    if value not in allowed:
        raise click.UsageError(say(message, value=value, allowed=", ".join(allowed)))
    return value


def _today() -> dt.date:
    return dt.datetime.now().astimezone().date()
