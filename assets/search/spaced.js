// The parts of a query in a language with spaces between words.

import { Part, WEIGHT, addWithGroups, wordsAlong } from "./parts.js";
import { runs } from "./tokens.js";
import { nearest } from "./typos.js";

export function spacedParts(text, lexicon) {
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
