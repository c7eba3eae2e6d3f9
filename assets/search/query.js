// Understands a query: parts that a page should have, each with other words for it.

import { spacedParts } from "./spaced.js";
import { isUnspaced } from "./tokens.js";
import { nearest } from "./typos.js";
import { unspacedParts } from "./unspaced.js";

/** Understand a query. Gives parts, the whole query folded, the same with the words that are meant, and as it is read where it seems to be mistyped. */
export function understand(query, lexicon) {
  const text = query.normalize("NFKC").trim();
  const parts = lexicon.bigrams ? unspacedParts(text, lexicon) : spacedParts(text, lexicon);
  const phrase = lexicon.fold(text);
  const meant = parts.reduce((said, { typed, means, forms }) => said.replace(typed, forms.size ? means : ""), phrase);
  const read = parts.reduce((said, { corrected }) => (corrected ? said.replace(...corrected) : said), text);
  return { parts, phrase, meant, read: read === text ? "" : read };
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
