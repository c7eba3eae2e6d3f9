"""Keys of the build's cache: the same key means the same inputs, so the page need not be made again."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterable, Mapping
from dataclasses import fields, is_dataclass
from functools import cache
from hashlib import blake2b
from pathlib import Path
from typing import Any

from pydantic import BaseModel


def fingerprint(*values: Any) -> str:
    """Hash plain values, models and dataclasses; an object with a `digest` stands for the files it is made from.

    Raises TypeError for a value whose content cannot be told from its inputs.
    """
    return blake2b("\x1f".join(_parts(values)).encode(), digest_size=16).hexdigest()


@cache  # a run does not change its own code
def code_digest(*folders: Path) -> str:
    """Hash of the Python modules and templates below folders: what other code made is something else."""
    hashed = blake2b(digest_size=12)
    for folder in folders:
        for path in sorted([*folder.rglob("*.html"), *folder.rglob("*.py")]):
            hashed.update(path.name.encode() + path.read_bytes())
    return hashed.hexdigest()


def _parts(value: Any) -> Iterable[str]:  # noqa: C901  # one branch for each kind of value
    yield type(value).__name__
    if value is None or isinstance(value, (str, int, float, bool, dt.date)):
        yield str(value)
    elif isinstance(value, BaseModel):
        yield value.model_dump_json()
    elif isinstance(digest := getattr(value, "digest", None), str):
        yield digest
    elif is_dataclass(value) and not isinstance(value, type):
        for field in fields(value):
            yield from _parts(getattr(value, field.name))
    elif isinstance(value, Mapping):
        for key, item in value.items():
            yield str(key)
            yield from _parts(item)
    elif isinstance(value, (list, tuple)):
        yield str(len(value))
        for item in value:
            yield from _parts(item)
    else:
        raise TypeError(f"a page's data may not hold a {type(value).__name__}")
