"""A small page without any fault, into which tests put one."""

from __future__ import annotations

from tests.gate.html_page import Html
from tests.gate.real_site import PageRef

REF = PageRef("en", "initiative.html", "/plan/initiatives/01/", "/en/plan/initiatives/01/")
EDITIONS = ("ja", "en")
FILES = {
    "plan/initiatives/01/index.html": frozenset({"main"}),
    "en/plan/initiatives/01/index.html": frozenset({"main", "aim"}),
    "en/index.html": frozenset({"main"}),
    "assets/site.css": frozenset[str](),
    "assets/site.js": frozenset[str](),
}
GOOD = """<!doctype html>
<html lang="en">
<head>
<meta charset="utf-8">
<meta http-equiv="Content-Security-Policy" content="default-src 'none'; script-src 'self'; style-src 'self'">
<meta name="viewport" content="width=device-width, initial-scale=1">
<title>Online procedures</title>
<meta name="description" content="What the city does">
<link rel="canonical" href="https://example.org/en/plan/initiatives/01/">
<link rel="alternate" hreflang="ja" href="https://example.org/plan/initiatives/01/">
<link rel="alternate" hreflang="en" href="https://example.org/en/plan/initiatives/01/">
<link rel="alternate" hreflang="x-default" href="https://example.org/plan/initiatives/01/">
<link rel="stylesheet" href="../../../../assets/site.css">
<script type="module" src="../../../../assets/site.js"></script>
<script type="application/ld+json">{"@type": "Article"}</script>
</head>
<body>
<a class="skip-link" href="#main">Skip to the text</a>
<header>
<nav class="language-switch" aria-label="Language"><ul>
<li><a href="../../../../plan/initiatives/01/" lang="ja" hreflang="ja">日本語</a></li>
<li><a href="./" lang="en" hreflang="en" aria-current="true">English</a></li>
</ul></nav>
</header>
<main id="main">
<nav class="breadcrumb" aria-label="Where you are"><ol>
<li><a href="../../../">Home</a></li>
<li><span aria-current="page">Online procedures</span></li>
</ol></nav>
<article data-initiative="plan/1">
<h1>Online procedures</h1>
<h2 id="aim">Aim</h2>
<p>Apply at any hour, as <a href="https://example.com/law">the law</a> allows. <a href="#aim">The aim of this</a></p>
<table><caption>Schedule</caption>
<tr><th scope="col">Year</th><th scope="col">Step</th></tr><tr><th scope="row">2021</th><td>Study</td></tr></table>
<svg aria-hidden="true"></svg>
</article>
</main>
<footer><p>The city of Hoshi</p></footer>
</body>
</html>
"""


def good_page(old: str = "", new: str = "") -> Html:
    """The good page, with `new` in the place of the first `old`."""
    assert old in GOOD, old
    return Html(REF, GOOD.replace(old, new, 1), EDITIONS)
