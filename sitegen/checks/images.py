"""Images exist below content/, say in words what they show, and are small enough."""

from __future__ import annotations

import re
from collections.abc import Iterator
from pathlib import PurePosixPath
from urllib.parse import unquote

from markdown_it.token import Token

from sitegen.checks.walk import inline, texts, where_target
from sitegen.derive import resolve
from sitegen.load import Content
from sitegen.messages import problem
from sitegen.problems import Location, Problem
from sitegen.reader import IMAGE_SUFFIXES

LIMIT_KB = 500
"""The size above which an image is too slow on a phone, in KB (1000 bytes)."""

_ELSEWHERE = re.compile(r"[A-Za-z][A-Za-z0-9+.-]*:|[/\\]{2}")


def images(content: Content) -> Iterator[Problem]:
    """Report images that cannot be shown, or not to everyone."""
    for document in texts(content):
        for token, first, last in inline(document):
            for image in (child for child in token.children or () if child.type == "image"):
                typed = where_target(document, str(image.attrs["src"]), first, last)
                where = typed or document.source.where_text("![", first, last)
                yield from _faults(content, image, where)


def _faults(content: Content, image: Token, where: Location) -> Iterator[Problem]:
    typed = unquote(str(image.attrs["src"]))
    path = resolve(where.path, typed)
    suffix = PurePosixPath(path).suffix.lower()
    if not image.content.strip():
        yield problem("image-without-alt", where, value=typed)
    if _ELSEWHERE.match(typed) or not path.startswith("content/"):
        yield problem("image-outside-content", where, value=typed)
    elif suffix not in IMAGE_SUFFIXES:
        yield problem("unsupported-image", where, value=typed)
    elif path not in content.images:
        yield problem("missing-image", where, value=typed)
    elif (size := content.images[path]) > LIMIT_KB * 1000:
        yield problem("oversized-image", where, value=typed, size=round(size / 1000), limit=LIMIT_KB)
