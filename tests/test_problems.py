"""An editor who breaks a file learns what is wrong, at the very place, and what to type instead."""

from __future__ import annotations

import re
from collections.abc import Callable
from dataclasses import dataclass, field
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from sitegen.contradictions import CONTRADICTIONS
from sitegen.easy_rules import EASY_RULES
from sitegen.messages import CATALOGUE
from sitegen.model import PageText
from sitegen.problems import Problem, has_errors
from sitegen.source import ContentError, read_markdown
from sitegen.validate import validate
from tests.site_builder import NEWS, ONLINE, PAGE, PLAN, STRINGS, TERMS, TRAINING, SmallSite

ENGLISH = ONLINE.replace(".md", ".en.md")
TABLE = "content/hoshi/tables/figures.yaml"
NATIONAL = "content/national.yaml"
IMAGE = "content/hoshi/counter.png"
NOT_CAUSED_BY_CONTENT = {"no-web-font"}
ON_REQUEST = {"unknown-reading", "doubtful-reading"}
"""Found by `sitegen check --readings`."""
OF_THE_THEME = {
    *("missing-interface-string", "unknown-interface-string", "unknown-placeholder", "missing-placeholder"),
    "missing-plural-form",
}
"""Found in interface strings: see test_language.py."""


@dataclass(frozen=True)
class Case:
    """A change to the small site, the problem it causes, and where."""

    id: str
    change: Callable[[SmallSite], str]
    """Makes the change and returns the place of the problem."""
    also: tuple[str, ...] = ()
    """Other problems that follow from the same change."""
    name: str = field(default="", kw_only=True)


def text(file: str, old: str, new: str) -> Callable[[SmallSite], str]:
    """Put `new` in the place of `old`; ▸ stands where the problem must be reported."""

    def change(site: SmallSite) -> str:
        site.replace(file, old, new)
        before, _, after = site.read(file).partition("▸")
        site.write(file, before + after)
        return f"{file}:{before.count(chr(10)) + 1}:{len(before) - before.rfind(chr(10))}"

    return change


def a_link_to_a_plan_that_is_not_listed(site: SmallSite) -> str:
    site.write("content/tsuki/plan.yaml", "title: 月の計画\n")
    return body("[月の計画](▸/tsuki/)")(site)


def body(markdown: str) -> Callable[[SmallSite], str]:
    """Put a paragraph into a page."""
    return text(PAGE, "[用語集](/glossary/)で", f"{markdown}\n\n[用語集](/glossary/)で")


def file(name: str, content: str | bytes, place: str) -> Callable[[SmallSite], str]:
    """Write a whole file; `place` is the file and position of the problem."""

    def change(site: SmallSite) -> str:
        site.write(name, content)
        return place

    return change


def removed(name: str, place: str) -> Callable[[SmallSite], str]:
    def change(site: SmallSite) -> str:
        site.remove(name)
        return place

    return change


def folder_with_a_files_name(site: SmallSite) -> str:
    site.path("content/pages/x.md").mkdir()
    return "content/pages/x.md"


def link_out_of_content(site: SmallSite) -> str:
    site.write("elsewhere.md", site.read(PAGE))
    site.path("content/pages/other.md").symlink_to(site.path("elsewhere.md"))
    return "content/pages/other.md"


def two_files_in_capitals_and_small_letters(site: SmallSite) -> str:
    site.write("content/pages/Guide.md", ONE_PAGE)
    site.write("content/pages/guide.md", ONE_PAGE)
    return "content/pages/guide.md"


LAUGHS = """\
a: &a [x, x, x, x, x, x, x, x, x]
b: &b [*a, *a, *a, *a, *a, *a, *a, *a, *a]
c: &c [*b, *b, *b, *b, *b, *b, *b, *b, *b]
d: &d [*c, *c, *c, *c, *c, *c, *c, *c, *c]
▸e: &e [*d, *d, *d, *d, *d, *d, *d, *d, *d]
f: &f [*e, *e, *e, *e, *e, *e, *e, *e, *e]
"""
ONE_PAGE = "---\ntitle: 頁\nsummary: 頁です。\nupdated: 2026-11-21\n---\n\n本文です。\n"
LAST_DEFINITION = """\
  definition:
    ja: 決まった作業をソフトウェアに任せることです。
    ja-simple: きまった仕事を コンピューターが することです。
    en: Software that does repeated office work.
"""
ENGLISH_PAGE = "---\n\n## What words mean\n\nThe [glossary](/glossary/) explains words."
WHAT_WAS_DONE = "### What was done\n\n27 procedures went online.\n\n"
TRANSLATED_PAGES = ("missing-translation", "missing-translation")

CASES = [
    # --- the file itself
    Case("not-utf8", file(PAGE, "---\ntitle: 題\n---\n".encode("cp932"), f"{PAGE}:2:8")),
    Case("not-utf8", file(PAGE, ONE_PAGE.encode("utf-16"), f"{PAGE}:1:1"), name="UTF-16"),
    Case("null-byte", text(PAGE, "意味が", "意味▸\0が")),
    Case("control-character", text(PAGE, "意味が", "意味▸\x0bが")),
    Case("empty-file", file(PAGE, "\n \n", f"{PAGE}:1:1")),
    Case("empty-file", file(TABLE, "# あとで書く\n", f"{TABLE}:1:1"), name="only a comment"),
    Case("unreadable-file", folder_with_a_files_name),
    Case("outside-content", link_out_of_content),
    Case("no-front-matter", file(PAGE, "## 見出し\n", f"{PAGE}:1:1")),
    Case("unclosed-front-matter", file(PAGE, "---\ntitle: 題\n\n## 見出し\n", f"{PAGE}:1:1")),
    Case("yaml-syntax", text(ONLINE, "kind: 継続", "kind: 継続▸: 新規")),
    Case("yaml-syntax", text(PLAN, "municipality: ほし市", "municipality: ▸'ほし市"), name="unclosed quote"),
    Case("yaml-syntax", text(PLAN, "goals: [便利な市役所]", "goals: ▸[便利な市役所"), name="unclosed bracket"),
    Case("yaml-syntax", text(PLAN, "goals:", "▸[a]: 1\ngoals:"), name="key that is no word"),
    Case("text-after-hash", text(PAGE, "title: このサイトの使い方", "title: ▸このサイトの使い方 #1")),
    Case("yaml-tab", text(PLAN, "  label: 基本理念", "▸\tlabel: 基本理念")),
    Case("full-width-colon", text(ONLINE, "kind: 継続", "kind▸：継続")),
    Case("duplicate-key", text(ONLINE, "kind: 継続", "kind: 継続\n▸title: 別の題")),
    Case(
        "duplicate-key",
        text(ONLINE, "2023: 運用", "2023: 運用\n      ▸２０２３: 運用"),
        name="year in both widths",
    ),
    Case("too-many-values", text(STRINGS, "施策: {", f"{LAUGHS}施策: {{")),
    Case("nested-too-deep", text(PLAN, "goals: [便利な市役所]", f"goals: {'[' * 49}▸{'[' * 5000}")),
    Case("nested-too-deep", text(PLAN, "goals: [", "goals: ▸&a [*a, "), name="alias inside itself"),
    Case("custom-tag", text(ONLINE, "kind: 継続", "kind: ▸!new 継続")),
    Case(
        "custom-tag",
        text(ONLINE, "kind: 継続", "kind: ▸!!python/name:os.system 継続"),
        name="Python",
    ),
    # --- fields
    Case("unknown-key", text(ONLINE, "departments: [市民課, 情報課]", "▸departmnts: [市民課]")),
    Case("unknown-key", text(PLAN, "level: 基本方針", "▸levle: 基本方針"), ("missing-field",), name="in a list"),
    Case("missing-field", text(PAGE, "title: このサイトの使い方\n", "▸")),
    Case(
        "missing-field",
        text(TERMS, "  definition:\n    ja: インターネットで", "  ▸definition:\n    fr: インターネットで"),
        name="no Japanese definition",
    ),
    Case("empty-field", text(ONLINE, "title: 手続のオンライン化", "title:▸")),
    Case("empty-field", text(ONLINE, "title: 手続のオンライン化", 'title: ▸" "'), name="only a space"),
    Case("wrong-type", text(ONLINE, "page: 3", "page: ▸三")),
    Case("wrong-type", text(ONLINE, "kind: 継続", "kind: ▸再掲"), name="not one of the words"),
    Case("wrong-type", text(ONLINE, "goals: [便利な市役所]", "goals: ▸便利な市役所"), name="no list"),
    Case("wrong-type", text(ONLINE, "2023: 運用", "▸令和5年度: 運用"), name="key that is no year"),
    Case("wrong-type", text(ONLINE, "2023: 運用", "2023: ▸[運用]"), name="neither word nor text:"),
    Case(
        "unknown-key",
        text(ONLINE, "2023: 運用", "2023: {▸txt: 運用}"),
        ("missing-field",),
        name="in free text",
    ),
    Case("not-a-mapping", text(TERMS, "- id: rpa", "- ▸ただの文\n- id: rpa")),
    Case("not-a-mapping", file(TABLE, "計画の数字\n", f"{TABLE}:1:1"), name="file without fields"),
    Case("impossible-date", text(ONLINE, "updated: 2026-11-21", "updated: ▸2026-02-30")),
    Case("impossible-date", text(NEWS, "date: 2026-11-20", "date: ▸きのう"), name="no date at all"),
    # --- fiscal years
    Case("year-outside-plan", text(ONLINE, "2023: 運用", "▸2024: 運用")),
    Case("year-outside-plan", text(ONLINE, "2023: null", "▸2026H1: null"), name="indicator"),
    Case("year-outside-plan", text(ONLINE, "2022: null}", "▸2020: null}"), name="cost"),
    Case(
        "year-outside-plan",
        text(ONLINE, "- fy: 2021", "- fy: ▸2030"),
        ("report-without-facts",) * 3,
        name="report",
    ),
    Case(
        "year-outside-plan",
        text(TRAINING, "## 施策内容", "## ▸令和9年度\n\n### 実績\n\nあり。\n\n## 施策内容"),
        name="heading",
    ),
    Case("year-outside-plan", text(PLAN, "reporting_fy: 2021", "reporting_fy: ▸2020"), name="reported year"),
    Case(
        "year-outside-plan",
        text(PLAN, "end_fy: 2023", "end_fy: ▸2019"),
        name="period",
    ),
    # --- names that must be on a list
    Case("unknown-policy", text(ONLINE, 'policy: "2"', 'policy: ▸"3"')),
    Case("unknown-policy", text(PLAN, 'parent: "1"', 'parent: ▸"9"'), name="parent"),
    Case(
        "unknown-policy",
        file(
            "content/hoshi/policies/7.md",
            "---\nsummary: a\nupdated: 2026-11-21\n---\n",
            "content/hoshi/policies/7.md",
        ),
        TRANSLATED_PAGES,
        name="file",
    ),
    Case("parent-below", text(PLAN, "label: 基本目標①}", 'label: 基本目標①, parent: ▸"2"}')),
    Case("unknown-department", text(ONLINE, "departments: [市民課, 情報課]", "departments: [市民課, ▸情報科]")),
    Case(
        "unknown-department",
        text(ONLINE, "    departments: [市民課]", "    departments: [▸市民]"),
        name="of an action",
    ),
    Case(
        "unknown-department",
        text(TRAINING, "related_departments: [市民課]", "related_departments: [▸市民科]"),
        name="related",
    ),
    Case("unknown-evaluation", text(ONLINE, "evaluation: 計画通り", "evaluation: ▸計画どおり")),
    Case("unknown-operation", text(ONLINE, "operation: 運用", "operation: ▸運用中")),
    Case("unknown-phase", text(ONLINE, "2021: 検討", "2021: ▸検当")),
    Case("unknown-phase", text(ONLINE, "actual: 構築", "actual: ▸構築中"), name="actual state"),
    Case("unknown-sdg", text(ONLINE, "sdgs: [9, 11]", "sdgs: [9, ▸19]")),
    Case("unknown-sdg", text(ONLINE, "⑪, ⑱]", "▸⑲, ⑱]"), name="printed mark"),
    Case("unknown-term", text(TERMS, "see: [rpa]", "see: [▸rpaa]")),
    Case("unknown-term", text(PLAN, "term: online}", "term: ▸on-line}"), name="printed term"),
    Case(
        "unknown-national-item",
        text(ONLINE, "item: 重点(3)手続のオンライン化", "item: ▸重点(2)手続のオンライン化"),
    ),
    Case("unknown-action", text(ONLINE, "    actions: [①]", "    actions: [▸②]")),
    Case("unknown-action", text(ONLINE, "reason_actions: [①]", "reason_actions: [▸③]"), name="in a report"),
    Case("unknown-goal", text(ONLINE, "goals: [便利な市役所]", "goals: [▸便利な役所]")),
    Case("unknown-field-class", text(ONLINE, "fields: [行政経営]", "fields: [▸経営]")),
    Case("unknown-related-plan", text(ONLINE, "related_plans: [ほし市総合計画]", "related_plans: [▸総合計画]")),
    Case("unknown-flag", text(ONLINE, "flags: [重点]", "flags: [▸重要]")),
    Case("unknown-marker", text(TRAINING, "updated:", "markers: [▸国]\nupdated:")),
    Case("unknown-theme", text(TRAINING, "updated:", "themes: [▸school]\nupdated:")),
    Case("unknown-initiative", text(TRAINING, "kind: 新規", 'repeat_of: ▸"9"')),
    Case("unknown-initiative", text(TRAINING, "kind: 新規", 'repeat_of: ▸"2"'), name="repeat of itself"),
    Case("unknown-table", text("content/hoshi/pages/figures.md", "[figures]", "[▸figure]")),
    Case("unknown-table", text(PAGE, "updated:", "tables: [▸figures]\nupdated:"), name="page of no plan"),
    Case("unknown-problem", text(PLAN, "{problem: unknown-sdg", "{problem: ▸unknown-sgd")),
    Case("stale-acceptance", text(PLAN, "value: ⑱", "value: ▸⑬"), ("unknown-sdg",)),
    Case("unknown-plan", text("site.yaml", "plans: [hoshi]", "plans: [hoshi, ▸hosi]")),
    Case(
        "unknown-language",
        file("content/pages/how-to-use.eng.md", "---\ntitle: x\n---\n", "content/pages/how-to-use.eng.md"),
    ),
    Case("no-interface-strings", text("site.yaml", "simple, en]", "simple, en, ▸xx]")),
    Case("no-such-column", text(TABLE, "rows:", "initiatives: ▸3\nrows:")),
    Case("no-such-column", text(TABLE, "rows:", "chart: {kind: bar, x: ▸0}\nrows:"), name="chart"),
    Case("uneven-row", text(TABLE, '- [施策の数, "2"]', "- ▸[施策の数]")),
    # --- what must be unique
    Case("duplicate-number", text(TRAINING, 'number: "2"', 'number: ▸"1"')),
    Case("duplicate-slug", text(TERMS, "- id: rpa", "- id: ▸online"), ("unknown-term",)),
    Case("duplicate-slug", text(PLAN, "- {id: it,", "- {id: ▸citizens,"), name="department"),
    Case("duplicate-slug", text(NATIONAL, "id: open-data", "id: ▸online-procedures"), name="national item"),
    Case(
        "duplicate-slug",
        text(PLAN, '{code: "2"', '{code: ▸"1"'),
        ("unknown-policy",) * 2 + ("parent-below",),
        name="policy",
    ),
    Case("duplicate-url", text(TRAINING, "updated:", "aliases: [▸/hoshi/initiatives/online/]\nupdated:")),
    Case("duplicate-url", text(TRAINING, "updated:", "aliases: [▸/how-to-use]\nupdated:"), name="of a page"),
    Case("bad-alias", text(TRAINING, "updated:", "aliases: [▸/../secret/]\nupdated:")),
    Case("bad-alias", text(TRAINING, "updated:", "aliases: [▸old/name/]\nupdated:"), name="relative"),
    Case("reading-does-not-fit", file("content/readings.yaml", "受け付け: うけ\n", "content/readings.yaml:1:7")),
    Case(
        "reading-does-not-fit",
        file("content/hoshi/readings.yaml", '祝日: "{祝|しゅく}"\n', "content/hoshi/readings.yaml:1:5"),
        name="in braces",
    ),
    Case(
        "duplicate-string",
        file("content/hoshi/strings.en.yaml", "ほし市: City of Hoshi\n", "content/hoshi/strings.en.yaml:1:1"),
    ),
    Case("bad-file-name", file("content/pages/使い方.md", ONE_PAGE, "content/pages/使い方.md")),
    Case(
        "two-outputs",
        two_files_in_capitals_and_small_letters,
        TRANSLATED_PAGES * 2,
    ),
    Case(
        "portal-needed",
        text("site.yaml", "plans: [hoshi]", "plans: [hoshi, hoshi]\n▸portal: false"),
        ("duplicate-slug",),
    ),
    Case("unlisted-plan", file("content/tsuki/plan.yaml", "title: 月の計画\n", "content/tsuki")),
    Case("link-to-unlisted-plan", a_link_to_a_plan_that_is_not_listed, ("unlisted-plan",)),
    Case("stray-file", file("content/hoshi/memo.txt", "メモ", "content/hoshi/memo.txt")),
    # --- sections and headings
    Case("undeclared-section", text(TRAINING, "## 施策内容", "## ▸施策の内容"), ("missing-section",)),
    Case("undeclared-section", text(ONLINE, "### 実績", "### ▸実積"), ("missing-section",), name="of a report"),
    Case(
        "undeclared-section",
        text(ENGLISH, "## Where things stand", "## ▸Where things are"),
        ("missing-section",),
        name="of a translation",
    ),
    Case("duplicate-section", text(TRAINING, "## 施策内容", "## 施策内容\n\nあ\n\n## ▸施策内容")),
    Case(
        "duplicate-section",
        text(PAGE, "## 言葉の意味", "## 言葉の意味\n\nあ\n\n▸## 言葉の意味"),
        name="of a page",
    ),
    Case(
        "missing-section",
        text(TRAINING, "---\n\n## 現状・課題\n\nRPAを使える職員が少ないです。\n", "---\n▸\n"),
    ),
    Case(
        "missing-section",
        text(TRAINING, "## 現状・課題\n\nRPAを使える職員が少ないです。", "## ▸現状・課題"),
        name="without text",
    ),
    Case(
        "missing-section",
        text(ENGLISH, f"## FY2021\n\n{WHAT_WAS_DONE}", "## ▸FY2021\n\n"),
        name="of a translation's report",
    ),
    Case(
        "report-without-facts",
        text(ONLINE, "## 令和3年度", "## ▸令和4年度\n\n### 実績\n\nあ\n\n## 令和3年度"),
    ),
    Case("text-before-section", text(TRAINING, "## 現状・課題", "▸はじめに。\n\n## 現状・課題")),
    Case("text-before-section", text(ONLINE, "### 実績", "▸まとめ。\n\n### 実績"), name="in a report"),
    Case("heading-level-1", text(PAGE, "## 言葉の意味", "▸# 言葉の意味")),
    Case("skipped-heading", text(PAGE, "## 言葉の意味", "▸### 言葉の意味")),
    Case("skipped-heading", body("> ▸#### 深い"), name="in a quotation"),
    Case("empty-heading", body("▸##")),
    # --- links
    Case("broken-link", body("[計画](▸../hoshi/pages/figure.md)")),
    Case("broken-link", body("[進捗](▸/hoshi/progres/)"), name="path of the site"),
    Case("broken-link", body("[進捗](▸/en/hoshi/progress/)"), name="with an edition"),
    Case("broken-fragment", body("[数字](▸../hoshi/pages/figures.md#見かた)")),
    Case("broken-fragment", body("[下へ](▸#ない)"), name="in the same page"),
    Case("unsafe-link", body("[押す](▸javascript:alert)")),
    Case("unsafe-link", body("▸[押す](JaVa&#115;cript&colon;alert)"), name="entities"),
    Case("unsafe-link", body("[押す](▸%6aavascript:alert)"), name="percent codes"),
    Case("unsafe-link", body("[押す](<▸java\tscript:alert>)"), name="tab"),
    Case("unsafe-link", body("[押す](▸data:text/html,x)"), name="data"),
    Case("unsafe-link", body("[押す](▸vbscript:x)"), name="vbscript"),
    Case("unsafe-link", body("[押す](▸file:///etc/passwd)"), name="file"),
    Case("unsafe-link", body("[押す](▸//example.org/)"), name="another host without https"),
    Case("unsafe-link", text("site.yaml", "email: dx@example.org", "url: ▸javascript:alert"), name="contact"),
    Case("insecure-link", body("[市の案内](▸http://example.org/)")),
    Case("vague-link-text", body("[こちら](▸/glossary/)")),
    Case("vague-link-text", body("[【こちら →】](▸/glossary/)"), name="with signs"),
    Case("vague-link-text", body("[Click here!](▸/glossary/)"), name="English"),
    Case("vague-link-text", body("[＞＞](▸/glossary/)"), name="only signs"),
    Case("vague-link-text", body("| 列 |\n|---|\n| あ |\n| [詳細はこちら](▸/glossary/) |"), name="in a table"),
    Case("vague-link-text", body("▸[ここ][1]\n\n[1]: /glossary/"), name="reference"),
    Case("empty-link-text", body("[](▸/glossary/)")),
    # --- images
    Case("missing-image", body("![窓口](▸window.png)")),
    Case("image-outside-content", body("![窓口](▸../../../counter.png)")),
    Case("image-outside-content", body("![窓口](▸https://example.org/a.png)"), name="of another host"),
    Case("image-without-alt", body("![](▸../hoshi/counter.png)")),
    Case("oversized-image", file(IMAGE, b"x" * 500_600, f"{ONLINE}:60:10")),
    Case("unsupported-image", body("![窓口](▸counter.bmp)")),
    Case("raw-html", body("これは▸<b>太字</b>です。")),
    Case("raw-html", body("▸<div>\n囲み\n</div>"), name="block"),
    # --- translations
    Case(
        "translation-of-nothing",
        file("content/pages/lost.en.md", "---\ntitle: x\n---\n", "content/pages/lost.en.md:1:1"),
    ),
    Case("missing-translation", removed(ENGLISH, ONLINE)),
    Case("missing-translated-field", text(ENGLISH, "title: Online procedures\n", "▸")),
    Case(
        "missing-translated-field",
        text(TERMS, LAST_DEFINITION, "  ▸definition: {ja: あ, ja-simple: あ}\n"),
        name="definition",
    ),
    Case(
        "missing-translated-field",
        text(TERMS, "  names: {en: RPA}", "  ▸names: {ja: RPA}"),
        name="name of a term",
    ),
    Case(
        "missing-translated-field",
        text(
            "site.yaml",
            "title: {ja: ほし市DX計画, ja-simple: ほし市のデジタルの計画,",
            "▸title: {ja: ほし市DX計画,",
        ),
        name="title of the site",
    ),
    Case("missing-translated-text", text("content/pages/how-to-use.en.md", ENGLISH_PAGE, "▸---\n")),
    Case("missing-string", text(ONLINE, "title: 電子申請の拡大", "title: ▸電子申請の推進")),
    Case("missing-string", text(PLAN, "prefecture: 星県", "prefecture: ▸月県"), name="plan"),
    Case("missing-string", text(TABLE, "columns: [項目, 数]", "columns: [▸事項, 数]"), name="table"),
]


@pytest.mark.parametrize("case", CASES, ids=lambda case: f"{case.id} {case.name}".strip())
def test_breaking_a_file_tells_what_is_wrong_and_where(site: SmallSite, case: Case) -> None:
    place = case.change(site)
    found = site.problems()
    assert (case.id, place) in [(p.id, str(p.where)) for p in found]
    assert sorted(p.id for p in found) == sorted([case.id, *case.also])
    for each in found:
        assert_reads_well(each)


def assert_reads_well(found: Problem) -> None:
    """Every message and hint is complete, in Japanese and in English."""
    for words in (*found.message.values(), *found.hint.values()):
        assert words.strip()
        assert not re.search(r"\{[a-z_]+\}|None", words), words
    outside_quotes = re.sub(r"[“(].*[”)]|: .*", "", found.message["en"])
    assert re.search("[ぁ-ん]", found.message["ja"]), "a Japanese sentence"
    assert not re.search("[ぁ-ん]", outside_quotes), "an English sentence"


def test_every_problem_of_the_catalogue_that_content_can_cause_has_a_case() -> None:
    elsewhere = CONTRADICTIONS.keys() | EASY_RULES.keys()  # tests/test_consistency.py, tests/test_easy_japanese.py
    assert {
        case.id for case in CASES
    } == CATALOGUE.keys() - NOT_CAUSED_BY_CONTENT - ON_REQUEST - OF_THE_THEME - elsewhere


def test_the_small_site_has_no_problem(site: SmallSite) -> None:
    assert site.problems() == []


def test_the_real_content_has_no_problem() -> None:
    assert SmallSite(Path(__file__).parents[1]).problems() == []


def test_a_byte_order_mark_and_windows_line_ends_change_neither_text_nor_places(site: SmallSite) -> None:
    before = site.content()
    for name in (ONLINE, PLAN, TERMS, "site.yaml"):
        site.write(name, b"\xef\xbb\xbf" + site.read(name).replace("\n", "\r\n").encode())
    assert site.problems() == []
    after = site.content()
    assert [i.head for i in after.plans[0].initiatives] == [i.head for i in before.plans[0].initiatives]
    assert after.plans[0].initiatives[0].body.sections[0].line == 52

    site.write(ONLINE, site.path(ONLINE).read_bytes().replace("計画通り".encode(), "予定通り".encode(), 1))
    assert [(p.id, p.where.line, p.where.column) for p in site.problems()] == [("unknown-evaluation", 38, 17)]


@pytest.mark.parametrize("typed", ["２０２６-１１-２０", "2026/11/20", "2026年11月20日", "２０２６．１１．２０"])
def test_dates_may_be_typed_with_full_width_digits_or_in_japanese(site: SmallSite, typed: str) -> None:
    site.replace(NEWS, "date: 2026-11-20", f"date: {typed}")
    assert site.problems() == []
    assert site.content().news[0].head.date.isoformat() == "2026-11-20"


def test_fiscal_years_may_be_typed_with_full_width_digits(site: SmallSite) -> None:
    site.replace(PLAN, "start_fy: 2021", "start_fy: ２０２１")
    site.replace(ONLINE, "2022H1: ⇒", "２０２２Ｈ１: ⇒")
    assert site.problems() == []


def test_all_problems_of_a_run_come_at_once_sorted_by_place(site: SmallSite) -> None:
    site.replace(ONLINE, "kind: 継続", "kind: 継続\ntitle: もう一つ\ncolour: 赤")
    site.replace(ONLINE, "page: 3", "page: 三")
    site.replace(TERMS, "see: [rpa]", "see: [rba]")
    site.replace(PAGE, "[用語集](/glossary/)", "[こちら](/glossary/)")
    assert [(str(p.where), p.id) for p in site.problems()] == [
        (f"{TERMS}:5:9", "unknown-term"),
        (f"{ONLINE}:7:1", "duplicate-key"),
        (f"{ONLINE}:8:1", "unknown-key"),
        (f"{ONLINE}:18:7", "wrong-type"),
        (f"{PAGE}:9:7", "vague-link-text"),
    ]


@pytest.mark.parametrize(
    ("old", "new", "meant"),
    [
        ("evaluation: 計画通り", "evaluation: 計画どおり", "計画通り"),
        ("departments: [市民課, 情報課]", "departmnts: [市民課, 情報課]", "departments"),
        ("departments: [市民課, 情報課]", "departments: [市民係, 情報課]", "市民課"),
        (
            "item: 重点(3)手続のオンライン化",
            "item: 重点（３）手続のオンライン化",
            "重点(3)手続のオンライン化",
        ),
    ],
)
def test_a_near_miss_is_met_with_did_you_mean(site: SmallSite, old: str, new: str, meant: str) -> None:
    site.replace(ONLINE, old, new)
    (found,) = site.problems()
    assert f"もしかして「{meant}」ですか？" in found.hint["ja"]
    assert f"Did you mean “{meant}”?" in found.hint["en"]


def test_a_broken_link_suggests_the_file_as_seen_from_here(site: SmallSite) -> None:
    body("[計画](../hoshi/pages/figure.md)")(site)
    (found,) = site.problems()
    assert "もしかして「../hoshi/pages/figures.md」ですか？" in found.hint["ja"]


def test_a_printed_value_is_accepted_only_with_a_reason(site: SmallSite) -> None:
    site.replace(PLAN, "value: ⑱", "value: ⑳")
    found = [(p.id, p.level) for p in site.problems()]
    assert found == [("unknown-sdg", "warning"), ("stale-acceptance", "warning")]


def test_warnings_stop_only_a_strict_build(site: SmallSite) -> None:
    site.remove(ENGLISH)
    problems = site.problems()
    assert not has_errors(problems)
    assert has_errors(problems, strict=True)


def test_a_problem_is_shown_as_place_message_and_hint(site: SmallSite) -> None:
    site.replace(ONLINE, "evaluation: 計画通り", "evaluation: 少し遅れ")
    (found,) = site.problems()
    assert found.format("ja") == (
        "content/hoshi/initiatives/01-online.md:38:17  error  unknown-evaluation\n"
        "  評価「少し遅れ」は plan.yaml の評価一覧にありません。\n"
        "  → もしかして「少し遅延」ですか？ 使える値: 計画通り, 少し遅延"
    )


def test_a_file_that_cannot_be_read_makes_no_other_file_look_wrong(site: SmallSite) -> None:
    for name in (TERMS, TABLE, NATIONAL, STRINGS):
        site.write(name, "[")
    assert {p.id for p in site.problems()} == {"yaml-syntax"}
    assert len(site.problems()) == 4


@given(st.text(st.sampled_from("ab12 \n\t:-?[]{}#&*!|>'\"%@`,.~<=\r\\あ：　\u2028\x85"), max_size=60))
@settings(max_examples=300, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
def test_whatever_is_typed_is_read_or_reported_within_the_file(tmp_path: Path, typed: str) -> None:
    path = tmp_path / "x.md"
    path.write_text(f"---\n{typed}\n---\n", "utf-8", newline="")
    try:
        found = validate(PageText, read_markdown(path, "x.md"))[1]
    except ContentError as error:
        found = [error.problem]
    lines = path.read_text("utf-8").count("\n") + 1
    assert all(1 <= p.where.line <= lines for p in found)


def test_numbers_are_kept_as_they_are_printed(site: SmallSite) -> None:
    site.replace(ONLINE, "values: {2021: 10,", "values: {2021: 1.50,")
    assert site.content().plans[0].initiatives[0].head.kpis[0].values["2021"] == "1.50"


def test_a_draft_needs_no_translation_and_may_link_to_what_is_not_there(site: SmallSite) -> None:
    site.write("content/pages/soon.md", ONE_PAGE.replace("updated", "draft: true\nupdated") + "\n[次](next.md)\n")
    assert site.problems() == []


def test_easy_japanese_may_keep_the_printed_facts(site: SmallSite) -> None:
    site.replace(STRINGS, "計画通り: {en: On schedule, ja-simple: 計画のとおり}", "計画通り: {en: On schedule}")
    assert site.problems() == []
