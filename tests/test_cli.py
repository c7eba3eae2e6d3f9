"""The command line: exit codes, words for people who do not program, and no harm done."""

from __future__ import annotations

import json
import os
import re
import signal
import subprocess
import sys
import time
from collections.abc import Callable
from pathlib import Path

import pytest

import sitegen.build
from sitegen.cli import run
from sitegen.wording import _WORDS, choose_language
from tests.site_builder import ONLINE, PLAN, TRAINING, SmallSite

REPOSITORY = Path(__file__).parent.parent
PATIENCE = 60
"""Seconds to wait for what takes one or two."""
Command = Callable[..., tuple[int, str, str]]


@pytest.fixture
def command(site: SmallSite, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]) -> Command:
    """Run `sitegen …` in the small site's folder: exit code, standard output, standard error."""
    monkeypatch.chdir(site.root)

    def sitegen(*arguments: str) -> tuple[int, str, str]:
        code = run(arguments, {"LANG": "ja_JP.UTF-8"})
        return code, *capsys.readouterr()

    return sitegen


def environment() -> dict[str, str]:
    return {**os.environ, "PYTHONPATH": str(REPOSITORY), "SITEGEN_LANG": "ja", "PYTHONUTF8": "1"}


# --- build and check


def test_build_publishes_and_the_next_build_finds_nothing_to_do(site: SmallSite, command: Command) -> None:
    code, out, _ = command("build", "--jobs", "1")
    pages = len(list((site.root / "public").rglob("*.html")))
    assert code == 0
    assert re.search(rf"public に {pages} ページ.*作り直したページ: {pages}、[\d.]+ 秒", out)

    probe = (
        "import sys; from sitegen.cli import run; print(run(['build'], {}));"
        "print({'yaml', 'pydantic', 'jinja2', 'markdown_it', 'babel', 'asyncio', 'sitegen.build'} & set(sys.modules))"
    )
    again = subprocess.run(
        [sys.executable, "-c", probe],
        cwd=site.root,
        env=environment(),
        capture_output=True,
        encoding="utf-8",
        check=True,
    )
    assert again.stdout.splitlines() == [f"変更はありません（public、{pages} ページ）。", "0", "set()"]
    assert "no-web-font" in again.stderr, "what is to be known is told every time"


def test_build_with_errors_tells_all_of_them_and_touches_nothing(site: SmallSite, command: Command) -> None:
    public = site.root / "public"
    public.mkdir()
    (public / "nginx-headers.conf").write_text("old")
    site.replace(ONLINE, 'policy: "2"', 'policy: "9"')
    site.replace(TRAINING, "kind: 新規", "kinds: 新規")
    code, out, err = command("build")
    assert code == 1
    assert out == ""
    assert f"{ONLINE}:4:9  error  unknown-policy\n  基本目標などの番号「9」" in err
    assert "エラー 2 件（" in err
    assert "前のサイトはそのままです" in err
    assert [path.name for path in site.root.glob("public*")] == ["public"]
    assert [path.name for path in public.iterdir()] == ["nginx-headers.conf"]


def test_a_build_from_a_folder_inside_the_project_finds_the_project(
    site: SmallSite, command: Command, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(site.root / "content" / "hoshi")
    assert command("check")[0] == 0


def test_check_says_that_all_is_well(command: Command) -> None:
    assert command("check") == (0, "エラーはありません。\n", "")


def test_check_speaks_english_on_demand(site: SmallSite, command: Command) -> None:
    site.replace(ONLINE, 'policy: "2"', 'policy: "9"')
    for arguments in (("--lang", "en", "check"), ("check", "--lang=en")):
        code, _, err = command(*arguments)
        assert code == 1
        assert "The policy “9” is not in plan.yaml." in err
        assert "1 error(s) (unknown-policy 1)" in err


def test_warnings_are_no_errors_unless_strict(site: SmallSite, command: Command) -> None:
    site.remove(ONLINE.replace(".md", ".en.md"))
    site.remove(TRAINING.replace(".md", ".en.md"))
    code, _, err = command("check")
    assert code == 0
    assert "注意 2 件（missing-translation 2）" in err
    for name in ("check", "build"):
        code, _, err = command(name, "--strict")
        assert code == 1
        assert "--strict のため" in err
    assert not (site.root / "public").exists()


# --- wrong use


@pytest.mark.parametrize(
    ("arguments", "said"),
    [
        (["bild"], "もしかして build ですか"),
        (["build", "--outt", "x"], "もしかして --out ですか"),
        (["build", "--jobs", "-1"], "--jobs"),
        (["build", "--base-url", "example.org"], "https://… の形ではありません"),
        (["build", "--out", "."], "消えてしまいます"),
        (["build", "--out", ".."], "消えてしまいます"),
        (["build", "--out", "content/public"], "消えてしまいます"),
        (["build", "--out", "mine"], "sitegen が作ったものではない"),
        (["build", "--out", "site.yaml"], "sitegen が作ったものではない"),
        (["serve", "--port", "99999"], "--port"),
        (["check", "--lang", "fr"], "fr"),
        (["new", "page", "--title", "題"], "--id を指定してください"),
        (["new", "page", "--title", "題", "--id", "私の頁"], "半角の小文字"),
        (["new", "page", "--title", " ", "--id", "a"], "題名がありません"),
        (["new", "page", "--title", "題", "--id", "a", "--plan", "mars"], "使える値: hoshi"),
        (["new", "initiative", "--title", "題", "--id", "a", "--policy", "7"], "使える値: 2"),
        (["new", "term", "--title", "語", "--id", "a", "--reading", "ゴ"], "ひらがなで"),
        (["new", "term", "--title", "語", "--id", "online", "--reading", "ご"], "もう用語集にあります"),
        (["new", "news", "--title", "題", "--id", "a", "--date", "2026-02-30"], "日付ではありません"),
    ],
)
def test_wrong_use_is_told_in_a_sentence(site: SmallSite, command: Command, arguments: list[str], said: str) -> None:
    site.write("mine/letter.txt", "dear")
    before = sorted(site.root.rglob("*"))
    code, out, err = command(*arguments)
    assert (code, out) == (2, "")
    assert said in err
    assert sorted(site.root.rglob("*")) == before


def test_without_a_project_it_says_where_to_go(
    command: Command, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(tmp_path)
    for name in ("build", "check", "serve", "schema"):
        code, _, err = command(name)
        assert code == 2
        assert "site.yaml が見つかりません" in err


def test_a_site_of_ours_is_replaced_wherever_it_lies(site: SmallSite, command: Command) -> None:
    site.write("mine/nginx-headers.conf", "from a site that another computer built")
    assert command("build", "--out", "mine", "--jobs", "1")[0] == 0
    assert (site.root / "mine" / "index.html").is_file()
    assert not (site.root / "public").exists()


# --- failures and cancelling


def test_a_failure_is_told_without_a_traceback(command: Command, monkeypatch: pytest.MonkeyPatch) -> None:
    def fail(*_: object) -> None:
        raise RuntimeError("the moon is missing")

    monkeypatch.setattr(sitegen.build, "build", fail)
    code, _, err = command("build")
    assert code == 70
    assert "予期しない不具合が起きました: RuntimeError: the moon is missing" in err
    assert "Traceback" not in err
    assert "Traceback" in command("build", "--debug")[2]


@pytest.mark.parametrize("sent", [signal.SIGINT, signal.SIGTERM])
def test_a_cancelled_build_leaves_the_old_site_and_nothing_else(site: SmallSite, sent: signal.Signals) -> None:
    site.write("public/nginx-headers.conf", "old")
    command = [sys.executable, "-m", "sitegen", "build", "--jobs", "2"]
    with (site.root / "log").open("w+") as log:
        build = subprocess.Popen(
            command, cwd=site.root, env=environment(), stdout=log, stderr=log, start_new_session=True
        )
        try:
            wait_for(lambda: helpers(build.pid))
            os.killpg(build.pid, sent)
            assert build.wait(PATIENCE) == 130
            wait_for(lambda: not living(build.pid))
        finally:
            if build.poll() is None:
                os.killpg(build.pid, signal.SIGKILL)
                build.wait()
        log.seek(0)
        assert log.read().strip() == "中止しました。前のサイトはそのままです。"
    assert [path.relative_to(site.root).as_posix() for path in site.root.rglob("public*/**/*")] == [
        "public/nginx-headers.conf"
    ]
    assert [path.name for path in site.root.glob("public*")] == ["public"]


def helpers(pid: int) -> str:
    """The processes that a process has started."""
    return Path(f"/proc/{pid}/task/{pid}/children").read_text()


def living(group: int) -> list[int]:
    """The processes of a group that are not just waiting to be forgotten by the system."""
    found = []
    for process in Path("/proc").glob("[0-9]*"):
        try:
            state, _, its_group = (process / "stat").read_text().rpartition(")")[2].split()[:3]
        except OSError:  # it ended while we looked
            continue
        if int(its_group) == group and state != "Z":
            found.append(int(process.name))
    return found


def wait_for(condition: Callable[[], object]) -> None:
    end = time.monotonic() + PATIENCE
    while not condition():
        assert time.monotonic() < end, "it never happened"
        time.sleep(0.01)


# --- new


NEW = {
    "initiative": (["--id", "parks", "--title", "公園: 予約"], "content/hoshi/initiatives/03-parks.md"),
    "term": (["--id", "park", "--title", "公園", "--reading", "こうえん"], "content/glossary/park.yaml"),
    "page": (["--id", "history", "--title", "あゆみ"], "content/pages/history.md"),
    "page of a plan": (["--id", "history", "--title", "2021", "--plan", "hoshi"], "content/hoshi/pages/history.md"),
    "news": (["--id", "open", "--title", "公開", "--date", "2026-12-01"], "content/news/2026-12-01-open.md"),
}


@pytest.mark.parametrize("kind", NEW)
def test_a_new_file_passes_the_check_but_for_its_translations(site: SmallSite, command: Command, kind: str) -> None:
    arguments, path = NEW[kind]
    code, out, _ = command("new", kind.partition(" ")[0], *arguments)
    assert (code, out) == (0, f"{path} を作りました。\n")
    if "draft: true\n" in site.read(path):
        site.replace(path, "draft: true\n", "")
    assert {problem.id for problem in site.problems()} <= {
        "missing-translation",
        "missing-translated-field",
        "missing-string",
    }


def test_a_new_file_never_overwrites_one(site: SmallSite, command: Command) -> None:
    site.write("content/pages/history.md", "---\ntitle: mine")
    code, _, err = command("new", "page", "--id", "history", "--title", "あゆみ")
    assert code == 2
    assert "content/pages/history.md はもうあります" in err
    assert site.read("content/pages/history.md") == "---\ntitle: mine"


def test_a_new_initiative_continues_the_numbers_and_has_the_sections_of_its_plan(
    site: SmallSite, command: Command
) -> None:
    site.replace(TRAINING, 'number: "2"', 'number: "41"')
    assert "42-parks.md" in command("new", "initiative", "--id", "parks", "--title", "公園")[1]
    text = site.read("content/hoshi/initiatives/42-parks.md")
    assert "## 現状・課題\n" in text
    assert "## 施策内容\n" in text


def test_new_asks_for_what_is_not_given(command: Command, monkeypatch: pytest.MonkeyPatch, site: SmallSite) -> None:
    answers = iter(["history", "あゆみ"])
    monkeypatch.setattr("sys.stdin.isatty", lambda: True, raising=False)
    monkeypatch.setattr("click.prompt", lambda *_, **__: next(answers))
    assert command("new", "page")[0] == 0
    assert "title: あゆみ" in site.read("content/pages/history.md")


def test_new_needs_a_plan_that_can_be_read(site: SmallSite, command: Command) -> None:
    site.replace(PLAN, "title: ", "titel: ")
    code, _, err = command("new", "initiative", "--id", "parks", "--title", "公園")
    assert code == 1
    assert f"{PLAN}:1:1  error" in err


# --- the rest


def test_schema_writes_what_the_editor_needs(site: SmallSite, command: Command) -> None:
    code, out, _ = command("schema")
    assert code == 0
    for line in out.splitlines():
        json.loads(site.read(line.partition(" ")[0]))
    assert ".vscode/schema/plan.schema.json" in out


def test_version_and_help(command: Command) -> None:
    assert command()[0] == 2
    assert command("--version")[1] == f"sitegen, version {sitegen.__version__}\n"
    assert "内容を調べます" in command("--help")[1]
    assert "Check the content" in command("check", "-h", "--lang", "en")[1]


@pytest.mark.parametrize(
    ("arguments", "variables", "language"),
    [
        ([], {}, "ja"),
        ([], {"LANG": "C.UTF-8"}, "ja"),
        ([], {"LANG": "ja_JP.UTF-8"}, "ja"),
        ([], {"LANG": "en_US.UTF-8"}, "en"),
        ([], {"LANG": "de_DE.UTF-8"}, "en"),
        ([], {"LANG": "en_US.UTF-8", "LC_ALL": "ja_JP.UTF-8"}, "ja"),
        ([], {"LANG": "ja_JP.UTF-8", "SITEGEN_LANG": "en"}, "en"),
        (["--lang", "ja"], {"SITEGEN_LANG": "en"}, "ja"),
        (["build", "--lang=en"], {"LANG": "ja_JP.UTF-8"}, "en"),
        (["build", "--lang"], {}, "ja"),
    ],
)
def test_the_language_follows_the_option_then_the_environment(
    arguments: list[str], variables: dict[str, str], language: str
) -> None:
    assert choose_language(arguments, variables) == language


def test_both_languages_fill_in_the_same_values() -> None:
    for key, (ja, en) in _WORDS.items():
        assert sorted(re.findall(r"{\w+}", ja)) == sorted(re.findall(r"{\w+}", en)), key
