"""The gate's results become a file that the accessibility page can show."""

from __future__ import annotations

from collections.abc import Callable

import pytest
import yaml

from sitegen.assets import find_theme
from sitegen.language.strings import read_strings
from sitegen.model import GateResults
from tests.gate.real_site import editions
from tests.gate.results import CHECKS, Collector, written

Report = Callable[..., pytest.TestReport]


@pytest.fixture
def report() -> Report:
    def made(*notes: list[object], outcome: str = "passed") -> pytest.TestReport:
        properties = [("gate", note) for note in notes]
        return pytest.TestReport("a test", ("", 0, ""), {}, outcome, None, "call", user_properties=properties)  # type: ignore[arg-type]

    return made


def test_findings_add_up_and_a_page_counts_once(report: Report) -> None:
    collector = Collector()
    collector.pytest_runtest_logreport(report(["axe", ["/", "/en/"], 0], ["colours", ["/"], 2]))
    collector.pytest_runtest_logreport(report(["axe", ["/", "/about/"], 3], outcome="failed"))
    assert {check: len(pages) for check, pages in collector.pages.items()} == {"axe": 3, "colours": 1}
    assert collector.violations == {"axe": 3, "colours": 2}
    assert collector.broken == []


def test_a_test_that_breaks_keeps_the_results_from_being_written(report: Report) -> None:
    collector = Collector()
    collector.pytest_runtest_logreport(report(outcome="failed"))
    assert collector.broken == ["a test"]


def test_every_check_has_a_name_in_every_edition() -> None:
    for language in editions():
        named = {key for key in read_strings(find_theme().templates / "strings", language).texts if "gate.names" in key}
        assert named == {f"gate.names.{check}" for check in CHECKS}


@pytest.mark.browser
def test_results_can_be_read_again() -> None:
    results = Collector().results()
    assert GateResults.model_validate(yaml.safe_load(written(results))) == results
    assert results.tools[0].startswith("axe-core ")
