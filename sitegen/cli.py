"""The command line: build, check, serve, new, schema; prints problems; exit codes.

0: done. 1: the content has errors. 2: wrong use. 130: cancelled. 70: a failure that is not the content's.
"""

from __future__ import annotations

import io
import os
import re
import signal
import sys
import time
import traceback
from collections.abc import Mapping, Sequence
from functools import partial
from pathlib import Path
from typing import NoReturn

import click

from sitegen import __version__, freshness
from sitegen.cli_easy import easy_command
from sitegen.cli_furigana import furigana_command
from sitegen.cli_i18n import i18n_commands
from sitegen.cli_new import new_commands
from sitegen.command import command, flag, group, option
from sitegen.options import Options
from sitegen.problems import Problem, has_errors, in_order
from sitegen.project import find_root, output_folder, shown
from sitegen.terminal import progress_bar, report
from sitegen.wording import Say, choose_language

# Modules that take long to load (sitegen.build, .serve, .load …) are imported by the command that needs them:
# `sitegen build` finds out that nothing changed in less time than they take to load.

_CANCELLED = 130
_FAILED = 70


def main() -> NoReturn:
    """Run the command of the console."""
    for stream in (sys.stdout, sys.stderr):
        if isinstance(stream, io.TextIOWrapper):
            stream.reconfigure(errors="replace")  # an old console may lack a letter; that is no reason to fail
    signal.signal(signal.SIGINT, signal.default_int_handler)  # a shell that starts us in the background ignores Ctrl-C
    signal.signal(signal.SIGTERM, signal.default_int_handler)  # a CI job that is cancelled cleans up as on Ctrl-C
    sys.exit(run(sys.argv[1:], os.environ))


def run(arguments: Sequence[str], environment: Mapping[str, str]) -> int:
    """Run one command and tell its exit code; whatever goes wrong is told in a sentence."""
    say = Say(choose_language(arguments, environment))
    try:
        return int(command_line(say).main(list(arguments), "sitegen", standalone_mode=False) or 0)
    except click.UsageError as error:
        _explain(error, say)
        return error.exit_code
    except (click.Abort, KeyboardInterrupt):
        click.echo(say("interrupted"), err=True)
        return _CANCELLED
    except Exception as error:  # noqa: BLE001 - the last line of defence: an editor must never meet a traceback
        if "--debug" in arguments or environment.get("SITEGEN_DEBUG"):
            traceback.print_exc()
        kind = "system" if isinstance(error, OSError) else "unexpected"
        click.echo(say(kind, detail=f"{type(error).__name__}: {error}"), err=True)
        return _FAILED


def command_line(say: Say) -> click.Group:
    """All commands, with their help in one language."""
    strict = flag("--strict", text=say("help.strict"))
    base_url = option("--base-url", text=say("help.base-url"), metavar="URL", callback=partial(_valid_address, say))
    out = option("--out", text=say("help.out"), type=click.Path(path_type=Path), metavar="DIR")
    jobs = option("--jobs", text=say("help.jobs"), type=click.IntRange(0), default=0, metavar="N")
    port = option("--port", text=say("help.port"), type=click.IntRange(0, 65535), metavar="N")
    drafts = flag("--drafts", text=say("help.drafts"))
    hints = flag("--hints", text=say("help.hints"))
    readings = flag("--readings", text=say("help.readings"))
    commands = group(
        say,
        "sitegen",
        say("help"),
        command(say, "build", _build, out, base_url, strict, jobs),
        command(say, "check", _check, strict, hints, readings),
        command(say, "serve", _serve, port, drafts),
        new_commands(say),
        i18n_commands(say),
        easy_command(say),
        furigana_command(say),
        command(say, "schema", _schema),
    )
    return click.version_option(__version__, prog_name="sitegen", help=say("help.version"))(commands)


def _build(say: Say, *, out: Path | None, base_url: str | None, strict: bool, jobs: int) -> int:
    root = find_root(say)
    options = Options(root, output_folder(root, out, say), base_url, strict, jobs=jobs)
    started, found = time.perf_counter(), freshness.look(root)
    if past := freshness.recall(options, found):
        report(past.problems, say)
        click.echo(say("unchanged", out=shown(options.out), pages=past.pages))
        return 0
    from sitegen.build import build

    with progress_bar(say("making")) as progress:
        outcome = build(options, progress)
    report(outcome.problems, say)
    if not outcome.published:
        _explain_strict(outcome.problems, say)
        click.echo(say("not-published"), err=True)
        return 1
    freshness.note(options, found, freshness.Past(outcome.problems, outcome.pages))
    counts = {"pages": outcome.pages, "rendered": outcome.rendered}
    click.echo(say("built", out=shown(options.out), seconds=_since(started), **counts))
    return 0


def _check(say: Say, *, strict: bool, hints: bool, readings: bool) -> int:
    from sitegen.build import prepare

    draft, problems = prepare(find_root(say), hints=hints)
    if readings and draft is not None:
        from sitegen.checks.readings import doubtful_readings

        problems = in_order([*problems, *doubtful_readings(draft.site.content)])
    report(problems, say)
    if has_errors(problems, strict=strict):
        _explain_strict(problems, say)
        return 1
    click.echo(say("checked"))
    return 0


def _serve(say: Say, *, port: int | None, drafts: bool) -> int:
    from sitegen.serve import PortTakenError, serve

    try:
        serve(find_root(say), port, say, drafts=drafts)
    except PortTakenError as error:
        raise click.UsageError(say("port-taken", port=port)) from error
    return 0


def _schema(say: Say) -> int:
    from sitegen.schema import editor_files

    root = find_root(say)
    for name, text in editor_files().items():
        (root / name).parent.mkdir(parents=True, exist_ok=True)
        (root / name).write_text(text, "utf-8", newline="\n")
        click.echo(say("wrote", path=shown(root / name)))
    return 0


def _valid_address(say: Say, _: click.Context, __: click.Parameter, value: str | None) -> str | None:
    if value is not None and not re.fullmatch(r"https?://[^\s/?#]+(/[^\s?#]*)?", value):
        raise click.UsageError(say("bad-base-url", value=value))
    return value


def _explain_strict(problems: Sequence[Problem], say: Say) -> None:
    if not has_errors(problems):
        click.echo(say("strict"), err=True)


def _explain(error: click.UsageError, say: Say) -> None:
    """Tell what was typed wrongly, and where help is."""
    if isinstance(error, click.exceptions.NoArgsIsHelpError):
        error.show()
        return
    detail = error.format_message()
    if isinstance(error, click.NoSuchOption):
        detail = _unknown("no-such-option", error.option_name, error.possibilities, say)
    elif isinstance(error, click.exceptions.NoSuchCommand):
        detail = _unknown("no-such-command", error.command_name, error.possibilities, say)
    click.echo(say("wrong-use", detail=detail), err=True)
    if error.ctx is not None:
        click.echo(say("see-help", command=error.ctx.command_path), err=True)


def _unknown(message: str, name: str, near: Sequence[str] | None, say: Say) -> str:
    guess = say("near", names=", ".join(near)) if near else ""
    return say(message, name=name, near=guess).rstrip()


def _since(started: float) -> str:
    """Seconds since a moment, as people read them."""
    return f"{time.perf_counter() - started:.1f}"
