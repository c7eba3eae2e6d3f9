"""Schedules: half years, free texts, marks, gaps, and rows of which nobody knows how far they reach."""

from __future__ import annotations

from typing import Any

from sitegen.model import Period, Phase, Plan, ScheduleRow
from sitegen.schedules import Row, schedule

PHASES = (Phase(value="検証", stage="study"), Phase(value="実施", stage="operate"))


def lay_out(
    *rows: dict[str, Any], free: bool = False, halves: bool | None = None, extents_lost: bool = False
) -> tuple[Row, ...]:
    plan = Plan(
        title="計画",
        municipality="ほし市",
        prefecture="星県",
        published="2022-06",
        period=Period(start_fy=2022, end_fy=2024),
        policies=(),
        sections=(),
        phases=() if free else PHASES,
        free_schedule=free,
        extents_lost=extents_lost,
    )
    return schedule(plan, [ScheduleRow.model_validate(row) for row in rows], halves=halves)


def cells(row: Row) -> list[tuple[str, str, bool]]:
    return [(cell.period, cell.state, cell.bar) for cell in row.cells]


def test_a_mark_goes_on_with_the_state_before_it() -> None:
    (row,) = lay_out({"cells": {"2022": "検証", "2023": "実施", "2024": "⇒"}})
    assert cells(row) == [("2022", "text", True), ("2023", "text", True), ("2024", "continues", True)]
    assert [cell.stage for cell in row.cells] == ["study", "operate", "operate"]


def test_a_gap_says_that_nothing_is_planned_or_that_nothing_is_printed() -> None:
    (phases,) = lay_out({"cells": {"2022": "検証"}})
    (free,) = lay_out({"cells": {"2022": "周知"}}, free=True)
    assert [cell.state for cell in phases.cells] == ["text", "empty", "empty"]
    assert [cell.state for cell in free.cells] == ["text", "blank", "blank"]


def test_arrows_alone_mark_when_the_item_is_worked_on() -> None:
    (row,) = lay_out({"item": "更新", "cells": {"2022": "→", "2024": "→"}}, free=True)
    assert cells(row) == [("2022", "active", True), ("2023", "blank", False), ("2024", "active", True)]
    (joined,) = lay_out({"item": "更新", "cells": {"2022": "→", "2023": "→"}}, free=True)
    assert [cell.state for cell in joined.cells] == ["active", "continues", "blank"]


def test_no_bar_is_drawn_where_its_length_is_not_known() -> None:
    marked, lost = lay_out(
        {"item": "検証", "cells": {"2022": "→"}, "extent": "unknown", "reading": "令和4年度から"},
        {"item": "更新", "cells": {}, "extent": "unknown"},
        free=True,
    )
    assert [cell.state for cell in marked.cells] == ["mark", "lost", "lost"]
    assert not any(cell.bar for row in (marked, lost) for cell in row.cells)
    assert (marked.marked, lost.marked, marked.reading) == (True, False, "令和4年度から")


def test_a_lost_cell_leaves_the_rest_of_its_row_as_it_is() -> None:
    (row,) = lay_out({"item": "更新", "cells": {"2022": "→"}, "lost": ["2024"]}, free=True)
    assert cells(row) == [("2022", "active", True), ("2023", "blank", False), ("2024", "lost", False)]
    (after,) = lay_out({"item": "更新", "cells": {"2023": "→"}, "lost": ["2022"]}, free=True)
    assert [cell.state for cell in after.cells] == ["lost", "active", "blank"]


def test_half_years_stand_under_their_year_and_a_whole_year_spans_both() -> None:
    (row,) = lay_out({"item": "導入", "cells": {"2022H2": "試行", "2023": "開始"}}, free=True)
    assert [(cell.period, cell.span) for cell in row.cells] == [
        ("2022H1", 1),
        ("2022H2", 1),
        ("2023", 2),
        ("2024H1", 1),
        ("2024H2", 1),
    ]


def test_all_rows_of_a_page_have_the_same_columns() -> None:
    (row,) = lay_out({"item": "導入", "cells": {"2022": "開始"}}, free=True, halves=True)
    assert sum(cell.span for cell in row.cells) == 6


def test_rows_of_one_name_are_told_apart_by_their_number() -> None:
    first, second, other = lay_out(
        {"item": "実施内容", "row": 1, "cells": {}},
        {"item": "実施内容", "row": 2, "cells": {}},
        {"item": "研修", "cells": {}},
    )
    assert [row.number for row in (first, second, other)] == [1, 2, None]


def test_texts_of_a_plan_that_lost_their_extents_may_reach_further_and_have_no_bars() -> None:
    texts = {"cells": {"2022H2": "研究", "2024H1": "導入"}}
    (plain,), (lost,) = (lay_out(texts, free=True, extents_lost=lost) for lost in (False, True))
    assert [cell.state for cell in plain.cells] == ["blank", "text", "blank", "blank", "text", "blank"]
    assert [cell.state for cell in lost.cells] == ["blank", "text", "open", "open", "text", "open"]
    assert [any(cell.bar for cell in row.cells) for row in (plain, lost)] == [True, False]


def test_a_row_without_any_mark_has_vanished() -> None:
    marked, gone = lay_out({"cells": {"2022": "→"}, "extent": "unknown"}, {"cells": {}, "extent": "unknown"}, free=True)
    assert (marked.vanished, gone.vanished) == (False, True)
