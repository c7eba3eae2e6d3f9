"""The wording of every problem, in one place: what is wrong, and what to type instead."""

from __future__ import annotations

from typing import Any

from sitegen.contradictions import CONTRADICTIONS
from sitegen.easy_rules import EASY_RULES
from sitegen.problems import Level, Location, Message, Problem


def problem(id_: str, where: Location, **values: Any) -> Problem:
    """Make the problem `id_` at a place; `values` fill the message's placeholders."""
    message = CATALOGUE[id_]
    shown = {key: _shorten(value) for key, value in values.items()}
    return Problem(
        where=where,
        id=id_,
        level=message.level,
        message={"ja": message.ja.format(**shown), "en": message.en.format(**shown)},
        hint={"ja": message.hint_ja.format(**shown), "en": message.hint_en.format(**shown)},
    )


def _shorten(value: Any) -> str:
    text = ", ".join(map(str, value)) if isinstance(value, (list, tuple)) else str(value)
    return text if len(text) <= 300 else text[:299] + "…"


def did_you_mean(near: str | None, allowed: list[str]) -> dict[str, str]:
    """Fill `{near_ja}` and `{near_en}` of a hint: the likely word first, then the words that are allowed."""
    if not allowed:
        return {
            "near_ja": "使える値がまだ1つもありません。先に一覧に加えてください。",
            "near_en": "Nothing is listed yet: add it to the list first.",
        }
    listed = ", ".join(allowed[:12]) + (" …" if len(allowed) > 12 else "")
    if near:
        return {
            "near_ja": f"もしかして「{near}」ですか？ 使える値: {listed}",
            "near_en": f"Did you mean “{near}”? Allowed: {listed}",
        }
    return {"near_ja": f"使える値: {listed}", "near_en": f"Allowed: {listed}"}


def yaml_detail(detail: str) -> dict[str, str]:
    """Fill `{detail_ja}` and `{detail_en}`: what the YAML parser says, in words for editors."""
    plain = next((words for part, words in _YAML_DETAILS.items() if part in detail), None)
    ja, en = plain or (detail, detail)
    return {"detail_ja": ja, "detail_en": en}


_YAML_DETAILS = {
    "mapping values are not allowed": (
        "1行に「: 」が2つあるか、字下げがずれています",
        "two “: ” in one line, or wrong indentation",
    ),
    "could not find expected ':'": (
        "「項目: 値」の「: 」がありません",
        "the “: ” between key and value is missing",
    ),
    "found unexpected end of stream": ("引用符が閉じられていません", "the quotation mark is not closed"),
    "did not find expected ',' or ']'": ("[ が ] で閉じられていません", "[ is not closed with ]"),
    "did not find expected ',' or '}'": ("{ が } で閉じられていません", "{ is not closed with }"),
    "did not find expected alphabetic or numeric character": (
        '「&」や「*」で始まる値は "…" で囲みます',
        "a value that begins with “&” or “*” needs quotes",
    ),
    "did not find expected '-' indicator": (
        "一覧の「- 」がそろっていません",
        "the “- ” of the list do not line up",
    ),
    "did not find expected key": ("字下げがそろっていません", "the indentation does not line up"),
    "cannot start any token": ("この記号では値を始められません", "a value cannot begin with this sign"),
    "found undefined alias": (
        "「*」で始まる文は引用符がいります",
        "a text that begins with “*” needs quotation marks",
    ),
    "block sequence entries": ("「- 」は新しい行に書きます", "“- ” begins a new line"),
    "another document": ("「---」の区切りは使えません", "“---” cannot be used here"),
    "key": ("項目名が文字ではありません", "the key is not a word"),
}


def _message(level: Level, ja: str, en: str, hint_ja: str, hint_en: str) -> Message:
    return Message(level, ja, en, hint_ja, hint_en)


def _unknown(level: Level, ja: str, en: str) -> Message:
    return Message(level, ja, en, "{near_ja}", "{near_en}")


CATALOGUE: dict[str, Message] = {
    # --- the file itself
    "not-utf8": _message(
        "error",
        "文字コードが UTF-8 ではありません。",
        "The file is not UTF-8.",
        "エディターで「文字コード: UTF-8」を選んで保存し直してください。",
        "Save the file again with the encoding UTF-8.",
    ),
    "null-byte": _message(
        "error",
        "文字ではないデータ（ヌル文字）が入っています。",
        "The file contains a null byte.",
        "この位置の見えない文字を消すか、内容を新しいファイルに貼り直してください。",
        "Delete the invisible character here, or paste the text into a new file.",
    ),
    "control-character": _message(
        "error",
        "目に見えない制御文字（{value}）が入っています。",
        "The file contains the invisible control character {value}.",
        "この位置の文字を消してください（ほかのソフトから貼り付けたときに入ることがあります）。",
        "Delete the character here; pasting from other programs may have brought it in.",
    ),
    "empty-file": _message(
        "error",
        "ファイルが空です。",
        "The file is empty.",
        "内容を書くか、ファイルを消してください。ひな形は sitegen new で作れます。",
        "Write its content or delete it; `sitegen new` makes a template.",
    ),
    "unreadable-file": _message(
        "error",
        "ファイルを読めません: {detail}",
        "The file cannot be read: {detail}",
        "ファイルの場所と読み取りの許可を確かめてください。",
        "Check that the file exists and may be read.",
    ),
    "outside-content": _message(
        "error",
        "リンク（シンボリックリンク）をたどると content/ の外のファイル {target} になります。",
        "The link leads to {target}, outside content/.",
        "リンクではなく、ファイルそのものを content/ の中に置いてください。",
        "Put the file itself into content/ instead of a link.",
    ),
    "no-front-matter": _message(
        "error",
        "ファイルの先頭に「---」で囲んだ設定（フロントマター）がありません。",
        "The file does not begin with front matter between “---” lines.",
        "1行目に --- と書き、title: などを続け、もう一度 --- で閉じてください。",
        "Begin with a line ---, then title: and so on, then another line ---.",
    ),
    "unclosed-front-matter": _message(
        "error",
        "先頭の設定（フロントマター）を閉じる「---」の行がありません。",
        "The front matter is not closed.",
        "設定の最後の行の下に、--- だけの行を加えてください。",
        "Add a line with only --- below its last line.",
    ),
    "yaml-syntax": _message(
        "error",
        "YAML として読めません（{detail_ja}）: {line}",
        "This is not valid YAML ({detail_en}): {line}",
        '「: 」のあとの空白、字下げ、引用符の閉じ忘れを確かめてください。「: 」や「#」を含む値は "…" で囲みます。',
        'Check the space after “:”, the indentation and the quotes; put values with “: ” or “#” into "…".',
    ),
    "text-after-hash": _message(
        "warning",
        "「{value}」は、YAML では注記とみなされ、値に入りません。",
        "YAML takes “{value}” for a remark; it is not part of the value.",
        '値の一部なら、値全体を "…" で囲んでください。注記なら「# 」のように # のあとに空白を入れてください。',
        'Put the whole value into "…" if it belongs to it; write “# ” with a space if it is a remark.',
    ),
    "yaml-tab": _message(
        "error",
        "字下げにタブが使われています: {line}",
        "A tab is used for indentation: {line}",
        "タブを半角の空白2つに置きかえてください。",
        "Replace the tab with two spaces.",
    ),
    "full-width-colon": _message(
        "error",
        "「：」（全角のコロン）で区切られています: {line}",
        "A full-width colon separates key and value: {line}",
        "半角の「:」と空白に置きかえてください（例: title: 題名）。",
        "Write an ASCII “:” and a space (title: …).",
    ),
    "duplicate-key": _message(
        "error",
        "項目「{key}」が2回書かれています。",
        "The key “{key}” is written twice.",
        "どちらか1つを消してください。",
        "Delete one of the two.",
    ),
    "too-many-values": _message(
        "error",
        "値が多すぎます（上限 {limit}）。「&」「*」の参照が値を増やしている可能性があります。",
        "There are too many values (limit {limit}); “&” and “*” references may multiply them.",
        "参照（& と *）を使わずに、値をそのまま書いてください。",
        "Write the values out instead of using & and *.",
    ),
    "nested-too-deep": _message(
        "error",
        "値の入れ子が深すぎます（上限 {limit} 段）。",
        "Values are nested too deep (limit {limit} levels).",
        "「[」「{{」の閉じ忘れや、字下げ、参照（& と *）を確かめてください。",
        "Check for unclosed “[” or “{{”, the indentation, and references (& and *).",
    ),
    "custom-tag": _message(
        "error",
        "YAML のタグ「{tag}」は使えません。",
        "The YAML tag “{tag}” is not allowed.",
        '「!」で始まる部分を消してください。「!」で始まる文は "…" で囲みます。',
        'Delete the part that begins with “!”; put a text that begins with “!” into "…".',
    ),
    # --- fields
    "unknown-key": _unknown("error", "「{key}」という項目はありません。", "There is no field “{key}”."),
    "missing-field": _message(
        "error",
        "必要な項目「{key}」がありません。",
        "The field “{key}” is missing.",
        "「{key}: …」の行を加えてください。",
        "Add a line “{key}: …”.",
    ),
    "empty-field": _message(
        "error",
        "項目「{key}」に値がありません。",
        "The field “{key}” is empty.",
        "値を書くか、なくてよい項目なら行ごと消してください。",
        "Write a value, or delete the line if the field is optional.",
    ),
    "wrong-type": _message(
        "error",
        "項目「{key}」に「{value}」とは書けません。",
        "“{value}” cannot be the value of “{key}”.",
        "{expected_ja}を書いてください。",
        "Write {expected_en}.",
    ),
    "not-a-mapping": _message(
        "error",
        "ここには「項目: 値」の組を書きますが、「{value}」があります。",
        "Lines of “key: value” belong here, not “{value}”.",
        "「title: 題名」のように、項目名、半角の「:」、空白、値の順に書いてください。",
        "Write a key, “:”, a space and the value, such as “title: …”.",
    ),
    "impossible-date": _message(
        "error",
        "「{value}」という日付は、暦にないか、書き方がちがいます。",
        "“{value}” is not a date of the calendar.",
        "2026-11-20 のように、年-月-日で書いてください。",
        "Write year-month-day, such as 2026-11-20.",
    ),
    "year-outside-plan": _message(
        "error",
        "年度「{value}」は計画期間（{start}〜{end}年度）の外です。",
        "The fiscal year “{value}” is outside the plan ({start}–{end}).",
        "{start} から {end} までの年度を書いてください。",
        "Write a fiscal year from {start} to {end}.",
    ),
    # --- references
    "unknown-policy": _unknown(
        "error",
        "基本目標などの番号「{value}」は plan.yaml の policies にありません。",
        "The policy “{value}” is not in plan.yaml.",
    ),
    "unknown-department": _unknown(
        "error",
        "担当課「{value}」は plan.yaml の departments にありません。",
        "The department “{value}” is not in plan.yaml.",
    ),
    "unknown-evaluation": _unknown(
        "error",
        "評価「{value}」は plan.yaml の評価一覧にありません。",
        "The evaluation “{value}” is not in plan.yaml.",
    ),
    "unknown-operation": _unknown(
        "error",
        "施策評価「{value}」は plan.yaml の operations にありません。",
        "The operation “{value}” is not in plan.yaml.",
    ),
    "unknown-phase": _unknown(
        "error",
        "工程のことば「{value}」は plan.yaml の phases にありません。",
        "The phase “{value}” is not in plan.yaml.",
    ),
    "unknown-sdg": _message(
        "warning",
        "SDGs の目標「{value}」はありません（1から17まで）。",
        "There is no Sustainable Development Goal “{value}” (1 to 17).",
        "正しい番号に直すか、計画の印刷どおりなら plan.yaml の accepted に理由を書いてください。",
        "Correct the number, or accept it with a reason in plan.yaml if the plan prints it so.",
    ),
    "unknown-term": _unknown(
        "error",
        "用語「{value}」は用語集（content/glossary）にありません。",
        "The term “{value}” is not in the glossary.",
    ),
    "unknown-national-item": _unknown(
        "error",
        "国の取組「{value}」は national.yaml にありません。",
        "The national item “{value}” is not in national.yaml.",
    ),
    "unknown-action": _unknown(
        "error",
        "主な取組「{value}」はこの施策の actions にありません。",
        "The action “{value}” is not among this initiative's actions.",
    ),
    "unknown-goal": _unknown(
        "error",
        "目標区分「{value}」は plan.yaml の goals にありません。",
        "The goal “{value}” is not in plan.yaml.",
    ),
    "unknown-field-class": _unknown(
        "error",
        "施策分野「{value}」は plan.yaml の fields にありません。",
        "The field “{value}” is not in plan.yaml.",
    ),
    "unknown-related-plan": _unknown(
        "error",
        "関連計画「{value}」は plan.yaml の related_plans にありません。",
        "The related plan “{value}” is not in plan.yaml.",
    ),
    "unknown-flag": _unknown(
        "error",
        "印「{value}」は plan.yaml の flags にありません。",
        "The flag “{value}” is not in plan.yaml.",
    ),
    "unknown-marker": _unknown(
        "error", "印「{value}」は plan.yaml の markers にありません。", "The mark “{value}” is not in plan.yaml."
    ),
    "unknown-theme": _unknown(
        "error", "テーマ「{value}」は themes.yaml にありません。", "The theme “{value}” is not in themes.yaml."
    ),
    "unknown-initiative": _unknown("error", "番号「{value}」の施策がありません。", "There is no initiative “{value}”."),
    "unknown-table": _unknown(
        "error", "表「{value}」は tables/ にありません。", "There is no table “{value}” in tables/."
    ),
    "unknown-plan": _unknown(
        "error",
        "計画「{value}」のフォルダー content/{value}/ がありません。",
        "There is no folder content/{value}/.",
    ),
    "unknown-language": _unknown(
        "error",
        "言語「{value}」は site.yaml の editions にありません。",
        "The language “{value}” is not among the editions of site.yaml.",
    ),
    "unknown-problem": _unknown(
        "error",
        "「{value}」は、accepted に書ける警告ではありません。",
        "“{value}” is not a warning that can be accepted.",
    ),
    "parent-below": _message(
        "error",
        "親の「{value}」は、この項目より上に書く必要があります。",
        "The parent “{value}” must stand above this policy.",
        "policies の順番を、親が先になるように入れかえてください。",
        "Move the parent before its children in `policies`.",
    ),
    "no-such-column": _message(
        "error",
        "{value} 列目はありません。columns は {expected} 列です。",
        "There is no column {value}; columns has {expected}.",
        "列の番号は、左の列から 1、2、3 … と数えて書いてください。",
        "Count the columns from the left: 1, 2, 3 ….",
    ),
    "uneven-row": _message(
        "error",
        "この行のセルは {value} 個ですが、columns は {expected} 列です。",
        "This row has {value} cells, but there are {expected} columns.",
        'セルの数を列の数にそろえてください（空のセルは "" と書きます）。',
        'Give the row one cell for each column (write "" for an empty cell).',
    ),
    # --- uniqueness
    "duplicate-number": _message(
        "error",
        "番号「{value}」は {other} でも使われています。",
        "The number “{value}” is also used by {other}.",
        "どちらかの番号を直してください。",
        "Correct one of the two.",
    ),
    "duplicate-slug": _message(
        "error",
        "id「{value}」は {other} でも使われています。",
        "The id “{value}” is also used by {other}.",
        "どちらかを別の名前にしてください。",
        "Rename one of the two.",
    ),
    "duplicate-url": _message(
        "error",
        "URL {value} は {other} でも使われています。",
        "The URL {value} is also used by {other}.",
        "ファイル名か aliases を変えてください。",
        "Change the file name or the aliases.",
    ),
    "reading-does-not-fit": _message(
        "error",
        "「{value}」の読み「{reading}」は、文字に合いません。",
        "The reading “{reading}” does not fit the letters of “{value}”.",
        "ひらがなの部分は、そのまま読みに入れてください（受け付け: うけつけ）。{{}} を使うときは、{{ }} の中の文字をつなげると元の言葉になるように書いてください。",
        "Kana in the word must stand in its reading as they are (受け付け: うけつけ). With {{}}, the letters in the braces and between them must make up the word.",
    ),
    "unknown-reading": _message(
        "hint",
        "「{value}」は辞書にありません。「{reading}」と読んでいます。",
        "The dictionary does not have “{value}”; it is read as “{reading}”.",
        "正しい読みを {file} に「{value}: よみ」と書いてください。",
        "Write the right reading into {file}: `{value}: よみ`.",
    ),
    "doubtful-reading": _message(
        "hint",
        "名前「{value}」を「{reading}」と読んでいます。ほかの読み: {others}",
        "The name “{value}” is read as “{reading}”; others are read as {others}.",
        "確かめて、{file} に「{value}: よみ」と書いてください。書いた読みは、もう表示されません。",
        "Confirm it and write `{value}: よみ` into {file}; readings that stand there are not listed again.",
    ),
    "duplicate-string": _message(
        "error",
        "「{value}」の訳は {other} にもあります。",
        "The translation of “{value}” also stands in {other}.",
        "どちらか1つを消してください。",
        "Delete one of the two.",
    ),
    "bad-alias": _message(
        "error",
        "aliases の「{value}」は、サイトの中の場所の形ではありません。",
        "The alias “{value}” is not a path of this site.",
        "/oyama/old-name/ のように、/ で始めて / で終えてください（半角の英数字・ハイフン）。",
        "Begin and end with “/”, in ASCII letters, digits and hyphens, such as /oyama/old-name/.",
    ),
    "bad-file-name": _message(
        "error",
        "ファイル名「{value}」は使えません。",
        "The file name “{value}” cannot be used.",
        "半角の小文字・数字・ハイフンで書いてください（例: 01-online-procedures.md、訳は 01-online-procedures.en.md）。",
        "Use lower-case ASCII letters, digits and hyphens (01-online-procedures.md, 01-online-procedures.en.md).",
    ),
    "unlisted-plan": _message(
        "warning",
        "計画「{value}」は site.yaml の plans にないので、公開されません。",
        "The plan “{value}” is not among the plans of site.yaml, so it is not published.",
        "公開するときは、plans に {value} を加えてください。",
        "Add {value} to plans to publish it.",
    ),
    "stray-file": _message(
        "warning",
        "このファイルはどのページにも使われません。",
        "No page uses this file.",
        "initiatives/、pages/、news/、glossary/ などの正しいフォルダーに移すか、消してください。",
        "Move it into the right folder (initiatives/, pages/, news/, glossary/ …) or delete it.",
    ),
    # --- text
    "undeclared-section": _unknown(
        "error",
        "見出し「{value}」は plan.yaml の sections にありません。",
        "The heading “{value}” is not declared in plan.yaml.",
    ),
    "duplicate-section": _message(
        "error",
        "見出し「{value}」が2回あります。",
        "The heading “{value}” appears twice.",
        "1つにまとめるか、一方を別の見出しにしてください。",
        "Put both texts under one heading, or rename one.",
    ),
    "missing-section": _message(
        "warning",
        "見出し「{value}」の文章がありません。",
        "The section “{value}” is missing.",
        "「{marks} {value}」の見出しと、その下の文章を加えてください。",
        "Add a heading “{marks} {value}” and its text.",
    ),
    "report-without-facts": _message(
        "error",
        "「{value}」の文章がありますが、progress に {fy} 年度の実績がありません。",
        "There is a text “{value}”, but `progress` has no report for fiscal year {fy}.",
        "先頭の設定の progress に「- fy: {fy}」を加えてください（訳のファイルではなく、日本語のファイルに書きます）。",
        "Add “- fy: {fy}” to `progress` in the front matter of the Japanese file.",
    ),
    "text-before-section": _message(
        "error",
        "最初の見出しより前に文章があります。",
        "There is text before the first heading.",
        "文章を「## {value}」などの見出しの下に移してください。",
        "Move it below a heading such as “## {value}”.",
    ),
    "heading-level-1": _message(
        "error",
        "本文に大見出し（# {value}）があります。",
        "The body has a top-level heading (# {value}).",
        "ページの題は title に書き、本文の見出しは ## から始めてください。",
        "The title stands in the front matter; begin with ## in the body.",
    ),
    "skipped-heading": _message(
        "error",
        "見出し「{value}」は段階を飛ばしています（{before}の次に{level}）。",
        "The heading “{value}” skips a level ({before} to {level}).",
        "# の数を1つずつ増やしてください。",
        "Add one # at a time.",
    ),
    "empty-heading": _message(
        "error",
        "見出しに文字がありません。",
        "The heading has no text.",
        "見出しの文字を書くか、行を消してください。",
        "Write the heading's text or delete the line.",
    ),
    "broken-link": _unknown("error", "リンク先「{value}」がありません。", "The link target “{value}” does not exist."),
    "link-to-unlisted-plan": _message(
        "warning",
        "リンク先「{value}」は、site.yaml の plans にない計画のページです。リンクのない文字として表示します。",
        "The link target “{value}” belongs to a plan that site.yaml does not list; it is shown as plain words.",
        "計画を plans に加えるか、リンクを消してください。",
        "Add the plan to plans, or remove the link.",
    ),
    "broken-fragment": _unknown("error", "リンク先のページに「#{value}」がありません。", "The page has no “#{value}”."),
    "unsafe-link": _message(
        "error",
        "リンク「{value}」は安全ではない種類です。",
        "The link “{value}” is of an unsafe kind.",
        "https:// で始まるリンクか、サイト内のファイルへのリンクにしてください。",
        "Use a link that begins with https://, or a link to a file of the site.",
    ),
    "insecure-link": _message(
        "warning",
        "リンク「{value}」は http:// で始まります。",
        "The link “{value}” begins with http://.",
        "https:// のページがあれば、そちらを書いてください。",
        "Use the https:// address if there is one.",
    ),
    "vague-link-text": _message(
        "error",
        "リンクの文字が「{value}」だけです。読み上げでは行き先が分かりません。",
        "The link text is only “{value}”; it does not say where the link goes.",
        "「進捗の一覧」のように、行き先の名前をリンクにしてください。",
        "Use the name of the target as link text.",
    ),
    "empty-link-text": _message(
        "error",
        "リンクに文字がありません。",
        "The link has no text.",
        "[行き先の名前](…) のように書いてください。",
        "Write [name of the target](…).",
    ),
    "missing-image": _message(
        "error",
        "画像「{value}」がありません。",
        "The image “{value}” does not exist.",
        "画像を content/ の中に置き、このファイルからの相対パスで書いてください。",
        "Put it into content/ and write its path relative to this file.",
    ),
    "image-outside-content": _message(
        "error",
        "画像「{value}」は content/ の外にあります。",
        "The image “{value}” is outside content/.",
        "画像ファイルを content/ の中に置き、このファイルからの相対パスで書いてください。",
        "Put the image file into content/ and write its path relative to this file.",
    ),
    "image-without-alt": _message(
        "error",
        "画像「{value}」に説明文（代替テキスト）がありません。",
        "The image “{value}” has no text alternative.",
        "![画像が伝える内容](…) のように書いてください。",
        "Write ![what the image says](…).",
    ),
    "oversized-image": _message(
        "error",
        "画像「{value}」が大きすぎます（{size} KB、上限 {limit} KB）。",
        "The image “{value}” is too large ({size} KB, limit {limit} KB).",
        "画像を縮小するか、WebP などの軽い形式で保存し直してください。",
        "Scale it down, or save it in a lighter format such as WebP.",
    ),
    "unsupported-image": _message(
        "error",
        "画像「{value}」の種類は使えません。",
        "The image “{value}” is of a kind that cannot be used.",
        "PNG・JPEG・WebP・AVIF・GIF のどれかにしてください。",
        "Use PNG, JPEG, WebP, AVIF or GIF.",
    ),
    "raw-html": _message(
        "warning",
        "HTML のタグ「{value}」は、そのまま文字として表示されます。",
        "The HTML “{value}” is shown as text.",
        "Markdown の書き方に変えてください（太字は **…**、リンクは [文字](URL)）。",
        "Use Markdown instead (**bold**, [text](URL)).",
    ),
    # --- translations
    "translation-of-nothing": _message(
        "error",
        "訳のもとになる「{value}」がありません。",
        "There is no “{value}” that this could be a translation of.",
        "ファイル名を日本語のファイルに合わせるか、先に日本語のファイルを作ってください。",
        "Match the Japanese file's name, or write the Japanese file first.",
    ),
    "missing-translation": _message(
        "warning",
        "{language} の訳「{value}」がありません。日本語で表示します。",
        "The {language} translation “{value}” is missing; the Japanese text is shown.",
        "{value} を作ってください。",
        "Write {value}.",
    ),
    "missing-translated-field": _message(
        "warning",
        "{language} の「{key}」がありません。日本語で表示します。",
        "“{key}” is missing in {language}; the Japanese text is shown.",
        "「{key}」の訳を加えてください。",
        "Add a translation of “{key}”.",
    ),
    "missing-translated-text": _message(
        "warning",
        "{language} の本文がありません。日本語で表示します。",
        "The text is missing in {language}; the Japanese text is shown.",
        "設定（---）の下に、本文の訳を加えてください。",
        "Write the translated text below the front matter.",
    ),
    "missing-string": _message(
        "warning",
        "「{value}」の {language} の訳が strings.yaml にありません。",
        "strings.yaml has no {language} translation of “{value}”.",
        "strings.yaml に「{value}: {{{language}: …}}」を加えてください。",
        "Add “{value}: {{{language}: …}}” to strings.yaml.",
    ),
    # --- settings and output
    "portal-needed": _message(
        "error",
        "portal: false のときは、計画は1つだけです（今は {count}）。",
        "With portal: false there is exactly one plan (now {count}).",
        "portal: true にするか、plans を1つにしてください。",
        "Set portal: true, or list one plan.",
    ),
    "no-interface-strings": _unknown(
        "error",
        "言語「{value}」の画面の文言（templates/strings/{value}.yaml）がありません。",
        "There are no interface strings for “{value}” (templates/strings/{value}.yaml).",
    ),
    "missing-interface-string": _message(
        "error",
        "画面の文言「{key}」（{text}）の {language} の訳がありません。",
        "The interface string “{key}” ({text}) is missing in {language}.",
        "templates/strings/{language}.yaml に「{key}」を加えてください。",
        "Add “{key}” to templates/strings/{language}.yaml.",
    ),
    "unknown-interface-string": _unknown(
        "error",
        "画面の文言「{key}」は、どのページも使いません。",
        "No page uses the interface string “{key}”.",
    ),
    "unknown-placeholder": _message(
        "error",
        "画面の文言「{key}」の {{{value}}} に入る値はありません。",
        "Nothing fills {{{value}}} in the interface string “{key}”.",
        "使えるもの: {allowed}",
        "Allowed: {allowed}",
    ),
    "missing-placeholder": _message(
        "error",
        "画面の文言「{key}」に {{{value}}} がありません。",
        "The interface string “{key}” lacks {{{value}}}.",
        "訳の文の中に {{{value}}} を入れてください（プログラムが値に置きかえます）。",
        "Put {{{value}}} into the sentence; the program fills in the value.",
    ),
    "missing-plural-form": _message(
        "error",
        "画面の文言「{key}」に、{language} の複数形「{value}」がありません。",
        "The interface string “{key}” lacks the plural form “{value}” of {language}.",
        "「{key}」の下に「{value}: …」を加えてください。",
        "Write “{value}: …” below “{key}”.",
    ),
    "two-outputs": _message(
        "error",
        "{value} に2つのページが出力されます（{other} と同じ場所）。",
        "Two pages would be written to {value} (the same place as {other}).",
        "どちらかのファイル名（id）を変えてください。",
        "Change the file name or id of one of them.",
    ),
    "no-web-font": _message(
        "notice",
        "ウェブフォントを入れずに作ります（フォントのパッケージがありません）。閲覧する人の端末の書体で表示されます。",
        "The site is built without the web font (its package is not installed); readers' own fonts are used.",
        "入れる場合は npm ci を実行してから、もう一度作ってください。",
        "Run `npm ci` and build again to include it.",
    ),
    # --- what contradicts itself
    "stale-acceptance": _message(
        "warning",
        "accepted の「{rule}」の「{value}」は、もう見つかりません。",
        "Nothing is accepted by “{value}” of “{rule}” any more.",
        "この項目を消すか、value を今の注意に書かれた値に直してください。",
        "Delete this entry, or correct `value` to what the warning shows now.",
    ),
    **CONTRADICTIONS,
    # --- what is hard in easy Japanese
    **EASY_RULES,
}
