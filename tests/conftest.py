"""Fixtures that several test modules share."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.site_builder import SmallSite, build_small_site


@pytest.fixture
def site(tmp_path: Path) -> SmallSite:
    """A small valid site in a folder of its own: `site.root`; `site.replace(…)` and others edit it."""
    return build_small_site(tmp_path / "site")
