"""Search: a few pages are indexed with Pagefind, and the search page's engine answers queries about them in Node.js."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from pathlib import Path
from typing import Any

import pytest
import yaml

from sitegen.assets import find_theme
from sitegen.chrome import chrome
from sitegen.derive import derive
from sitegen.language.strings import read_strings
from sitegen.pages import pages
from sitegen.search import Group, Record, SearchRules, index
from sitegen.search.collect import records
from tests import in_node
from tests.site_builder import ONLINE, SmallSite

ROOT = Path(__file__).parent.parent
ASSETS = find_theme().assets
RULES = SearchRules.read(ASSETS)


def page(url: str, title: str, text: str = "", kind: str = "initiative", **more: Any) -> Record:
    """A record of the plan `hoshi`."""
    facets = {"kind": (kind,), "plan": ("hoshi",), **more.pop("facets", {})}
    return Record(url, kind, title, more.pop("summary", ""), text, facets=facets, **more)


PAGES = [
    page(
        "telework/", "テレワーク環境の拡大", "職員が自宅で働けるように、端末を増やします。", facets={"year": ("2022",)}
    ),
    page(
        "library/",
        "電子図書館の導入",
        "市の図書館の本を、スマートフォンで読めるようにします。",
        facets={"year": ("2023",)},
    ),
    page("cards/", "マイナンバーカードの普及", "市役所でマイナンバーカードの申請を手伝います。", plans=("星市",)),
    page(
        "paying/",
        "キャッシュレス決済の拡大",
        "税金をスマートフォンで払えます。",
        status=("done", "達成"),
        facets={"status": ("done",)},
    ),
    page("waste/", "ごみの収集のお知らせ", "ごみを出す日をアプリで知らせます。"),
    page("school/", "GIGAスクール構想", "学校でタブレットを使います。", initiative="hoshi/6"),
    page("papers/", "ペーパーレス会議", "会議の資料を紙で配らず、タブレットで見ます。図書館の会議でも使います。"),
    page("ai/", "AI", "人の言葉が分かる技術です。", kind="term", names=("人工知能",)),
    page("ai-ocr/", "AI-OCRの導入", "書類の文字をAIが読みます。"),
    page("books/", "本の一覧", "電子図書館の導入について、図書館の本の一覧。", kind="plan"),
]
GROUPS = [
    Group(("AI", "人工知能", "Artificial Intelligence", "trí tuệ nhân tạo"), 9),
    Group(("ごみ", "廃棄物"), 6),
    Group(("携帯", "スマホ", "スマートフォン"), 6),
]
OPEN = """(async () => {
  const head = { append() {} };
  globalThis.document = { head, currentScript: null, createElement: () => ({}), querySelector: () => null };
  globalThis.fetch = async (url) => new Response(readFileSync(new URL(String(url).replace(/[?].*/, ""), "file:")));
  const search = await module.openSearch(new URL("index/", import.meta.url));"""
"""Opens the engine with the index in its folder."""
ANSWERS = f"""{OPEN}
  const answers = [];
  for (const [query, filters, counted] of given) {{
    const found = await search.find(query, filters);
    const {{ total, results, suggestions }} = found;
    answers.push({{ total, results, suggestions, counts: await found.counts(counted) }});
  }}
  return answers;
}})()"""
AFTER_A_FAILURE = """(async () => {
  const head = { append() {} };
  globalThis.document = { head, currentScript: null, createElement: () => ({}), querySelector: () => null };
  let lost = "";
  globalThis.fetch = async (url) => {
    if (lost && String(url).includes(lost)) throw new Error("no network");
    return new Response(readFileSync(new URL(String(url).replace(/[?].*/, ""), "file:")));
  };
  const search = await module.openSearch(new URL("index/", import.meta.url));
  const ask = (query) => search.find(query).then(({ results }) => results.map(({ url }) => url), () => "failed");
  const answers = [];
  for (lost of ["pf_index", "pf_fragment", ""]) answers.push(await ask(given));
  return answers;
})()"""
ABSENT = ("競馬", "温泉", "パスポート", "ペット火葬", "lion", "どこですか競馬場", "ん")
Ask = Callable[..., dict[str, Any]]
Values = dict[str, list[str]]


def write_index(folder: Path, language: str, pages: Iterable[Record], groups: Iterable[Group] = ()) -> None:
    """Make an index and put it into a folder."""
    for artifact in index(language, language, list(pages), list(groups), RULES):
        file = folder / artifact.path.removeprefix(f"pagefind/{language}/")
        file.parent.mkdir(parents=True, exist_ok=True)
        file.write_bytes(artifact.content)


def asking(folder: Path, queries: Iterable[str] = ()) -> Ask:
    """A function that asks the engine about the index in a folder; the answers to `queries` are made at once."""
    listed = list(dict.fromkeys(queries))
    made = in_node.run(folder, "search", ANSWERS, [[query, {}, {}] for query in listed]) if listed else []
    known = dict(zip(listed, made, strict=True))

    def ask(query: str, filters: Values | None = None, counted: Values | None = None) -> Any:
        if query in known and not filters and not counted:
            return known[query]
        return in_node.run(folder, "search", ANSWERS, [[query, filters or {}, counted or {}]])[0]

    return ask


@pytest.fixture(scope="module")
def ask(tmp_path_factory: pytest.TempPathFactory) -> Ask:
    """Ask about the pages above."""
    folder = tmp_path_factory.mktemp("search")
    write_index(folder / "index", "ja", PAGES, GROUPS)
    titles = [record.title for record in PAGES]
    return asking(folder, (*(query for _, query, _ in FIRST), *titles, *ABSENT, "図書館", "図書館の本"))


def urls(found: dict[str, Any]) -> list[str]:
    return [result["url"] for result in found["results"]]


FIRST = [
    ("a title, letter by letter", "電子図書館の導入", "library/"),
    ("a short title before longer ones", "AI", "ai/"),
    ("words within a compound", "図書館", "library/"),
    ("part of a word", "ナンバー", "cards/"),
    ("full-width letters", "ＧＩＧＡスクール", "school/"),
    ("small letters", "giga", "school/"),
    ("hiragana for katakana", "てれわーく", "telework/"),
    ("the reading of kanji", "でんしとしょかん", "library/"),
    ("a half-typed reading", "でんしとし", "library/"),
    ("kana that an input method has not finished", "てれw", "telework/"),
    ("kanji and kana mixed", "図しょかん", "library/"),
    ("a letter left out", "マイナンバカド", "cards/"),
    ("a letter left out, where it is no long vowel", "キャシュレス", "paying/"),
    ("letters exchanged", "テレーワク", "telework/"),
    ("a letter left out of a short word", "テレーク", "telework/"),
    ("a half-typed name of Latin letters and kana", "GIGAス", "school/"),
    ("an acronym as it is said", "ジーアイジーエー", "school/"),
    ("a mistaken kanji", "電子図書舘", "library/"),
    ("another spelling", "ペーパレス", "papers/"),
    ("a synonym", "廃棄物", "waste/"),
    ("another name", "人工知能", "ai/"),
    ("English", "artificial intelligence", "ai/"),
    ("the language of other readers", "tri tue nhan tao", "ai/"),
    ("a question", "マイナンバーカードはどこで申請できますか", "cards/"),
    ("a question with a synonym", "税金をスマホで払えますか", "paying/"),
    ("several words", "学校 タブレット", "school/"),
    ("an English word that the site does not have, beside one that it has", "AI robot", "ai/"),
]


@pytest.mark.parametrize(("query", "first"), [case[1:] for case in FIRST], ids=[case[0] for case in FIRST])
def test_the_page_that_answers_comes_first(ask: Ask, query: str, first: str) -> None:
    assert urls(ask(query))[:1] == [first]


@pytest.mark.parametrize("title", [record.title for record in PAGES])
def test_an_exact_title_always_wins(ask: Ask, title: str) -> None:
    assert "".join(text for text, _ in ask(title)["results"][0]["title"]) == title


@pytest.mark.parametrize("query", ABSENT)
def test_what_the_site_does_not_have_is_not_found(ask: Ask, query: str) -> None:
    found = ask(query)
    assert (found["total"], found["results"]) == (0, [])


def test_nothing_found_suggests_words_of_the_site(ask: Ask) -> None:
    assert "会議" in ask("国際会議場")["suggestions"]


def test_an_empty_query_finds_nothing(ask: Ask) -> None:
    assert ask("  ")["total"] == 0


def test_a_page_that_only_leads_to_others_comes_after_them(ask: Ask) -> None:
    assert urls(ask("図書館")).index("library/") < urls(ask("図書館")).index("books/")


def test_what_is_done_comes_before_words_that_are_not_the_query(tmp_path: Path) -> None:
    word, plan = page("e-library/", "電子図書館", kind="term"), page("buy/", "図書館の本を電子化する計画")
    write_index(tmp_path / "index", "ja", [word, plan])
    ask = asking(tmp_path, ["図書館", "電子図書館"])
    assert urls(ask("図書館")) == ["buy/", "e-library/"]
    assert urls(ask("電子図書館"))[0] == "e-library/"


def test_a_result_shows_the_page_with_the_querys_words_marked(ask: Ask) -> None:
    result = ask("図書館の本")["results"][0]
    assert result["title"] == [["電子", False], ["図書館", True], ["の導入", False]]
    assert ["本", True] in result["excerpt"]
    assert "".join(text for text, _ in result["excerpt"]) == PAGES[1].text


def test_a_result_tells_plan_kind_status_and_number(ask: Ask) -> None:
    assert ask("マイナンバーカード")["results"][0]["plans"] == ["星市"]
    assert ask("AI")["results"][0]["kind"] == "term"
    assert ask("キャッシュレス")["results"][0]["status"] == {"kind": "done", "label": "達成"}
    assert ask("GIGAスクール")["results"][0]["initiative"] == "hoshi/6"


def test_a_long_text_is_cut_around_the_querys_words(tmp_path: Path) -> None:
    text = "前置きです。" * 60 + "ここに図書館があります。" + "後書きです。" * 60
    write_index(tmp_path / "index", "ja", [page("a/", "本", text), page("b/", "海", "海です。")])
    excerpt = asking(tmp_path)("図書館")["results"][0]["excerpt"]
    words = "".join(part for part, _ in excerpt)
    assert words.startswith("…") and words.endswith("…") and len(words) < 100
    assert ["図書館", True] in excerpt


def test_a_result_tells_the_language_of_what_is_not_in_the_editions(tmp_path: Path) -> None:
    pages = [
        page(
            "a/", "オンライン", "Bạn nộp đơn ở nhà. " * 20, summary="Procedures", langs={"title": "ja", "summary": "en"}
        ),
        page("b/", "Cửa hàng", "Free wireless.\nSố điểm truy cập", langs={"text": "en"}, letters=14),
    ]
    write_index(tmp_path / "index", "vi", pages)
    ask = asking(tmp_path, ["procedures", "nộp đơn", "wireless", "điểm truy cập"])

    def languages(query: str) -> tuple[str, str]:
        result = ask(query)["results"][0]
        return result["lang"], result["excerptLang"]

    assert languages("procedures") == ("ja", "en")
    assert languages("nộp đơn") == ("ja", "")
    assert languages("wireless") == ("", "en")
    assert languages("điểm truy cập") == ("", "")


def test_what_is_not_translated_is_recorded_with_its_language(site: SmallSite) -> None:
    site.replace("site.yaml", "editions: [ja, ja-simple, en]", "editions: [ja, ja-simple, en, vi]\npartial: [vi]")
    site.write(
        ONLINE.replace(".md", ".vi.md"), "---\ntitle: Thủ tục trực tuyến\nsummary: Nộp đơn.\nupdated: 2026-11-21\n---\n"
    )
    derived = derive(site.content())
    made = [page for edition in derived.editions for page in pages(derived.edition(edition))]
    theme = find_theme()
    strings = {e.lang: read_strings(theme.templates / "strings", e.lang) for e in derived.editions}
    chromes = {e.id: chrome(derived.edition(e), theme, strings, web_font=False) for e in derived.editions}

    def languages(edition: str, end: str) -> dict[str, str]:
        found = records(edition, made, chromes, derived)
        return next(dict(record.langs) for record in found if record.url.endswith(end))

    assert languages("vi", "initiatives/01-online/") == {"text": "en"}
    assert languages("vi", "initiatives/02-training/") == {"title": "en", "summary": "en", "text": "en"}
    assert languages("ja-simple", "initiatives/02-training/") == {}


def test_a_search_fails_while_a_part_of_the_index_does_not_load_and_then_no_more(tmp_path: Path, ask: Ask) -> None:
    write_index(tmp_path / "index", "ja", PAGES, GROUPS)
    title = "電子図書館の導入"
    assert in_node.run(tmp_path, "search", AFTER_A_FAILURE, title) == ["failed", "failed", urls(ask(title))]


def test_filters_keep_pages_with_one_of_the_values(ask: Ask) -> None:
    assert urls(ask("図書館 テレワーク", {"year": ["2022"]})) == ["telework/"]
    assert set(urls(ask("AI", {"kind": ["term"]}))) == {"ai/"}
    assert urls(ask("AI", {"kind": ["term"], "year": ["2022"]})) == []
    assert set(urls(ask("AI", {"kind": []}))) == set(urls(ask("AI")))


def test_results_that_are_restored_are_those_that_were_shown(tmp_path: Path) -> None:
    titles = ("電子図書館" + "の本" * n for n in range(1, 26))
    write_index(tmp_path / "index", "ja", [page(f"{n}/", title) for n, title in enumerate(titles)])
    script = f"""{OPEN}
      const shown = await search.find(given);
      await shown.more();
      const restored = await search.find(given, {{}}, 20);
      return [shown, restored].map(({{ results, total }}) => [total, results.map(({{ url }}) => url)]);
    }})()"""
    shown, restored = in_node.run(tmp_path, "search", script, "電子図書館")
    assert (shown[0], len(shown[1])) == (25, 20)
    assert restored == shown


def test_values_are_counted_under_the_filters_of_other_names(ask: Ask) -> None:
    values = {"kind": ["term", "initiative", "news"], "plan": ["hoshi"]}
    counts = ask("AI", {"kind": ["term"]}, values)["counts"]
    assert counts == {"kind": {"term": 1, "initiative": 1, "news": 0}, "plan": {"hoshi": 1}}


@pytest.mark.parametrize(
    ("language", "title", "query"),
    [
        ("en", "Libraries with electronic books", "library"),
        ("en", "Online application for libraries", "online aplication"),
        ("es", "Bibliotecas electrónicas", "biblioteca electronica"),
        ("pt-BR", "Informações públicas", "informacao"),
        ("vi", "Thư viện điện tử", "thu vien dien tu"),
        ("ko", "전자 도서관 도입", "도서관"),
        ("zh-Hans", "引进电子图书馆", "图书馆"),
        ("zh-Hans", "引进电子图书馆", "电子版图书馆"),
    ],
)
def test_other_languages_are_searched_by_stems_or_pairs_of_letters(
    tmp_path: Path, language: str, title: str, query: str
) -> None:
    write_index(tmp_path / "index", language, [page("a/", title), page("b/", "MMM"), page("c/", "NNN")])
    assert urls(asking(tmp_path)(query)) == ["a/"]


@pytest.mark.parametrize("query", ["마이넘버카드", "마이넘버카드에서", "전자도서관", "공부방도입"])
def test_korean_words_typed_without_spaces_are_found(korean: Ask, query: str) -> None:
    assert urls(korean(query))[:1] == ["cards/" if "카드" in query else "library/"]


def test_korean_words_that_the_site_does_not_have_are_not_cut_out_of_others(korean: Ask) -> None:
    assert korean("해외여행예약")["total"] == 0
    assert korean("전자제품판매")["total"] == 0


@pytest.fixture(scope="module")
def korean(tmp_path_factory: pytest.TempPathFactory) -> Ask:
    """Ask about pages in Korean."""
    pages = [
        page("cards/", "마이넘버 카드 보급", "시청에서 마이넘버 카드 신청을 돕습니다."),
        page("library/", "전자 도서관 도입", "도서관 책을 읽습니다."),
        page("meeting/", "종이 없는 회의", "전자 자료를 봅니다. 카드도 씁니다."),
    ]
    folder = tmp_path_factory.mktemp("korean")
    write_index(folder / "index", "ko", pages, [Group(("도서관", "공부방"), 6)])
    return asking(
        folder, ["마이넘버카드", "마이넘버카드에서", "전자도서관", "공부방도입", "해외여행예약", "전자제품판매"]
    )


def test_editors_keep_many_groups_of_synonyms() -> None:
    groups = yaml.safe_load((ROOT / "content" / "synonyms.yaml").read_text("utf-8"))
    assert len(groups["ja"]) >= 150
    assert all(len(set(group)) > 1 for listed in groups.values() for group in listed)
