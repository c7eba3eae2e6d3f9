"""Writes ruby: into plain text, and into the finished HTML of a page.

The build parses no HTML; this one pass over what our own templates wrote is the exception. It relies on what they
write: tags in lower case, quoted attributes, no `>` in them, every element that is not void closed.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from functools import partial
from html import escape, unescape
from itertools import pairwise

from sitegen.language.furigana.annotate import segments
from sitegen.language.furigana.kana import Segments, has_kanji
from sitegen.language.furigana.readings import Readings
from sitegen.language.locales import primary

Block = Callable[[list[str]], Iterator[str]]
"""Text and inline tags of one block → the same, rewritten."""

_TOKEN = re.compile(r"<!--.*?-->|<(?P<close>/?)(?P<name>[a-z][a-z0-9-]*)(?P<attributes>[^>]*)>|[^<]+", re.S)
_LANG = re.compile(r'\slang="([^"]*)"')
_LETTER = re.compile(r"&[#\w]+;|.", re.S)


def _elements(names: str) -> frozenset[str]:
    return frozenset(names.split())


_VOID = _elements("area base br col embed hr img input link meta source track wbr")
_INLINE = _elements("a abbr b bdi cite data del dfn em i ins mark q s small span strong sub sup time u var")
"""Elements that words may run through."""
_PLAIN = _elements("code kbd math option pre ruby samp script select style svg textarea title")
"""Elements whose text stays as it is: no prose, or no place for ruby."""
_RUBY = r"<ruby>(?:[^<]|<r[pt]>|</r[pt]>)*</ruby>"
_IN_ROWS = re.compile(rf"<(?P<name>a|button|summary)(?: [^>]*)?>(?P<text>(?:[^<]++|{_RUBY}){{2,}}+)(?=</(?P=name)>)")
"""Elements with text and ruby that style sheets make a row (`display: flex`)."""


def ruby(letters: str, reading: str) -> str:
    """Letters with their reading above them; both are HTML."""
    return f"<ruby>{letters}<rp>（</rp><rt>{reading}</rt><rp>）</rp></ruby>"


def html_of(text: str, readings: Readings) -> str:
    """A plain text as HTML with ruby."""
    return "".join(_written(escape(letters, quote=False), reading) for letters, reading in segments(text, readings))


def marked(text: str, readings: Readings) -> str:
    """A plain text with readings in braces: {駅|えき}へ{行|い}く."""
    return "".join(f"{{{letters}|{kana}}}" if kana else letters for letters, kana in segments(text, readings))


def add_ruby(html: str, readings: Readings) -> str:
    """Give every Japanese word in the body of a page its reading."""
    return _IN_ROWS.sub(_held_together, rewrite(html, partial(_block, readings=readings)))


def _held_together(found: re.Match[str]) -> str:
    """Make the text of an element one item: in a row, each ruby would be one, with a gap around it."""
    cut = found.start("text") - found.start()
    return f"{found[0][:cut]}<span>{found['text']}</span>" if "<ruby>" in found["text"] else found[0]


def rewrite(html: str, block: Block) -> str:
    """Hand the Japanese prose in the body of a page to `block`, piece by piece."""
    head, body, rest = html.partition("<body")
    return head + "".join(_body(body + rest, block)) if body else html


def _body(html: str, rewritten: Block) -> Iterator[str]:
    """The body, rewritten; words may run through inline elements, so that these break none of them."""
    block: list[str] = []
    left: list[tuple[str, bool]] = []  # open elements, and whether text outside them is read
    reading = True
    for token in _TOKEN.finditer(html):
        name = token["name"]
        was = reading
        if name and not token["close"] and name not in _VOID and not token["attributes"].endswith("/"):
            left.append((name, reading))
            reading = _is_read(name, token["attributes"], outside=reading)
        elif name and token["close"] and left:
            reading = left.pop()[1]
        if (name and name not in _INLINE) or reading != was or not reading:
            yield from rewritten(block)
            block = []
            yield token[0]
        else:
            block.append(token[0])
    yield from rewritten(block)


def _is_read(name: str, attributes: str, *, outside: bool) -> bool:
    """Whether text in an element is Japanese prose, by its name, its language and what surrounds it."""
    if name in _PLAIN or 'translate="no"' in attributes or "data-no-ruby" in attributes:
        return False
    lang = _LANG.search(attributes)
    return primary(lang[1]) == "ja" if lang and outside else outside


def _block(parts: list[str], readings: Readings) -> Iterator[str]:
    """Text and inline tags of one block, read together."""
    texts = [part for part in parts if not part.startswith("<")]
    if not any(map(has_kanji, texts)):
        yield from parts
    elif len(texts) == 1:
        for part in parts:
            yield part if part.startswith("<") else _text(part, readings)
    else:
        yield from _across(parts, readings)


def _text(html: str, readings: Readings) -> str:
    """A piece of text between two tags."""
    if "&" not in html:
        return "".join(_written(letters, reading) for letters, reading in segments(html, readings))
    return "".join(_across([html], readings))


def _across(parts: list[str], readings: Readings) -> Iterator[str]:
    """Several texts and the tags between them: the texts are read as one, and the tags put back."""
    raw: list[str] = []  # the letters as they are written in HTML
    tags: dict[int, str] = {}  # number of the letter that they stand before
    for part in parts:
        if part.startswith("<"):
            tags[len(raw)] = tags.get(len(raw), "") + part
        else:
            raw += _LETTER.findall(part)
    text = "".join(unescape(letter)[:1] for letter in raw)
    yield from _put_back(raw, tags, segments(text, readings), readings)


def _put_back(raw: list[str], tags: dict[int, str], pieces: Segments, readings: Readings) -> Iterator[str]:
    position = 0
    for letters, reading in pieces:
        end = position + len(letters)
        inside = [n for n in range(position + 1, end) if n in tags]
        yield tags.get(position, "")
        if not inside:
            yield _written("".join(raw[position:end]), reading)
        elif not reading:
            yield raw[position] + "".join(tags.get(n, "") + raw[n] for n in range(position + 1, end))
        else:  # a tag stands within the run: each part is read by itself
            cuts = [position, *inside, end]
            for start, stop in pairwise(cuts):
                yield (tags[start] if start > position else "") + _text("".join(raw[start:stop]), readings)
        position = end
    yield tags.get(position, "")


def _written(letters: str, reading: str) -> str:
    return ruby(letters, reading) if reading else letters
