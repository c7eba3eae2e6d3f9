"""Translations that stay true: what is fresh, out of date or missing, and what readers of each edition see."""

from __future__ import annotations

import datetime as dt
import json
from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

import pytest
import yaml

from sitegen.cli import run
from sitegen.language.strings import read_strings
from sitegen.texts import editions, fact
from sitegen.translation.catalogs import NotAPoFileError, from_po, to_po
from sitegen.translation.imports import Imported, read_import
from sitegen.translation.items import Item, items
from sitegen.translation.status import status
from sitegen.translation.touch import with_source
from sitegen.translation.units import Unit, paired, units
from sitegen.translation.yaml_edit import with_entries
from tests.site_builder import ONLINE, PAGE, TRAINING, SmallSite
from tests.site_pages import shown, text_of

ENGLISH = ONLINE.replace(".md", ".en.md")
VIETNAMESE = ONLINE.replace(".md", ".vi.md")
THEME = Path(__file__).parent.parent / "templates/strings"
TITLE_ONLY = "---\ntitle: Thủ tục trực tuyến\nsummary: Nộp đơn tại nhà.\nupdated: 2026-11-21\n---\n"
DAY = dt.date(2026, 11, 22)


@pytest.fixture
def partly(site: SmallSite) -> SmallSite:
    """The small site with a Vietnamese edition in which texts may be missing."""
    site.replace("site.yaml", "editions: [ja, ja-simple, en]", "editions: [ja, ja-simple, en, vi]\npartial: [vi]")
    return site


def item(site: SmallSite, language: str, file: str, key: str = "") -> Item:
    return next(i for i in items(site.content(), language) if (i.file, i.key) == (file, key))


def touched(site: SmallSite, name: str, original: str) -> None:
    digest = next(d.hash for d in site.content().documents() if d.source.path == original)
    site.write(name, with_source(site.path(name).read_bytes(), digest))


# --- the hash of the original


def test_line_breaks_and_facts_do_not_make_a_translation_stale_but_words_do(site: SmallSite) -> None:
    touched(site, ENGLISH, ONLINE)
    assert item(site, "en", ENGLISH).state == "fresh"
    site.replace(ONLINE, "updated:", "aliases: [/old/]\nupdated:")
    site.append(ONLINE, "\n\n")
    assert item(site, "en", ENGLISH).state == "fresh"
    site.append(ONLINE, "新しい文です。\n")
    assert item(site, "en", ENGLISH).state == "stale"


def test_a_translation_without_a_hash_is_not_called_stale(site: SmallSite) -> None:
    site.append(ONLINE, "\n新しい文です。\n")
    assert item(site, "en", ENGLISH).state == "untracked"


@pytest.mark.parametrize(
    "before",
    [
        "---\ntitle: A\nupdated: 2026-11-21\n---\n\nsource: text\n",
        "---\r\ntitle: A\r\nsource: 0000000000\r\n---\r\n\r\ntext\r\n",
        "---\ntitle: A\nsource: old # note\nsummary: B\n---\n",
    ],
)
def test_marking_changes_one_line_and_keeps_the_rest_byte_for_byte(before: str) -> None:
    after = with_source(before.encode(), "a1b2c3d4e5").decode()
    kept = [line for line in before.splitlines(keepends=True) if not line.startswith("source: 0") and "old" not in line]
    assert [line for line in after.splitlines(keepends=True) if "a1b2c3d4e5" not in line] == kept
    assert after.count("source: a1b2c3d4e5") == 1
    assert with_source(after.encode(), "a1b2c3d4e5").decode() == after


def test_a_hash_of_figures_stays_a_text() -> None:
    assert b'source: "1234567890"' in with_source(b"---\ntitle: A\n---\n", "1234567890")


def test_touch_marks_the_files_it_is_given(
    site: SmallSite, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.chdir(site.root)
    assert run(["i18n", "touch", ENGLISH], {}) == 0
    assert item(site, "en", ENGLISH).state == "fresh"
    assert run(["i18n", "touch", "--all", "--language", "ja-simple"], {}) == 0
    states = {i.state for i in items(site.content(), "ja-simple") if i.file.endswith(".md")}
    assert states == {"fresh"}
    assert run(["i18n", "touch", ONLINE], {}) == 2
    assert run(["i18n", "touch"], {}) == 2
    assert ONLINE in capsys.readouterr().err


# --- status


def test_status_counts_by_part_and_by_share_of_words(partly: SmallSite) -> None:
    partly.write(VIETNAMESE, TITLE_ONLY)
    found = {s.language: s for s in status(partly.content())}
    assert found["en"].whole.share == 1
    assert found["vi"].parts["initiatives"].states == {"missing": 1, "partial": 1}
    assert 0 < found["vi"].parts["initiatives"].share < 1
    assert found["vi"].parts["facts"].share == 0
    assert found["vi"].partial


def test_missing_prints_what_a_partial_edition_needs_in_the_form_of_its_files(
    partly: SmallSite, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.chdir(partly.root)
    assert run(["i18n", "missing", "vi"], {}) == 1
    printed = capsys.readouterr().out
    assert '施策: ""  # Initiative' in printed
    assert f"# {VIETNAMESE}" in printed
    facts = yaml.safe_load("\n".join(line for line in printed.split("\n") if line.endswith("# On schedule")))
    assert facts == {"計画通り": ""}
    assert run(["i18n", "missing", "fr"], {}) == 2


def test_status_speaks_json(
    site: SmallSite, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.chdir(site.root)
    assert run(["i18n", "status", "--json"], {}) == 0
    found = json.loads(capsys.readouterr().out)
    assert [language["language"] for language in found] == ["ja-simple", "en"]
    assert found[1]["parts"]["initiatives"] == {"share_of_words": 1.0, "untracked": 2}


# --- what readers see


def test_an_edition_in_part_warns_nobody_and_falls_back_through_english(partly: SmallSite) -> None:
    partly.write(VIETNAMESE, TITLE_ONLY)
    assert [p for p in partly.problems() if p.level != "hint"] == []
    page = shown(partly, "vi")["/hoshi/initiatives/01-online/"]
    assert page.h1 is not None
    assert page.h1.get_text() == "Thủ tục trực tuyến"
    assert "tiếng Anh" in text_of(page, ".notice--fallback")
    assert {p["lang"] for p in page.select(".prose[lang]")} == {"en"}
    missing = shown(partly, "vi")["/hoshi/initiatives/02-training/"]
    assert missing.select_one('h1 [lang="en"]') is not None


def test_a_stale_page_says_so_with_both_dates_and_leads_to_the_original(site: SmallSite) -> None:
    touched(site, ENGLISH, ONLINE)
    assert "older" not in text_of(shown(site, "en")["/hoshi/initiatives/01-online/"])
    site.append(ONLINE, "\n新しい文です。\n")
    site.replace(ONLINE, "updated: 2026-11-21", "updated: 2026-12-01")
    page = shown(site, "en")["/hoshi/initiatives/01-online/"]
    notice = text_of(page, ".notice--fallback")
    assert "December 1, 2026" in notice
    assert "November 21, 2026" in notice
    link = page.select_one('.notice--fallback a[hreflang="ja"]')
    assert link is not None
    assert link["href"] == "../../../../hoshi/initiatives/01-online/"
    assert page.select_one(".prose[lang]") is None


def test_a_public_page_shows_how_far_each_language_is(partly: SmallSite) -> None:
    for language, name in (("ja", "英語"), ("en", "Vietnamese"), ("vi", "tiếng Anh")):
        page = shown(partly, language)["/translations/"]
        assert name in text_of(page)
        assert len(page.select("#by-language tbody tr")) == 3
    assert "Vietnamese edition: what has not been translated is shown in English, else in Japanese." in text_of(
        shown(partly, "en")["/translations/"]
    )


def test_a_language_that_is_called_the_same_by_its_readers_is_named_once(partly: SmallSite) -> None:
    names = [
        cell.get_text(" ", strip=True) for cell in shown(partly, "ja")["/translations/"].select("#by-language tbody th")
    ]
    assert names == ["やさしい日本語", "英語 English", "ベトナム語 Tiếng Việt"]
    first = shown(partly, "vi")["/translations/"].select_one("#by-language tbody th")
    assert first is not None
    assert first.get_text(" ", strip=True) == "Tiếng Nhật dễ hiểu やさしい日本語"


def test_a_picture_s_name_keeps_number_and_word_apart(partly: SmallSite) -> None:
    partly.write("content/strings.vi.yaml", "施策: Biện pháp\n")
    image = shown(partly, "vi")["/hoshi/initiatives/01-online/"].select_one('img[src*="badges"]')
    assert image is not None
    assert str(image["alt"]).startswith("Biện pháp 1")


def test_a_sign_that_english_says_in_words_is_translated_too(partly: SmallSite) -> None:
    partly.replace(ONLINE, "value: 手続オンライン化", 'value: "-"')
    partly.append("content/hoshi/strings.yaml", '"-": {en: a dash}\n')
    assert item(partly, "vi", "content/hoshi/strings.vi.yaml", "-").state == "missing"


# --- short facts and terms of one language


def test_a_language_has_files_of_its_own(partly: SmallSite) -> None:
    partly.write("content/strings.vi.yaml", "施策: Biện pháp\n")
    partly.write("content/hoshi/strings.vi.yaml", "ほし市: Thành phố Hoshi\n")
    partly.write("content/glossary.vi.yaml", "rpa: {name: RPA Việt, definition: Phần mềm.}\n")
    content = partly.content()
    vietnamese = editions(content.config.value.editions)[3]
    assert fact("ほし市", vietnamese, content.strings.of("hoshi")).value == "Thành phố Hoshi"
    assert fact("検討", vietnamese, content.strings.of("hoshi")) == ("Under study", "en")
    term = next(entry.value for entry in content.terms if entry.value.id == "rpa")
    assert (term.names["vi"], term.definition["vi"]) == ("RPA Việt", "Phần mềm.")


def test_a_shared_translation_into_one_language_leaves_the_others_to_the_plan(partly: SmallSite) -> None:
    partly.write("content/strings.vi.yaml", "ほし市: Thành phố Hoshi\n")
    assert item(partly, "en", "content/hoshi/strings.en.yaml", "ほし市").state == "fresh"
    assert item(partly, "vi", "content/hoshi/strings.vi.yaml", "ほし市").state == "fresh"


def test_a_plan_s_own_words_win_on_its_pages(site: SmallSite) -> None:
    site.append("content/hoshi/strings.yaml", "検討: {en: Thinking}\n")
    assert site.problems() == []
    tables = site.content().strings
    assert tables.shared["検討"]["en"] == "Under study"
    assert tables.of("hoshi")["検討"]["en"] == "Thinking"


# --- exchange with translators


def interface() -> dict[str, object]:
    return {language: read_strings(THEME, language) for language in ("ja", "en", "vi")}


def exported(site: SmallSite, language: str = "vi") -> list[Unit]:
    return list(units(site.content(), language, interface()))  # type: ignore[arg-type]


def translated(site: SmallSite, words: dict[str, str], language: str = "vi") -> Imported:
    """Export, fill in translations by context, and import."""
    po = to_po(exported(site, language), language, "site")
    returned = [
        Unit(u.file, u.key, u.original, words[u.context]) for u in exported(site, language) if u.context in words
    ]
    kept = [u for u in from_po(po, language) if u.context not in words]
    return read_import(site.content(), language, exported(site, language), [*kept, *returned], DAY)


def contexts(site: SmallSite, path: str) -> Iterator[str]:
    yield from (unit.context for unit in exported(site) if unit.file == path)


@pytest.mark.parametrize("language", ["en", "vi"])
def test_what_is_exported_comes_back_and_changes_nothing(partly: SmallSite, language: str) -> None:
    found = translated(partly, {}, language)
    assert (found.files, found.entries, found.refused, found.incomplete) == ({}, {}, (), ())


def test_a_whole_translation_becomes_a_file_with_the_hash_of_its_original(partly: SmallSite) -> None:
    words = {context: f"VI {n}" for n, context in enumerate(contexts(partly, TRAINING))}
    found = translated(partly, words)
    name = TRAINING.replace(".md", ".vi.md")
    partly.write(name, found.files[name])
    assert item(partly, "vi", name).state == "fresh"
    assert "updated: 2026-11-22" in found.files[name]


def test_a_text_translated_in_part_waits_until_it_is_whole(partly: SmallSite) -> None:
    words = {f"{TRAINING}#title": "Đào tạo", f"{TRAINING}#text.1": "## Hiện trạng"}
    found = translated(partly, words)
    name = TRAINING.replace(".md", ".vi.md")
    assert found.incomplete == (name,)
    assert "Đào tạo" in found.files[name]
    assert "Hiện trạng" not in found.files[name]


def test_a_translation_of_a_changed_original_is_refused(partly: SmallSite) -> None:
    before = exported(partly)
    partly.replace(PAGE, "意味", "中身")
    returned = [Unit(u.file, u.key, u.original, "VI") for u in before if u.file == PAGE]
    found = read_import(partly.content(), "vi", exported(partly), returned, DAY)
    assert found.files == {}
    assert all(unit.startswith(PAGE) for unit in found.refused)
    assert found.refused


def test_a_stale_translation_is_exported_as_fuzzy_and_not_taken_back_as_it_is(site: SmallSite) -> None:
    touched(site, ENGLISH, ONLINE)
    site.append(ONLINE, "\n新しい文です。\n")
    po = to_po(exported(site, "en"), "en", "site")
    assert b"#, fuzzy" in po
    assert not [u for u in from_po(po, "en") if u.file == ONLINE]


def test_facts_terms_and_interface_strings_go_to_files_of_their_language(partly: SmallSite) -> None:
    words = {"glossary#rpa.name": "RPA", "interface#site.skip": "Bỏ qua"}
    returned = [Unit("content", "", "施策", "Biện pháp"), Unit("content/hoshi", "", "ほし市", "Hoshi")]
    found = read_import(partly.content(), "vi", exported(partly), returned, DAY)
    assert found.entries == {
        "content/strings.vi.yaml": {("施策",): "Biện pháp"},
        "content/hoshi/strings.vi.yaml": {("ほし市",): "Hoshi"},
    }
    found = translated(partly, words)
    assert found.entries == {
        "content/glossary.vi.yaml": {("rpa", "name"): "RPA"},
        "templates/strings/vi.yaml": {("site", "skip"): "Bỏ qua"},
    }


def test_a_fact_that_another_table_translates_since_the_export_is_taken_all_the_same(partly: SmallSite) -> None:
    before = [replace(unit, translation="Hoshi") for unit in exported(partly) if unit.original == "ほし市"]
    assert [unit.file for unit in before] == ["content/hoshi"]
    partly.append("content/strings.yaml", partly.read("content/hoshi/strings.yaml").splitlines()[1] + "\n")
    found = read_import(partly.content(), "vi", exported(partly), before, DAY)
    assert (found.entries, found.refused) == ({"content/hoshi/strings.vi.yaml": {("ほし市",): "Hoshi"}}, ())


def test_a_translation_that_stands_in_the_shared_file_is_changed_there_by_hand(site: SmallSite) -> None:
    found = read_import(site.content(), "en", exported(site, "en"), [Unit("content", "", "施策", "Measure")], DAY)
    assert found.entries == {}
    assert found.refused == ("content/strings.yaml: 施策",)


def test_export_and_import_work_from_the_command_line(
    partly: SmallSite, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.chdir(partly.root)
    assert run(["i18n", "export", "vi", "vi.po"], {}) == 0
    po = partly.read("vi.po").replace('msgid "施策"\nmsgstr ""', 'msgid "施策"\nmsgstr "Biện pháp"')
    partly.write("vi.po", po)
    assert run(["i18n", "import", "vi", "vi.po"], {}) == 0
    assert partly.read("content/strings.vi.yaml") == "施策: Biện pháp\n"
    partly.write("bad.po", 'msgid "a\n')
    assert run(["i18n", "import", "vi", "bad.po"], {}) == 2
    assert run(["i18n", "import", "vi", "none.po"], {}) == 2
    assert "bad.po" in capsys.readouterr().err


def test_a_file_that_is_no_po_is_told_apart() -> None:
    with pytest.raises(NotAPoFileError):
        list(from_po(b'msgid "a\n', "vi"))


def test_blocks_are_paired_only_where_they_match() -> None:
    assert paired("## a\n\nb\n\n- c", "## x\n\ny\n\n- z") == [
        ("text.1", "## a", "## x"),
        ("text.2", "b", "y"),
        ("text.3", "- c", "- z"),
    ]
    assert paired("a\n\nb", "x") == [("text", "a\n\nb", "x")]
    assert paired("```\na\n\nb\n```", "") == [("text.1", "```\na\n\nb\n```", "")]


def test_yaml_is_changed_in_its_place_and_keeps_everything_else() -> None:
    before = "# head\na: 1\nb:\n  x: one   # note\n  y: >-\n    two\n\n# about c\nc: 3\n"
    entries = {("b", "y"): "zwei", ("b", "z"): "drei", ("c",): "vier", ("d", "e"): {"one": "1", "other": "2"}}
    assert with_entries(before, entries) == (
        "# head\na: 1\nb:\n  x: one   # note\n  y: zwei\n  z: drei\n\n# about c\nc: vier\n"
        "d:\n  e:\n    one: '1'\n    other: '2'\n"
    )
    assert with_entries("", {("小山市",): "Oyama"}) == "小山市: Oyama\n"
