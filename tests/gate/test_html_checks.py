"""Every check of the HTML finds the fault that it is there for, and nothing in a page without fault."""

from __future__ import annotations

import pytest

from tests.gate import html_checks
from tests.gate.good_page import FILES, good_page
from tests.gate.html_checks import PAGE_CHECKS
from tests.gate.html_page import Html
from tests.gate.link_checks import absolute_links, alternates_reciprocal, broken_links, titles_unique
from tests.gate.nu import run_nu
from tests.gate.real_site import PageRef

CSP = "default-src 'none'; script-src 'self'; style-src 'self'"
FAULTS = [
    ("language", '<html lang="en">', '<html lang="ja">'),
    ("language", '<html lang="en">', "<html>"),
    ("language", 'lang="ja" hreflang="ja">日', 'lang="japanisch" hreflang="ja">日'),
    ("headings", "<h2 id", "<h1>Twice</h1><h2 id"),
    ("headings", "<h1>Online procedures</h1>", ""),
    ("headings", '<h2 id="aim">Aim</h2>', '<h3 id="aim">Aim</h3>'),
    ("headings", '<h2 id="aim">Aim</h2>', '<h2 id="aim"> </h2>'),
    ("headings", "<h1>Online", "<h2>Early</h2><h1>Online"),
    ("landmarks", "<footer><p>The city of Hoshi</p></footer>", ""),
    ("landmarks", "<footer>", "<p>Stray</p><footer>"),
    ("landmarks", '<main id="main">', '<main id="content">'),
    ("navigations", ' aria-label="Where you are"', ""),
    ("navigations", "<article", '<nav aria-label="Where you are"></nav><article'),
    ("skip_link", '<a class="skip-link" href="#main">Skip to the text</a>', ""),
    ("skip_link", 'href="#main">Skip to the text', 'href="#main">'),
    ("title_and_description", "<title>Online procedures</title>", "<title> </title>"),
    ("title_and_description", "What the city does", ""),
    ("security_policy", 'http-equiv="Content-Security-Policy"', 'name="policy"'),
    ("security_policy", CSP, CSP + " 'unsafe-inline'"),
    ("security_policy", CSP, CSP + " https://cdn.example"),
    ("security_policy", CSP, CSP + " 'wasm-unsafe-eval'"),
    ("security_policy", CSP, "script-src 'self'"),
    ("security_policy", '<meta charset="utf-8">', '<script src="/assets/site.js"></script>'),
    ("nothing_inline", "</body>", "<script>alert(1)</script></body>"),
    ("nothing_inline", "</head>", "<style>p { color: red }</style></head>"),
    ("nothing_inline", "<h2 ", '<h2 style="color: red" '),
    ("nothing_inline", "<h2 ", '<h2 onclick="alert(1)" '),
    ("nothing_inline", 'href="#aim"', 'href="JavaScript:alert(1)"'),
    ("nothing_inline", '{"@type": "Article"}', '{"@type": }'),
    ("own_host", "../../../../assets/site.css", "https://cdn.example/site.css"),
    ("own_host", "../../../../assets/site.js", "//cdn.example/site.js"),
    ("own_host", "<footer>", '<footer><img alt="Map" src="https://maps.example/1.png">'),
    ("own_host", "<footer>", '<footer><form action="https://forms.example/"></form>'),
    ("alternates", 'rel="canonical" href="https://example.org/en/', 'rel="canonical" href="https://example.org/'),
    ("alternates", 'hreflang="ja" href="https://example.org/plan/', 'hreflang="ja" href="https://example.org/'),
    ("alternates", '<link rel="alternate" hreflang="x-default"', "<link"),
    ("alternates", "<title>", '<meta name="robots" content="noindex"><title>'),
    ("language_switch", '"../../../../plan/initiatives/01/"', '"../../../../"'),
    ("language_switch", ' aria-current="true"', ""),
    ("language_switch", 'lang="ja" hreflang="ja">日', 'lang="de" hreflang="de">日'),
    ("breadcrumb", '<span aria-current="page">Online procedures</span>', '<a href="./">Online procedures</a>'),
    ("breadcrumb", '<a href="../../../">Home</a>', "Home"),
    ("ids", "<h1>", '<h1 id="aim">'),
    ("ids", "<article", '<article aria-labelledby="nowhere"'),
    ("tables", "<caption>Schedule</caption>", ""),
    ("tables", '<th scope="row">2021', "<th>2021"),
    ("tables", '<th scope="row">2021</th>', '<th scope="row"></th>'),
    ("tables", "<footer>", "<footer><table><caption>Numbers</caption><tr><td>1</td></tr></table>"),
    ("pictures", '<svg aria-hidden="true">', "<svg>"),
    ("pictures", '<svg aria-hidden="true">', '<svg role="img" aria-labelledby="nowhere">'),
    ("pictures", "<footer>", '<footer><img src="1.png">'),
    ("pictures", "<footer>", '<footer><img src="1.png" alt=" ">'),
    ("link_texts", ">the law<", ">here<"),
    ("link_texts", ">the law<", ">こちら<"),
    ("link_texts", ">the law<", '><svg aria-hidden="true"></svg><'),
    ("link_texts", ' href="https://example.com/law"', ""),
    ("one_text_one_target", ">The aim of this<", ">the law<"),
    ("initiative_mark", ' data-initiative="plan/1"', ""),
    ("initiative_mark", ' data-initiative="plan/1"', ' data-initiative="1"'),
]


def test_page_without_fault_passes_every_check() -> None:
    page = good_page()
    assert [*broken_links(page, FILES), *(finding for check in PAGE_CHECKS for finding in check(page))] == []


@pytest.mark.parametrize(("name", "old", "new"), FAULTS)
def test_check_finds_its_fault(name: str, old: str, new: str) -> None:
    assert [*getattr(html_checks, name)(good_page(old, new))]


def test_every_check_is_shown_to_find_something() -> None:
    assert {name for name, _, _ in FAULTS} == {check.__name__ for check in PAGE_CHECKS}


@pytest.mark.parametrize(
    "link", ["../nowhere/", "#nowhere", "../../../#nowhere", "../../../assets/", "https://example.org", "ftp://host/x"]
)
def test_broken_link_is_found(link: str) -> None:
    assert [*broken_links(good_page('href="#aim"', f'href="{link}"'), FILES)]


def test_link_out_of_the_path_of_the_site_is_found() -> None:
    ref = PageRef("en", "initiative.html", "/01/", "/en/01/")
    page = Html(ref, '<a href="/en/">Home</a>', ("ja", "en"), "/city/dx/")
    assert [*broken_links(page, {"en/index.html": frozenset()})]
    assert [
        *broken_links(Html(ref, '<a href="../">Home</a>', ("ja", "en"), "/city/dx/"), {"en/index.html": frozenset()})
    ] == []


def test_relative_link_is_found_where_only_absolute_ones_work() -> None:
    page = good_page()
    assert [*absolute_links(page)]
    assert [*absolute_links(Html(page.ref, '<a href="/en/">Home</a>', page.editions))] == []


def test_page_that_repeats_another_names_that_one_only() -> None:
    ref = PageRef("furigana", "page.html", "/about/", "/furigana/about/")
    head = '<meta name="robots" content="noindex"><link rel="canonical" href="https://example.org{}">'
    assert [*html_checks.alternates(Html(ref, head.format("/about/"), ("ja", "en")))] == []
    assert [*html_checks.alternates(Html(ref, head.format("/furigana/about/"), ("ja", "en")))]


def test_title_used_twice_is_found() -> None:
    page = good_page()
    other = Html(PageRef("en", "page.html", "/about/", "/en/about/"), page.text, page.editions)
    assert [*titles_unique([page])] == []
    assert [*titles_unique([page, other])]


def test_counterpart_that_does_not_answer_is_found() -> None:
    page = good_page()
    answer = Html(PageRef("ja", page.ref.template, page.ref.key, page.ref.key), page.text, page.editions)
    silent = Html(answer.ref, "<title>それ</title>", page.editions)
    assert [*alternates_reciprocal([page, answer])] == []
    assert [*alternates_reciprocal([page, silent])]


@pytest.mark.browser
def test_nu_html_checker_finds_wrong_html(tmp_path_factory: pytest.TempPathFactory) -> None:
    folder = tmp_path_factory.mktemp("nu")
    (folder / "good.html").write_text(good_page().text, "utf-8")
    (folder / "bad.html").write_text(good_page("<h1>", "<h1><div>Wrong</div>").text, "utf-8")
    found = run_nu(folder)
    assert found
    assert all(finding.startswith("bad.html:") for finding in found), found
