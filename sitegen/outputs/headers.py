"""Security and caching headers: `_headers` for Netlify and Cloudflare Pages, `nginx-headers.conf` for nginx.

For nginx, write `include /path/to/the/site/nginx-headers.conf;` into the `server` block. Pages carry the
content security policy in a <meta> element too, since some static hosts send no headers of ours.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from sitegen.artifacts import Artifact
from sitegen.csp import content_security_policy
from sitegen.derive import Site
from sitegen.outputs.urls import host_path

Headers = dict[str, str]

SENSORS = (
    "accelerometer",
    "camera",
    "display-capture",
    "geolocation",
    "gyroscope",
    "magnetometer",
    "microphone",
)
UNUSED_FEATURES = (*SENSORS, "midi", "payment", "usb")
"""What no page of ours asks a browser for."""


@dataclass(frozen=True)
class Rule:
    """Headers for everything below a path; they replace those of the whole site."""

    path: str
    headers: Headers


def site_headers() -> Headers:
    """Headers of everything that has no rule of its own."""
    return {
        "Content-Security-Policy": content_security_policy(search=False, meta=False),
        "X-Content-Type-Options": "nosniff",
        "Referrer-Policy": "strict-origin-when-cross-origin",
        "Permissions-Policy": ", ".join(f"{feature}=()" for feature in UNUSED_FEATURES),
        "Cross-Origin-Opener-Policy": "same-origin",
        "Cross-Origin-Resource-Policy": "same-origin",
    }


def rules(site: Site) -> tuple[Rule, ...]:
    """The parts of the site that need other headers."""
    search = {"Content-Security-Policy": content_security_policy(search=True, meta=False)}
    shared = {"Access-Control-Allow-Origin": "*", "Cross-Origin-Resource-Policy": "cross-origin"}
    # A worker obeys the headers of its own file, so Pagefind's files need the policy of the search page.
    editions = (*site.editions, *([site.furigana] if site.furigana else []))
    searching = (*(edition.url("/search/") for edition in editions), "/pagefind/")
    return (
        *(Rule(host_path(site.config, path), search) for path in searching),
        Rule(host_path(site.config, "/badges/"), shared),
        Rule(host_path(site.config, "/data/"), shared),
        # Names of assets carry a hash of their content.
        Rule(host_path(site.config, "/assets/"), {"Cache-Control": "public, max-age=31536000, immutable"}),
    )


def header_files(site: Site) -> Iterator[Artifact]:
    """The headers in the forms of the usual hosts."""
    yield Artifact("_headers", _netlify(host_path(site.config, "/"), site_headers(), rules(site)).encode())
    yield Artifact("nginx-headers.conf", _nginx(site_headers(), rules(site)).encode())


def _netlify(root: str, common: Headers, special: tuple[Rule, ...]) -> str:
    blocks = [[f"{root}*", *(f"  {name}: {value}" for name, value in common.items())]]
    for rule in special:
        # Cloudflare joins the values of all rules that match, unless the earlier one is detached with "!";
        # at Netlify the later rule wins, and a line without a colon is skipped.
        detached = [f"  ! {name}" for name in rule.headers if name in common]
        blocks.append([f"{rule.path}*", *detached, *(f"  {name}: {value}" for name, value in rule.headers.items())])
    return "\n".join("\n".join(block) + "\n" for block in blocks)


def _nginx(common: Headers, special: tuple[Rule, ...]) -> str:
    lines = ["# For the server block: include /path/to/the/site/nginx-headers.conf;", *_nginx_lines(common)]
    for rule in special:
        # A location with headers of its own inherits none, so each repeats all.
        lines += [
            "",
            f"location ^~ {rule.path} {{",
            *(f"    {x}" for x in _nginx_lines(common | rule.headers)),
            "}",
        ]
    return "\n".join(lines) + "\n"


def _nginx_lines(values: Headers) -> list[str]:
    return [f'add_header {name} "{value}" always;' for name, value in values.items()]
