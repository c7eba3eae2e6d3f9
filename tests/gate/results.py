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

NAMES: dict[str, dict[str, str]] = {
    "axe": {
        "ja": "axe-core による検査（幅1280と320ピクセル、明るい画面、暗い画面、強制カラー）",
        "ja-simple": "道具（axe-core）で しらべる（広い 画面、せまい 画面、明るい 色、暗い 色）",
        "en": "axe-core, at 1280 and 320 pixels, in light, dark and forced colours",
    },
    "colours": {
        "ja": "実際に使われる色での、文字と背景のコントラスト（強制カラーを含む）",
        "ja-simple": "文字の 色と うしろの 色の ちがい（見やすさ）",
        "en": "Contrast of text in the colours really used, forced colours included",
    },
    "reflow": {
        "ja": "幅320ピクセル（400%の拡大と同じ）で、横スクロールと文字の欠けや重なりがない",
        "ja-simple": "せまい 画面や 大きな 字でも、横に うごかさないで 読める",
        "en": "At 320 pixels, or a zoom of 400 %: no sideways scrolling, no text cut off or overlapping",
    },
    "spacing": {
        "ja": "文字と行の間隔を広げても、文字が欠けたり重なったりしない（WCAG 1.4.12）",
        "ja-simple": "字と 字の 間を 広くしても、ぜんぶ 読める",
        "en": "No text cut off or overlapping with wider text spacing (WCAG 1.4.12)",
    },
    "targets": {
        "ja": "押すところの大きさが24ピクセル以上（WCAG 2.5.8）",
        "ja-simple": "おす ところが 小さすぎない",
        "en": "Targets of at least 24 pixels (WCAG 2.5.8)",
    },
    "keyboard": {
        "ja": "キーボードだけで順に進める、フォーカスが見える、閉じ込められない",
        "ja-simple": "キーボードだけで 使える、今の 場所が 見える",
        "en": "Keyboard alone: order, visible focus, no trap, skip link",
    },
    "no-script": {
        "ja": "JavaScriptなしでも同じ内容が読める",
        "ja-simple": "JavaScriptが なくても 同じものが 読める",
        "en": "The same content without JavaScript",
    },
    "print": {
        "ja": "A4に印刷しても、たたんだ内容が欠けない",
        "ja-simple": "紙に 印刷しても、ぜんぶ 読める",
        "en": "Printed on A4 with nothing lost that was folded",
    },
    "html": {
        "ja": "Nu Html Checker によるHTMLの検査",
        "ja-simple": "HTMLの 書き方が 正しい（Nu Html Checker）",
        "en": "Nu Html Checker",
    },
    "structure": {
        "ja": "見出し、ランドマーク、言語、各言語版の対応、表の見出し、代替テキスト、リンクの言葉",
        "ja-simple": "見出し、ことば、表、絵の 説明、リンクの ことば",
        "en": "Headings, landmarks, languages, other editions, table headers, alternatives, link texts",
    },
    "links": {
        "ja": "サイトの中のリンクがすべてつながっている",
        "ja-simple": "リンクが ぜんぶ つながっている",
        "en": "Every link inside the site leads somewhere",
    },
}


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
        missing = NAMES.keys() - self.pages.keys()
        if self.broken or missing:
            terminalreporter.write_line(
                f"Not written: {GATE_RESULTS} (failed {self.broken}, missing {sorted(missing)})"
            )
            return
        (ROOT / GATE_RESULTS).write_text(written(self.results()), "utf-8")
        terminalreporter.write_line(f"Written: {GATE_RESULTS}")

    def results(self) -> GateResults:
        """What the accessibility page shows."""
        checks = tuple(
            GateCheck(id=id_, name=name, pages=len(self.pages[id_]), violations=self.violations[id_])
            for id_, name in NAMES.items()
        )
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
