"""`sitegen serve`: what a browser on this computer sees while somebody edits."""

from __future__ import annotations

import json
import os
import re
import signal
import subprocess
import sys
from collections.abc import Iterator
from dataclasses import dataclass
from http.client import HTTPConnection, HTTPResponse
from pathlib import Path
from typing import IO, Any

import pytest

from sitegen.serve import base_path
from tests.site_builder import ONLINE, TRAINING, SmallSite, build_small_site

EASY_ONLINE = ONLINE.replace(".md", ".ja-simple.md")
REPOSITORY = Path(__file__).parent.parent
PATIENCE = 60
"""Seconds to wait for what takes one or two."""


@dataclass(frozen=True)
class Serving:
    """A running `sitegen serve` and its site."""

    site: SmallSite
    process: subprocess.Popen[str]
    port: int

    def get(self, path: str, method: str = "GET", host: str | None = None) -> tuple[HTTPResponse, bytes]:
        connection = HTTPConnection("127.0.0.1", self.port, timeout=PATIENCE)
        connection.request(method, path, headers={"Host": host or f"127.0.0.1:{self.port}"})
        response = connection.getresponse()
        body = response.read()
        connection.close()
        return response, body

    def events(self) -> Iterator[dict[str, Any]]:
        """The states that an open page is told, as they come."""
        connection = HTTPConnection("127.0.0.1", self.port, timeout=PATIENCE)
        connection.request("GET", "/.sitegen/events")
        with connection.getresponse() as stream:
            for line in stream:
                if line.startswith(b"data: "):
                    yield json.loads(line.removeprefix(b"data: "))

    def stop(self) -> tuple[int, str]:
        self.process.send_signal(signal.SIGINT)
        out, _ = self.process.communicate(timeout=PATIENCE)
        return self.process.returncode, out


def start(site: SmallSite, log: IO[str], *options: str) -> Serving:
    process = subprocess.Popen(
        [sys.executable, "-m", "sitegen", "--lang", "ja", "serve", "--port", "0", *options],
        cwd=site.root,
        env={**os.environ, "PYTHONPATH": str(REPOSITORY), "PYTHONUNBUFFERED": "1", "PYTHONUTF8": "1"},
        stdout=subprocess.PIPE,
        stderr=log,
        encoding="utf-8",
    )
    assert process.stdout is not None
    first = process.stdout.readline()
    found = re.search(r"http://127\.0\.0\.1:(\d+)/dx/ で見られます", first)
    assert found, first
    return Serving(site, process, int(found[1]))


@pytest.fixture(scope="module")
def serving(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Serving]:
    """A server whose first build is done; tests that edit leave the content as it was."""
    folder = tmp_path_factory.mktemp("serve")
    site = build_small_site(folder / "site")
    site.replace(TRAINING, "updated:", "draft: true\nupdated:")
    with (folder / "log").open("w") as log:
        running = start(site, log, "--drafts")
        assert next(state for state in running.events() if state["site"])["problems"] == ""
        yield running
        if running.process.poll() is None:
            running.stop()


def test_pages_are_served_below_the_path_of_the_published_site(serving: Serving) -> None:
    response, body = serving.get("/dx/")
    assert response.status == 200
    assert b"<h1" in body
    assert serving.get("/")[0].headers["Location"] == "/dx/"
    assert serving.get("/dx/en")[0].headers["Location"] == "/dx/en/"


@pytest.mark.parametrize(
    ("path", "kind"),
    [
        ("/dx/", "text/html; charset=utf-8"),
        ("/dx/favicon.svg", "image/svg+xml"),
        ("/dx/data/catalog.jsonld", "application/ld+json"),
        ("/dx/data/hoshi.json", "application/json"),
        ("/dx/data/hoshi/initiatives.csv", "text/csv; charset=utf-8"),
        ("/dx/feed.xml", "application/xml"),
        ("/dx/media/hoshi/counter.png", "image/png"),
        ("/dx/robots.txt", "text/plain; charset=utf-8"),
        ("/.sitegen/live.js", "text/javascript; charset=utf-8"),
        ("/.sitegen/live.css", "text/css; charset=utf-8"),
    ],
)
def test_files_have_their_type(serving: Serving, path: str, kind: str) -> None:
    response, body = serving.get(path, "HEAD")
    assert (response.status, response.headers["Content-Type"], body) == (200, kind, b"")
    assert response.headers["Cache-Control"] == "no-store"


def test_a_missing_page_is_answered_with_the_sites_own(serving: Serving) -> None:
    response, body = serving.get("/dx/nothing/here/")
    assert response.status == 404
    assert b"<h1" in body


@pytest.mark.parametrize(
    "path", ["/dx/../site.yaml", "/dx/%2e%2e/site.yaml", "/dx//etc/passwd", "/dx/%00", "/dx/..%5csite.yaml"]
)
def test_nothing_outside_the_site_can_be_read(serving: Serving, path: str) -> None:
    response, body = serving.get(path)
    assert response.status == 404
    assert b"base_url" not in body
    assert b"root:" not in body


@pytest.mark.parametrize("host", ["evil.example", "evil.example:80", "127.0.0.1.evil.example", "[::1]:1", ""])
def test_other_names_for_this_computer_are_refused(serving: Serving, host: str) -> None:
    for path in ("/dx/", "/.sitegen/events"):
        response, body = serving.get(path, host=host or " ")
        assert (response.status, body) == (403, b"Forbidden")


def test_localhost_is_as_good_as_the_address(serving: Serving) -> None:
    assert serving.get("/dx/", host=f"localhost:{serving.port}")[0].status == 200


def test_the_script_is_added_on_the_way_and_not_to_the_files(serving: Serving) -> None:
    _, body = serving.get("/dx/")
    assert body.count(b"/.sitegen/live.js?site=") == 1
    assert not any(b"/.sitegen/" in path.read_bytes() for path in serving.site.root.rglob(".cache/**/*.html"))
    assert not (serving.site.root / "public").exists()


def test_drafts_are_shown_on_demand(serving: Serving) -> None:
    assert serving.get("/dx/hoshi/initiatives/02-training/")[0].status == 200


def test_saving_a_file_shows_the_new_site(serving: Serving) -> None:
    states = serving.events()
    before = next(states)
    serving.site.replace(ONLINE, "title: 手続のオンライン化", "title: 手続の電子化")
    after = next(states)
    assert after["site"] != before["site"]
    assert "手続の電子化" in serving.get("/dx/hoshi/initiatives/01-online/")[1].decode()
    serving.site.replace(ONLINE, "title: 手続の電子化", "title: 手続のオンライン化")
    assert next(states)["problems"] == ""


def test_a_mistake_is_shown_over_the_last_good_site_until_it_is_corrected(serving: Serving) -> None:
    states = serving.events()
    good = next(states)
    serving.site.replace(ONLINE, 'policy: "2"', 'policy: "<9>"')
    broken = next(states)
    assert broken["site"] == good["site"]
    assert f"<code>{ONLINE}:4:9</code>" in broken["problems"]
    assert "「&lt;9&gt;」" in broken["problems"], "what the author typed is shown as text"
    assert "使える値: 1, 2" in broken["problems"]
    assert serving.get("/dx/hoshi/initiatives/01-online/")[0].status == 200
    serving.site.replace(ONLINE, 'policy: "<9>"', 'policy: "2"')
    assert next(states)["problems"] == ""


def test_warnings_are_noted_on_the_page_those_of_the_file_just_saved_first(serving: Serving) -> None:
    states = serving.events()
    next(states)
    serving.site.replace(EASY_ONLINE, "計画の とおりです。", "紙が減り、計画の とおりです。")
    noted = next(states)
    assert noted["problems"] == ""
    assert noted["notes"].index(EASY_ONLINE) < noted["notes"].index("</code>"), "the first of the list"
    assert "「減り、」は書きことば" in noted["notes"]
    serving.site.replace(EASY_ONLINE, "紙が減り、計画の とおりです。", "計画の とおりです。")
    assert EASY_ONLINE not in next(states)["notes"]


def test_settings_are_watched_too(serving: Serving) -> None:
    states = serving.events()
    next(states)
    serving.site.replace("site.yaml", "example.org/dx/", "example.org/plan/")
    next(states)
    assert serving.get("/plan/")[0].status == 200
    serving.site.replace("site.yaml", "example.org/plan/", "example.org/dx/")
    next(states)


def test_a_first_build_with_errors_shows_them_and_then_the_site(site: SmallSite, tmp_path: Path) -> None:
    site.replace(ONLINE, 'policy: "2"', 'policy: "9"')
    with (tmp_path / "log").open("w+") as log:
        serving = start(site, log)
        states = serving.events()
        assert next(state for state in states if "unknown" in state["problems"] or "<li>" in state["problems"])
        response, body = serving.get("/dx/")
        assert response.status == 503
        assert f"<code>{ONLINE}:4:9</code>" in body.decode()
        assert b"/.sitegen/live.js" in body
        site.replace(ONLINE, 'policy: "9"', 'policy: "2"')
        assert next(states)["site"]
        assert serving.get("/dx/")[0].status == 200
        code, out = serving.stop()
        log.seek(0)
        errors = log.read()
    assert code == 0
    assert out.endswith("終わりました。\n")
    assert f"{ONLINE}:4:9  error  unknown-policy" in errors
    assert "Traceback" not in errors


def test_a_port_that_is_taken_is_told(serving: Serving) -> None:
    taken = subprocess.run(
        [sys.executable, "-m", "sitegen", "serve", "--lang", "en", "--port", str(serving.port)],
        cwd=serving.site.root,
        env={**os.environ, "PYTHONPATH": str(REPOSITORY)},
        capture_output=True,
        encoding="utf-8",
        check=False,
    )
    assert taken.returncode == 2
    assert f"Port {serving.port} cannot be used" in taken.stderr


@pytest.mark.parametrize(
    ("settings", "path"),
    [
        ("base_url: https://example.org/a/b/", "/a/b/"),
        ("base_url: https://example.org", "/"),
        ("title: none", "/"),
        ("- list", "/"),
        ("base_url: [", "/"),
        ("base_url: http://[", "/"),
    ],
)
def test_the_path_is_known_even_while_the_settings_are_broken(tmp_path: Path, settings: str, path: str) -> None:
    (tmp_path / "site.yaml").write_text(settings)
    assert base_path(tmp_path) == path
