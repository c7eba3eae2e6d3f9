"""All outputs together."""

from __future__ import annotations

from sitegen.derive import derive
from sitegen.outputs import outputs
from tests.site_builder import SmallSite


def test_no_two_outputs_share_a_path(site: SmallSite) -> None:
    paths = [artifact.path for artifact in outputs(derive(site.content()))]
    assert len(paths) == len(set(paths))
    assert {"feed.xml", "robots.txt", "_headers", "nginx-headers.conf", "data/hoshi.json"} <= set(paths)


def test_the_same_content_gives_the_same_bytes(site: SmallSite) -> None:
    first, again = (list(outputs(derive(site.content()))) for _ in range(2))
    assert first == again
