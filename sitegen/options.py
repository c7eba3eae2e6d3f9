"""What the user asked of a build; apart from the build, so that it is known before heavy modules load."""

from __future__ import annotations

from dataclasses import dataclass
from hashlib import blake2b
from pathlib import Path


@dataclass(frozen=True)
class Options:
    """What the user asked for: `root` holds site.yaml, `out` is replaced by the new site."""

    root: Path
    out: Path
    base_url: str | None = None
    strict: bool = False
    drafts: bool = False
    jobs: int = 0
    """Processes to use; 0 means one for each processor."""

    @property
    def manifest(self) -> Path:
        """Where the manifest of this output lies."""
        name = blake2b(str(self.out.resolve()).encode(), digest_size=6).hexdigest()
        return self.root / ".cache" / "sitegen" / f"{name}.json"
