"""Shows a built site to browsers on this computer only, with a script that reloads and shows problems."""

from __future__ import annotations

import json
import socket
import sys
import threading
from dataclasses import asdict, dataclass
from functools import partial
from http import HTTPStatus
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path
from typing import Any
from urllib.parse import quote, unquote, urlsplit

_HOST = "127.0.0.1"
_LIVE = "/.sitegen/"
_KEEP_ALIVE = 15.0
"""Seconds after which a silent stream says that it is alive."""
# Not the system's table: on Windows any program may have changed it.
_TYPES = {
    ".html": "text/html; charset=utf-8",
    ".css": "text/css; charset=utf-8",
    ".js": "text/javascript; charset=utf-8",
    ".json": "application/json",
    ".jsonld": "application/ld+json",
    ".xml": "application/xml",
    ".svg": "image/svg+xml",
    ".png": "image/png",
    ".jpg": "image/jpeg",
    ".jpeg": "image/jpeg",
    ".webp": "image/webp",
    ".avif": "image/avif",
    ".gif": "image/gif",
    ".woff2": "font/woff2",
    ".wasm": "application/wasm",
    ".csv": "text/csv; charset=utf-8",
    ".md": "text/markdown; charset=utf-8",
    ".txt": "text/plain; charset=utf-8",
    ".conf": "text/plain; charset=utf-8",
}


@dataclass(frozen=True)
class State:
    """What browsers are told; all words are ready to be shown."""

    site: str = ""
    """Changes with every new site; empty while there is none."""
    problems: str = ""
    """What is wrong, as HTML; empty if nothing is."""
    notes: str = ""
    """What might be better (warnings), as HTML; empty if there is nothing."""
    lang: str = "ja"
    close: str = ""


class Preview:
    """The site that is shown: its folder and base path, and the newest state, for which streams can wait."""

    def __init__(self, folder: Path, state: State) -> None:
        self.folder = folder
        self.base = "/"
        self.state = state
        self._changed = threading.Condition()

    def show(self, state: State) -> None:
        """Tell all browsers the new state."""
        with self._changed:
            self.state = state
            self._changed.notify_all()

    def wait(self, known: State | None) -> State:
        """Wait until there is another state, or it is time for a sign of life."""
        with self._changed:
            self._changed.wait_for(lambda: self.state != known, timeout=_KEEP_ALIVE)
            return self.state


class Server(ThreadingHTTPServer):
    """Answers on the loopback address only; each request has its own thread, since streams stay open."""

    daemon_threads = True

    def __init__(self, port: int, preview: Preview) -> None:
        super().__init__((_HOST, port), partial(_Handler, preview))

    @property
    def address(self) -> str:
        """The address of the host, without a path."""
        return f"http://{_HOST}:{self.server_port}"

    def server_bind(self) -> None:
        """Take the port; on Windows, the usual option would let two programs share one."""
        if sys.platform == "win32":
            self.allow_reuse_address = False
            self.socket.setsockopt(socket.SOL_SOCKET, socket.SO_EXCLUSIVEADDRUSE, 1)
        super().server_bind()

    def handle_error(self, request: Any, client_address: Any) -> None:
        """Be silent about browsers that leave."""
        if not isinstance(sys.exc_info()[1], ConnectionError):
            super().handle_error(request, client_address)


class _Handler(BaseHTTPRequestHandler):
    protocol_version = "HTTP/1.1"
    server: Server

    def __init__(self, preview: Preview, *args: Any) -> None:
        self.preview = preview
        super().__init__(*args)

    def do_GET(self) -> None:
        """Answer with a file, the stream of events, or what is wrong."""
        path = unquote(urlsplit(self.path).path)
        if not self._asked_for_us():
            self._send(HTTPStatus.FORBIDDEN, b"Forbidden", _TYPES[".txt"])
        elif path == f"{_LIVE}events":
            self._stream()
        elif path in (f"{_LIVE}live.js", f"{_LIVE}live.css"):
            file = Path(__file__).parent / "live" / path.removeprefix(_LIVE)
            self._send(HTTPStatus.OK, file.read_bytes(), _TYPES[file.suffix])
        elif not self.preview.state.site:
            page = self._with_script(_problem_page(self.preview.state))
            self._send(HTTPStatus.SERVICE_UNAVAILABLE, page, _TYPES[".html"])
        else:
            self._answer(path)

    def do_HEAD(self) -> None:
        """Answer without the content."""
        self.do_GET()

    def log_message(self, *_: object) -> None:
        """Keep the terminal for the content's problems."""

    def _asked_for_us(self) -> bool:
        """Refuse other names: a foreign site could point its own name to this address and read along."""
        name, _, port = self.headers.get("Host", "").partition(":")
        return name in (_HOST, "localhost") and (port or "80") == str(self.server.server_port)

    def _answer(self, path: str) -> None:
        base = self.preview.base
        file = self._file(path.removeprefix(base)) if path.startswith(base) else None
        if file is None:
            if path == "/":
                self._redirect(base)
            else:
                self._send_file(HTTPStatus.NOT_FOUND, self.preview.folder / "404.html")
        elif file.is_dir():
            self._redirect(path + "/")
        else:
            self._send_file(HTTPStatus.OK, file)

    def _file(self, name: str) -> Path | None:
        """The file or folder that a path below the site means, if it exists there."""
        folder = self.preview.folder
        if "\0" in name or "\\" in name or ":" in name:
            return None
        file = folder / name / "index.html" if name.endswith("/") or not name else folder / name
        inside = file.resolve().is_relative_to(folder.resolve())
        return file if inside and file.exists() else None

    def _send_file(self, status: HTTPStatus, file: Path) -> None:
        try:
            content = file.read_bytes()
        except OSError:  # just replaced by a new site, or a site without a page for errors
            self._send(HTTPStatus.NOT_FOUND, b"Not found", _TYPES[".txt"])
            return
        kind = _TYPES.get(file.suffix, "application/octet-stream")
        self._send(status, self._with_script(content) if file.suffix == ".html" else content, kind)

    def _with_script(self, page: bytes) -> bytes:
        added = (
            f'<link rel="stylesheet" href="{_LIVE}live.css">'
            f'<script type="module" src="{_LIVE}live.js?site={self.preview.state.site}"></script>'
        )
        return page.replace(b"</head>", added.encode() + b"</head>", 1)

    def _redirect(self, path: str) -> None:
        self.send_response(HTTPStatus.FOUND)
        self.send_header("Location", quote(path))
        self.send_header("Content-Length", "0")
        self.end_headers()

    def _send(self, status: HTTPStatus, content: bytes, kind: str) -> None:
        self.send_response(status)
        self.send_header("Content-Type", kind)
        self.send_header("Content-Length", str(len(content)))
        self.send_header("Cache-Control", "no-store")
        self.send_header("X-Content-Type-Options", "nosniff")
        self.end_headers()
        if self.command != "HEAD":
            self.wfile.write(content)

    def _stream(self) -> None:
        """Send the state at once, and again whenever it changes."""
        self.close_connection = True
        self.send_response(HTTPStatus.OK)
        self.send_header("Content-Type", "text/event-stream")
        self.send_header("Cache-Control", "no-store")
        self.send_header("Connection", "close")
        self.end_headers()
        known: State | None = None
        while self.command != "HEAD":
            state = self.preview.wait(known)
            self.wfile.write(b": still here\n\n" if state == known else _event(state))
            known = state


def _event(state: State) -> bytes:
    return f"data: {json.dumps(asdict(state), ensure_ascii=False)}\n\n".encode()


def _problem_page(state: State) -> bytes:
    """What is shown while there is no site; works without JavaScript."""
    return (
        f'<!doctype html><html lang="{state.lang}"><head><meta charset="utf-8">'
        '<meta name="viewport" content="width=device-width, initial-scale=1"><title>sitegen</title></head>'
        f'<body><main class="sitegen-page" data-sitegen-problems>{state.problems}</main></body></html>'
    ).encode()
