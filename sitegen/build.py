"""The pipeline: content → site → pages → files, beside the old site and then in its place."""

from __future__ import annotations

import os
from collections.abc import Iterator
from dataclasses import dataclass, replace
from pathlib import Path

from sitegen.artifacts import Artifact
from sitegen.assets import Theme, characters, find_theme, font_files, font_path, font_rules, theme_files
from sitegen.checks import check, check_links
from sitegen.checks.interface import interface
from sitegen.chrome import chrome
from sitegen.derive import EditionSite, Site, derive
from sitegen.language.strings import Strings, read_strings
from sitegen.load import Content, load
from sitegen.manifest import Manifest, read_manifest, write_manifest
from sitegen.messages import problem
from sitegen.options import Options
from sitegen.outputs import outputs
from sitegen.outputs.badges import badges
from sitegen.outputs.sitemaps import sitemap
from sitegen.page import Page
from sitegen.pages import anchors, pages
from sitegen.problems import Location, Problem, has_errors, in_order
from sitegen.render import environment
from sitegen.search import SearchRules
from sitegen.search.collect import records
from sitegen.search.groups import word_groups
from sitegen.validate import suggest
from sitegen.work import CutFont, MakeIndex, Progress, RenderPage, Step, run_all, unseen
from sitegen.write import collisions, files_in, publish

_NO_SITE = {"unknown-policy", "parent-below"}
"""Errors after which there is no tree of policies to lay pages out by."""


_SAME_ADDRESS = {"duplicate-slug", "duplicate-url", "portal-needed"}
"""Errors that say already why two pages have one address."""


@dataclass(frozen=True)
class Outcome:
    """What a build did: its problems in order and, if it published, how many pages there are and were made anew."""

    problems: list[Problem]
    published: bool = False
    pages: int = 0
    rendered: int = 0


@dataclass(frozen=True)
class Draft:
    """A site that has been read and checked, before any file is made."""

    site: Site
    editions: tuple[EditionSite, ...]
    pages: tuple[Page, ...]


def prepare(
    root: Path, *, base_url: str | None = None, drafts: bool = False, hints: bool = False
) -> tuple[Draft | None, list[Problem]]:
    """Read and check the content; there is no draft where errors leave no site to speak of."""
    content, problems = load(root, base_url=base_url)
    if content is None:
        return None, in_order(problems)
    if unknown := list(_check_languages(content, find_theme())):
        return None, in_order([*problems, *unknown])
    problems += [found for found in check(content) if hints or found.level != "hint"]
    if any(found.id in _NO_SITE for found in problems):
        return None, in_order(problems)
    site = derive(content, drafts=drafts)
    editions = tuple(site.edition(edition) for edition in site.editions)
    listed = tuple(page for e in editions for page in pages(e))
    if site.furigana:
        editions = (*editions, replace(editions[0], edition=site.furigana))
        repeated = (page for page in listed if page.edition.default and page.listed)
        listed = (*listed, *(replace(page, edition=site.furigana) for page in repeated))
    problems += check_links(site, anchors(listed))
    if not any(found.id in _SAME_ADDRESS for found in problems):
        problems += collisions((page.key, page.source) for page in listed if page.edition.default)
    return Draft(site, editions, listed), in_order(problems)


def build(options: Options, progress: Progress = unseen) -> Outcome:
    """Build the site and swap it in; content with errors publishes nothing."""
    draft, problems = prepare(options.root, base_url=options.base_url, drafts=options.drafts)
    if draft is None or has_errors(problems, strict=options.strict):
        return Outcome(problems)
    theme = find_theme()
    fonts = _fonts(options.root, draft, theme)
    if not fonts:
        problems = in_order([*problems, problem("no-web-font", Location("site.yaml"))])
    steps = {step.key: step for step in _steps(draft, theme, fonts)}
    old = read_manifest(options.manifest)
    made = {key: kept for key in steps if (kept := old.kept(key, options.out)) is not None}
    todo = [step for key, step in steps.items() if key not in made]
    results = dict(run_all(todo, options.jobs or os.cpu_count() or 1, progress))
    others = [*_others(options.root, draft, theme, fonts)]
    fresh = [a for artifacts in (*results.values(), others) for a in artifacts if not old.same(a, options.out)]
    made |= {key: tuple(a.path for a in artifacts) for key, artifacts in results.items()}
    paths = {path for group in made.values() for path in group} | {a.path for a in others}
    _swap_in(options, old, fresh, paths, made)
    rendered = sum(isinstance(step, RenderPage) for step in todo)
    return Outcome(problems, published=True, pages=len(draft.pages), rendered=rendered)


def _swap_in(
    options: Options, old: Manifest, fresh: list[Artifact], paths: set[str], made: dict[str, tuple[str, ...]]
) -> None:
    kept = sorted(paths - {artifact.path for artifact in fresh})
    if fresh or files_in(options.out) != paths:
        publish(options.out, fresh, kept)
    write_manifest(options.manifest, old.after(options.out, fresh, kept, made))


def _fonts(root: Path, draft: Draft, theme: Theme) -> dict[int, CutFont]:
    letters = characters([*(source.letters for source in draft.site.content.sources()), *theme.letters()])
    return {
        weight: CutFont(font_path(weight, path, letters), path, letters) for weight, path in font_files(root).items()
    }


def _steps(draft: Draft, theme: Theme, fonts: dict[int, CutFont]) -> Iterator[Step]:
    strings = _strings(draft, theme)
    chromes = {e.edition.id: chrome(e, theme, strings, web_font=bool(fonts)) for e in draft.editions}
    rules = SearchRules.read(theme.assets)
    yield from fonts.values()
    for id_, edition in chromes.items():
        listed = [page for page in draft.pages if page.edition.id == id_]
        if not edition.edition.copy:
            groups = tuple(word_groups(draft.site.content, edition.edition.lang))
            yield MakeIndex(
                id_, edition.edition.lang, tuple(records(id_, draft.pages, chromes, draft.site)), groups, rules
            )
        yield from (RenderPage(page, edition, theme.templates) for page in listed)


def _others(root: Path, draft: Draft, theme: Theme, fonts: dict[int, CutFont]) -> Iterator[Artifact]:
    """What is quick to make each time: the theme's files, pictures, and everything that is not a page."""
    yield from theme_files(theme)
    if fonts:
        yield font_rules({weight: step.path for weight, step in fonts.items()})
    for name in draft.site.content.images:
        yield Artifact(f"media/{name.removeprefix('content/')}", (root / name).read_bytes())
    yield from outputs(draft.site)
    strings = _strings(draft, theme)
    languages = [e for e in draft.editions if not e.edition.copy]
    yield from badges(languages, strings, environment(theme.templates).get_template("badge.svg"))
    keys = [(page.key, page.updated) for page in draft.pages if page.listed and page.edition.default]
    yield sitemap(draft.site.config, draft.site.editions, keys)


def _strings(draft: Draft, theme: Theme) -> dict[str, Strings]:
    """The interface strings of each language."""
    languages = {edition.edition.lang for edition in draft.editions}
    return {language: read_strings(theme.templates / "strings", language) for language in sorted(languages)}


def _check_languages(content: Content, theme: Theme) -> Iterator[Problem]:
    known = theme.languages()
    for n, edition in enumerate(content.config.value.editions):
        if edition not in known:
            where = content.config.source.where(("editions", n))
            yield problem("no-interface-strings", where, value=edition, **suggest(edition, known))
    languages = [edition for edition in content.config.value.editions if edition in known]
    yield from interface(theme.templates / "strings", languages)
