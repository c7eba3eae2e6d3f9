"""Validates the data of one source against a model and words what is wrong for editors."""

from __future__ import annotations

import difflib
from collections.abc import Iterable
from functools import lru_cache
from typing import Any, get_args, get_origin

from pydantic import BaseModel, TypeAdapter, ValidationError
from pydantic_core import ErrorDetails

from sitegen.messages import did_you_mean, problem
from sitegen.problems import Problem
from sitegen.source import FieldPath, Source

_EXPECTED = {
    "string": ("文字（1つの値）", "a text (one value)"),
    "int": ("半角の整数", "a whole number"),
    "float": ("半角の数", "a number"),
    "bool": ("true か false", "true or false"),
    "tuple": ("[…] か「- 」で始まる一覧", "a list, as […] or lines that begin with “- ”"),
    "list": ("[…] か「- 」で始まる一覧", "a list, as […] or lines that begin with “- ”"),
    "dict": ("「項目: 値」の組", "lines of “key: value”"),
    "model": ("「項目: 値」の組", "lines of “key: value”"),
    "literal": ("{expected}", "{expected}"),
    "greater": ("範囲の中の数", "a number within the range"),
    "less": ("範囲の中の数", "a number within the range"),
}
_PATTERNS = {
    "[a-z0-9]": ("半角の小文字・数字・ハイフン（例: open-data）", "lower-case ASCII letters, digits and hyphens (open-data)"),
    "ぁ-ゖ": ("ひらがなだけの読み", "the reading in hiragana only"),
    "https?": ("https:// で始まるアドレス", "an address that begins with https://"),
    "(0[1-9]|1[0-2])": ("2022-06 のように、年-月", "year-month, such as 2022-06"),
    "(H[12])": ("2021 のような年度（半期は 2021H1、2021H2）", "a fiscal year such as 2021 (half years 2021H1, 2021H2)"),
    "[0-9A-Za-z]": ("半角の英数字とハイフン", "ASCII letters, digits and hyphens"),
    "[a-z]{{2,3}}": ("ja や en のような言語コード", "a language code such as ja or en"),
}


def suggest(word: object, allowed: Iterable[str]) -> dict[str, str]:
    """Fill a hint with the allowed words and the one that is probably meant."""
    words = list(dict.fromkeys(allowed))
    near = difflib.get_close_matches(str(word), words, 1, 0.5)
    return did_you_mean(near[0] if near else None, words)


@lru_cache(maxsize=None)
def _adapter(kind: Any) -> TypeAdapter[Any]:
    return TypeAdapter(kind)


def validate(kind: Any, source: Source, path: FieldPath = ()) -> tuple[Any, list[Problem]]:
    """Validate the part of `source` at `path` as a `kind`; returns the value, or None and every problem found."""
    data = source.data
    for step in path:
        data = data[step]
    try:
        return _adapter(kind).validate_python(data), []
    except ValidationError as error:
        found = [_explain(detail, source, path, kind) for detail in error.errors(include_url=False)]
        return None, list({(p.where, p.id): p for p in found}.values())


def _explain(detail: ErrorDetails, source: Source, base: FieldPath, model: Any) -> Problem:
    path = base + tuple(detail["loc"])
    kind = detail["type"]
    key = next((str(step) for step in reversed(detail["loc"]) if isinstance(step, str) and (step != "[key]")), "")
    value = detail["input"]
    if kind == "extra_forbidden":
        allowed = _fields_at(model, detail["loc"][:-1])
        return problem("unknown-key", source.where(path, key=True), key=key, **suggest(key, allowed))
    if kind == "missing":
        return problem("missing-field", source.where(path), key=key)
    where = source.where(path)
    if value is None or (isinstance(value, str) and not value.strip()) or kind.endswith("too_short"):
        return problem("empty-field", where, key=key or path[-1] if path else "")
    if kind.startswith("date"):
        return problem("impossible-date", where, value=value)
    expected_ja, expected_en = _expected(kind, detail.get("ctx", {}))
    return problem("wrong-type", where, key=key, value=value, expected_ja=expected_ja, expected_en=expected_en)


def _expected(kind: str, context: dict[str, Any]) -> tuple[str, str]:
    if kind == "string_pattern_mismatch":
        pattern = str(context.get("pattern", ""))
        return next((words for part, words in _PATTERNS.items() if part.replace("{{", "{").replace("}}", "}") in pattern), ("決まった形の文字", "a text of the required form"))
    words = next((words for part, words in _EXPECTED.items() if kind.startswith(part)), ("正しい形の値", "a value of the right form"))
    return (words[0].format(**context), words[1].format(**context)) if "{" in words[0] else words


def _fields_at(model: Any, path: tuple[str | int, ...]) -> list[str]:
    """List the fields of the model that the error path leads to."""
    candidates: list[Any] = [model]
    for step in path:
        candidates = [inner for candidate in candidates for inner in _step(candidate, step)]
    models = [m for candidate in candidates for m in _models(candidate)]
    return [name for m in models for name in m.model_fields]


def _models(annotation: Any) -> list[type[BaseModel]]:
    if isinstance(annotation, type) and issubclass(annotation, BaseModel):
        return [annotation]
    return [m for argument in get_args(annotation) for m in _models(argument)]


def _step(annotation: Any, step: str | int) -> list[Any]:
    if isinstance(step, str):
        found = [m.model_fields[step].annotation for m in _models(annotation) if step in m.model_fields]
        if found:
            return found
        return [annotation] if get_origin(annotation) is not dict else [get_args(annotation)[1]]
    return [annotation]
