// The parts of a query in a language without spaces between words, Japanese or Chinese.

import { Piece, chunksOf } from "./chunks.js";
import { MOST_OTHERS, Part, WEIGHT, addWithGroups, beginningPart, misread, partOf, slipPart, spelledPart, wordParts } from "./parts.js";
import { isUnspaced } from "./tokens.js";
import { nearest } from "./typos.js";

export function unspacedParts(text, lexicon) {
  const half = /^(.*[ぁ-ゖー])[a-z]{1,2}$/su.exec(text); // としょk: an input method at work
  const typing = half && !lexicon.knows(text.slice(half[1].length)) ? half[1] : text;
  const chunks = chunksOf(typing, lexicon);
  const parts = chunks.flatMap((chunk, n) => partsOfChunk(chunk, n === chunks.length - 1));
  if (parts.length) return parts;
  return chunks.filter((chunk) => chunk.form).map((chunk) => partOf(chunk, chunk.whole, true));
}

function partsOfChunk(chunk, isLast) {
  const pieces = joinSlips(chunk, chunk.pieces());
  const part = partOfWhole(chunk, pieces, isLast);
  if (part) return [part];
  return pieces.flatMap((piece, n) => partsOfPiece(chunk, piece, pieces, n, isLast && n === pieces.length - 1));
}

/** A chunk that is one word, though it could be cut into several, or none if it is not. */
function partOfWhole(chunk, pieces, isLast) {
  const { form, lexicon } = chunk;
  const isKana = lexicon.isKana(form);
  const open = pieces.filter(({ kind }) => kind === "unknown" || kind === "kana");
  // The beginning of a name (QRコ, Webア), or of a reading that could be read as other words (じょうほうきょうゆ).
  const long = chunk.long(chunk.whole);
  const isBeginning = isLast && pieces.length > 1 && (isKana ? form.length > 3 : long.length > 2 && open.includes(pieces.at(-1)));
  const begun = isBeginning && beginningPart(form, long, lexicon);
  if (begun) return begun;
  const acronym = isKana && open.length && spelledPart(chunk);
  if (acronym) return acronym;
  // Kana that are nearly a word, before what they fall apart into.
  const isHiragana = chunk.scripts.every((script) => script === "hiragana");
  return pieces.length > 1 && isHiragana && open.length ? misread(chunk, chunk.whole) : null;
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
  if (piece.kind === "word") return wordParts(form, lexicon);
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
