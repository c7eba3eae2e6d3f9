// Understands a query: parts that a page should have, each with other words for it.
//
// Words are found by the lexicon, along the cheapest way to cut the query into words, readings, words that say nothing
// (particles, "where can I") and unknown letters. What is unknown may be a slip, or part of a word, or not on the site.

import { spelled } from "./acronyms.js";
import { isUnspaced, runs } from "./tokens.js";
import { nearest } from "./typos.js";

const COST = { word: 8, oneLetter: 16, reading: 13, shortReading: 19, mixed: 14, stop: 3, unknown: 14, letter: 3, more: 3, kana: 16, kanaLetter: 6 };
const WEIGHT = { reading: 0.95, mixed: 0.9, beginning: 0.8, slip: 0.85, slips: 0.7, within: 0.5 };
const SAME = 0.7; // weight of words that name the same thing; synonyms have less
const LONGEST_SPELLED = 24; // letters of an acronym as it is said
const MOST_OTHERS = 6; // other words tried for a part

const scriptOf = (letter) =>
  /[ぁ-ゖゝゞ]/.test(letter) ? "hiragana" : /[ァ-ヺヽヾｦ-ﾟ]/.test(letter) ? "katakana" : isUnspaced(letter) ? "kanji" : "latin";

/** A part of the query: what was typed, the word that it means, and the forms that a page may have for it, each with what it is worth. */
export class Part {
  constructor(typed, forms = new Map(), loose = false) {
    Object.assign(this, { typed, forms, loose, means: typed });
  }

  /** Take a form at this weight, unless it is worth more already. */
  add(form, weight) {
    if (form && weight > (this.forms.get(form) ?? 0)) this.forms.set(form, weight);
    return this;
  }
}

/** A stretch of the query, from one letter to another, read as something. */
class Piece {
  constructor(kind, start, end, words = []) {
    Object.assign(this, { kind, start, end, words });
  }
}

/** Cut one chunk of a query (no spaces within) into pieces. */
class Chunk {
  constructor(text, lexicon) {
    this.lexicon = lexicon;
    const { folded, places } = lexicon.folding.foldWithPlaces(text);
    this.form = folded.trimEnd();
    this.places = places;
    this.text = text;
    this.scripts = Array.from({ length: this.form.length }, (_, n) => scriptOf(text.slice(places[n]).normalize("NFKC")[0] ?? ""));
  }

  get whole() {
    return new Piece("unknown", 0, this.form.length);
  }

  slice(piece) {
    return this.form.slice(piece.start, piece.end);
  }

  typed({ start, end }) {
    return this.text.slice(this.places[start], this.places[end]);
  }

  /** The stretch as typed, folded with long vowels. */
  long(piece) {
    return this.lexicon.folding.fold(this.typed(piece), true).trim();
  }

  sameScript(start, end) {
    return this.scripts.slice(start, end).every((script) => script === this.scripts[start]);
  }

  /** Whether a stretch does not cut a Latin word in two. */
  isWhole(start, end) {
    const cut = (n) => n > 0 && n < this.form.length && this.scripts[n] === "latin" && this.scripts[n - 1] === "latin" && this.form[n] !== " " && this.form[n - 1] !== " ";
    return !cut(start) && !cut(end);
  }

  /** The cheapest way to cut it. */
  pieces() {
    const best = [{ cost: 0 }];
    for (let start = 0; start < this.form.length; start++) {
      if (!best[start]) continue;
      for (const [piece, cost] of this.readings(start)) {
        const total = best[start].cost + cost;
        if (!best[piece.end] || total < best[piece.end].cost) best[piece.end] = { cost: total, piece };
      }
    }
    const found = [];
    for (let at = this.form.length; at > 0; at = found[0].start) found.unshift(best[at].piece);
    return found;
  }

  /** Every way to read what begins here, with its cost. */
  *readings(start) {
    const { lexicon } = this;
    const furthest = Math.min(this.form.length, start + lexicon.longest);
    for (let end = start + 1; end <= furthest; end++) {
      const form = this.form.slice(start, end);
      if (!this.isWhole(start, end)) continue;
      const hiragana = this.scripts.slice(start, end).every((script) => script === "hiragana");
      if (lexicon.stop.has(form) && !this.scripts.slice(start, end).includes("katakana")) yield [new Piece("stop", start, end), COST.stop];
      if (lexicon.knows(form) && (!hiragana || form.length > 1)) {
        const short = form.length === 1 ? COST.oneLetter : hiragana && form.length === 2 ? COST.shortReading : COST.word;
        yield [new Piece("word", start, end), short];
      }
      if (form.length > 1 && lexicon.byReading.has(form) && !this.scripts.slice(start, end).includes("kanji"))
        yield [new Piece("reading", start, end, lexicon.byReading.get(form)), form.length > 2 ? COST.reading : COST.shortReading];
    }
    yield* this.mixed(start);
    yield* this.unknown(start);
  }

  /** Words typed half in kanji, half in kana: 防さい, 子そだて. */
  *mixed(start) {
    for (const word of this.lexicon.byFirst.get(this.form[start]) ?? []) {
      for (let kanji = 1; kanji < word.form.length && this.form.startsWith(word.form.slice(0, kanji), start); kanji++) {
        for (let from = kanji; word.reading.length - from > 1; from++) {
          const rest = word.reading.slice(from);
          const end = start + kanji + rest.length;
          if (this.form.startsWith(rest, start + kanji) && this.scripts[start + kanji] === "hiragana" && word.form.slice(kanji) !== rest)
            yield [new Piece("mixed", start, end, [word]), COST.mixed];
        }
      }
    }
  }

  /** Few words have more than four kanji: a longer stretch is likely to be words, and a slip. */
  costOfLetters(start, count) {
    return COST.letter * count + (this.scripts[start] === "kanji" ? COST.more * Math.max(0, count - 4) : 0);
  }

  *unknown(start) {
    const kana = this.scripts[start] === "hiragana";
    for (let end = start + 1; end <= this.form.length && this.scripts[end - 1] === this.scripts[start]; end++) {
      if (kana) yield [new Piece("kana", start, end), COST.kana + COST.kanaLetter * (end - start)];
      else if (this.isWhole(start, end)) yield [new Piece("unknown", start, end), COST.unknown + this.costOfLetters(start, end - start)];
    }
  }
}

/** Understand a query. Gives parts, the whole query folded, the same with the words that are meant, and as it is read where it seems to be mistyped. */
export function understand(query, lexicon) {
  const text = query.normalize("NFKC").trim();
  const parts = lexicon.bigrams ? unspacedParts(text, lexicon) : spacedParts(text, lexicon);
  const phrase = lexicon.fold(text);
  const meant = parts.reduce((said, { typed, means, forms }) => said.replace(typed, forms.size ? means : ""), phrase);
  const read = parts.reduce((said, { corrected }) => (corrected ? said.replace(...corrected) : said), text);
  return { parts, phrase, meant, read: read === text ? "" : read };
}

// --- Japanese and Chinese

function unspacedParts(text, lexicon) {
  const half = /^(.*[ぁ-ゖー])[a-z]{1,2}$/su.exec(text); // としょk: an input method at work
  const typing = half && !lexicon.knows(text.slice(half[1].length)) ? half[1] : text;
  const chunks = chunksOf(typing, lexicon);
  const parts = chunks.flatMap((chunk, n) => partsOfChunk(chunk, n === chunks.length - 1));
  if (parts.length) return parts;
  return chunks.filter((chunk) => chunk.form).map((chunk) => partOf(chunk, chunk.whole, true));
}

/** What stands between spaces; names of several Latin words stay together. */
function chunksOf(text, lexicon) {
  const pieces = text.split(/[^\p{L}\p{N}\p{M}・･\-‐‑–ー'’]+/u).filter(Boolean).flatMap((piece) => apart(piece, lexicon));
  const chunks = [];
  for (let n = 0; n < pieces.length; n++) {
    let taken = 1;
    for (let more = Math.min(pieces.length - n, 6); more > 1; more--) {
      const joined = pieces.slice(n, n + more).join(" ");
      const close = lexicon.fold(joined.replace(/ /g, ""));
      if (/^[\x00-\x7f]+$/.test(joined) && (lexicon.groups.has(lexicon.fold(joined)) || lexicon.byForm.has(close))) {
        taken = more;
        break;
      }
    }
    const joined = pieces.slice(n, n + taken).join(" ");
    chunks.push(new Chunk(taken > 1 && !lexicon.groups.has(lexicon.fold(joined)) ? joined.replace(/ /g, "") : joined, lexicon));
    n += taken - 1;
  }
  return chunks;
}

const JOINED_LATIN = /(?<=[0-9A-Za-z])[・･\-‐‑–](?=[0-9A-Za-z])/;

/** Latin words joined by a dot or hyphen are words of their own, unless they are one name: AI・RPA, but Wi-Fi. */
function apart(piece, lexicon) {
  const latin = /[0-9A-Za-z・･\-‐‑–]+/.exec(piece)?.[0] ?? "";
  return JOINED_LATIN.test(latin) && !lexicon.knows(lexicon.fold(latin)) ? piece.split(JOINED_LATIN) : [piece];
}

function partsOfChunk(chunk, isLast) {
  const pieces = joinSlips(chunk, chunk.pieces());
  const typing = isLast && pieces.length > 1 && ["unknown", "kana"].includes(pieces.at(-1).kind) && nameBegun(chunk);
  if (typing) return [typing];
  const begun = isLast && pieces.length > 1 && chunk.form.length > 3 && chunk.lexicon.isKana(chunk.form) && readingBegun(chunk.form, chunk.lexicon);
  if (begun) return [begun];
  const acronym = pieces.some((piece) => piece.kind === "kana" || piece.kind === "unknown") && chunk.lexicon.isKana(chunk.form) && spelledPart(chunk);
  if (acronym) return [acronym];
  // Kana that are nearly a word, before what they fall apart into.
  const unsure = pieces.length > 1 && pieces.some((piece) => piece.kind === "kana") && chunk.scripts.every((script) => script === "hiragana");
  const part = unsure && misread(chunk, chunk.whole);
  if (part) return [part];
  return pieces.flatMap((piece, n) => partsOfPiece(chunk, piece, pieces, n, isLast && n === pieces.length - 1));
}

/** An unknown piece may be a slip in a longer word together with its neighbours. */
function joinSlips(chunk, pieces) {
  const { lexicon } = chunk;
  const forms = lexicon.names;
  const result = [...pieces];
  for (let n = 0; n < result.length; n++) {
    if (result[n].kind !== "unknown") continue;
    for (const [from, to] of [[n - 1, n + 1], [n - 1, n], [n, n + 1]]) {
      const [first, last] = [result[from], result[to]];
      if (!first || !last || [first, last].some((piece) => piece.kind === "stop")) continue;
      const whole = new Piece("slip", first.start, last.end);
      const form = chunk.slice(whole);
      const begun = form.length > 3 ? forms.find((name) => name.startsWith(form)) : null;
      whole.words = begun ? [[begun, 1]] : nearest(form, forms);
      if (!whole.words.length) continue;
      result.splice(from, to - from + 1, whole);
      break;
    }
  }
  return result;
}

const PARTICLES = /^(が|を|は|の|に|で|と|も|や|へ|から|まで|について|って|$)/;

function partsOfPiece(chunk, piece, pieces, n, isLast) {
  const { lexicon } = chunk;
  const form = chunk.slice(piece);
  if (piece.kind === "stop" || !form.trim()) return [];
  if (piece.kind === "slip") return [slipPart(form, piece.words, chunk, piece)];
  if (piece.kind === "reading" || piece.kind === "mixed") {
    const part = new Part(form);
    const weight = WEIGHT[piece.kind];
    for (const word of piece.words.slice(0, MOST_OTHERS)) addWithGroups(part, word.form, weight, lexicon);
    part.means = piece.words[0].form;
    if (lexicon.groups.has(form)) addWithGroups(part, form, 1, lexicon);
    return [part];
  }
  // デー is more than one letter of データ, though folded it is not.
  if (form.length === 1 && pieces.length === 1 && chunk.long(piece).length > 1) return [beginningPart(form, chunk.long(piece), lexicon) ?? new Part(form)];
  if (piece.kind === "word") return wordParts(form, chunk.long(piece), lexicon);
  if (piece.kind === "kana") {
    // Kana that are no word: the beginning of one, if nothing follows; else an ending.
    const alone = pieces.length === 1 || (isLast && form.length > 1 && pieces[n - 1]?.kind !== "unknown");
    const part = alone ? beginningPart(form, chunk.long(piece), lexicon) ?? misread(chunk, piece) : null;
    return part ? [part] : pieces.length === 1 ? [partOf(chunk, piece, isLast)] : [];
  }
  // A verb's kanji, such as 払 in 払えますか, is worth too little to look for.
  const isVerb = form.length === 1 && chunk.scripts[piece.start] === "kanji" && !PARTICLES.test(chunk.form.slice(piece.end));
  const saysNothing = isVerb || (lexicon.isKana(form) && chunk.long(piece).length < 2);
  if (saysNothing && pieces.length > 1) return [];
  // Chinese words are not told apart: of an unknown stretch a page should have most pairs of letters.
  if (!lexicon.byReading.size && form.length > 3 && isUnspaced(form)) return pairsOf(form).map((pair) => new Part(pair, new Map([[pair, 1]]), true));
  return [partOf(chunk, piece, isLast)];
}

const pairsOf = (form) => Array.from({ length: form.length - 1 }, (_, n) => form.slice(n, n + 2));

/** A word of the site, and other words for it; a compound of kanji words also as its words. */
function wordParts(form, long, lexicon) {
  const part = addWithGroups(new Part(form), form, 1, lexicon);
  const read = lexicon.byReading.get(form) ?? [];
  for (const word of read) addWithGroups(part, word.form, WEIGHT.reading, lexicon);
  if (read.length) part.means = read[0].form;
  const within = wordsWithin(form, lexicon);
  const apart = lexicon.isCompound.has(form) && !lexicon.groups.has(form) && !lexicon.isKana(form);
  if (apart && within.length > 1) return within.map((word) => addWithGroups(new Part(word), word, 1, lexicon));
  if (within.length) part.pieces = within;
  return [part];
}

/** The words that a compound consists of, if they are all known; one letter at its beginning or end is left out (市公式). */
function wordsWithin(form, lexicon) {
  const middle = wordsAlong(form, lexicon);
  if (middle.length || form.length < 3 || lexicon.isKana(form) || !isUnspaced(form)) return middle;
  const shorter = [form.slice(1), form.slice(0, -1)].find((rest) => lexicon.byForm.has(rest));
  return shorter ? [shorter] : [];
}

function wordsAlong(form, lexicon, isWord = (word) => lexicon.byForm.has(word)) {
  const best = [[]];
  for (let start = 0; start < form.length; start++) {
    if (!best[start]) continue;
    for (let end = start + 2; end <= form.length; end++) {
      const word = form.slice(start, end);
      if ((start || end < form.length) && isWord(word) && (!best[end] || best[end].length > best[start].length + 1))
        best[end] = [...best[start], word];
    }
  }
  return best[form.length] ?? [];
}

function addWithGroups(part, form, weight, lexicon) {
  // A name of the same thing that the site itself does not use: artificial intelligence means AI.
  const name = part.typed === form && !lexicon.byForm.has(form) && lexicon.groups.get(form)?.find((group) => group.weight > SAME);
  if (name) part.means = name.present[0];
  if (lexicon.byForm.has(form) || !lexicon.groups.has(form)) part.add(form, weight);
  else if (lexicon.contains(form)) part.add(form, weight * WEIGHT.within);
  for (const group of lexicon.groups.get(form) ?? []) {
    for (const other of group.present.slice(0, MOST_OTHERS)) part.add(other, other === form ? weight : weight * group.weight);
  }
  return part;
}

/** A mistyped word, as the words that it may mean. */
function slipPart(form, near, chunk, piece) {
  const { lexicon } = chunk;
  const part = new Part(form);
  const [word] = lexicon.byForm.get(near[0][0]) ?? [];
  if (word && !word.form.startsWith(form) && !lexicon.isKana(word.shown)) part.corrected = [chunk.typed(piece), word.shown];
  part.means = (word ?? lexicon.byReading.get(near[0][0])?.[0])?.form ?? near[0][0];
  for (const [other, slips] of near.slice(0, 3)) {
    const weight = slips > 1 ? WEIGHT.slips : WEIGHT.slip;
    if (lexicon.knows(other)) addWithGroups(part, other, weight, lexicon);
    for (const word of lexicon.byReading.get(other) ?? []) addWithGroups(part, word.form, weight, lexicon);
  }
  return part;
}

/** Words that begin with what is being typed, by their letters or their reading. */
function beginningPart(form, long, lexicon) {
  if (long.length < 2) return null;
  const begun = lexicon.all.filter((word) => (form.length > 1 && word.reading.startsWith(form)) || word.long.startsWith(long));
  const name = form.length > 2 && [...lexicon.groups.keys()].find((other) => other.startsWith(form));
  if (name && !begun.length) return addWithGroups(new Part(form), name, WEIGHT.beginning, lexicon);
  if (!begun.length) return null;
  const part = new Part(form);
  begun.sort((a, b) => (a.reading || a.form).length - (b.reading || b.form).length);
  for (const word of begun.slice(0, MOST_OTHERS)) part.add(word.form, WEIGHT.beginning);
  if (form.length > 1 && lexicon.contains(long)) part.add(form, 1);
  return part;
}

/** An acronym that was typed as it is said. */
function spelledPart({ form, lexicon }) {
  if (form.length > LONGEST_SPELLED) return null;
  const acronym = spelled(form).find((letters) => letters.length > 1 && lexicon.knows(letters));
  if (!acronym) return null;
  const part = addWithGroups(new Part(form), acronym, WEIGHT.reading, lexicon);
  part.means = acronym;
  return part;
}

/** Names of which a whole chunk is the beginning, though it begins with a word itself: QRコ, Webア. */
function nameBegun(chunk) {
  const { form, lexicon } = chunk;
  const long = chunk.long(chunk.whole);
  const begun = [...lexicon.all.filter((word) => word.long.startsWith(long)).map((word) => word.form), ...lexicon.names.filter((name) => name.startsWith(form))];
  if (long.length < 3 || !begun.length) return null;
  const part = new Part(form);
  for (const name of [...new Set(begun)].sort((a, b) => a.length - b.length).slice(0, MOST_OTHERS)) addWithGroups(part, name, WEIGHT.beginning, lexicon);
  return part;
}

/** Words of which kana are the beginning of the reading, though they could be read as other words: じょうほうきょうゆ. */
function readingBegun(form, lexicon) {
  const begun = lexicon.all.filter((word) => word.reading.startsWith(form)).sort((a, b) => a.reading.length - b.reading.length);
  const part = new Part(form);
  for (const word of begun.slice(0, MOST_OTHERS)) part.add(word.form, WEIGHT.beginning);
  return begun.length ? part : null;
}

/** Kana that are nearly the reading of a word: ひなんじょ for 避難所. */
function misread(chunk, piece) {
  const { lexicon } = chunk;
  const form = chunk.slice(piece);
  const near = nearest(form, lexicon.byReading.keys());
  return near.length ? slipPart(form, near, chunk, piece) : null;
}

/** An unknown stretch: part of a word, a slip, or not on the site. */
function partOf(chunk, piece, isLast) {
  const { lexicon } = chunk;
  const [form, long] = [chunk.slice(piece), chunk.long(piece)];
  const part = new Part(form);
  if (lexicon.isKana(form) && long.length < 2) return part; // one kana says nothing
  if (lexicon.contains(long) || (!lexicon.isKana(form) && isUnspaced(form) && lexicon.contains(form))) {
    part.loose = true;
    return part.add(form, 1);
  }
  // The lexicon of a large site leaves out rare words; the index has them.
  if (lexicon.partial && isUnspaced(form) && form.length > 1) return Object.assign(part.add(form, 1), { loose: true });
  const near = nearest(form, lexicon.names);
  // ドーン is as good as ドローン, though without long vowels it is too short to tell.
  if (!near.length && long !== form) near.push(...nearest(long, lexicon.byLong.keys()).map(([other, slips]) => [lexicon.byLong.get(other), slips]));
  if (near.length) return slipPart(form, near, chunk, piece);
  return (isLast && beginningPart(form, long, lexicon)) || part;
}

// --- languages with spaces

function spacedParts(text, lexicon) {
  const words = runs(lexicon.fold(text.replace(/[-‐‑–'’・]/g, " ")));
  const parts = [];
  for (let n = 0; n < words.length; n++) {
    let taken = 1;
    for (let more = Math.min(words.length - n, 6); more > 0; more--) {
      const name = words.slice(n, n + more).join(" ");
      const joined = words.slice(n, n + more).join("");
      const form = lexicon.groups.has(name) ? name : more > 1 && lexicon.byForm.has(joined) ? joined : null;
      if (form === null) continue;
      parts.push(addWithGroups(new Part(form), form, 1, lexicon));
      taken = more;
      break;
    }
    if (taken === 1 && parts.at(-1)?.typed !== words[n] && !lexicon.stop.has(words[n])) parts.push(...partsOfWord(words[n], lexicon));
    n += taken - 1;
  }
  return parts.length ? parts : words.map((word) => spacedPart(word, lexicon));
}

const PARTICLE = 2; // most letters at the end of a Korean word that say nothing

/** A word, or the Korean words that were typed without the spaces between them: 마이넘버카드(를). */
function partsOfWord(word, lexicon) {
  if (/^[가-힣]{4,}$/.test(word) && !isKnown(word, lexicon)) {
    for (let end = word.length; end >= word.length - PARTICLE; end--) {
      const words = wordsAlong(word.slice(0, end), lexicon, (found) => lexicon.knows(found)).filter((found) => !lexicon.stop.has(found));
      if (words.length) return words.map((found) => addWithGroups(new Part(found), found, 1, lexicon));
    }
  }
  return [spacedPart(word, lexicon)];
}

const isKnown = (word, lexicon) => lexicon.byForm.has(word) || lexicon.contains(word);

function spacedPart(word, lexicon) {
  const part = new Part(word);
  if (isKnown(word, lexicon)) return part.add(word, 1);
  // Pagefind knows the stem of a word, but not of one without its diacritics; here, a word is known by its beginning.
  const stem = word.slice(0, Math.max(4, Math.ceil(word.length * 0.7)));
  const words = [...lexicon.byForm.keys()];
  const alike = word.length > 3 ? words.filter((other) => other.startsWith(stem)) : [];
  const near = alike.length ? [] : nearest(word, words);
  alike.sort((a, b) => Math.abs(a.length - word.length) - Math.abs(b.length - word.length));
  for (const other of alike.slice(0, 3)) addWithGroups(part, other, WEIGHT.mixed, lexicon);
  for (const [other, slips] of near.slice(0, 3)) addWithGroups(part, other, slips > 1 ? WEIGHT.slips : WEIGHT.slip, lexicon);
  return part;
}

/** Words of the site near to a query that found nothing. */
export function suggestions(query, lexicon, most = 5) {
  const form = lexicon.fold(query.normalize("NFKC")).replace(/ /g, "");
  const near = nearest(form, lexicon.byForm.keys(), Math.max(1, Math.floor(form.length / 3))).map(([other]) => other);
  const alike = [...lexicon.byForm.keys()].filter((other) => other.length > (isUnspaced(other) ? 1 : 3) && (other.includes(form) || form.includes(other)));
  const forms = new Set([...near, ...alike.sort((a, b) => b.length - a.length)]);
  const shown = [...forms].map((found) => lexicon.byForm.get(found)[0].shown);
  return shown.filter((word) => !/^[ぁ-ゖー]+$/.test(word)).slice(0, most);
}
