// Cuts a query without spaces into words, along the cheapest way: words, readings, words that say nothing (particles,
// "where can I") and unknown letters.

import { isUnspaced } from "./tokens.js";

const COST = { word: 8, oneLetter: 16, reading: 13, shortReading: 19, mixed: 14, stop: 3, unknown: 14, letter: 3, more: 3, kana: 16, kanaLetter: 6 };

const scriptOf = (letter) =>
  /[ぁ-ゖゝゞ]/.test(letter) ? "hiragana" : /[ァ-ヺヽヾｦ-ﾟ]/.test(letter) ? "katakana" : isUnspaced(letter) ? "kanji" : "latin";

/** A stretch of the query, from one letter to another, read as something. */
export class Piece {
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

/** What stands between spaces; names of several Latin words stay together. */
export function chunksOf(text, lexicon) {
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
