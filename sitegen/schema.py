"""JSON Schema of every content file, from the models: completion and explanations while an editor types."""

from __future__ import annotations

import json
from collections.abc import Iterator, Mapping
from typing import Any

from pydantic import BaseModel, TypeAdapter
from pydantic.json_schema import GenerateJsonSchema

from sitegen.config import Config
from sitegen.model import (
    GLOSSARY_OF_LANGUAGE,
    READINGS,
    STRINGS,
    STRINGS_OF_LANGUAGE,
    Initiative,
    NationalItem,
    NewsText,
    PageText,
    Plan,
    PolicyText,
    Table,
    Term,
    Translation,
)

Schema = dict[str, Any]

SCHEMAS: Mapping[str, Any] = {
    "site": Config,
    "plan": Plan,
    "initiative": Initiative,
    "translation": Translation,
    "policy": PolicyText,
    "page": PageText,
    "news": NewsText,
    "glossary": Term | list[Term],
    "national": NationalItem | list[NationalItem],
    "strings": STRINGS,
    "strings-of-language": STRINGS_OF_LANGUAGE,
    "readings": READINGS,
    "glossary-of-language": GLOSSARY_OF_LANGUAGE,
    "table": Table,
}
"""Kind of file → what it holds; the schema is the file <kind>.schema.json."""

_FRONT_MATTER: tuple[type[BaseModel], ...] = (Initiative, NewsText, PageText, PolicyText, Translation)


def schemas() -> dict[str, Schema]:
    """File name → JSON Schema (2020-12) of one kind of content file."""
    return {f"{kind}.schema.json": {**_schema(model), "title": kind} for kind, model in SCHEMAS.items()}


def editor_files() -> dict[str, str]:
    """Path below the project → text of the files that make VS Code complete and explain what is typed."""
    files: dict[str, Any] = {f".vscode/schema/{name}": schema for name, schema in schemas().items()}
    files[".vscode/front-matter.code-snippets"] = snippets()
    return {path: json.dumps(data, ensure_ascii=False, indent=2) + "\n" for path, data in files.items()}


def snippets() -> dict[str, Schema]:
    """Front matter's keys as snippets, since editors do not complete YAML inside Markdown."""
    fields: dict[str, Schema] = {}
    for model in _FRONT_MATTER:
        for name, field in _schema(model)["properties"].items():
            fields.setdefault(name, field)
    return {
        f"{name}（{field['title']}）": {
            "scope": "markdown",
            "prefix": name,
            "body": [f"{name}: {_placeholder(field)}"],
            "description": f"{field['title']}: {field['description']}",
        }
        for name, field in fields.items()
    }


def _schema(model: Any) -> Schema:
    made = TypeAdapter(model).json_schema(schema_generator=_Generator)
    return {"$schema": GenerateJsonSchema.schema_dialect, **_for_editors(made)}


class _Generator(GenerateJsonSchema):
    """Titles fields with the Japanese word that editors know them by."""

    def get_title_from_name(self, name: str) -> str:
        return LABELS.get(name, name)


# pydantic leaves these as they are where a validator of our own stands before them.
_BOUNDS = {"ge": "minimum", "le": "maximum"}


def _for_editors(schema: Any) -> Any:
    """Let numbers stand where a text is asked for (the site keeps them as typed)."""
    if isinstance(schema, list):
        return [_for_editors(inner) for inner in schema]
    if not isinstance(schema, dict):
        return schema
    loose = schema.get("type") == "string" and not schema.keys() & {"pattern", "format", "enum", "const"}
    changed = {"type": ["string", "number"]} if loose else {}
    return {_BOUNDS.get(key, key): _for_editors(value) for key, value in schema.items()} | changed


def _placeholder(field: Schema) -> str:
    """What a snippet offers to be filled in: the allowed words, today, or an empty place."""
    if words := list(_words(field)):
        return f"${{1|{','.join(words)}|}}"
    if field.get("type") == "boolean":
        return "${1|true,false|}"
    if field.get("format") == "date":
        return "$CURRENT_YEAR-$CURRENT_MONTH-$CURRENT_DATE"
    return "[$1]" if field.get("type") == "array" else "$1"


def _words(field: Schema) -> Iterator[str]:
    yield from field.get("enum", ())
    for option in field.get("anyOf", ()):
        yield from option.get("enum", ())


LABELS: Mapping[str, str] = {
    "abbr_of": "何の略か",
    "accepted": "印刷どおりに残すもの",
    "actions": "主な取組",
    "actual": "実績（到達した工程）",
    "aka": "ほかの書き方",
    "aliases": "以前のURL",
    "base_url": "公開するアドレス",
    "by": "だれが結びつけたか（plan: 計画書、editor: サイトの編集者）",
    "category": "まとまり",
    "cells": "年度ごとの工程",
    "chart": "図にする",
    "code": "番号",
    "columns": "列の見出し",
    "contact": "問い合わせ先",
    "cost_footnotes": "事業費に付く脚注の番号",
    "cost_kyen": "事業費（千円）",
    "cost_notes": "事業費の注",
    "cumulative": "累計かどうか",
    "date": "掲載日",
    "definition": "説明",
    "departments": "担当課",
    "description": "サイトの説明",
    "details": "内訳",
    "direction": "良い向き（up, down）",
    "draft": "下書き",
    "editions": "言語の一覧",
    "furigana": "ふりがな付きの版を作るか",
    "wakachigaki": "やさしい日本語を分かち書きにするか",
    "email": "メールアドレス",
    "empty": "印がないことの意味",
    "end_fy": "最後の年度",
    "evaluation": "進捗評価",
    "evaluations": "進捗評価の一覧",
    "extent": "矢印の長さが分からない（unknown）",
    "extents_lost": "予定の長さが失われたか",
    "field": "どの項目か",
    "fields": "施策分野",
    "figures": "実績の数字",
    "figures_in_issues_or_reason": "課題・理由の数字",
    "flags": "印",
    "footnote": "脚注の番号",
    "footnotes": "脚注",
    "free_schedule": "年度の欄が自由な文か",
    "fy": "年度",
    "generic": "まとめた呼び名か",
    "glossary": "計画の用語集",
    "goals": "目標区分",
    "id": "id（半角）",
    "index": "索引の見出し",
    "initiatives": "施策の番号が入る列",
    "issue_actions": "課題のある取組",
    "item": "項目",
    "kgi": "最終目標",
    "kind": "種類",
    "kpis": "指標",
    "label": "印刷された呼び方",
    "leaf": "施策の呼び方",
    "level": "階層の呼び方",
    "lost": "資料から失われた年度",
    "mark": "番号（①など）",
    "markers": "国・県などの印",
    "municipality": "市町村名",
    "name": "名前",
    "names": "各言語での名前",
    "national": "国の取組",
    "note": "表の注",
    "number": "施策の番号",
    "operation": "施策評価",
    "operations": "施策評価の一覧",
    "order": "並び順",
    "page": "計画書のページ",
    "partial": "訳が一部の言語",
    "parent": "上の階層の番号",
    "period": "計画期間",
    "phases": "工程のことば",
    "place": "印刷された場所",
    "plan": "計画（予定した工程）",
    "plans": "計画のフォルダー",
    "policies": "基本目標など",
    "policy": "基本目標などの番号",
    "portal": "計画ごとに場所を分ける",
    "prefecture": "都道府県名",
    "printed": "計画書の別の値",
    "printed_tables": "サイトが作り直す、計画書の表",
    "printed_terms": "計画書の用語",
    "problem": "警告の種類",
    "progress": "年度ごとの進捗",
    "project_count": "事業の数",
    "published": "公表した年月",
    "publisher": "発行者",
    "reading": "よみがな",
    "reason": "理由",
    "reason_actions": "理由に挙げた取組",
    "related_departments": "関係課",
    "related_plans": "関連計画",
    "repeat_of": "再掲のもとの番号",
    "report_sections": "進捗の見出し",
    "reported_actions": "実績のある取組",
    "reported_not_in_actions": "主な取組にない実績",
    "reporting_fy": "最新の実績の年度",
    "repository": "編集ページのアドレス",
    "required": "必ず書くか",
    "row": "行の番号",
    "rows": "行",
    "schedule": "スケジュール",
    "sdgs": "SDGsの目標",
    "sdgs_printed": "印刷されたSDGsの印",
    "sections": "本文の見出し",
    "see": "関連する用語",
    "slug": "URLの一部（半角）",
    "source": "訳のもと（自動）",
    "stage": "工程の種類",
    "start_fy": "最初の年度",
    "status": "計画の状態",
    "sub_terms": "中で説明する用語",
    "summary": "要約（二文）",
    "tables": "表示する表",
    "term": "用語",
    "text": "文",
    "themes": "テーマ",
    "title": "題名",
    "unit": "単位",
    "updated": "更新日",
    "url": "ページのアドレス",
    "value": "値",
    "values": "値の一覧",
    "vision": "基本理念など",
    "word": "ことば",
    "x": "横の列",
    "y": "縦の列",
}
"""Field → what editors call it in Japanese."""
