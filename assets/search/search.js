// Search in one edition: what the search page calls. Loads nothing before it is opened.

import { Engine, loadPagefind } from "./engine.js";
import { excerpt, markedTitle } from "./excerpt.js";
import { loadLexicon } from "./lexicon.js";
import { suggestions, understand } from "./query.js";
import { candidates, settle } from "./rank.js";
import { facetToken } from "./tokens.js";

const PAGE = 10;

/** Open the index in a folder, such as /pagefind/ja/. Rejects when a file cannot be loaded. */
export async function openSearch(folder) {
  const [lexicon, pagefind] = await Promise.all([loadLexicon(new URL("words.pf_words", folder)), loadPagefind(folder)]);
  return new Search(new Engine(pagefind, lexicon));
}

class Search {
  constructor(engine) {
    this.engine = engine;
    this.lexicon = engine.lexicon;
  }

  /** Find the pages for a query; `filters` gives for a name the values of which a page must have one. */
  async find(query, filters = {}, count = PAGE) {
    const understood = understand(query, this.lexicon);
    const hits = query.trim() ? await candidates(understood, this.engine) : [];
    const chosen = Object.entries(filters).filter(([, values]) => values.length);
    const allowed = new Map(await Promise.all(chosen.map(async ([name, values]) => [name, await this.pagesOf(name, values)])));
    const found = new Found(this, query, understood, hits, allowed);
    // In the same steps as when one asks for more, so that they come in the same order.
    do await found.more();
    while (found.results.length < count && found.seen < found.total);
    if (!found.total) found.suggestions = suggestions(query, this.lexicon);
    return found;
  }

  /** Ids of the pages that have one of the values. */
  async pagesOf(name, values) {
    const maps = await Promise.all(values.map((value) => this.engine.pagesWith(facetToken(name, value))));
    return new Set(maps.flatMap((map) => [...map.keys()]));
  }
}

/** The answer to a query. */
class Found {
  constructor(search, query, understood, hits, allowed) {
    this.search = search;
    this.understood = understood;
    this.all = hits;
    this.allowed = allowed;
    this.hits = this.under(allowed);
    this.read = understood.read;
    this.results = [];
    this.suggestions = [];
    this.seen = 0;
  }

  get total() {
    return this.hits.length;
  }

  under(allowed) {
    const sets = [...allowed.values()];
    return this.all.filter(({ id }) => sets.every((ids) => ids.has(id)));
  }

  /** The next results. */
  async more(count = PAGE) {
    const next = this.hits.slice(this.seen, this.seen + count);
    const settled = await settle(next, this.understood, this.search.engine);
    const dropped = next.length - settled.length;
    this.hits.splice(this.seen, next.length, ...settled);
    this.seen += settled.length;
    const shown = settled.map((hit) => this.shown(hit));
    this.results.push(...shown);
    // What only seemed to fit makes room for others.
    return dropped && this.seen < this.hits.length ? [...shown, ...(await this.more(dropped))] : shown;
  }

  shown({ page }) {
    const { parts } = this.understood;
    const [kind, label] = (page.status ?? "").split(" ");
    const [cut, excerptLang] = excerpt(page, parts, this.search.lexicon);
    return {
      url: page.url,
      title: markedTitle(page.title, parts, this.search.lexicon),
      excerpt: cut,
      kind: page.kind,
      plans: page.plans ? page.plans.split("\n") : [],
      status: label ? { kind, label: page.status.slice(kind.length + 1) } : null,
      initiative: page.initiative ?? "",
      lang: page.title_lang ?? "", // "": the edition's
      excerptLang,
    };
  }

  /** How many of the pages have each value, under the filters of the other names: { name: { value: number } }. */
  async counts(wanted) {
    const names = Object.entries(wanted).map(async ([name, values]) => {
      const others = new Map([...this.allowed].filter(([other]) => other !== name));
      const hits = this.under(others);
      const numbers = values.map(async (value) => {
        const ids = await this.search.pagesOf(name, [value]);
        return [value, hits.filter(({ id }) => ids.has(id)).length];
      });
      return [name, Object.fromEntries(await Promise.all(numbers))];
    });
    return Object.fromEntries(await Promise.all(names));
  }
}
