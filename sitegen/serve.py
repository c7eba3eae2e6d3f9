"""Shows the site on this computer, rebuilds it on save, and tells the open pages what came of it."""

from __future__ import annotations

import threading
import time
import traceback
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, replace
from html import escape
from pathlib import Path
from urllib.parse import urlsplit

import click
from watchfiles import watch

from sitegen import freshness
from sitegen.assets import find_theme
from sitegen.build import Outcome, build
from sitegen.options import Options
from sitegen.problems import Location, Problem
from sitegen.server import Preview, Server, State
from sitegen.source import ContentError, read_yaml
from sitegen.terminal import report
from sitegen.wording import Say

USUAL_PORT = 8000
_SECOND = 1000
_NOTES = 50
"""Warnings that a page shows; the terminal has them all."""


class PortTakenError(Exception):
    """Another program listens at the port that the user asked for."""


def serve(root: Path, port: int | None, say: Say, *, drafts: bool) -> None:
    """Serve until Ctrl-C. Raises PortTakenError if `port` is given and cannot be used."""
    options = Options(root, root / ".cache" / "sitegen" / "serve-site", drafts=drafts, jobs=1)
    state = State(problems=f"<h2>{say('being-built')}</h2>", lang=say.lang, close=say("close"))
    preview = Preview(options.out, state)
    with _listening(preview, port) as server:
        site = LiveSite(options, preview, server.address, say)
        click.echo(say("serving", address=server.address + base_path(root)))
        try:
            site.rebuild_on_save()
        except KeyboardInterrupt:  # the usual way to end it, so no failure
            click.echo(say("stopped"))


@dataclass(frozen=True)
class LiveSite:
    """Builds the site that `preview` shows."""

    options: Options
    preview: Preview
    address: str
    say: Say

    def rebuild_on_save(self) -> None:
        """Build, and build again whenever an input has changed; never returns."""
        seen = freshness.look(self.options.root).stamps
        self.rebuild()
        for _ in _moments(self.options.root):
            # What the system reports only wakes us: some folders and editors report too much or nothing.
            now = freshness.look(self.options.root).stamps
            if now != seen:
                if freshness.code(now) != freshness.code(seen):
                    click.echo(self.say("tool-changed"), err=True)
                else:
                    self.rebuild()
                seen = now

    def rebuild(self) -> None:
        """Build once; a build with errors, or one that fails, leaves the last good site."""
        started, base = time.perf_counter(), base_path(self.options.root)
        try:
            outcome = build(replace(self.options, base_url=self.address + base))
        except Exception as error:  # noqa: BLE001 - a slip in a template must not end the session
            outcome = Outcome([_failure(error, self.say)])
        report(outcome.problems, self.say)
        values = {"time": time.strftime("%H:%M:%S"), "seconds": f"{time.perf_counter() - started:.1f}"}
        if outcome.published:
            self.preview.base = base
            click.echo(self.say("rebuilt", rendered=outcome.rendered, **values))
        else:
            click.echo(self.say("kept", **values), err=True)
        self.preview.show(self._state(outcome))

    def _state(self, outcome: Outcome) -> State:
        if outcome.published:
            notes = self._notes(outcome.problems)
            return replace(self.preview.state, site=str(time.time_ns()), problems="", notes=notes)
        return replace(self.preview.state, problems=self._problems(outcome.problems), notes="")

    def _notes(self, problems: list[Problem]) -> str:
        """Warnings as HTML, those of the file that was saved last first."""
        warnings = [problem for problem in problems if problem.level == "warning"]
        if not warnings:
            return ""
        listed = sorted(warnings, key=lambda problem: -_saved(self.options.root / problem.where.path))[:_NOTES]
        items = "".join(_item(problem, self.say.lang) for problem in listed)
        return f"<summary>{self.say('warnings', count=len(warnings))}</summary><ol>{items}</ol>"

    def _problems(self, problems: list[Problem]) -> str:
        """What is to be corrected, as HTML."""
        say = self.say
        errors = [problem for problem in problems if problem.level == "error"]
        behind = say("old-page") if self.preview.state.site else say("no-page-yet")
        listed = "".join(_item(problem, say.lang) for problem in errors)
        heading = f'<h2 id="sitegen-heading">{say("fix-these", count=len(errors))}</h2>'
        return f"{heading}<p>{say('fix-and-save')}{behind}</p><ol>{listed}</ol>"


def base_path(root: Path) -> str:
    """The path below which the site will be published, with a final slash; "/" while site.yaml is broken."""
    try:
        data = read_yaml(root / "site.yaml", "site.yaml").data
        return urlsplit(str(data["base_url"])).path.rstrip("/") + "/"
    except (ContentError, OSError, LookupError, TypeError, ValueError):
        return "/"


@contextmanager
def _listening(preview: Preview, port: int | None) -> Iterator[Server]:
    with _open(preview, port) as server:
        thread = threading.Thread(target=server.serve_forever, daemon=True)
        thread.start()
        try:
            yield server
        finally:
            server.shutdown()


def _open(preview: Preview, port: int | None) -> Server:
    try:
        return Server(USUAL_PORT if port is None else port, preview)
    except OSError as error:
        if port is None:
            return Server(0, preview)  # nobody asked for the usual port, so any other will do
        raise PortTakenError(port) from error


def _moments(root: Path) -> Iterator[None]:
    """Return whenever files may have changed: at once where the system tells, else every second."""
    theme = find_theme()
    folders = [folder for folder in (root / "content", theme.templates, theme.assets) if folder.is_dir()]
    for _ in watch(*folders, watch_filter=None, rust_timeout=_SECOND, yield_on_timeout=True):
        yield


def _saved(path: Path) -> float:
    """When a file was saved; a file of the installed theme, which nobody edits here, comes last."""
    return path.stat().st_mtime if path.is_file() else 0.0


def _item(problem: Problem, lang: str) -> str:
    message, hint = escape(problem.message[lang]), escape(problem.hint[lang])
    return f"<li><p><code>{escape(str(problem.where))}</code></p><p>{message}</p><p>→ {hint}</p></li>"


def _failure(error: Exception, say: Say) -> Problem:
    """A failure that is not the content's, told like a problem: where in the theme or tool it happened."""
    frames = traceback.extract_tb(error.__traceback__)
    templates = [frame for frame in frames if frame.filename.endswith((".html", ".svg"))]
    place = (templates or frames)[-1]
    text = f"{type(error).__name__}: {error}"
    where = Location(Path(place.filename).name, place.lineno or 0)
    return Problem(where, "unexpected", "error", {say.lang: text}, {say.lang: say("tool-failed")})
