"""Templates of new content files: each passes `sitegen check` as it is, apart from missing translations."""

from __future__ import annotations

import datetime as dt
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import yaml

from sitegen.load import Content, PlanContent
from sitegen.model import Initiative, Plan, Policy

_SUMMARY = "ここに、市民の方に伝わる要約を2文で書きます。"
_TEXT = "ここに文章を書きます。"


@dataclass(frozen=True)
class NewFile:
    """A file that is not there yet: its path below the project's root, and its text."""

    path: str
    text: str

    def write(self, root: Path) -> None:
        """Write the file. Raises FileExistsError rather than touch one that is there."""
        path = root / self.path
        path.parent.mkdir(parents=True, exist_ok=True)
        with path.open("x", encoding="utf-8", newline="\n") as file:
            file.write(self.text)


def initiative(content: PlanContent, id_: str, title: str, policy: str, today: dt.date) -> NewFile:
    """An initiative with the next number and all sections that its plan declares; a draft until written."""
    folder = f"content/{content.id}/initiatives"
    number, width = _next_number(content)
    head = {"number": str(number), "title": title, "policy": policy, "departments": [], "summary": _SUMMARY}
    sections = [f"## {section.title}\n\n{_TEXT}" for section in content.plan.value.sections]
    return NewFile(f"{folder}/{number:0{width}}-{id_}.md", _markdown({**head, **_draft(today)}, sections))


def page(folder: str, id_: str, title: str, today: dt.date) -> NewFile:
    """A page of the site or of a plan; a draft until it is written."""
    head = {"title": title, "summary": _SUMMARY, **_draft(today)}
    return NewFile(f"{folder}/{id_}.md", _markdown(head, [_TEXT]))


def news(id_: str, title: str, date: dt.date, today: dt.date) -> NewFile:
    """A news item; a draft until it is written."""
    head = {"title": title, "date": date, "summary": _SUMMARY, **_draft(today)}
    return NewFile(f"content/news/{date}-{id_}.md", _markdown(head, [_TEXT]))


def term(id_: str, name: str, reading: str) -> NewFile:
    """A glossary term in a file of its own."""
    entry = {
        "id": id_,
        "term": name,
        "reading": reading,
        "definition": {"ja": "ここに、用語の説明を1文か2文で書きます。"},
    }
    return NewFile(f"content/glossary/{id_}.yaml", _yaml(entry))


def leaf_policies(plan: Plan) -> Sequence[Policy]:
    """The policies that initiatives belong to: those with none below."""
    parents = {policy.parent for policy in plan.policies}
    return [policy for policy in plan.policies if policy.code not in parents]


def has_term(content: Content, id_: str) -> bool:
    """Tell whether the glossary has a term with this id."""
    return any(entry.value.id == id_ for entry in content.terms)


def _next_number(content: PlanContent) -> tuple[int, int]:
    """The number after the highest one, and how many digits file names give it; file names count too."""
    heads: list[Initiative] = [document.head for document in content.initiatives]
    prefixes = [slug.partition("-")[0] for slug in (document.slug for document in content.initiatives)]
    numbers = [text for text in (*(head.number for head in heads), *prefixes) if text.isdecimal()]
    return max(map(int, numbers), default=0) + 1, max(map(len, filter(str.isdecimal, prefixes)), default=2)


def _draft(today: dt.date) -> dict[str, Any]:
    return {"updated": today, "draft": True}


def _markdown(head: Mapping[str, Any], parts: Sequence[str]) -> str:
    return "\n".join(["---", f"{_yaml(head)}---", "", "\n\n".join(parts), ""])


def _yaml(data: Mapping[str, Any]) -> str:
    # The library knows which words need quotes: a title may hold a colon, or be a number.
    return yaml.safe_dump(dict(data), allow_unicode=True, sort_keys=False, width=10_000)
