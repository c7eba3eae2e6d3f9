"""axe-core in a page, and the one table of what it cannot decide and why that is all right."""

from __future__ import annotations

from dataclasses import asdict, dataclass
from functools import cache

from playwright.sync_api import Page

from tests.gate.real_site import ROOT

AXE = ROOT / "node_modules" / "axe-core" / "axe.min.js"
TAGS = (
    "wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22a", "wcag22aa", "best-practice",
)  # fmt: skip


@dataclass(frozen=True)
class Undecided:
    """What axe leaves to a person, and what the person found."""

    rule: str
    selector: str
    reason: str


ACCEPTED: tuple[Undecided, ...] = (
    Undecided(
        "color-contrast",
        ".table-scroll table *",
        "axe does not see behind a cell that is scrolled away; in_page/contrast.js computes its contrast",
    ),
    Undecided(
        "color-contrast",
        ":has(> ruby)",
        "axe looks at the letters beside the ruby, which may be one sign such as ①; in_page/contrast.js computes it",
    ),
)

_RUN = """
async ({ tags, rules, accepted }) => {
  const options = { runOnly: tags, rules, resultTypes: ["violations", "incomplete"], elementRef: true };
  const { violations, incomplete } = await axe.run(document, options);
  const list = (results, word, drop) => results.flatMap(({ id, help, nodes }) =>
    nodes.filter((node) => !drop(id, node.element)).map(({ target, any, all, none }) => {
      const why = [...any, ...all, ...none].map(({ message }) => message)[0] ?? help;
      return `${id}${word} ${target.join(" ")}: ${why}`;
    }));
  const known = (id, element) => accepted.some((item) => item.rule === id && element.matches(item.selector));
  return [...list(violations, "", () => false), ...list(incomplete, " (undecided)", known)];
}
"""


def run_axe(page: Page, *, contrast: bool = True) -> list[str]:
    """All that axe finds or cannot decide; `contrast` is off where axe cannot see the colours."""
    if not page.evaluate("() => Boolean(window.axe)"):
        page.evaluate(_source())
    options = {
        "tags": TAGS,
        "rules": {"target-size": {"enabled": True}, "color-contrast": {"enabled": contrast}},
        "accepted": [asdict(item) for item in ACCEPTED],
    }
    found: list[str] = page.evaluate(_RUN, options)
    return found


@cache
def _source() -> str:
    # Evaluated by the browser's debugger, so the page's security policy stays as it is.
    return AXE.read_text("utf-8")
