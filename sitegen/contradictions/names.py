"""The wording of contradictions in years, lists, names and glossaries."""

from __future__ import annotations

from sitegen.contradictions.message import contradiction
from sitegen.problems import Message

NAMES: dict[str, Message] = {
    # --- years
    "era-against-year": contradiction(
        "「{value}」の西暦は {expected} 年です。",
        "The western year of “{value}” is {expected}.",
    ),
    "wrong-span": contradiction(
        "「{value}」は、数えると {expected} 年です。",
        "“{value}” is {expected} years when counted.",
    ),
    "end-before-start": contradiction(
        "「{value}」の終わりが始まりより前です。",
        "The end of “{value}” is before its start.",
    ),
    "wrong-period": contradiction(
        "題名は「{value}」ですが、計画期間は {expected} 年です。",
        "The title says “{value}”, but the plan's period has {expected} years.",
    ),
    "made-after-start": contradiction(
        "「{name}」は「{value}」に作られましたが、期間は「{period}」です。",
        "“{name}” was made in “{value}”, but its period is “{period}”.",
    ),
    "two-dates": contradiction(
        "「{name}」の日付が2つあります（{value}）。",
        "“{name}” has two dates ({value}).",
    ),
    "periods-overlap": contradiction(
        "「{name}」の期間（{value}）は、この計画の期間（{period}）と重なります。",
        "The period of “{name}” ({value}) overlaps that of this plan ({period}).",
    ),
    "before-its-time": contradiction(
        "「{name}」の {value} のことが書かれていますが、できたのは {expected} です。",
        "This is dated {value}, but “{name}” exists only since {expected}.",
    ),
    # --- lists and names
    "sdgs-differ": contradiction(
        "印刷された SDGs の印「{value}」と sdgs（{sdgs}）が違います。",
        "The printed marks “{value}” are not the goals in `sdgs` ({sdgs}).",
    ),
    "named-twice": contradiction(
        "「{value}」が同じ一覧に2回あります。",
        "“{value}” stands twice in one list.",
    ),
    "same-title": contradiction(
        "題名「{value}」は {other} と同じです。",
        "The title “{value}” is also that of {other}.",
    ),
    "same-row": contradiction(
        "同じ行「{value}」が2回あります。",
        "The row “{value}” stands twice.",
    ),
    "repeat-differs": contradiction(
        "再掲の「{field}」が、もとの {other} と違います。",
        "“{field}” of this cross-listed initiative differs from its original, {other}.",
    ),
    "two-spellings": contradiction(
        "「{value}」は、{place} では「{other}」と書かれています。",
        "“{value}” is spelled “{other}” in {place}.",
    ),
    "near-names": contradiction(
        "「{value}」は、{place} の「{other}」と1、2文字だけ違います。",
        "“{value}” differs from “{other}” in {place} by a letter or two.",
    ),
    "two-makers": contradiction(
        "「{name}」は、ここでは「{value}」のもの、別の箇所では「{other}」です。",
        "“{name}” is that of {value} here, but of {other} elsewhere.",
    ),
    "same-number": contradiction(
        "「{name}」の「{value}」に日付が2つあります（{dates}）。",
        "“{value}” of “{name}” has two dates ({dates}).",
    ),
    "blank-left": contradiction(
        "「{value}」に、あとで埋めるところが残っています。",
        "A blank to be filled in later is left in “{value}”.",
    ),
    "tier-words": contradiction(
        "同じ階層を「{value}」とも「{other}」とも呼ぶか、2つの階層を同じ言葉で呼んでいます。",
        "One tier is called both “{value}” and “{other}”, or one word means two tiers.",
    ),
    "unknown-name": contradiction(
        "「{name}」は「{value}」になるとありますが、その名前は計画の題名にありません。",
        "“{name}” is said to become “{value}”, which is no title in this plan.",
    ),
    "marker-against-text": contradiction(
        "印（{title}）がないのは「{empty}」の意味ですが、文章には「{words}」とあります。",
        "Having no mark ({title}) means “{empty}”, but the text says “{words}”.",
    ),
    "glossary-order": contradiction(
        "用語集の「{value}」が「{other}」より後にあります。",
        "In the glossary, “{value}” stands behind “{other}”.",
    ),
    "reading-against-letters": contradiction(
        "「{value}」の読み「{reading}」は、文字の順に読むと「{expected}」です。",
        "“{value}” has the reading “{reading}”, but its letters are read “{expected}”.",
    ),
    "letters-against-words": contradiction(
        "「{value}」は「{full}」の略になりません。",
        "“{value}” is no abbreviation of “{full}”.",
    ),
}
