"""`sitegen furigana`: reads lines and writes them with furigana, for checks and other programs."""

from __future__ import annotations

from typing import TYPE_CHECKING

import click

from sitegen.command import command, option
from sitegen.project import find_root
from sitegen.terminal import input_lines, report
from sitegen.wording import Say

if TYPE_CHECKING:
    from sitegen.language.furigana.readings import Readings
    from sitegen.reading_tables import ReadingTables


def furigana_command(say: Say) -> click.Command:
    """The command `furigana`."""
    kinds = click.Choice(["html", "text"])
    form = option("--format", "form", text=say("help.furigana-format"), type=kinds, default="html")
    plan = option("--plan", text=say("help.furigana-plan"), metavar="ID", default="")
    return command(say, "furigana", _furigana, form, plan)


def _furigana(say: Say, *, form: str, plan: str) -> int:
    from sitegen.language.furigana.markup import html_of, marked

    readings, write = _readings(say, plan), {"html": html_of, "text": marked}[form]
    with click.open_file("-", "w", encoding="utf-8") as out:
        for line in input_lines():
            out.write(write(line, readings) + "\n")
            out.flush()
    return 0


def _readings(say: Say, plan: str) -> Readings:
    """The readings that the site here keeps; outside of a site's folder only those that every site has."""
    from sitegen.language.furigana.lexicon import LEXICON
    from sitegen.language.furigana.readings import Readings

    tables = _tables(say, plan)
    if plan and (tables is None or plan not in tables.plans):
        known = ", ".join(tables.plans) if tables else "-"
        raise click.UsageError(say("no-such-plan", value=plan, known=known))
    return Readings.of(LEXICON, tables.of(plan) if tables else {})


def _tables(say: Say, plan: str) -> ReadingTables | None:
    """The readings.yaml files of the site here; a site that cannot be read has none."""
    from sitegen.config import Config
    from sitegen.reader import Reader
    from sitegen.reading_tables import load_reading_tables

    try:
        reader = Reader(find_root(say))
    except click.UsageError:
        if plan:
            raise
        return None
    config = reader.one("site.yaml", Config)
    tables = load_reading_tables(reader, config.value) if config else None
    report([found for found in reader.problems if found.level == "error"], say)
    return tables
