"""Initiatives' texts consist of the sections that their plan declares, in every language."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from sitegen.checks.walk import initiatives, versions
from sitegen.language.dates import era_year, parse_fiscal_year
from sitegen.language.locales import is_japanese
from sitegen.load import Content, PlanContent
from sitegen.markup import Section, Tokens
from sitegen.messages import problem
from sitegen.model import Heading, Initiative
from sitegen.problems import Location, Problem
from sitegen.reader import Document
from sitegen.string_tables import StringTable
from sitegen.texts import section_ids
from sitegen.validate import suggest


def sections(content: Content) -> Iterator[Problem]:
    """Report sections that are undeclared, double, missing or empty, and text outside of them."""
    for plan, original in initiatives(content):
        complete = original.head.repeat_of is None
        required: set[str] | None = None
        for language, document in versions(content, original):
            text = _Text(plan, original.head, document, language, content.strings.of(plan.id))
            yield from text.wrong()
            if complete and language not in content.config.value.partial:
                yield from text.missing(required)
            required = text.present() if required is None else required


@dataclass(frozen=True)
class _Text:
    """One initiative's text in one language, read against what the plan declares."""

    plan: PlanContent
    facts: Initiative
    document: Document[Initiative]
    language: str
    strings: StringTable

    @property
    def declared(self) -> tuple[Heading, ...]:
        return self.plan.plan.value.sections

    @property
    def of_report(self) -> tuple[Heading, ...]:
        return self.plan.plan.value.report_sections

    def ids(self, headings: Sequence[Heading]) -> dict[str, str]:
        return section_ids(headings, self.language, self.strings)

    def title(self, heading: Heading) -> str:
        """The heading as it is written in this language."""
        return self.strings.get(heading.title, {}).get(self.language, heading.title)

    def year_title(self, fy: int) -> str:
        """A heading for the text about a year; every heading with the year in it is understood."""
        return f"{era_year(fy)}年度" if is_japanese(self.language) else f"FY{fy}"

    def year(self, section: Section) -> int | None:
        """The fiscal year that a section reports on."""
        return None if section.title in self.ids(self.declared) else parse_fiscal_year(section.title)

    @property
    def years(self) -> dict[int, Section]:
        return {year: s for s in self.document.body.sections if (year := self.year(s)) is not None}

    def wrong(self) -> Iterator[Problem]:
        """What is written but should not be, or not there."""
        tops = [section for section in self.document.body.sections if section.level == 2]
        first = self.title(self.declared[0]) if self.declared else ""
        yield from self._before(self.document.body.lead, first)
        yield from self._undeclared([s for s in tops if self.year(s) is None], self.declared)
        reports = [s for s in tops if self.year(s) is not None]
        yield from self._years(reports)
        for section in reports:
            if self.of_report:
                yield from self._before(section.tokens, self.title(self.of_report[0]))
            yield from self._undeclared(section.children, self.of_report)

    def _before(self, tokens: Tokens, section: str) -> Iterator[Problem]:
        if tokens and tokens[0].type != "heading_open":
            line = (tokens[0].map or [self.document.source.body_line])[0]
            yield problem("text-before-section", Location(self.document.source.path, line, 1), value=section)

    def _undeclared(self, written: Sequence[Section], declared: Sequence[Heading]) -> Iterator[Problem]:
        ids, seen = self.ids(declared), set()
        for section in written:
            id_ = ids.get(section.title)
            if id_ is None and section.title:
                near = suggest(section.title, map(self.title, declared))
                yield problem("undeclared-section", self._where(section), value=section.title, **near)
            elif id_ in seen:
                yield problem("duplicate-section", self._where(section), value=section.title)
            seen.add(id_)

    def _years(self, reports: Sequence[Section]) -> Iterator[Problem]:
        reported, seen = {report.fy for report in self.facts.progress}, set()
        for section in reports:
            year = self.year(section)
            if year in seen:
                yield problem("duplicate-section", self._where(section), value=section.title)
            elif year in set(self.plan.plan.value.period) - reported:
                yield problem("report-without-facts", self._where(section), value=section.title, fy=year)
            seen.add(year)

    def _where(self, section: Section) -> Location:
        return self.document.source.where_text(section.title, section.line)

    def present(self) -> set[str]:
        """Sections with text: id, or year and id, so that a translation can be compared with its original."""
        found, ids = _filled(self.document.body.sections, self.ids(self.declared)), self.ids(self.of_report)
        for year, section in self.years.items():
            found |= {f"{year} {id_}" for id_ in _filled(section.children, ids)}
        return found

    def missing(self, required: set[str] | None) -> Iterator[Problem]:
        """Declared sections without text.

        The original needs those that the plan requires, unless it is cross-listed; a translation needs those that
        the original has (`required`).
        """
        present = self.present()
        if required is None and self.facts.repeat_of:
            return

        def absent(headings: Sequence[Heading], year: str = "") -> list[Heading]:
            ids = {heading.id: year + heading.id for heading in headings}
            wanted = [h for h in headings if (h.required if required is None else ids[h.id] in required)]
            return [h for h in wanted if ids[h.id] not in present]

        for heading in absent(self.declared):
            yield self._missing("##", self.title(heading), self.document.body.sections)
        for report in (r for r in self.facts.progress if r.fy in self.plan.plan.value.period):
            headings = absent(self.of_report, f"{report.fy} ")
            section = self.years.get(report.fy)
            if headings and section is None:
                yield self._missing("##", self.year_title(report.fy), ())
            elif section:
                for heading in headings:
                    yield self._missing("###", self.title(heading), section.children, section)

    def _missing(self, marks: str, title: str, written: Sequence[Section], above: Section | None = None) -> Problem:
        """Located at the empty section, else at the heading above, else at the text's first line."""
        nearest = next((section for section in written if section.title == title), above)
        source = self.document.source
        where = self._where(nearest) if nearest else Location(source.path, source.body_line, 1)
        return problem("missing-section", where, value=title, marks=marks)


def _filled(written: Sequence[Section], ids: dict[str, str]) -> set[str]:
    return {ids[section.title] for section in written if section.title in ids and section.tokens}
