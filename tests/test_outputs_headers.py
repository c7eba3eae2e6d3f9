"""`_headers` and nginx-headers.conf: a strict policy, and openings only where they are needed."""

from __future__ import annotations

import re

import pytest

from sitegen.csp import content_security_policy
from sitegen.derive import derive
from sitegen.outputs.headers import header_files
from tests.site_builder import SmallSite

Rules = dict[str, dict[str, str]]


@pytest.fixture
def files(site: SmallSite) -> dict[str, str]:
    return {artifact.path: artifact.content.decode() for artifact in header_files(derive(site.content()))}


@pytest.fixture
def netlify(files: dict[str, str]) -> Rules:
    rules: Rules = {}
    for block in files["_headers"].split("\n\n"):
        path, *lines = block.strip().split("\n")
        rules[path] = dict(line.strip().split(": ", 1) for line in lines if ": " in line)
    return rules


@pytest.fixture
def nginx(files: dict[str, str]) -> Rules:
    common, *locations = re.split(r"location \^~ ", files["nginx-headers.conf"])
    blocks = {"": common} | {block.split(" ")[0]: block for block in locations}
    return {path: dict(re.findall(r'add_header (\S+) "(.*)" always;', block)) for path, block in blocks.items()}


@pytest.mark.parametrize("search", [False, True])
@pytest.mark.parametrize("meta", [False, True])
def test_the_policy_allows_the_sites_own_files_only(search: bool, meta: bool) -> None:
    policy = content_security_policy(search=search, meta=meta)
    assert policy.startswith("default-src 'none'; ")
    assert "unsafe-inline" not in policy
    assert not re.search(r"\*|data:|https?:|'unsafe-eval'", policy)


def test_only_search_may_compile_webassembly_and_start_its_worker() -> None:
    page, search = (set(content_security_policy(search=s, meta=True).split("; ")) for s in (False, True))
    assert search - page == {"script-src 'self' 'wasm-unsafe-eval'", "worker-src 'self'"}
    assert page - search == {"script-src 'self'"}


def test_the_form_for_a_meta_element_leaves_out_what_browsers_ignore_there() -> None:
    header, meta = (content_security_policy(search=False, meta=m) for m in (False, True))
    assert header == f"{meta}; frame-ancestors 'none'"


def test_every_file_of_the_site_gets_the_strict_headers(netlify: Rules) -> None:
    common = netlify["/dx/*"]
    assert common["Content-Security-Policy"] == content_security_policy(search=False, meta=False)
    assert common["X-Content-Type-Options"] == "nosniff"
    assert common["Referrer-Policy"] == "strict-origin-when-cross-origin"
    assert "camera=()" in common["Permissions-Policy"]
    assert common["Cross-Origin-Opener-Policy"] == common["Cross-Origin-Resource-Policy"] == "same-origin"


@pytest.mark.parametrize("path", ["/dx/search/", "/dx/en/search/", "/dx/ja-simple/search/", "/dx/pagefind/"])
def test_search_and_its_worker_get_the_policy_that_they_need(netlify: Rules, nginx: Rules, path: str) -> None:
    policy = content_security_policy(search=True, meta=False)
    assert netlify[f"{path}*"] == {"Content-Security-Policy": policy}
    assert nginx[path]["Content-Security-Policy"] == policy


@pytest.mark.parametrize("path", ["/dx/badges/", "/dx/data/"])
def test_other_sites_may_use_badges_and_data(netlify: Rules, nginx: Rules, path: str) -> None:
    shared = {"Access-Control-Allow-Origin": "*", "Cross-Origin-Resource-Policy": "cross-origin"}
    assert netlify[f"{path}*"] == shared
    assert nginx[path].items() >= shared.items()


def test_assets_are_cached_for_good(netlify: Rules, nginx: Rules) -> None:
    assert netlify["/dx/assets/*"]["Cache-Control"] == "public, max-age=31536000, immutable"
    assert nginx["/dx/assets/"]["Cache-Control"] == "public, max-age=31536000, immutable"


def test_a_header_is_taken_back_before_it_gets_another_value(files: dict[str, str], netlify: Rules) -> None:
    for block in files["_headers"].split("\n\n")[1:]:
        path, *lines = block.strip().split("\n")
        taken_back = {line.strip().removeprefix("! ") for line in lines if line.strip().startswith("! ")}
        assert taken_back == netlify[path].keys() & netlify["/dx/*"].keys()


def test_at_nginx_every_location_repeats_the_headers_that_it_would_lose(nginx: Rules) -> None:
    assert all(headers.keys() >= nginx[""].keys() for headers in nginx.values())
