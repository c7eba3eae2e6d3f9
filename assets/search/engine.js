// Pagefind, asked for one token at a time: the pages that have it, and in which place of theirs.

const SATURATION = 2;
const WEIGHT = 24; // Pagefind's weights are 24ths, see sitegen/search/pagefind.py

export class Engine {
  constructor(pagefind, pages, stemmed) {
    this.pagefind = pagefind;
    this.pages = pages;
    this.stemmed = stemmed;
    this.known = new Map(); // token → promise of its pages
    this.results = new Map(); // id of a page → Pagefind's result
  }

  /** Load Pagefind from the folder of an index. `tag` keeps the list of its files from being an old one. */
  static async load(folder, tag, pages, stemmed) {
    const pagefind = await import(new URL("pagefind.js", folder));
    await pagefind.options({
      noWorker: true, // one file less to wait for; an answer takes a few milliseconds
      metaCacheTag: tag,
      // Scores that can be read backwards: what a page's weight of the token was.
      ranking: { termFrequency: 1, pageLength: 0, termSimilarity: 0, termSaturation: SATURATION, diacriticSimilarity: 0 },
    });
    await pagefind.init();
    return new Engine(pagefind, pages, stemmed);
  }

  /** Pages that have a token: id → weight of the best place where it stands there, see records.py. */
  async pagesWith(token) {
    if (!this.known.has(token)) this.known.set(token, this.ask(token));
    return this.known.get(token);
  }

  async ask(token) {
    const { results } = await this.pagefind.search(token);
    const rarity = Math.log((this.pages - results.length + 0.5) / (results.length + 0.5) + 1);
    const found = new Map();
    for (const result of results) {
      this.results.set(result.id, result);
      const frequency = result.score / rarity;
      const weight = (frequency * SATURATION) / (SATURATION + 1 - frequency);
      found.set(result.id, Math.min(239, Math.round(weight * WEIGHT)));
    }
    return found;
  }

  /** What is shown of a page. */
  async page(id) {
    const data = await this.results.get(id).data();
    return { id, url: data.raw_url ?? data.url, text: data.content, ...data.meta };
  }
}
