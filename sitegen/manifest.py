"""What the last build wrote, so that the next one makes only what changed."""

from __future__ import annotations

import json
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from hashlib import blake2b
from pathlib import Path

from sitegen.artifacts import Artifact

Stamp = tuple[int, int]
"""Size in bytes and time of the last change in nanoseconds."""


@dataclass(frozen=True)
class Manifest:
    """Files of the published site with their stamps and hashes, and which key made which files."""

    files: Mapping[str, tuple[int, int, str]] = field(default_factory=dict)
    """Path → size, time (ns), hash of the content."""
    made: Mapping[str, tuple[str, ...]] = field(default_factory=dict)
    """Key of the inputs → paths made from them."""

    def kept(self, key: str, out: Path) -> tuple[str, ...] | None:
        """The files made from the same inputs, if all of them still lie in `out` as they were written."""
        paths = self.made.get(key)
        return paths if paths is not None and all(self._intact(path, out) for path in paths) else None

    def same(self, artifact: Artifact, out: Path) -> bool:
        """Tell whether the artifact lies in `out` already."""
        entry = self.files.get(artifact.path)
        return entry is not None and entry[2] == content_hash(artifact.content) and self._intact(artifact.path, out)

    def after(
        self, out: Path, written: Iterable[Artifact], kept: Iterable[str], made: Mapping[str, tuple[str, ...]]
    ) -> Manifest:
        """The manifest of what lies in `out` once the artifacts are written and the other files kept."""
        files = {name: self.files[name] for name in kept}
        for artifact in written:
            files[artifact.path] = (*(stamp(out / artifact.path) or (0, 0)), content_hash(artifact.content))
        return Manifest(files, made)

    def _intact(self, path: str, out: Path) -> bool:
        entry = self.files.get(path)
        return entry is not None and stamp(out / path) == entry[:2]


def read_manifest(path: Path) -> Manifest:
    """Read a manifest; one that is missing or damaged counts as empty."""
    try:
        data = json.loads(path.read_text("utf-8"))
        files = {name: (int(size), int(time), str(hash_)) for name, (size, time, hash_) in data["files"].items()}
        return Manifest(files, {key: tuple(paths) for key, paths in data["made"].items()})
    except (OSError, ValueError, KeyError, TypeError, AttributeError):
        return Manifest()


def write_manifest(path: Path, manifest: Manifest) -> None:
    """Keep a manifest for the next build."""
    path.parent.mkdir(parents=True, exist_ok=True)
    temporary = path.with_suffix(".tmp")
    temporary.write_text(json.dumps({"files": manifest.files, "made": manifest.made}), "utf-8")
    temporary.replace(path)


def stamp(path: Path) -> Stamp | None:
    """Size and time of a file, or None if there is none."""
    try:
        stat = path.stat()
    except OSError:
        return None
    return stat.st_size, stat.st_mtime_ns


def content_hash(content: bytes) -> str:
    """A short hash of a file's content."""
    return blake2b(content, digest_size=12).hexdigest()
