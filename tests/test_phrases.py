"""分かち書き: spaces between phrases, for those who learn to read Japanese."""

from __future__ import annotations

import re
from itertools import pairwise
from pathlib import Path

import pytest

from sitegen.build import build
from sitegen.language.phrases import gaps, phrases
from sitegen.language.spacing import add_spaces
from sitegen.options import Options
from tests.site_builder import PAGE, SmallSite

EASY_PAGE = PAGE.replace(".md", ".ja-simple.md")


def spaced(text: str) -> str:
    at = (0, *gaps(text), len(text))
    return " ".join(text[start:end] for start, end in pairwise(at))


EASY = (Path(__file__).parent / "easy_sentences.txt").read_text("utf-8").splitlines()[1:]


@pytest.mark.parametrize(
    "written",
    [
        "ごみは、朝8時までに 出して ください。",
        "在留カードを 持ってきて ください。",
        "2024年 3月 18日（月曜日）から 使えます。",
        "「転入届」（引っ越しを 知らせる 紙）を 出します。",
        "日本語が わからない 人は、電話で 相談する ことが できます。",
        "市に 住んでいる 外国人は、5年前より 多く なりました。",
        "お年寄りの ために、お知らせを 送ります。",
    ],
)
def test_spaces_stand_between_phrases(written: str) -> None:
    assert spaced(written.replace(" ", "")) == written


def test_phrases_are_the_whole_text() -> None:
    for sentence in EASY:
        assert "".join(phrases(sentence)) == sentence


def test_no_space_is_doubled_and_none_stands_before_a_sign() -> None:
    assert spaced("市役所に 来てください。  予約は いりません。") == "市役所に 来て ください。  予約は いりません。"
    for sentence in EASY:
        assert not {" 、", " 。", "（ ", " ）", "。 "} & {
            spaced(sentence)[n : n + 2] for n in range(len(spaced(sentence)))
        }


def test_a_text_without_japanese_stays_as_it_is() -> None:
    assert spaced("Wi-Fi 2024") == "Wi-Fi 2024"
    assert spaced("") == ""


@pytest.mark.parametrize(
    ("html", "wanted"),
    [
        ("<p>この計画を見てください。</p>", "<p>この 計画を 見て ください。</p>"),
        ('<p>この<a href="/x/">計画</a>を見ます。</p>', '<p>この <a href="/x/">計画</a>を 見ます。</p>'),
        ("<p><strong>この</strong><em>計画</em>です。</p>", "<p><strong>この</strong> <em>計画</em>です。</p>"),
        ("<p>水&amp;ごみを出す日</p>", "<p>水&amp;ごみを 出す 日</p>"),
        (
            '<p lang="en">この計画を見る</p><code>この計画を見る</code>',
            '<p lang="en">この計画を見る</p><code>この計画を見る</code>',
        ),
        ('<p title="この計画を見る">計画</p>', '<p title="この計画を見る">計画</p>'),
    ],
)
def test_the_prose_of_a_page_gets_spaces_and_nothing_else_does(html: str, wanted: str) -> None:
    page = '<html lang="ja-simple"><head><title>この計画を見る</title></head><body>{}</body></html>'
    assert add_spaces(page.format(html)) == page.format(wanted)


def test_spaces_are_an_option_of_the_site(site: SmallSite) -> None:
    easy = site.root / "public" / "ja-simple" / "how-to-use" / "index.html"
    build(Options(site.root, site.root / "public", jobs=1))
    assert "見る ことが" not in easy.read_text("utf-8")
    site.append(EASY_PAGE, "\n言葉を見ることができます。\n")
    site.append("site.yaml", "wakachigaki: true\n")
    build(Options(site.root, site.root / "public", jobs=1))
    assert re.sub("<(rp|rt)>[^<]*</(rp|rt)>|</?ruby>", "", easy.read_text("utf-8")).count("見る ことが") == 1
    assert "ことが できます" not in (site.root / "public" / "index.html").read_text("utf-8")
