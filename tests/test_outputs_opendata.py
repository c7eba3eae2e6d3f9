"""/data/<plan>.json and /data/glossary.json: the facts as other software reads them."""

from __future__ import annotations

import json
from typing import Any

import pytest

from sitegen.derive import derive
from sitegen.outputs.opendata import open_data
from tests.site_builder import ONLINE, TRAINING, SmallSite


def published(site: SmallSite, path: str = "data/hoshi.json") -> Any:
    files = {artifact.path: artifact.content for artifact in open_data(derive(site.content()))}
    return json.loads(files[path])


@pytest.fixture
def plan(site: SmallSite) -> Any:
    return published(site)


@pytest.fixture
def online(plan: Any) -> Any:
    return plan["initiatives"][0]


@pytest.fixture
def training(plan: Any) -> Any:
    return plan["initiatives"][1]


def test_a_plan_has_its_facts(plan: Any) -> None:
    facts = ("id", "title", "municipality", "prefecture", "published", "period", "reporting_fy", "vision")
    assert {name: plan[name] for name in facts} == {
        "id": "hoshi",
        "title": "ほし市DX推進計画",
        "municipality": "ほし市",
        "prefecture": "星県",
        "published": "2022-06",
        "period": {"start_fy": 2021, "end_fy": 2023},
        "reporting_fy": 2021,
        "vision": {"label": "基本理念", "text": "星のように明るいまち"},
    }


def test_policies_keep_their_tree(plan: Any) -> None:
    assert [(p["code"], p["title"], p["level"], p["label"], p["parent"]) for p in plan["policies"]] == [
        ("1", "便利なまち", "基本目標", "基本目標①", None),
        ("2", "窓口の改善", "基本方針", "基本方針1", "1"),
    ]


def test_starred_words_are_not_taken_for_a_glossary_of_the_plan(plan: Any) -> None:
    assert plan["glossary"] == []
    assert [(entry["word"], entry["term"]) for entry in plan["printed_terms"]] == [("オンライン", "online")]


def test_tables_of_the_plan_are_published(plan: Any) -> None:
    assert plan["tables"]["figures"]["title"] == "計画の数字"


def test_initiatives_stand_in_printed_order(plan: Any) -> None:
    assert [initiative["number"] for initiative in plan["initiatives"]] == ["1", "2"]


def test_an_initiative_has_its_facts(online: Any) -> None:
    facts = (
        *("number", "title", "policy", "departments", "related_departments", "kind", "repeat_of"),
        *("goals", "fields", "sdgs", "related_plans", "flags", "page", "sdgs_printed"),
    )
    assert {name: online[name] for name in facts} == {
        "number": "1",
        "title": "手続のオンライン化",
        "policy": "2",
        "departments": ["市民課", "情報課"],
        "related_departments": [],
        "kind": "継続",
        "repeat_of": None,
        "goals": ["便利な市役所"],
        "fields": ["行政経営"],
        "sdgs": [9, 11],
        "related_plans": ["ほし市総合計画"],
        "flags": ["重点"],
        "page": 3,
        "sdgs_printed": ["⑨", "⑪", "⑱"],
    }


def test_national_items_are_labels_and_their_actions_stand_beside_them(online: Any) -> None:
    assert online["national"] == ["重点(3)手続のオンライン化"]
    assert online["national_actions"] == {"重点(3)手続のオンライン化": ["①"]}


def test_actions_are_printed_with_their_marks(online: Any) -> None:
    assert online["actions"] == ["①電子申請の拡大"]
    assert online["action_departments"] == {"①": ["市民課"]}
    assert online["action_details"] == {"①": ["申請フォームの作成"]}


def test_schedule_cells_are_texts_under_string_keys(online: Any, training: Any) -> None:
    cells = {"2021": "検討", "2022H1": "⇒", "2022H2": "対象を広げる", "2023": "運用"}
    assert [(row["item"], row["cells"]) for row in online["schedule"]] == [("全体", cells)]
    assert training["schedule"][0]["item"] is None


def test_a_printed_dash_is_null_and_not_missing(online: Any) -> None:
    values = {"2021": "10", "2022": "検討を踏まえ設定", "2023": None}
    expected = {"name": "電子申請の件数", "unit": "件", "values": values, "kgi": None}
    assert [{key: kpi[key] for key in expected} for kpi in online["kpis"]] == [expected]
    assert online["cost_kyen"] == {"2021": 1200, "2022": None}


def test_progress_has_both_evaluations_and_what_was_reported(online: Any) -> None:
    assert online["progress"] == [
        {
            "fy": 2021,
            "plan": "検討",
            "actual": "構築",
            "evaluation": "計画通り",
            "operation": "運用",
            "figures": ["電子申請 27件"],
            "figures_in_issues_or_reason": [],
            "reported_actions": ["①"],
            "issue_actions": ["①"],
            "reason_actions": ["①"],
            "reported_not_in_actions": ["地域の学習会"],
        }
    ]


def test_values_printed_elsewhere_are_kept_with_their_place(online: Any) -> None:
    assert online["printed"] == [{"place": "表6-2", "field": "title", "value": "手続オンライン化"}]


def test_facts_that_the_plan_does_not_give_are_empty_and_not_missing(training: Any) -> None:
    empty = ("goals", "sdgs", "national", "actions", "kpis", "cost_kyen", "progress")
    assert [training[name] for name in empty] == [[], [], [], [], [], {}, []]


def test_addresses_are_absolute_and_below_the_path_of_the_site(plan: Any, online: Any) -> None:
    assert plan["url"] == "https://example.org/dx/hoshi/"
    assert online["url"] == "https://example.org/dx/hoshi/initiatives/01-online/"
    assert plan["$schema"] == "https://example.org/dx/data/schema/plan.json"


def test_what_only_editors_need_stays_out(plan: Any, online: Any) -> None:
    assert not plan.keys() & {"sections", "report_sections", "accepted"}
    assert not online.keys() & {"draft", "aliases"}


def test_a_draft_is_not_published(site: SmallSite) -> None:
    site.replace(TRAINING, "kind: 新規", "kind: 新規\ndraft: true")
    assert [initiative["number"] for initiative in published(site)["initiatives"]] == ["1"]


def test_the_glossary_is_sorted_by_reading(site: SmallSite) -> None:
    terms = published(site, "data/glossary.json")["glossary"]
    assert [(term["id"], term["reading"], term["abbr_of"], term["see"]) for term in terms] == [
        ("rpa", "あーるぴーえー", "Robotic Process Automation", []),
        ("online", "おんらいん", None, ["rpa"]),
    ]
    assert terms[1]["url"] == "https://example.org/dx/glossary/online/"
    assert terms[1]["definition"]["en"] == "Connected through the internet."


def test_files_are_readable_and_the_same_every_time(site: SmallSite) -> None:
    first, again = ([a.content for a in open_data(derive(site.content()))] for _ in range(2))
    assert first == again
    text = first[0].decode()
    assert text.startswith('{\n  "$schema"')
    assert text.endswith("}\n")
    assert "ほし市" in text


def test_a_changed_fact_is_published(site: SmallSite) -> None:
    site.replace(ONLINE, "evaluation: 計画通り", "evaluation: 少し遅延")
    assert published(site)["initiatives"][0]["progress"][0]["evaluation"] == "少し遅延"
