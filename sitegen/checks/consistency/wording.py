"""Two spellings of one thing among the printed words of a plan."""

from __future__ import annotations

import re
import unicodedata
from collections import defaultdict
from collections.abc import Iterator, Sequence
from difflib import SequenceMatcher
from itertools import combinations, product

from sitegen.checks.consistency.facts import Listed, Said, listed_texts
from sitegen.checks.consistency.finding import Finding, finding, folded
from sitegen.load import PlanContent

_VARIANTS = tuple(
    re.compile(pattern)
    for pattern in (
        r"手続き?(?![法条オ])",
        r"取り?組み?(?!む|ん)",
        r"問い?合わ?せ",
        r"申し?込み?(?!む|ん|者)",
        r"受け?付け?(?!る|た|発)",
        r"引き?越し?",
        r"呼び?出し?",
        r"読み?取り?",
        r"書き?込み?",
        r"見積もり|見積り?",
        r"(?:子ども|子供|こども)(?![課園会])",
        r"障がい者|障害者|障碍者",
        r"(?<=\d)(?:[かカヵヶケ]所|箇所)",
        r"(?<=\d)[かカヵヶケ]年",
        r"[検健]診",
        r"強[靱靭]",
        r"(?<=[ぁ-んァ-ヶ一-龥])(?:及び|および)",
        r"Web|WEB|ウェブ",
    )
)
"""Japanese nouns that are written with and without okurigana, in kana or kanji, or with a sound-alike kanji."""

LONG = 12
"""Letters that a name needs before a difference of one or two is likely to be a slip."""

_KATAKANA = re.compile(r"[ァ-ヴー・]{4,}")
_SUFFIXED = re.compile(r"([一-龥]{2})([化系])([一-龥]{2}|[ァ-ヴー]{3,})")
_SHORTENED = re.compile(r"[一-龥]{2}(?:[一-龥]{2}|[ァ-ヴー]{3,})")
_CONTRASTS = re.compile(r"\d|[上下前後新旧内外大小高低]|[市県国町村]|[①-⑳IVX]")


def spellings(plan: PlanContent) -> Iterator[Finding]:
    """One word is written in two ways: 手続き/手続, サーバ/サーバー, デジタル・デバイド/デジタルデバイド."""
    words: dict[str, dict[str, Said]] = defaultdict(dict)
    for said in _printed_words(plan):
        text = unicodedata.normalize("NFKC", said.text)
        for n, pattern in enumerate(_VARIANTS):
            for found in pattern.finditer(text):
                words[str(n)].setdefault(found[0], said)
        for found in _KATAKANA.finditer(text):
            for word in (found[0].strip("・"), *found[0].split("・")):
                if len(word) >= 4:
                    words[_sound(word)].setdefault(word, said)
    for said in _printed_words(plan):
        for found in _SUFFIXED.finditer(unicodedata.normalize("NFKC", said.text)):
            words[f"{found[1]}{found[3]}"].setdefault(found[0], said)
    whole = [(unicodedata.normalize("NFKC", said.text), said) for said in _printed_words(plan)]
    for short in [key for key in words if _SHORTENED.fullmatch(key)]:
        plain = next((said for text, said in whole if short in text), None)
        if plain:
            words[short].setdefault(short, plain)
    for forms in words.values():
        first, *others = forms
        for other in others:
            shown = {"value": other, "other": first, "place": str(forms[first].where)}
            yield finding("two-spellings", forms[other].where, f"{first}/{other}", **shown)


def _sound(word: str) -> str:
    """What is left of a katakana word without ・ and ー; long words also lose their voicing marks (デバイド, デバイト)."""
    bare = re.sub("[・ー]", "", word)
    return re.sub("[\u3099\u309a]", "", unicodedata.normalize("NFD", bare)) if len(bare) >= 7 else bare


def near_names(plan: PlanContent) -> Iterator[Finding]:
    """Two long names from different lists differ in one or two letters; a quoted name may also end differently."""
    names = [_long(listed) for listed in _names(plan)]
    seen = {_bare(str(printed.value)) for i in plan.initiatives for printed in i.head.printed}  # reported as such
    pairs = [*((one, other, 4) for one, other in combinations(names, 2))]
    pairs += [(_long(quoted), listed, 1) for quoted in _quoted(plan) for listed in names]
    for one, other, end in pairs:
        for a, b in product(one, other):
            x, y = sorted((_bare(a.text), _bare(b.text)))
            if _nearly(x, y, end) and not seen & {x, y, f"{x}/{y}"}:
                seen.add(f"{x}/{y}")
                shown = {"value": b.text, "other": a.text, "place": str(a.where)}
                yield finding("near-names", b.where, f"{x}/{y}", **shown)


def _long(listed: Sequence[Said]) -> Sequence[Said]:
    return [said for said in listed if len(_bare(said.text)) >= LONG]


def _nearly(one: str, other: str) -> bool:
    """Whether long names have the same beginning and end, and one or two other letters between."""
    if (
        min(len(one), len(other)) < 12
        or abs(len(one) - len(other)) > 2
        or (one[:2], one[-4:]) != (other[:2], other[-4:])
    ):
        return False
    codes = SequenceMatcher(None, one, other, autojunk=False).get_opcodes()
    changed = [(one[a:b], other[c:d]) for tag, a, b, c, d in codes if tag != "equal"]
    return len(changed) == 1 and all(len(part) <= 2 and not _CONTRASTS.search(part) for part in changed[0])


def _bare(name: str) -> str:
    """A name without the marks and numbers before it (基本方針3, ①, (1))."""
    return folded(re.sub(r"^\s*(?:\S{1,6}\d+\s+|[①-⑳]\s*|[(（]\d+[)）]\s*)", "", name))


def _quoted(plan: PlanContent) -> Iterator[Sequence[Said]]:
    """Names that cells of tables quote in 「」."""
    for listed in _names(plan):
        for said in listed:
            yield [Said(name, said.where, said.owner) for name in re.findall(r"「([^「」]{10,60})」", said.text)]


def _printed_words(plan: PlanContent) -> Iterator[Said]:
    for listed in _names(plan):
        yield from listed
    for document in plan.initiatives:
        yield from listed_texts(document)
        for n, printed in enumerate(document.head.printed):
            words = [printed.value] if isinstance(printed.value, str) else printed.value
            yield from (Said(word, document.source.where(("printed", n)), document.head.number) for word in words)


def _names(plan: PlanContent) -> Iterator[Sequence[Said]]:
    """Lists of printed names; the items of one list may be meant to differ by a word."""
    source, facts = plan.plan.source, plan.plan.value
    yield [Said(p.title, source.where(("policies", n, "title")), "plan.yaml") for n, p in enumerate(facts.policies)]
    yield [Said(i.head.title, i.source.where(("title",)), i.head.number) for i in plan.initiatives]
    yield [Said(p.value, source.where(("phases", n, "value")), "plan.yaml") for n, p in enumerate(facts.phases)]
    for field, listed in (("glossary", facts.glossary), ("printed_terms", facts.printed_terms)):
        yield [Said(t.word, source.where((field, n, "word")), "plan.yaml") for n, t in enumerate(listed)]
    for document in plan.initiatives:
        yield from _lists_of(document)
    for name, entry in plan.tables.items():
        for m in range(len(entry.value.columns)):
            yield [
                Said(row[m], entry.source.where(("rows", n, m)), name)
                for n, row in enumerate(entry.value.rows)
                if m < len(row)
            ]


def _lists_of(document: Listed) -> Iterator[Sequence[Said]]:
    facts, source = document.head, document.source
    number = facts.number
    yield [Said(a.title, source.where(("actions", n, "title")), number) for n, a in enumerate(facts.actions)]
    yield [
        Said(detail, source.where(("actions", n, "details", m)), number)
        for n, a in enumerate(facts.actions)
        for m, detail in enumerate(a.details)
    ]
    rows = [(n, row.item) for n, row in enumerate(facts.schedule) if row.item]
    yield [Said(item, source.where(("schedule", n, "item")), number) for n, item in rows]
    yield [Said(kpi.name, source.where(("kpis", n, "name")), number) for n, kpi in enumerate(facts.kpis)]
