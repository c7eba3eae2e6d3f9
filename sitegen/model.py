"""The words of the domain (DESIGN §2 in code): frozen, typed models of what editors write in YAML."""

from __future__ import annotations

import datetime as dt
import re
import unicodedata
from collections.abc import Iterator
from typing import Annotated, Any, Literal

from pydantic import BaseModel, BeforeValidator, ConfigDict, Field, StringConstraints
from pydantic_core import PydanticCustomError

Kind = Literal["done", "on_track", "slightly_delayed", "delayed", "not_started", "stopped", "unknown"]
"""The kinds of evaluation that every plan's own words are mapped to."""

Stage = Literal["study", "pilot", "build", "expand", "operate"]
"""The stages of work that schedule words are mapped to; they colour the bar chart."""

KINDS: tuple[Kind, ...] = (
    "done",
    "on_track",
    "slightly_delayed",
    "delayed",
    "not_started",
    "stopped",
    "unknown",
)
CONTINUES = ("⇒", "→", "▶")
"""Marks in a schedule cell: the state of the cell before goes on."""


def _narrow(value: Any) -> Any:
    """Accept full-width digits where a date or number is typed."""
    return unicodedata.normalize("NFKC", value) if isinstance(value, str) else value


def _date(value: Any) -> Any:
    text = _narrow(value)
    if isinstance(text, str) and (parts := re.fullmatch(r"(\d{4})[-/.年](\d{1,2})[-/.月](\d{1,2})日?", text.strip())):
        return dt.date(*(int(part) for part in parts.groups()))
    if isinstance(text, dt.date):
        return text
    # Anything else is refused here: pydantic would take a number for seconds since 1970.
    raise PydanticCustomError("date_form", "not a date")


Word = Annotated[str, StringConstraints(min_length=1, strip_whitespace=True)]
Slug = Annotated[str, StringConstraints(pattern=r"^[a-z0-9]+(-[a-z0-9]+)*$")]
Date = Annotated[dt.date, BeforeValidator(_date)]
Month = Annotated[str, BeforeValidator(_narrow), StringConstraints(pattern=r"^\d{4}-(0[1-9]|1[0-2])$")]
FiscalYear = Annotated[int, BeforeValidator(_narrow), Field(ge=1989, le=2100)]
PeriodKey = Annotated[str, BeforeValidator(_narrow), StringConstraints(pattern=r"^\d{4}(H[12])?$")]
Words = tuple[Word, ...]


class Model(BaseModel):
    """Base of all content models: frozen, and a key that is not declared is an error."""

    model_config = ConfigDict(frozen=True, extra="forbid", coerce_numbers_to_str=True, use_attribute_docstrings=True)


# --- plan.yaml -------------------------------------------------------------------------------------------------------


class Period(Model):
    """計画期間: the first and last fiscal year (April to March), western years."""

    start_fy: FiscalYear
    """First fiscal year."""
    end_fy: FiscalYear
    """Last fiscal year, included."""

    def __iter__(self) -> Iterator[int]:  # type: ignore[override]
        return iter(range(self.start_fy, self.end_fy + 1))


class Vision(Model):
    """The plan's guiding sentence and what the plan calls it (基本方針, 基本理念 …)."""

    label: Word
    """The plan's own word for it."""
    text: Word
    """The sentence as printed."""


class Policy(Model):
    """Any tier above the initiative."""

    code: Word
    """Code as the plan numbers it, such as 1-(2); unique within the plan."""
    slug: Slug | None = None
    """Part of the URL, where the code cannot be one."""
    title: Word
    """Title as printed."""
    level: Word
    """The plan's own word for this tier."""
    label: Word
    """The marker as printed, such as 基本目標①."""
    parent: str | None = None
    """Code of the policy above, or nothing for a root."""

    @property
    def name(self) -> str:
        """The policy's part of the URL, and the name of its file."""
        return self.slug or self.code


class Heading(Model):
    """A heading that the plan declares for its initiatives' texts."""

    id: Slug
    """Id, the same in every language."""
    title: Word
    """The Japanese heading; translations stand in strings.yaml."""
    required: bool = True
    """False where the plan prints it for some initiatives only."""


class Evaluation(Model):
    """One value of a scale and the shared kind that it means."""

    value: Word
    """The word as printed."""
    kind: Kind
    """The shared kind: decides icon, border and colour."""


class Scale(Model):
    """評価の尺度: the words that a plan uses to evaluate progress."""

    title: Word
    """What the plan calls the scale, such as 進捗評価."""
    values: tuple[Evaluation, ...]
    """The values, best first."""

    def kind_of(self, value: str) -> Kind:
        """Map a printed value to its kind; a value outside the scale is `unknown`."""
        return next((v.kind for v in self.values if v.value == value), "unknown")


class Phase(Model):
    """A word used in schedule cells and in planned and actual states."""

    value: Word
    """The word as printed."""
    stage: Stage
    """The stage of work that it stands for."""


class Department(Model):
    """担当課."""

    id: Slug
    """ASCII id; part of the URL."""
    name: Word
    """Name as printed."""
    generic: bool = False
    """True for a collective name such as 各担当課, which stands for several departments."""


class Markers(Model):
    """Marks that tell where an initiative comes from, such as 国 and 県."""

    title: Word
    """What the marks are about."""
    values: Words
    """The marks."""
    empty: Word
    """What it means to have none, such as 市独自."""


class SubTerm(Model):
    """A word that the printed plan explains within another entry."""

    term: Word
    """The word as printed."""
    abbr_of: Word | None = None
    """Full form as printed."""


class PrintedTerm(Model):
    """A word that the printed plan explains or stars, and the glossary entry that it belongs to."""

    word: Word
    """The word as printed."""
    term: Slug
    """Id of the glossary entry."""
    reading: Word | None = None
    """Reading as printed."""
    abbr_of: Word | None = None
    """Full form as printed."""
    see: Word | None = None
    """Word that the plan refers to."""
    aka: Word | None = None
    """Other form as printed."""
    index: Word | None = None
    """Heading of the printed index."""
    page: Word | None = None
    """Place in the printed plan."""
    footnote: int | None = None
    """Number of the footnote that explains it."""
    sub_terms: tuple[Word | SubTerm, ...] = ()
    """Words explained within the entry."""
    note: Word | None = None
    """Note on the printed entry."""


class PrintedTable(Model):
    """A table of the printed plan that the site works out from the facts instead of repeating it."""

    place: Word
    """Its number as printed, such as 表6-1."""
    page: Literal["initiatives", "progress", "national"]
    """Where the site has its counterpart: the overview of initiatives, the progress of `reporting_fy` by initiative,
    or by national item."""


class Accepted(Model):
    """A finding that stays as it is because the plan was printed so."""

    problem: Word
    """Id of the warning that is accepted."""
    value: Word
    """The printed value it is about."""
    reason: Word
    """Why it stays."""


class Plan(Model):
    """One municipality's plan: everything in which plans differ."""

    title: Word
    """Title as printed."""
    municipality: Word
    """市町村名."""
    prefecture: Word
    """都道府県名."""
    published: Month
    """Month of publication, YYYY-MM."""
    period: Period
    """The plan's fiscal years."""
    reporting_fy: FiscalYear | None = None
    """The newest fiscal year that the printed plan reports on."""
    status: Word | None = None
    """State of the document, such as 案, if it is not final."""
    leaf: Word = "施策"
    """The plan's own word for an initiative."""
    vision: Vision | None = None
    """Guiding sentence."""
    policies: tuple[Policy, ...]
    """The tree of tiers, in printed order."""
    sections: tuple[Heading, ...]
    """Headings of an initiative's text, in order."""
    report_sections: tuple[Heading, ...] = ()
    """Headings of the text about one fiscal year, in order."""
    evaluations: Scale | None = None
    """Scale of 進捗評価: on schedule or not."""
    operations: Scale | None = None
    """Second scale, 施策評価: how far in operation."""
    phases: tuple[Phase, ...] = ()
    """Words allowed in schedules."""
    free_schedule: bool = False
    """True where schedule cells hold free text instead of phase words."""
    extents_lost: bool = False
    """True where the source lost how far the texts of schedules reach: each stands where it begins, without a bar."""
    departments: tuple[Department, ...] = ()
    """All departments that the plan names."""
    goals: Words = ()
    """目標区分."""
    fields: Words = ()
    """施策分野 of the master plan."""
    related_plans: Words = ()
    """関連計画."""
    flags: Words = ()
    """Marks printed beside titles, such as 自治体DX."""
    markers: Markers | None = None
    """Marks of the initiatives' origin, where the plan prints them."""
    glossary: tuple[PrintedTerm, ...] = ()
    """The printed plan's own glossary, in its order."""
    printed_terms: tuple[PrintedTerm, ...] = ()
    """Words that the printed plan stars without explaining them."""
    printed_tables: tuple[PrintedTable, ...] = ()
    """Tables of the printed plan that the site works out itself."""
    accepted: tuple[Accepted, ...] = ()
    """Findings that stay as printed."""


# --- initiatives/*.md ------------------------------------------------------------------------------------------------


class Action(Model):
    """主な取組 ①②…: a numbered part of an initiative."""

    mark: Word
    """The printed mark, such as ①."""
    title: Word
    """Title as printed, without the mark."""
    departments: Words = ()
    """Departments in charge of this action, if printed."""
    details: Words = ()
    """Sub-items as printed."""


class NationalLink(Model):
    """Which national item the initiative serves, and with which of its actions."""

    item: Word
    """The item as national.yaml lists it."""
    actions: Words = ()
    """Marks of the actions that the plan names for it."""
    by: Literal["plan", "editor"] = "plan"
    """`editor`: the plan prints no link; this one is the site's own reading."""


class FreeText(Model):
    """A schedule cell that is not one of the plan's phase words."""

    text: Word
    """The text as printed."""


class ScheduleRow(Model):
    """One row of the schedule."""

    item: Word | None = None
    """Name of the row; some plans print none."""
    row: int | None = None
    """Number of the row, where rows have no name of their own."""
    cells: dict[PeriodKey, Word | FreeText]
    """Fiscal year ("2021") or half year ("2021H1") → a phase word, a continuation mark, or free text."""
    extent: Literal["unknown"] | None = None
    """`unknown`: the source kept an arrow's mark, or none at all, but not how far it reaches."""
    lost: tuple[PeriodKey, ...] = ()
    """Periods whose cell the source lost, in a row that is known otherwise."""
    reading: Word | None = None
    """What the editor infers of the extent from the text; shown as the editor's reading."""


class Indicator(Model):
    """KPI."""

    name: Word
    """Name as printed."""
    unit: Word | None = None
    """Unit as printed."""
    values: dict[PeriodKey, Word | None]
    """Target per year; null is a printed dash."""
    kgi: Word | None = None
    """The final goal, if printed."""
    cumulative: bool = False
    """Whether each year's value includes the years before."""
    direction: Literal["up", "down"] = "up"
    """`down`: lower values are better."""
    actual: dict[PeriodKey, Word | None] = {}
    """Value reached per year, where reported."""
    lost: tuple[PeriodKey, ...] = ()
    """Years whose value the source text lost."""
    note: Word | None = None
    """Note on the printed values."""


class Report(Model):
    """Progress of one initiative in one fiscal year; its text stands in the body under the year's heading."""

    fy: FiscalYear
    """The fiscal year."""
    plan: Word
    """What was planned for the year."""
    actual: Word
    """What state was reached."""
    evaluation: Word
    """進捗評価, a value of `evaluations` in plan.yaml."""
    operation: Word | None = None
    """施策評価, a value of `operations` in plan.yaml."""
    figures: Words = ()
    """Figures reported under results."""
    figures_in_issues_or_reason: Words = ()
    """Figures reported under difficulties or reason."""
    reported_actions: Words = ()
    """Marks of actions with a result."""
    issue_actions: Words = ()
    """Marks of actions with a difficulty."""
    reason_actions: Words = ()
    """Marks of actions named in the reason."""
    reported_not_in_actions: Words = ()
    """Results reported for something that is not among the actions."""


class Printed(Model):
    """A value that another place of the printed plan gives for the same fact."""

    place: Word
    """Where it is printed, such as 表6-2."""
    field: Word
    """Which fact it is about, such as title or progress.2021.actual."""
    value: Word | Words
    """The value printed there."""


class Initiative(Model):
    """施策: the facts of one initiative, in the front matter of its Japanese file."""

    number: Word
    """Number as printed; unique within the plan."""
    title: Word
    """Title of the sheet."""
    policy: str
    """Code of the policy it belongs to."""
    departments: Words = ()
    """Departments in charge (主管課)."""
    related_departments: Words = ()
    """Related departments (関係課), where the plan prints them apart."""
    kind: Literal["新規", "継続"] | None = None
    """New or continued."""
    repeat_of: Word | None = None
    """Number of the initiative that this one is cross-listed from (再掲)."""
    goals: Words = ()
    """目標区分."""
    fields: Words = ()
    """施策分野."""
    sdgs: tuple[int, ...] = ()
    """Sustainable Development Goals, 1 to 17."""
    sdgs_printed: Words = ()
    """The marks as printed, where they differ from `sdgs`."""
    related_plans: Words = ()
    """関連計画."""
    national: tuple[NationalLink, ...] = ()
    """National items that the plan links it to."""
    flags: Words = ()
    """Marks printed beside the title."""
    page: int | None = Field(default=None, ge=1)
    """Page of the printed plan."""
    actions: tuple[Action, ...] = ()
    """主な取組."""
    schedule: tuple[ScheduleRow, ...] = ()
    """Rows of the schedule."""
    kpis: tuple[Indicator, ...] = ()
    """Indicators."""
    cost_kyen: dict[PeriodKey, int | None] = {}
    """Cost per fiscal year in thousand yen; null is a printed dash."""
    cost_footnotes: dict[PeriodKey, Words] = {}
    """Fiscal year → numbers of the footnotes that its cost carries."""
    cost_notes: Words = ()
    """Notes printed with the costs."""
    footnotes: Words = ()
    """Footnotes of the sheet."""
    figures: Words = ()
    """Figures printed in the sheet."""
    project_count: int | None = None
    """Number of projects as the plan prints it."""
    markers: Words = ()
    """Marks of origin, such as 国; none may have a meaning, see `markers` in plan.yaml."""
    tables: tuple[Slug, ...] = ()
    """Tables of the plan (file names in tables/) that belong to this initiative."""
    progress: tuple[Report, ...] = ()
    """Progress reports, one a fiscal year."""
    themes: tuple[Slug, ...] = ()
    """Topics of content/themes.yaml that it belongs to."""
    printed: tuple[Printed, ...] = ()
    """Other values that the plan prints for the same facts."""
    summary: Word
    """Two sentences that a resident understands."""
    updated: Date
    """Day of the last change to the Japanese text."""
    draft: bool = False
    """True keeps the page out of the site."""
    aliases: Words = ()
    """Earlier URLs (without edition prefix) that lead here."""


# --- other files -----------------------------------------------------------------------------------------------------


class Translation(Model):
    """Front matter of a translated file; it repeats no fact."""

    title: Word | None = None
    """Translated title."""
    summary: Word | None = None
    """Translated summary."""
    source: Word | None = None
    """Hash of the Japanese text that it was made from; written by the tool."""
    updated: Date | None = None
    """Day of the last change."""


class PolicyText(Model):
    """Front matter of a policy's text; the title stands in plan.yaml."""

    summary: Word
    """One or two sentences."""
    updated: Date
    """Day of the last change."""


class PageText(Model):
    """Front matter of a page of the site or of a plan."""

    title: Word
    """Title."""
    summary: Word
    """One or two sentences, also used in search results."""
    updated: Date
    """Day of the last change."""
    tables: tuple[Slug, ...] = ()
    """Tables of the plan (file names in tables/) shown below the text."""
    order: int = 100
    """Place among the plan's pages; lower comes first, then file names decide."""
    draft: bool = False
    """True keeps the page out of the site."""
    aliases: Words = ()
    """Earlier URLs that lead here."""


class NewsText(PageText):
    """Front matter of a news item."""

    date: Date
    """Day of publication."""


class TableChart(Model):
    """How a table is also drawn; columns count from 1."""

    kind: Literal["bar", "scatter"]
    """`bar`: one bar a row; `scatter`: one point a row."""
    label: int = 1
    """Column with the names."""
    x: int
    """Column with the values (bar), or with the horizontal values (scatter)."""
    y: int | None = None
    """Column with the vertical values (scatter)."""
    unit: Word | None = None
    """Unit of the values."""


class Table(Model):
    """A table of facts that belongs to no initiative."""

    title: Word
    """Caption."""
    note: Word | None = None
    """A sentence shown with it."""
    columns: Words
    """Column headings."""
    rows: tuple[tuple[str, ...], ...]
    """Rows; the first cell is the row's heading."""
    initiatives: int | tuple[int, ...] | None = None
    """Column or columns (from 1) that hold numbers of initiatives, joined by 、, which become links."""
    chart: TableChart | None = None
    """How it is also drawn."""

    @property
    def numbers(self) -> tuple[int, ...]:
        """The columns (from 1) that hold numbers of initiatives."""
        return (self.initiatives,) if isinstance(self.initiatives, int) else self.initiatives or ()


class Term(Model):
    """用語: a glossary entry."""

    id: Slug
    """ASCII id; part of the URL."""
    term: Word
    """The word as residents meet it."""
    reading: Annotated[str, StringConstraints(pattern=r"^[ぁ-ゖー・]+$")]
    """Reading in hiragana; decides the place in the index."""
    aka: Words = ()
    """Other spellings that lead to this entry."""
    abbr_of: Word | None = None
    """What it abbreviates."""
    see: tuple[Slug, ...] = ()
    """Ids of related terms."""
    names: dict[str, Word] = {}
    """Language → the word in that language."""
    definition: dict[str, Word]
    """Language → definition; `ja` is required."""


class TermTranslation(Model):
    """A glossary entry in the language of its file, glossary.<language>.yaml."""

    name: Word
    """The word in that language."""
    definition: Word | None = None
    """Its definition; without one, readers get that of another language under a notice."""


Synonyms = Annotated[tuple[Word, ...], Field(min_length=2)]
SYNONYMS = dict[str, tuple[Synonyms, ...]]
"""synonyms.yaml: language without region → groups of words that residents use for the same thing."""

GLOSSARY_OF_LANGUAGE = dict[Slug, TermTranslation]
"""glossary.<language>.yaml: id of a term → its name and definition."""


class Theme(Model):
    """A topic that residents look for, across all plans; initiatives name it in `themes`."""

    id: Slug
    """ASCII id; part of the URL."""
    title: Word
    """Name of the topic."""


class NationalItem(Model):
    """An item of the national plan (自治体DX推進計画), the yardstick shared by every plan."""

    id: Slug
    """ASCII id; part of the URL."""
    item: Word
    """How plans refer to it."""
    title: Word
    """Title."""
    category: Word
    """The group it belongs to."""


class GateCheck(Model):
    """One accessibility check and what it found in the built site."""

    id: Slug
    """Id of the check; what it looks at stands in the interface strings, `gate.names`."""
    pages: int
    """How many pages were checked."""
    violations: int
    """How many violations were found."""


class GateResults(Model):
    """What the accessibility tests found; written by the tests, committed, and shown on the accessibility page."""

    date: Date
    """Day of the test run."""
    tools: Words
    """Tools and versions."""
    pages: int
    """How many pages the site had."""
    checks: tuple[GateCheck, ...]
    """The checks."""


STRINGS = dict[Word, dict[str, Word]]
"""strings.yaml: Japanese fact string → language → translation."""

READINGS = dict[
    Annotated[str, StringConstraints(pattern="[々一-鿿]")],
    Annotated[str, StringConstraints(pattern=r"^([ぁ-ゖー・、 　]+|([^{}|]*\{[^{}|]+\|[ぁ-ゖー]+\})+[^{}|]*)$")],
]
"""readings.yaml: word → its reading, or `{日|にち}・{祝日|しゅくじつ}` to say which letters each part belongs to."""

STRINGS_OF_LANGUAGE = dict[Word, Word]
"""strings.<language>.yaml: Japanese fact string → translation."""
