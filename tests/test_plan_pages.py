"""Pages that a plan has only where it prints such facts, and what they say honestly."""

from __future__ import annotations

from tests.site_builder import ONLINE, PLAN, TRAINING, SmallSite
from tests.site_pages import shown, text_of

NO_REPORT = "この計画の進捗は、まだ公表されていません。"


def without_report(site: SmallSite) -> None:
    text = site.read(ONLINE)
    text = text[: text.index("progress:")] + text[text.index("\nprinted:") + 1 :]
    site.write(ONLINE, text[: text.index("## 令和3年度")])


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


def test_a_footnote_is_linked_from_the_cost_that_carries_it(site: SmallSite) -> None:
    facts = 'cost_footnotes: {2021: ["1"]}\nfootnotes: [※1 見込みの金額。]\nsummary:'
    site.replace(ONLINE, "summary:", facts)
    made = shown(site)
    own = made["/hoshi/initiatives/01-online/"].select("#costs a[href='#footnote-1']")
    listed = made["/hoshi/budget/"].select("#initiatives a[href$='01-online/#footnote-1']")
    assert [len(own), len(listed)] == [1, 1]


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
        assert "長さ不明" in found.text
        assert "編集者の読み取り：令和3年度から" in found.text
        assert found.select("svg") == []
        assert {cell.text for cell in found.select("td [aria-hidden]")} == {"?"}
        assert "「長さ不明」の行は、印のある欄だけが分かります。" in text_of(page, ".schedule__notes")


def test_a_cell_that_the_source_lost_is_not_shown_as_empty(site: SmallSite) -> None:
    site.replace(PLAN, "phases:", "free_schedule: true\nphases:")
    text = site.read(TRAINING)
    row = 'schedule:\n  - {item: 更新, cells: {2021: →}, lost: ["2023"]}\nsummary:'
    site.write(TRAINING, text[: text.index("schedule:")] + row + text[text.index("summary:") + len("summary:") :])
    page = shown(site)["/hoshi/initiatives/02-training/"]
    _, gap, lost = page.select(".schedule tbody td .cell-body")
    assert (" ".join(gap.text.split()), " ".join(lost.text.split())) == ("記載なし–", "不明?")
    assert page.select(".schedule tbody svg")
    notes = text_of(page, ".schedule__notes")
    assert "「?」は「不明」です" in notes
    assert "「–」は「記載なし」です" in notes


def test_a_row_of_which_no_mark_is_left_says_so_once(site: SmallSite) -> None:
    site.replace(PLAN, "phases:", "free_schedule: true\nphases:")
    text = site.read(TRAINING)
    row = "schedule:\n  - {item: 更新, cells: {}, extent: unknown}\nsummary:"
    site.write(TRAINING, text[: text.index("schedule:")] + row + text[text.index("summary:") + len("summary:") :])
    page = shown(site)["/hoshi/initiatives/02-training/"]
    (cell,) = page.select(".schedule tbody td")
    assert (cell["colspan"], " ".join(cell.text.split())) == ("3", "時期不明")
    assert "「?」" not in text_of(page, ".schedule__notes")


def test_a_plan_that_lost_how_far_its_texts_reach_draws_no_bars(site: SmallSite) -> None:
    site.replace(PLAN, "phases:", "free_schedule: true\nextents_lost: true\nphases:")
    site.replace(ONLINE, "2021: 検討", "2021H1: 市民への周知")
    page = shown(site)["/hoshi/schedule/"]
    assert page.select(".schedule svg") == []
    assert "…" in {cell.text for cell in page.select(".schedule td [aria-hidden]")}
    assert "前の予定がその欄まで続くかどうかは、もとの資料からは分かりません" in text_of(page, ".schedule__notes")


def test_an_initiative_shows_what_the_tables_of_the_plan_say_about_it(site: SmallSite) -> None:
    table = "title: 前の計画\ncolumns: [前の名前, 判断, 番号]\ninitiatives: 3\nrows:\n"
    site.write("content/hoshi/tables/figures.yaml", table + "  - [電子化, 継続, '1']\n  - [講習, 終了, '1、2']\n")
    made = shown(site)
    own = made["/hoshi/initiatives/01-online/"].select_one("#mentions")
    assert own
    cells = [row.select("th, .cell-body") for row in own.select("tbody tr")]
    assert [[cell.text for cell in row] for row in cells] == [["電子化", "継続"], ["講習", "終了"]]
    link = own.select_one("h3 a")
    assert link
    key, anchor = str(link["href"]).split("#")
    assert key.endswith("figures/")
    assert made["/hoshi/figures/"].select_one(f"#{anchor} table")
    assert "電子化" not in text_of(made["/hoshi/initiatives/02-training/"], "#mentions")


def test_headings_use_the_names_that_the_plan_gives_its_tiers(site: SmallSite) -> None:
    site.replace(PLAN, "level: 基本方針", "level: 取組分野")
    made = shown(site)
    assert "取組分野" in text_of(made["/hoshi/"])
    assert "取組分野ごとの進捗" in text_of(made["/hoshi/progress/"])


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


def test_a_list_that_shows_a_cross_listed_initiative_again_says_so(site: SmallSite) -> None:
    assert "再掲" not in text_of(shown(site)["/hoshi/initiatives/"])
    site.replace(TRAINING, "summary:", 'repeat_of: "1"\nsummary:')
    made = shown(site)
    assert "再掲の1件も並べています" in text_of(made["/hoshi/initiatives/"])
    assert "施策の数は1件です" in text_of(made["/hoshi/initiatives/"])
    assert "（再掲1件を含む）" in text_of(made["/hoshi/"])


def test_collective_names_are_not_counted_as_divisions(site: SmallSite) -> None:
    assert "2の課や組織が" in text_of(shown(site)["/hoshi/departments/"])
    site.replace(PLAN, "{id: it, name: 情報課}", "{id: it, name: 情報課, generic: true}")
    made = shown(site)
    page = text_of(made["/hoshi/departments/"])
    assert "1の課や組織が計画に関わっています。" in page
    assert "ほかに、いくつかの課をまとめた呼び方が1あります。" in page
    assert "1の課・組織" in text_of(made["/hoshi/"])
    assert "1の課や組織のうち" in text_of(made["/hoshi/progress/"])


def test_the_divisions_table_speaks_of_evaluations_only_where_there_are_some(site: SmallSite) -> None:
    assert "施策の件数と評価" in text_of(shown(site)["/hoshi/departments/"], "caption")
    without_report(site)
    text = site.read(PLAN)
    site.write(PLAN, text[: text.index("evaluations:")] + text[text.index("phases:") :])
    assert "評価" not in text_of(shown(site)["/hoshi/departments/"], "caption")


def test_a_plan_is_told_in_its_own_word_for_an_initiative(site: SmallSite) -> None:
    site.replace(PLAN, "period:", "leaf: 個別事業\nperiod:")
    made = shown(site)
    assert text_of(made["/hoshi/initiatives/"], "h1") == "個別事業の一覧"
    assert "個別事業の一覧" in text_of(made["/hoshi/"], ".site-nav")
    assert "個別事業2件" in text_of(made["/hoshi/"])
    # No translation of the word is given, so other editions keep the general one.
    assert text_of(shown(site, "en")["/hoshi/initiatives/"], "h1") == "Initiatives"


def test_years_stand_in_both_calendars_where_a_reader_meets_them(site: SmallSite) -> None:
    heading = ".schedule thead th:nth-child(2)"
    assert text_of(shown(site)["/hoshi/schedule/"], heading) == "令和3年度 （2021年度） 実績あり"
    easy = shown(site, "ja-simple")["/hoshi/schedule/"]
    for reading in easy.select("rp, rt"):
        reading.decompose()
    assert text_of(easy, heading).replace(" ", "").startswith("2021年度（令和3年度）")
    english = shown(site, "en")["/hoshi/schedule/"]
    assert text_of(english, heading).startswith("FY2021 (April 2021 – March 2022)")
    assert text_of(english, ".schedule thead th:nth-child(3)") == "FY2022"


def test_a_derived_table_names_its_counterpart_in_the_printed_plan(site: SmallSite) -> None:
    site.append(PLAN, "printed_tables:\n  - {place: 表6-2, page: progress}\n")
    made = shown(site)
    assert "計画書の表6-2にあたります。" in text_of(made["/hoshi/progress/2021/"])
    assert "表6-2にあたります" not in text_of(made["/hoshi/initiatives/"])


def test_several_columns_of_a_table_may_lead_to_initiatives(site: SmallSite) -> None:
    table = "title: 再掲\ncolumns: [再掲の番号, もとの番号]\ninitiatives: [1, 2]\nrows:\n  - ['2', '1']\n"
    site.write("content/hoshi/tables/figures.yaml", table)
    links = shown(site)["/hoshi/figures/"].select("table a")
    assert [str(link["href"]).split("/")[-2] for link in links] == ["02-training", "01-online"]


def test_a_share_is_drawn_against_one_hundred_per_cent_and_says_its_unit(site: SmallSite) -> None:
    table = "title: 端末\ncolumns: [端末, 割合]\nchart: {kind: bar, x: 2, unit: '%'}\nrows:\n"
    site.write("content/hoshi/tables/figures.yaml", table + "  - [電話, '50.0%']\n  - [パソコン, '25']\n")
    page = shown(site)["/hoshi/figures/"]
    assert [bar["width"] for bar in page.select(".chart__bar .segment")] == ["50.0%", "25.0%"]
    assert [value.text for value in page.select(".chart__value")] == ["50.0%", "25%"]


def test_a_scatter_chart_shows_its_axes_and_scale(site: SmallSite) -> None:
    table = "title: 優先度\ncolumns: [取組, 緊急度, 重要度]\nchart: {kind: scatter, x: 2, y: 3}\nrows:\n"
    site.write("content/hoshi/tables/figures.yaml", table + "  - [窓口, '95', '90']\n  - [研修, '20', '50']\n")
    page = shown(site)["/hoshi/figures/"]
    assert [" ".join(axis.text.split()) for axis in page.select(".chart__axis")] == ["↑ 重要度", "緊急度 →"]
    across, up = ["20", "40", "60", "80", "100"], ["50", "60", "70", "80", "90"]
    assert [tick.text for tick in page.select(".chart__tick")] == [*across, *up]
    assert "窓口（緊急度 95、重要度 90）" in text_of(page, ".chart__list").replace(" （", "（")


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
