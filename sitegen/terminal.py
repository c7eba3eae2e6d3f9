"""Shows problems and progress on the terminal."""

from __future__ import annotations

import sys
from collections import Counter
from collections.abc import Callable, Iterator, Sequence
from contextlib import ExitStack, contextmanager

import click

from sitegen.problems import Problem
from sitegen.wording import Say


def report(problems: Sequence[Problem], say: Say) -> None:
    """Print every problem in full, then one line that counts them; editors read them from standard error."""
    for problem in problems:
        click.echo(problem.format(say.lang), err=True)
    if problems:
        click.echo(summary(problems, say), err=True)


def summary(problems: Sequence[Problem], say: Say) -> str:
    """Count the problems by level and kind, so that many of one kind do not hide the others."""
    counted = []
    for level in ("error", "warning", "notice", "hint"):
        kinds = Counter(problem.id for problem in problems if problem.level == level)
        if kinds:
            listed = say("comma").join(f"{kind} {count}" for kind, count in kinds.most_common())
            counted.append(say(f"{level}s", count=kinds.total()) + say("kinds", kinds=listed))
    return say("comma").join(counted)


@contextmanager
def progress_bar(label: str) -> Iterator[Callable[[int, int], None]]:
    """Give a function that shows how many steps are done: a bar on a terminal, nothing elsewhere."""
    with ExitStack() as stack:
        bars: list[click._termui_impl.ProgressBar[int]] = []

        def show(done: int, total: int) -> None:
            if not bars:
                bars.append(stack.enter_context(click.progressbar(length=total, label=label, file=sys.stderr)))
            bars[0].update(done - bars[0].pos)

        yield show if sys.stderr.isatty() else lambda _done, _total: None


def input_lines() -> Iterator[str]:
    """Standard input as UTF-8, whatever the console's own encoding is."""
    with click.open_file("-", encoding="utf-8-sig", errors="replace") as stream:
        yield from (line.rstrip("\r\n") for line in stream)
