"""Rules about grammar: passive, causative, honorifics, negation, plain style, clauses, chains of の."""

from __future__ import annotations

import itertools
import re
from collections.abc import Iterator

from sitegen.language.easy.finding import Finding, found
from sitegen.language.easy.text import Sentence
from sitegen.language.morphology import Morpheme

_HONORIFIC = {
    "いただく": "〜てもらう／〜てください",
    "頂く": "〜てもらう／〜てください",
    "いたす": "する",
    "致す": "する",
    "ござる": "ある／です",
    "御座る": "ある／です",
    "おる": "いる",
    "居る": "いる",
    "なさる": "する",
    "参る": "行く／来る",
    "申し上げる": "言う",
    "申す": "言う",
    "伺う": "聞く／行く",
    "うかがう": "聞く／行く",
    "存ずる": "思う／知る",
    "存じる": "思う／知る",
    "賜る": "もらう",
    "承る": "受ける／聞く",
    "いらっしゃる": "いる／来る／行く",
    "おっしゃる": "言う",
    "ご覧": "見る",
    "どなた": "だれ",
}
_PEOPLE_SAY = {"言う", "いう", "呼ぶ", "よぶ", "思う"}
_FIXED_POLITE = {"有り難い", "ありがとう", "有難う", "おはよう", "おめでとう"}
_PLAIN_WITH_PREFIX = {
    "飯",
    "知らせ",
    "金",
    "願い",
    "年寄り",
    "店",
    "湯",
    "茶",
    "菓子",
    "酒",
    "礼",
    "話",
    "祭り",
    "正月",
    "盆",
}
_DOUBLE = re.compile(
    r"ない(?:わけ|こと|もの)(?:では|でも|は|も)(?:ない|なく|ありません)|なくは(?:ない|ありません)|なくもない|ずには(?:い|お)[られ]|"
    r"ざるを[得え]|ないとは(?:限|かぎ|言|い)|ません(?:わけ|こと)(?:では|は)"
)
_TWO_NEGATIONS = re.compile(r"(?:ないと|なければ|ない限り|ないかぎり|ないで).{1,24}(?:ません|できない)")
_MUST = re.compile(
    r"(?:なければ|なくては|ねば)(?:なら|なり|いけ)(?:ない|ません|ず|なく)|ないと(?:いけ|なら|なり)(?:ない|ません)"
)
_NOUNS = {"名詞", "接頭辞", "接尾辞", "代名詞"}
_DETERMINER = re.compile(
    r"ほか|他|次|前|後|上|下|中|外|一番.*|[0-9０-９]+.{0,2}|[一二三四五六七八九十]つ|たくさん|全部|ぜんぶ|すべて|全て"
)
_VERBAL = {"動詞", "助動詞"}
_ENDS = set("。！？!?")
_CLOSING = "）)」 　\n"
"""What may follow the end of a sentence, and that of a label."""
_POLITE = {"ます", "です", "ください", "くださる", "ませ"}


def passives(sentence: Sentence) -> Iterator[Finding]:
    """される, 使われる: a warning; 見られる may mean "can be seen", and 言われる is what people say, so a hint."""
    certain = {"する", "せる", "させる"}
    for before, word in _pairs(sentence):
        if word.pos[0] == "助動詞" and word.base in {"れる", "られる"} and before.pos[0] in {"動詞", "助動詞"}:
            passive = before.base in certain or (before.pos[4].startswith("五段") and before.base not in _PEOPLE_SAY)
            rule = "easy-passive" if passive else "easy-maybe-passive"
            yield found(sentence, rule, _verb_start(sentence, before), word.end)


def causatives(sentence: Sentence) -> Iterator[Finding]:
    """〜させる; words such as 知らせる and 合わせる are verbs of their own."""
    for before, word in _pairs(sentence):
        causative = word.pos[0] == "助動詞" and word.base in {"せる", "させる"}
        if causative and before.base not in {"知る", "合う", "済む"}:
            yield found(sentence, "easy-causative", _verb_start(sentence, before), word.end)


def _verb_start(sentence: Sentence, verb: Morpheme) -> int:
    """Where a verb begins; that of 開催される with its noun."""
    at = sentence.words.index(verb)
    noun = sentence.words[at - 1] if at else None
    return noun.start if noun and verb.base == "する" and noun.pos[0] == "名詞" else verb.start


def honorifics(sentence: Sentence) -> Iterator[Finding]:
    """いただく, いたします, ございます, お持ちください, お送りします."""
    for n, word in enumerate(sentence.words):
        before = sentence.words[n - 1] if n else None
        after = sentence.words[n + 1] if n + 1 < len(sentence.words) else None
        compound = after is not None and after.pos[0] == "動詞"  # 申し込む is not 申す
        if word.base in _HONORIFIC and not compound and not (before and before.base in _FIXED_POLITE):
            if word.base != "居る" or word.surface.startswith("お"):
                yield found(sentence, "easy-honorific", word.start, word.end, better=_HONORIFIC[word.base])
        elif word.base == "くださる" and word.surface != "ください":
            yield found(sentence, "easy-honorific", word.start, word.end, better="〜てくれる")
        elif word.base == "願う" and before and before.pos[0] == "名詞":
            yield found(sentence, "easy-honorific", before.start, word.end, better="〜てください")


def polite_prefixes(sentence: Sentence) -> Iterator[Finding]:
    """ご相談ください, お持ちになる: a warning; ご家族: a hint."""
    for n, word in enumerate(sentence.words[:-1]):
        after = sentence.words[n + 1]
        if word.pos[0] != "接頭辞" or word.surface not in {"お", "ご", "御"} or after.surface in _PLAIN_WITH_PREFIX:
            continue
        end = after.end
        rest = sentence.text[end : sentence.end]
        if re.match(r"[しめち]?(?:ください|下さい|になり|になる|になって|願い)", rest):
            yield found(sentence, "easy-honorific", word.start, end, better="〜てください／〜する")
        elif word.surface != "お":
            yield found(sentence, "easy-polite-prefix", word.start, end, better=after.surface)


def people(sentence: Sentence) -> Iterator[Finding]:
    """希望する方 → 人; not the 方 of 使い方 and この方がいい."""
    for before, word in _pairs(sentence):
        person = word.surface == "方" and word.pos[0] == "名詞" and before.pos[0] in {"動詞", "助動詞", "形容詞"}
        after = sentence.text[word.end : word.end + 2]
        if person and re.match(r"[はもにをへ、]|など", after):
            yield found(sentence, "easy-polite-prefix", word.start, word.end, better="人")


def negations(sentence: Sentence) -> Iterator[Finding]:
    """ないわけではない, なければならない, ないと…ません."""
    taken: list[range] = []
    begins = {word.start for word in sentence.words}  # not the ない of 危ないこともない
    for rule, pattern in (
        ("easy-double-negation", _DOUBLE),
        ("easy-must", _MUST),
        ("easy-two-negations", _TWO_NEGATIONS),
    ):
        for match in pattern.finditer(sentence.text, sentence.start, sentence.end):
            if match.start() in begins and not any(match.start() in span for span in taken):
                taken.append(range(*match.span()))
                yield found(sentence, rule, *match.span())


def style(sentence: Sentence) -> Iterator[Finding]:
    """A sentence ends with です or ます; with a noun, it sounds like a telegram."""
    words = [word for word in sentence.own_words if word.pos[0] != "空白"]
    line = sentence.text.split("\n")[sentence.text.count("\n", 0, sentence.start)]
    label = line.rstrip(_CLOSING)[-1:] not in _ENDS
    if not sentence.closed or label or len(words) < 2:  # a label of a table may have several parts
        return
    last = words[-1]
    if any(word.base in _POLITE for word in words[-4:]):
        return
    if last.pos[0] in {"動詞", "助動詞", "形容詞"}:
        yield found(sentence, "easy-plain-style", words[-2].start, last.end)
    elif last.pos[0] in {"名詞", "接尾辞", "形状詞"}:
        yield found(sentence, "easy-noun-ending", last.start, last.end)


def written_stops(sentence: Sentence) -> Iterator[Finding]:
    """推進し、: verbs that stop without て, as only written Japanese does."""
    for before, comma in _pairs(sentence):
        if comma.surface != "、" or len(before.pos) < 6:
            continue
        if before.pos[0] in _VERBAL and before.pos[5] == "連用形-一般" and before.base not in {"だ", "ない"}:
            at = sentence.words.index(before)
            earlier = sentence.words[at - 1] if at else before
            noun = earlier.surface == "の"  # 住民票の写し、
            if not noun and (before.pos[0] == "動詞" or earlier.pos[0] in _VERBAL):
                yield found(sentence, "easy-written-stop", _verb_start(sentence, before), before.end)


def clauses(sentence: Sentence) -> Iterator[Finding]:
    """Two clauses joined with a comma are much; three are too much. What stands in brackets does not count."""
    pairs = itertools.pairwise(sentence.own_words_and_signs)
    stops = [before for before, comma in pairs if comma.surface == "、" and _ends_clause(before, sentence)]
    if len(stops) >= 2:
        rule = "easy-many-clauses" if len(stops) >= 3 else "easy-clauses"
        yield found(sentence, rule, sentence.start, sentence.end, word=sentence.text[sentence.start : stops[0].end + 1])


def _ends_clause(word: Morpheme, sentence: Sentence) -> bool:
    if word.pos[:2] == ("助詞", "接続助詞"):
        return True
    because = word.surface == "で" and sentence.text[word.start - 1 : word.end] == "ので"
    return because or (word.pos[0] in {"動詞", "助動詞"} and word.pos[5:6] == ("連用形-一般",) and word.base != "だ")


def chains_of_no(sentence: Sentence) -> Iterator[Finding]:
    """市の窓口の人の名前: three の join four nouns; ほかの4つの counts for nothing."""
    chain: list[Morpheme] = []
    for word in (*sentence.words, None):
        if word and (word.pos[0] in _NOUNS or (chain and word.surface == "の" and word.pos[0] == "助詞")):
            chain.append(word)
            continue
        links = _links(chain)
        if sum(not _DETERMINER.fullmatch(link) for link in links) >= 3:
            yield found(sentence, "easy-no-chain", chain[0].start, chain[-1].end, count=len(links))
        chain = []


def _links(chain: list[Morpheme]) -> list[str]:
    """The nouns before each の of a chain; もの and のり have theirs within."""
    links, noun = [], ""
    for word in chain:
        if word.surface == "の" and word.pos[0] == "助詞":
            links.append(noun)
            noun = ""
        else:
            noun += word.surface
    return links


def _pairs(sentence: Sentence) -> Iterator[tuple[Morpheme, Morpheme]]:
    return zip(sentence.words, sentence.words[1:], strict=False)
