"""The pages of the small site, rendered, for tests that read what a reader sees."""

from __future__ import annotations

from functools import cache

from bs4 import BeautifulSoup

from sitegen.assets import find_theme
from sitegen.chrome import chrome
from sitegen.derive import derive
from sitegen.language.strings import read_strings
from sitegen.pages import pages
from sitegen.render import environment, render_page
from tests.site_builder import SmallSite


def shown(site: SmallSite, language: str = "ja") -> dict[str, BeautifulSoup]:
    """Key of every page of an edition → the page."""
    derived = derive(site.content())
    edition = derived.edition(next(e for e in derived.editions if e.id == language))
    theme = find_theme()
    strings = {e.lang: _strings(theme.templates / "strings", e.lang) for e in derived.editions}
    frame, env = chrome(edition, theme, strings, web_font=False), _environment(theme.templates)
    made = [(page.key, render_page(page, frame, env)) for page in pages(edition) if page.listed]
    return {key: BeautifulSoup(artifact.content, "html.parser") for key, artifact in made}


def text_of(page: BeautifulSoup, selector: str = "main") -> str:
    """The words of a part of a page, with single spaces."""
    found = page.select_one(selector)
    assert found is not None, selector
    return " ".join(found.get_text(" ").split())


# Reading the strings and compiling the templates takes longer than rendering, and tests change neither.
_strings = cache(read_strings)
_environment = cache(environment)
