"""Validates the data of one source against a model and words what is wrong for editors."""

from __future__ import annotations

import difflib
import re
import unicodedata
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from functools import cache
from typing import Any, get_args, get_origin

import yaml
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
    "greater": ("範囲の中の数", "a number within the range"),
    "less": ("範囲の中の数", "a number within the range"),
}
_PATTERNS = {
    "[a-z0-9]": (
        "半角の小文字・数字・ハイフン（例: open-data）",
        "lower-case ASCII letters, digits and hyphens (open-data)",
    ),
    "[々一-鿿]": ("漢字のある言葉", "a word with kanji"),
    "ぁ-ゖ": ("ひらがなだけの読み", "the reading in hiragana only"),
    "https?": ("https:// で始まるアドレス", "an address that begins with https://"),
    "(0[1-9]|1[0-2])": ("2022-06 のように、年-月", "year-month, such as 2022-06"),
    "(H[12])": (
        "2021 のような年度（半期は 2021H1、2021H2）",
        "a fiscal year such as 2021 (half years 2021H1, 2021H2)",
    ),
    "[0-9A-Za-z]": ("半角の英数字とハイフン", "ASCII letters, digits and hyphens"),
    "[a-z]{2,3}": ("ja や en のような言語コード", "a language code such as ja or en"),
}
_NOT_FIELDS = ("model_type", "model_attributes_type", "dict_type")


def suggest(word: object, allowed: Iterable[str]) -> dict[str, str]:
    """Fill a hint with the allowed words and the one that is probably meant."""
    words = list(dict.fromkeys(allowed))
    folded = {_fold(each): each for each in reversed(words)}
    near = difflib.get_close_matches(_fold(str(word)), folded, 1, 0.5)
    return did_you_mean(folded[near[0]] if near else None, words)


def _fold(word: str) -> str:
    return unicodedata.normalize("NFKC", word).casefold()


def validate(kind: Any, source: Source, path: FieldPath = ()) -> tuple[Any, list[Problem]]:
    """Validate the part of `source` at `path` as a `kind`; returns the value or None, and every problem."""
    data = source.data
    for step in path:
        data = data[step]
    try:
        return _adapter(kind).validate_python(data), []
    except ValidationError as error:
        faults = [_Fault.read(detail, data) for detail in error.errors(include_url=False)]
        return None, [_explain(fault, source, path, kind) for fault in _without_other_branches(faults)]


@cache
def _adapter(kind: Any) -> TypeAdapter[Any]:
    return TypeAdapter(kind)


@dataclass(frozen=True)
class _Fault:
    """One error of pydantic; `path` leads through the editor's data, without pydantic's marks of unions."""

    detail: ErrorDetails
    path: FieldPath
    of_key: bool

    @classmethod
    def read(cls, detail: ErrorDetails, data: Any) -> _Fault:
        path: FieldPath = ()
        for step in detail["loc"]:
            if step in data if isinstance(data, dict) else isinstance(data, list) and isinstance(step, int):
                data, path = data[step], (*path, step)
        if detail["type"] == "missing":
            path = (*path, detail["loc"][-1])
        return cls(detail, path, detail["loc"][-1:] == ("[key]",))

    @property
    def kind(self) -> str:
        return self.detail["type"]

    @property
    def key(self) -> str:
        """The name of the nearest field."""
        return next((str(step) for step in reversed(self.path) if isinstance(step, str)), "")


def _without_other_branches(faults: list[_Fault]) -> Iterator[_Fault]:
    """Where a field may have one of several forms, keep what is wrong with the form that the editor chose."""
    deeper = {fault.path[:n] for fault in faults for n in range(len(fault.path))}
    seen: set[FieldPath] = set()
    for fault in faults:
        wrong_form = fault.kind.endswith("_type")
        if wrong_form and (fault.path in deeper or fault.path in seen):
            continue
        if wrong_form:
            seen.add(fault.path)
        yield fault


def _explain(fault: _Fault, source: Source, base: FieldPath, model: Any) -> Problem:
    kind, key, value = fault.kind, fault.key, fault.detail["input"]
    path = base + fault.path
    if kind == "extra_forbidden":
        near = suggest(key, _fields_at(model, fault.detail["loc"][:-1]))
        return problem("unknown-key", source.where(path, key=True), key=key, **near)
    where = source.where(path, key=fault.of_key)
    if kind == "missing":
        return problem("missing-field", where, key=key)
    if not key and kind in _NOT_FIELDS:
        return problem("not-a-mapping", where, value=_shown(value))
    if value is None or (isinstance(value, str) and not value.strip()) or kind.endswith("too_short"):
        return problem("empty-field", where, key=key)
    if kind.startswith("date") or kind == "value_error":  # of our own validators, only that of dates fails
        return problem("impossible-date", where, value=_shown(value))
    ja, en = _expected(fault.detail)
    return problem("wrong-type", where, key=key, value=_shown(value), expected_ja=ja, expected_en=en)


def _shown(value: Any) -> str:
    """The value as the editor may have written it, in one line."""
    if not isinstance(value, (dict, list)):
        return str(value)
    text = yaml.safe_dump(value, allow_unicode=True, default_flow_style=True, width=1000).strip()
    return text if len(text) <= 60 else text[:59] + "…"


def _expected(detail: ErrorDetails) -> tuple[str, str]:
    context = detail.get("ctx", {})
    if detail["type"] == "literal_error":
        words = re.findall(r"'([^']*)'", str(context["expected"]))
        return "か".join(f"「{word}」" for word in words), " or ".join(f"“{word}”" for word in words)
    if detail["type"] == "string_pattern_mismatch":
        pattern = str(context["pattern"])
        return next(
            (words for part, words in _PATTERNS.items() if part in pattern),
            ("決まった形の文字", "a text of the required form"),
        )
    return next(
        (words for part, words in _EXPECTED.items() if detail["type"].startswith(part)),
        ("正しい形の値", "a value of the right form"),
    )


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
