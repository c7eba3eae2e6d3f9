"""Content → Site: what follows from the facts (trees, indices, counts, related initiatives, where words are used)."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from functools import cached_property
from posixpath import dirname, join, normpath
from typing import Any

from sitegen import glossary
from sitegen.config import Config
from sitegen.glossary import GlossaryEntry, Linker
from sitegen.language.locales import is_japanese
from sitegen.load import Content, PlanContent
from sitegen.markup import plain
from sitegen.model import (
    Department,
    Initiative,
    Kind,
    NationalItem,
    NewsText,
    PageText,
    Plan,
    Policy,
    Report,
    Table,
    Theme,
)
from sitegen.reader import Document, Entry
from sitegen.texts import (
    DocumentText,
    Edition,
    InitiativeText,
    Text,
    document_text,
    editions,
    fact,
    furigana_edition,
    initiative_text,
)
from sitegen.translation.status import LanguageStatus, status

Listed = Document[Initiative]


@dataclass(frozen=True)
class Status:
    """An evaluation as printed, with the kind that decides how its badge looks."""

    value: str
    kind: Kind


@dataclass(frozen=True)
class PlanSite:
    """A plan with its indices; `root` is its path in the default edition, such as /oyama/."""

    id: str
    plan: Plan
    root: str
    content: PlanContent
    initiatives: tuple[Listed, ...]
    """All published initiatives in printed order."""

    @property
    def pages(self) -> tuple[Document[PageText], ...]:
        """The plan's own pages in their order."""
        shown = (page for page in self.content.pages if not page.head.draft)
        return tuple(sorted(shown, key=lambda page: (page.head.order, page.slug)))

    @property
    def counted(self) -> tuple[Listed, ...]:
        """The initiatives that count: cross-listed ones are counted where they stand first."""
        return tuple(i for i in self.initiatives if i.head.repeat_of is None)

    @property
    def reported_years(self) -> tuple[int, ...]:
        """Fiscal years with progress reports, newest first."""
        return tuple(sorted({r.fy for i in self.initiatives for r in i.head.progress}, reverse=True))

    def policy(self, code: str) -> Policy:
        return next(policy for policy in self.plan.policies if policy.code == code)

    def children(self, code: str | None) -> tuple[Policy, ...]:
        return tuple(policy for policy in self.plan.policies if policy.parent == code)

    def ancestors(self, code: str) -> tuple[Policy, ...]:
        """The policies above, from the root down, and the policy itself."""
        policy = self.policy(code)
        return (*(self.ancestors(policy.parent) if policy.parent else ()), policy)

    def branch(self, code: str) -> tuple[Policy, ...]:
        """The same without a root that all policies share, which tells none of them apart."""
        lineage = self.ancestors(code)
        return lineage[1:] if len(lineage) > 1 and len(self.children(None)) == 1 else lineage

    def below(self, code: str) -> tuple[Listed, ...]:
        """Initiatives of a policy and of every policy below it."""
        codes = {code}
        for policy in self.plan.policies:
            if policy.parent in codes:
                codes.add(policy.code)
        return tuple(i for i in self.initiatives if i.head.policy in codes)

    def of_department(self, name: str) -> tuple[Listed, ...]:
        """Initiatives that a department leads, is related to, or has an action in."""
        return tuple(i for i in self.initiatives if name in departments_of(i.head))

    def of_sdg(self, goal: int) -> tuple[Listed, ...]:
        return tuple(i for i in self.initiatives if goal in i.head.sdgs)

    def of_national(self, item: str) -> tuple[Listed, ...]:
        return tuple(i for i in self.initiatives if any(link.item == item for link in i.head.national))

    def of_theme(self, theme: str) -> tuple[Listed, ...]:
        return tuple(i for i in self.counted if theme in i.head.themes)

    @property
    def sdgs(self) -> tuple[int, ...]:
        return tuple(sorted({goal for i in self.initiatives for goal in i.head.sdgs if 1 <= goal <= 17}))

    def status(self, initiative: Initiative, fy: int | None = None) -> Status | None:
        """The evaluation of a year, or of the newest reported year."""
        report = report_of(initiative, fy)
        return self.evaluation(report.evaluation) if report else None

    def evaluation(self, value: str) -> Status:
        return Status(value, self.plan.evaluations.kind_of(value) if self.plan.evaluations else "unknown")

    def operation(self, value: str) -> Status:
        return Status(value, self.plan.operations.kind_of(value) if self.plan.operations else "unknown")

    def counts(self, initiatives: Iterable[Listed], fy: int | None = None) -> tuple[tuple[Status, int], ...]:
        """How many initiatives have each evaluation, in the order of the scale; zero is listed."""
        found = Counter(s.value for i in initiatives if (s := self.status(i.head, fy)))
        scale = self.plan.evaluations.values if self.plan.evaluations else ()
        return tuple((Status(v.value, v.kind), found[v.value]) for v in scale)

    def operation_counts(self, initiatives: Iterable[Listed], fy: int) -> tuple[tuple[Status, int], ...]:
        """The same for the second scale."""
        reports = [r for i in initiatives if (r := report_of(i.head, fy))]
        found = Counter(r.operation for r in reports)
        scale = self.plan.operations.values if self.plan.operations else ()
        return tuple((Status(v.value, v.kind), found[v.value]) for v in scale)

    @property
    def departments(self) -> tuple[Department, ...]:
        """The departments that have at least one initiative, in the order of plan.yaml."""
        named = {name for i in self.initiatives for name in departments_of(i.head)}
        return tuple(d for d in self.plan.departments if d.name in named)


@dataclass(frozen=True)
class Site:
    """The whole site as data, the same for every edition."""

    content: Content
    config: Config
    editions: tuple[Edition, ...]
    plans: tuple[PlanSite, ...]
    targets: Mapping[str, str]
    """Content file → path of its page in the default edition."""

    def key(self, meant: str) -> str:
        """The page that a content file or a site path means, as its path in the default edition."""
        return page_key(meant, self.targets, self.dropped)

    @property
    def dropped(self) -> str:
        """The part of site paths that links may carry although URLs do not: that of a plan that is the site itself."""
        return "" if self.config.portal else f"/{self.plans[0].id}/"

    @property
    def furigana(self) -> Edition | None:
        """The edition with furigana, where the site has one."""
        default = self.editions[0]
        return furigana_edition(default) if self.config.furigana and is_japanese(default.lang) else None

    @property
    def national(self) -> tuple[NationalItem, ...]:
        return tuple(entry.value for entry in self.content.national)

    @cached_property
    def translations(self) -> tuple[LanguageStatus, ...]:
        """How far the site has been translated into each of its languages."""
        return status(self.content)

    @property
    def themes(self) -> tuple[Theme, ...]:
        return tuple(entry.value for entry in self.content.themes)

    @property
    def pages(self) -> tuple[Document[PageText], ...]:
        return tuple(document for document in self.content.pages if not document.head.draft)

    @property
    def news(self) -> tuple[Document[NewsText], ...]:
        """News items, newest first."""
        shown = (document for document in self.content.news if not document.head.draft)
        return tuple(sorted(shown, key=lambda d: (d.head.date, d.slug), reverse=True))

    def edition(self, edition: Edition) -> EditionSite:
        """The site as one edition shows it."""
        strings = self.content.strings
        texts = {
            i.source.path: initiative_text(i, p.plan, edition, strings.of(p.id))
            for p in self.plans
            for i in p.initiatives
        }
        linker = glossary.linker(self.content.terms, edition, self._names(edition))
        return EditionSite(self, edition, linker, texts)

    def _names(self, edition: Edition) -> Iterator[str]:
        """The proper names of all plans, as printed and in the words of an edition."""
        for plan in self.plans:
            facts = plan.plan
            departments = (department.name for department in facts.departments)
            for name in (facts.title, facts.municipality, *facts.related_plans, *departments):
                yield from {name, fact(name, edition, self.content.strings.of(plan.id)).value}


@dataclass(frozen=True)
class EditionSite:
    """The site in one edition: the same facts, with this edition's words."""

    site: Site
    edition: Edition
    linker: Linker
    texts: Mapping[str, InitiativeText]
    """Content file of each initiative → its text."""

    def fact(self, text: str, plan: PlanSite | None = None) -> Text:
        """A short fact in this edition's words: those of its plan, where it belongs to one."""
        return fact(text, self.edition, self.site.content.strings.of(plan.id if plan else ""))

    def text(self, document: Document[PageText] | Document[NewsText]) -> DocumentText:
        return document_text(document, self.edition)

    def policy_text(self, plan: PlanSite, policy: Policy) -> DocumentText | None:
        """The text of a policy, titled as plan.yaml has it."""
        document = plan.content.policies.get(policy.name)
        return document_text(document, self.edition, self.fact(policy.title, plan)) if document else None

    def initiative(self, document: Listed) -> InitiativeText:
        return self.texts[document.source.path]

    def glossary(self) -> tuple[GlossaryEntry, ...]:
        return glossary.index(self.site.content.terms, self.edition)

    def uses(self) -> dict[str, list[tuple[Text, str, Text | None]]]:
        """Term id → pages whose text contains it, in site order: title, path (default edition), and the plan's city.

        The city is given where the site has several plans, whose pages may have the same title.
        """
        found: dict[str, list[tuple[Text, str, Text | None]]] = defaultdict(list)
        cities = {plan.root: self.fact(plan.plan.municipality, plan) for plan in self.site.plans}
        for title, path, text in self._texts():
            city = (
                next((name for root, name in cities.items() if path.startswith(root)), None)
                if len(cities) > 1
                else None
            )
            for id_ in sorted({id_ for _, _, id_ in self.linker.find(text)}):
                found[id_].append((title, path, city))
        return found

    def _texts(self) -> Iterator[tuple[Text, str, str]]:
        for plan in self.site.plans:
            for document in plan.initiatives:
                text = self.initiative(document)
                words = "\n".join(plain(passage.tokens) for passage in text.passages)
                yield text.title, self.site.targets[document.source.path], words
            for policy in plan.plan.policies:
                if about := self.policy_text(plan, policy):
                    yield about.title, f"{plan.root}policies/{policy.name}/", plain(about.tokens)
        of_plans = (page for plan in self.site.plans for page in plan.pages)
        pages: tuple[Document[Any], ...] = (*of_plans, *self.site.pages, *self.site.news)
        for page in pages:
            shown = self.text(page)
            yield shown.title, self.site.targets[page.source.path], plain(shown.tokens)


def derive(content: Content, *, drafts: bool = False) -> Site:
    """Work out everything that follows from the content."""
    config = content.config.value
    plans = tuple(_plan_site(plan, config, drafts=drafts) for plan in content.plans)
    return Site(content, config, editions(config.editions), plans, _targets(content, plans))


def departments_of(initiative: Initiative) -> tuple[str, ...]:
    """Every department that an initiative names, leads first, each once."""
    of_actions = (name for action in initiative.actions for name in action.departments)
    return tuple(dict.fromkeys((*initiative.departments, *initiative.related_departments, *of_actions)))


def report_of(initiative: Initiative, fy: int | None = None) -> Report | None:
    """The report of a year, or the newest one."""
    reports = [r for r in initiative.progress if fy is None or r.fy == fy]
    return max(reports, key=lambda r: r.fy, default=None)


def related(plan: PlanSite, document: Listed, *, most: int = 3) -> tuple[Listed, ...]:
    """The initiatives that share most with this one; what few initiatives share counts more."""
    shared: dict[tuple[str, object], list[Listed]] = defaultdict(list)
    for other in plan.counted:
        for attribute in _attributes(other.head):
            shared[attribute].append(other)
    scores: Counter[str] = Counter()
    for attribute in _attributes(document.head):
        for other in shared[attribute]:
            if other.slug != document.slug:
                scores[other.slug] += round(1000 / len(shared[attribute]))
    best = sorted(scores, key=lambda slug: (-scores[slug], slug))[:most]
    by_slug = {other.slug: other for other in plan.counted}
    return tuple(by_slug[slug] for slug in best)


def resolve(source: str, target: str) -> str:
    """The content file or site path that a link in a file of content/ means, without its fragment."""
    path = target.partition("#")[0].partition("?")[0]
    return path if path.startswith("/") else normpath(join(dirname(source), path)) if path else source


def page_key(meant: str, targets: Mapping[str, str], dropped: str) -> str:
    """The page that a content file or a site path (see `resolve`) means; `dropped` as in Site."""
    if dropped and meant.startswith(dropped):
        return "/" + meant.removeprefix(dropped)
    return targets.get(meant, meant)


def leads_to_unlisted(meant: str, unlisted: Iterable[str]) -> bool:
    """Whether a content file or site path belongs to a plan that the site does not list."""
    return any(meant.startswith((f"/{plan}/", f"content/{plan}/")) for plan in unlisted)


def term_path(id_: str) -> str:
    """The path of a glossary entry in the default edition."""
    return f"/glossary/{id_}/"


def tables_of(
    plan: PlanSite, document: Document[PageText] | Document[Initiative]
) -> tuple[tuple[str, Entry[Table]], ...]:
    """The tables that a page of a plan or an initiative shows, with their ids."""
    return tuple((id_, plan.content.tables[id_]) for id_ in document.head.tables if id_ in plan.content.tables)


def _plan_site(content: PlanContent, config: Config, *, drafts: bool) -> PlanSite:
    root = f"/{content.id}/" if config.portal else "/"
    shown = tuple(i for i in content.initiatives if drafts or not i.head.draft)
    return PlanSite(content.id, content.plan.value, root, content, shown)


def _targets(content: Content, plans: tuple[PlanSite, ...]) -> dict[str, str]:
    return {
        file.source.path: path
        for document, path in _paths(content, plans)
        for file in (document, *document.translations.values())
    }


def _paths(content: Content, plans: tuple[PlanSite, ...]) -> Iterator[tuple[Document[Any], str]]:
    for plan in plans:
        yield from ((i, f"{plan.root}initiatives/{i.slug}/") for i in plan.initiatives)
        yield from ((text, f"{plan.root}policies/{name}/") for name, text in plan.content.policies.items())
        yield from ((page, f"{plan.root}{page.slug}/") for page in plan.content.pages)
    yield from ((page, f"/{page.slug}/") for page in content.pages)
    yield from ((item, f"/news/{item.slug}/") for item in content.news)


def _attributes(initiative: Initiative) -> Iterator[tuple[str, object]]:
    yield from (("national", link.item) for link in initiative.national)
    yield from (("department", name) for name in departments_of(initiative))
    yield from (("field", name) for name in initiative.fields)
    yield from (("sdg", goal) for goal in initiative.sdgs)
    yield ("policy", initiative.policy)
