"""Arithmetic in figures, tables and texts: changes, differences, parts and their whole."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from sitegen.checks.consistency.facts import Grid, Said, all_texts, grids, listed_texts, originals
from sitegen.checks.consistency.finding import Finding, finding
from sitegen.checks.consistency.numbers import NUMBER, cell_number, narrow, rounding, shown, value
from sitegen.load import PlanContent

_UNIT = r"[^\d\s→⇒()、。,.]{0,6}?"
_CHANGE = re.compile(
    rf"(?P<a>{NUMBER})\s*(?P<ua>{_UNIT})\s*(?:→|⇒|から)\s*(?P<b>{NUMBER})\s*(?P<ub>{_UNIT})\s*(?:へ|に|まで)?[、,]?\s*"
    rf"(?P<sign>[+±-])?(?P<c>{NUMBER})\s*(?P<uc>{_UNIT})?の?(?P<word>増|減|短縮|高|低|上昇|下降|伸び|アップ|ダウン)"
)
_BRACKETS = re.compile(r"\([^()]*\)")
_DATES = re.compile(r"[年月日時分]|年度")
_EQUATION = re.compile(rf"({NUMBER}{_UNIT}(?:\s*[++]\s*{NUMBER}{_UNIT})+)\s*[==]\s*({NUMBER})")
_SPLIT = re.compile(rf"({NUMBER})[件人名業務手続きか所つ]*は、((?:{NUMBER}\D{{0,6}}?[、と]?){{2,}})に(?:分|わ)か")
_COLUMN_OF_CHANGE = re.compile(r"^(増減|差|増えた(分|数)|減った(分|数)|増加|減少|伸び)$|^(増減|増加|減少)[数分]")


def changes(plan: PlanContent) -> Iterator[Finding]:
    """25.9% → 40.5% is not 14.0% more; in a table, the column of the difference is not the difference."""
    for said in all_texts(plan):
        text = _BRACKETS.sub("", narrow(said.text))
        for found in _CHANGE.finditer(text):
            a, b, c = found["a"], found["b"], found["c"]
            relative = (found["uc"] == "%") and found["ub"] != "%" and value(a) != 0
            units = {found["ua"] or found["ub"], found["ub"], found["uc"] or found["ub"]} - {"ポイント"}
            if _DATES.fullmatch(found["ub"]) or (len(units) > 1 and not relative):
                continue
            change = abs(value(b) - value(a)) / (value(a) / 100 if relative else 1)
            yield from _differs(said, (a, b, c), change, 1.0 if relative else rounding(a, b, c))
    for grid in grids(plan):
        yield from _differences(grid)


def _differences(grid: Grid) -> Iterator[Finding]:
    if len(grid.columns) < 4 or not _COLUMN_OF_CHANGE.search(grid.columns[-1].strip()):
        return
    for row in grid.rows:
        printed = [re.sub(rf"^.*?({NUMBER}).*$", r"\1", narrow(cell.text)) for cell in row[-3:]]
        if len(row) == len(grid.columns) and all(cell_number(cell.text) is not None for cell in row[-3:]):
            a, b, c = printed
            yield from _differs(row[-1], (a, b, c), abs(value(b) - value(a)), rounding(a, b, c))


def _differs(said: Said, printed: tuple[str, str, str], change: float, allowed: float) -> Iterator[Finding]:
    a, b, c = printed
    if abs(change - value(c)) > allowed + 1e-9:
        words = {"value": f"{a}→{b} {c}", "expected": shown(change)}
        yield finding("wrong-difference", said.where, said.owner, f"{a}→{b}", c, **words)


def equations(plan: PlanContent) -> Iterator[Finding]:
    """Parts do not add up: 17業務＋3業務＝20業務, 603件は、87件と516件に分かれます, 31手続（子育て15、介護16）."""
    for said in all_texts(plan):
        text = narrow(said.text)
        for found in _EQUATION.finditer(text):
            yield from _sum(said, re.findall(NUMBER, found[1]), found[2])
        for found in _SPLIT.finditer(text):
            yield from _sum(said, re.findall(NUMBER, found[2]), found[1])
        for found in re.finditer(rf"({NUMBER})\D{{1,6}}\(([^()]+)\)", text):
            parts = re.split(r"[、,](?!\d{3})", found[2])
            ends = [re.fullmatch(rf"\s*[^\d]+?({NUMBER})[^\d]{{0,4}}", part) for part in parts]
            if len(parts) > 1 and all(ends) and not re.search(r"うち|[年月日]|%", found[2]):
                yield from _sum(said, [end[1] for end in ends if end], found[1])


def parts(plan: PlanContent) -> Iterator[Finding]:
    """Lines that begin with うち are parts of the line above: none is larger, and together they are the whole."""
    for document in originals(plan):
        lists: dict[str, list[Said]] = {}
        for said in listed_texts(document):
            lists.setdefault(said.part_of, []).append(said)
        for listed in lists.values():
            yield from _parts(listed)
    for grid in grids(plan):
        if len(grid.columns) == 2:
            yield from _parts([Said(f"{r[0].text} {r[1].text}", r[1].where, grid.owner) for r in grid.rows])


def _parts(listed: Sequence[Said]) -> Iterator[Finding]:
    whole: tuple[str, str] | None = None
    added: list[tuple[Said, str]] = []
    for said in listed:
        text = _BRACKETS.sub("", narrow(said.text)).strip()
        amount = re.search(rf"({NUMBER})\s*(\D{{0,4}})$", text)
        if not text.startswith("うち"):
            yield from _together(whole, added)
            whole, added = ((amount[1], amount[2]) if amount else None), []
        elif amount and whole and amount[2] == whole[1]:
            added.append((said, amount[1]))
    yield from _together(whole, added)


def _together(whole: tuple[str, str] | None, added: Sequence[tuple[Said, str]]) -> Iterator[Finding]:
    if whole is None or not added:
        return
    for said, part in added:
        if value(part) > value(whole[0]):
            yield from _sum(said, [part], whole[0])
            return
    # Two or more parts that come near the whole are meant to be all of it.
    if len(added) > 1 and sum(value(part) for _, part in added) >= 0.8 * value(whole[0]):
        yield from _sum(added[-1][0], [part for _, part in added], whole[0])


def _sum(said: Said, added: Sequence[str], whole: str) -> Iterator[Finding]:
    total = sum(map(value, added))
    if abs(total - value(whole)) > 1e-6:
        words = {"value": whole, "parts": " + ".join(added), "sum": shown(total)}
        yield finding("wrong-sum", said.where, said.owner, f"{'+'.join(added)}={whole}", **words)
