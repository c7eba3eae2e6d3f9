"""Initiatives' texts consist of the sections that their plan declares, in every language."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from sitegen.checks.walk import initiatives, versions
from sitegen.language.dates import fiscal_year, parse_fiscal_year
from sitegen.load import Content, Document, PlanContent
from sitegen.markup import Section, Tokens
from sitegen.messages import problem
from sitegen.model import Heading, Initiative
from sitegen.problems import Problem
from sitegen.texts import StringTable, section_ids
from sitegen.validate import suggest


def sections(content: Content) -> Iterator[Problem]:
    """Report sections that are undeclared, double, missing or empty, and text outside of them."""
    for plan, original in initiatives(content):
        complete = original.head.repeat_of is None
        required: set[str] | None = None
        for language, document in versions(content, original):
            text = _Text(plan, original.head, document, language, content.strings)
            yield from text.wrong()
            if complete:
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

    def year(self, section: Section) -> int | None:
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
            yield problem("text-before-section", self.document.source.where_text("", line), value=section)

    def _undeclared(self, written: Sequence[Section], declared: Sequence[Heading]) -> Iterator[Problem]:
        ids, seen = self.ids(declared), set()
        for section in written:
            where = self.document.source.where_text(section.title, section.line)
            id_ = ids.get(section.title)
            if id_ is None and section.title:
                titles = [self.title(heading) for heading in declared]
                yield problem(
                    "undeclared-section", where, value=section.title, **suggest(section.title, titles)
                )
            elif id_ in seen:
                yield problem("duplicate-section", where, value=section.title)
            seen.add(id_)

    def _years(self, reports: Sequence[Section]) -> Iterator[Problem]:
        seen: set[int | None] = set()
        for section in reports:
            where = self.document.source.where_text(section.title, section.line)
            year = self.year(section)
            if year in seen:
                yield problem("duplicate-section", where, value=section.title)
            elif year in self.plan.plan.value.period and year not in {
                report.fy for report in self.facts.progress
            }:
                yield problem("report-without-facts", where, value=section.title, fy=year)
            seen.add(year)

    def present(self) -> set[str]:
        """Sections with text: id, or year and id, so that a translation can be compared with its original."""
        found = _filled(self.document.body.sections, self.ids(self.declared))
        ids = self.ids(self.of_report)
        return found.union(
            *({f"{year} {id_}" for id_ in _filled(s.children, ids)} for year, s in self.years.items())
        )

    def missing(self, required: set[str] | None) -> Iterator[Problem]:
        """Declared sections without text; a translation needs those that the original has (`required`)."""
        present = self.present()
        for heading in self.declared:
            if heading.id not in present and (required is None or heading.id in required):
                yield self._missing("##", self.title(heading), self.document.body.sections)
        for report in self.facts.progress:
            names = {f"{report.fy} {heading.id}": heading for heading in self.of_report}
            absent = [
                h
                for name, h in names.items()
                if name not in present and (required is None or name in required)
            ]
            section = self.years.get(report.fy)
            if absent and section is None:
                yield self._missing("##", fiscal_year(report.fy, self.language, style="short"), ())
            elif section:
                yield from (
                    self._missing("###", self.title(h), section.children, section.line) for h in absent
                )

    def _missing(self, marks: str, title: str, written: Sequence[Section], line: int = 0) -> Problem:
        """Located at the empty section, else at the year's heading, else at the text's first line."""
        line = next((s.line for s in written if s.title == title), line)
        source = self.document.source
        where = source.where_text(title, line) if line else source.where_text("", source.body_line)
        return problem("missing-section", where, value=title, marks=marks)


def _filled(written: Sequence[Section], ids: dict[str, str]) -> set[str]:
    return {ids[section.title] for section in written if section.title in ids and section.tokens}
