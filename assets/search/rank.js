// Finds the pages for a query: soft AND over its parts, rare parts count more, and where a word stands counts.

import { SAME } from "./parts.js";
import { tokensOf, wordToken } from "./tokens.js";

const ENOUGH = 0.4; // of the query, by rarity, that a page must have
const MOST = 0.6; // of the query's parts: enough too
const ABSENT = 1.5; // times as rare as can be: what the site does not have
const FOREIGN = 0.2; // the same for an English word on a site in another language: that it is absent says little
const LIKE = { few: 0.7, many: 0.4 }; // times its worth, where few or many pages have the word itself
const FEW = 5;
const MORE = 0.3; // of what a second word for the same thing is worth
const PIECES = 0.5; // worth of all words that a compound consists of, apart from each other

/** What a word is worth in a place, see records.py: 1 in a text, about 4 in a short title. */
const worth = (weight) => 0.6 + weight / 70;

/** Pages with every one of the maps' tokens → the least of their weights. */
function together(maps) {
  const [first, ...others] = [...maps].sort((a, b) => a.size - b.size);
  const found = new Map();
  for (const [id, weight] of first ?? []) {
    const least = others.reduce((lowest, map) => Math.min(lowest, map.get(id) ?? -1), weight);
    if (least >= 0) found.set(id, least);
  }
  return found;
}

async function pagesWithForm(form, engine, loose = false) {
  const head = engine.stemmed ? undefined : engine.lexicon.heads.get(form);
  if (head !== undefined && !loose) return engine.pagesWith(wordToken(form, head));
  const tokens = tokensOf(form, { stemmed: engine.stemmed, whole: !loose });
  const maps = await Promise.all(
    tokens.map(async (choices) => {
      const maps = await Promise.all(choices.map((token) => engine.pagesWith(token)));
      if (maps.length === 1) return maps[0];
      const either = new Map(maps[0]);
      for (const [id, weight] of maps[1]) either.set(id, Math.max(weight, either.get(id) ?? 0));
      return either;
    }),
  );
  return together(maps);
}

/** Pages that have a part of the query: id → what that is worth. */
async function pagesWithPart(part, engine) {
  const found = new Map();
  const take = (pages, weight) => {
    for (const [id, place] of pages) {
      const [before, now] = [found.get(id) ?? 0, weight * worth(place)];
      found.set(id, Math.max(before, now) + MORE * Math.min(before, now));
    }
  };
  const forms = [...part.forms];
  const pages = await Promise.all(forms.map(([form]) => pagesWithForm(form, engine, part.loose)));
  const own = pages.reduce((most, map, n) => Math.max(most, forms[n][1] >= SAME ? map.size : 0), 0);
  // Where the word itself is found, pages with another word for it come after.
  const like = own === 0 ? 1 : own < FEW ? LIKE.few : LIKE.many;
  pages.forEach((map, n) => take(map, forms[n][1] * (forms[n][1] >= SAME ? 1 : like)));
  // What a compound consists of is looked for where few pages have the compound.
  if (part.pieces && own < FEW) {
    const pieces = await Promise.all(part.pieces.map((form) => pagesWithForm(form, engine)));
    take(together(pieces), PIECES * like);
  }
  return found;
}

/** The pages for a query, best first: [{ id, score }]. */
export async function candidates({ parts }, engine) {
  const found = await Promise.all(parts.map((part) => pagesWithPart(part, engine)));
  const mixed = !engine.stemmed && found.some((pages) => pages.size);
  const absent = ({ typed }) => (mixed && /^[a-z ]+$/.test(typed) ? FOREIGN : ABSENT);
  const rarity = found.map((pages, n) => Math.log(1 + engine.pages / (pages.size + 0.5)) * (pages.size ? 1 : absent(parts[n])));
  const total = rarity.reduce((sum, one) => sum + one, 0);
  const hits = new Map();
  found.forEach((pages, n) => {
    for (const [id, value] of pages) {
      const hit = hits.get(id) ?? { id, score: 0, covered: 0, parts: 0 };
      hit.score += rarity[n] * value;
      hit.covered += rarity[n];
      hit.parts += 1 / parts.length;
      hits.set(id, hit);
    }
  });
  return [...hits.values()]
    .map((hit) => ({ ...hit, covered: hit.covered / total, score: (hit.score / total) * (hit.covered / total) }))
    .filter((hit) => hit.covered >= ENOUGH || hit.parts >= MOST)
    .sort((a, b) => b.score - a.score || (a.id < b.id ? -1 : 1));
}

const SHARES = { initiative: 1, term: 0.8 }; // of a page's score, unless the query is its title: what was promised comes before other words
const LEADS = 0.35; // share of the pages that mostly lead to others
const NAMED = 3;
const MEANT = 0.9; // of what fits a reading or a mistyped word
const NEAR = 0.8; // more for a page with the query's words next to each other

const close = (text) => text.replace(/ /g, "");

/** How well a query fits a page's title and other names. */
function named(form, title, names) {
  if (title === form) return 4;
  if (names.includes(form)) return NAMED;
  return form && title.includes(form) ? 0.5 + form.length / title.length : 0;
}

/** How well a page's own words fit the query as it was typed, or nearly as well the query that is meant. */
function fit(page, { phrase, meant, parts }, lexicon) {
  const title = close(lexicon.fold(page.title));
  const short = page.title.replace(/[（(][^（(]*[）)]$/, ""); // without what is in brackets at its end
  const names = [short, ...(page.names ?? "").split("\n")].map((name) => close(lexicon.fold(name)));
  const fits = Math.max(named(phrase, title, names), MEANT * named(meant, title, names));
  if (fits) return fits;
  if (parts.length === 1) return 0;
  const text = close(lexicon.fold(`${page.title}\n${page.summary ?? ""}\n${page.text}`));
  if (text.includes(phrase)) return NEAR;
  const together = parts.slice(1).filter((part, n) => stand(parts[n], part, text));
  return (NEAR * together.length) / parts.length;
}

/** Whether a text has two parts of the query next to each other: 市ホームページ or 市のホームページ. */
function stand(one, other, text) {
  const others = [...other.forms.keys()].map(close);
  return [...one.forms.keys()].map(close).some((form) => others.some((next) => text.includes(form + next) || text.includes(`${form}の${next}`)));
}

/** Whether a page has a form in one piece, which pairs of letters alone do not tell. */
function has(text, part) {
  return [...part.forms.keys()].some((form) => text.includes(close(form))) || (part.pieces?.every((form) => text.includes(close(form))) ?? false);
}

/** Look at the words of pages and put them into their final order; what only seemed to fit drops out. */
export async function settle(hits, { parts, phrase, meant }, engine) {
  const { lexicon } = engine;
  const looked = await Promise.all(hits.map(async (hit) => ({ ...hit, page: await engine.page(hit.id) })));
  const asked = { parts, phrase: close(phrase), meant: close(meant) };
  const kept = looked.filter(({ page }) => {
    if (engine.stemmed) return true;
    const text = close(lexicon.fold([page.title, page.names, page.also, page.plans, page.summary, page.text].join("\n")));
    return parts.some((part) => has(text, part));
  });
  for (const hit of kept) {
    const fits = fit(hit.page, asked, lexicon);
    hit.score = (hit.score + fits) * (fits >= MEANT * NAMED ? 1 : (SHARES[hit.page.kind] ?? LEADS));
  }
  return kept.sort((a, b) => b.score - a.score);
}
