"""The glossary: which words in a text are linked, and in which order the index lists them."""

from __future__ import annotations

import pytest

from sitegen.glossary import Linker, index, linker
from sitegen.texts import editions
from tests.site_builder import PLAN, TERMS, SmallSite
from tests.site_pages import shown, text_of

WORDS = Linker(
    {
        "DX": "dx",
        "AI": "ai",
        "AI-OCR": "ai-ocr",
        "LINE": "line",
        "Open data": "open-data",
        "リソース": "resource",
        "標準化": "standardization",
        "自治体クラウド": "municipal-cloud",
        "クラウド": "cloud",
        "Cloud": "cloud",
    },
    names=["ほし市DX推進計画", "AI推進課", "クラウド"],
)


def linked(text: str) -> list[str]:
    return [id_ for _, id_ in WORDS.split(text, set()) if id_]


@pytest.mark.parametrize(
    ("text", "ids"),
    [
        ("AI-OCRを使う", ["ai-ocr"]),
        ("ＡＩを使う", ["ai"]),
        ("MAINとAIRは別の言葉", []),
        ("自治体クラウドを使う", ["municipal-cloud"]),
        ("ヒューマンリソースは別の言葉", []),
        ("業務標準化を進める", ["standardization"]),
        ("a line of open data", ["open-data"]),
        ("LINEで知らせる", ["line"]),
        ("ほし市DX推進計画", []),
        ("「ほし市DX推進計画」でDXを進める", ["dx"]),
        ("ＤＸを進めるほし市ＤＸ推進計画", ["dx"]),
        ("AI推進課がAIを使う", ["ai"]),
        ("クラウドは名前でも用語でもある", ["cloud"]),
        ("Gov-Cloudは一つの言葉", []),
        ("Cloud-first", []),
        ("the Cloud - and DX", ["cloud", "dx"]),
    ],
    ids=lambda value: value if isinstance(value, str) else "",
)
def test_the_longest_word_is_linked_and_never_a_part_of_another_word(text: str, ids: list[str]) -> None:
    assert linked(text) == ids


def test_a_word_is_linked_once_and_the_text_stays_whole() -> None:
    text = "AIとは何か。AIは便利です。"
    pieces = list(WORDS.split(text, set()))
    assert "".join(piece for piece, _ in pieces) == text
    assert [id_ for _, id_ in pieces if id_] == ["ai"]


def test_no_glossary_links_nothing() -> None:
    assert list(Linker({}).split("AI", set())) == [("AI", None)]


def test_a_term_says_which_printed_plans_have_it_and_how(site: SmallSite) -> None:
    id_ = site.content().terms[0].value.id
    plain = text_of(shown(site)[f"/glossary/{id_}/"])
    assert "計画書の中のこの言葉" in plain
    assert "ほし市 ：オンライン（印だけで、説明はありません）" in plain
    printed = f"glossary:\n  - {{word: 電子申請, term: {id_}, footnote: 2, page: P.4}}\naccepted:"
    site.replace(PLAN, "accepted:", printed)
    assert "ほし市 ：電子申請（※2、P.4）" in text_of(shown(site)[f"/glossary/{id_}/"])


def test_the_index_follows_the_reading_in_japanese_and_the_name_in_english(site: SmallSite) -> None:
    site.write(
        TERMS,
        "".join(
            f"- id: {id_}\n  term: {term}\n  reading: {reading}\n  names: {{en: {name}}}\n"
            f"  definition: {{ja: 説明, ja-simple: 説明, en: meaning}}\n"
            for id_, term, reading, name in [
                ("cloud", "クラウド", "くらうど", "Cloud"),
                ("ai", "AI", "えーあい", "AI"),
                ("mobile", "移動", "いどう", "Mobility"),
            ]
        ),
    )
    terms = site.content().terms
    japanese, _, english = editions(("ja", "ja-simple", "en"))
    assert [(e.group, e.id) for e in index(terms, japanese)] == [("あ", "mobile"), ("か", "cloud"), ("A", "ai")]
    assert [(e.group, e.id) for e in index(terms, english)] == [("A", "ai"), ("C", "cloud"), ("M", "mobile")]


def test_each_edition_links_its_own_names(site: SmallSite) -> None:
    japanese, _, english = editions(("ja", "ja-simple", "en"))
    terms = site.content().terms
    name = terms[0].value
    assert [id_ for *_, id_ in linker(terms, japanese).find(name.term)] == [name.id]
    assert [id_ for *_, id_ in linker(terms, english).find(name.names["en"])] == [name.id]
