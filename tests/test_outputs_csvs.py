"""/data/<plan>/*.csv: tidy tables that open in a spreadsheet."""

from __future__ import annotations

import csv
import io

import pytest

from sitegen.derive import derive
from sitegen.outputs.csvs import csv_bytes, csv_files
from tests.site_builder import ONLINE, SmallSite

FACT = ["plan", "number", "year", "name", "value", "unit"]


def files(site: SmallSite) -> dict[str, bytes]:
    return {artifact.path: artifact.content for artifact in csv_files(derive(site.content()))}


def rows(site: SmallSite, name: str) -> list[list[str]]:
    text = files(site)[f"data/hoshi/{name}.csv"].decode("utf-8-sig")
    return list(csv.reader(io.StringIO(text, newline="")))


def test_every_plan_has_five_tables(site: SmallSite) -> None:
    names = ("initiatives", "schedule", "indicators", "progress", "costs")
    assert list(files(site)) == [f"data/hoshi/{name}.csv" for name in names]


def test_excel_sees_utf_8_and_its_own_line_ends(site: SmallSite) -> None:
    for content in files(site).values():
        assert content.startswith(b"\xef\xbb\xbf")
        assert content.endswith(b"\r\n")
        assert b"\n" not in content.replace(b"\r\n", b"")


def test_an_initiative_is_one_row_and_its_lists_are_joined(site: SmallSite) -> None:
    head, first, _ = rows(site, "initiatives")
    row = dict(zip(head, first, strict=True))
    assert row["plan"] == "hoshi"
    assert row["departments"] == "市民課;情報課"
    assert row["sdgs"] == "9;11"
    assert row["actions"] == "①電子申請の拡大"
    assert row["repeat_of"] == ""


def test_only_what_is_published_is_a_column(site: SmallSite) -> None:
    head = rows(site, "initiatives")[0]
    assert not {"draft", "aliases", "progress", "schedule"} & set(head)


def test_each_schedule_cell_is_a_row(site: SmallSite) -> None:
    head, *body = rows(site, "schedule")
    assert head == [*FACT, "row", "extent", "reading"]
    assert ["hoshi", "1", "2022H2", "全体", "対象を広げる", "", "1", "", ""] in body
    assert ["hoshi", "2", "2021", "", "検討", "", "1", "", ""] in body


def test_a_schedule_row_whose_marks_are_lost_is_not_dropped(site: SmallSite) -> None:
    row = "schedule:\n  - {item: 更新, cells: {}, extent: unknown, reading: 令和3年度から}"
    site.replace(ONLINE, "schedule:\n", row + "\n")
    assert ["hoshi", "1", "", "更新", "", "", "1", "unknown", "令和3年度から"] in rows(site, "schedule")


def test_a_period_that_the_source_lost_is_no_empty_one(site: SmallSite) -> None:
    row = 'schedule:\n  - {item: 更新, cells: {2021: 検討}, lost: ["2023"]}'
    site.replace(ONLINE, "schedule:\n", row + "\n")
    listed = [line for line in rows(site, "schedule") if line[3] == "更新"]
    assert listed == [
        ["hoshi", "1", "2021", "更新", "検討", "", "1", "", ""],
        ["hoshi", "1", "2023", "更新", "", "", "1", "lost", ""],
    ]


def test_targets_carry_their_unit_and_a_dash_is_empty(site: SmallSite) -> None:
    site.replace(ONLINE, "    values: {2021: 10", "    kgi: 年100件\n    values: {2021: 10")
    head, *body = rows(site, "indicators")
    assert head[:8] == [*FACT, "measure", "state"]
    assert [row[:8] for row in body] == [
        ["hoshi", "1", "2021", "電子申請の件数", "10", "件", "target", "value"],
        ["hoshi", "1", "2022", "電子申請の件数", "検討を踏まえ設定", "件", "target", "value"],
        ["hoshi", "1", "2023", "電子申請の件数", "", "件", "target", "dash"],
        ["hoshi", "1", "", "電子申請の件数", "年100件", "件", "kgi", "value"],
    ]


def test_a_target_comes_with_what_a_program_needs_to_compute_with_it(site: SmallSite) -> None:
    values = (
        "values: {2021: 12万件以下, 2022: 未定}\n    actual: {2021: 9万件}\n    lost: ['2023']\n    direction: down"
    )
    site.replace(ONLINE, "values: {2021: 10, 2022: 検討を踏まえ設定, 2023: null}", values)
    head, *body = rows(site, "indicators")
    assert head[6:] == ["measure", "state", "amount", "bound", "direction", "cumulative", "note"]
    assert [row[6:] for row in body] == [
        ["target", "value", "120000", "at_most", "down", "false", ""],
        ["target", "value", "", "", "down", "false", ""],
        ["actual", "value", "90000", "", "down", "false", ""],
        ["target", "lost", "", "", "down", "false", ""],
    ]


def test_each_fact_of_a_report_is_a_row(site: SmallSite) -> None:
    head, *body = rows(site, "progress")
    assert head == FACT
    assert [row[3:5] for row in body] == [
        ["plan", "検討"],
        ["actual", "構築"],
        ["evaluation", "計画通り"],
        ["operation", "運用"],
        ["figures", "電子申請 27件"],
        ["reported_actions", "①"],
        ["issue_actions", "①"],
        ["reason_actions", "①"],
        ["reported_not_in_actions", "地域の学習会"],
    ]


def test_costs_are_in_thousand_yen(site: SmallSite) -> None:
    assert rows(site, "costs")[1:] == [
        ["hoshi", "1", "2021", "cost", "1200", "千円"],
        ["hoshi", "1", "2022", "cost", "", "千円"],
    ]


@pytest.mark.parametrize("text", ["=1+1", "+81", "-5", "@SUM(A1)", "\t=1", "\r=1", "\n=1"])
def test_a_cell_that_looks_like_a_formula_is_made_harmless(text: str) -> None:
    line = next(csv.reader(io.StringIO(csv_bytes([(text, "x")]).decode("utf-8-sig"), newline="")))
    assert line == ["'" + text, "x"]


def test_a_list_that_begins_like_a_formula_is_made_harmless_too() -> None:
    assert csv_bytes([(("=a", "b"),)]).decode("utf-8-sig") == "'=a;b\r\n"


def test_quotes_and_commas_stay_inside_their_cell() -> None:
    assert csv_bytes([('a,"b"', None)]).decode("utf-8-sig") == '"a,""b""",\r\n'
