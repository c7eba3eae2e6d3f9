"""Plans, laws and rules that a plan names: when they were made, by whom, for which years, under which number."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterator

from sitegen.checks.consistency.dates import ERA, western
from sitegen.checks.consistency.facts import Said, all_texts, grids
from sitegen.checks.consistency.finding import Finding, finding, folded
from sitegen.checks.consistency.moments import sentences
from sitegen.checks.consistency.numbers import narrow
from sitegen.load import PlanContent
from sitegen.model import Plan

FOUNDED = {"デジタル庁": (2021, 9), "こども家庭庁": (2023, 4), "スポーツ庁": (2015, 10), "防災庁": (2026, 11)}
"""Year and month in which younger bodies of the state began their work, as the laws that set them up say."""

_NAME = re.compile(r"「([^「」]{6,40}(?:計画|方針|戦略|宣言|ビジョン|構想|法|ガイドライン))」")
_DAY = re.compile(rf"(?:{ERA}年|(?<!\d)(\d{{4}})年|(?<![A-Za-z\d])R(\d{{1,2}})\.)(\d{{1,2}})[月.]?")
_CHANGED = re.compile(r"改定|改訂|改正|改め|変更|第\d+(?:\.\d+)?版")
_MADE = re.compile(r"策定|決定|閣議|公表|制定|作られ|つくられ|決まり|成立")
_MINISTRY = re.compile(r"(総務省|文部科学省|厚生労働省|経済産業省|国土交通省|農林水産省|内閣府|デジタル庁)の?$")
_NUMBER = re.compile(
    rf"({ERA}年\d{{1,2}}月\d{{1,2}}日)[^、。()]{{0,4}}?((?:規則|告示|条例|訓令|要綱|規程|要領)第\d+号)"
)
_FORMER = re.compile(r"旧計画|前計画|前の計画|現行計画|第\d+[次期]計画")
_NEXT = re.compile(r"次期")
_OWN = re.compile(r"本計画|この計画|今回の計画")
_RANGE = re.compile(rf"{ERA}年?度?(?:から|[~～-])(令和|平成|昭和|R|H|S)?(元|\d{{1,2}})年?度?")

_BLANK = re.compile(r"[〇○◯]{2,}|(?<=年)[ 　]+月|(?<=月)[ 　]+日")

Month = tuple[int, int]


def made_late(plan: PlanContent) -> Iterator[Finding]:
    """The plan itself was published, or is to be made, after its first fiscal year began."""
    facts: Plan = plan.plan.value
    year, month = map(int, facts.published.split("-"))
    start, source = (facts.period.start_fy, 4), plan.plan.source
    if facts.reporting_fy is None and (year, month) > start:
        yield _late(facts, Said(facts.published, source.where(("published",)), "plan.yaml"), facts.published)
    for grid in grids(plan):
        for row in grid.rows:
            event = next((cell for cell in row if re.fullmatch(r"(?:本|この)?計画の?策定", folded(cell.text))), None)
            dates = [day for cell in row for day in _days(cell.text)]
            if event and dates and min(dates) > start:
                yield _late(facts, event, row[0].text)


def _late(facts: Plan, said: Said, value: str) -> Finding:
    period = f"{facts.period.start_fy}～{facts.period.end_fy}"
    words = {"value": value, "period": period, "name": facts.title}
    return finding("made-after-start", said.where, said.owner, folded(value), **words)


def _days(text: str) -> list[Month]:
    """The years and months that a text names."""
    found = []
    for match in _DAY.finditer(narrow(text)):
        era, number, year, short, month = match.groups()
        years = western(era, number) if era else int(year) if year else western("R", short)
        found.append((years, int(month)))
    return found


def overlaps(plan: PlanContent) -> Iterator[Finding]:
    """The plan before this one ends after this one begins, or the next one begins before this one ends."""
    period = plan.plan.value.period
    for grid in grids(plan):
        for row in grid.rows:
            name = folded(row[0].text)
            found = next((f for cell in row[1:] if (f := _RANGE.search(folded(cell.text)))), None)
            if not found or _OWN.search(name) or not (_FORMER.search(name) or _NEXT.search(name)):
                continue
            start, end = western(found[1], found[2]), western(found[3] or found[1], found[4])
            if (period.start_fy <= start <= period.end_fy) if _NEXT.search(name) else (start < period.start_fy <= end):
                own = f"{period.start_fy}～{period.end_fy}"
                words = {"name": row[0].text, "value": f"{start}～{end}", "period": own}
                yield finding("periods-overlap", row[0].where, grid.owner, name, **words)


def dates(plan: PlanContent) -> Iterator[Finding]:
    """One quoted plan or law of the state was made in two different months."""
    texts = list(all_texts(plan))
    names = {name for said in texts for name in _NAME.findall(folded(said.text))}
    made: dict[str, dict[Month, Said]] = defaultdict(dict)
    for said in texts:
        for sentence in sentences(said.text):
            found, days = [name for name in names if name in sentence], _days(sentence)
            if len(found) == len(days) == 1 and _MADE.search(sentence) and not _CHANGED.search(sentence):
                made[found[0]].setdefault(days[0], said)
    for name, by_day in made.items():
        if len(by_day) > 1:
            said = list(by_day.values())[-1]
            value = "、".join(f"{year}-{month:02}" for year, month in sorted(by_day))
            yield finding("two-dates", said.where, name, value=value, name=name)


def makers(plan: PlanContent) -> Iterator[Finding]:
    """A quoted plan was decided by the cabinet in one place, and is a single ministry's in another."""
    cabinet: set[str] = set()
    ministries: dict[str, tuple[str, Said]] = {}
    for said in all_texts(plan):
        text = folded(said.text)
        for found in _NAME.finditer(text):
            by = _MINISTRY.search(text[: found.start()])
            if by:
                ministries.setdefault(found[1], (by[1], said))
            if re.match(r"(?:の改定)?[（(][^()（）]*閣議決定", text[found.end() :]):
                cabinet.add(found[1])
    for name in sorted(cabinet & ministries.keys()):
        ministry, said = ministries[name]
        yield finding("two-makers", said.where, name, name=name, value=ministry, other="閣議決定")


def bodies(plan: PlanContent) -> Iterator[Finding]:
    """Something is dated that a body did before it was set up."""
    for said in all_texts(plan):
        text = folded(said.text)
        for body, founded in FOUNDED.items():
            for found in re.finditer(rf"{body}(?:は|が|の)?「?[^。、「」]{{0,30}}?」?[(（]?(?={_DAY.pattern})", text):
                day = _days(text[found.end() : found.end() + 12])[:1]
                if day and day[0] < founded:
                    shown, since = (f"{year}-{month:02}" for year, month in (day[0], founded))
                    words = {"name": body, "value": shown, "expected": since}
                    yield finding("before-its-time", said.where, said.owner, body, shown, **words)


def numbers(plan: PlanContent) -> Iterator[Finding]:
    """One rule and its change, or two rules, bear one number on different days."""
    for grid in grids(plan):
        for row in grid.rows:
            days: dict[str, set[str]] = defaultdict(set)
            for cell in row:
                for found in _NUMBER.finditer(folded(cell.text)):
                    days[found[4]].add(found[1])
            for number, named in days.items():
                if len(named) > 1:
                    words = {"name": row[0].text, "value": number, "dates": "、".join(sorted(named))}
                    yield finding("same-number", row[0].where, grid.owner, row[0].text, number, **words)


def blanks(plan: PlanContent) -> Iterator[Finding]:
    """A date or number is still to be filled in: 令和5年3月〇〇日告示第〇〇号, 令和3年 月策定."""
    for said in all_texts(plan):
        for part in re.split("[、。]", said.text):
            if _BLANK.search(part):
                yield finding("blank-left", said.where, said.owner, folded(part), value=part)
