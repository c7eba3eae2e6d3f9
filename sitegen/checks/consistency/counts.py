"""Counts in texts and titles against the lists that they count."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator, Sequence

from markdown_it.token import Token

from sitegen.checks.consistency.facts import Grid, Said, all_texts, documents, grids, originals
from sitegen.checks.consistency.finding import Finding, finding, folded
from sitegen.checks.consistency.numbers import cell_number, narrow, shown
from sitegen.load import PlanContent
from sitegen.markup import plain
from sitegen.model import Plan

_COUNTER = (
    r"(?:か所|箇所|ヶ所|カ所|自治体|手続き?|業務|種類?|施設|言語|地域|分野|項目|事業|施策|取組|"
    r"課|館|校|園|社|件|つ|点|個|本)"
)
_LISTING = re.compile(rf"(\d+){_COUNTER}\(([^()]+)\)")
_NEXT = re.compile(rf"次の(\d+){_COUNTER}(?!目)")
_NOT_ITEMS = re.compile(r"令和|平成|現在|時点|うち|など|ほか|等|約|及び|\d")


def of_plan(plan: PlanContent) -> Iterator[Finding]:
    """A text says how many policies or initiatives the plan has, and it has another number."""
    facts: Plan = plan.plan.value
    tiers = Counter(policy.level for policy in facts.policies)
    total = {len(originals(plan)), len(plan.initiatives)}
    nouns = "|".join(
        sorted({"事業", "施策", "取組", "取り組み", "取組項目", "個別事業", re.escape(facts.leaf)} - set(tiers))
    )
    whole = re.compile(rf"(?:本計画|この計画)(?:の|では)?(?:[^。、\d]{{0,16}}?)(\d+)\s*の?(?:{nouns})")
    former = {
        name for name, entry in plan.tables.items() if re.search(r"前の|前計画|旧計画|これまで", entry.value.title)
    }
    for said in (said for said in all_texts(plan) if said.owner not in former):
        text = narrow(said.text)
        for found in whole.finditer(text):
            if int(found[1]) not in total:
                yield _count(said, found[0], found[1], max(total))
        for level, count in tiers.items():
            for found in re.finditer(rf"(?:^|本計画の|この計画の){re.escape(narrow(level))}の数\s*(\d+)", text):
                if int(found[1]) != count:
                    yield _count(said, found[0], found[1], count)


def listings(plan: PlanContent) -> Iterator[Finding]:
    """A number is followed by the names of what it counts, and there are more or fewer names."""
    for said in all_texts(plan):
        for found in _LISTING.finditer(narrow(said.text)):
            count, inside = int(found[1]), found[2].partition("。")[0]
            names = re.split(r"、|,\s*", inside) if re.search("[、,]", inside) else inside.split("・")
            items = [name for name in names if name.strip()]
            counted = len(items) > 1 and not any(_NOT_ITEMS.search(name) for name in items)
            if counted and len(items) != count and count <= 2 * len(items) + 2 and len(items) <= 2 * count + 2:
                yield _count(said, found[0][:20], found[1], len(items))


def lists_below(plan: PlanContent) -> Iterator[Finding]:
    """「次の2点」 stands above a list or table that has more or fewer items."""
    for owner, document in documents(plan):
        tokens = document.body.tokens
        for n, token in enumerate(tokens[:-2]):
            found = _NEXT.search(narrow(plain([token]))) if token.type == "inline" else None
            sizes = _sizes_of_list(tokens[n + 2 :]) if found else set()
            if found and sizes and int(found[1]) not in sizes:
                line = (token.map or [document.source.body_line])[0]
                said = Said(found[0], document.source.where_text(found[0], line), owner)
                yield _count(said, found[0], found[1], min(sizes))


def _sizes_of_list(tokens: Sequence[Token]) -> set[int]:
    """The number of items of the list or table that the tokens begin with, and of the words in them."""
    opened = tokens[0].type
    if opened not in ("bullet_list_open", "ordered_list_open", "table_open"):
        return set()
    end = next(n for n, token in enumerate(tokens) if token.type == opened.replace("_open", "_close"))
    inside = tokens[:end]
    if opened == "table_open":
        return {sum(token.type == "tr_open" for token in inside) - 1}
    items = sum(token.type == "list_item_open" and token.level == 1 for token in inside)
    words = sum(
        len(plain([token]).replace("：", ":").rpartition(":")[2].split("、"))
        for token in inside
        if token.type == "inline"
    )
    return {items, words}


def titles(plan: PlanContent) -> Iterator[Finding]:
    """A table's title says how many things it lists, and it lists another number."""
    by_name = {grid.owner: grid for grid in grids(plan) if grid.owner in plan.tables}
    for name, entry in plan.tables.items():
        for found in re.finditer(rf"(?<![\d～~第位])(\d+)({_COUNTER})(?!目)", narrow(entry.value.title)):
            if re.search(r"(上位|第|主な)$", narrow(entry.value.title)[: found.start()]):
                continue
            if int(found[1]) not in _sizes(by_name[name]):
                said = Said(entry.value.title, entry.source.where(("title",)), name)
                yield _count(said, found[0], found[1], len(entry.value.rows))


def _sizes(grid: Grid) -> set[float]:
    """Every number of things that a table may be said to list: rows, sums of a column, different names."""
    sizes: set[float] = {len(grid.rows)}
    for n in range(len(grid.columns)):
        cells = [row[n].text for row in grid.rows if n < len(row)]
        numbers = [cell_number(cell) for cell in cells]
        if all(number is not None for number in numbers):
            sizes.add(sum(number or 0 for number in numbers))
        sizes |= {len(set(cells)), sum(len(re.split("[、,]", cell)) for cell in cells), *Counter(cells).values()}
    return sizes


def groups(plan: PlanContent) -> Iterator[Finding]:
    """A text or table gives a number for a group, and a table of the plan lists another number of its members."""
    members = _members(plan)
    if not members:
        return
    named = "|".join(re.escape(group) for group in sorted(members, key=len, reverse=True))
    counted = re.compile(rf"(?:^|[、。])({named})が?(\d+){_COUNTER}")
    for said in all_texts(plan):
        for found in counted.finditer(folded(said.text)):
            if int(found[2]) != members[found[1]]:
                yield _count(said, found[0].lstrip("、。"), found[2], members[found[1]])


def _members(plan: PlanContent) -> dict[str, int]:
    """Words that stand in several rows of one column → number of rows; a word of two tables is no group."""
    found: Counter[str] = Counter()
    tables: Counter[str] = Counter()
    for entry in plan.tables.values():
        cells = Counter(folded(cell) for row in entry.value.rows for cell in row[1:])
        groups = {cell: n for cell, n in cells.items() if n > 1 and len(cell) >= 3 and not re.search(r"\d", cell)}
        found.update(groups)
        tables.update(groups.keys())
    return {group: count for group, count in found.items() if tables[group] == 1}


def _count(said: Said, words: str, printed: str, counted: float) -> Finding:
    return finding(
        "wrong-count", said.where, said.owner, folded(words), value=words, count=printed, real=shown(counted)
    )
