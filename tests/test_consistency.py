"""The checker finds what a plan says in two ways, says where, and is silent about everything else."""

from __future__ import annotations

from collections.abc import Callable
from typing import NamedTuple

import pytest

from sitegen.checks.consistency import findings
from sitegen.contradictions import CONTRADICTIONS
from sitegen.problems import Problem
from tests.site_builder import ONLINE, PAGE, PLAN, TRAINING, SmallSite, build_small_site
from tests.test_problems import assert_reads_well

Change = Callable[[SmallSite], object]

SCHEDULE = "schedule:\n  - cells: {2021: 検討, 2022: ⇒, 2023: 運用}\n"
REPORT = """\
progress:
  - fy: 2021
    plan: 検討
    actual: 検討
    evaluation: 計画通り
    reported_actions: [①]
"""
DIFFICULTIES = "  - {id: difficulties, title: 課題}\n"
PARTLY = "\n    - {value: 一部運用, kind: on_track}\n    - {value: 一部実施, kind: on_track}"
INSTALL = "  - {item: 機器の導入, cells: {2022: →}, extent: unknown}"
MARKERS = "markers: {title: 印, values: [国, 県], empty: 市独自}\n"
ACTIONS = "actions: [{mark: ①, title: 研修の計画}, {mark: ②, title: 研修の実施}]\n"


def edit(file: str, old: str, new: str) -> Change:
    return lambda site: site.replace(file, old, new)


def facts(yaml: str) -> Change:
    """Give the second initiative more facts."""
    return edit(TRAINING, "kind: 新規\n", yaml if yaml.endswith("\n") else f"{yaml}\n")


def rows(yaml: str, more: str = "") -> Change:
    """Give the second initiative another schedule."""
    return edit(TRAINING, SCHEDULE, f"schedule:\n{yaml}\n{more}")


def kpi(yaml: str) -> Change:
    return facts(f"kpis: [{{{yaml}}}]")


def figures(*words: str) -> Change:
    return facts("figures:\n" + "".join(f'  - "{word}"\n' for word in words))


def report(evaluation: str, reason: str) -> Change:
    """Let the second initiative report on 2021 with a reason."""

    def change(site: SmallSite) -> None:
        site.replace(TRAINING, "kind: 新規\n", REPORT.replace("計画通り", evaluation))
        site.append(TRAINING, f"\n## 令和3年度\n\n### 実績\n\n研修をしました。\n\n### 評価の理由\n\n{reason}\n")

    return change


def reports(old: str, new: str) -> Change:
    return facts(REPORT.replace(old, new))


def says(markdown: str) -> Change:
    return edit(TRAINING, "RPAを使える職員が少ないです。", markdown)


def reported(actual: str, results: str = "", issues: str = "", reason: str = "", more: str = "") -> Change:
    """Let the second initiative report on 2021 under three headings; `actual` was also planned."""

    def change(site: SmallSite) -> None:
        site.replace(
            PLAN, "  - {id: reason, title: 評価の理由}", f"{DIFFICULTIES}  - {{id: reason, title: 評価の理由}}"
        )
        site.replace(PLAN, "    - {value: 運用, kind: done}", f"    - {{value: 運用, kind: done}}{PARTLY}")
        site.replace(TRAINING, "kind: 新規\n", REPORT.replace("検討", actual) + more)
        site.replace(TRAINING, SCHEDULE, f"schedule:\n  - cells: {{2021: {actual}, 2022: ⇒, 2023: ⇒}}\n")
        text = f"### 実績\n\n{results}\n\n### 課題\n\n{issues}\n\n### 評価の理由\n\n{reason}\n"
        site.append(TRAINING, f"\n## 令和3年度\n\n{text}")

    return change


def glossary(*terms: str) -> Change:
    """Let the plan print a glossary."""
    listed = "".join(f"  - {{term: online, {term}}}\n" for term in terms)
    return edit(PLAN, "printed_terms:\n", f"glossary:\n{listed}printed_terms:\n")


def titled(title: str, *changes: Change) -> Change:
    return both(edit(TRAINING, "title: 職員研修", f"title: {title}"), *changes)


def table(columns: str, *listed: str, title: str = "ほかの表", more: str = "") -> Change:
    """Write a table of facts."""
    yaml = f'title: "{title}"\n{more}columns: [{columns}]\nrows:\n' + "".join(f"  - [{row}]\n" for row in listed)
    return lambda site: site.write("content/hoshi/tables/t.yaml", yaml)


def both(*changes: Change) -> Change:
    def change(site: SmallSite) -> None:
        for one in changes:
            one(site)

    return change


def again(title: str, more: str = "", old: str = "", new: str = "") -> Change:
    """List the first initiative once more."""

    def change(site: SmallSite) -> None:
        text = (
            site.read(ONLINE)
            .replace('number: "1"', 'number: "9"')
            .replace("aliases: [/hoshi/initiatives/online/]\n", "")
        )
        text = text.replace("title: 手続のオンライン化", f'title: {title}\nrepeat_of: "1"{more}', 1).replace(old, new)
        site.write(
            ONLINE.replace("01-online", "09-again"), text[: text.index("progress:")] + text[text.index("summary:") :]
        )

    return change


class Case(NamedTuple):
    """A change to the small site, and the key of the contradiction that it makes."""

    id: str
    key: str
    change: Change


FIRES = [
    # --- other places of the printed plan
    Case("printed-title", "2 一覧 title", facts("printed: [{place: 一覧, field: title, value: 職員の研修}]")),
    Case(
        "printed-departments",
        "2 表1 departments",
        facts("printed: [{place: 表1, field: departments, value: [市民課]}]"),
    ),
    Case(
        "printed-action", "2 表1 actions.①", facts(ACTIONS + "printed: [{place: 表1, field: actions.①, value: 計画}]")
    ),
    Case("printed-action", "2 表1 actions", facts("printed: [{place: 表1, field: actions, value: 条例の見直し}]")),
    Case(
        "printed-state",
        "2 表1 progress.2021.actual",
        facts(REPORT + "printed: [{place: 表1, field: progress.2021.actual, value: 運用}]"),
    ),
    Case(
        "printed-evaluation",
        "2 表1 progress.2021.evaluation",
        facts(REPORT + 'printed: [{place: 表1, field: progress.2021.evaluation, value: "-"}]'),
    ),
    Case("printed-value", "2 表1 goals", facts("printed: [{place: 表1, field: goals, value: [便利な市役所]}]")),
    Case("title-in-table", "1 t", table("番号, 名前", '"1", 手続のオンライン', more="initiatives: 1\n")),
    # --- departments
    Case(
        "department-not-in-charge",
        "1 ① 広報室",
        both(
            edit(PLAN, "  - {id: it, name: 情報課}", "  - {id: it, name: 情報課}\n  - {id: policy, name: 広報室}"),
            edit(ONLINE, "    departments: [市民課]", "    departments: [市民課, 広報室]"),
        ),
    ),
    Case("department-without-action", "2 情報課", facts("actions: [{mark: ①, title: 研修, departments: [市民課]}]")),
    Case(
        "department-twice", "2 情報課", edit(TRAINING, "related_departments: [市民課]", "related_departments: [情報課]")
    ),
    Case(
        "similar-departments",
        "情報課/情報部",
        edit(PLAN, "name: 情報課}", "name: 情報課}\n  - {id: it2, name: 情報部}"),
    ),
    Case(
        "similar-departments",
        "情報課/情報広報課",
        edit(PLAN, "name: 情報課}", "name: 情報課}\n  - {id: it2, name: 情報広報課}"),
    ),
    # --- reports
    Case("action-without-result", "2 2021 ②", facts(ACTIONS + REPORT)),
    Case("result-without-action", "2 2021 講演", facts(REPORT + "    reported_not_in_actions: [講演]")),
    Case("issue-without-result", "2 2021 ②", facts(ACTIONS + REPORT + "    issue_actions: [②]")),
    Case("evaluation-denied", "2 2021", report("計画通り", "予算がなく、教材の用意ができませんでした。")),
    Case("evaluation-denied", "2 2021", report("少し遅延", "すべて予定どおり行いました。")),
    Case("delay-without-reason", "2 2021", report("少し遅延", "来年から新しい研修を始める予定です。")),
    Case("delayed-as-planned", "2 2021", reports("計画通り", "少し遅延")),
    Case("state-against-plan", "2 2021", reports("actual: 検討", "actual: 運用")),
    Case("operation-against-state", "2 2021", facts(REPORT + "    operation: 運用")),
    Case("plan-against-schedule", "2 2021", reports("plan: 検討\n    actual: 検討", "plan: 構築\n    actual: 構築")),
    Case(
        "schedule-behind-state",
        "2 2022",
        both(
            reports("plan: 検討\n    actual: 検討", "plan: 運用\n    actual: 運用"),
            rows("  - cells: {2021: 運用, 2022: 検討}"),
        ),
    ),
    Case("missing-report", "2 2021", reports("fy: 2021", "fy: 2022")),
    Case("evaluation-denied", "2 2021", report("計画通り", "電子決裁の割合が低い課があります。")),
    Case("operation-against-state", "2 2021", reported("運用", more="    operation: 一部運用\n")),
    Case("delay-in-issues", "2 2021", reported("運用", issues="人が足りず、作業が遅れました。")),
    Case("state-denied", "2 2021", reported("検討", reason="本格的な導入ができました。")),
    Case("state-denied", "2 2021", reported("運用", reason="導入を検討するための実証実験をしました。")),
    Case("state-of-other-scale", "2 2021", both(reported("運用"), edit(TRAINING, "actual: 運用", "actual: 一部実施"))),
    Case("result-denied", "2 2021 ①", reported("運用", results="- ①研修: 講師がいないため、開けませんでした。")),
    Case(
        "share-denied",
        "2 2021",
        reported("運用", issues="未受講者への研修をします。", more="    figures: [研修 100%]\n"),
    ),
    Case(
        "result-before-schedule",
        "2 2021 本格運用",
        both(
            reported("検討", results="サイトの本格運用を始めました。"),
            edit(TRAINING, "{2021: 検討, 2022: ⇒, 2023: ⇒}", "{2021: 検討, 2022: 本格運用, 2023: ⇒}"),
        ),
    ),
    Case("same-action", "2 ①", facts("actions: [{mark: ①, title: 電子申請の拡大}]")),
    Case(
        "action-not-linked",
        "2 ②",
        facts(ACTIONS + "national: [{item: 重点(3)手続のオンライン化, actions: [①]}]"),
    ),
    Case(
        "marker-against-text",
        "2",
        both(edit(PLAN, "goals:", f"{MARKERS}goals:"), says("国は、研修のしくみを定めています。")),
    ),
    Case("report-too-new", "2 2022", reports("fy: 2021", "fy: 2022")),
    Case("published-too-early", "2022-02", edit(PLAN, "published: 2022-06", "published: 2022-02")),
    # --- schedule and costs
    Case(
        "schedule-goes-back", "2 値下げ 2023", rows("  - {item: 値下げ, cells: {2021: 検討, 2022: 運用, 2023: 検討}}")
    ),
    Case("schedule-gap", "2 更新 2022", rows("  - {item: 更新, cells: {2021: 運用, 2023: 運用}}")),
    Case("empty-schedule-row", "2 更新", rows("  - {item: 更新, cells: {}}")),
    Case("project-count", "2 3", facts("project_count: 3")),
    Case("cost-without-schedule", "2 2021", rows("  - {item: 更新, cells: {2022: 運用}}", "cost_kyen: {2021: 500}\n")),
    Case("wrong-cost-total", "t 基本目標① 2021", table("区分, 令和3年度", '基本目標①, "1,300"', title="経費（千円）")),
    Case(
        "schedule-against-text",
        "2 機器の更新",
        rows("  - {item: 機器の更新, cells: {2023: →}, extent: unknown, reading: 令和4年度から}"),
    ),
    Case(
        "schedule-against-text",
        "2 計画の策定",
        rows("  - {item: 計画の策定, cells: {2021: →, 2022: →}, extent: unknown, reading: 令和3年度と令和5年度}"),
    ),
    Case(
        "schedule-against-text",
        "2 名簿の公開",
        both(rows("  - {item: 名簿の公開, cells: {2023: →}}"), says("令和4年度までに整え、名簿を公開します。")),
    ),
    Case(
        "schedule-against-text",
        "2 運用 2022",
        both(rows("  - cells: {2021: 検討, 2022: ⇒, 2023: 運用}"), says("令和4年度の運用に向けて調べました。")),
    ),
    Case(
        "study-against-schedule",
        "2 機器の設置",
        titled("機器の導入検討", rows("  - {item: 機器の設置, cells: {2021: →}}")),
    ),
    Case(
        "study-against-schedule",
        "2 機器の調査",
        titled("機器の導入", rows("  - {item: 機器の調査, cells: {2021: →}}")),
    ),
    Case(
        "study-against-schedule",
        "2 名簿の公開",
        both(rows("  - {item: 名簿の公開, cells: {2021: 運用}}"), says("市は、名簿の公開を検討します。")),
    ),
    Case(
        "done-before",
        "2 防災計画の策定",
        both(
            rows("  - {item: 防災計画の策定, cells: {2021: 運用}}"),
            says("市は、令和2年度に「防災計画」を作りました。"),
        ),
    ),
    Case(
        "done-before",
        "2 地図研修の実施",
        both(
            rows("  - {item: 地図研修の実施, cells: {2021: 検討}}"),
            says("地図の研修は、平成30年度に開き、9人が学びました。"),
        ),
    ),
    Case(
        "work-without-cost",
        "2 機器の更新",
        rows("  - {item: 機器の更新, cells: {2021: →}, extent: unknown}", "cost_kyen: {2021: null, 2022: 500}\n"),
    ),
    Case(
        "work-without-cost",
        "2 機器の更新",
        rows("  - {item: 機器の更新, cells: {2022: →}}", "cost_kyen: {2021: 0, 2022: 0}\n"),
    ),
    Case(
        "target-before-operation",
        "2 満足度",
        both(
            rows("  - {item: 運用, cells: {2023: →}}"),
            kpi("name: 満足度, values: {2021: null, 2022: 70%, 2023: 80%}"),
        ),
    ),
    Case("wrong-cost-total", "t 計 2021", table("区分, 令和3年度", '計, "1,300"', title="経費（千円）")),
    # --- indicators
    Case(
        "goal-not-last-target",
        "2 参加者",
        kpi("name: 参加者, unit: 人, values: {2022: 10人, 2023: 20人}, kgi: 参加者：30人"),
    ),
    Case("goal-not-last-target", "2 窓口", kpi("name: 窓口, values: {2022: 一部, 2023: 一部の窓口}, kgi: 全窓口")),
    Case("goal-not-last-target", "2 更新", kpi("name: 更新, values: {2022: 27箇所, 2023: null}, kgi: 更新：27箇所")),
    Case(
        "cumulative-falls", "2 手続数（累計） 2023", kpi("name: 手続数（累計）, values: {2022: 40手続, 2023: 30手続}")
    ),
    Case("target-gets-worse", "2 苦情 2023", kpi("name: 苦情, direction: down, values: {2022: 3件, 2023: 5件}")),
    Case("target-gets-worse", "2 満足度 2023", kpi("name: 満足度, values: {2022: 80%, 2023: 70%}")),
    Case("target-gets-worse", "2 事故 2023", kpi("name: 事故, values: {2022: 3件以下, 2023: 5件以下}")),
    Case("indicator-without-number", "2 決裁率", kpi("name: 決裁率, values: {2023: 検討を踏まえ設定}")),
    Case("indicator-without-last-year", "2 交付率", kpi("name: 交付率, values: {2021: 70%, 2022: 100%}")),
    Case("unit-against-name", "2 利用者数", kpi('name: 利用者数, unit: "%", values: {2023: 80%}')),
    Case("unit-against-name", "2 交付率", kpi("name: 交付率, unit: 件, values: {2023: 80件}")),
    Case("unit-against-name", "2 会議", kpi("name: 会議, unit: 回, values: {2023: 80人}")),
    Case("footnote-missing", "2 業務 2", kpi("name: 業務, unit: 業務, values: {2023: 1業務※2}")),
    Case(
        "text-against-target",
        "2 手続 2023",
        both(
            kpi("name: 手続, unit: 件, values: {2022: 20件, 2023: 30件}"),
            says("令和5年度までに40件を目指します。"),
        ),
    ),
    # --- numbers
    Case("two-counts", "窓口の端末", figures("窓口の端末 5台", "窓口の端末 7台")),
    Case(
        "priority-order",
        "t う",
        table("取組, 緊急度, 重要度", 'あ, "90", "50"', 'い, "40", "45"', 'う, "60", "80"', title="取組の優先順位"),
    ),
    Case("number-order", "t No 3", table("No, 名", '"1", あ', '"3", い')),
    Case("number-order", "2 actions ③", facts(ACTIONS.replace("②", "③"))),
    Case("number-order", "4", edit(TRAINING, 'number: "2"', 'number: "4"')),
    Case("wrong-total", "t 計 件数", table("区分, 件数", '東, "2"', '西, "3"', '計, "6"')),
    Case("wrong-total", "t 東 計", table("区分, 令和3年度, 令和4年度, 計", '東, "2", "3", "6"', '西, "1", "1", "2"')),
    Case(
        "wrong-total",
        "t 計うち国費 額",
        table(
            "区分, 額", '東, "9"', '東のうち国費, "2"', '西, "9"', '西のうち国費, "3"', '計, "18"', '計のうち国費, "6"'
        ),
    ),
    Case("wrong-sum", "2 17+3=21", figures("17業務＋3業務＝21業務")),
    Case("wrong-sum", "2 15+11+1+4=30", figures("オンライン手続 30手続（子育て15、介護11、被災者支援1、自動車4）")),
    Case("wrong-sum", "2 87+516=604", says("604件は、87件と516件に分かれます。")),
    Case(
        "wrong-sum",
        "2 226+17+272=516",
        figures("まだの手続 516件", "うち目指す手続 226件", "うち手数料の手続 17件", "うち対面の手続 272件"),
    ),
    Case("wrong-sum", "2 700=603", figures("手続 603件", "うちオンライン 700件")),
    Case("wrong-difference", "2 25.9→40.5 14.0", figures("交付率 25.9%（R3.4）→40.5%（R4.4） 14.0%増")),
    Case("wrong-difference", "2 100→150 40", figures("100件から150件へ、40%増")),
    Case("wrong-difference", "t 3→1 1", table("区分, 前, 後, 増減", "来庁, 3回, 1回, 1回")),
    Case(
        "wrong-difference",
        "2 25.9→40.5 14.0",
        says("| 県 | 前 | 後 | 増えた分 |\n|---|---|---|---|\n| 星 | 25.9% | 40.5% | 14.0% |"),
    ),
    Case(
        "threshold-unreachable",
        "t 24点以上",
        table("優先度, 点数", '◎, "3"', '○, "2"', '"A: 24点以上", ""', more="note: 式は (G×Q×C×D)/4 です。\n"),
    ),
    Case("wrong-count", "t 本計画の事業数20事業", table("項目, 数", "本計画の事業数, 20事業")),
    Case("wrong-count", "2 この計画では5の施策", says("この計画では5の施策を進めます。")),
    Case("wrong-count", "t 基本方針の数3", table("項目, 数", '基本方針の数, "3"')),
    Case("wrong-count", "2 5か所(星川、月島)", figures("設置 5か所（星川、月島）")),
    Case("wrong-count", "2 次の3つ", says("次の3つをします。\n\n- 研修\n- 教材")),
    Case("wrong-count", "2 次の3件", says("次の3件です。\n\n| 名 |\n|---|\n| あ |\n| い |")),
    Case("wrong-count", "t 20業務", table("業務, 課", "住民, 市民課", "税, 税務課", title="標準化する20業務")),
    Case(
        "wrong-count",
        "t 子育て関係が3手続",
        table(
            "手続, 分野",
            "あ, 子育て関係",
            "い, 子育て関係",
            "う, 介護関係",
            more="note: 数は、子育て関係が3手続です。\n",
        ),
    ),
    # --- years
    Case("era-against-year", "2 令和4(2021)", says("令和4（2021）年度に始めます。")),
    Case("wrong-span", "2 令和3年度から令和7年度までの4年間", says("令和3年度から令和7年度までの4年間です。")),
    Case("end-before-start", "2 令和4年2月28日~令和3年12月1日", figures("期間 令和4年2月28日～令和3年12月1日")),
    Case("wrong-period", "5か年計画", edit(PLAN, "title: ほし市DX推進計画", "title: ほし市DX推進5か年計画")),
    Case("made-after-start", "t 第2次", table("計画, 策定, 期間", "第2次, 平成29年4月, 平成28年度から")),
    Case("two-dates", "t 第3次", table("計画, 策定", "第3次, 令和2年3月／令和2年4月")),
    Case("made-after-start", "plan.yaml 2022-06", edit(PLAN, "reporting_fy: 2021\n", "")),
    Case("made-after-start", "t 令和3年5月", table("日付, できごと", "令和3年5月, 計画の策定")),
    Case(
        "two-dates",
        "星の国の社会の重点計画",
        says(
            "「星の国の社会の重点計画」は令和3年6月に閣議で決まりました。\n\n"
            "2022年6月に閣議決定された「星の国の社会の重点計画」です。"
        ),
    ),
    Case("periods-overlap", "t 前計画", table("計画, 期間", "前計画, 令和元年度から令和4年度")),
    Case("periods-overlap", "t 次期計画", table("計画, 期間", "次期計画, 令和5～9年度")),
    Case("before-its-time", "2 デジタル庁 2021-04", says("デジタル庁は「方針」（R3.4.12）で示しています。")),
    # --- glossary
    Case(
        "glossary-order",
        "OCR",
        glossary(*(f"word: {word}" for word in ("AI", "BPR", "GIS", "RPA", "SNS", "OCR", "URL"))),
    ),
    Case("reading-against-letters", "RPA", glossary("word: RPA, reading: アールピーイー")),
    Case("reading-against-letters", "ICT-BCP", glossary("word: ICT-BCP, reading: あいしーてぃーびーぴーしー")),
    Case("letters-against-words", "RPA", glossary("word: RPA, abbr_of: Robotic Automation Process")),
    Case(
        "letters-against-words",
        "PaaS",
        glossary("word: IaaS, sub_terms: [{term: PaaS, abbr_of: Infrastructure as a Service}]"),
    ),
    # --- lists and names
    Case(
        "two-makers",
        "星の国の社会の実行計画",
        says("総務省「星の国の社会の実行計画」です。\n\n「星の国の社会の実行計画」（令和2年12月25日閣議決定）です。"),
    ),
    Case(
        "same-number",
        "t 委員会規則 規則第28号",
        table("規則, 制定, 改正", "委員会規則, 平成26年9月5日規則第28号, 令和2年8月31日規則第28号"),
    ),
    Case("blank-left", "2 最終改正令和5年3月〇〇日", figures("最終改正 令和5年3月〇〇日")),
    Case("tier-words", "方針/基本方針", edit(PLAN, "level: 基本方針,", "level: 方針,")),
    Case("tier-words", "基本方針", edit(PLAN, "vision:\n", "leaf: 基本方針\nvision:\n")),
    Case("unknown-name", "t 研修の充実", table("項目, 見直し", "研修の充実, 「職員の学び」に名称変更します。")),
    Case("two-spellings", "IoT/IOT", figures("IoTの機器", "IOTの機器")),
    Case("near-names", "AIの利用促進/AIの利用推進", table("項目, 国の項目", "AIの利用促進, 自治体のAIの利用推進")),
    Case(
        "near-names",
        "定期報告書/定期報告概要書",
        titled("定期報告書等の電子化", rows("  - {item: 定期報告概要書の電子化, cells: {2021: 運用}}")),
    ),
    Case("sdgs-differ", "2", facts("sdgs: [3]\nsdgs_printed: [④]")),
    Case(
        "named-twice", "2 参加", facts("kpis: [{name: 参加, values: {2023: 1人}}, {name: 参加, values: {2023: 2人}}]")
    ),
    Case("named-twice", "2 情報課", edit(TRAINING, "departments: [情報課]", "departments: [情報課, 情報課]")),
    Case("same-title", "2 手続のオンライン化", edit(TRAINING, "title: 職員研修", "title: 手続のオンライン化")),
    Case("same-row", "t 東|1", table("区, 数", '東, "1"', '東, "1"')),
    Case(
        "repeat-differs",
        "9 departments",
        again("手続のオンライン化【再掲】", old="departments: [市民課, 情報課]", new="departments: [情報課]"),
    ),
    Case("repeat-differs", "9 title", again("手続の電子化【再掲】")),
    Case("repeat-differs", "9 schedule 0", again("手続のオンライン化【再掲】", old="2023: 運用", new="2023: 構築")),
    Case("two-spellings", "手続/手続き", figures("新しい手続き")),
    Case("two-spellings", "サーバ/サーバー", figures("サーバの更新", "サーバーの台数")),
    Case("two-spellings", "デジタルデバイド/デジタルデバイト", figures("デジタルデバイド対策", "デジタルデバイト対策")),
    Case("two-spellings", "仮想化基盤/仮想基盤", figures("仮想化基盤", "仮想基盤")),
    Case(
        "near-names",
        "健康増進に関するデータの活用/健康管理に関するデータの活用",
        both(
            table("項目, 数", '健康増進に関するデータの活用, "1"'),
            facts("figures: []\nkpis: [{name: 健康管理に関するデータの活用, values: {2023: 1件}}]"),
        ),
    ),
    Case(
        "near-names",
        "電子申請・届出等の利用の促進/電子申請・届出等の利用の推進",
        table(
            "項目, 説明",
            "電子申請・届出等の利用の推進, 継続します",
            "届出, 「③ 電子申請・届出等の利用の促進」に含めます",
        ),
    ),
]

SILENT = [
    # --- the same, or not about this plan
    ("printed-title", facts("printed: [{place: 一覧, field: title, value: 職員 研修【再掲】}]")),
    ("printed-departments", facts("printed: [{place: 一覧, field: departments, value: [情報課]}]")),
    ("printed-action", facts(ACTIONS + "printed: [{place: 表1, field: actions.①, value: 研修の 計画}]")),
    ("printed-state", facts(REPORT + "printed: [{place: 表1, field: progress.2021.actual, value: 検討}]")),
    ("printed-evaluation", facts(REPORT + "printed: [{place: 表1, field: progress.2021.evaluation, value: 計画通り}]")),
    ("printed-value", facts("goals: [便利な市役所]\nprinted: [{place: 表1, field: goals, value: [便利な市役所]}]")),
    ("title-in-table", table("番号, 名前, 課", '"1", 手続の オンライン化, 市民課', more="initiatives: 1\n")),
    ("title-in-table", table("前の名前, 番号", '手続のオンライン, "1"', more="initiatives: 2\n")),
    ("department-not-in-charge", facts("actions: [{mark: ①, title: 研修, departments: [情報課, 市民課]}]")),
    ("department-without-action", facts("actions: [{mark: ①, title: 研修}]")),
    ("department-twice", edit(TRAINING, "related_departments: [市民課]", "related_departments: []")),
    (
        "similar-departments",
        both(
            edit(PLAN, "name: 市民課}", "name: 市民課}\n  - {id: safety, name: 市民生活課}"),
            edit(TRAINING, "departments: [情報課]", "departments: [情報課, 市民生活課]"),
        ),
    ),
    ("similar-departments", edit(PLAN, "name: 情報課}", "name: 情報課}\n  - {id: all, name: 情報課等, generic: true}")),
    # --- reports
    ("action-without-result", facts(ACTIONS + REPORT.replace("[①]", "[①, ②]"))),
    ("result-without-action", facts(REPORT)),
    ("issue-without-result", facts(ACTIONS + REPORT.replace("[①]", "[①, ②]") + "    issue_actions: [②]")),
    ("evaluation-denied", report("計画通り", "評価は「計画通り」です。遅れずに進み、遅延はありませんでした。")),
    ("evaluation-denied", report("計画通り", "利用者が増え、効果がありました。")),
    ("delay-without-reason", report("計画通り", "来年から新しい研修を始める予定です。")),
    ("missing-report", both()),
    ("report-too-new", facts(REPORT)),
    ("published-too-early", edit(PLAN, "published: 2022-06", "published: 2022-03")),
    ("state-against-plan", facts(REPORT)),
    (
        "operation-against-state",
        both(
            reports("plan: 検討\n    actual: 検討", "plan: 運用\n    actual: 運用\n    operation: 運用"),
            rows("  - cells: {2021: 運用, 2022: ⇒}"),
        ),
    ),
    ("plan-against-schedule", facts(REPORT)),
    ("schedule-behind-state", facts(REPORT)),
    ("evaluation-denied", report("計画通り", "課題はありますが、利用者の割合が高いためです。")),
    ("delay-in-issues", reported("運用", issues="遅れはありませんが、講師が足りません。")),
    ("state-denied", reported("運用", reason="本格的な導入ができました。")),
    ("state-denied", reported("検討", reason="実証実験の方法を決めました。")),
    ("state-of-other-scale", reported("運用")),
    ("result-denied", reported("運用", results="- ①研修: 予定通り開きました。")),
    ("result-before-schedule", reported("本格運用", results="サイトの本格運用を始めました。")),
    ("share-denied", reported("運用", issues="内容を改めます。", more="    figures: [研修 100%]\n")),
    ("share-denied", reported("運用", issues="未受講者への研修をします。", more="    figures: [研修 90%]\n")),
    ("same-action", facts(ACTIONS)),
    ("action-not-linked", facts(ACTIONS + "national: [{item: 重点(3)手続のオンライン化, actions: [①, ②]}]")),
    ("action-not-linked", facts(ACTIONS + "national: [{item: 重点(3)手続のオンライン化}]")),
    ("marker-against-text", both(edit(PLAN, "goals:", f"{MARKERS}goals:"), says("国の研修に参加します。"))),
    # --- schedule and costs
    (
        "schedule-against-text",
        rows("  - {item: 機器の更新, cells: {2022: →}, extent: unknown, reading: 令和4年度から令和5年度まで}"),
    ),
    (
        "schedule-against-text",
        rows("  - {item: 機器の更新, cells: {2023: →}, extent: unknown, reading: 経費は令和4年度から}"),
    ),
    (
        "schedule-against-text",
        both(
            rows("  - {item: 名簿の公開, cells: {2021: 検討, 2022: 運用}}"),
            says("令和4年度から名簿を公開します。令和3年度には公開しませんでした。令和5年度の公開の目標は2件です。"),
        ),
    ),
    (
        "schedule-against-text",
        both(
            rows("  - cells: {2021: 検討, 2022: 運用, 2023: ⇒}"),
            says("令和4年度に運用を始め、令和5年度の運用では構築の費用も見ます。令和8年度の運用は未定です。"),
        ),
    ),
    ("study-against-schedule", titled("機器の導入検討", rows("  - {item: 導入の方針決定, cells: {2021: →}}"))),
    ("study-against-schedule", titled("機器の導入", rows("  - {item: 仕様の検討, cells: {2021: →}}\n" + INSTALL))),
    (
        "study-against-schedule",
        both(
            rows("  - {item: 名簿の公開, cells: {2021: 運用}}"),
            says("アプリでの申し込みも検討します。名簿の公開は、令和5年度に検討します。"),
        ),
    ),
    (
        "done-before",
        both(
            rows("  - {item: 防災計画の策定, cells: {2021: 運用}}"),
            says("県は令和2年度に防災計画を作りました。市は令和3年度に防災計画を作りました。"),
        ),
    ),
    (
        "work-without-cost",
        rows("  - {item: 仕様の検討, cells: {2021: →}}\n" + INSTALL, "cost_kyen: {2021: null, 2022: 500}\n"),
    ),
    ("work-without-cost", rows(INSTALL, "cost_kyen: {2022: 0}\ncost_notes: [ほかの事業と合わせて払うため0です。]\n")),
    (
        "target-before-operation",
        both(
            rows("  - {item: 運用, cells: {2023: →}}"),
            kpi("name: 窓口, values: {2021: null, 2022: 1(試行), 2023: 9}"),
        ),
    ),
    (
        "target-before-operation",
        both(rows("  - {item: 運用, cells: {2023: →}}"), kpi("name: 登録者, values: {2022: 70人, 2023: 80人}")),
    ),
    ("schedule-goes-back", rows("  - {item: 値下げ, cells: {2021: 検討, 2022: ⇒, 2023: 運用}}")),
    ("schedule-gap", rows("  - {item: 更新, cells: {2021: {text: 調べる}, 2023: {text: 更新する}}}")),
    ("schedule-gap", rows("  - {item: 更新, cells: {2021H1: 検討, 2022H2: 運用}}")),
    ("empty-schedule-row", rows("  - {item: 更新, cells: {}, extent: unknown}")),
    ("project-count", facts("project_count: 1")),
    ("cost-without-schedule", rows("  - {item: 更新, cells: {2022: →}, extent: unknown}", "cost_kyen: {2021: 500}\n")),
    ("cost-without-schedule", rows("  - {item: 更新, cells: {2022: 運用}}", "cost_kyen: {2021: 0, 2022: 5}\n")),
    (
        "wrong-cost-total",
        table("区分, 令和3年度", '基本目標①, "1,200"', '基本目標①のうち国費, "3"', title="経費（千円）"),
    ),
    ("wrong-cost-total", table("区分, 令和3年度", '基本目標①, "1,300"', title="人数")),
    # --- indicators
    ("goal-not-last-target", kpi('name: 利用, unit: "%", values: {2022: 10%, 2023: 80%}, kgi: 利用：対象者の 80%')),
    ("goal-not-last-target", kpi("name: 窓口, values: {2023: 全窓口※1}, kgi: 窓口：全窓口, note: ※1 試行のあと。")),
    ("goal-not-last-target", kpi('name: 手続, values: {2022: 9件}, kgi: 手続：10件, lost: ["2023"]')),
    ("cumulative-falls", kpi("name: 手続（累計）, values: {2022: 40件, 2023: 40件}, cumulative: true")),
    ("target-gets-worse", kpi("name: 苦情, direction: down, values: {2022: 5件, 2023: 3件}")),
    ("target-gets-worse", kpi("name: 事故, values: {2022: 5件以下, 2023: 3件以下}")),
    ("target-gets-worse", kpi("name: 会議, values: {2022: 年9回, 2023: 月1回}")),
    ("indicator-without-number", kpi("name: 更新, values: {2022: 設定する, 2023: 1回以上}")),
    ("indicator-without-last-year", kpi('name: 更新, values: {2022: 1回}, lost: ["2023"]')),
    ("unit-against-name", kpi('name: 利用者数の割合(累計), unit: "%", values: {2023: 80%}')),
    ("unit-against-name", kpi("name: 利用者数, unit: 万人, values: {2023: 8万人}")),
    ("footnote-missing", kpi("name: 業務, unit: 業務, values: {2023: 1業務※2}, note: ※2 国保のこと。")),
    (
        "text-against-target",
        both(
            kpi("name: 手続, unit: 件, values: {2022: 20件, 2023: 30件}"),
            says("令和4年度は20件、令和5年度は30件です。令和4年度に5件ずつ2回、令和5年度に約40件を調べます。"),
        ),
    ),
    # --- numbers
    ("two-counts", figures("窓口の端末 5台", "学校の端末 7台", "第1回会議 2時間", "第2回会議 3時間")),
    (
        "priority-order",
        table("取組, 緊急度, 重要度", 'あ, "90", "50"', 'い, "40", "80"', 'う, "30", "70"', title="取組の優先順位"),
    ),
    ("priority-order", table("取組, 緊急度, 重要度", 'い, "40", "45"', 'う, "60", "80"', title="取組の点数")),
    ("number-order", table("No, 名", '"1", あ', '"2", い')),
    ("number-order", table("No, 名", '"4", あ', '"9", い')),
    ("number-order", facts(ACTIONS)),
    ("wrong-total", table("区分, 件数, 割合", '東, "2", 40%', '西, "3", 60%', '計, "5", 101%')),
    ("wrong-total", table("区分, 件数", '東, "2"', '小計, "2"', '西, "3"', '計, "5"')),
    ("wrong-sum", figures("17業務＋3業務＝20業務", "31手続（子育て15、介護11、被災者支援1、自動車4）")),
    ("wrong-sum", figures("手続 603件", "うち市民課 20件", "うち税務課 30件")),
    ("wrong-sum", figures("手続 14件（うち3件は県、2件は国）")),
    ("wrong-difference", figures("交付率 28.3%（R3.4）→43.3%（R4.4） 15.0%増", "100件から150件へ、50%増")),
    ("wrong-difference", figures("令和3年から令和5年に3件増", "来庁 2回→1回（効果）", "33.33%→66.7% 33.4%増")),
    (
        "threshold-unreachable",
        table("優先度, 点数", '◎, "3"', '"A: 4.5点以上", ""', more="note: 式は (G×Q)/2 です。\n"),
    ),
    ("threshold-unreachable", table("優先度, 点数", '◎, "3"', '"A: 24点以上", ""')),
    ("wrong-count", table("項目, 数", "前計画の事業数, 23事業", "本計画の事業数, 2事業", '基本方針の数, "1"')),
    ("wrong-count", table("項目, 数", "本計画の事業数, 20事業", title="前の計画のあらまし")),
    (
        "wrong-count",
        figures(
            "設置 2か所（星川、月島）",
            "手続 27件（子育て及び介護関係、令和4年4月現在）",
            "設置 5か所（星川、月島など）",
        ),
    ),
    ("wrong-count", says("次の2つをします。\n\n- 研修\n- 教材")),
    ("wrong-count", says("次の5件です。\n\n- 学校：研修、教材、端末\n- 家庭：相談、見守り")),
    ("wrong-count", table("業務, 数", '住民, "15"', '税, "5"', title="標準化する20業務")),
    ("wrong-count", table("業務", "住民", "税", title="上位3業務の移り変わり（令和4年度、第2次）")),
    # --- years
    ("era-against-year", says("令和4（2022）年度、平成31年（2019年）です。")),
    ("wrong-span", says("令和3年度から令和7年度までの5年間、平成30年度から令和元年度までの2か年です。")),
    ("end-before-start", figures("期間 令和3年12月1日～令和4年2月28日", "令和3～7年度")),
    ("wrong-period", edit(PLAN, "title: ほし市DX推進計画", "title: ほし市DX推進3か年計画")),
    ("made-after-start", table("計画, 策定, 期間", "第2次, 平成28年9月, 平成28年度から")),
    ("two-dates", table("計画, 策定", "第3次, 令和2年3月（令和4年4月改定）")),
    ("made-after-start", both(edit(PLAN, "reporting_fy: 2021\n", ""), edit(PLAN, "2022-06", "2021-03"))),
    ("made-after-start", table("日付, できごと", "令和3年3月, 計画の策定", "令和6年3月, 次期計画の策定")),
    (
        "two-dates",
        says(
            "「星の国の社会の重点計画」は令和3年6月に閣議で決まりました。\n\n"
            "令和4年6月に改定が決まった「星の国の社会の重点計画」です。"
        ),
    ),
    (
        "periods-overlap",
        table("計画, 期間", "前計画, 平成28～令和2年度", "総合計画, 令和元～10年度", "本計画, 令和3～5年度"),
    ),
    ("before-its-time", says("デジタル庁は令和4年6月に、県は令和3年4月に方針を示しました。")),
    # --- glossary
    ("glossary-order", glossary("word: AI", "word: あいう", "word: RPA", "word: かきく")),
    ("glossary-order", glossary("word: RPA", "word: AI", "word: SNS", "word: DX")),
    (
        "reading-against-letters",
        glossary(
            "word: RPA, reading: アールピーエー", "word: AI, reading: エイアイ", "word: UI, reading: 画面のつくり"
        ),
    ),
    (
        "letters-against-words",
        glossary("word: DX, abbr_of: Digital Transformation", "word: SSID, abbr_of: Service Set Identifier"),
    ),
    ("letters-against-words", glossary("word: 官民データ, abbr_of: 官民データ活用推進基本法")),
    # --- lists and names
    (
        "two-makers",
        says("総務省「星の国の社会の実行計画」です。\n\n「星の国の町の実行計画」（令和2年12月25日閣議決定）です。"),
    ),
    ("same-number", table("規則, 制定, 改正", "規則, 平成26年9月5日規則第28号, 令和2年8月31日規則第3号")),
    ("blank-left", figures("令和5年3月1日 ○がついた 5年間")),
    ("tier-words", edit(PLAN, "level: 基本方針,", "level: 基本方針（柱）,")),
    (
        "unknown-name",
        table("項目, 見直し", "研修, 「① 手続のオンライン化」に名称変更します。", "学び, 「研修」に統合します。"),
    ),
    ("two-spellings", figures("IoTの機器", "IoTの数", "AI", "ai")),
    ("near-names", table("項目, 別", "デジタルの推進, デジタルの支援", "学びの推進, 遊びの促進")),
    ("near-names", titled("定期報告書の電子化", rows("  - {item: 定期報告書等の電子化, cells: {2021: 運用}}"))),
    ("sdgs-differ", facts("sdgs: [3, 4]\nsdgs_printed: [④, ③]")),
    (
        "named-twice",
        rows("  - {item: 内容, row: 1, cells: {2021: 検討}}\n  - {item: 内容, row: 2, cells: {2021: 検討}}"),
    ),
    ("same-title", again("手続のオンライン化【再掲】")),
    ("same-row", table("区, 数", '東, "1"', '東, "2"')),
    ("repeat-differs", again("手続のオンライン化【再掲】")),
    ("two-spellings", figures("行政手続法", "サーバー", "サーベイ", "データ", "デザート")),
    (
        "near-names",
        facts(
            "kpis:\n"
            "  - {name: 平常時におけるWi-Fiの強化数, values: {2023: 1件}}\n"
            "  - {name: 災害時におけるWi-Fiの強化数, values: {2023: 1件}}\n"
        ),
    ),
    ("near-names", table("項目, 数", '基本計画第1章に関する見直し, "1"', "別の項目, 基本計画第2章に関する見直し")),
]


def contradictions(site: SmallSite) -> list[Problem]:
    """What the checks report, but for words that have no translation yet or are no easy Japanese."""
    return [one for one in site.problems() if one.id != "missing-string" and not one.id.startswith("easy-")]


def found(site: SmallSite) -> set[tuple[str, str]]:
    (plan,) = site.content().plans
    return {(one.id, one.key) for one in findings(plan)}


@pytest.fixture(scope="module")
def known(tmp_path_factory: pytest.TempPathFactory) -> set[tuple[str, str]]:
    """What the small site's plan contradicts, and accepts."""
    return found(build_small_site(tmp_path_factory.mktemp("known")))


@pytest.mark.parametrize("case", FIRES, ids=lambda case: f"{case.id} {case.key}")
def test_a_contradiction_is_found_and_named_by_its_key(
    site: SmallSite, known: set[tuple[str, str]], case: Case
) -> None:
    case.change(site)
    assert (case.id, case.key) in found(site) - known
    assert {id_ for id_, _ in found(site) - known} <= {case.id} | COMPANIONS.get(case.id, set())


COMPANIONS = {
    "delayed-as-planned": {"delay-without-reason"},
    "evaluation-denied": {"delayed-as-planned"},
    "delay-without-reason": {"delayed-as-planned"},
    "issue-without-result": {"action-without-result"},
    "report-too-new": {"missing-report", "schedule-behind-state", "plan-against-schedule"},
    "missing-report": {"report-too-new", "plan-against-schedule"},
    "goal-not-last-target": {"indicator-without-number"},
    "schedule-behind-state": {"schedule-goes-back"},
    "title-in-table": {"near-names"},
    "same-title": {"two-spellings"},
    "repeat-differs": {"number-order"},
}
"""Contradictions that come with another one by their nature."""


@pytest.mark.parametrize(("id_", "change"), SILENT, ids=lambda value: value if isinstance(value, str) else "")
def test_what_fits_together_is_not_reported(
    site: SmallSite, known: set[tuple[str, str]], id_: str, change: Change
) -> None:
    change(site)
    assert {one for one in found(site) - known if one[0] == id_} == set()


def test_every_kind_has_a_case_that_is_found_and_one_that_is_not() -> None:
    assert {case.id for case in FIRES} == CONTRADICTIONS.keys()
    assert {id_ for id_, _ in SILENT} | {"delayed-as-planned"} == CONTRADICTIONS.keys()


def test_a_contradiction_is_a_warning_with_its_place_and_the_line_to_accept_it(site: SmallSite) -> None:
    site.replace(TRAINING, SCHEDULE, "schedule:\n  - {item: 値下げ, cells: {2021: 運用, 2022: 検討}}\n")
    (one,) = contradictions(site)
    assert (one.id, one.level) == ("schedule-goes-back", "warning")
    assert str(one.where) == f"{TRAINING}:9:41"
    assert '{problem: schedule-goes-back, value: "2 値下げ 2022", reason: …}' in one.hint["ja"]
    assert_reads_well(one)


def test_plan_yaml_accepts_one_contradiction_and_no_other(site: SmallSite) -> None:
    site.replace(TRAINING, "kind: 新規\n", "figures: [100件→120件 30件増, 100件→130件 20件増]\n")
    entry = '  - {problem: wrong-difference, value: "2 100→120 30", reason: 計画の印刷どおりです。}\n'
    site.append(PLAN, entry)
    (left,) = contradictions(site)
    assert "100→130 20" in left.message["ja"]


def test_what_is_accepted_but_no_longer_there_is_reported(site: SmallSite) -> None:
    site.append(PLAN, '  - {problem: wrong-count, value: "1 20事業", reason: 計画の印刷どおりです。}\n')
    (stale,) = contradictions(site)
    assert (stale.id, stale.level) == ("stale-acceptance", "warning")
    assert stale.where.path == PLAN


def test_a_plan_whose_files_have_an_error_is_judged_when_it_is_corrected(site: SmallSite) -> None:
    site.replace(TRAINING, "kind: 新規\n", "project_count: 9\n")
    site.replace(ONLINE, "page: 3", "page: 三")
    assert [one.id for one in contradictions(site)] == ["wrong-type"]
    site.replace(ONLINE, "page: 三", "page: 3")
    assert [one.id for one in contradictions(site)] == ["project-count"]


def test_an_error_elsewhere_does_not_hide_contradictions(site: SmallSite) -> None:
    site.replace(TRAINING, "kind: 新規\n", "project_count: 9\n")
    site.replace(PAGE, "updated:", "updatd: 1\nupdated:")
    assert {one.id for one in contradictions(site)} == {"unknown-key", "project-count"}
