"""Dates, numbers and fiscal years in the words of each language; interface strings complete in all of them."""

from __future__ import annotations

import datetime as dt
import shutil
from pathlib import Path

import pytest
from markupsafe import Markup

from sitegen.assets import find_theme
from sitegen.checks.interface import interface
from sitegen.language import dates, numbers
from sitegen.language.collation import index_letter, sort_key
from sitegen.language.locales import language_name, plural_categories
from sitegen.language.strings import MissingStringError, Strings, read_strings

LANGUAGES = find_theme().languages()


def read(language: str) -> Strings:
    return read_strings(find_theme().templates / "strings", language)


@pytest.mark.parametrize(
    ("period", "language", "style", "shown"),
    [
        (2021, "ja", "full", "令和3年度（2021年度）"),
        (2021, "ja", "short", "令和3年度"),
        (2019, "ja", "short", "令和元年度"),
        ("2023H1", "ja", "short", "令和5年度上期"),
        (2021, "en", "full", "FY2021 (April 2021 – March 2022)"),
        (2021, "en", "short", "FY2021"),
        ("2023H2", "en", "full", "FY2023 second half (October 2023 – March 2024)"),
        (2021, "zh-Hans", "full", "2021年度（2021年4月至2022年3月）"),
        (2021, "ko", "full", "2021년도(2021년 4월 ~ 2022년 3월)"),
        (2021, "vi", "short", "năm tài khóa 2021"),
        (2021, "vi", "label", "Năm tài khóa 2021"),
        ("2023H1", "pt-BR", "short", "1º semestre do ano fiscal de 2023"),
        (2021, "es", "full", "Año fiscal 2021 (abril de 2021 – marzo de 2022)"),
    ],
)
def test_a_fiscal_year_is_written_the_way_its_readers_think(
    period: str | int, language: str, style: dates.FiscalYearStyle, shown: str
) -> None:
    assert dates.fiscal_year(period, read(language), style).replace("\u2009", " ") == shown


@pytest.mark.parametrize(
    ("heading", "year"),
    [
        ("令和3年度", 2021),
        ("令和元年度の進捗", 2019),
        ("２０２２年度", 2022),
        ("令和3年度（2021年度）", 2021),
        ("FY2023", 2023),
        ("平成30年度", 2018),
        ("Năm tài khóa 2021", 2021),
        ("現状・課題", None),
        ("20業務", None),
    ],
)
def test_a_heading_tells_its_fiscal_year(heading: str, year: int | None) -> None:
    assert dates.parse_fiscal_year(heading) == year


def test_dates_months_and_numbers_follow_the_language() -> None:
    day = dt.date(2026, 11, 21)
    assert [dates.date(day, read(language)) for language in ("ja", "ja-simple", "en", "ko", "pt-BR", "vi")] == [
        *("2026年11月21日", "2026年11月21日", "November 21, 2026", "2026년 11월 21일", "21 de novembro de 2026"),
        "ngày 21 tháng 11 năm 2026",
    ]
    assert [dates.month("2022-06", language) for language in ("ja", "en", "vi")] == [
        *("2022年6月", "June 2022", "tháng 6 năm 2022"),
    ]
    assert [numbers.number(1240400, language) for language in ("ja", "es")] == ["1,240,400", "1.240.400"]
    assert numbers.percent(20.8, "ja") == "20.8%"
    assert [numbers.percent(79.2, language) for language in ("en", "es", "vi")] == ["79.2%", "79,2\xa0%", "79,2%"]
    assert numbers.percent(28.8, "en") == "28.8%"


@pytest.mark.parametrize(
    ("text", "shown"),
    [
        ("79.30%", "79,30%"),
        ("1,234", "1.234"),
        ("-1,234.5", "-1.234,5"),
        ("100%", "100%"),
        ("1.1", "1.1"),
        ("2021", "2021"),
    ],
)
def test_printed_figures_get_the_marks_of_the_language_and_numbers_of_chapters_do_not(text: str, shown: str) -> None:
    assert numbers.printed(text, "vi") == shown
    assert numbers.printed(text, "en") == text


@pytest.mark.parametrize(
    ("language", "shown"),
    [("en", "7.82 million"), ("zh-Hans", "782万"), ("ko", "782만"), ("vi", "7,82 triệu"), ("es", "7,82 millones")],
)
def test_large_numbers_are_counted_in_ten_thousands_or_in_millions(language: str, shown: str) -> None:
    assert numbers.large_number(7_820_000, language, in_myriads=True).replace("\xa0", " ") == shown


def test_a_number_that_the_plan_prints_in_figures_stays_in_figures() -> None:
    assert numbers.large_number(20_000, "zh-Hans") == "20,000"


@pytest.mark.parametrize(
    ("language", "words", "order"),
    [
        ("es", ["oz", "ñu", "órgano", "nube"], ["nube", "ñu", "órgano", "oz"]),
        ("vi", ["đô", "ăn", "dữ", "an", "ẩm"], ["an", "ăn", "ẩm", "dữ", "đô"]),
        ("pt-BR", ["azul", "água"], ["água", "azul"]),
        ("ko", ["나라", "가나"], ["가나", "나라"]),
        ("zh-Hans", ["云", "人工智能", "数字"], ["人工智能", "数字", "云"]),
        ("ja", ["はし", "ばし", "はか"], ["はか", "はし", "ばし"]),
    ],
)
def test_words_are_sorted_as_the_language_sorts_them(language: str, words: list[str], order: list[str]) -> None:
    assert sorted(words, key=lambda word: sort_key(word, language)) == order


@pytest.mark.parametrize(
    ("language", "word", "letter"),
    [
        *(
            ("es", "órgano", "O"),
            ("es", "ñu", "Ñ"),
            ("vi", "Đô thị", "Đ"),
            ("vi", "Ứng dụng", "Ư"),
            ("pt-BR", "Água", "A"),
        ),
        *(("ko", "까치", "ㄱ"), ("ko", "인공지능", "ㅇ"), ("zh-Hans", "重庆", "C"), ("en", "5G", "0–9")),
    ],
)
def test_an_index_puts_a_word_under_its_letter(language: str, word: str, letter: str) -> None:
    assert index_letter(word, language) == letter


def test_languages_are_named_in_the_reader_s_language() -> None:
    assert [language_name("en", reader) for reader in ("ja", "ko", "es")] == ["英語", "영어", "inglés"]


@pytest.mark.parametrize("language", LANGUAGES)
def test_a_language_has_every_interface_string_with_its_placeholders_and_plurals(language: str) -> None:
    assert [found.message["en"] for found in interface(find_theme().templates / "strings", [language])] == []


@pytest.mark.parametrize(
    ("old", "new", "id_"),
    [
        ("  skip: ", "  skipp: ", "missing-interface-string"),
        ("  skip: ", "  skipp: ", "unknown-interface-string"),
        ("{total}", "{all}", "unknown-placeholder"),
        ("{total}", "", "missing-placeholder"),
        ("    one: ", "    few: ", "missing-plural-form"),
    ],
)
def test_a_fault_in_a_language_is_found_at_its_line(tmp_path: Path, old: str, new: str, id_: str) -> None:
    for name in ("ja", "en", "es"):
        shutil.copy(find_theme().templates / f"strings/{name}.yaml", tmp_path)
    text = (tmp_path / "es.yaml").read_text("utf-8")
    (tmp_path / "es.yaml").write_text(text.replace(old, new, 1), "utf-8")
    line = text[: text.index(old)].count("\n") + 1
    found = {problem.id: problem.where for problem in interface(tmp_path, ["es"])}
    assert id_ in found
    assert abs((found[id_].line or 0) - line) <= 1


def test_a_missing_interface_string_is_told_by_name(tmp_path: Path) -> None:
    (tmp_path / "ja.yaml").write_text("site: {home: ホーム}", "utf-8")
    strings = read_strings(tmp_path, "ja")
    assert strings("site.home") == "ホーム"
    with pytest.raises(MissingStringError, match=r"ja: site\.away"):
        strings("site.away")


def test_a_string_that_counts_takes_the_form_of_its_number(tmp_path: Path) -> None:
    (tmp_path / "en.yaml").write_text('pages: {one: "{n} page", other: "{n} pages"}', "utf-8")
    strings = read_strings(tmp_path, "en")
    assert [strings("pages", n=n) for n in (0, 1, 2, 1200)] == ["0 pages", "1 page", "2 pages", "1,200 pages"]
    assert plural_categories("ja") == ("other",)
    with pytest.raises(MissingStringError, match="without a number"):
        strings("pages")


def test_marked_up_words_stay_marked_up_and_others_are_escaped(tmp_path: Path) -> None:
    (tmp_path / "en.yaml").write_text('link: "{a} & {b}"', "utf-8")
    made = read_strings(tmp_path, "en").marked("link", a=Markup("<b>one</b>"), b="<two>")
    assert made == "<b>one</b> &amp; &lt;two&gt;"
