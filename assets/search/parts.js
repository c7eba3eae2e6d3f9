// The parts of a query, each with other words for it: of the same meaning, read so, begun so, or mistyped.

import { spelled } from "./acronyms.js";
import { isUnspaced } from "./tokens.js";
import { nearest } from "./typos.js";

export const WEIGHT = { reading: 0.95, mixed: 0.9, beginning: 0.8, slip: 0.85, slips: 0.7, within: 0.5 };
export const SAME = 0.7; // least worth of a form that means the word itself; a synonym is worth less
const LONGEST_SPELLED = 24; // letters of an acronym as it is said
export const MOST_OTHERS = 6; // other words tried for a part

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

/** A word of the site, and other words for it; a compound of kanji words also as its words. */
export function wordParts(form, lexicon) {
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

export function wordsAlong(form, lexicon, isWord = (word) => lexicon.byForm.has(word)) {
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

export function addWithGroups(part, form, weight, lexicon) {
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
export function slipPart(form, near, chunk, piece) {
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
export function beginningPart(form, long, lexicon) {
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
export function spelledPart({ form, lexicon }) {
  if (form.length > LONGEST_SPELLED) return null;
  const acronym = spelled(form).find((letters) => letters.length > 1 && lexicon.knows(letters));
  if (!acronym) return null;
  const part = addWithGroups(new Part(form), acronym, WEIGHT.reading, lexicon);
  part.means = acronym;
  return part;
}

/** Kana that are nearly the reading of a word: ひなんじょ for 避難所. */
export function misread(chunk, piece) {
  const { lexicon } = chunk;
  const form = chunk.slice(piece);
  const near = nearest(form, lexicon.byReading.keys());
  return near.length ? slipPart(form, near, chunk, piece) : null;
}

/** An unknown stretch: part of a word, a slip, or not on the site. */
export function partOf(chunk, piece, isLast) {
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
