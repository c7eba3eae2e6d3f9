"""What the tool says of itself, in Japanese and English; messages.py holds what it says of the content."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass


@dataclass(frozen=True)
class Say:
    """The tool's own words in one language: `say("stopped")`."""

    lang: str

    def __call__(self, key: str, **values: object) -> str:
        """Fill in a sentence. Raises KeyError for one that is not in the table."""
        ja, en = _WORDS[key]
        return (en if self.lang == "en" else ja).format(**values)


def choose_language(arguments: Sequence[str], environment: Mapping[str, str]) -> str:
    """Choose the tool's language: `--lang`, SITEGEN_LANG, the locale; Japanese where nothing is known."""
    locale = next((value for name in ("LC_ALL", "LC_MESSAGES", "LANG") if (value := environment.get(name))), "")
    chosen = next((value for value in (_asked(arguments), environment.get("SITEGEN_LANG"), locale) if value), "")
    known = chosen.replace("_", "-").partition(".")[0].lower()
    return "ja" if known in ("", "c", "posix") or known.partition("-")[0] == "ja" else "en"


def _asked(arguments: Sequence[str]) -> str:
    for number, argument in enumerate(arguments):
        if argument.startswith("--lang="):
            return argument.partition("=")[2]
        if argument == "--lang":
            return "".join(arguments[number + 1 : number + 2])
    return ""


_WORDS: dict[str, tuple[str, str]] = {
    # --- help
    "help": (
        "YAML と Markdown の計画から、公開用のウェブサイトを作ります。",
        "Turn a plan in YAML and Markdown into its public website.",
    ),
    "help.build": ("サイトを作って、公開用フォルダーと入れかえます。", "Build the site and swap it in."),
    "help.check": ("内容を調べます。何も書き出しません。", "Check the content; write nothing."),
    "help.serve": (
        "このパソコンだけでサイトを見せ、保存するたびに作り直します。",
        "Show the site on this computer only, and rebuild it on save.",
    ),
    "help.schema": (
        "エディター（VS Code）の入力補完のためのファイルを作ります。",
        "Write the files for completion in an editor (VS Code).",
    ),
    "help.easy-japanese": (
        "標準入力の各行を読み、やさしい日本語としてむずかしいところを表示します。",
        "Read lines from standard input and tell what is hard in them as easy Japanese.",
    ),
    "help.furigana": (
        "標準入力の各行を読み、ふりがなを付けて書き出します。",
        "Read lines from standard input and write each with furigana.",
    ),
    "help.furigana-format": (
        "html（ruby 要素）か text（{{漢字|かんじ}} の形）。",
        "html: ruby elements; or text: {{漢字|かんじ}}.",
    ),
    "help.furigana-plan": (
        "この計画の readings.yaml の読みを先に使います。省くと、計画どうしで食いちがわない読みをすべて使います。",
        "Prefer the readings.yaml of this plan; without it, all readings count on which the plans agree.",
    ),
    "help.readings": (
        "人が確かめたほうがよい読み（辞書にない言葉、読み方がいくつもある名前）も表示します。",
        "Also list readings to confirm: words that the dictionary lacks, and names that are read in several ways.",
    ),
    "no-such-plan": (
        "計画「{value}」はここにありません。使える値: {known}",
        "There is no plan “{value}” here. Allowed: {known}",
    ),
    "help.format": (
        "text（人が読む形）か jsonl（1行に1つの JSON）。",
        "text for people, or jsonl: a JSON list for each line.",
    ),
    "help.hints": ("はっきりしないこと（ヒント）も表示します。", "Show hints too, which may be wrong."),
    "easy-japanese.fine": ("むずかしいところは見つかりませんでした。", "Nothing hard was found."),
    "help.new": ("新しいファイルのひな形を作ります。", "Write a template for a new file."),
    "help.new.initiative": ("施策のひな形を作ります。", "Write a template for an initiative."),
    "help.new.term": ("用語のひな形を作ります。", "Write a template for a glossary term."),
    "help.new.page": ("ページのひな形を作ります。", "Write a template for a page."),
    "help.new.news": ("お知らせのひな形を作ります。", "Write a template for a news item."),
    "help.help": ("この説明を表示します。", "Show this help."),
    "help.version": ("バージョンを表示します。", "Show the version."),
    "help.lang": (
        "メッセージの言語。指定がなければ SITEGEN_LANG、次に環境（LANG など）に従います。",
        "Language of messages; else SITEGEN_LANG, then the locale (LANG …).",
    ),
    "help.debug": (
        "予期しない不具合のとき、詳しい記録を表示します。",
        "Show the traceback of an unexpected failure.",
    ),
    "help.out": ("書き出すフォルダー。指定がなければ public。", "Folder to write; public unless given."),
    "help.base-url": (
        "公開する URL。site.yaml の base_url より優先します。",
        "Public address, instead of base_url in site.yaml.",
    ),
    "help.strict": ("注意もエラーとして扱います。", "Count warnings as errors."),
    "help.jobs": ("同時に使うプロセスの数。0 は自動。", "Processes to use; 0 chooses."),
    "help.port": ("ポート番号。0 は空いている番号。", "Port; 0 takes any free one."),
    "help.drafts": ("下書き（draft: true）も見せます。", "Show drafts (draft: true) too."),
    "help.id": (
        "URL に使う名前（半角の小文字・数字・ハイフン）。",
        "Name in the URL (lower-case ASCII letters, digits, hyphens).",
    ),
    "help.title": ("題名。", "Title."),
    "help.plan": ("計画のフォルダー名（content/ の下）。", "The plan's folder below content/."),
    "help.policy": ("属する基本目標などの番号。", "Code of the policy that it belongs to."),
    "help.reading": ("読み（ひらがな）。", "Reading in hiragana."),
    "help.date": (
        "掲載日（例: 2026-11-20）。指定がなければ今日。",
        "Day of publication, such as 2026-11-20; today unless given.",
    ),
    # --- wrong use
    "wrong-use": ("使い方が違います: {detail}", "Wrong use: {detail}"),
    "see-help": ("使い方は {command} --help で見られます。", "See {command} --help."),
    "no-such-option": ("「{name}」というオプションはありません。{near}", "There is no option {name}. {near}"),
    "no-such-command": ("「{name}」というコマンドはありません。{near}", "There is no command {name}. {near}"),
    "near": ("もしかして {names} ですか？", "Did you mean {names}?"),
    "no-site": (
        "site.yaml が見つかりません。site.yaml のあるフォルダー（またはその中）で実行してください。今の場所: {folder}",
        "There is no site.yaml here or above. Run sitegen in the folder that holds it. You are in {folder}",
    ),
    "bad-base-url": (
        "「{value}」は https://… の形ではありません。",
        "“{value}” is not an address such as https://…",
    ),
    "out-holds-project": (
        "{out} には書き出せません（サイトの元の内容が消えてしまいます）。public のような専用のフォルダーを指定してください。",
        "The site cannot be written to {out}: the project itself would be lost. Give it a folder of its own, such as public.",
    ),
    "out-foreign": (
        "{out} には sitegen が作ったものではないファイルがあります（書き出すと消えてしまいます）。空のフォルダーを指定してください。",
        "{out} holds files that sitegen did not write, and they would be lost. Give an empty folder.",
    ),
    "port-taken": (
        "ポート {port} は使えません（ほかのソフトが使っています）。--port でほかの番号を指定してください。",
        "Port {port} cannot be used. Choose another one with --port.",
    ),
    # --- results
    "making": ("作成中", "Building"),
    "built": (
        "{out} に {pages} ページのサイトを作りました（作り直したページ: {rendered}、{seconds} 秒）。",
        "Built {pages} pages in {out} ({rendered} made anew, {seconds} s).",
    ),
    "unchanged": (
        "変更はありません（{out}、{pages} ページ）。",
        "Nothing has changed ({out}, {pages} pages).",
    ),
    "not-published": (
        "公開用のサイトは作っていません。前のサイトはそのままです。",
        "Nothing was published; the site that was there is untouched.",
    ),
    "checked": ("エラーはありません。", "No errors."),
    "errors": ("エラー {count} 件", "{count} error(s)"),
    "warnings": ("注意 {count} 件", "{count} warning(s)"),
    "notices": ("お知らせ {count} 件", "{count} notice(s)"),
    "hints": ("ヒント {count} 件", "{count} hint(s)"),
    "kinds": ("（{kinds}）", " ({kinds})"),
    "comma": ("、", ", "),
    "strict": ("--strict のため、注意もエラーとして扱います。", "With --strict, warnings count as errors."),
    "interrupted": (
        "中止しました。前のサイトはそのままです。",
        "Cancelled; the site that was there is untouched.",
    ),
    "unexpected": (
        "予期しない不具合が起きました: {detail}\nもう一度 --debug を付けて実行し、表示された記録を開発者に知らせてください。",
        "Something unexpected went wrong: {detail}\nPlease run it again with --debug and send the developers what it prints.",
    ),
    "system": ("ファイルを読み書きできません: {detail}", "A file cannot be read or written: {detail}"),
    # --- new
    "needed": ("{option} を指定してください。", "Give {option}."),
    "bad-id": (
        "「{value}」は id に使えません。半角の小文字・数字・ハイフンで書いてください（例: online-procedures）。",
        "“{value}” cannot be an id. Use lower-case ASCII letters, digits and hyphens, such as online-procedures.",
    ),
    "bad-reading": (
        "「{value}」は読みに使えません。ひらがなで書いてください。",
        "“{value}” cannot be a reading. Write it in hiragana.",
    ),
    "bad-date": (
        "「{value}」は日付ではありません。2026-11-20 のように書いてください。",
        "“{value}” is not a date such as 2026-11-20.",
    ),
    "empty-title": ("題名がありません。", "The title is empty."),
    "unknown-plan": (
        "計画「{value}」はありません。使える値: {allowed}",
        "There is no plan {value}. Allowed: {allowed}",
    ),
    "unknown-policy": (
        "番号「{value}」は plan.yaml の policies にありません。使える値: {allowed}",
        "There is no policy {value}. Allowed: {allowed}",
    ),
    "taken": (
        "{path} はもうあります。ほかの id にしてください。",
        "{path} exists already. Choose another id.",
    ),
    "taken-term": ("用語「{value}」はもう用語集にあります。", "The glossary has a term {value} already."),
    "wrote": ("{path} を作りました。", "Wrote {path}"),
    "draft": (
        "書き終えたら draft: true の行を消してください。それまでは sitegen serve --drafts で見られます。",
        "Delete the line draft: true when it is finished; until then, sitegen serve --drafts shows it.",
    ),
    "fill-in": (
        "「ここに」で始まる文を書きかえてください。",
        "Replace the sentences that begin with 「ここに」.",
    ),
    # --- i18n
    "help.i18n": (
        "翻訳の状態を調べ、翻訳者とのやり取りを助けます。",
        "See how far translations are; exchange them with translators.",
    ),
    "help.i18n.status": (
        "言語ごとに、翻訳がどこまで進んだかを表示します。",
        "Show how far each language has been translated.",
    ),
    "help.i18n.missing": (
        "足りない訳を、ファイルに書く形で表示します。足りないものがあれば終了コード 1。",
        "Print what is not translated, in the form of its file; exit code 1 if there is something.",
    ),
    "help.i18n.touch": (
        "訳を原文と読み合わせたことを記録します（source: を書きかえます）。",
        "Record that a translation was read against its original (writes source:).",
    ),
    "help.i18n.export": (
        "翻訳者の道具で使う PO ファイルに書き出します。",
        "Write a PO file for translators' tools.",
    ),
    "help.i18n.import": (
        "翻訳者から戻った PO ファイルを取り込みます（fuzzy の訳と、原文が変わった訳は取り込みません）。",
        "Take in a PO file; not what is marked fuzzy, and nothing whose original has changed since.",
    ),
    "help.json": ("JSON で表示します。", "Print JSON."),
    "help.i18n.all": ("すべての訳。", "All translations."),
    "help.i18n.language": ("この言語だけ。", "Only this language."),
    "help.i18n.everything": (
        "すべての文章。指定がなければ、一部だけ訳す言語にも必要なものだけ。",
        "All texts; else only what even a partial edition is to have.",
    ),
    "i18n.wanting": ("必要な訳が {count} 件足りません", "{count} required translations are missing"),
    "i18n.complete": ("必要な訳はそろっています", "all required translations are there"),
    "i18n.fresh": ("最新", "fresh"),
    "i18n.untracked": ("記録なし", "untracked"),
    "i18n.stale": ("古い", "stale"),
    "i18n.partial": ("一部", "partial"),
    "i18n.missing": ("未訳", "missing"),
    "i18n.part.pages": ("サイトのページ", "pages of the site"),
    "i18n.part.initiatives": ("施策", "initiatives"),
    "i18n.part.policies": ("目標など", "policies"),
    "i18n.part.plan_pages": ("計画のページ", "pages of plans"),
    "i18n.part.glossary": ("用語", "glossary"),
    "i18n.part.facts": ("短い語句", "short facts"),
    "i18n.part.news": ("お知らせ", "news"),
    "i18n.which": ("ファイルか --all のどちらかを指定してください。", "Give either files or --all."),
    "i18n.no-translation": (
        "「{path}」は訳のファイル（名前.言語.md）ではありません。",
        "“{path}” is not a translated file (name.language.md).",
    ),
    "i18n.unknown-language": (
        "言語「{value}」は site.yaml の editions にありません。使える値: {allowed}",
        "The language {value} is not in editions of site.yaml. Allowed: {allowed}",
    ),
    "i18n.exported": (
        "{path} に {count} 件を書き出しました（訳あり {done}、原文が変わったもの {stale}）。",
        "Wrote {count} units to {path} ({done} translated, {stale} of them fuzzy: their original has changed).",
    ),
    "i18n.imported": ("{path} を書きました。", "Wrote {path}"),
    "i18n.incomplete": (
        "{path}: 本文の訳が途中なので、本文はそのままです。",
        "{path}: its text is translated in part only, so the text stays as it was.",
    ),
    "i18n.refused": (
        "取り込めません（原文が変わったか、別のファイルに訳があります）: {unit}",
        "Not taken in (its original has changed, or its translation stands in another file): {unit}",
    ),
    "i18n.no-file": ("「{path}」というファイルはありません。", "There is no file {path}."),
    "i18n.no-po": ("「{path}」は PO ファイルとして読めません: {detail}", "{path} cannot be read as PO: {detail}"),
    "i18n.touched": ("{path} に、今の原文のハッシュを書きました。", "Wrote the hash of the present original to {path}"),
    "i18n.touched-all": ("{total} 件のうち {count} 件を書きかえました。", "{count} of {total} files changed."),
    # --- serve
    "serving": (
        "{address} で見られます。終わるときは Ctrl-C を押してください。",
        "See {address} – press Ctrl-C to stop.",
    ),
    "rebuilt": (
        "{time} {rendered} ページを作り直しました（{seconds} 秒）。",
        "{time} made {rendered} pages anew ({seconds} s).",
    ),
    "kept": (
        "{time} 直すところがあります。表示は前のままです。",
        "{time} there are errors; the last good site stays.",
    ),
    "stopped": ("終わりました。", "Stopped."),
    "tool-changed": (
        "sitegen のプログラムが変わりました。いちど止めて、起動し直してください。",
        "sitegen's own code has changed: stop it and start it again.",
    ),
    "tool-failed": (
        "テンプレートかプログラムの不具合です。開発者に知らせてください。",
        "The theme or the tool is at fault; tell its developers.",
    ),
    "fix-these": ("直すところが {count} 件あります", "{count} error(s) to correct"),
    "fix-and-save": (
        "直して保存すると、自動で表示し直します。",
        "Correct and save: the page shows the result by itself. ",
    ),
    "old-page": ("後ろのページは、前に作ったものです。", "The page behind is the last good one."),
    "no-page-yet": ("まだページを作れません。", "No page can be made yet."),
    "being-built": ("作っています。このままお待ちください。", "The site is being built. Please wait."),
    "close": ("閉じる", "Close"),
}
