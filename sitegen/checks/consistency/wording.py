"""Two spellings of one thing among the printed words of a plan."""

from __future__ import annotations

import re
import unicodedata
from collections import defaultdict
from collections.abc import Iterator, Sequence
from difflib import SequenceMatcher
from itertools import combinations

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

_LATIN_WORD = 3
"""Letters that a Latin word needs: IoT and IOT, Wi-Fi and WiFi are one word."""
_KATAKANA = re.compile(r"[ァ-ヴー・]{3,}")
_LATIN = re.compile(r"(?<![A-Za-z0-9/.:_-])[A-Za-z]+(?:-[A-Za-z]+)*(?![A-Za-z0-9-])")
_SUFFIXED = re.compile(r"([一-龥]{2})([化系])([一-龥]{2}|[ァ-ヴー]{3,})")
"""仮想化基盤, 基幹系システム: words that may also be written without 化 or 系."""
_SHORTENED = re.compile(r"[一-龥]{2}(?:[一-龥]{2}|[ァ-ヴー]{3,})")
_CONTRASTS = re.compile(r"\d|[上下前後新旧内外大小高低]|[市県国町村]|[①-⑳IVX]")


def spellings(plan: PlanContent) -> Iterator[Finding]:
    """One word is written in two ways: 手続き/手続, サーバ/サーバー, デジタル・デバイド/デジタルデバイド."""
    printed = [(unicodedata.normalize("NFKC", said.text), said) for said in _printed_words(plan)]
    words: dict[str, dict[str, Said]] = defaultdict(dict)
    for text, said in printed:
        for sound, word in _words(text):
            words[sound].setdefault(word, said)
    for short in [sound for sound in words if _SHORTENED.fullmatch(sound)]:
        if without := next((said for text, said in printed if short in text), None):
            words[short].setdefault(short, without)
    for forms in words.values():
        first, *others = forms
        for other in others:
            shown = {"value": other, "other": first, "place": str(forms[first].where)}
            yield finding("two-spellings", forms[other].where, f"{first}/{other}", **shown)


def _words(text: str) -> Iterator[tuple[str, str]]:
    """Words that may have several spellings, each after what all its spellings share."""
    for n, pattern in enumerate(_VARIANTS):
        yield from ((str(n), found[0]) for found in pattern.finditer(text))
    for found in _KATAKANA.finditer(text):
        parts = {found[0].strip("・"), *found[0].split("・")}
        yield from ((_sound(word), word) for word in sorted(parts) if len(word) >= 3)
    for found in _LATIN.finditer(text):
        if len(found[0]) >= _LATIN_WORD and found[0].lower() != "web":
            yield found[0].lower().replace("-", ""), found[0]
    for found in _SUFFIXED.finditer(text):
        yield found[1] + found[3], found[0]


def _sound(word: str) -> str:
    """A katakana word without ・ and last ー; long ones also lose every ー and their voicing (デバイド, デバイト)."""
    bare = re.sub("[・ー]", "", word)
    if len(bare) < 5:
        return word.replace("・", "").rstrip("ー")
    return re.sub("[\u3099\u309a]", "", unicodedata.normalize("NFD", bare)) if len(bare) >= 7 else bare


def near_names(plan: PlanContent) -> Iterator[Finding]:
    """Two long names from different lists differ in one or two letters; a quoted name may also end differently."""
    seen = {_bare(str(printed.value)) for i in plan.initiatives for printed in i.head.printed}  # reported as such
    for alike in _alike_at_first(plan):
        for (m, a, quoted), (n, b, also_quoted) in combinations(alike, 2):
            x, y = sorted((_bare(a.text), _bare(b.text)))
            end = 1 if quoted != also_quoted else 4
            if m != n and not seen & {x, y, f"{x}/{y}"} and _nearly(x, y, end):
                seen.add(f"{x}/{y}")
                shown = {"value": b.text, "other": a.text, "place": str(a.where)}
                yield finding("near-names", b.where, f"{x}/{y}", **shown)


def _alike_at_first(plan: PlanContent) -> Iterator[list[tuple[int, Said, bool]]]:
    """Long names that begin alike: number of the list, the name, whether it is quoted."""
    groups: dict[str, list[tuple[int, Said, bool]]] = defaultdict(list)
    lists = [(listed, False) for listed in _names(plan)] + [(listed, True) for listed in _quoted(plan)]
    for n, (listed, quoted) in enumerate(lists):
        for said in listed:
            if len(bare := _bare(said.text)) >= LONG:
                groups[bare[:2]].append((n, said, quoted))
    yield from groups.values()


def _nearly(one: str, other: str, end: int) -> bool:
    """Whether names have the same beginning and `end` last letters, and one or two other letters between."""
    if one == other or abs(len(one) - len(other)) > 2 or one[-end:] != other[-end:]:
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
