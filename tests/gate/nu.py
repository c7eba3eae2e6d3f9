"""The Nu HTML checker over a whole folder."""

from __future__ import annotations

import json
import subprocess
from dataclasses import dataclass
from functools import cache
from pathlib import Path

from tests.gate.real_site import ROOT

JAR = ROOT / "node_modules" / "vnu-jar" / "build" / "dist" / "vnu.jar"


@dataclass(frozen=True)
class Known:
    """A message that is not about a fault of ours: how it begins, and why it stays."""

    message: str
    reason: str


KNOWN: tuple[Known, ...] = (
    Known(
        "Resource violates Content Security Policy",
        "the checker reads files from disk, where 'self' is no host; test_axe.py hears what the browser blocks",
    ),
    Known(
        "Inline script violates Content Security Policy",
        "it is JSON-LD, which is data; html_checks.nothing_inline allows no other inline script",
    ),
    Known(
        "When a “table” element is the only content in a “figure”",
        "advice, not an error: the figcaption is a chart's summary, the caption names the table for screen readers",
    ),
)


def run_nu(folder: Path) -> list[str]:
    """Errors and warnings in every HTML and SVG file below the folder."""
    options = ["--format", "json", "--skip-non-html", "--also-check-svg"]
    command = ["java", "-Xss4m", "-jar", str(JAR), *options, str(folder)]
    done = subprocess.run(command, check=False, capture_output=True, timeout=600)
    messages = json.loads(done.stderr.decode())["messages"]
    known = tuple(item.message for item in KNOWN)
    return [_line(m, folder) for m in messages if not m["message"].startswith(known)]


def _line(message: dict[str, str], folder: Path) -> str:
    file = message["url"].rpartition(f"{folder.name}/")[2]
    extract = " ".join(message.get("extract", "").split())
    return f"{file}:{message.get('lastLine', '?')}: {message['message']} {extract}"


@cache
def nu_version() -> str:
    command = ["java", "-jar", str(JAR), "--version"]
    done = subprocess.run(command, check=True, capture_output=True, text=True, timeout=60)
    return done.stdout.split()[0]
