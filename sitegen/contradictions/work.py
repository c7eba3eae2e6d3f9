"""The wording of contradictions in schedules, costs, indicators and numbers."""

from __future__ import annotations

from sitegen.contradictions.message import contradiction
from sitegen.problems import Message

WORK: dict[str, Message] = {
    # --- schedule and costs
    "schedule-goes-back": contradiction(
        "「{item}」の予定は「{before}」から前の段階の「{value}」へ戻っています。",
        "The schedule of “{item}” goes back from “{before}” to the earlier stage “{value}”.",
    ),
    "schedule-gap": contradiction(
        "「{item}」の予定は、前後の年度にありますが {fy} 年度にはありません。",
        "“{item}” is scheduled before and after fiscal year {fy}, but not in it.",
    ),
    "empty-schedule-row": contradiction(
        "「{item}」の予定がどの年度にもありません。",
        "“{item}” is not scheduled in any year.",
    ),
    "project-count": contradiction(
        "事業数は {value} ですが、スケジュールは {rows} 行です。",
        "The number of projects is {value}, but the schedule has {rows} rows.",
    ),
    "cost-without-schedule": contradiction(
        "{fy} 年度に経費 {value} 千円がありますが、予定がありません。",
        "There is a cost of {value} thousand yen in {fy}, but nothing is scheduled.",
    ),
    "wrong-cost-total": contradiction(
        "「{label}」の {fy} 年度は {value} ですが、施策の経費を足すと {sum} です。",
        "“{label}” has {value} for fiscal year {fy}, but the initiatives' costs add up to {sum}.",
    ),
    "schedule-against-text": contradiction(
        "「{item}」の予定は {years} 年度にありますが、文章の年度は {value} です。",
        "“{item}” is scheduled in fiscal year {years}, but the text has {value}.",
    ),
    "study-against-schedule": contradiction(
        "「{value}」と予定の「{item}」では、検討か実施かが合いません。",
        "“{value}” and “{item}” of the schedule do not agree on whether the work is studied or carried out.",
    ),
    "done-before": contradiction(
        "「{item}」の予定がありますが、文章では計画の前に済んでいます（{value}）。",
        "“{item}” is scheduled, but was done before the plan began: {value}",
    ),
    "work-without-cost": contradiction(
        "「{item}」は {fy} 年度に始まる予定ですが、その年度の経費がありません。",
        "“{item}” begins in fiscal year {fy}, for which no cost is planned.",
    ),
    "target-before-operation": contradiction(
        "「{name}」の最初の目標は {fy} 年度（{value}）ですが、運用は {start} 年度からです。",
        "The first target of “{name}” is due in {fy} ({value}), but operation begins in {start}.",
    ),
    # --- indicators
    "goal-not-last-target": contradiction(
        "最終目標は「{value}」ですが、最後の年度（{fy}）の目標は「{last}」です。",
        "The final goal is “{value}”, but the target of the last year ({fy}) is “{last}”.",
    ),
    "cumulative-falls": contradiction(
        "「{name}」は累計ですが、「{before}」から「{value}」へ減っています。",
        "“{name}” is cumulative, but falls from “{before}” to “{value}”.",
    ),
    "target-gets-worse": contradiction(
        "「{name}」の目標が「{before}」から「{value}」へ後退しています。",
        "The target of “{name}” gets worse, from “{before}” to “{value}”.",
    ),
    "indicator-without-number": contradiction(
        "「{name}」の目標には数が1つもありません。",
        "No target of “{name}” is a number.",
    ),
    "indicator-without-last-year": contradiction(
        "「{name}」には、最後の年度（{fy}）の目標がありません。",
        "“{name}” has no target for the last year ({fy}).",
    ),
    "unit-against-name": contradiction(
        "「{name}」という名前と単位「{value}」が合いません。",
        "The name “{name}” does not fit the unit “{value}”.",
    ),
    "footnote-missing": contradiction(
        "注「{value}」の文がありません。",
        "There is no footnote “{value}”.",
    ),
    "text-against-target": contradiction(
        "文章では {fy} 年度が「{value}」ですが、「{name}」の目標は「{fact}」です。",
        "The text has {value} for fiscal year {fy}, but the target of “{name}” is {fact}.",
    ),
    # --- numbers
    "wrong-total": contradiction(
        "「{label}」は {value} ですが、足すと {sum} です。",
        "“{label}” is {value}, but the others add up to {sum}.",
    ),
    "wrong-sum": contradiction(
        "{parts} は {value} ではなく {sum} です。",
        "{parts} is {sum}, not {value}.",
    ),
    "wrong-difference": contradiction(
        "「{value}」の差は {expected} です。",
        "In “{value}” the difference is {expected}.",
    ),
    "threshold-unreachable": contradiction(
        "「{value}」とありますが、計画の計算式では最大でも{highest}点です。",
        "“{value}” cannot be reached: the plan's formula gives at most {highest} points.",
    ),
    "wrong-count": contradiction(
        "「{value}」の {count} は、数えると {real} です。",
        "The {count} in “{value}” is {real} when counted.",
    ),
    "two-counts": contradiction(
        "「{name}」は {value} ですが、{place} では {other} です。",
        "“{name}” is {value} here, but {other} in {place}.",
    ),
    "priority-order": contradiction(
        "「{value}」（{score}）は、点の低い「{other}」（{less}）より下にあります。",
        "“{value}” ({score}) stands below “{other}”, which scores less ({less}).",
    ),
    "number-order": contradiction(
        "「{value}」は「{before}」の次の番号ではありません。",
        "“{value}” is not the number after “{before}”.",
    ),
}
