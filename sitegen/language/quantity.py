"""Reads printed values such as 年3回以上, 45万枚 or 1(試行): number, bound, unit, remark, marks of footnotes."""

from __future__ import annotations

import re
import unicodedata
from dataclasses import dataclass
from typing import Literal

Bound = Literal["at_least", "at_most", "over", "under", "about", "less", "more"]
"""What a value says of its number; `less` and `more` are a change (30%減 is 30% less than before)."""

Per = Literal["year", "month", "week", "day"]

_BOUNDS: dict[str, Bound] = {
    "以上": "at_least",
    "以下": "at_most",
    "以内": "at_most",
    "超": "over",
    "未満": "under",
    "約": "about",
    "程度": "about",
    "減": "less",
    "削減": "less",
    "増": "more",
}
_PER: dict[str, Per] = {"年": "year", "年間": "year", "月": "month", "毎月": "month", "週": "week", "日": "day"}
_SCALE = {"": 1, "千": 1_000, "万": 10_000, "億": 100_000_000}

_FOOTNOTE = re.compile(r"[※*](\d+)\s*$")
_VALUE = re.compile(
    r"(?P<per>年間|毎月|[年月週日])?\s*(?P<before>約)?\s*"
    r"(?P<number>\d{1,3}(?:,\d{3})+(?:\.\d+)?|\d+(?:\.\d+)?)\s*(?P<scale>[千万億](?![ぁ-ん]))?\s*"
    r"(?P<unit>[^\d()以超未約程減増]*?)\s*(?P<after>以上|以下|以内|超|未満|程度|削減|減|増)?\s*"
    r"(?:\((?P<remark>[^()]+)\))?"
)


@dataclass(frozen=True)
class Quantity:
    """A printed value; `number` is None where it is a text (検討を踏まえ設定)."""

    text: str
    """As printed, without marks of footnotes."""
    number: float | None = None
    """In units, so that 45万枚 is 450000."""
    unit: str = ""
    scale: str = ""
    """千, 万 or 億 where the number is printed with it."""
    bound: Bound | None = None
    per: Per | None = None
    remark: str = ""
    """Words in brackets after the value, such as 試行."""
    footnotes: tuple[str, ...] = ()
    """Numbers of footnotes (※2 is "2")."""

    @property
    def kind(self) -> tuple[str, Bound | None, Per | None, str]:
        """What two values must share to be compared."""
        return self.unit, self.bound, self.per, self.remark


def read_quantity(printed: str, unit: str | None = None) -> Quantity:
    """Read a printed value; `unit` is the indicator's own, for values printed without one."""
    text, footnotes = _without_footnotes(" ".join(printed.split()))
    found = _VALUE.fullmatch(unicodedata.normalize("NFKC", text))
    if not found:
        return Quantity(text, footnotes=footnotes)
    own_unit, per = _unit(unit)
    scale = found["scale"] or ""
    return Quantity(
        text=text,
        number=round(float(found["number"].replace(",", "")) * _SCALE[scale], 6),
        unit=found["unit"] or own_unit,
        scale=scale,
        bound=_BOUNDS.get(found["after"] or found["before"] or ""),
        per=_PER.get(found["per"] or "") or per,
        remark=found["remark"] or "",
        footnotes=footnotes,
    )


def read_goal(goal: str, name: str, unit: str | None = None) -> Quantity:
    """Read a final goal, which plans print as 「name：value」 or as a sentence of its own."""
    before, colon, after = unicodedata.normalize("NFKC", goal).rpartition(":")
    repeats = colon and _squeezed(before) == _squeezed(name)
    return read_quantity(after.strip() if repeats else goal, unit)


def _without_footnotes(text: str) -> tuple[str, tuple[str, ...]]:
    marks: list[str] = []
    while found := _FOOTNOTE.search(unicodedata.normalize("NFKC", text)):
        marks.insert(0, found[1])
        text = re.sub(r"\s*[※*＊][0-9０-９]+\s*$", "", text)
    return text, tuple(marks)


def _unit(unit: str | None) -> tuple[str, Per | None]:
    """The unit of a column, such as 回/年 or 万件: its counter, and the time that it is counted in."""
    counter, _, time = unicodedata.normalize("NFKC", unit or "").partition("/")
    return counter.lstrip("千万億"), _PER.get(time)


def _squeezed(text: str) -> str:
    return re.sub(r"\s+", "", unicodedata.normalize("NFKC", text))
