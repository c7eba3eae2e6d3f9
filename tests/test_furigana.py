"""Furigana: how words are read, where ruby stands, and the edition that shows it."""

from __future__ import annotations

import io
import re
import subprocess
import sys
from collections.abc import Callable, Iterator
from itertools import groupby
from pathlib import Path

import pytest

from sitegen.build import build
from sitegen.cli import run
from sitegen.language.furigana.annotate import segments
from sitegen.language.furigana.kana import Segments, align
from sitegen.language.furigana.lexicon import LEXICON
from sitegen.language.furigana.markup import add_ruby, html_of, marked
from sitegen.language.furigana.readings import Readings, agreed, runs
from sitegen.options import Options
from tests.site_builder import PAGE, SmallSite, build_small_site

SENTENCES = Path(__file__).parent / "furigana_sentences.txt"
TARGET = 0.993
"""Share of words that must be read rightly."""
COMMON = Readings.of(LEXICON)
WITH_NAMES = Readings.of(
    LEXICON, {"羽鳥": "はとり", "大根地区": "おおねちく", "祝日・休日": "{祝日|しゅくじつ}・{休日|きゅうじつ}"}
)


def read(text: str) -> str:
    return marked(text, COMMON)


def without_cuts(pieces: Segments) -> list[tuple[str, str]]:
    """Runs of letters with and without readings, wherever words are cut."""
    alike = [list(group) for _, group in groupby(pieces, key=lambda piece: bool(piece[1]))]
    return [("".join(letters for letters, _ in group), "".join(kana for _, kana in group)) for group in alike]


def placed(pieces: Segments) -> Iterator[tuple[int, str, str]]:
    position = 0
    for letters, reading in without_cuts(pieces):
        if reading:
            yield position, letters, reading
        position += len(letters)


# --- readings


def test_sentences_of_plans_are_read_rightly() -> None:
    lines = [line for line in SENTENCES.read_text("utf-8").splitlines() if line and line[0] != "#"]
    words = 0
    wrong: list[str] = []
    for line in lines:
        wanted = runs(line)
        got = set(placed(segments("".join(letters for letters, _ in wanted), COMMON)))
        missed = set(placed(wanted)) - got
        words += sum(bool(reading) for _, reading in wanted)
        wrong += [f"{letters} {reading}: {line}" for _, letters, reading in missed]
    assert words > 500
    assert 1 - len(wrong) / words >= TARGET, "\n".join(wrong)


COUNTED = """
1本=ぽん 2本=ほん 3本=ぼん 6本=ぽん 10本=ぽん 100本=ぽん 3階=がい 5階=かい 10階=かい 1分=ぷん 2分=ふん 3分=ぷん
5分=ふん 10分=ぷん 15分=ふん 10分間=ぷんかん 5分間=ふんかん 3匹=びき 8匹=ぴき 3票=びょう 1票=ぴょう 2泊=はく
3泊=ぱく 3軒=げん 4月=がつ 7月=がつ 4月末=がつまつ 9月頃=がつごろ 4年=ねん 8回=かい 6件=けん 14日=か 24日=か
15日=にち 14日間=かかん 3か所=しょ 5カ年=ねん 2ヶ月=かげつ 1,240人=にん 100歳=さい 27手続=てつづき 第9条=だいじょう
20業務=ぎょうむ 1割=わり 3千円=ぜんえん 8百人=ぴゃくにん 5万件=まんけん １２月=がつ ３階=がい
"""


@pytest.mark.parametrize("case", COUNTED.split())
def test_counters_sound_as_they_do_after_their_number(case: str) -> None:
    text, _, wanted = case.partition("=")
    kana = "".join(reading for _, reading in segments(text, COMMON) if reading)
    assert kana == wanted


@pytest.mark.parametrize(
    "text",
    [
        "{1人|ひとり}と{2人|ふたり}と3{人|にん}",
        "4{月|がつ}{1日|ついたち}",
        "{1日|ついたち}({土|ど})",
        "1{日|にち}{当|あ}たり",
        "{10日|とおか}{間|かん}",
        "{20日|はつか}から",
        "{4日|よっか}{前|まえ}",
        "1{人|にん}{前|まえ}",
        "3{分|ぶん}の1",
        "2{割|わり}5{分|ぶ}",
        "{令和|れいわ}{元年|がんねん}",
        "{令和|れいわ}{元|がん}（2019）{年|ねん}",
        "{第|だい}{四|よん}{条|じょう}",
        "{三百六十五|さんびゃくろくじゅうご}{日|にち}",
        "{数|すう}{日|じつ}",
        "{何|なん}{人|にん}",
        "{数人|すうにん}",
    ],
)
def test_numbers_dates_and_persons(text: str) -> None:
    assert read("".join(letters for letters, _ in runs(text))) == text


@pytest.mark.parametrize(
    ("text", "reading"),
    [
        ("調査を行った", "おこな"),
        ("公園へ行った", "い"),
        ("計画通り", "どお"),
        ("次の通り", "とお"),
        ("災害時", "じ"),
        ("必要な時", "とき"),
        ("対象となる方", "かた"),
        ("使う方が早い", "ほう"),
        ("相手方", "がた"),
        ("財政上", "じょう"),
        ("検討した上", "うえ"),
        ("基本方針の下", "もと"),
        ("環境下", "か"),
        ("導入後", "ご"),
        ("送った後", "あと"),
        ("市民との間", "あいだ"),
        ("自治体間", "かん"),
        ("世界中", "じゅう"),
        ("年度中", "ちゅう"),
        ("計画の中", "なか"),
        ("近隣市町", "ちょう"),
        ("静かな町", "まち"),
        ("利用者等", "とう"),
        ("利用する等", "など"),
        ("公立の園", "えん"),
        ("上の階", "かい"),
        ("国の補助", "くに"),
    ],
)
def test_words_with_several_readings_go_by_what_stands_beside_them(text: str, reading: str) -> None:
    found = [kana for letters, kana in segments(text, COMMON) if kana]
    assert reading in found[-2:], found


def test_names_of_the_readings_file_go_before_the_dictionary() -> None:
    assert marked("羽鳥駅と大根地区", WITH_NAMES) == "{羽鳥|はとり}{駅|えき}と{大根|おおね}{地区|ちく}"
    assert marked("祝日・休日", WITH_NAMES) == "{祝日|しゅくじつ}・{休日|きゅうじつ}"


def test_a_listed_word_is_not_found_inside_other_words() -> None:
    assert "いっしゃ" not in read("統一社会")


def test_pages_across_plans_use_the_readings_on_which_plans_agree() -> None:
    assert agreed([{"大谷": "おおや", "本町": "ほんちょう"}, {"大谷": "おおたに"}]) == {"本町": "ほんちょう"}


def test_letters_that_no_dictionary_knows_stay_as_they_are() -> None:
    assert read("增大") == "增大"


# --- where the reading stands


@pytest.mark.parametrize(
    ("word", "reading", "wanted"),
    [
        ("受け付ける", "うけつける", "{受|う}け{付|つ}ける"),
        ("取り組み", "とりくみ", "{取|と}り{組|く}み"),
        ("生き生き", "いきいき", "{生|い}き{生|い}き"),
        ("申込み", "もうしこみ", "{申込|もうしこ}み"),
        ("デジタル化", "でじたるか", "デジタル{化|か}"),
        ("緑ヶ丘", "みどりがおか", "{緑ヶ丘|みどりがおか}"),
        ("雨ケ谷", "あまがや", "{雨ケ谷|あまがや}"),
        ("ひらがな", "ひらがな", "ひらがな"),
        ("合わない", "ちがうよみ", "{合わない|ちがうよみ}"),
    ],
)
def test_only_kanji_carry_ruby(word: str, reading: str, wanted: str) -> None:
    assert "".join(f"{{{letters}|{kana}}}" if kana else letters for letters, kana in align(word, reading)) == wanted


def test_ruby_of_a_plain_text_is_safe_html() -> None:
    assert html_of("<市> & 町", COMMON) == (
        "&lt;<ruby>市<rp>（</rp><rt>し</rt><rp>）</rp></ruby>&gt; &amp; "
        "<ruby>町<rp>（</rp><rt>まち</rt><rp>）</rp></ruby>"
    )


def ruby(markup: str) -> str:
    """{駅|えき} as the ruby element that pages have."""
    return re.sub(r"\{([^{}|]+)\|([^{}|]+)\}", r"<ruby>\1<rp>（</rp><rt>\2</rt><rp>）</rp></ruby>", markup)


@pytest.mark.parametrize(
    "body",
    [
        '<p>この<a href="/市/" title="市">{市|し}</a>の<strong>{計画|けいかく}</strong>です。</p>',
        "<p>{計画|けいかく}<br>{目標|もくひょう}</p>",
        "<p>{水|みず}&amp;ごみ &lt;{市|し}&gt;</p>",
        '<p lang="en">市</p><p lang="ja">{市|し}</p><p>Text <span lang="zh-Hans">市</span> {市|し}</p>',
        "<code>市</code><pre>市</pre><select><option>市</option></select><textarea>市</textarea>",
        '<svg><title>市</title><text>市</text></svg><img alt="市" src="市.png"><input value="市">',
        '<script type="application/json">{"a":"市"}</script><!-- 市 -->',
        '<p translate="no">市</p><ruby>市<rt>いち</rt></ruby>',
        "<ul><li>{市|し}<ul><li>{町|まち}</li></ul></li></ul><table><tr><th>{年度|ねんど}</th></tr></table>",
        '<label>{検索|けんさく}<input type="search"></label><p>{探|さが}す</p>',
        "<p>No kanji here. ひらがなだけ。</p>",
    ],
)
def test_prose_gets_ruby_and_the_rest_of_a_page_stays(body: str) -> None:
    page = '<html lang="ja"><head><title>市の計画</title><meta content="市"></head><body class="x">{}</body></html>'
    plain = re.sub(r"\{([^{}|]+)\|([^{}|]+)\}", r"\1", body)
    assert add_ruby(page.replace("{}", plain), COMMON) == page.replace("{}", ruby(body))


def test_text_of_links_and_buttons_is_one_item_of_a_row() -> None:
    body = "<a href='/x/'>{}</a><button>{}</button>"
    plain, text = "<body>" + body.format("市の計画", "市"), ruby("{市|し}の{計画|けいかく}")
    assert add_ruby(plain, COMMON) == "<body>" + body.format(f"<span>{text}</span>", ruby("{市|し}"))


def test_a_word_that_a_tag_cuts_is_read_as_a_whole() -> None:
    made = add_ruby("<body><p>10<strong>分</strong>かかる。<em>行</em>った調査</p></body>", COMMON)
    assert "<strong>" + ruby("{分|ぷん}") + "</strong>" in made


# --- the command


@pytest.fixture
def furigana(
    monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> Callable[..., tuple[int, str, str]]:
    """Run `sitegen furigana` with a text on its standard input."""

    def sitegen(text: str, *options: str) -> tuple[int, str, str]:
        stream = io.TextIOWrapper(io.BytesIO(text.encode()), "utf-8")
        monkeypatch.setattr(sys, "stdin", stream)
        code = run(["furigana", *options], {"LANG": "ja_JP.UTF-8"})
        return code, *capsys.readouterr()

    return sitegen


Furigana = Callable[..., tuple[int, str, str]]


def test_the_command_writes_each_line_with_ruby(
    furigana: Furigana, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(tmp_path)  # a folder without a site
    assert furigana("市の計画\n\n<b>\n") == (0, ruby("{市|し}の{計画|けいかく}") + "\n\n&lt;b&gt;\n", "")
    assert furigana("3階\n", "--format", "text")[1] == "3{階|がい}\n"


def test_the_command_uses_the_readings_of_the_site(
    furigana: Furigana, site: SmallSite, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(site.root)
    site.write("content/readings.yaml", "星見台: ほしみだい\n")
    site.write("content/hoshi/readings.yaml", "大谷: おおや\n")
    assert furigana("星見台と大谷\n", "--format", "text")[1] == "{星見台|ほしみだい}と{大谷|おおや}\n"
    assert furigana("大谷\n", "--format", "text", "--plan", "hoshi")[1] == "{大谷|おおや}\n"
    code, _, told = furigana("大谷\n", "--plan", "tsuki")
    assert (code, "hoshi" in told) == (2, True)


def test_check_lists_readings_to_confirm(
    site: SmallSite, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.chdir(site.root)
    site.append(PAGE, "\n大谷と鼉鼉の話です。\n")
    assert run(["check"], {"LANG": "ja_JP.UTF-8"}) == 0
    assert "reading" not in capsys.readouterr().err
    assert run(["check", "--readings"], {"LANG": "ja_JP.UTF-8"}) == 0
    told = capsys.readouterr().err
    line = site.read(PAGE).split("\n").index("大谷と鼉鼉の話です。") + 1
    assert f"{PAGE}:{line}:1  hint  doubtful-reading" in told
    assert f"{PAGE}:{line}:4  hint  unknown-reading" in told
    site.write("content/readings.yaml", "大谷: おおや\n鼉鼉: だだ\n")
    run(["check", "--readings"], {"LANG": "ja_JP.UTF-8"})
    assert "reading" not in capsys.readouterr().err


# --- the edition


@pytest.fixture(scope="module")
def built(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The small site with the edition /furigana/."""
    site = build_small_site(tmp_path_factory.mktemp("furigana"))
    site.append("site.yaml", "furigana: true\n")
    outcome = build(Options(site.root, site.root / "public", jobs=1))
    assert outcome.published, outcome.problems
    return site.root / "public"


def pages(folder: Path) -> set[str]:
    """Pages below a folder, without those that only lead to another one."""
    files = [path for path in folder.rglob("index.html") if 'http-equiv="refresh"' not in path.read_text("utf-8")]
    return {path.relative_to(folder).as_posix() for path in files}


def test_every_japanese_page_stands_in_the_edition_with_ruby(built: Path) -> None:
    others = {path for path in pages(built) if path.split("/")[0] in ("furigana", "ja-simple", "en")}
    assert pages(built / "furigana") == pages(built) - others
    assert "<ruby>" in (built / "furigana/index.html").read_text("utf-8")
    assert "<ruby>" not in (built / "index.html").read_text("utf-8")


def test_both_pages_link_to_each_other_without_script(built: Path) -> None:
    plain, with_ruby = ((built / name / "glossary/index.html").read_text("utf-8") for name in ("", "furigana"))
    assert '<a href="../furigana/glossary/">ふりがなをつける</a>' in plain
    assert '<a href="../../glossary/">ふりがなをはずす</a>' in with_ruby
    assert "data-furigana-button" not in plain + with_ruby


def test_search_engines_get_only_the_plain_page(built: Path) -> None:
    page = (built / "furigana/glossary/index.html").read_text("utf-8")
    assert '<link rel="canonical" href="https://example.org/dx/glossary/">' in page
    assert '<meta name="robots" content="noindex">' in page
    assert "hreflang" not in page.partition("</head>")[0]
    listed = [path for pattern in ("*.xml", "*.json", "*.svg") for path in built.rglob(pattern)]
    assert not [path for path in listed if "furigana" in path.parts or "/furigana/" in path.read_text("utf-8")]


def test_links_stay_in_the_edition(built: Path) -> None:
    page = (built / "furigana/index.html").read_text("utf-8")
    main = page.partition("<main")[2].partition("</main>")[0]
    links = re.findall(r'href="([^"#:]+/)"', main)
    assert links
    assert not [link for link in links if link.startswith("../")]


def test_head_and_attributes_carry_no_ruby(built: Path) -> None:
    for path in (built / "furigana").rglob("index.html"):
        head, _, body = path.read_text("utf-8").partition("<body")
        assert "<rt>" not in head
        assert not re.search(r'="[^"]*<', body), path


def test_easy_japanese_always_has_ruby_and_a_button_that_hides_it(built: Path) -> None:
    page = (built / "ja-simple/index.html").read_text("utf-8")
    assert "<ruby>" in page
    assert '<p class="furigana" hidden><button type="button" aria-pressed="true" data-furigana-button>' in page
    assert re.search(
        r'<script src="assets/furigana[^"]*"></script>|<script src="\.\./assets/[^"]*furigana[^"]*">', page
    )


def test_a_changed_reading_renders_only_pages_with_ruby(site: SmallSite) -> None:
    options = Options(site.root, site.root / "public", jobs=1)
    site.append("site.yaml", "furigana: true\n")
    site.write("content/readings.yaml", "用語集: ようごしゅう\n")
    total = build(options).pages
    site.write("content/readings.yaml", "用語集: ことばのほん\n")
    outcome = build(options)
    assert 0 < outcome.rendered < total
    assert "ことばのほん" in (site.root / "public/furigana/index.html").read_text("utf-8")


def test_a_build_loads_the_analyser_only_for_new_text() -> None:
    code = "import sys, sitegen.build, sitegen.cli; sys.exit('sudachipy' in sys.modules)"
    assert subprocess.run([sys.executable, "-c", code], check=False).returncode == 0
