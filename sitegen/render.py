"""Jinja: Page → Artifact. A template sees its page, the page's declared data, and the chrome of its edition."""

from __future__ import annotations

import json
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from functools import partial
from pathlib import Path
from posixpath import relpath
from typing import Any
from urllib.parse import urlsplit

from jinja2 import Environment, FileSystemLoader, StrictUndefined
from markupsafe import Markup, escape

from sitegen import markup
from sitegen.artifacts import Artifact
from sitegen.config import Config
from sitegen.csp import content_security_policy
from sitegen.derive import departments_of, leads_to_unlisted, page_key, resolve, term_path
from sitegen.glossary import Linker
from sitegen.language import dates, numbers
from sitegen.language.furigana.markup import add_ruby
from sitegen.language.furigana.readings import Readings
from sitegen.language.locales import is_japanese, language_name, primary
from sitegen.language.spacing import add_spaces
from sitegen.language.strings import Strings
from sitegen.model import GateResults, Kind, Period, Policy
from sitegen.page import Page, Title
from sitegen.sentences import NumberWords
from sitegen.string_tables import StringTables
from sitegen.texts import EASY_JAPANESE, Edition, Passage, Text, by_language, fact
from sitegen.views import Card, PlanHead, branches, policy_label

Entry = tuple[str, Title, str]
"""An entry of a navigation: section id, title, key."""


@dataclass(frozen=True)
class Chrome:
    """What all pages of an edition share: settings, words, links and names of assets."""

    config: Config
    edition: Edition
    editions: tuple[Edition, ...]
    native_names: Mapping[str, str]
    strings: Strings
    facts: StringTables
    linker: Linker
    targets: Mapping[str, str]
    dropped: str
    """As in Site."""
    unlisted: tuple[str, ...]
    """Plans that the site does not list: links to them become plain words."""
    navigation: tuple[Entry, ...]
    """Main navigation."""
    plan_navigation: Mapping[str, tuple[Entry, ...]]
    """Id of a plan → navigation within it, where the site has several plans."""
    stylesheet: str
    """Path of the hashed stylesheet below the site's root."""
    scripts: Mapping[str, str]
    """Name of a script → its hashed path."""
    gate: GateResults | None
    """Results of the accessibility tests, as committed."""
    web_font: bool
    """Whether the site carries its font."""
    companion: Edition | None
    """The edition of the same words with furigana, or without; pages link to it."""
    readings: Mapping[str, Readings]
    """Id of a plan → readings on its pages, in an edition with furigana; "" is for pages across plans."""
    digest: str
    """Stands for everything above, the templates and the code."""

    @property
    def base_path(self) -> str:
        """Path of the site on its host, with a slash at the end."""
        return urlsplit(self.config.base_url).path.rstrip("/") + "/"


def environment(templates: Path) -> Environment:
    """The Jinja environment: autoescape, and an undefined name is an error."""
    return Environment(
        loader=FileSystemLoader(templates),
        autoescape=True,
        undefined=StrictUndefined,
        trim_blocks=True,
        lstrip_blocks=True,
        auto_reload=False,
    )


def render_page(page: Page, chrome: Chrome, env: Environment) -> Artifact:
    """Render one page."""
    view = PageView(page, chrome)
    names = {**page.data, **view.names(), "page": page, "view": view, "chrome": chrome}
    html = env.get_template(page.template).render(names)
    if chrome.config.wakachigaki and page.edition.lang == EASY_JAPANESE:
        html = add_spaces(html)
    if page.edition.ruby:
        html = add_ruby(html, chrome.readings.get(page.plan) or chrome.readings[""])
    path = page.path.removeprefix("/")
    return Artifact(path + "index.html" if not path or path.endswith("/") else path, html.encode(), page.source)


@dataclass(frozen=True)
class PageView:
    """One page seen from its own place: every link relative to it, every word in its language."""

    page: Page
    chrome: Chrome

    def names(self) -> dict[str, Any]:
        """The functions that templates call."""
        return {
            "t": self.chrome.strings,
            "say": self.chrome.strings.marked,
            "choose": lambda texts: by_language(texts, self.page.edition),
            "departments_of": departments_of,
            "evaluation_kinds": self.evaluation_kinds,
            "filter_attributes": filter_attributes,
            "policy_groups": policy_groups,
            "policy_label": lambda policy, plan=None: self.words(self.policy_label(policy, plan)),
            "branches": branches,
            "leaf_word": self.leaf_word,
            "url": self.url,
            "file": self.file,
            "words": self.words,
            "plain_words": lambda title: self.text(title).value,
            "fact": lambda text, plan=None: self.words(self._figure_or_fact(text, plan)),
            "html": self.html,
            "date": lambda value: dates.date(value, self.chrome.strings),
            "month": lambda value: dates.month(value, self.lang),
            "number": lambda value: numbers.number(value, self.lang),
            "percent": lambda share: self.chrome.strings.percent(100 * share),
            "fy": lambda period, style="short": dates.fiscal_year(period, self.chrome.strings, style),
            "fy_label": self.fy_label,
            "fy_range": self.fiscal_years,
            "in_japanese": is_japanese(self.lang),
            "language_name": self.language_name,
            "in_words": NumberWords(self.chrome.strings, self.fact, self.words),
            "json_ld": json_ld,
        }

    @property
    def lang(self) -> str:
        return self.page.edition.lang

    @property
    def csp(self) -> str:
        """The page's content security policy; only the search page runs Pagefind's engine."""
        return content_security_policy(search=self.page.key == "/search/", meta=True)

    def url(self, key: str) -> str:
        """Link to a page of this edition by its key; links are relative, so the site works below any path."""
        return self.file(self.page.edition.url(key))

    def file(self, path: str) -> str:
        """Link to a file of the site by its path from the site's root."""
        if self.page.key == "/404.html":
            # A host shows this page at any address, so only a path from its root is right.
            return self.chrome.base_path + path.removeprefix("/")
        here = self.page.path if self.page.path.endswith("/") else self.page.path.rpartition("/")[0] + "/"
        target, hash_, fragment = path.partition("#")
        relative = relpath(target, here) + ("/" if target.endswith("/") else "")
        return ("./" if relative == "./" else relative.removeprefix("./") or "./") + hash_ + fragment

    def absolute(self, edition: Edition | None = None) -> str:
        """The page's public address, in this or another edition."""
        return self.address((edition or self.page.edition).url(self.page.key))

    @property
    def original(self) -> Edition:
        """The edition that this one repeats, or itself."""
        return self.chrome.editions[0] if self.page.edition.copy else self.page.edition

    def address(self, path: str) -> str:
        """The public address of a file of the site, by its path from the site's root."""
        return self.chrome.config.base_url.rstrip("/") + path

    def fy_label(self, period: str | int, style: dates.FiscalYearStyle = "label", *, first: bool = False) -> Markup:
        """A fiscal year in the calendars of its readers; `first` explains it where it stands for the first time."""
        name = dates.fiscal_year(period, self.chrome.strings, style)
        aside = dates.fiscal_year(period, self.chrome.strings, "at_first" if first else "aside")
        if not aside:
            return escape(name)
        space = " " if aside.startswith(" ") else ""
        return Markup('{}{}<span class="year-aside">{}</span>').format(name, space, aside.strip())

    def fiscal_years(self, period: Period, *, label: bool = False) -> Markup:
        """The years of a plan, within a sentence or as a label."""
        years = dates.fiscal_years(period.start_fy, period.end_fy, self.chrome.strings, label=label)
        return Markup('<span class="years">{}</span>').format(years)

    def language_name(self, language: str) -> str:
        """What this edition calls a language: in its own words where it has some, else in those of CLDR."""
        own = f"languages.{language}"
        return self.chrome.strings(own) if own in self.chrome.strings.texts else language_name(language, self.lang)

    def text(self, title: Title) -> Text:
        """Look a label up, or take a text as it is."""
        if isinstance(title, Text):
            return title
        values = {k: self._both_years(v) if k == "fy" else v for k, v in title.values.items()}
        return Text(self.chrome.strings(title.key, **values), self.lang)

    def _both_years(self, period: str | int) -> str:
        """A fiscal year within a title, in the calendars of its readers."""
        return "".join(dates.fiscal_year(period, self.chrome.strings, style) for style in ("short", "aside"))

    def words(self, title: Title | str) -> Markup:
        """Words for the page; those in another language are marked with it."""
        text = self.text(title) if not isinstance(title, str) else Text(title, self.lang)
        if primary(text.lang) == primary(self.lang):
            return escape(text.value)
        return Markup('<span lang="{}">{}</span>').format(text.lang, text.value)

    def fact(self, text: str, plan: PlanHead | None = None) -> Text:
        """Translate a short fact string: in the words of its plan or, without one, of the page's."""
        return fact(text, self.page.edition, self.chrome.facts.of(plan.id if plan else self.page.plan))

    def _figure_or_fact(self, text: str, plan: PlanHead | None) -> Text:
        """The same; a text without a letter is in no language, and a figure gets the marks of the page's."""
        found = self.fact(text, plan)
        if any(letter.isalpha() for letter in found.value):
            return found
        return Text(numbers.printed(found.value, self.lang), self.lang)

    def policy_label(self, policy: Policy, plan: PlanHead | None = None) -> Text:
        """A policy's marker, with its tier's name where the marker is only a number."""
        return policy_label(policy, lambda word: self.fact(word, plan))

    def leaf_word(self, plan: PlanHead) -> str:
        """What the plan calls an initiative, or the general word where the edition has no word for it."""
        word = self.fact(plan.facts.leaf, plan)
        return word.value if word.lang == self.lang else self.chrome.strings("facts.initiative")

    def evaluation_kinds(self, plan: PlanHead) -> list[tuple[Kind, str]]:
        """Each kind that the plan's scale knows, with the plan's words for it."""
        found: dict[Kind, list[str]] = {}
        for evaluation in plan.facts.evaluations.values if plan.facts.evaluations else ():
            found.setdefault(evaluation.kind, []).append(self.fact(evaluation.value, plan).value)
        return [(kind, " / ".join(names)) for kind, names in found.items()]

    def html(self, passage: Passage, deeper: int = 0) -> Markup:
        """Render a passage with its glossary links; `deeper` lowers its headings."""
        links = markup.Links(
            target=partial(self._target, passage.source),
            image=lambda path: self.file("/media/" + resolve(passage.source, path).removeprefix("content/")),
            split_terms=self._split_terms,
        )
        return Markup(markup.render(passage.tokens, links, deeper=deeper))  # noqa: S704  # markdown-it escapes text

    def _target(self, source: str, target: str) -> str | None:
        if urlsplit(target).scheme or target.startswith("//"):
            return target if urlsplit(target).scheme in ("https", "http", "mailto", "tel") else "#"
        fragment = target.partition("#")[2]
        meant = resolve(source, target)
        if leads_to_unlisted(meant, self.chrome.unlisted):
            return None
        key = page_key(meant, self.chrome.targets, self.chrome.dropped)
        if key == self.page.key and fragment:
            return f"#{fragment}"
        return self.url(key) + (f"#{fragment}" if fragment else "")

    def _split_terms(self, text: str, seen: set[str]) -> Iterator[tuple[str, str | None]]:
        for piece, id_ in self.chrome.linker.split(text, seen):
            own = id_ is not None and term_path(id_) == self.page.key
            yield piece, self.url(term_path(id_)) if id_ and not own else None


def filter_attributes(plan: PlanHead, card: Card) -> dict[str, str]:
    """The words of an initiative that assets/js/filter.js compares with the choices of a list's filter."""
    departments = [plan.department_id(name) for name in departments_of(card.facts)]
    return {
        "data-filter-item": "",
        "data-evaluation": card.status.kind if card.status else "none",
        "data-policy": " ".join(policy.code for policy in plan.lineage(card.facts.policy)),
        "data-department": " ".join(id_ for id_ in departments if id_),
    }


def policy_groups(plan: PlanHead, listed: list[Card]) -> list[dict[str, list[Card]]]:
    """The cards of a list under each policy that has some, as the filter of a list takes them."""
    groups = ([card for card in listed if card.facts.policy == policy.code] for policy in plan.facts.policies)
    return [{"cards": group} for group in groups if group]


def json_ld(data: Any) -> Markup:
    """Data for a JSON-LD script element; `<` is written so that it cannot close the element."""
    return Markup(json.dumps(data, ensure_ascii=False, default=str).replace("<", "\\u003c"))  # noqa: S704  # no < is left
