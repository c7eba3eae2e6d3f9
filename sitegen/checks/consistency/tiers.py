"""Names of tiers, and names that a text says something is called or becomes part of."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterator
from itertools import combinations

from sitegen.checks.consistency.facts import Said, grids, originals
from sitegen.checks.consistency.finding import Finding, finding, folded
from sitegen.checks.consistency.numbers import narrow
from sitegen.load import PlanContent

_BRACKETS = re.compile(r"[(（<＜【].*?[)）>＞】]")
_RENAMED = re.compile(r"「([^「」]+)」(?:に|へ|として)(?:名称(?:を)?変更|改称|継続|包含|統合|移行)")
_ENDING = re.compile(r"(.{4,})(推進|促進|確立|強化|向上|充実|拡充|支援|整備|拡大|徹底|確保|育成|提供)")
_LONG_STEM = 8
"""Letters before its ending that make a name the same thing, unless the endings are 推進 and 促進."""
_NUMBER = re.compile(r"^\s*(?:[①-⑳]|[(（]\d+[)）]|\d+[.．]?)\s*")


def words(plan: PlanContent) -> Iterator[Finding]:
    """One word means two tiers, or one tier is called by two words."""
    facts, source = plan.plan.value, plan.plan.source
    levels = {folded(policy.level): n for n, policy in reversed(list(enumerate(facts.policies)))}
    if folded(facts.leaf) in levels:
        where, told = source.where(("leaf",)), {"value": facts.leaf, "other": facts.leaf}
        yield finding("tier-words", where, facts.leaf, **told)
    seen: set[tuple[str, str]] = set()
    for n, policy in enumerate(facts.policies):
        level, label = _word(policy.level), _word(policy.label)
        if label and label != level and (level, label) not in seen:
            seen.add((level, label))
            where = source.where(("policies", n, "label"))
            yield finding("tier-words", where, f"{level}/{label}", value=policy.label, other=policy.level)


def _word(text: str) -> str:
    """The word of a label without number, mark and brackets: 基本方針 in 基本方針Ⅱ."""
    return re.sub(r"[\dA-Za-zⅠ-Ⅻ①-⑳.\-\s]+", "", _BRACKETS.sub("", narrow(text)))


def renamed(plan: PlanContent) -> Iterator[Finding]:
    """A table says that something goes on under a name that nothing in the plan has, or that it has already."""
    facts = plan.plan.value
    known = {_bare(document.head.title) for document in originals(plan)} | {_bare(p.title) for p in facts.policies}
    for grid in grids(plan):
        rows = {_bare(row[0].text) for row in grid.rows}
        for row in grid.rows:
            for cell in row[1:]:
                for found in _RENAMED.finditer(narrow(cell.text)):
                    if _bare(found[1]) not in known | rows:
                        shown = {"value": found[1], "name": row[0].text}
                        yield finding("unknown-name", cell.where, grid.owner, row[0].text, **shown)


def _bare(name: str) -> str:
    return folded(_NUMBER.sub("", narrow(name)))


def endings(plan: PlanContent) -> Iterator[Finding]:
    """Titles and cells of tables are one name but for its last word: AI・RPAの利用促進, AI・RPAの利用推進."""
    stems: dict[str, dict[str, Said]] = defaultdict(dict)
    for said in _titles(plan):
        if found := _ENDING.fullmatch(re.sub("^自治体の", "", _bare(said.text))):
            stems[found[1]].setdefault(found[2], said)
    for stem, by_ending in stems.items():
        for one, other in combinations(by_ending, 2):
            if len(stem) >= _LONG_STEM or {one, other} == {"推進", "促進"}:
                said, first = by_ending[other], by_ending[one]
                shown = {"value": said.text, "other": first.text, "place": str(first.where)}
                yield finding("near-names", said.where, "/".join(sorted((stem + one, stem + other))), **shown)


def _titles(plan: PlanContent) -> Iterator[Said]:
    facts, source = plan.plan.value, plan.plan.source
    yield from (Said(p.title, source.where(("policies", n, "title")), "") for n, p in enumerate(facts.policies))
    yield from (Said(d.head.title, d.source.where(("title",)), d.head.number) for d in originals(plan))
    for grid in grids(plan):
        yield from (cell for row in grid.rows for cell in row)


def titles_and_rows(plan: PlanContent) -> Iterator[Finding]:
    """A thing in the title of an initiative has a letter or two more, or less, in a row of its schedule."""
    for document in originals(plan):
        names = _things(document.head.title)
        for n, row in enumerate(document.head.schedule):
            for one in names:
                for other in _things(row.item or ""):
                    short, long = sorted((one, other), key=len)
                    if _inserted(short, long):
                        where = document.source.where(("schedule", n, "item"))
                        shown = {"value": other, "other": one, "place": document.head.number}
                        yield finding("near-names", where, f"{one}/{other}", **shown)


def _things(text: str) -> set[str]:
    """Compounds of five kanji and more."""
    return set(re.findall(r"([一-龥]{5,}?)(?:等|$|(?=[^一-龥]))", narrow(text)))


def _inserted(short: str, long: str) -> bool:
    """Whether the longer word is the shorter one with one or two letters inside."""
    return any(
        len(long) - len(short) == extra and short[:at] + long[at : at + extra] + short[at:] == long
        for extra in (1, 2)
        for at in range(2, len(short))
    )
