"""What search is made of: the tokens and weights of pages, the files of an index, and the engine in one file."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest

from sitegen.assets import find_theme
from sitegen.bundle import bundle
from sitegen.language.folding import Folding
from sitegen.search import Group, Record, SearchRules, index
from sitegen.search.records import weighted
from sitegen.search.tokens import facet, tokens, word
from sitegen.search.vocabulary import Vocabulary
from sitegen.work import MakeIndex
from tests import in_node

RULES = SearchRules.read(find_theme().assets)
FOLDING = Folding(RULES.folding)
PAGES = [
    Record("library/", "initiative", "電子図書館の導入", "", "スマートフォンで図書館の本を借ります。"),
    Record("waste/", "initiative", "ごみの分け方を知らせる", "", "収集日をアプリで知らせます。"),
]
GROUPS = [Group(("ごみ", "廃棄物"), 6)]


def test_the_index_is_the_same_every_time() -> None:
    assert index("ja", "ja", PAGES, GROUPS, RULES) == index("ja", "ja", PAGES[::-1], GROUPS, RULES)


def test_the_index_is_made_anew_only_when_words_changed() -> None:
    step = MakeIndex("ja", "ja", tuple(PAGES), tuple(GROUPS), RULES)
    other = replace(step, records=(replace(PAGES[0], text="別の文です。"), *PAGES[1:]))
    assert step.key == replace(step).key
    assert step.key != other.key


def test_the_browser_writes_queries_as_the_index_has_them(tmp_path: Path) -> None:
    texts = ["市役所 wifi 5g", "申", "データ x", "圖書 𠮷野家", "hộp thư"]
    script = """given.map((text) => [module.tokensOf(text, { stemmed: false }).flat(), module.wordToken(text, text)])"""
    for text, (pairs, whole) in zip(texts, in_node.run(tmp_path, "tokens", script, texts), strict=True):
        assert whole == word(text, text)
        assert set(pairs) - set(tokens(text, stemmed=False)) <= {pair[:5] for pair in pairs}
    assert in_node.run(tmp_path, "tokens", 'module.facetToken("plan", "Hoshi-2")', None) == facet("plan", "Hoshi-2")


def test_a_text_has_words_within_words_but_no_latin_ones() -> None:
    vocabulary = Vocabulary({form: form for form in ("電子", "電子図書館", "図書館", "館", "lan", "無線lan", "la")})
    assert set(vocabulary.within("電子図書館 無線lan")) == {"電子", "電子図書館", "図書館", "館", "lan", "無線lan"}


def test_a_word_weighs_most_in_a_title_and_more_in_a_short_one() -> None:
    vocabulary = Vocabulary({"本": "本"})

    def weight(**parts: Any) -> int:
        record = Record(**{"url": "a/", "kind": "initiative", "title": "", "summary": "", "text": "", **parts})
        return weighted(record, FOLDING, vocabulary, stemmed=False)[word("本", "本")]

    places: list[dict[str, Any]] = [
        {"title": "本"},
        {"title": "本を読む"},
        {"names": ("本",)},
        {"summary": "本"},
        {"text": "本"},
        {"labels": ("本",)},
    ]
    weights = [weight(**place) for place in places]
    assert weights == sorted(weights, reverse=True)
    assert len(set(weights)) == len(weights)


def test_modules_are_put_together_into_one(tmp_path: Path) -> None:
    (tmp_path / "a.js").write_text('// Comment.\nimport { b } from "./b.js";\nexport const a = () => b;\n', "utf-8")
    (tmp_path / "b.js").write_text("export const b = 1;\n", "utf-8")
    written = bundle(tmp_path, "a").decode()
    assert "Comment" not in written
    assert "import" not in written
    assert written.endswith("export const{a}=$a;")


def test_modules_that_need_each_other_are_an_error(tmp_path: Path) -> None:
    (tmp_path / "a.js").write_text('import { b } from "./b.js";\nexport const a = 1;\n', "utf-8")
    (tmp_path / "b.js").write_text('import { a } from "./a.js";\nexport const b = 1;\n', "utf-8")
    with pytest.raises(ValueError, match="a → b → a"):
        bundle(tmp_path, "a")
