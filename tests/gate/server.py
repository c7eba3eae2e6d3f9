"""A small static host for the built site: below a path, with the headers that the site asks for."""

from __future__ import annotations

import threading
from collections.abc import Iterator
from contextlib import contextmanager
from fnmatch import fnmatch
from functools import partial
from http.server import SimpleHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path

Headers = dict[str, str]


@contextmanager
def serve(folder: Path, base: str) -> Iterator[str]:
    """Serve a folder below the path `base`; gives the address of the site, with a slash at its end."""
    handler = partial(_Handler, folder, base, read_headers(folder / "_headers"))
    with ThreadingHTTPServer(("127.0.0.1", 0), handler) as server:
        server.daemon_threads = True
        thread = threading.Thread(target=server.serve_forever, kwargs={"poll_interval": 0.05})
        thread.start()
        yield f"http://127.0.0.1:{server.server_port}{base}"
        server.shutdown()
        thread.join()


def read_headers(file: Path) -> list[tuple[str, Headers]]:
    """Read `_headers` as Netlify and Cloudflare do: a path pattern, then its headers; a later rule wins."""
    rules: list[tuple[str, Headers]] = []
    for line in file.read_text("utf-8").splitlines():
        if line and not line.startswith(" "):
            rules.append((line, {}))
        elif ": " in line:
            name, value = line.strip().split(": ", 1)
            rules[-1][1][name] = value
    return rules


class _Handler(SimpleHTTPRequestHandler):
    protocol_version = "HTTP/1.1"
    disable_nagle_algorithm = True
    wbufsize = 1 << 16
    extensions_map = {  # noqa: RUF012 (the base class declares it so)
        **SimpleHTTPRequestHandler.extensions_map,
        ".html": "text/html; charset=utf-8",
        ".js": "text/javascript; charset=utf-8",
        ".css": "text/css; charset=utf-8",
        ".svg": "image/svg+xml",
        ".woff2": "font/woff2",
        ".wasm": "application/wasm",
        ".json": "application/json",
    }

    def __init__(
        self, folder: Path, base: str, rules: list[tuple[str, Headers]], *request: object, **more: object
    ) -> None:
        self.base, self.rules, self.folder = base, rules, folder
        super().__init__(*request, directory=str(folder), **more)  # type: ignore[arg-type]

    def translate_path(self, path: str) -> str:
        below = path.removeprefix(self.base.rstrip("/"))
        return super().translate_path(below) if path.startswith(self.base) else str(self.folder / "no such file")

    def end_headers(self) -> None:
        path = self.path.partition("?")[0]
        headers: Headers = {}
        for pattern, values in self.rules:
            headers |= values if fnmatch(path, pattern) else {}
        for name, value in headers.items():
            self.send_header(name, value)
        super().end_headers()

    def send_error(self, code: int, *_: object) -> None:
        """Answer with the site's own page, as hosts do."""
        body = (self.folder / "404.html").read_bytes()
        self.send_response(code)
        self.send_header("Content-Type", self.extensions_map[".html"])
        self.send_header("Content-Length", str(len(body)))
        self.end_headers()
        self.wfile.write(body)

    def log_message(self, format: str, *args: object) -> None:  # noqa: A002 (the base class names it so)
        """Keep the test output clean."""
