"""The easy-Japanese checker: what it finds in hard sentences, and that it leaves good easy ones alone."""

from __future__ import annotations

import io
import json
from pathlib import Path

import pytest

from sitegen.assets import find_theme
from sitegen.build import prepare
from sitegen.cli import run
from sitegen.easy_rules import EASY_RULES
from sitegen.language.easy import Finding, easy_japanese
from sitegen.language.easy.lexicon import everyday, officialese
from sitegen.language.strings import read_strings
from sitegen.problems import Problem
from tests.site_builder import ONLINE, PAGE, PLAN, STRINGS, TERMS, SmallSite

HERE = Path(__file__).parent
EASY_PAGE, EASY_ONLINE = PAGE.replace(".md", ".ja-simple.md"), ONLINE.replace(".md", ".ja-simple.md")


def sentences(name: str) -> list[str]:
    lines = (HERE / name).read_text("utf-8").splitlines()
    return [line for line in lines if line and not line.startswith("#")]


def warnings(text: str) -> list[Finding]:
    return [one for one in easy_japanese(text) if one.level == "warning"]


def told(text: str) -> set[tuple[str, str]]:
    """Rule and the part of the text that it is about."""
    return {(one.rule, text[one.start : one.end]) for one in easy_japanese(text)}


def rules(text: str) -> set[str]:
    return {one.rule for one in easy_japanese(text)}


# --- as a whole


@pytest.mark.parametrize("sentence", sentences("easy_sentences.txt"))
def test_good_easy_japanese_gets_no_warning(sentence: str) -> None:
    assert warnings(sentence) == []


@pytest.mark.parametrize("sentence", sentences("hard_sentences.txt"))
def test_sentences_as_offices_write_them_get_a_warning(sentence: str) -> None:
    assert warnings(sentence)


# --- rule by rule: what is wrong, and that what is right is left alone

CASES = [
    ("easy-too-long", "市は、" + "家の近くの大きい川の水がとても多いので、" * 4 + "行かないでください。", None),
    (
        "easy-long",
        "市の図書館では、大人も子どももお年寄りも、毎日本を10冊まで借りて、家でゆっくり読むことができます。",
        None,
    ),
    ("easy-many-clauses", "雨が降って、川の水が増えて、道が見えなくて、とても危ないです。", None),
    ("easy-clauses", "名前を書いて、紙を出して、待ってください。", None),
    ("easy-written-stop", "紙が減り、仕事が早くなります。", "減り"),
    ("easy-plain-style", "市の窓口が新しくなった。", "なった"),
    ("easy-noun-ending", "だれでも使えるサービス。", "サービス"),
    ("easy-no-chain", "私の町の市役所の窓口に来てください。", "私の町の市役所の窓口"),
    ("easy-passive", "会議は来月、開かれます。", "開かれ"),
    ("easy-maybe-passive", "山が見られます。", "見られ"),
    ("easy-causative", "子どもに荷物を持たせます。", "持たせ"),
    ("easy-honorific", "予約していただきます。", "いただき"),
    ("easy-polite-prefix", "ご家族と来てください。", "ご家族"),
    ("easy-double-negation", "使えないわけではありません。", "ないわけではありません"),
    ("easy-two-negations", "予約しないと、使うことができません。", None),
    ("easy-must", "紙を出さなければなりません。", "なければなりません"),
    ("easy-officialese", "市民の利便性を考えます。", "利便性"),
    ("easy-plainer-word", "窓口で書類を提出します。", "提出"),
    ("easy-many-hard-words", "統計の推計と標本の誤差を照合します。", None),
    ("easy-hard-word", "川の堤防を直します。", "堤防"),
    ("easy-loanword", "ドローンを使います。", "ドローン"),
    ("easy-abbreviation", "RPAを使います。", "RPA"),
    ("easy-kanji-run", "浄化槽維持管理です。", "浄化槽維持管理"),
    ("easy-noun-pile", "スマートフォン使い方教室案内係です。", None),
    ("easy-etc", "写真等を持ってきてください。", "等"),
    ("easy-slash-date", "3/18に始まります。", "3/18"),
    ("easy-weekday", "3月18日に始まります。", "3月18日"),
    ("easy-24-hours", "17時15分まで開いています。", "17時15分"),
    ("easy-era-year", "令和6年に始まります。", "令和6年"),
    ("easy-sign", "月曜日～金曜日に来てください。", "～"),
    ("easy-remark", "※雨の日は休みです。", "※"),
]


@pytest.mark.parametrize(("rule", "text", "part"), CASES, ids=[case[0] for case in CASES])
def test_each_rule_finds_its_fault_and_names_the_words(rule: str, text: str, part: str | None) -> None:
    assert (rule, part or text) in told(text) or (part is None and rule in rules(text))


def test_every_rule_has_a_case() -> None:
    assert {case[0] for case in CASES} == EASY_RULES.keys()


@pytest.mark.parametrize(
    ("rule", "text"),
    [
        ("easy-honorific", "インターネットで申し込んでください。"),
        ("easy-honorific", "ありがとうございます。"),
        ("easy-honorific", "お願いします。お金を払ってください。"),
        ("easy-causative", "市役所に知らせてください。"),
        ("easy-double-negation", "危ないこともないか調べます。"),
        ("easy-must", "予約しなくてもいいです。"),
        ("easy-no-chain", "ほかの4つの市の資料には、ありません。"),
        ("easy-written-stop", "住民票の写し、住所の紙があります。"),
        ("easy-24-hours", "24時間、電話することができます。午後5時までです。"),
        ("easy-slash-date", "お金は1/2です。"),
        ("easy-era-year", "令和6年（2024年）に始まりました。2021年度（令和3年度）です。"),
        ("easy-weekday", "3月18日（月曜日）に始まります。"),
        ("easy-weekday", "3月18日に始まりました。"),
        ("easy-sign", "文化ホールは「みの～れ」です。みの～れに行きます。"),
        ("easy-kanji-run", "情報政策推進課に来てください。国民健康保険に入ってください。"),
        ("easy-officialese", "情報化推進員を選びます。国際センターへ行きます。"),
        ("easy-plain-style", "システムを作る。使う"),
        ("easy-plain-style", "職員が研修に行った。新しい係ができた（5人。11月に2人）"),
        ("easy-no-chain", "これは、勉強のためのものです。"),
        ("easy-too-long", "、".join(f"20{year}年4月1日" for year in range(10, 22))),
        ("easy-many-clauses", "PDCA（計画して、やって、調べて、直すこと）を続けます。"),
        ("easy-abbreviation", "BIZ UDゴシックです。決まりはSIL Open Font Licenseです。JIS X 8341です。"),
        ("easy-officialese", "新しい生活様式：病気が広がらない暮らし方です。"),
        ("easy-hard-word", "スマートフォンが使えます。わかりやすく、ふやします。"),
        ("easy-etc", "高等学校に行きます。"),
        ("easy-polite-prefix", "使い方がわかります。北の方へ行きます。ご飯を食べます。"),
    ],
)
def test_a_rule_leaves_alone_what_is_right(rule: str, text: str) -> None:
    assert rule not in rules(text)


@pytest.mark.parametrize(
    "text",
    [
        "RPA（決まった仕事をするソフト）を使います。",
        "「RPA」（決まった仕事をするソフト）を使います。RPAは便利です。",
        "RPAは、決まった仕事をするものです。",
        "決まった仕事をするソフト（RPA）を使います。",
        "RPAとは、決まった仕事をするソフトです。",
    ],
)
def test_a_word_that_the_text_explains_may_be_used(text: str) -> None:
    assert "easy-abbreviation" not in rules(text)


def test_a_word_that_readers_are_told_elsewhere_may_be_used() -> None:
    text = "RPAを使います。"
    assert warnings(text)
    assert not [one for one in easy_japanese(text, known=[(0, 3)]) if one.level == "warning"]
    assert not [one for one in easy_japanese(text, taught={"RPA"}) if one.level == "warning"]


@pytest.mark.parametrize(
    ("text", "better"),
    [
        ("17:15まで開いています。", "午後5時15分"),
        ("9:00から開いています。", "午前9時"),
        ("平成元年度の計画です。", "1989年度"),
        ("2024/3/5から始まります。", "2024年3月5日"),
        ("事業を実施します。", "する"),
        ("水曜日又は木曜日です。", "か"),
    ],
)
def test_a_better_wording_is_told_where_one_is_known(text: str, better: str) -> None:
    assert better in {one.values.get("better") for one in easy_japanese(text)}


@pytest.mark.parametrize("text", ["計画を図ります。", "計画を図った。", "計画を図るために", "計画を図って、"])
def test_words_of_offices_are_found_in_any_form(text: str) -> None:
    assert "easy-officialese" in rules(text)


# --- the lists


def test_the_list_of_officialese_is_large_and_says_something_better_for_each_word() -> None:
    entries = officialese().entries
    assert len(entries) > 500
    assert all(entry.better for entry in entries.values())


def test_no_word_of_offices_is_an_everyday_word() -> None:
    listed = {word for word, entry in officialese().entries.items() if entry.level == "warning"}
    assert not listed & everyday()


# --- in the site


def easy_problems(site: SmallSite, *, hints: bool = False) -> list[Problem]:
    _, problems = prepare(site.root, hints=hints)
    return [problem for problem in problems if problem.id.startswith("easy-") or problem.id == "stale-acceptance"]


def test_a_finding_is_reported_at_its_words_and_its_line(site: SmallSite) -> None:
    site.append(EASY_PAGE, "\n紙が**減り、** 仕事が早くなります。\n\n市の当該の話です。当該の人です。\n")
    found = [(str(p.where), p.id) for p in easy_problems(site)]
    assert found == [
        (f"{EASY_PAGE}:11:5", "easy-written-stop"),
        (f"{EASY_PAGE}:13:3", "easy-officialese"),
        (f"{EASY_PAGE}:13:10", "easy-officialese"),
    ]


def test_titles_summaries_glossary_and_fact_strings_are_read_too(site: SmallSite) -> None:
    site.replace(EASY_PAGE, "summary: サイトの 見方です。", "summary: 当該サイトの見方です。")
    site.replace(TERMS, "ja-simple: インターネットで つながって いることです。", "ja-simple: 当該の線です。")
    site.replace(STRINGS, "ja-simple: 計画のとおり}", "ja-simple: 当該計画のとおり}")
    places = {p.where.path: (p.where.line, p.where.column) for p in easy_problems(site)}
    assert places.keys() == {EASY_PAGE, TERMS, STRINGS}
    assert places[EASY_PAGE] == (3, 10)
    assert places[TERMS] == (9, 16)


def test_words_of_the_glossary_and_names_of_departments_need_no_explanation(site: SmallSite) -> None:
    site.append(EASY_PAGE, "\nRPAを使います。情報課に来てください。\n")
    assert easy_problems(site) == []


def test_a_word_explained_anywhere_in_the_document_may_be_used_in_all_of_it(site: SmallSite) -> None:
    site.append(EASY_PAGE, "\nBPRを始めます。\n\nBPR（仕事のやり方を変えること）は大切です。\n")
    assert easy_problems(site) == []


def test_hints_are_shown_only_when_asked_for(site: SmallSite) -> None:
    site.append(EASY_PAGE, "\n川の堤防を直します。\n")
    assert easy_problems(site) == []
    hints = [(p.id, p.level) for p in easy_problems(site, hints=True) if p.where.path == EASY_PAGE]
    assert hints == [("easy-hard-word", "hint")]


def test_a_finding_can_be_accepted_with_a_reason(site: SmallSite) -> None:
    site.append(EASY_ONLINE, "\n紙が減り、仕事が早くなります。\n")
    assert [p.id for p in easy_problems(site)] == ["easy-written-stop"]
    entry = '  - {problem: easy-written-stop, value: "01-online 減り", reason: 市長のことば}\n'
    site.replace(PLAN, "accepted:\n", f"accepted:\n{entry}")
    assert easy_problems(site) == []
    site.replace(EASY_ONLINE, "紙が減り、", "紙が減って、")
    assert [p.id for p in easy_problems(site)] == ["stale-acceptance"]


def test_sites_without_an_edition_in_easy_japanese_are_not_read(site: SmallSite) -> None:
    site.replace("site.yaml", "editions: [ja, ja-simple, en]", "editions: [ja, en]")
    site.replace(TERMS, "ja-simple: インターネットで つながって いることです。", "ja-simple: 当該の線です。")
    assert easy_problems(site) == []


def test_every_message_is_complete(site: SmallSite) -> None:
    site.append(EASY_PAGE, "\n" + "\n\n".join(text for _, text, _ in CASES) + "\n")
    found = easy_problems(site, hints=True)
    assert {problem.id for problem in found} == EASY_RULES.keys() - {"easy-abbreviation"}, "RPA is in the glossary"
    for problem in found:
        for words in (*problem.message.values(), *problem.hint.values()):
            assert words.strip()
            assert "{" not in words


def test_the_interface_itself_is_in_easy_japanese() -> None:
    official = "sdgs."  # names of the goals as the United Nations publish them
    texts = read_strings(find_theme().templates / "strings", "ja-simple").texts
    for key, text in texts.items():
        if isinstance(text, str) and not key.startswith(official) and key not in {"site.locale", "language.name"}:
            shown = text.replace("{", "「").replace("}", "」")
            assert warnings(shown) == [], f"{key}: {text}"


# --- on the command line


@pytest.fixture
def outside(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A folder that is no site."""
    monkeypatch.chdir(tmp_path)
    return tmp_path


def ask(monkeypatch: pytest.MonkeyPatch, lines: str, *options: str) -> int:
    monkeypatch.setattr("sys.stdin", io.TextIOWrapper(io.BytesIO(lines.encode()), "utf-8"))
    return run(["easy-japanese", *options], {"LANG": "ja_JP.UTF-8"})


def test_the_command_tells_place_message_and_hint(
    outside: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    assert ask(monkeypatch, "市役所に来てください。\n当該の紙です。\n") == 0
    out, err = capsys.readouterr()
    assert out == "-:2:1  warning  easy-officialese\n  「当該」は役所や書きことばの言い方です。\n  → その\n"
    assert "注意 1 件" in err


def test_the_command_writes_one_json_list_for_each_line(
    outside: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    assert ask(monkeypatch, "当該の紙です。\n\n来てください。\r\n", "--format", "jsonl") == 0
    first, *others = map(json.loads, capsys.readouterr().out.splitlines())
    assert others == [[], []]
    assert first == [
        {
            "rule": "easy-officialese",
            "level": "warning",
            "start": 0,
            "end": 2,
            "message": "「当該」は役所や書きことばの言い方です。",
            "suggestion": "その",
        }
    ]


def test_within_a_site_the_command_knows_its_glossary(
    site: SmallSite, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.chdir(site.root)
    assert ask(monkeypatch, "RPAを使います。\n", "--format", "jsonl") == 0
    assert json.loads(capsys.readouterr().out) == []
