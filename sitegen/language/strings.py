"""Interface strings: one YAML file a language, looked up by dotted key."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from hashlib import blake2b
from pathlib import Path
from typing import Any

import yaml


class MissingStringError(Exception):
    """A template asks for an interface string that its language does not have."""


@dataclass(frozen=True)
class Strings:
    """The interface strings of one language."""

    language: str
    texts: Mapping[str, str]
    digest: str

    def __call__(self, key: str, **values: Any) -> str:
        """Look up `key` and fill its placeholders. Raises MissingStringError."""
        try:
            text = self.texts[key]
        except KeyError:
            raise MissingStringError(f"{self.language}: {key}") from None
        return text.format(**values) if values else text


def read_strings(folder: Path, language: str) -> Strings:
    """Read `<folder>/<language>.yaml`."""
    raw = (folder / f"{language}.yaml").read_bytes()
    data = yaml.safe_load(raw)
    return Strings(language, dict(_flatten(data, "")), blake2b(raw, digest_size=12).hexdigest())


def _flatten(data: Mapping[Any, Any], prefix: str) -> list[tuple[str, str]]:
    flat: list[tuple[str, str]] = []
    for key, value in data.items():
        flat += _flatten(value, f"{prefix}{key}.") if isinstance(value, dict) else [(f"{prefix}{key}", str(value))]
    return flat
