"""The Pagefind index of one edition, made from the words of its pages."""

from __future__ import annotations

import base64
import json
import re
import subprocess
import unicodedata
from collections.abc import Iterable
from dataclasses import dataclass
from io import BufferedReader
from pathlib import Path
from typing import IO, Any, Self, cast

from pagefind_bin import get_executable

from sitegen.artifacts import Artifact

_JAPANESE = re.compile(r"[々〆ぁ-ゖァ-ヺー㐀-鿿]+")


@dataclass(frozen=True)
class Record:
    """What search knows of one page."""

    url: str
    """Path of the page from the site's root, without a slash at the beginning."""
    title: str
    excerpt: str
    words: str


def index(edition: str, records: Iterable[Record]) -> tuple[Artifact, ...]:
    """Make the index of an edition; records go in sorted and one after another, so that it is the same every time."""
    language = edition.partition("-")[0]
    with Pagefind() as pagefind:
        index_id = pagefind.ask(type="NewIndex", config=None)["index_id"]
        for record in sorted(records, key=lambda record: record.url):
            pagefind.ask(
                type="AddRecord",
                index_id=index_id,
                url=record.url,
                content=searchable(record.words, language),
                language=language,
                meta={"title": record.title, "excerpt": record.excerpt},
            )
        # `WriteFiles` answers before the files are whole, so they are asked for instead.
        files = pagefind.ask(type="GetFiles", index_id=index_id)["files"]
    return tuple(
        Artifact(f"pagefind/{edition}/{file['path']}", base64.b64decode(file["content"]))
        for file in sorted(files, key=lambda file: str(file["path"]))
        if _wanted(Path(file["path"]).name)
    )


class Pagefind:
    """A running `pagefind --service`.

    Pagefind's own Python client waits 0.1 s for every answer, 15 s for 150 pages; this speaks the same protocol
    (base64 of JSON, ended by a comma) without waiting.
    """

    def __enter__(self) -> Self:
        command = [str(get_executable()), "--service"]
        self._process = subprocess.Popen(command, stdin=subprocess.PIPE, stdout=subprocess.PIPE)  # noqa: S603
        self._requests, self._answers = (
            cast("IO[bytes]", self._process.stdin),
            cast("BufferedReader", self._process.stdout),
        )
        return self

    def __exit__(self, *_: object) -> None:
        self._process.kill()
        self._process.communicate()

    def ask(self, **payload: Any) -> dict[str, Any]:
        """Send one request and wait for its answer. Raises RuntimeError with Pagefind's message."""
        message = json.dumps({"message_id": 1, "payload": payload}).encode()
        self._requests.write(base64.b64encode(message) + b",")
        self._requests.flush()
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


def searchable(text: str, language: str) -> str:
    """Write text as Pagefind can find it: Japanese has no spaces, so each pair of letters becomes a word.

    `assets/js/search.js` does the same to the query.
    """
    folded = unicodedata.normalize("NFKC", text).lower()
    if language != "ja":
        return folded
    return _JAPANESE.sub(lambda run: f" {' '.join(_pairs(run[0]))} ", folded)


def _pairs(run: str) -> list[str]:
    return [run[n : n + 2] for n in range(max(1, len(run) - 1))]


def _wanted(name: str) -> bool:
    """Leave out Pagefind's own user interface: the site has its own."""
    return not name.startswith(("pagefind-ui", "pagefind-modular-ui", "pagefind-component-ui", "pagefind-highlight"))
