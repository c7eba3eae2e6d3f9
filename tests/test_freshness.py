""" "Nothing changed" is said only when it is true: every kind of input and output is changed here, one at a time."""

from __future__ import annotations

import os
from collections.abc import Callable, Iterator
from dataclasses import dataclass, replace
from pathlib import Path

import pytest

from sitegen import freshness
from sitegen.artifacts import Artifact
from sitegen.assets import Theme
from sitegen.freshness import Past, look, note, recall
from sitegen.manifest import Manifest, write_manifest
from sitegen.messages import problem
from sitegen.options import Options
from sitegen.problems import Location

INPUTS = {
    "settings": "site.yaml",
    "text": "content/pages/about.md",
    "picture": "content/map.png",
    "template": "templates/page.html",
    "words of the theme": "templates/strings/ja.yaml",
    "style sheet": "assets/css/base.css",
    "module": "package/outputs/feeds.py",
    "font": "node_modules/@expo-google-fonts/biz-udpgothic/400Regular/BIZUDPGothic_400Regular.ttf",
}
OUTPUTS = {"page": "public/index.html", "file in a folder": "public/en/index.html"}
FILES = INPUTS | OUTPUTS
PAST = Past([problem("stray-file", Location("content/x.txt", 1, 2))], pages=2)


def _change(path: Path) -> None:
    path.write_text(path.read_text() + "more")


def _change_in_secret(path: Path) -> None:
    """Keep size and time, as `cp -p` and some version control systems do."""
    stat = path.stat()
    path.write_text("x" * stat.st_size)
    os.utime(path, ns=(stat.st_atime_ns, stat.st_mtime_ns))


def _touch(path: Path) -> None:
    os.utime(path, ns=(0, path.stat().st_mtime_ns + 1))


def _turn_into_a_folder(path: Path) -> None:
    path.unlink()
    path.mkdir()


EDITS: dict[str, Callable[[Path], object]] = {
    "changed": _change,
    "touched": _touch,
    "deleted": Path.unlink,
    "renamed": lambda path: path.rename(path.with_name("other" + path.suffix)),
    "joined by another": lambda path: path.with_name("other" + path.suffix).write_text("new"),
    "turned into a folder": _turn_into_a_folder,
}


@dataclass(frozen=True)
class Project:
    root: Path
    options: Options

    def fresh(self) -> Past | None:
        return recall(self.options, look(self.root))


@pytest.fixture(params=["young files", "old files"])
def project(request: pytest.FixtureRequest, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[Project]:
    """A project with a theme, a package and fonts of its own, that was built a moment or a long time ago."""
    if request.param == "old files":
        monkeypatch.setattr(freshness, "_YOUNG", -(10**12))
    for name in INPUTS.values():
        (tmp_path / name).parent.mkdir(parents=True, exist_ok=True)
        (tmp_path / name).write_text(name)
    theme = Theme(tmp_path / "templates", tmp_path / "assets")
    monkeypatch.setattr(freshness, "find_theme", lambda: theme)
    monkeypatch.setattr(freshness, "_PACKAGE", tmp_path / "package")
    monkeypatch.setattr(freshness, "_LIBRARIES", tmp_path / "libraries")
    (tmp_path / "libraries").mkdir()
    made = Project(tmp_path, Options(tmp_path, tmp_path / "public"))
    found = look(tmp_path)
    _publish(made.options)
    note(made.options, found, PAST)
    yield made


def _publish(options: Options) -> None:
    artifacts = [Artifact(name.removeprefix("public/"), name.encode()) for name in OUTPUTS.values()]
    for artifact in artifacts:
        path = options.out / artifact.path
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_bytes(artifact.content)
    write_manifest(options.manifest, Manifest().after(options.out, artifacts, [], {}))


def test_after_a_build_nothing_has_changed_and_its_problems_are_told_again(project: Project) -> None:
    assert project.fresh() == PAST
    assert project.fresh() == PAST, "looking changes nothing"


@pytest.mark.parametrize("edit", EDITS)
@pytest.mark.parametrize("kind", FILES)
def test_a_file_that_is(project: Project, kind: str, edit: str) -> None:
    if kind in ("settings", "font") and edit == "joined by another":
        edit = "changed"  # these are read by their names, so a neighbour is no input
    EDITS[edit](project.root / FILES[kind])
    assert project.fresh() is None


@pytest.mark.parametrize("kind", INPUTS)
def test_an_input_is_changed_without_a_trace_in_its_size_and_time(project: Project, kind: str) -> None:
    _change_in_secret(project.root / INPUTS[kind])
    assert project.fresh() is None


@pytest.mark.parametrize("kind", INPUTS)
def test_an_input_is_replaced_by_another_file_with_its_size_and_time(project: Project, kind: str) -> None:
    path = project.root / INPUTS[kind]
    other = project.root / "other"
    other.write_text("x" * path.stat().st_size)
    os.utime(other, ns=(0, path.stat().st_mtime_ns))
    other.replace(path)
    assert project.fresh() is None


@pytest.mark.parametrize(
    "other", [{"base_url": "https://example.org/"}, {"strict": True}, {"drafts": True}, {"out": Path("elsewhere")}]
)
def test_other_options_are_another_build(project: Project, other: dict[str, object]) -> None:
    assert recall(replace(project.options, **other), look(project.root)) is None  # type: ignore[arg-type]


def test_the_number_of_processes_makes_no_difference(project: Project) -> None:
    assert recall(replace(project.options, jobs=7), look(project.root)) == PAST


def test_another_version_of_the_tool_builds_anew(project: Project, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(freshness, "__version__", "99")
    assert project.fresh() is None


def test_a_library_that_is_installed_or_upgraded_builds_anew(project: Project) -> None:
    (project.root / "libraries" / "jinja2-99.dist-info").mkdir()
    assert project.fresh() is None


def test_compiled_modules_and_empty_folders_are_no_input(project: Project) -> None:
    (project.root / "package/__pycache__").mkdir()
    (project.root / "package/__pycache__/feeds.pyc").write_text("compiled")
    (project.root / "content/empty").mkdir()
    assert project.fresh() == PAST


def test_what_lies_behind_a_linked_folder_is_never_taken_for_unchanged(project: Project, tmp_path: Path) -> None:
    (tmp_path / "behind").mkdir()
    (project.root / "content/link").symlink_to(tmp_path / "behind", target_is_directory=True)
    note(project.options, look(project.root), PAST)
    assert project.fresh() is None


def test_a_change_during_the_build_is_found_by_the_next_one(project: Project) -> None:
    before = look(project.root)
    _change(project.root / INPUTS["text"])
    note(project.options, before, PAST)
    assert project.fresh() is None


def test_two_changes_within_one_tick_of_the_clock_are_told_apart(
    tmp_path: Path, project: Project, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(freshness, "_YOUNG", 2_000_000_000)
    now = project.root.stat().st_mtime_ns
    monkeypatch.setattr(freshness, "_stamp", lambda path: [path.stat().st_size, now, now, 1] if path.exists() else None)
    note(project.options, look(project.root), PAST)
    assert project.fresh() == PAST
    _change_in_secret(project.root / INPUTS["text"])
    assert project.fresh() is None


def test_another_build_that_was_killed_before_it_took_its_notes_counts(project: Project) -> None:
    _publish(project.options)
    assert project.fresh() is None


@pytest.mark.parametrize("damage", ["", "{", "[]", '{"asked": 1}', "null", "\0"])
def test_damaged_notes_say_nothing(project: Project, damage: str) -> None:
    (record,) = project.options.manifest.parent.glob("*.fresh")
    record.write_text(damage)
    assert project.fresh() is None


@pytest.mark.parametrize("lost", ["manifest", "notes"])
def test_without_notes_nothing_is_known(project: Project, lost: str) -> None:
    suffix = {"manifest": "json", "notes": "fresh"}[lost]
    for path in project.options.manifest.parent.glob(f"*.{suffix}"):
        path.unlink()
    assert project.fresh() is None
