"""Measures the search of a built site in Chromium: `make bench-search`.

Asks judged questions and prints, for each class of them, how many of the pages that answer are among the first five
results (of five at most, where more pages answer), and for how many questions at least one is; then how often nothing
is found, the bytes that queries load, and their times on a slow line (100 ms, 5 Mbit/s).

Questions: tests/search_queries.yaml, or a JSON file of the same kind (`--queries`): a list of objects with `query`,
`class` and `pages`, each with the name of its `plan` and its `title`. A class that begins with Z is of topics that the
site does not have.
"""

from __future__ import annotations

import argparse
import gzip
import json
import re
import statistics
import unicodedata
from collections import defaultdict
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import yaml
from playwright.sync_api import Browser, Page, sync_playwright

from tests.gate.browsing import launch
from tests.gate.server import serve

ROOT = Path(__file__).parent.parent
SLOW = {"offline": False, "latency": 100, "downloadThroughput": 5e6 / 8, "uploadThroughput": 5e6 / 8}
TARGETS = {"A": 0.97, "B": 0.97, "C": 0.97, "D": 0.97, "E": 0.9, "F": 0.85, "G": 0.95, "H": 0.7} | {
    "I": 0.97,
    "J": 0.75,
    "K": 0.75,
}
ASK = """async ([engine, folder, queries]) => {
  const { openSearch } = await import(engine);
  const search = await openSearch(folder);
  const answers = [];
  for (const query of queries) {
    const found = await search.find(query);
    answers.push([found.total, found.results.map((result) => result.url)]);
  }
  return answers;
}"""

TIMED = """async ([engine, folder, query]) => {
  const begin = performance.now();
  const files = window.opened ? [] : [["preload", "words.pf_words"], ["modulepreload", "pagefind.js"]];
  for (const [rel, name] of files) {
    const link = { rel, as: rel === "preload" ? "fetch" : "script", crossOrigin: "anonymous", href: folder + name };
    document.head.append(Object.assign(document.createElement("link"), link));
  }
  const { openSearch } = await import(engine);
  window.opened ??= openSearch(folder);
  await (await window.opened).find(query);
  return performance.now() - begin;
}"""


@dataclass(frozen=True)
class Question:
    """A query, its class, and the pages that answer it."""

    query: str
    kind: str
    answers: frozenset[str]


@dataclass(frozen=True)
class Answer:
    """What the search found for a question: number of pages, and the first ten."""

    question: Question
    total: int
    urls: tuple[str, ...]

    @property
    def recall(self) -> float:
        """Share of the answering pages that are among the first five."""
        return len(self.question.answers & set(self.urls[:5])) / min(5, len(self.question.answers))


@dataclass(frozen=True)
class Cost:
    """What a query took: milliseconds until the results are there, and KB loaded for them."""

    ms: float
    kb: float


def main() -> None:
    """Measure and print."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--site", type=Path, default=ROOT / "public", help="the built site (default public)")
    parser.add_argument("--queries", type=Path, default=ROOT / "tests" / "search_queries.yaml")
    parser.add_argument("--missed", action="store_true", help="print what was not found")
    options = parser.parse_args()
    questions = list(read_questions(options.queries, read_pages(options.site)))
    with serve(options.site, "/") as address, browser() as chromium:
        answers = ask(chromium, address, options.site, questions)
        print_quality(answers)
        if options.missed:
            print_missed(answers)
        print_costs(chromium, address, options.site, [question.query for question in questions if question.answers])


def read_pages(site: Path) -> list[dict[str, Any]]:
    """What the index shows of each page."""
    files = sorted((site / "pagefind" / "ja" / "fragment").glob("*.pf_fragment"))
    found = [json.loads(gzip.decompress(file.read_bytes()).removeprefix(b"pagefind_dcd")) for file in files]
    return [{**page["meta"], "url": page["url"], "text": page["content"]} for page in found]


def read_questions(file: Path, pages: list[dict[str, Any]]) -> Iterator[Question]:
    """The questions of a file, with the addresses of the pages that answer them."""
    data = yaml.safe_load(file.read_text("utf-8"))
    if isinstance(data, list):
        for entry in data:
            found = (find_page(answer["plan"], answer["title"], pages) for answer in entry["pages"])
            yield Question(entry["query"], entry["class"], frozenset(url for url in found if url))
        return
    for kind, entries in data.items():
        for entry in entries:
            yield Question(entry["q"], kind, frozenset(p["url"] for p in pages if answers(p, entry)))


def answers(page: dict[str, Any], entry: dict[str, Any]) -> bool:
    """Whether a page answers a question: its title has one of the words for titles, or any text one of the others."""
    if page["kind"] not in ("initiative", "term") or not page["url"].startswith(entry.get("plan", "")):
        return False
    title = unicodedata.normalize("NFKC", page["title"])
    text = unicodedata.normalize(
        "NFKC", "\n".join(page.get(name, "") for name in ("title", "names", "summary", "text"))
    )
    return any(word in title for word in entry.get("title", ())) or any(word in text for word in entry.get("text", ()))


def find_page(plan: str, title: str, pages: list[dict[str, Any]]) -> str | None:
    """The page of an initiative, by its title; else the glossary entry of that name."""
    short = re.split(r"[(（\s]", unicodedata.normalize("NFKC", title))[0]
    for name, same in ((plain(title), True), (plain(title), False), (plain(short), False)):
        for page in pages:
            names = {
                plain(part) for part in (page["title"], *f"{page.get('names', '')}\n{page.get('also', '')}".split("\n"))
            }
            is_plans = plan in page.get("plans", "").split("\n")
            if page["kind"] == "initiative" and is_plans and plain(page["title"]) == name:
                return str(page["url"])
            if page["kind"] == "term" and name in names and (is_plans or not same):
                return str(page["url"])
    starts = (p for p in pages if p["kind"] == "initiative" and plan in p.get("plans", "").split("\n"))
    wanted = plain(title)[:12]
    return next((str(p["url"]) for p in starts if plain(p["title"]).startswith(wanted)), None)


def plain(text: str) -> str:
    """A title without width, case, spaces and brackets."""
    return re.sub(r"[\s()（）]", "", unicodedata.normalize("NFKC", text)).lower()


@contextmanager
def browser() -> Iterator[Browser]:
    """A Chromium."""
    with sync_playwright() as playwright:
        chromium = launch(playwright)
        yield chromium
        chromium.close()


def ask(chromium: Browser, address: str, site: Path, questions: list[Question]) -> list[Answer]:
    """Ask the engine every question, on the search page."""
    page = chromium.new_page()
    page.goto(address + "search/")
    queries = [question.query for question in questions]
    found = page.evaluate(ASK, [*engine_of(address, site), queries])
    page.close()
    return [Answer(question, total, tuple(urls)) for question, (total, urls) in zip(questions, found, strict=True)]


def print_quality(answers: list[Answer]) -> None:
    """Print recall by class, and how often nothing is found."""
    present = [answer for answer in answers if answer.question.answers]
    absent = [answer for answer in answers if answer.question.kind.startswith("Z")]
    classes: dict[str, list[Answer]] = defaultdict(list)
    for answer in present:
        classes[answer.question.kind].append(answer)
    print(f"{'class':14}{'questions':>10}{'recall@5':>10}{'any in 5':>10}{'target':>10}")
    for kind, group in [*sorted(classes.items()), ("all", present)]:
        target = TARGETS.get(kind[0], 0.9 if kind == "all" else None)
        recall, found = share(group, lambda a: a.recall), share(group, lambda a: a.recall > 0)
        print(f"{kind:14}{len(group):10}{recall:10.3f}{found:10.3f}{f'≥ {target:.2f}' if target else '':>10}")
    print(f"nothing found, though pages answer: {share(present, lambda a: not a.total):.1%} (target ≤ 1 %)")
    print(f"something found for an absent topic: {share(absent, lambda a: a.total > 0):.1%} (target ≤ 25 %)")


def share(group: list[Answer], value: Callable[[Answer], float]) -> float:
    """The mean of a value."""
    return statistics.fmean(map(value, group)) if group else 0


def print_missed(answers: list[Answer]) -> None:
    """Print the questions that are not answered in full, with what was found and what was not."""
    for answer in answers:
        question = answer.question
        if question.answers and answer.recall < 1:
            missed = sorted(question.answers - set(answer.urls[:5]))[:5]
            print(f"{question.kind} {question.query}: {answer.recall:.2f}\n  found {answer.urls[:5]}\n  not   {missed}")
        elif question.kind.startswith("Z") and answer.total:
            print(f"{question.kind} {question.query}: found {answer.urls[:3]}")


def print_costs(chromium: Browser, address: str, site: Path, queries: list[str], sample: int = 12) -> None:
    """Print times and bytes of the first query and of a second one, for a sample of the queries."""
    some = queries[:: max(1, len(queries) // sample)]
    costs = [two_queries(chromium, address, site, *pair) for pair in zip(some, some[1:] + some[:1], strict=True)]
    rows = (
        ("first query", "≤ 1200 ms, ≤ 260 KB"),
        ("next query", "≤ 150 ms, ≤ 30 KB"),
        ("next, fast line", "≤ 150 ms, ≤ 30 KB"),
    )
    print(f"\n{f'{len(some)} pairs':16}{'median':>10}{'longest':>10}{'median':>10}{'most':>10}   target")
    for n, (name, target) in enumerate(rows):
        ms, kb = [pair[n].ms for pair in costs], [pair[n].kb for pair in costs]
        times = f"{statistics.median(ms):7.0f} ms{max(ms):7.0f} ms"
        print(f"{name:16}{times}{statistics.median(kb):7.0f} KB{max(kb):7.0f} KB   {target}")


def two_queries(chromium: Browser, address: str, site: Path, one: str, other: str) -> list[Cost]:
    """Search with nothing in the cache on a slow line, then for something else, and for that on a fast line."""
    costs = []
    for last in (SLOW, SLOW | {"latency": 0, "downloadThroughput": -1}):
        context = chromium.new_context()
        page = context.new_page()
        session = context.new_cdp_session(page)
        session.send("Network.enable")
        loaded: list[float] = []
        session.on("Network.loadingFinished", lambda event, loaded=loaded: loaded.append(event["encodedDataLength"]))
        page.goto(address + "search/", wait_until="networkidle")
        for query, line in ((one, SLOW), (other, last)):
            session.send("Network.emulateNetworkConditions", line)
            costs.append(timed(page, loaded, [*engine_of(address, site), query]))
        context.close()
    return [costs[0], costs[1], costs[3]]


def timed(page: Page, loaded: list[float], arguments: list[str]) -> Cost:
    """Ask, and wait until everything is loaded."""
    before = sum(loaded)
    ms = page.evaluate(TIMED, arguments)
    page.wait_for_timeout(100)
    return Cost(ms, (sum(loaded) - before) / 1000)


def engine_of(address: str, site: Path) -> tuple[str, str]:
    """Addresses of the engine and of the folder of its index."""
    engine = next((site / "assets" / "search").glob("engine.*.js")).relative_to(site)
    return f"{address}{engine}", f"{address}pagefind/ja/"


if __name__ == "__main__":
    main()
