"""Makes what all pages of an edition share, and the key that stands for it."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import fields, replace
from importlib.metadata import version
from pathlib import Path

from sitegen.assets import Theme, scripts, stylesheet
from sitegen.costs import has_costs
from sitegen.derive import EditionSite, PlanSite
from sitegen.fingerprint import code_digest, fingerprint
from sitegen.language.furigana.lexicon import LEXICON
from sitegen.language.furigana.readings import Readings
from sitegen.language.strings import Strings
from sitegen.page import Label
from sitegen.render import Chrome, Entry
from sitegen.texts import Edition


def chrome(e: EditionSite, theme: Theme, strings: Mapping[str, Strings], *, web_font: bool) -> Chrome:
    """Gather what all pages of an edition share; `strings` are the interface strings of each language."""
    content = e.site.content
    made = Chrome(
        config=e.site.config,
        edition=e.edition,
        editions=e.site.editions,
        native_names={edition.lang: strings[edition.lang]("language.name") for edition in e.site.editions},
        strings=strings[e.edition.lang],
        facts=content.strings,
        linker=e.linker,
        targets=e.site.targets,
        dropped=e.site.dropped,
        unlisted=tuple(sorted(content.unlisted)),
        navigation=_navigation(e),
        plan_navigation=_plan_navigations(e),
        stylesheet=stylesheet(theme).path,
        scripts={name: script.path for name, script in scripts(theme).items()},
        gate=content.gate.value if content.gate else None,
        web_font=web_font,
        companion=_companion(e),
        readings=_readings(e) if e.edition.ruby else {},
        digest="",
    )
    plans = [plan.content.plan.source.digest for plan in e.site.plans]
    others = [entry.source.digest for entry in content.national]
    others += [entry.source.digest for entry in content.themes]
    others += [entry.source.digest for entry in content.strings.files]
    dictionary = version("sudachidict-core") if e.edition.ruby else ""  # another one reads other words otherwise
    inputs = [getattr(made, field.name) for field in fields(made) if field.name not in ("facts", "digest")]
    code = code_digest(Path(__file__).parent, theme.templates)
    return replace(made, digest=fingerprint(inputs, plans, others, dictionary, code))


def _companion(e: EditionSite) -> Edition | None:
    """The Japanese edition with furigana seen from the one without, and the other way round."""
    if e.edition.copy:
        return e.site.editions[0]
    return e.site.furigana if e.edition.default else None


def _readings(e: EditionSite) -> dict[str, Readings]:
    """The readings on each plan's pages and, under "", on pages across plans."""
    tables = e.site.content.readings
    return {id_: Readings.of(LEXICON, tables.of(id_)) for id_ in ("", *(plan.id for plan in e.site.plans))}


def _navigation(e: EditionSite) -> tuple[Entry, ...]:
    """The main navigation; a site with one plan leads straight into it."""
    entries: list[Entry] = []
    if len(e.site.plans) == 1:
        entries += _plan_navigation(e, e.site.plans[0])
    else:
        entries += [(plan.id, e.fact(plan.plan.municipality, plan), plan.root) for plan in e.site.plans]
        if e.site.themes:
            entries.append(("themes", Label("themes.nav"), "/themes/"))
        entries.append(("national", Label("national.nav"), "/national/"))
    entries.append(("glossary", Label("glossary.nav"), "/glossary/"))
    entries += [(page.slug, e.text(page).title, f"/{page.slug}/") for page in e.site.pages if page.slug == "how-to-use"]
    return tuple(entries)


def _plan_navigations(e: EditionSite) -> dict[str, tuple[Entry, ...]]:
    """Navigation within each plan, where a site has several."""
    return {plan.id: _plan_navigation(e, plan) for plan in e.site.plans} if len(e.site.plans) > 1 else {}


def _plan_navigation(e: EditionSite, plan: PlanSite) -> tuple[Entry, ...]:
    entries: list[Entry] = []
    if e.site.config.portal:
        entries.append(("plan", Label("plan.nav"), plan.root))
    entries.append(("initiatives", Label("initiatives.nav", {"leaf": plan.plan.leaf}), f"{plan.root}initiatives/"))
    entries.append(("progress", Label("progress.nav"), f"{plan.root}progress/"))
    if any(i.head.schedule for i in plan.initiatives):
        entries.append(("schedule", Label("schedule.nav"), f"{plan.root}schedule/"))
    if any(i.head.kpis for i in plan.counted):
        entries.append(("indicators", Label("indicators.nav"), f"{plan.root}indicators/"))
    if has_costs(plan):
        entries.append(("budget", Label("budget.nav"), f"{plan.root}budget/"))
    return tuple(entries)
