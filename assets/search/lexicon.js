// The words of an edition: what is typed is compared with them before the index is asked. Made by sitegen/search/lexicon.py.

import { Folding } from "./fold.js";

const HIRAGANA = /^[ぁ-ゖー]+$/;

/** A word of the site: as shown, folded, folded with long vowels, and its folded reading. */
class Word {
  constructor(shown, form, long, reading) {
    Object.assign(this, { shown, form, long, reading });
  }
}

/** Readings are written in ASCII, see _ascii in lexicon.py. */
const kana = (ascii) => ascii.replace(/[!-~]/g, (sign) => (sign === "~" ? "ー" : String.fromCharCode(sign.charCodeAt() - 0x21 + 0x3041)));

function fill(map, key, value) {
  const known = map.get(key);
  if (known) known.push(value);
  else map.set(key, [value]);
}

export class Lexicon {
  constructor(data) {
    this.folding = new Folding(data.folding);
    this.bigrams = data.bigrams;
    this.pages = data.pages;
    this.stop = new Set(this.foldAll(data.stop));
    this.partial = data.partial; // whether the site has more words
    const readings = data.readings.split("\n").map(kana);
    this.words = this.read(data.words, readings);
    this.compounds = this.read(data.compounds, readings);
    this.all = [...this.words, ...this.compounds];
    this.byForm = new Map();
    this.byReading = new Map();
    this.byFirst = new Map(); // first letter → words with a reading
    for (const word of this.all) {
      fill(this.byForm, word.form, word);
      if (!word.reading) continue;
      fill(this.byReading, word.reading, word);
      fill(this.byFirst, word.form[0], word);
    }
    this.byLong = new Map(this.all.filter((word) => word.long !== word.form).map((word) => [word.long, word.form]));
    this.isCompound = new Set(this.compounds.map((word) => word.form));
    this.spelled = `\n${this.all.map((word) => word.long.replace(/ー$/, "")).join("\n")}\n`;
    this.groups = new Map(); // folded word → groups that it belongs to
    this.heads = new Map(); // word that the index has whole → the one that stands for all that mean the same
    for (const [weight, present, ...words] of data.groups) this.addGroup(weight / 10, this.foldAll(words), present);
    for (const word of this.all) if (!this.heads.has(word.form)) this.heads.set(word.form, word.form);
    this.names = [...new Set([...this.byForm.keys(), ...this.groups.keys()])];
    this.longest = Math.max(...[this.byForm, this.byReading, this.groups, this.stop].map(longestKey));
  }

  fold(text) {
    return this.folding.fold(text).trim();
  }

  /** Fold many texts at once, which is faster. */
  foldAll(texts, long = false) {
    return texts.length ? this.folding.fold(texts.join("\n"), long).split("\n").map((text) => text.trim()) : [];
  }

  /** Words, one a line; takes as many of the readings. */
  read(lines, readings) {
    if (!lines) return [];
    const shown = lines.split("\n");
    const [forms, long, read] = [this.foldAll(shown), this.foldAll(shown, true), this.foldAll(readings.splice(0, shown.length))];
    return shown.map((word, n) => new Word(word, forms[n], long[n], read[n])).filter((word) => word.form);
  }

  addGroup(weight, forms, present) {
    const group = { weight, present: forms.slice(0, present) };
    for (const form of group.present) if (!this.heads.has(form)) this.heads.set(form, forms[0]);
    for (const form of new Set(forms)) fill(this.groups, form, group);
  }

  /** Whether a folded word is one of the site, or one that editors know another word for. */
  knows(form) {
    return this.byForm.has(form) || this.groups.has(form);
  }

  /** Whether a word, folded with long vowels, stands within one of the site's words; of Latin letters, at its beginning. */
  contains(long) {
    const shorter = long.replace(/ー$/, "");
    const part = shorter.length > 2 ? shorter : long; // データー is データ, but スキー is not within スキル
    return part !== "" && this.spelled.includes(/^[\x00-\x7f]/.test(part) ? `\n${part}` : part);
  }

  isKana(form) {
    return HIRAGANA.test(form);
  }
}

const longestKey = (map) => Math.max(0, ...Array.from(map.keys(), (key) => key.length));

/** Load the words of an edition; they are packed, whether or not the host packs files. */
export async function loadLexicon(url) {
  const response = await fetch(url, { cache: "no-cache" });
  if (!response.ok) throw new Error(`${response.status} ${url}`);
  const bytes = new Uint8Array(await response.arrayBuffer());
  const packed = bytes[0] === 0x1f && bytes[1] === 0x8b;
  const text = packed ? new Blob([bytes]).stream().pipeThrough(new DecompressionStream("gzip")) : bytes;
  return new Lexicon(await new Response(text).json());
}
