"""Building: what is published, when nothing is, and that only changed pages are made again."""

from __future__ import annotations

import signal
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path

import pytest

from sitegen import write
from sitegen.artifacts import Artifact
from sitegen.build import Outcome, build
from sitegen.options import Options
from tests.site_builder import NEWS, ONLINE, PLAN, STRINGS, TERMS, TRAINING, SmallSite


def published(site: SmallSite, **options: object) -> Outcome:
    outcome = build(Options(site.root, site.root / "public", jobs=1, **options))  # type: ignore[arg-type]
    assert outcome.published, [p.format("en") for p in outcome.problems]
    return outcome


def files(folder: Path) -> dict[str, bytes]:
    return {
        path.relative_to(folder).as_posix(): path.read_bytes() for path in sorted(folder.rglob("*")) if path.is_file()
    }


def test_a_valid_site_is_published_in_all_its_editions(site: SmallSite) -> None:
    outcome = published(site)
    public = site.root / "public"
    for prefix in ("", "ja-simple/", "en/"):
        assert (public / prefix / "hoshi/initiatives/01-online/index.html").is_file()
        assert (public / prefix / "search/index.html").is_file()
    assert len(list(public.rglob("*.html"))) == outcome.pages


def test_content_with_errors_leaves_the_old_site_as_it_is(site: SmallSite) -> None:
    published(site)
    before = files(site.root / "public")
    site.replace(ONLINE, "evaluation: ", "evaluation: ×")
    outcome = build(Options(site.root, site.root / "public", jobs=1))
    assert not outcome.published
    assert files(site.root / "public") == before


def test_strict_counts_warnings_as_errors(site: SmallSite) -> None:
    site.remove(TRAINING.replace(".md", ".en.md"))
    assert build(Options(site.root, site.root / "public", jobs=1)).published
    assert not build(Options(site.root, site.root / "strict", jobs=1, strict=True)).published


def test_two_builds_are_equal_to_the_byte_however_many_processes_work(site: SmallSite) -> None:
    for name, jobs in (("one", 1), ("two", 2), ("again", 2)):
        assert build(Options(site.root, site.root / name, jobs=jobs)).published
    one = files(site.root / "one")
    assert one == files(site.root / "two") == files(site.root / "again")


def test_the_site_does_not_depend_on_the_place_of_its_folder(site: SmallSite, tmp_path: Path) -> None:
    published(site)
    site.root.rename(tmp_path / "elsewhere")
    build(Options(tmp_path / "elsewhere", tmp_path / "out", jobs=1))
    assert files(tmp_path / "elsewhere" / "public") == files(tmp_path / "out")


def without_news(site: SmallSite) -> None:
    for path in site.root.glob("content/news/*"):
        path.unlink()


EDITS: dict[str, Callable[[SmallSite], object]] = {
    "a sentence of an initiative": lambda s: s.append(ONLINE, "\n追加の文です。\n"),
    "a translated title": lambda s: s.replace(ONLINE.replace(".md", ".en.md"), "title: ", "title: New "),
    "a fact of another initiative": lambda s: s.replace(TRAINING, "updated: ", "page: 7\nupdated: "),
    "a definition": lambda s: s.replace(TERMS, "ja: ", "ja: とても"),
    "the name of a term": lambda s: s.replace(TERMS, "term: ", "term: 新"),
    "a fact of the plan": lambda s: s.replace(PLAN, "published: 2022", "published: 2023"),
    "a translated fact": lambda s: s.append(STRINGS, "\n行政: {en: administration}\n"),
    "a news title": lambda s: s.replace(NEWS, "title: ", "title: 新しい"),
    "the site's address": lambda s: s.replace("site.yaml", "base_url: https://", "base_url: https://www."),
    "a new file": lambda s: s.write(
        ONLINE.replace("01-online", "03-new"), s.read(TRAINING).replace('number: "2"', 'number: "3"')
    ),
    "a file that goes": without_news,
    "a renamed file": lambda s: [
        p.rename(p.with_name(p.name.replace("02-training", "02-course")))
        for p in s.root.glob("content/hoshi/initiatives/02-*")
    ],
}


@pytest.mark.parametrize("edit", EDITS)
def test_a_warm_build_equals_a_cold_one_after_a_change_of(edit: str, site: SmallSite) -> None:
    published(site)
    EDITS[edit](site)
    published(site)
    assert build(Options(site.root, site.root / "cold", jobs=1)).published
    assert files(site.root / "public") == files(site.root / "cold")


def test_one_changed_sentence_renders_its_page_and_nothing_that_does_not_show_it(site: SmallSite) -> None:
    everything = published(site)
    assert everything.rendered == everything.pages
    site.append(ONLINE.replace(".md", ".en.md"), "\nOne more sentence.\n")
    assert 0 < published(site).rendered < everything.pages / 3
    assert published(site).rendered == 0


def test_a_file_that_did_not_change_is_not_written_again(site: SmallSite) -> None:
    published(site)
    page = site.root / "public/en/glossary/index.html"
    before = page.stat().st_mtime_ns
    site.append(ONLINE, "\n追加の文です。\n")
    published(site)
    assert page.stat().st_mtime_ns == before


def test_a_published_file_that_someone_damaged_is_made_again(site: SmallSite) -> None:
    published(site)
    before = files(site.root / "public")
    (site.root / "public/index.html").write_text("broken")
    (site.root / "public/feed.xml").unlink()
    (site.root / "public/stray.txt").write_text("stray")
    published(site)
    assert files(site.root / "public") == before


def test_drafts_are_left_out_unless_asked_for(site: SmallSite) -> None:
    site.replace(TRAINING, "updated: ", "draft: true\nupdated: ")
    published(site)
    page = site.root / "public/hoshi/initiatives/02-training/index.html"
    assert not page.exists()
    published(site, drafts=True)
    assert page.exists()


def test_an_earlier_address_leads_to_the_page(site: SmallSite) -> None:
    site.replace(TRAINING, "updated: ", "aliases: [/hoshi/initiatives/old/]\nupdated: ")
    published(site)
    html = (site.root / "public/hoshi/initiatives/old/index.html").read_text("utf-8")
    assert 'content="0; url=../02-training/"' in html


def test_a_single_plan_without_portal_is_the_site_itself(site: SmallSite) -> None:
    site.append("site.yaml", "portal: false\n")
    published(site)
    public = site.root / "public"
    assert (public / "initiatives/01-online/index.html").is_file()
    assert (public / "data/hoshi.json").is_file()
    assert not (public / "hoshi" / "index.html").exists()


def test_a_build_that_is_killed_leaves_the_old_site_whole(site: SmallSite) -> None:
    published(site)
    before = files(site.root / "public")
    site.append(ONLINE, "\n追加の文です。\n")
    code = (
        "import os, signal, sitegen.write as w\n"
        "from pathlib import Path\n"
        "from sitegen.build import Options, build\n"
        "w._swap = lambda staging, out: os.kill(os.getpid(), signal.SIGKILL)\n"
        "build(Options(Path('.'), Path('public'), jobs=1))\n"
    )
    killed = subprocess.run([sys.executable, "-c", code], cwd=site.root, check=False)
    assert killed.returncode == -signal.SIGKILL
    assert files(site.root / "public") == before
    published(site)
    assert not (site.root / "public.new").exists()
    assert "追加の文" in (site.root / "public/hoshi/initiatives/01-online/index.html").read_text("utf-8")


def test_two_outputs_with_one_path_are_refused() -> None:
    found = list(write.collisions([("a/index.html", "content/a.md"), ("A/index.html", "content/b.md")]))
    assert [(p.id, p.where.path) for p in found] == [("two-outputs", "content/b.md")]


def test_publishing_replaces_the_whole_folder_at_once(tmp_path: Path) -> None:
    out = tmp_path / "public"
    write.publish(out, [Artifact("a.txt", b"1"), Artifact("b/c.txt", b"2")], kept=[])
    write.publish(out, [Artifact("a.txt", b"3")], kept=["b/c.txt"])
    assert files(out) == {"a.txt": b"3", "b/c.txt": b"2"}
    assert [path.name for path in tmp_path.iterdir()] == ["public"]
