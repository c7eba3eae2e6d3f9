"""The wording of contradictions between places of the printed plan, in departments, actions and reports."""

from __future__ import annotations

from sitegen.contradictions.message import contradiction
from sitegen.problems import Message

SHEETS: dict[str, Message] = {
    # --- other places of the printed plan
    "printed-title": contradiction(
        "{place}では題名が「{value}」ですが、このファイルでは「{fact}」です。",
        "{place} has the title “{value}”, this file “{fact}”.",
    ),
    "printed-departments": contradiction(
        "{place}では担当課が「{value}」ですが、このファイルでは「{fact}」です。",
        "{place} has the departments “{value}”, this file “{fact}”.",
    ),
    "printed-action": contradiction(
        "{place}では取組が「{value}」ですが、このファイルでは「{fact}」です。",
        "{place} has the action “{value}”, this file “{fact}”.",
    ),
    "printed-state": contradiction(
        "{place}では状態が「{value}」ですが、このファイルでは「{fact}」です。",
        "{place} has the state “{value}”, this file “{fact}”.",
    ),
    "printed-evaluation": contradiction(
        "{place}では評価が「{value}」ですが、このファイルでは「{fact}」です。",
        "{place} has the evaluation “{value}”, this file “{fact}”.",
    ),
    "printed-value": contradiction(
        "{place}では「{value}」ですが、このファイルでは「{fact}」です。",
        "{place} has “{value}”, this file “{fact}”.",
    ),
    "title-in-table": contradiction(
        "この表では名前が「{value}」ですが、施策の題名は「{title}」です。",
        "This table has the name “{value}”, but the initiative's title is “{title}”.",
    ),
    # --- departments
    "department-not-in-charge": contradiction(
        "取組{mark}の「{value}」は、この施策の担当課（departments）にありません。",
        "“{value}” of action {mark} is not in charge of this initiative.",
    ),
    "department-without-action": contradiction(
        "担当課「{value}」は、どの取組の担当でもありません。",
        "The department “{value}” is in charge, but of none of the actions.",
    ),
    "department-twice": contradiction(
        "「{value}」は担当課にも関係課にもあります。",
        "“{value}” is both in charge and related.",
    ),
    "similar-departments": contradiction(
        "「{value}」と「{other}」は、同じ課の2つの書き方かもしれません。",
        "“{value}” and “{other}” may be two spellings of one department.",
    ),
    # --- progress
    "action-without-result": contradiction(
        "取組{mark}「{title}」には、{fy}年度の実績がありません。",
        "There is no result for action {mark} “{title}” in fiscal year {fy}.",
    ),
    "result-without-action": contradiction(
        "{fy}年度の実績「{value}」は、取組（actions）にありません。",
        "The result “{value}” of fiscal year {fy} belongs to no action.",
    ),
    "issue-without-result": contradiction(
        "取組{mark}は、{fy}年度の課題か理由にありますが、実績にはありません。",
        "Action {mark} has a difficulty or reason in fiscal year {fy}, but no result.",
    ),
    "evaluation-denied": contradiction(
        "評価は「{value}」ですが、理由の文には「{words}」とあります。",
        "The evaluation is “{value}”, but the text of the reason says “{words}”.",
    ),
    "delay-without-reason": contradiction(
        "評価は「{value}」ですが、理由の文には遅れや困難が書かれていません。",
        "The evaluation is “{value}”, but the text of the reason tells of no delay or difficulty.",
    ),
    "delayed-as-planned": contradiction(
        "評価は「{evaluation}」ですが、実績の状態「{value}」は計画と同じです。",
        "The evaluation is “{evaluation}”, but the state “{value}” is the one that was planned.",
    ),
    "state-against-plan": contradiction(
        "評価は「{evaluation}」ですが、実績の状態「{value}」は計画の「{plan}」と段階が違います。",
        "The evaluation is “{evaluation}”, but the state “{value}” is another stage than the planned “{plan}”.",
    ),
    "operation-against-state": contradiction(
        "施策評価は「{value}」ですが、実績の状態は「{actual}」です。",
        "The operation is “{value}”, but the state is “{actual}”.",
    ),
    "plan-against-schedule": contradiction(
        "計画の状態は「{value}」ですが、スケジュールのその年度は「{cell}」です。",
        "The planned state is “{value}”, but the schedule has “{cell}” for that year.",
    ),
    "schedule-behind-state": contradiction(
        "{fy}年度の実績は「{actual}」まで進んでいますが、次の年度の予定は前の段階の「{value}」です。",
        "In fiscal year {fy} the state “{actual}” was reached, but the next year's plan is back at “{value}”.",
    ),
    "missing-report": contradiction(
        "{fy}年度の実績がありません。",
        "There is no report for fiscal year {fy}.",
    ),
    "report-too-new": contradiction(
        "{value}年度の実績がありますが、plan.yaml の reporting_fy は {fy} です。",
        "There is a report for fiscal year {value}, but reporting_fy in plan.yaml is {fy}.",
    ),
    "published-too-early": contradiction(
        "公表の月 {value} は、実績のある {fy} 年度が終わる前です。",
        "The month of publication, {value}, is before the end of the reported fiscal year {fy}.",
    ),
    "delay-in-issues": contradiction(
        "評価は「{value}」ですが、課題の文には「{words}」とあります。",
        "The evaluation is “{value}”, but the text about difficulties says “{words}”.",
    ),
    "state-denied": contradiction(
        "実績の状態は「{value}」ですが、理由の文には「{words}」とあります。",
        "The state is “{value}”, but the text of the reason says “{words}”.",
    ),
    "state-of-other-scale": contradiction(
        "実績の状態「{value}」は{scale}の言葉で、どのスケジュールにもありません。",
        "The state “{value}” is a word of {scale}; no schedule has it.",
    ),
    "result-denied": contradiction(
        "取組{mark}の実績に「{words}」とあります。",
        "The result of action {mark} says “{words}”.",
    ),
    "result-before-schedule": contradiction(
        "{fy} 年度の実績に「{value}」とありますが、予定は {start} 年度です。",
        "The results of fiscal year {fy} have “{value}”, which is scheduled for {start}.",
    ),
    "share-denied": contradiction(
        "「{value}」とありますが、課題の文には「{words}」とあります。",
        "“{value}”, but the text about difficulties says “{words}”.",
    ),
    "same-action": contradiction(
        "取組「{value}」は {other} と同じです。",
        "The action “{value}” is also {other}.",
    ),
    "action-not-linked": contradiction(
        "取組{mark}「{title}」は、国の計画の「{items}」に結び付けられた取組の中にありません。",
        "Action {mark} “{title}” is not among the actions that are linked to “{items}” of the national plan.",
    ),
}
