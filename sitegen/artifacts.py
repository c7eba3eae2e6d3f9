"""A file of the site, before it is written."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True)
class Artifact:
    """One output file: its path below the site's root, its bytes, and the content file it is made from (if one)."""

    path: str
    content: bytes
    source: str = ""
