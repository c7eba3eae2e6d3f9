"""Times whole builds of this checkout's site: `make bench`.

Prints, for a cold build, a build with nothing changed and a build after one initiative's text changed: pages, seconds
(median of some runs), pages per second, and the peak memory of all its processes together (PSS, Linux only).
"""

from __future__ import annotations

import argparse
import re
import shutil
import statistics
import subprocess
import sys
import time
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path
from tempfile import TemporaryDirectory

ROOT = Path(__file__).parent.parent


@dataclass(frozen=True)
class Run:
    """One build: wall seconds, and peak memory in MB."""

    seconds: float
    memory: float


def main() -> None:
    """Measure and print."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--runs", type=int, default=5, help="builds of each kind (default 5)")
    runs = parser.parse_args().runs
    with TemporaryDirectory() as folder:
        root = _copy(Path(folder))
        text = next(path for path in sorted(root.glob("content/*/initiatives/*.md")) if path.name.count(".") == 1)
        cases: list[tuple[str, Callable[[int], None]]] = [
            ("cold build", lambda _: _forget(root)),
            ("nothing changed", lambda _: None),
            ("one text changed", lambda n: _edit(text, n)),
        ]
        print(f"{'':18}{'pages':>7}{'seconds':>9}{'pages/s':>9}{'peak MB':>9}")
        for name, before in cases:
            measured = [_measure(root, before, n) for n in range(runs)]
            seconds = statistics.median(run.seconds for run in measured)
            memory = max(run.memory for run in measured)
            pages = len(list((root / "public").rglob("*.html")))
            print(f"{name:18}{pages:7}{seconds:9.2f}{pages / seconds:9.0f}{memory:9.0f}")


def _copy(folder: Path) -> Path:
    for name in ("content", "site.yaml"):
        source = ROOT / name
        (shutil.copytree if source.is_dir() else shutil.copy)(source, folder / name)
    if (ROOT / "node_modules").is_dir():
        (folder / "node_modules").symlink_to(ROOT / "node_modules")
    return folder


def _forget(root: Path) -> None:
    for name in ("public", ".cache"):
        shutil.rmtree(root / name, ignore_errors=True)


def _edit(text: Path, n: int) -> None:
    content = text.read_text("utf-8")
    text.write_text(
        re.sub(
            r"(?m)^## .*\n\n(?:計測\d+。)?",
            lambda m: f"{m[0].split(chr(10))[0]}\n\n計測{n}。",
            content,
            count=1,
        ),
        "utf-8",
    )


def _measure(root: Path, before: Callable[[int], None], n: int) -> Run:
    before(n)
    start = time.perf_counter()
    build = subprocess.Popen(
        [sys.executable, "-m", "sitegen", "build"], cwd=root, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL
    )
    memory = 0.0
    while build.poll() is None:
        memory = max(memory, _memory(build.pid))
        time.sleep(0.01)
    seconds = time.perf_counter() - start
    if build.returncode:
        sys.exit(f"the build failed with exit code {build.returncode}")
    return Run(seconds, memory)


def _memory(pid: int) -> float:
    """Memory of a process and all below it, in MB, shared pages counted once."""
    try:
        rollup = Path(f"/proc/{pid}/smaps_rollup").read_text("utf-8")
        children = Path(f"/proc/{pid}/task/{pid}/children").read_text("utf-8").split()
    except OSError:
        return 0.0
    own = re.search(r"^Pss:\s+(\d+) kB", rollup, re.MULTILINE)
    return (int(own[1]) / 1024 if own else 0.0) + sum(_memory(int(child)) for child in children)


if __name__ == "__main__":
    main()
