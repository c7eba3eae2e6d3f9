"""The schemas that editors complete from agree with what the site accepts."""

from __future__ import annotations

import datetime as dt
import json
import re
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import pytest
import yaml
from pydantic import BaseModel

from sitegen import config, model
from sitegen.schema import LABELS, SCHEMAS, editor_files, schemas, snippets

ROOT = Path(__file__).parents[1]
SITES = (ROOT, ROOT / "tests/small_site")
FILES = {
    "site": "site.yaml",
    "plan": "content/*/plan.yaml",
    "initiative": "content/*/initiatives/*.md",
    "translation": "content/**/*.*.md",
    "policy": "content/*/policies/*.md",
    "page": "content/**/pages/*.md",
    "news": "content/news/*.md",
    "glossary": "content/glossary/*.yaml",
    "national": "content/national.yaml",
    "strings": "content/**/strings.yaml",
    "strings-of-language": "content/**/strings.*.yaml",
    "readings": "content/**/readings.yaml",
    "glossary-of-language": "content/glossary.*.yaml",
    "table": "content/*/tables/*.yaml",
}
TYPES: dict[str, type | tuple[type, ...]] = {
    "string": str,
    "number": (int, float),
    "integer": int,
    "boolean": bool,
    "object": dict,
    "array": list,
    "null": type(None),
}


NOTES = {
    "title",
    "description",
    "default",
    "$schema",
    "$defs",
    "format",
    "propertyNames",
    "additionalProperties",
}
RULES: dict[str, Callable[[Any, Any], bool]] = {
    "type": lambda types, data: isinstance(
        data, tuple(TYPES[t] for t in ([types] if isinstance(types, str) else types))
    ),
    "const": lambda word, data: data == word,
    "enum": lambda words, data: data in words,
    "pattern": lambda pattern, data: re.search(pattern, data) is not None,
    "minLength": lambda least, data: len(str(data)) >= least,
    "minimum": lambda least, data: data >= least,
    "maximum": lambda most, data: data <= most,
    "required": lambda keys, data: set(keys) <= set(data),
}


def errors(schema: Any, data: Any, root: Any, path: str = "") -> Iterator[str]:
    """A validator for the part of JSON Schema that the models need; a keyword that it does not know fails."""
    for keyword, rule in sorted(schema.items(), key=lambda item: item[0] != "type"):
        if keyword == "$ref":
            yield from errors(root["$defs"][rule.removeprefix("#/$defs/")], data, root, path)
        elif keyword == "anyOf":
            tried = [list(errors(option, data, root, path)) for option in rule]
            yield from min(tried, key=len)
        elif keyword in RULES:
            if not RULES[keyword](rule, data):
                yield f"{path}: {keyword} {rule}"
                return
        elif keyword not in NOTES:
            known = keyword in ("properties", "patternProperties", "items")
            assert known, f"VS Code would check {keyword}, which this test does not know"
    yield from inner_errors(schema, data, root, path)


def inner_errors(schema: Any, data: Any, root: Any, path: str) -> Iterator[str]:
    if isinstance(data, list):
        for n, value in enumerate(data):
            yield from errors(schema.get("items", {}), value, root, f"{path}/{n}")
    elif isinstance(data, dict):
        for key, value in data.items():
            inner = schema.get("properties", {}).get(key, rest_of(schema, key))
            yield from ([f"{path}: unknown {key}"] if inner is False else errors(inner, value, root, f"{path}/{key}"))


def rest_of(schema: Any, key: str) -> Any:
    """The schema of a key that is not named, or False where no other key may stand."""
    patterns = (inner for pattern, inner in schema.get("patternProperties", {}).items() if re.search(pattern, key))
    return next(patterns, schema.get("additionalProperties", {}))


def as_json(value: Any) -> Any:
    """Data of YAML as an editor's YAML extension sees it."""
    if isinstance(value, dict):
        return {str(key): as_json(inner) for key, inner in value.items()}
    if isinstance(value, list):
        return [as_json(inner) for inner in value]
    return str(value) if isinstance(value, dt.date) else value


def read(path: Path) -> Any:
    text = path.read_text("utf-8")
    return as_json(yaml.safe_load(text.split("---\n")[1] if path.suffix == ".md" else text))


def files(kind: str) -> list[Path]:
    found = [path for site in SITES for path in site.glob(FILES[kind])]
    return [path for path in found if path.suffix != ".md" or (path.stem.count(".") == 1) == (kind == "translation")]


@pytest.mark.parametrize("kind", SCHEMAS)
def test_a_schema_accepts_every_file_of_its_kind(kind: str) -> None:
    schema = schemas()[f"{kind}.schema.json"]
    listed = files(kind)
    assert listed
    assert [f"{path.name}{error}" for path in listed for error in errors(schema, read(path), schema)] == []


INITIATIVE = read(ROOT / "tests/small_site/content/hoshi/initiatives/01-online.md")
PLAN = read(ROOT / "tests/small_site/content/hoshi/plan.yaml")


@pytest.mark.parametrize(
    ("kind", "data", "wrong"),
    [
        ("initiative", {**INITIATIVE, "departmnts": ["市民課"]}, "unknown departmnts"),
        ("news", {"title": "題", "summary": "文", "updated": "2026-11-21"}, "required"),
        ("plan", {**PLAN, "period": {"start_fy": 21, "end_fy": 2025}}, "minimum 1989"),
        ("initiative", {**INITIATIVE, "kind": "再掲"}, "enum"),
        ("translation", {"title": ""}, "minLength"),
    ],
)
def test_a_schema_refuses_what_the_site_refuses(kind: str, data: Any, wrong: str) -> None:
    schema = schemas()[f"{kind}.schema.json"]
    assert any(wrong in error for error in errors(schema, data, schema))


def test_every_field_has_a_japanese_label_and_an_explanation() -> None:
    for name, schema in schemas().items():
        for owner in (schema, *schema.get("$defs", {}).values()):
            for field, rules in owner.get("properties", {}).items():
                assert rules.get("description"), f"{name}: {field}"
                assert rules.get("title", LABELS.get(field)) == LABELS[field], f"{name}: {field}"


def test_no_label_is_left_over() -> None:
    classes = [value for module in (model, config) for value in vars(module).values() if isinstance(value, type)]
    known = {field for each in classes if issubclass(each, BaseModel) for field in each.model_fields}
    assert LABELS.keys() <= known


def test_vs_code_is_told_of_every_schema_for_yaml_files() -> None:
    settings = (ROOT / ".vscode/settings.json").read_text("utf-8")
    named = re.findall(r'"\./(\.vscode/schema/[^"]+)"', settings)
    assert named
    assert set(named) <= editor_files().keys()


def test_front_matter_is_completed_by_snippets() -> None:
    kinds = next(snippet for snippet in snippets().values() if snippet["prefix"] == "kind")
    assert kinds["body"] == ["kind: ${1|新規,継続|}"]
    assert all(json.loads(text) for text in editor_files().values())


def test_the_files_for_vs_code_are_those_of_the_models() -> None:
    stale = [path for path, text in editor_files().items() if (ROOT / path).read_text("utf-8") != text]
    assert stale == [], "run `sitegen schema` and commit what it writes"
