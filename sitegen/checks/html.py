"""Raw HTML is shown as text, which is hardly ever what the author meant."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Any

from sitegen.checks.walk import inline, texts
from sitegen.load import Content
from sitegen.messages import problem
from sitegen.problems import Problem
from sitegen.reader import Document


def raw_html(content: Content) -> Iterator[Problem]:
    """Warn of every opening tag; comments and closing tags go with them."""
    for document in texts(content):
        yield from _blocks(document)
        for token, first, last in inline(document):
            for child in token.children or ():
                if child.type == "html_inline" and not child.content.startswith("</"):
                    where = document.source.where_text(child.content.split("\n")[0], first, last)
                    yield problem("raw-html", where, value=child.content)


def _blocks(document: Document[Any]) -> Iterator[Problem]:
    for token in document.body.tokens:
        if token.type == "html_block":
            shown = token.content.strip().split("\n")[0]
            first, last = token.map or (document.source.body_line,) * 2
            tag = re.match(r"<[^>]*>?", shown)
            where = document.source.where_text(shown, first, last)
            yield problem("raw-html", where, value=tag[0] if tag else shown)
