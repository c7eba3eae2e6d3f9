"""Pages that a plan has only where it prints such facts, and what they say honestly."""

from __future__ import annotations

from bs4 import BeautifulSoup

from sitegen.assets import find_theme
from sitegen.chrome import chrome
from sitegen.derive import derive
from sitegen.pages import pages
from sitegen.render import environment, render_page
from tests.site_builder import ONLINE, PLAN, TRAINING, SmallSite

NO_REPORT = "この計画の進捗は、まだ公表されていません。"


def shown(site: SmallSite, language: str = "ja") -> dict[str, BeautifulSoup]:
    """Key of every page of an edition → the page."""
    derived = derive(site.content())
    edition = derived.edition(next(e for e in derived.editions if e.id == language))
    theme = find_theme()
    frame, env = chrome(edition, theme, web_font=False), environment(theme.templates)
    made = [(page.key, render_page(page, frame, env)) for page in pages(edition) if page.key.startswith("/hoshi/")]
    return {key: BeautifulSoup(artifact.content, "html.parser") for key, artifact in made}


def without_report(site: SmallSite) -> None:
    text = site.read(ONLINE)
    text = text[: text.index("progress:")] + text[text.index("\nprinted:") + 1 :]
    site.write(ONLINE, text[: text.index("## 令和3年度")])


def text_of(page: BeautifulSoup, selector: str = "main") -> str:
    found = page.select_one(selector)
    assert found is not None, selector
    return " ".join(found.get_text(" ").split())


def test_indicators_and_costs_have_pages_and_are_in_the_navigation(site: SmallSite) -> None:
    made = shown(site)
    assert {"/hoshi/indicators/", "/hoshi/budget/"} <= set(made)
    menu = text_of(made["/hoshi/"], ".site-nav")
    assert "指標" in menu
    assert "事業費" in menu
    assert "電子申請の件数" in text_of(made["/hoshi/indicators/"])
    assert "120万円" in text_of(made["/hoshi/budget/"])


def test_a_plan_without_them_has_no_such_pages(site: SmallSite) -> None:
    text = site.read(ONLINE)
    site.write(ONLINE, text[: text.index("kpis:")] + text[text.index("progress:") :])
    made = shown(site)
    assert not {"/hoshi/indicators/", "/hoshi/budget/"} & set(made)
    assert "事業費" not in text_of(made["/hoshi/"], ".site-nav")


def test_the_initiative_shows_targets_dash_and_cost_in_words(site: SmallSite) -> None:
    page = shown(site)["/hoshi/initiatives/01-online/"]
    indicators = text_of(page, "#indicators")
    assert "10件" in indicators
    assert "検討を踏まえ設定" in indicators
    assert "目標なし（計画書では「－」）" in indicators
    costs = text_of(page, "#costs")
    assert "120万円" in costs
    assert "計上なし（計画書では「－」）" in costs
    assert "記載なし" in costs


def test_a_footnote_is_linked_from_its_value(site: SmallSite) -> None:
    site.replace(ONLINE, "2022: 検討を踏まえ設定", "2022: 20件※2")
    site.replace(ONLINE, "summary:", "footnotes: [※2 窓口の分も含む。]\nsummary:")
    page = shown(site)["/hoshi/initiatives/01-online/"]
    link = page.select_one("#indicators a[href='#footnote-2']")
    assert link is not None
    assert text_of(page, "#footnote-2") == "※2 窓口の分も含む。"


def test_a_plan_without_reports_says_so(site: SmallSite) -> None:
    assert NO_REPORT not in text_of(shown(site)["/hoshi/initiatives/02-training/"])
    without_report(site)
    made = shown(site)
    for key in ("/hoshi/", "/hoshi/progress/", "/hoshi/initiatives/01-online/"):
        assert NO_REPORT in text_of(made[key]), key


def test_a_draft_plan_says_that_it_may_change(site: SmallSite) -> None:
    site.replace(PLAN, "reporting_fy:", "status: 案\nreporting_fy:")
    made = shown(site)
    assert "決定前の計画です" in text_of(made["/hoshi/"])
    assert "案" in text_of(made["/hoshi/initiatives/01-online/"], "#facts")


def test_a_row_of_unknown_length_is_told_in_words_and_has_no_bar(site: SmallSite) -> None:
    site.replace(PLAN, "phases:", "free_schedule: true\nphases:")
    text = site.read(TRAINING)
    row = "schedule:\n  - {item: 更新, cells: {2021: →}, extent: unknown, reading: 令和3年度から}\nsummary:"
    site.write(TRAINING, text[: text.index("schedule:")] + row + text[text.index("summary:") + len("summary:") :])
    for key in ("/hoshi/initiatives/02-training/", "/hoshi/schedule/"):
        page = shown(site)[key]
        (found,) = [row for row in page.select(".schedule tbody tr") if "更新" in row.text]
        assert "矢印の始まりだけが分かります" in found.text
        assert "編集者の読み取り：令和3年度から" in found.text
        assert found.select("svg") == []


def test_half_years_are_headings_under_their_year(site: SmallSite) -> None:
    page = shown(site)["/hoshi/schedule/"]
    years, halves = page.select(".schedule thead tr")
    assert [cell["colspan"] for cell in years.select("th[colspan]")] == ["2", "2", "2"]
    assert [cell.text for cell in halves.select("th")] == ["上期", "下期"] * 3


def test_the_origin_of_an_initiative_is_told_even_without_a_mark(site: SmallSite) -> None:
    site.replace(PLAN, "goals:", "markers: {title: 国・県との関係, values: [国, 県], empty: 市独自}\ngoals:")
    site.replace(TRAINING, "summary:", "markers: [県]\nproject_count: 3\nsummary:")
    made = shown(site)
    assert "市独自（印なし）" in text_of(made["/hoshi/initiatives/01-online/"], "#facts")
    training = text_of(made["/hoshi/initiatives/02-training/"], "#facts")
    assert "県" in training
    assert "計画書の表では3、スケジュールの行は1" in training


def test_a_name_that_stands_for_several_divisions_is_explained(site: SmallSite) -> None:
    site.replace(PLAN, "{id: it, name: 情報課}", "{id: it, name: 情報課, generic: true}")
    made = shown(site)
    assert "情報課 （まとめた呼び方）" in text_of(made["/hoshi/initiatives/01-online/"], "#facts")
    assert "いくつかの課をまとめた呼び方" in text_of(made["/hoshi/departments/it/"])


def test_both_places_of_a_cross_listed_initiative_point_to_each_other(site: SmallSite) -> None:
    site.replace(TRAINING, "summary:", 'repeat_of: "1"\nsummary:')
    made = shown(site)
    repeat, original = made["/hoshi/initiatives/02-training/"], made["/hoshi/initiatives/01-online/"]
    assert repeat.select_one(".notice a[href$='01-online/']")
    assert "もとの1件だけを数えます" in text_of(repeat)
    assert "再掲：" in text_of(original)


def test_free_text_in_a_schedule_is_no_unknown_phase(site: SmallSite) -> None:
    site.replace(ONLINE, "2021: 検討", "2021: 市民への周知")
    assert "unknown-phase" in {problem.id for problem in site.problems()}
    site.replace(PLAN, "phases:", "free_schedule: true\nphases:")
    assert "unknown-phase" not in {problem.id for problem in site.problems()}


def test_a_number_asks_for_the_translation_of_its_unit_only(site: SmallSite) -> None:
    site.replace(ONLINE, "values: {2021: 10,", "values: {2021: 10 講座,")
    missing = {problem.message["ja"] for problem in site.problems() if problem.id == "missing-string"}
    assert any("講座" in text for text in missing)
    assert not any("10" in text for text in missing)
