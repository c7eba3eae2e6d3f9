"""Words that are read in several ways, and what beside them tells which: 窓口の上 (うえ), 規則上 (じょう)."""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass
from typing import Literal

Place = Literal["noun", "stem", "clause", "start"]
"""What a word follows: a noun that it forms a compound with; a verb that serves as one (申込み); a particle, another
verb or an adjective; or nothing."""

_K = "々一-鿿"
_PEOPLE_END = "者人員民親子児徒族齢害い籍望象当外内上満下歳代住勤学ち達客校"
"""Last letters of words for people, in the class of a regular expression."""


@dataclass(frozen=True)
class Sense:
    """One reading, and where it holds; the first sense that fits is taken."""

    reading: str
    after: frozenset[Place] = frozenset({"noun", "stem", "clause", "start"})
    left: re.Pattern[str] | None = None
    """Fits the end of the text before the word."""
    right: re.Pattern[str] | None = None
    """Fits the beginning of the text after the word."""

    def fits(self, place: Place, before: str, after: str) -> bool:
        if place not in self.after or (self.left and not self.left.search(before)):
            return False
        return self.right is None or bool(self.right.match(after))


def _sense(reading: str, *, after: str = "noun stem clause start", left: str = "", right: str = "") -> Sense:
    places: frozenset[Place] = frozenset(place for place in ("noun", "stem", "clause", "start") if place in after)
    return Sense(reading, places, re.compile(f"(?:{left})$") if left else None, re.compile(right) if right else None)


def _placed(table: str) -> dict[str, tuple[Sense, ...]]:
    """Words whose reading depends on what they follow: word, after a noun, else; `-` leaves it to the analyser.

    With `+`, a verb that serves as a noun counts as one.
    """
    found: dict[str, tuple[Sense, ...]] = {}
    for line in table.strip().splitlines():
        word, noun, other = line.split()
        nouns = "noun stem" if noun.endswith("+") else "noun"
        others = "clause start" if noun.endswith("+") else "stem clause start"
        senses = [_sense(noun.rstrip("+"), after=nouns)] if noun != "-" else []
        found[word] = (*senses, *([_sense(other, after=others)] if other != "-" else []))
    return found


_WEEKDAYS = {"月": "げつ", "火": "か", "水": "すい", "木": "もく", "金": "きん", "土": "ど", "日": "にち"}
_DAY = "[月火水木金土日祝]"
_BETWEEN = "[・、，,~～〜/／]"

SENSES: Mapping[str, tuple[Sense, ...]] = {
    **_placed(
        """
        内 ない+ うち
        力 りょく+ ちから
        値 ち+ あたい
        体 たい+ からだ
        店 てん+ みせ
        物 ぶつ+ もの
        米 まい こめ
        車 しゃ くるま
        園 えん えん
        階 かい かい
        枚 まい まい
        音 おん おと
        頃 ごろ+ ころ
        時 じ+ とき
        型 がた+ かた
        者 しゃ+ もの
        紙 し+ かみ
        際 - さい
        手 - て
        道 どう みち
        声 - こえ
        化 か か
        印 いん+ しるし
        板 ばん いた
        館 かん かん
        表 ひょう ひょう
        民 みん みん
        額 がく がく
        面 めん めん
        額 がく がく
        欄 らん らん
        種 しゅ -
        株 - かぶ
        付け づけ つけ
        付き つき つき
        付ける づける つける
        作り づくり つくり
        造り づくり つくり
        離れ ばなれ はなれ
        沿い ぞい そい
        払い ばらい はらい
        払 ばらい -
        済 ずみ+ -
        済み ずみ+ -
        係 がかり+ かかり
        札 ふだ+ ふだ
        箱 ばこ+ はこ
        袋 ぶくろ+ ふくろ
        棚 だな たな
        版 ばん+ はん
        毎 ごと+ -
        勝手 がって+ かって
        建て だて たて
        立て だて たて
        達 たち -
        扱い あつかい あつかい
        使い - つかい
        頼み だのみ たのみ
        止め どめ とめ
        止 どめ -
        詰め づめ つめ
        積み づみ つみ
        好き ずき すき
        違い ちがい ちがい
        備え ぞなえ そなえ
        """
    ),
    "通り": (_sense("とおり", left="[0-9０-９一二三四五六七八九十数何幾]"), _sense("どおり", after="noun stem"), _sense("どおり", left="(計画|予定|想定)[ \u3000]"), _sense("とおり")),
    "掛け": (_sense("がけ", left="[0-9０-９一二三四五六七八九十人命壁]"),),
    "深い": (_sense("ふかい", after="clause start"),),
    "深く": (_sense("ふかく", after="clause start"),),
    "空": (_sense("から", right="の(?!色|下|便|旅|上)|に(な|し)|です"), _sense("そら", after="clause start")),
    "間": (_sense("ま", right="もな|に合|違|取り"), _sense("かん", after="noun stem"), _sense("あいだ", after="clause start")),
    "書": (_sense("がき", left="箇条|但し|肩|端|手|落"), _sense("しょ", after="noun stem")),
    "色": (_sense("いろ", left="[緑青赤黄黒白茶桃灰水紫橙空銀肌藍朱]|ねずみ|ピンク|オレンジ"),),
    "金": (_sense("かね", after="clause start", right="[をがはも]"),),
    "前": (_sense("まえ", after="noun stem"), _sense("ぜん", after="start", right="[々一-鿿]"), _sense("ぜん", left="[にをはがもの]", right="[々一-鿿]"), _sense("まえ")),
    "後": (_sense("ご", after="noun stem"), _sense("ご", left="その"), _sense("あと", after="clause start")),
    "数": (_sense("すう", right="[十百千万億]"), _sense("すう", after="noun stem"), _sense("かず", after="clause start")),
    "上": (
        _sense("うえ", left="[のたるいなうその]"),
        _sense("じょう", after="noun stem"),
        _sense("じょう", left=rf"[{_K}ァ-ヶーA-Za-zＡ-Ｚａ-ｚ0-9)）」』*] ?"),
        _sense("うえ"),
    ),
    "下": (
        _sense("か", after="noun stem", left=r"環境|管理|指揮|統治|支配|コロナ禍?|状況|災害|影響|水面|条件|監督|統制|傘"),
        _sense("した", right=r"[のにでから]*(図|表|段|記|欄|例|方|線|ボタン|リンク|写真|絵|グラフ)"),
        _sense("もと", left="(本部|会議?|長|課|局|方針|計画|理念|体制|指揮|指導|監督|協力|連携|目標|条例|法律?)の"),
        _sense("した", right=r"に、?[0-9０-９一二三四五六七八九]+つ"),
        _sense("した", left=r"(この|その|すぐ|[右左]|^|[。、（(「・])"),
        _sense("した", left=r"(木|机|橋|床|屋根|土|水|雲|空|足|目|腕|図|表|写真|絵|ボタン|画面|欄|線|枠|ページ|項目|リンク|本文|見出し|文|名前|題|数字|行|人|階|棚|箱|袋|[ァ-ヶー]{2,})の"),
        _sense("もと", left="の|、|」"),
    ),
    "中": (
        _sense("じゅう", left=r"世界|日本|国|町|村|街|家|体|一年|1年|１年|一日|1日|１日|年|日本国|市内|県内|地域|全国|一晩|今日|明日|今年|部屋|学校|会社|庁内|館内|島", right=r"(?!央|心|学|止|断|間|核)")
        ,
        _sense("ちゅう", after="start", right="[0-9０-９]"),
        _sense("なか", after="clause", left=r"[のたるいなだ]"),
        _sense("ちゅう", after="noun stem"),
        _sense("ちゅう", left=r"小[・、/]?|[大高][・、/]"),
    ),
    "方": (
        _sense("ほう", left="[いなの]", right="が[^、。をにの]{0,6}(多|少)"),
        _sense("ほう", left=f"[^{_PEOPLE_END}]の", right="が、?[^。]{0,16}より"),
        _sense("ほう", left="[前後]者の"),
        _sense("ほう", left="(大き|小さ)い", right="[のをが]"),
        _sense("ほう", left="[のいるなただうくつむぶすぬぐ]", right=r"が[^、。をにの]{0,6}(早|速|遅|近|遠|高|低|大き|小さ|よい|良い|いい|好まし|便利|簡単|楽|効率|安|有利|望まし|適|重|軽|長|短|得|効果|使いやす|分かりやす|わかりやす|強|弱|必要性)"),
        _sense("ほう", left=r"(駅|北|南|東|西|右|左|上|下|前|後ろ|海|山|川|こちら|そちら|あちら|どちら|こっち|奥|外|内|中|先|手前|逆|反対|向こう|線路|県|国道|橋|出口|入口|入り口|窓口|建物|庁舎|市役所|公園|学校|図書館)の", right="[へにを]"),
        _sense("ほう", left=r"(?<!に)よりも?[^、。]*[のいるたな]", right="[がをは]"),
        _sense("ほう", left=r"(どちらかというと|どちらの|どちらか[^。、]*)"),
        _sense("かた", left=r"[たるいなうむつくすぐぶぬのれてけせえ]|この|その|あの|[おご]|られる"),
        _sense("かた", left=r"こ[のれ]|そ[のれ]"),
    ),
    "日": (
        _sense("にっ", after="clause start", right="中[にのはもで、。]"),
        _sense("び", after="noun stem", left=rf"[{_K}]{{2}}|[ぁ-ん]"),
        _sense("ひ", after="clause start", right=r"(?![()（）])"),
    ),
    "月": (
        _sense("がつ", left=r"[0-9０-９] ?"),
        _sense("げつ", left=r"[かカヶヵケ箇ヵ]"),
        _sense("つき"),
    ),
    "訳": (
        _sense("わけ", left="[るたうくすつむぐぶな]", right="で[はもす]|だ|に[はも]?い|[がも](な|あ)|を(聞|尋|知|説明|話)"),
        _sense("わけ", right="あ[りっ]"),
        _sense("やく"),
    ),
    "引き": (_sense("びき", left="[円割%％]"),),
    "油": (_sense("ゆ", after="noun", left="[食用廃]"),),
    "入れる": (_sense("はいれる", left="(誰|だれ|いす|イス|椅子|自由|無料)(でも|で|に)"), _sense("いれる")),
    "年頃": (_sense("ねんごろ", left="[0-9０-９)）]"),),
    "命": (_sense("めい", right="を(受|承)|によ"),),
    "余": (_sense("よ"),),
    "言う": (_sense("いう"),),
    "三重": (_sense("さんじゅう", right="の|に|化|構造|防"),),
    "年": (
        _sense("とし", left=r"[のるいたなくらお]"), _sense("とし", right="を(取|と|重|越)|が明|齢"),
        _sense("ねん"),
    ),
    "国": (
        _sense("こく", after="noun stem", left=r"[ァ-ヶー々一-鿿]"),
        _sense("くに"),
    ),
    "町": (_sense("ちょう", left="市", right="[村等職]?"), _sense("ちょう", after="noun stem", right="丁|村|内"), _sense("まち", after="clause start")),
    "名": (
        _sense("めい", after="noun stem"),
        _sense("めい", left=rf"[0-9０-９{_K}] ?"),
        _sense("な"),
    ),
    "分": (_sense("ぶん"),),
    "何": (
        _sense("なん", left="", right=r"[でとのだ]|度|回|人|個|件|名|年|月|日|時|分|歳|本|枚|台|曜|種|番|倍|割|社|か[月所国年]|[カヶ][月所国年]|らか|ら(?!か)|百|千|万|十|階|週|点|冊|通|円|%|パーセント"),
        _sense("なに"),
    ),
    "他": (
        _sense("た", left="その"),
        _sense("ほか", right=r"[、のにもは]|$"),
        _sense("た"),
    ),
    "行": (_sense("ぎょう"),),
    "次": (_sense("じ", after="noun stem"), _sense("じ", left=r"[0-9０-９一二三四五六七八九十] ?"), _sense("つぎ")),
    "元": (_sense("がん", right="年"), _sense("がん", left="明治|大正|昭和|平成|令和"), _sense("もと")),
    "度": (_sense("たび", left=r"[のるたな]"), _sense("ど")),
    "家": (_sense("か", after="noun stem", left="専門|政治|芸術|起業|資本|農|作|愛好|研究|実業|活動|音楽|写真|評論|建築|篤志|好事|銀行|資産|登山|格闘|落語|小説|漫画|画"), _sense("いえ", after="clause start")),
    "不足": (_sense("ぶそく", after="noun stem"), _sense("ふそく")),
    "会社": (_sense("がいしゃ", after="noun", left="[ァ-ヶー々一-鿿]"), _sense("かいしゃ")),
    "口": (_sense("ぐち", after="noun stem", left="[々一-鿿ぁ-ん]"), _sense("くち", after="clause start")),
    "川": (_sense("がわ", after="noun"), _sense("かわ")),
    "対": (_sense("たい", right="[0-9０-９]|す"),),
    "位": (_sense("くらい", left=r"[分人月年日時間回円度個件枚台秒週ルトムm㎝㎞g]"),),
    "付": (_sense("づけ", left="日"), _sense("つき", after="noun stem")),
    "外": (_sense("がい", after="noun stem"), _sense("そと")),
    "主": (_sense("おも", right="[なに]"), _sense("しゅ", right="とし|た"), _sense("ぬし", after="noun stem")),
    "長": (_sense("ちょう", after="noun stem"), _sense("ちょう", left="の", right="[のがはをにと(（、及並]")),
    "市場": (
        _sense("いちば", left=r"(朝|魚|青空|青果|公設|骨董|野菜|花)の?"),
        _sense("いちば", right=r"[でにへ][^。]{0,10}(野菜|魚|花|果物|買|売り|売っ|食)"),
    ),
    "正しく": (_sense("ただしく"),),
    "正しい": (_sense("ただしい"),),
    "今日": (
        _sense("こんにち", right=r"的|における|において|に至|まで(の|に)?(発展|普及|築|受け継)|の(社会|情報|日本|行政|地域|自治体|我が国|わが国|経済|デジタル|急速)"),
        _sense("きょう"),
    ),
    "明日": (_sense("あした"),),
    "仮名": (_sense("かめい", right="加工|化"), _sense("かな")),
    "身体": (_sense("しんたい"),),
    "空い": (_sense("すい", left=r"(腹|おなか|お腹|道|電車|バス)[がは]"), _sense("あい")),
    "開い": (_sense("あい", left=r"(店|窓口|ドア|扉|館|戸|門|穴|間|図書館|市役所|庁舎|施設)[がは]"), _sense("ひらい")),
    "開く": (_sense("あく", left=r"(店|窓口|ドア|扉|館|戸|門|穴|図書館|市役所|庁舎|施設)が"), _sense("ひらく")),
    "来る": (_sense("きたる", after="start", right="[0-9０-９]"), _sense("くる")),
    "得る": (_sense("うる", left=r"[しりいきち]"), _sense("える")),
    "一日": (_sense("ついたち", left=r"月 ?|毎月|翌月"), _sense("いちにち")),
    "等": (_sense("など", after="clause"), _sense("とう")),
    "私": (_sense("わたし"),),
    "人気": (_sense("にんき"),),
    "描い": (_sense("えがい"),),
    "描く": (_sense("えがく"),),
    "官": (_sense("かん"),),
    "柱": (_sense("ばしら", left=r"本"), _sense("はしら")),
    "方々": (_sense("かたがた"),),
    "曜": (_sense("よう"),),
    "字": (_sense("じ"),),
    "旬": (_sense("じゅん", after="noun stem"), _sense("しゅん")),
    "所": (
        _sense(
            "じょ",
            after="noun stem",
            left="避難|造船|醸造|出張|相談|診療|案内|保健|停留|駐在|派出|教習|直売|販売|集積|休憩|印刷|授産|宿泊|研究|研修|投票|開票|加工|調理|収容|監視|鑑別|保護|訓練|合宿|洗面|検問|待避|給油|給水|託児|待合|観測|紹介|交換|引換|両替|換金|展示|充電|測候|養成|療養|更生|検疫|精錬|修理",
        ),
        _sense("しょ", after="noun stem"),
        _sense("ところ", after="clause start"),
    ),
}  # fmt: skip
"""Word → its senses, in the order in which they are tried; where none fits, the analyser's reading stays."""

WEEKDAYS: Mapping[str, tuple[Sense, ...]] = {
    letter: (
        _sense(reading, left=rf"(?:^|[^0-9０-９]){_DAY}曜?日?{_BETWEEN}", right=r"(?![々一-鿿ぁ-ん])|曜"),
        _sense(reading, left=r"^|[^々一-鿿]|の|毎週", right=rf"{_BETWEEN}{_DAY}(?:{_BETWEEN}|曜|[)）]|$|の|は|に)"),
        _sense(reading, left=r"[(（]", right=r"[)）]"),
    )
    for letter, reading in _WEEKDAYS.items()
}
"""月火水木金土日 as days of the week, in lists and brackets."""
