"""A pytest plugin that writes what the gate found to content/accessibility-results.yaml: `make gate-results`.

Without it the gate leaves no trace, and a build never needs a test run: the file is committed.
"""

from __future__ import annotations

import datetime as dt
import json
import subprocess
from collections import defaultdict
from dataclasses import dataclass, field

import pytest
import yaml

from sitegen.load import GATE_RESULTS
from sitegen.model import GateCheck, GateResults
from tests.external import find_browser
from tests.gate.axe import AXE
from tests.gate.nu import nu_version
from tests.gate.real_site import ROOT, all_pages

CHECKS = (
    "axe",
    "colours",
    "reflow",
    "spacing",
    "targets",
    "keyboard",
    "no-script",
    "print",
    "html",
    "structure",
    "links",
)
"""Ids of the checks; what each looks at stands in the interface strings, `gate.names`."""


def pytest_configure(config: pytest.Config) -> None:
    if not hasattr(config, "workerinput"):
        config.pluginmanager.register(Collector())


@dataclass
class Collector:
    """Gathers the notes of all tests, from all processes, and writes them at the end."""

    pages: dict[str, set[str]] = field(default_factory=lambda: defaultdict(set))
    violations: dict[str, int] = field(default_factory=lambda: defaultdict(int))
    broken: list[str] = field(default_factory=list)
    """Tests that failed without a verdict, so that what they would have found is not known."""

    def pytest_runtest_logreport(self, report: pytest.TestReport) -> None:
        notes = [value for name, value in report.user_properties if name == "gate"] if report.when == "call" else []
        for note in notes:
            self.add(*note)  # type: ignore[misc]
        if report.failed and not notes:
            self.broken.append(report.nodeid)

    def add(self, check: str, paths: list[str], violations: int) -> None:
        self.pages[check].update(paths)
        self.violations[check] += violations

    def pytest_terminal_summary(self, terminalreporter: pytest.TerminalReporter) -> None:
        missing = set(CHECKS) - self.pages.keys()
        if self.broken or missing:
            terminalreporter.write_line(
                f"Not written: {GATE_RESULTS} (failed {self.broken}, missing {sorted(missing)})"
            )
            return
        (ROOT / GATE_RESULTS).write_text(written(self.results()), "utf-8")
        terminalreporter.write_line(f"Written: {GATE_RESULTS}")

    def results(self) -> GateResults:
        """What the accessibility page shows."""
        checks = tuple(GateCheck(id=id_, pages=len(self.pages[id_]), violations=self.violations[id_]) for id_ in CHECKS)
        today = dt.datetime.now(dt.UTC).date()
        return GateResults(date=today, tools=tools(), pages=len(all_pages()), checks=checks)


def written(results: GateResults) -> str:
    """The results as a file that people can read."""
    data = results.model_dump(mode="json")
    heading = "# アクセシビリティ試験の結果です。make gate-results が書きます。手で直さないでください。\n"
    return heading + yaml.safe_dump(data, allow_unicode=True, sort_keys=False, width=1000)


def tools() -> tuple[str, ...]:
    """Names and versions of what was tested with."""
    axe = json.loads(AXE.with_name("package.json").read_text("utf-8"))["version"]
    browser = subprocess.run([find_browser() or "", "--version"], check=True, capture_output=True, text=True).stdout
    chromium = " ".join(browser.split()[:2])
    return (f"axe-core {axe}", chromium, f"Nu Html Checker {nu_version()}")
