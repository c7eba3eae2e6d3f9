"""The content security policy: what a page may load, in one place for headers and pages."""

from __future__ import annotations


def content_security_policy(*, search: bool, meta: bool) -> str:
    """Allow a page its own files only; search also needs Pagefind's WebAssembly and worker.

    The form for a <meta> element leaves out what browsers ignore there.
    """
    directives = {
        "default-src": "'none'",
        "script-src": "'self' 'wasm-unsafe-eval'" if search else "'self'",
        **({"worker-src": "'self'"} if search else {}),
        "style-src": "'self'",
        "img-src": "'self'",
        "font-src": "'self'",
        "connect-src": "'self'",
        "manifest-src": "'self'",
        "form-action": "'self'",
        "base-uri": "'none'",
        **({} if meta else {"frame-ancestors": "'none'"}),
    }
    return "; ".join(f"{name} {sources}" for name, sources in directives.items())
