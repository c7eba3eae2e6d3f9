"""Markdown → sections of tokens → HTML; every block keeps the line of the author's file that it came from."""

from __future__ import annotations

import unicodedata
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from functools import lru_cache
from html import escape
from typing import Any

from markdown_it import MarkdownIt
from markdown_it.token import Token

Tokens = tuple[Token, ...]


@dataclass(frozen=True)
class Section:
    """A heading and what stands below it, down to the next heading of the same or a higher level."""

    title: str
    line: int
    level: int
    tokens: Tokens
    children: tuple[Section, ...] = ()

    @property
    def anchor(self) -> str:
        """The id of the heading in the page."""
        return anchor(self.title)


@dataclass(frozen=True)
class Body:
    """A parsed Markdown body: all tokens, and the same split at headings of level 2 and 3."""

    tokens: Tokens
    lead: Tokens
    sections: tuple[Section, ...]


@dataclass(frozen=True)
class Links:
    """What a text needs to know of the site to become HTML: where links lead, and which words are in the glossary."""

    target: Callable[[str], str | None]
    """Author's link target → URL as seen from the page; None leaves plain words."""
    image: Callable[[str], str]
    """Author's image path → URL as seen from the page."""
    split_terms: Callable[[str, set[str]], Iterator[tuple[str, str | None]]]
    """Text, ids linked so far → pieces, each with the URL of its glossary entry or None."""


def parse(text: str, first_line: int = 1) -> Body:
    """Parse Markdown; `first_line` is the line of the file on which `text` begins."""
    tokens = _parser().parse(text)
    for token in tokens:
        if token.map:
            token.map = [token.map[0] + first_line, token.map[1] + first_line - 1]
    return Body(tuple(tokens), *_split(tokens))


def render(tokens: Sequence[Token], links: Links, *, deeper: int = 0) -> str:
    """Render block tokens as HTML.

    Each word of the glossary is linked once. Headings get an id, unless they are lowered by `deeper` levels to be
    part of a longer page, where the same heading may stand more than once.
    """
    seen: set[str] = set()
    ready = [_prepare(tokens, n, links, seen, deeper) for n in range(len(tokens))]
    parser = _parser()
    return str(parser.renderer.render(ready, parser.options, {}))


def plain(tokens: Sequence[Token]) -> str:
    """The words of the tokens without markup, one line a block."""
    lines = ["".join(_words(token)) for token in tokens if token.type in ("inline", "fence", "code_block")]
    return "\n".join(line for line in lines if line.strip())


def headings(tokens: Sequence[Token]) -> list[str]:
    """The ids of the headings among the tokens."""
    return [anchor(tokens[n + 1].content) for n, token in enumerate(tokens) if token.type == "heading_open"]


def anchor(title: str) -> str:
    """Make a heading's id: its letters and digits, lower case, joined by hyphens."""
    folded = unicodedata.normalize("NFKC", title).lower()
    return "-".join("".join(c if c.isalnum() else " " for c in folded).split()) or "section"


def links_of(token: Token) -> Iterator[tuple[str, str]]:
    """Each link of an inline token as (target, text)."""
    target, text = "", ""
    for child in token.children or ():
        if child.type == "link_open":
            target, text = str(child.attrs.get("href", "")), ""
        elif child.type == "link_close":
            yield target, text
        elif child.type in ("text", "code_inline", "image"):
            text += child.content


@lru_cache(maxsize=1)
def _parser() -> MarkdownIt:
    # Raw HTML is recognised so that it can be reported, but rendered as text; unsafe links are reported by the checks.
    parser = MarkdownIt("commonmark", {"html": True}).enable(["table", "strikethrough"])
    parser.validateLink = bool  # type: ignore[assignment]
    parser.add_render_rule("html_inline", _as_text)
    parser.add_render_rule("html_block", _as_paragraph)
    parser.add_render_rule("table_open", _table_open)
    parser.add_render_rule("table_close", _table_close)
    return parser


def _as_text(self: Any, tokens: Sequence[Token], index: int, options: Any, env: Any) -> str:
    return escape(tokens[index].content)


def _as_paragraph(self: Any, tokens: Sequence[Token], index: int, options: Any, env: Any) -> str:
    return f"<p>{escape(tokens[index].content.strip())}</p>\n"


def _table_open(self: Any, tokens: Sequence[Token], index: int, options: Any, env: Any) -> str:
    # A wide table scrolls by itself; keyboard and screen reader find it by its column headings and its first cell.
    inline = [n for n in range(index, len(tokens)) if tokens[n].type == "inline"]
    columns = sum(token.type == "th_open" for token in tokens[index : _end_of_head(tokens, index)])
    name = "、".join(tokens[n].content for n in inline[: columns + 1])
    return f'<div class="table-scroll" role="region" tabindex="0" aria-label="{escape(name)}"><table>\n'


def _end_of_head(tokens: Sequence[Token], index: int) -> int:
    return next(n for n in range(index, len(tokens)) if tokens[n].type == "thead_close")


def _table_close(self: Any, tokens: Sequence[Token], index: int, options: Any, env: Any) -> str:
    return "</table></div>\n"


def _split(tokens: list[Token]) -> tuple[Tokens, tuple[Section, ...]]:
    starts = [n for n, token in enumerate(tokens) if token.type == "heading_open" and token.level == 0]
    tops = [n for n in starts if tokens[n].tag in ("h1", "h2")]
    lead = tuple(tokens[: tops[0]] if tops else tokens)
    ends = [*tops[1:], len(tokens)]
    return lead, tuple(_section(tokens, start, end, starts) for start, end in zip(tops, ends, strict=False))


def _section(tokens: list[Token], start: int, end: int, starts: list[int]) -> Section:
    inner = [n for n in starts if start < n < end and tokens[n].tag == "h3"]
    children = tuple(_section(tokens, a, b, []) for a, b in zip(inner, [*inner[1:], end], strict=False))
    heading = tokens[start]
    content = tuple(tokens[start + 3 : end])
    return Section(tokens[start + 1].content.strip(), (heading.map or [1])[0], int(heading.tag[1]), content, children)


def _prepare(tokens: Sequence[Token], index: int, links: Links, seen: set[str], deeper: int) -> Token:
    token = tokens[index]
    if token.type == "heading_open" and not deeper:
        return token.copy(attrs={"id": anchor(tokens[index + 1].content)})
    if token.type in ("heading_open", "heading_close"):
        return token.copy(tag=f"h{min(6, int(token.tag[1]) + deeper)}")
    if token.type == "inline":
        heading = index > 0 and tokens[index - 1].type == "heading_open"
        return token.copy(children=list(_inline(token.children or [], links, seen, heading=heading)))
    if token.type in ("th_open", "td_open"):
        return token.copy(attrs=dict(_cell_attributes(token)))
    return token


def _cell_attributes(token: Token) -> Iterator[tuple[str, str]]:
    if token.type == "th_open":
        yield "scope", "col"
    if "style" in token.attrs:
        yield "class", "align-" + str(token.attrs["style"]).removeprefix("text-align:")


def _inline(children: Sequence[Token], links: Links, seen: set[str], *, heading: bool) -> Iterator[Token]:
    inside_link = linked = False
    for child in children:
        if child.type == "link_open":
            inside_link = True
            url = links.target(str(child.attrs.get("href", "")))
            if linked := url is not None:
                yield child.copy(attrs={**child.attrs, "href": url})
        elif child.type == "link_close" and not linked:
            inside_link = False
        elif child.type == "image":
            yield child.copy(attrs={**child.attrs, "src": links.image(str(child.attrs["src"])), "loading": "lazy"})
        elif child.type == "text" and not inside_link and not heading:
            for piece, url in links.split_terms(child.content, seen):
                yield from _term_link(piece, url) if url else [child.copy(content=piece)]
        else:
            inside_link = inside_link and child.type != "link_close"
            yield child


def _term_link(word: str, url: str) -> list[Token]:
    return [
        Token("link_open", "a", 1, attrs={"href": url, "class": "term"}),
        Token("text", "", 0, content=word),
        Token("link_close", "a", -1),
    ]


def _words(token: Token) -> Iterator[str]:
    if token.children is None:
        yield token.content
        return
    for child in token.children:
        if child.type in ("softbreak", "hardbreak"):
            yield " "
        elif child.content and child.type != "html_inline":
            yield child.content
