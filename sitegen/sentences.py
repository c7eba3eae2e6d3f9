"""Numbers in words: the values of indicators and the sentences about them, in the language of an edition."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass

from markupsafe import Markup, escape

from sitegen.indicators import IndicatorView, Point
from sitegen.language import dates, numbers
from sitegen.language.locales import is_japanese, plural_categories, plural_category
from sitegen.language.quantity import Quantity
from sitegen.language.strings import Strings
from sitegen.texts import Text

FORMS = " | "
"""Between the plural forms of a unit in strings.yaml, in the order of CLDR: procedure | procedures."""
_TWO_ITEMS = re.compile(r"\s+(?![(（])(?=[^\s])")
_LATIN_END = re.compile(r"[A-Za-z0-9.,&+/-]$")


@dataclass(frozen=True)
class NumberWords:
    """Words for numbers in one edition."""

    strings: Strings
    fact: Callable[[str], Text]
    """Translates a short fact string."""
    marked: Callable[[Text], Markup]
    """Marks words that are in another language than the page."""

    @property
    def lang(self) -> str:
        return self.strings.language

    def say(self, key: str, **values: Markup | str) -> Markup:
        """An interface string with marked-up words in it."""
        return self.strings.marked(key, **values)

    @property
    def japanese(self) -> bool:
        """Whether values may stand as the plan prints them."""
        return is_japanese(self.lang)

    def amount(self, value: Quantity) -> Markup:
        """A value that stands by itself, in the words of strings.yaml if it is translated as a whole."""
        whole = self.fact(value.text)
        if value.number is None or (whole.lang == self.lang and whole.value != value.text):
            return self.marked(whole)
        return escape(_printed(value)) if self.japanese else self._composed(value)

    def _inline(self, value: Quantity, *, short: bool = False) -> Markup:
        """A value within a sentence; `short` leaves out a unit that the sentence has named already."""
        plain = value.unit in ("", "%")
        if self.japanese:
            return escape(_printed(value)) if value.bound or value.per else self.amount(value)
        if (value.bound and plain) or (short and (plain or not value.bound)):
            return self._composed(value, short=short)
        text = self.amount(value)
        # A translation such as "At least once" begins a cell of a table, but not this part of a sentence.
        return text[:1].lower() + text[1:] if text[1:2].islower() else text

    def _composed(self, value: Quantity, *, short: bool = False) -> Markup:
        number = value.number or 0.0
        text = escape(numbers.large_number(number, self.lang, in_myriads=bool(value.scale)))
        if value.unit == "%":
            text = escape(numbers.percent(number, self.lang))
        elif value.unit and not short:
            text = self.say("quantity.with_unit", number=text, unit=self.unit(value.unit, number))
        if value.bound:
            text = self.say(f"quantity.{value.bound}", value=text)
        if value.per:
            text = self.say(f"quantity.per_{value.per}", value=text)
        if value.remark:
            text = self.say("quantity.remark", value=text, remark=self.marked(self.fact(value.remark)))
        return text

    def unit(self, unit: str, number: float = 2) -> Markup:
        """A unit in the form that the number asks for."""
        text = self.fact(unit)
        forms = dict(zip(plural_categories(text.lang), text.value.split(FORMS), strict=False))
        form = forms.get(plural_category(number, text.lang), text.value.split(FORMS)[-1])
        return self.marked(Text(form, text.lang))

    def yen(self, kyen: int) -> str:
        """An amount of money, given in thousand yen."""
        units = kyen * 1000
        key = "money.large" if numbers.is_large(units, self.lang) else "money.yen"
        return self.strings(key, amount=numbers.amount(units, self.lang))

    def year(self, period: str) -> str:
        return dates.fiscal_year(period, self.strings, "western")

    def listed(self, parts: Iterable[Markup | str]) -> Markup:
        return escape(self.strings("list.comma")).join(parts)

    def years(self, points: Sequence[Point]) -> Markup:
        """Several years: FY2022, FY2023 and FY2024."""
        *others, last = (self.year(point.period) for point in points)
        return escape(self.strings("list.and")).join([self.listed(others), last] if others else [last])

    def indicator(self, view: IndicatorView) -> Markup:
        """One or more sentences about an indicator, as its values allow."""
        return Markup("").join(self._joined(self._sentences(view)))

    def _joined(self, sentences: Iterable[Markup]) -> Iterator[Markup]:
        for n, sentence in enumerate(sentences):
            yield escape(self.strings("list.sentences") if n else "") + sentence[:1].upper() + sentence[1:]

    def _sentences(self, view: IndicatorView) -> Iterator[Markup]:
        numbers = [p for p in view.targets if p.state == "number"]
        yield from (self._course(numbers, view.targets) if numbers else [self.say("indicator.no_number")])
        yield from self._texts(view.targets)
        if lost := [p for p in view.targets if p.state == "lost"]:
            yield self.say("indicator.lost_years", fy=self.years(lost))
        if view.facts.cumulative:
            yield self.say("indicator.cumulative")
        if view.facts.direction == "down":
            yield self.say("indicator.down")
        if reached := [p for p in view.actuals if p.state == "number"]:
            yield self.say("indicator.reached", fy=self.year(reached[-1].period), value=self._value(reached[-1]))

    def _course(self, points: Sequence[Point], among: Sequence[Point]) -> Iterator[Markup]:
        """How the numbers go from the first to the last."""
        first, last = points[0], points[-1]
        values = [p.number or 0.0 for p in points]
        same = len({(p.number, p.value and p.value.kind) for p in points}) == 1
        together = among.index(last) - among.index(first) == len(points) - 1
        if first is last:
            yield self.say("indicator.one", fy=self.year(first.period), value=self._value(first))
        elif same and together:
            years = {"first_fy": self.year(first.period), "last_fy": self.year(last.period)}
            per = first.value and first.value.per
            yield self.say("indicator.same_per" if per else "indicator.same", value=self._value(first), **years)
        elif not same and values in (sorted(values), sorted(values, reverse=True)):
            yield self._change(first, last)
        else:
            each = (self.say("indicator.each", fy=self.year(p.period), value=self._value(p)) for p in points)
            yield self.say("indicator.list", values=self.listed(each))

    def _change(self, first: Point, last: Point) -> Markup:
        short = bool(first.value and last.value and first.value.kind == last.value.kind)
        return self.say(
            "indicator.change",
            first_fy=self.year(first.period),
            first=self._value(first),
            last_fy=self.year(last.period),
            last=self._value(last),
            last_short=self._value(last, short=short),
        )

    def _texts(self, points: Iterable[Point]) -> Iterator[Markup]:
        by_text: dict[Quantity, list[Point]] = {}
        for point in points:
            if point.state == "text" and point.value:
                by_text.setdefault(point.value, []).append(point)
        for value, own in by_text.items():
            yield self.say("indicator.text", fy=self.years(own), value=self._quoted(value))

    def _quoted(self, value: Quantity) -> Markup:
        text = self.amount(value)
        # Quotation marks within 「」 are 『』.
        nested = "「" in self.strings.form("indicator.text")
        return text.replace("「", "『").replace("」", "』") if nested else text

    def _value(self, point: Point, *, short: bool = False) -> Markup:
        return self._inline(point.value, short=short) if point.value else Markup("")

    def cell_items(self, text: str) -> list[Markup]:
        """What a schedule cell says: its states one by one, where the plan prints several in one cell."""
        parts = states(text)
        whole = self.fact(text)
        if whole.lang == self.lang and whole.value != text:
            translated = whole.value.split("; ")
            return [escape(part) for part in translated] if len(translated) == len(parts) else [escape(whole.value)]
        return [self.marked(self.fact(part)) for part in parts]


def states(text: str) -> list[str]:
    """Split the text of a schedule cell where a plan prints two states in it: 影響調査 業務標準化, ・立案 ・実施."""
    parts: list[str] = []
    for part in _TWO_ITEMS.split(text.strip()):
        # A space beside Latin letters is part of a name (Wi-Fi の整備).
        if parts and (_LATIN_END.search(parts[-1]) or part.isascii()):
            parts[-1] += f" {part}"
        else:
            parts.append(part)
    return [part.removeprefix("・").strip() for part in parts]


def _printed(value: Quantity) -> str:
    """A value as printed, without gaps, and with its unit where it is printed without one."""
    text = re.sub(r"\s+", "", value.text)
    return text + value.unit if re.fullmatch(r"[\d.,]+", text) and value.unit else text
