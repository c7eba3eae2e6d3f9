"""Writes into a translation the hash of the original that it was made from."""

from __future__ import annotations

import re

_FRONT_MATTER = re.compile(rb"\A(?:\xef\xbb\xbf)?---[ \t]*(\r?\n)(.*?)^---[ \t]*(?:\r?\n|\Z)", re.DOTALL | re.MULTILINE)
_SOURCE = re.compile(rb"^source:[^\r\n]*", re.MULTILINE)


def with_source(file: bytes, digest: str) -> bytes:
    """The file with this hash in its front matter, and everything else as it was; the file must have front matter."""
    found = _FRONT_MATTER.match(file)
    if found is None:
        raise ValueError("no front matter")
    newline, head, start, end = found[1], found[2], found.start(2), found.end(2)
    line = b"source: " + digest.encode()
    # Quoted where YAML would take the hash for a number, such as 12345e6789.
    if re.fullmatch(r"[0-9]+(e[0-9]+)?", digest):
        line = b'source: "' + digest.encode() + b'"'
    changed, count = _SOURCE.subn(line, head, count=1)
    if not count:
        changed = head + line + newline
    return file[:start] + changed + file[end:]
