"""分かち書き: spaces between phrases, for those who learn to read Japanese."""

from __future__ import annotations

from pathlib import Path

import pytest

from sitegen.language.phrases import phrases, spaced

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
