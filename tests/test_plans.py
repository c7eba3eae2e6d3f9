"""The real content: five plans of five structures, together as a portal and each alone as a city's own site."""

from __future__ import annotations

import re
import shutil
from pathlib import Path

import pytest

from sitegen.build import Draft, prepare

ROOT = Path(__file__).parent.parent
PLANS = ("oyama", "omitama", "hadano", "onojo", "ohtawara")


@pytest.fixture(scope="module")
def portal() -> Draft:
    draft, problems = prepare(ROOT)
    assert draft is not None, [p.format("en") for p in problems]
    return draft


def keys(draft: Draft) -> set[str]:
    return {page.key for page in draft.pages}


def test_the_portal_lists_five_plans_and_counts_a_cross_listed_initiative_once(portal: Draft) -> None:
    assert tuple(plan.id for plan in portal.site.plans) == PLANS
    assert [len(plan.initiatives) for plan in portal.site.plans] == [24, 43, 41, 30, 18]
    assert sum(len(plan.counted) for plan in portal.site.plans) == 153


def test_every_initiative_has_its_page_in_every_edition(portal: Draft) -> None:
    paths = {page.path for page in portal.pages}
    for edition in portal.site.editions:
        for plan in portal.site.plans:
            for initiative in plan.initiatives:
                assert edition.url(f"/{plan.id}/initiatives/{initiative.slug}/") in paths


def test_a_plan_without_indicators_or_costs_has_no_page_for_them(portal: Draft) -> None:
    with_indicators = {plan for plan in PLANS if f"/{plan}/indicators/" in keys(portal)}
    with_costs = {plan for plan in PLANS if f"/{plan}/budget/" in keys(portal)}
    assert (with_indicators, with_costs) == ({"hadano", "onojo"}, {"onojo"})


def test_a_citys_name_is_another_name_of_its_plans_first_page(portal: Draft) -> None:
    first = {(page.edition.id, page.key): page.found for page in portal.pages if page.found}
    assert first["ja", "/oyama/"].names == ("小山市",)
    assert first["en", "/oyama/"].names == ("Oyama City",)


@pytest.mark.parametrize("plan", PLANS)
def test_each_plan_alone_is_a_site_without_a_portal(plan: str, tmp_path: Path) -> None:
    shutil.copytree(ROOT / "content", tmp_path / "content")
    settings = (ROOT / "site.yaml").read_text("utf-8")
    settings = re.sub(r"(?m)^plans: .*$", f"plans: [{plan}]", settings)
    (tmp_path / "site.yaml").write_text(re.sub(r"(?m)^portal: .*$", "portal: false", settings), "utf-8")
    draft, problems = prepare(tmp_path)
    assert [p.format("en") for p in problems if p.level == "error"] == []
    assert draft is not None
    assert {"/", "/initiatives/", "/progress/", "/glossary/"} <= keys(draft)
    assert not [key for key in keys(draft) if key.startswith(tuple(f"/{other}/" for other in PLANS))]
