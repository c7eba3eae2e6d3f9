"""`sitegen easy-japanese`: reads lines and tells what is hard in them, for checks and other programs."""

from __future__ import annotations

import json
from collections.abc import Sequence
from typing import TYPE_CHECKING

import click

from sitegen.command import command, option
from sitegen.problems import Location, Problem
from sitegen.project import find_root
from sitegen.terminal import input_lines, report, summary
from sitegen.wording import Say

if TYPE_CHECKING:
    from sitegen.checks.easy_japanese import Known
    from sitegen.language.easy import Finding

_INPUT = "-"
"""What problems call standard input."""


def easy_command(say: Say) -> click.Command:
    """The command `easy-japanese`."""
    kinds = click.Choice(["text", "jsonl"])
    form = option("--format", "form", text=say("help.format"), type=kinds, default="text")
    return command(say, "easy-japanese", _easy_japanese, form)


def _easy_japanese(say: Say, *, form: str) -> int:
    from sitegen.language.easy import easy_japanese

    known, problems = _known_words(say), []
    for number, line in enumerate(input_lines(), 1):
        told = [(one, _problem(one, number)) for one in easy_japanese(line, known(line))]
        problems += [problem for _, problem in told]
        if form == "jsonl":
            click.echo(json.dumps([_as_data(one, problem, say) for one, problem in told], ensure_ascii=False))
        else:
            for _, problem in told:
                click.echo(problem.format(say.lang))
    if form == "text":
        click.echo(summary(problems, say) or say("easy-japanese.fine"), err=True)
    return 0


def _known_words(say: Say) -> Known:
    """The words that the site here explains; none outside of a site's folder, or where it cannot be read."""
    from sitegen.checks.easy_japanese import known_words
    from sitegen.load import load

    try:
        root = find_root(say)
    except click.UsageError:
        return lambda _: []
    content, problems = load(root)
    if content is None:
        errors: Sequence[Problem] = [problem for problem in problems if problem.level == "error"]
        report(errors, say)
        return lambda _: []
    return known_words(content)


def _problem(one: Finding, line: int) -> Problem:
    from sitegen.messages import problem

    return problem(one.rule, Location(_INPUT, line, one.start + 1), **one.values)


def _as_data(one: Finding, told: Problem, say: Say) -> dict[str, object]:
    return {
        "rule": one.rule,
        "level": one.level,
        "start": one.start,
        "end": one.end,
        "message": told.message[say.lang],
        "suggestion": told.hint[say.lang],
    }
