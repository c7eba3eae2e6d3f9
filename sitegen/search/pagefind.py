"""Pagefind, the search engine: records → the files of an index."""

from __future__ import annotations

import base64
import gzip
import json
import os
import re
import subprocess
from collections import defaultdict
from collections.abc import Iterable, Mapping
from io import BufferedReader
from pathlib import Path
from typing import IO, Any, Self, cast

from pagefind_bin import get_executable

_SIGNATURE = b"pagefind_dcd"
_SILENT = re.compile(rb"console\.error\(`Failed to load the index chunk [^`]*`\);")
_KEPT = re.compile(rb"(this\.loaded_(?:chunks|fragments)\[hash\])=(this\._load\w+\([^()]*\));")
_WEIGHT = 24
"""Pagefind keeps a weight as a whole number of 24ths, up to 10."""


class Pagefind:
    """A running `pagefind --service`.

    Pagefind's own Python client waits 0.1 s for every answer, 15 s for 150 pages; this speaks the same protocol
    (base64 of JSON, ended by a comma) without waiting.
    """

    def __init__(self, chunk_size: int) -> None:
        self._environment = os.environ | {"PAGEFIND_UNSTABLE_INDEX_CHUNK_SIZE": str(chunk_size)}

    def __enter__(self) -> Self:
        command = [str(get_executable()), "--service"]
        self._process = subprocess.Popen(  # noqa: S603  # Pagefind's own program
            command, stdin=subprocess.PIPE, stdout=subprocess.PIPE, env=self._environment
        )
        self._requests, self._answers = (
            cast("IO[bytes]", self._process.stdin),
            cast("BufferedReader", self._process.stdout),
        )
        return self

    def __exit__(self, *_: object) -> None:
        self._process.kill()
        self._process.communicate()

    def ask(self, **payload: Any) -> dict[str, Any]:
        """Send one request and wait for its answer."""
        self.send(**payload)
        return self.answer()

    def send(self, **payload: Any) -> None:
        """Send one request; its answer must be taken before the next one is sent."""
        message = json.dumps({"message_id": 1, "payload": payload}).encode()
        self._requests.write(base64.b64encode(message) + b",")
        self._requests.flush()

    def answer(self) -> dict[str, Any]:
        """Wait for the answer to the last request. Raises RuntimeError with Pagefind's message."""
        answer: dict[str, Any] = json.loads(base64.b64decode(self._read()))["payload"]
        if answer["type"] == "Error":
            raise RuntimeError(answer["message"])
        return answer

    def _read(self) -> bytes:
        parts = []
        while not (part := self._answers.read1()).endswith(b","):
            if not part:
                raise RuntimeError("pagefind ended without an answer")
            parts.append(part)
        return b"".join([*parts, part[:-1]])


def index_files(
    language: str, pages: Iterable[tuple[str, Mapping[str, int]]], shown: Mapping[str, Mapping[str, str]], letters: int
) -> dict[str, bytes]:
    """Make an index of pages (URL, tokens with weights): path → content.

    Pages go in one after another, so that the index is the same every time. `shown` is what a result shows, by URL;
    `letters` is about how many the pages have together.
    Pagefind's filters stay unused: their files come out in another order each time.
    """
    with Pagefind(_chunk_size(letters)) as pagefind:
        index_id = pagefind.ask(type="NewIndex", config=None)["index_id"]
        _add(pagefind, index_id, ((url, _page(language, weights)) for url, weights in pages))
        # `WriteFiles` answers before the files are whole, so they are asked for instead.
        files = pagefind.ask(type="GetFiles", index_id=index_id)["files"]
    contents = {str(file["path"]): base64.b64decode(file["content"]) for file in files}
    return {
        path: _changed(Path(path).name, content, shown)
        for path, content in sorted(contents.items())
        if _wanted(Path(path).name)
    }


def _changed(name: str, content: bytes, shown: Mapping[str, Mapping[str, str]]) -> bytes:
    if name == "pagefind.js":
        return _retrying(content)
    return _readable(content, shown) if name.endswith(".pf_fragment") else content


def _retrying(script: bytes) -> bytes:
    """Let a search fail when a part of the index does not load, and load that part anew the next time.

    As it comes, Pagefind goes on without the part, for as long as the page is open.
    """
    return _KEPT.sub(rb"\1=\2.catch((e)=>{delete \1;throw e;});", _SILENT.sub(b"throw e;", script))


def _add(pagefind: Pagefind, index_id: int, pages: Iterable[tuple[str, str]]) -> None:
    """Add pages in order; while Pagefind reads one, the next one is made."""
    waiting = False
    for url, html in pages:
        if waiting:
            pagefind.answer()
        pagefind.send(type="AddFile", index_id=index_id, url=url, file_contents=html)
        waiting = True
    if waiting:
        pagefind.answer()


def _chunk_size(letters: int) -> int:
    """How much of the index one request brings: small sites in bits of 4 KB, large ones without too many bits."""
    return max(2000, letters // 300)


def _page(language: str, weights: Mapping[str, int]) -> str:
    """A page in HTML as Pagefind reads it: the tokens of each weight in a paragraph."""
    groups: dict[int, list[str]] = defaultdict(list)
    for token, weight in weights.items():
        groups[weight].append(token)
    # Half a step more, so that what Pagefind rounds down to is the weight.
    paragraphs = [
        f'<p data-pagefind-weight="{(weight + 0.5) / _WEIGHT:.4f}">{" ".join(sorted(group))}</p>'
        for weight, group in sorted(groups.items())
    ]
    return f'<html lang="{language}"><body>{"".join(paragraphs)}</body></html>'


def _readable(fragment: bytes, shown: Mapping[str, Mapping[str, str]]) -> bytes:
    """Put a page's own words in the place of its tokens, in what Pagefind loads for a result."""
    data = json.loads(gzip.decompress(fragment).removeprefix(_SIGNATURE))
    meta = dict(shown[data["url"]])
    data |= {"content": meta.pop("text"), "meta": meta}
    written = json.dumps(data, ensure_ascii=False, separators=(",", ":"), sort_keys=True).encode()
    return gzip.compress(_SIGNATURE + written, 9, mtime=0)


def _wanted(name: str) -> bool:
    """Leave out Pagefind's own user interface, and its worker: the search page has its own and needs none."""
    return not name.startswith(
        ("pagefind-ui", "pagefind-modular-ui", "pagefind-component-ui", "pagefind-highlight", "pagefind-worker")
    )
