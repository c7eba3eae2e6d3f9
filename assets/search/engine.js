// Pagefind, asked for one token at a time: the pages that have it, and in which place of theirs.

const SATURATION = 2;
const SCALE = 24; // Pagefind's weights are 24ths, see sitegen/search/pagefind.py

/** Start loading a file that Pagefind asks for later. */
function preload(url) {
  document.head.append(Object.assign(document.createElement("link"), { rel: "preload", as: "fetch", crossOrigin: "anonymous", href: url }));
}

/** Start loading everything that Pagefind needs, where it would ask for one file after another. */
function preloadAll(folder, tag) {
  const entry = fetch(new URL(`pagefind-entry.json?ts=${tag}`, folder)).then((response) => response.json());
  const files = entry.then(({ languages }) => Object.values(languages).flatMap(({ hash, wasm }) => [`wasm.${wasm ?? "unknown"}.pagefind`, `pagefind.${hash}.pf_meta`]));
  files.then((names) => names.forEach((name) => preload(new URL(name, folder).href))).catch(() => {}); // Pagefind tells
}

/** Load Pagefind from the folder of an index. */
export async function loadPagefind(folder) {
  const tag = String(Date.now());
  preloadAll(folder, tag);
  const pagefind = await import(new URL("pagefind.js", folder));
  await pagefind.options({
    noWorker: true, // one file less to wait for; an answer takes a few milliseconds
    metaCacheTag: tag,
    // Scores that can be read backwards: what a page's weight of the token was.
    ranking: { termFrequency: 1, pageLength: 0, termSimilarity: 0, termSaturation: SATURATION, diacriticSimilarity: 0 },
  });
  await pagefind.init();
  return pagefind;
}

export class Engine {
  constructor(pagefind, lexicon) {
    this.pagefind = pagefind;
    this.lexicon = lexicon;
    this.pages = lexicon.pages;
    this.stemmed = !lexicon.bigrams;
    this.known = new Map(); // token → promise of its pages
    this.results = new Map(); // id of a page → Pagefind's result
  }

  /** Pages that have a token: id → weight of the best place where it stands there, see records.py. */
  pagesWith(token) {
    if (!this.known.has(token)) {
      const found = this.ask(token);
      found.catch(() => this.known.delete(token)); // so that it can be asked again
      this.known.set(token, found);
    }
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
      found.set(result.id, Math.min(239, Math.round(weight * SCALE)));
    }
    return found;
  }

  /** What is shown of a page. */
  async page(id) {
    const data = await this.results.get(id).data();
    return { id, url: data.raw_url ?? data.url, text: data.content, ...data.meta };
  }
}
