"""Runs the search's JavaScript in Node.js, to compare it with the Python that makes the index."""

from __future__ import annotations

import json
import subprocess
from pathlib import Path
from typing import Any

from sitegen.assets import find_theme
from sitegen.bundle import bundle


def run(folder: Path, module: str, script: str, given: Any) -> Any:
    """Give the value of `script`, which knows the module's exports as `module` and `given`."""
    (folder / "module.mjs").write_bytes(bundle(find_theme().assets / "search", module))
    (folder / "given.json").write_text(json.dumps(given), "utf-8")
    (folder / "run.mjs").write_text(
        'import { readFileSync, writeFileSync } from "node:fs";\n'
        'import * as module from "./module.mjs";\n'
        'const given = JSON.parse(readFileSync("given.json", "utf8"));\n'
        f"const answer = (({script}));\n"
        'writeFileSync("answer.json", JSON.stringify(await answer));\n',
        "utf-8",
    )
    subprocess.run(["node", "run.mjs"], cwd=folder, check=True)  # Node.js, wherever it is
    return json.loads((folder / "answer.json").read_text("utf-8"))
