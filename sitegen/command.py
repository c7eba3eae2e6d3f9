"""Puts click commands together, with their help in one language."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial
from typing import Any

import click

from sitegen.wording import Say


def command(say: Say, name: str, action: Callable[..., int], *options: click.Parameter) -> click.Command:
    """A command that calls `action` with the options' values; its help is the sentence `help.<name>`."""
    return _with_common(
        click.Command(
            name.rpartition(".")[2],
            callback=partial(action, say),
            params=[*options],
            help=say(f"help.{name}"),
        ),
        say,
    )


def group(say: Say, name: str, text: str, *commands: click.Command) -> click.Group:
    """A command that consists of others."""
    made = click.Group(name, help=text, commands=commands)
    _with_common(made, say)
    return made


def option(*names: str, text: str, **attributes: Any) -> click.Option:
    """An option with a value."""
    return click.Option(names, help=text, **attributes)


def flag(*names: str, text: str, **attributes: Any) -> click.Option:
    """An option without a value."""
    return click.Option(names, is_flag=True, help=text, **attributes)


def argument(shown: str, name: str, *, nargs: int = 1) -> click.Argument:
    """A value that is given without an option; `nargs` -1 takes any number of them."""
    return click.Argument([name], metavar=shown, nargs=nargs)


def _with_common(made: click.Command, say: Say) -> click.Command:
    """Add the options of every command; `sitegen.cli.run` reads them, wherever they stand."""
    languages = click.Choice(["ja", "en"])
    made.params += [
        option("--lang", text=say("help.lang"), type=languages, expose_value=False),
        flag("--debug", text=say("help.debug"), expose_value=False),
    ]
    return click.help_option("-h", "--help", help=say("help.help"))(made)
