"""Public addresses: feeds, catalogues and sitemaps are read elsewhere, so they need absolute ones."""

from __future__ import annotations

from urllib.parse import urlsplit

from sitegen.config import Config


def absolute(config: Config, path: str) -> str:
    """The public address of a path that counts from the site's root, such as /news/."""
    return config.base_url.rstrip("/") + "/" + path.removeprefix("/")


def host_path(config: Config, path: str) -> str:
    """The same path as the host sees it: below the sub-path that the site is published under."""
    return urlsplit(absolute(config, path)).path
