"""The wording of contradictions in a plan's content, which plan.yaml can accept one by one."""

from __future__ import annotations

from sitegen.problems import Message

_ENTRY = '{{problem: {rule}, value: "{key}", reason: …}}'
"""What to type in plan.yaml; the rule and the key are filled in with the message."""


def _contradiction(ja: str, en: str) -> Message:
    return Message(
        "warning",
        ja,
        en,
        f"直すか、計画の印刷どおりなら plan.yaml の accepted に {_ENTRY} と書いてください。",
        f"Correct it, or, if the plan prints it so, add {_ENTRY} to `accepted` in plan.yaml.",
    )


CONTRADICTIONS: dict[str, Message] = {
    # --- other places of the printed plan
    "printed-title": _contradiction(
        "{place}では題名が「{value}」ですが、このファイルでは「{fact}」です。",
        "{place} has the title “{value}”, this file “{fact}”.",
    ),
    "printed-departments": _contradiction(
        "{place}では担当課が「{value}」ですが、このファイルでは「{fact}」です。",
        "{place} has the departments “{value}”, this file “{fact}”.",
    ),
    "printed-action": _contradiction(
        "{place}では取組が「{value}」ですが、このファイルでは「{fact}」です。",
        "{place} has the action “{value}”, this file “{fact}”.",
    ),
    "printed-state": _contradiction(
        "{place}では状態が「{value}」ですが、このファイルでは「{fact}」です。",
        "{place} has the state “{value}”, this file “{fact}”.",
    ),
    "printed-evaluation": _contradiction(
        "{place}では評価が「{value}」ですが、このファイルでは「{fact}」です。",
        "{place} has the evaluation “{value}”, this file “{fact}”.",
    ),
    "printed-value": _contradiction(
        "{place}では「{value}」ですが、このファイルでは「{fact}」です。",
        "{place} has “{value}”, this file “{fact}”.",
    ),
    "title-in-table": _contradiction(
        "この表では名前が「{value}」ですが、施策の題名は「{title}」です。",
        "This table has the name “{value}”, but the initiative's title is “{title}”.",
    ),
    # --- departments
    "department-not-in-charge": _contradiction(
        "取組{mark}の「{value}」は、この施策の担当課（departments）にありません。",
        "“{value}” of action {mark} is not in charge of this initiative.",
    ),
    "department-without-action": _contradiction(
        "担当課「{value}」は、どの取組の担当でもありません。",
        "The department “{value}” is in charge, but of none of the actions.",
    ),
    "department-twice": _contradiction(
        "「{value}」は担当課にも関係課にもあります。",
        "“{value}” is both in charge and related.",
    ),
    "similar-departments": _contradiction(
        "「{value}」と「{other}」は、同じ課の2つの書き方かもしれません。",
        "“{value}” and “{other}” may be two spellings of one department.",
    ),
    # --- progress
    "action-without-result": _contradiction(
        "取組{mark}「{title}」には、{fy}年度の実績がありません。",
        "There is no result for action {mark} “{title}” in fiscal year {fy}.",
    ),
    "result-without-action": _contradiction(
        "{fy}年度の実績「{value}」は、取組（actions）にありません。",
        "The result “{value}” of fiscal year {fy} belongs to no action.",
    ),
    "issue-without-result": _contradiction(
        "取組{mark}は、{fy}年度の課題か理由にありますが、実績にはありません。",
        "Action {mark} has a difficulty or reason in fiscal year {fy}, but no result.",
    ),
    "evaluation-denied": _contradiction(
        "評価は「{value}」ですが、理由の文には「{words}」とあります。",
        "The evaluation is “{value}”, but the text of the reason says “{words}”.",
    ),
    "delay-without-reason": _contradiction(
        "評価は「{value}」ですが、理由の文には遅れや困難が書かれていません。",
        "The evaluation is “{value}”, but the text of the reason tells of no delay or difficulty.",
    ),
    "delayed-as-planned": _contradiction(
        "評価は「{evaluation}」ですが、実績の状態「{value}」は計画と同じです。",
        "The evaluation is “{evaluation}”, but the state “{value}” is the one that was planned.",
    ),
    "state-against-plan": _contradiction(
        "評価は「{evaluation}」ですが、実績の状態「{value}」は計画の「{plan}」と段階が違います。",
        "The evaluation is “{evaluation}”, but the state “{value}” is another stage than the planned “{plan}”.",
    ),
    "operation-against-state": _contradiction(
        "施策評価は「{value}」ですが、実績の状態は「{actual}」です。",
        "The operation is “{value}”, but the state is “{actual}”.",
    ),
    "plan-against-schedule": _contradiction(
        "計画の状態は「{value}」ですが、スケジュールのその年度は「{cell}」です。",
        "The planned state is “{value}”, but the schedule has “{cell}” for that year.",
    ),
    "schedule-behind-state": _contradiction(
        "{fy}年度の実績は「{actual}」まで進んでいますが、次の年度の予定は前の段階の「{value}」です。",
        "In fiscal year {fy} the state “{actual}” was reached, but the next year's plan is back at “{value}”.",
    ),
    "missing-report": _contradiction(
        "{fy}年度の実績がありません。",
        "There is no report for fiscal year {fy}.",
    ),
    "report-too-new": _contradiction(
        "{value}年度の実績がありますが、plan.yaml の reporting_fy は {fy} です。",
        "There is a report for fiscal year {value}, but reporting_fy in plan.yaml is {fy}.",
    ),
    "published-too-early": _contradiction(
        "公表の月 {value} は、実績のある {fy} 年度が終わる前です。",
        "The month of publication, {value}, is before the end of the reported fiscal year {fy}.",
    ),
    # --- schedule and costs
    "schedule-goes-back": _contradiction(
        "「{item}」の予定は「{before}」から前の段階の「{value}」へ戻っています。",
        "The schedule of “{item}” goes back from “{before}” to the earlier stage “{value}”.",
    ),
    "schedule-gap": _contradiction(
        "「{item}」の予定は、前後の年度にありますが {fy} 年度にはありません。",
        "“{item}” is scheduled before and after fiscal year {fy}, but not in it.",
    ),
    "empty-schedule-row": _contradiction(
        "「{item}」の予定がどの年度にもありません。",
        "“{item}” is not scheduled in any year.",
    ),
    "project-count": _contradiction(
        "事業数は {value} ですが、スケジュールは {rows} 行です。",
        "The number of projects is {value}, but the schedule has {rows} rows.",
    ),
    "cost-without-schedule": _contradiction(
        "{fy} 年度に経費 {value} 千円がありますが、予定がありません。",
        "There is a cost of {value} thousand yen in {fy}, but nothing is scheduled.",
    ),
    "wrong-cost-total": _contradiction(
        "「{label}」の {fy} 年度は {value} ですが、施策の経費を足すと {sum} です。",
        "“{label}” has {value} for fiscal year {fy}, but the initiatives' costs add up to {sum}.",
    ),
    # --- indicators
    "goal-not-last-target": _contradiction(
        "最終目標は「{value}」ですが、最後の年度（{fy}）の目標は「{last}」です。",
        "The final goal is “{value}”, but the target of the last year ({fy}) is “{last}”.",
    ),
    "cumulative-falls": _contradiction(
        "「{name}」は累計ですが、「{before}」から「{value}」へ減っています。",
        "“{name}” is cumulative, but falls from “{before}” to “{value}”.",
    ),
    "target-gets-worse": _contradiction(
        "「{name}」の目標が「{before}」から「{value}」へ後退しています。",
        "The target of “{name}” gets worse, from “{before}” to “{value}”.",
    ),
    "indicator-without-number": _contradiction(
        "「{name}」の目標には数が1つもありません。",
        "No target of “{name}” is a number.",
    ),
    "indicator-without-last-year": _contradiction(
        "「{name}」には、最後の年度（{fy}）の目標がありません。",
        "“{name}” has no target for the last year ({fy}).",
    ),
    "unit-against-name": _contradiction(
        "「{name}」という名前と単位「{value}」が合いません。",
        "The name “{name}” does not fit the unit “{value}”.",
    ),
    "footnote-missing": _contradiction(
        "注「{value}」の文がありません。",
        "There is no footnote “{value}”.",
    ),
    # --- numbers
    "wrong-total": _contradiction(
        "「{label}」は {value} ですが、足すと {sum} です。",
        "“{label}” is {value}, but the others add up to {sum}.",
    ),
    "wrong-sum": _contradiction(
        "{parts} は {value} ではなく {sum} です。",
        "{parts} is {sum}, not {value}.",
    ),
    "wrong-difference": _contradiction(
        "「{value}」の差は {expected} です。",
        "In “{value}” the difference is {expected}.",
    ),
    "threshold-unreachable": _contradiction(
        "「{value}」とありますが、計画の計算式では最大でも{highest}点です。",
        "“{value}” cannot be reached: the plan's formula gives at most {highest} points.",
    ),
    "wrong-count": _contradiction(
        "「{value}」の {count} は、数えると {real} です。",
        "The {count} in “{value}” is {real} when counted.",
    ),
    # --- years
    "era-against-year": _contradiction(
        "「{value}」の西暦は {expected} 年です。",
        "The western year of “{value}” is {expected}.",
    ),
    "wrong-span": _contradiction(
        "「{value}」は、数えると {expected} 年です。",
        "“{value}” is {expected} years when counted.",
    ),
    "end-before-start": _contradiction(
        "「{value}」の終わりが始まりより前です。",
        "The end of “{value}” is before its start.",
    ),
    "wrong-period": _contradiction(
        "題名は「{value}」ですが、計画期間は {expected} 年です。",
        "The title says “{value}”, but the plan's period has {expected} years.",
    ),
    "made-after-start": _contradiction(
        "「{name}」は「{value}」に作られましたが、期間は「{period}」です。",
        "“{name}” was made in “{value}”, but its period is “{period}”.",
    ),
    "two-dates": _contradiction(
        "「{name}」の日付が2つあります（{value}）。",
        "“{name}” has two dates ({value}).",
    ),
    # --- lists and names
    "sdgs-differ": _contradiction(
        "印刷された SDGs の印「{value}」と sdgs（{sdgs}）が違います。",
        "The printed marks “{value}” are not the goals in `sdgs` ({sdgs}).",
    ),
    "named-twice": _contradiction(
        "「{value}」が同じ一覧に2回あります。",
        "“{value}” stands twice in one list.",
    ),
    "same-title": _contradiction(
        "題名「{value}」は {other} と同じです。",
        "The title “{value}” is also that of {other}.",
    ),
    "same-row": _contradiction(
        "同じ行「{value}」が2回あります。",
        "The row “{value}” stands twice.",
    ),
    "repeat-differs": _contradiction(
        "再掲の「{field}」が、もとの {other} と違います。",
        "“{field}” of this cross-listed initiative differs from its original, {other}.",
    ),
    "two-spellings": _contradiction(
        "「{value}」は、{place} では「{other}」と書かれています。",
        "“{value}” is spelled “{other}” in {place}.",
    ),
    "near-names": _contradiction(
        "「{value}」は、{place} の「{other}」と1、2文字だけ違います。",
        "“{value}” differs from “{other}” in {place} by a letter or two.",
    ),
}

ACCEPTABLE: tuple[str, ...] = ("unknown-sdg", *CONTRADICTIONS)
"""Warnings that plan.yaml can accept with a reason."""
