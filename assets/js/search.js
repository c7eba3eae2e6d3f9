// The search page: asks Pagefind and shows what it finds. See search_page in templates/components/form.html.
//
// [data-search]            data-pagefind: address of pagefind.js; data-base-url: the site's root, seen from this page, where it is
//                          not what Pagefind takes it for;
//                          data-text-loading, -count ({query}, {n}), -none ({query}), -error: what the status line says
//   form[data-search-form]     hidden until this script runs; field "q"
//   [data-search-status]       role="status"
//   ol[data-search-results]    #search-results: one <li> with one link each
//   button[data-search-more]   the next ten
//   [data-search-fallback]     what stands here without JavaScript, and again when the engine does not load

const PAGE = 10;
const WAIT = 250; // ms without a key before a search starts

const JAPANESE = document.documentElement.lang.startsWith("ja");

const ENTITIES = { amp: "&", lt: "<", gt: ">", quot: '"', apos: "'", nbsp: " " };

const decode = (text) =>
  text.replace(/&(?:#x([0-9a-f]+)|#(\d+)|(\w+));/gi, (whole, hex, decimal, name) => {
    if (name) return ENTITIES[name.toLowerCase()] ?? whole;
    return String.fromCodePoint(parseInt(hex ?? decimal, hex ? 16 : 10));
  });

const fill = (text, values) => text.replace(/\{(\w+)\}/g, (whole, name) => values[name] ?? whole);

function element(name, text = "", properties = {}) {
  return Object.assign(document.createElement(name), { textContent: text }, properties);
}

/**
 * Write a query as the index has its words: Japanese has no spaces, so each pair of letters is a word.
 * The same is done to the pages' words when the index is made.
 */
function searchable(query) {
  const folded = query.normalize("NFKC").toLowerCase();
  if (!JAPANESE) return folded;
  return folded.replace(/[々〆ぁ-ゖァ-ヺー㐀-鿿]+/g, (run) => {
    const pairs = [...run].slice(0, -1).map((letter, index) => letter + run[index + 1]);
    return ` ${(pairs.length ? pairs : [run]).join(" ")} `;
  });
}

/** An excerpt is escaped text with <mark>…</mark> in it: only those become elements, all else stays text. */
function excerptNodes(excerpt) {
  return excerpt
    .split(/<mark>([^]*?)<\/mark>/)
    .map((part, index) => (index % 2 ? element("mark", decode(part)) : document.createTextNode(decode(part))));
}

/** The site may lie below any path, so its root is what the page says, not what Pagefind makes of it. */
function address(data, root) {
  return root ? new URL(data.raw_url.replace(/^\/+/, ""), new URL(root, document.baseURI)).href : data.url;
}

function resultItem(data, root) {
  const item = element("li");
  const excerpt = element("p");
  // Japanese words lie in the index in pairs of letters, which nobody can read; the page's summary can be read.
  if (JAPANESE) excerpt.textContent = data.meta.excerpt ?? "";
  else excerpt.append(...excerptNodes(data.excerpt));
  item.append(element("a", data.meta.title ?? data.url, { href: address(data, root) }), excerpt);
  return item;
}

function setUp(root) {
  const part = (name) => root.querySelector(`[data-search-${name}]`);
  const [form, status, list, more, fallback] = ["form", "status", "results", "more", "fallback"].map(part);
  const field = form.elements.q;
  const text = root.dataset;
  let engine = null;
  let results = [];
  let turn = 0; // the latest search; an earlier one that ends later is dropped
  let timer = 0;

  async function load() {
    const pagefind = await import(new URL(text.pagefind, document.baseURI));
    await pagefind.init();
    return pagefind;
  }

  async function show(upTo, current) {
    const first = list.children.length;
    const found = await Promise.all(results.slice(first, upTo).map((result) => result.data()));
    if (current !== turn) return;
    list.append(...found.map((data) => resultItem(data, text.baseUrl)));
    more.hidden = list.children.length >= results.length;
  }

  async function search(query, count = PAGE) {
    const current = ++turn;
    if (!query) {
      results = [];
      list.replaceChildren();
      more.hidden = true;
      status.textContent = "";
      return;
    }
    status.textContent = text.textLoading;
    try {
      engine ??= load();
      const answer = await (await engine).search(searchable(query));
      if (current !== turn) return;
      results = answer.results;
      list.replaceChildren();
      await show(count, current);
      if (current !== turn) return;
      fallback.hidden = true;
      status.textContent = fill(results.length ? text.textCount : text.textNone, { query, n: results.length });
    } catch (error) {
      if (current !== turn) return;
      engine = null;
      status.textContent = text.textError;
      fallback.hidden = false;
      console.error(error);
    }
  }

  const queryOfAddress = () => (new URLSearchParams(location.search).get("q") ?? "").trim();

  function writeAddress(query, method) {
    const url = new URL(location.href);
    if (query) url.searchParams.set("q", query);
    else url.searchParams.delete("q");
    history[method](null, "", url);
  }

  function typed() {
    const query = field.value.trim();
    if (query === queryOfAddress()) return;
    writeAddress(query, "replaceState");
    search(query);
  }

  function later() {
    clearTimeout(timer);
    timer = setTimeout(typed, WAIT);
  }

  // Japanese input: what is being composed is not a query yet.
  field.addEventListener("input", (event) => {
    if (!event.isComposing) later();
  });
  field.addEventListener("compositionend", later);

  form.addEventListener("submit", (event) => {
    event.preventDefault();
    clearTimeout(timer);
    const query = field.value.trim();
    if (query !== queryOfAddress()) writeAddress(query, "pushState");
    search(query);
  });

  more.addEventListener("click", async () => {
    const next = list.children.length;
    await show(next + PAGE, turn);
    list.children[next]?.querySelector("a").focus();
  });

  async function restore() {
    const { count = PAGE, top = 0 } = history.state ?? {};
    clearTimeout(timer);
    field.value = queryOfAddress();
    await search(field.value, count);
    if (top) scrollTo(0, top);
  }

  addEventListener("popstate", restore);
  addEventListener("pagehide", () => {
    history.replaceState({ count: Math.max(PAGE, list.children.length), top: scrollY }, "");
  });

  form.hidden = false;
  fallback.hidden = true;
  restore();
}

document.querySelectorAll("[data-search]").forEach(setUp);
