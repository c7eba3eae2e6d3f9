"""Markdown: sections with the author's lines, safe HTML, links and glossary words."""

from __future__ import annotations

from collections.abc import Iterator

from sitegen.markup import Links, anchor, parse, plain, render


def term_links(text: str, seen: set[str]) -> Iterator[tuple[str, str | None]]:
    before, word, after = text.partition("RPA")
    if not word or "rpa" in seen:
        yield text, None
        return
    seen.add("rpa")
    yield from ((piece, url) for piece, url in ((before, None), (word, "/rpa/"), (after, None)) if piece)


LINKS = Links(target=lambda path: f"to:{path}", image=lambda path: f"img:{path}", split_terms=term_links)


def html(text: str, deeper: int = 0) -> str:
    return render(parse(text).tokens, LINKS, deeper=deeper)


def test_a_body_is_split_at_its_headings_and_keeps_the_lines_of_the_file() -> None:
    body = parse("前書き\n\n## 一\n\nあ\n\n## 二\n\n### 二の一\n\nい\n", first_line=10)
    assert plain(body.lead) == "前書き"
    assert [(s.title, s.line, s.level) for s in body.sections] == [("一", 12, 2), ("二", 16, 2)]
    assert [(s.title, s.line) for s in body.sections[1].children] == [("二の一", 18)]
    assert plain(body.sections[0].tokens) == "あ"


def test_glossary_words_are_linked_once_and_not_in_headings_or_links() -> None:
    shown = html("## RPA\n\n[RPAの説明](a.md) RPAとRPA")
    assert shown.count('class="term"') == 1
    assert '<h2 id="rpa">RPA</h2>' in shown
    assert '<a href="to:a.md">RPAの説明</a> <a href="/rpa/" class="term">RPA</a>とRPA' in shown


def test_raw_html_is_shown_as_text() -> None:
    assert "<script" not in html("<script>alert(1)</script>\n\nあ <b onclick=x>い</b>")
    assert "&lt;b onclick=x&gt;" in html("あ <b onclick=x>い</b>")


def test_a_text_inside_a_longer_page_has_lower_headings_without_ids() -> None:
    assert html("## 見出し", deeper=1) == "<h3>見出し</h3>\n"


def test_a_table_can_be_scrolled_and_has_column_headers() -> None:
    shown = html("| 年 | 数 |\n|---|--:|\n| 2021 | 5 |\n")
    assert 'role="region" tabindex="0" aria-label="年、数、2021"' in shown
    assert shown.count('scope="col"') == 2
    assert "style=" not in shown


def test_images_are_found_from_the_page_and_loaded_late() -> None:
    assert html("![窓口](a.png)") == '<p><img src="img:a.png" alt="窓口" loading="lazy" /></p>\n'


def test_anchors_keep_letters_of_every_language() -> None:
    assert anchor("施策６-1：オープンデータ！") == "施策6-1-オープンデータ"
    assert anchor("！") == "section"
