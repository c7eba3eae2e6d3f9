"""Puts ES modules together into one small file, so that a browser need not ask for one after another."""

from __future__ import annotations

import re
from collections.abc import Iterator
from pathlib import Path

from rjsmin import jsmin

_IMPORT = re.compile(r'^import (\{[^}]+\}) from "\./([\w-]+)\.js";$', re.MULTILINE)
_EXPORT = re.compile(r"^export (?:async )?(?:const|class|function) (\w+)", re.MULTILINE)


def bundle(folder: Path, entry: str) -> bytes:
    """Put the module `entry` and the modules that it needs into one, without comments and spaces.

    They may import only names, only each other, and not in a circle.
    """
    parts = dict(_modules(folder, entry, []))
    names = ", ".join(_EXPORT.findall((folder / f"{entry}.js").read_text("utf-8")))
    small: str = jsmin("".join([*parts.values(), f"export const {{ {names} }} = {_variable(entry)};\n"]))
    return small.encode()


def _modules(folder: Path, name: str, above: list[str]) -> Iterator[tuple[str, str]]:
    """The modules that one needs, and then itself, each as a function that gives its exports."""
    if name in above:
        raise ValueError(f"circular import: {' → '.join([*above, name])}")
    source = (folder / f"{name}.js").read_text("utf-8")
    for _, needed in _IMPORT.findall(source):
        yield from _modules(folder, needed, [*above, name])
    exports = ", ".join(_EXPORT.findall(source))
    body = _IMPORT.sub(lambda found: f"const {found[1]} = {_variable(found[2])};", source)
    body = re.sub(r"^export ", "", body, flags=re.MULTILINE)
    yield name, f"const {_variable(name)} = (() => {{\n{body}return {{ {exports} }};\n}})();\n"


def _variable(name: str) -> str:
    return "$" + name.replace("-", "_")
